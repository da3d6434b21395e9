"""What a language's file says of what happens in the news: by it a question in one language finds its answer in another.

The sets have one English name each in all files, and are written as ``language_counted.py`` says: whole words, or beginnings with a ``*``.
A set may be wide, as it stands for evidence only: that a text says "gave way" speaks for a question on a collapse, and proves nothing.
"""

from __future__ import annotations

from msgspec import Struct

from builder.values.language_parts import Phrases


class Events(Struct, frozen=True, forbid_unknown_fields=True):
    """What happens and to what, and the small words that join it to a day, a place or a person."""

    happened: dict[str, Phrases] = {}
    """What happens, verbs and nouns in one: "arrested" -> arrest*, detain*, taken into custody."""
    things: dict[str, Phrases] = {}
    """What it happens to, or who does it: "bridge" -> bridge*, viaduct*."""
    barriers: Phrases = ""
    """Words that begin a clause: a day before one is not that of what stands behind it."""
    until: Phrases = ""
    """What says of a day that something ends with it: "until", "deadline"."""
    since: Phrases = ""
    """What says of a day that something begins with it: "since"."""
    to: Phrases = ""
    """What stands before a place where something goes: "to"."""
    from_: Phrases = ""
    """What stands before a place where somebody comes from: "from"."""
    bound: Phrases = ""
    """What is written against the name of a place where something goes: "-bound"."""
    by: Phrases = ""
    """What stands before who did it: "by"."""
    being: Phrases = ""
    """Verbs that make a passive with the word behind them: "was", "has been"."""
    definite: Phrases = ""
    """What stands before a thing that is known from what was said before: "the", "its"."""
    pronouns: Phrases = ""
    """What stands for such a thing: "it"."""
    light: Phrases = ""
    """Verbs of a question that say nothing by themselves: "did"."""
    which: Phrases = ""
    """Words before what a question asks for: "which day"."""
    who: Phrases = ""
    """Words that ask for a person: "who"."""
    others: Phrases = ""
    """What in a question asks for more than the one whom a text is about: "else"."""
    passive: Phrases = ""
    """What stands between such a word and a participle, where those are asked for to whom it happened: "who was arrested"."""
    days: Phrases = ""
    """What is asked for where only a day answers: "day"."""
    none: Phrases = ""
    """What says of a thing or person behind it that there is none: "no", "nobody"."""
    without: Phrases = ""
    """What says of the thing behind it alone that it is not there, and not of what happens: "without"."""
    open: Phrases = ""
    """What leaves open whether something happened: "would", "if", "hopes"."""
    coming: Phrases = ""
    """What in a question says that it asks for what is still to come: "next", "is to"."""
    past: Phrases = ""
    """What says that it asks for what has been: "did"."""
