"""Print pages from frames: the theme's page is rendered once for each kind of page, and its slots filled for the others.

``frame`` cuts a rendered page at its slots and prints pages from it; ``shop`` has MkDocs render it and decides what is
printed so.
"""
