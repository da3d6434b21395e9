"""Print pages from frames and put them in place.

``frame`` cuts a rendered page at its slots and prints pages from it; ``theme`` has MkDocs render pages; ``press`` makes
one form for each kind of page, tries it, and prints from it; ``place`` prepares a site aside and puts it in its place.
"""
