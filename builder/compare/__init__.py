"""Lay claims beside each other and judge how they stand. Pure: no files, no pages, no terminal.

``relation`` has the judgements, ``judge`` gives one for two claims, ``rows`` compares a whole question.
"""
