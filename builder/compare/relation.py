"""The relations between two claims on one question, and the reasons for them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from msgspec import Struct


class Relation(Enum):
    """The relation between two claims, in the order in which the relations are tested.

    There is no member for "not stated": silence never disagrees.
    """

    NOT_COMPARABLE = "not comparable"
    """They are about different things: another scope, unit, population or thing counted."""
    LATER_COUNT = "later count"
    """The same thing counted for different days."""
    PART_OF = "part of"
    """One is a part of the other: 30 of the 200."""
    HEADLINE = "headline against text"
    """One is the headline over the other, and says it otherwise than its own text does."""
    COPY = "change of a copy"
    """One stands in an outlet's print of a text that has the other in its place: the change is that outlet's own."""
    SAME = "same"
    """The same value, in the same or other words."""
    COMPATIBLE = "compatible"
    """Both can be right: rounding, a hedge, or more precision."""
    TENSION = "in tension"
    """No value fits both, but they may be about another time, scope or meaning, or the site has inferred one of them."""
    CONFLICT = "conflict"
    """No value fits both, and both answer the same question for the same scope and day in the same meaning."""

    # Members are singletons. Enum's own hash is written in Python, and relations are looked up for every pair.
    __hash__ = object.__hash__


class Difference(Enum):
    """Why two claims differ, as far as the data shows."""

    UNIT = "different unit"
    COUNTED = "different thing counted"
    POPULATION = "different population"
    SCOPE = "different scope"
    DAY = "different day"
    TIME = "said at another time"
    ORDER = "which is the later is not said"
    STATEMENT = "another statement"
    TWICE = "two statements, or one dated twice"
    INFERRED = "a day that the site worked out"
    SAID = "the day of a statement"
    RETOLD = "one figure told as two things"
    HEADLINE = "in a headline"
    EXCEEDS = "a part larger than the whole"
    READING = "the site's reading"
    DOUBT = "called likely and no more"
    FOR_NOW = "said only for now"
    BEYOND = "more or less than the figure itself"
    NO_SIGN = "no sign of it, and no plain no"
    OPEN = "a meaning left open"
    HEDGE = "a hedge dropped"
    HEDGED = "another hedge"
    ROUNDED = "rounding"
    ROUNDING = "rounding or precision"
    FEWER = "less said"
    WORDS = "different words"
    COPY = "changed in a copy"
    SOURCE = "different source"
    UNEXPLAINED = "not explained by the texts"


class Judgement(Struct, frozen=True):
    """One relation between two claims, with its reason."""

    a: str
    """``article/claim``."""
    b: str
    relation: Relation
    reason: str
    """One sentence that names both values."""
    differences: tuple[Difference, ...] = ()


def is_unordered(judgement: Judgement) -> bool:
    """Return whether two answers to a running count are in tension only because nobody knows which is the later."""
    return judgement.relation is Relation.TENSION and Difference.DAY in judgement.differences


def is_tense(judgements: Iterable[Judgement], *, running: bool = False) -> bool:
    """Return whether any two answers of a row are in tension; in a ``running`` count not for their unknown order."""
    return any(
        found.relation is Relation.TENSION and not (running and is_unordered(found)) for found in judgements
    )


def is_parted(judgements: Iterable[Judgement]) -> bool:
    """Return whether any two answers of a row contradict each other."""
    return any(found.relation is Relation.CONFLICT for found in judgements)


class Verdict(NamedTuple):
    """A relation between two values, without the keys of the claims."""

    relation: Relation
    reason: str
    """A clause that names both values, without capital or full stop."""
    differences: tuple[Difference, ...] = ()
