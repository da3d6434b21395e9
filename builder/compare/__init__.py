"""Compare the claims of different articles and explain how they relate. Pure: no files, no pages, no terminal.

``relation`` defines the relations, ``judge`` relates two claims, ``rows`` compares all answers to a question.
"""
