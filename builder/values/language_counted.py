"""What a language's file says of the things that figures count: the keys of its part ``counted``, each with what it means."""

from __future__ import annotations

from msgspec import Struct

Phrases = str
"""Phrases in small letters, parted by commas."""


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """What figures count: sets of words that say the same of people and things, each under one English name in all files.

    A phrase stands for those whole words and no others; a word that ends in ``*`` stands for every word that begins so ("injur*" is
    injured, injury, injuries). Between its words a phrase has spaces or hyphens, and nothing else. The longest phrase counts.
    """

    states: dict[str, Phrases] = {}
    """What happened to those who are counted, or how they are: "killed" -> killed, dead, died, lost their lives."""
    changes: dict[str, Phrases] = {}
    """What a sum or a number did: "fell" -> fell, dropped, tumbled."""
    things: dict[str, Phrases] = {}
    """Who or what is counted, or measured: "troops" -> troops, soldiers."""
    matters: dict[str, Phrases] = {}
    """What else is counted or measured, and what a question may ask of: "debt" -> debt, owes. A word may begin with ``*``, too. They tell
    which question a figure answers, across languages; no rule of the proof rests on them."""
    beside: dict[str, Phrases] = {}
    """What stands beside those who are counted and tells them from others: how badly they are hurt, "seriously", that they are others
    than those before, or that a country follows from which they are."""
    nothing: Phrases = ""
    """Phrases that hold one of these words and do not mean it: "lost power"."""
    standing: Phrases = ""
    """What gives another figure for what the sentence before counts: "put it at"."""
    others: Phrases = ""
    """Words that count without a figure: what is said beside them is said of others than the figure counts."""
    manner: Phrases = ""
    """What may stand between two of these words that are joined: "killed or seriously wounded"."""
    within: Phrases = ""
    """What stands before a figure that is a part of the one before it: "including"."""
    apart: Phrases = ""
    """Words that set what follows against what stands before: "while", "but"."""
    joints: Phrases = ""
    """Words behind which another statement may begin, apart from "and" and "or"."""
    in_all: Phrases = ""
    """What makes a figure one of all days up to now: "so far", "since the war began"."""
    at: Phrases = ""
    """What stands before a place where something happened."""
    among: Phrases = ""
    """What stands between what is counted and its people: "200 dead among Ukrainian troops"."""
    peoples: dict[str, Phrases] = {}
    """Peoples by their English name, in small letters -> how their members, and all that is theirs, are called."""


class CountedEverywhere(Struct, frozen=True, forbid_unknown_fields=True):
    """How the sets of what figures count hang together, in every language."""

    unions: dict[str, Phrases] = {}
    """Set -> the two that make it where they are joined: "killed or wounded"."""
    within: dict[str, str] = {}
    """Set -> the one of which it is a part: who was killed is one of the losses."""
    complements: dict[str, str] = {}
    """Set -> the one of all that are not in it: who is not insured is uninsured. Of a hundred percent one is what the other leaves."""
    persons: Phrases = ""
    """The matters that are persons, apart from others: children, firefighters."""
    apart: dict[str, str] = {}
    """Things of which none is the other: civilians are no troops."""
