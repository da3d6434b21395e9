"""How two claims on one question stand to each other, and why, in words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from msgspec import Struct


class Relation(Enum):
    """How two claims stand to each other, in the order in which they are asked.

    "Not stated" is none of them: silence never disagrees.
    """

    NOT_COMPARABLE = "not comparable"
    """They answer for different things: another scope, unit, population or thing counted."""
    LATER_COUNT = "later count"
    """The same thing counted for different days."""
    PART_OF = "part of"
    """One is a part of the other: 30 of the 200."""
    SAME = "same"
    """The same value, in whatever words."""
    COMPATIBLE = "compatible"
    """Both can be right: rounding, a hedge, or more precision."""
    CONFLICT = "conflict"
    """No value fits both."""

    # Each is there once. An enum's own takes its name's, in Python, and relations are looked up for every pair.
    __hash__ = object.__hash__


class Difference(Enum):
    """Why two claims differ, as far as the data can say."""

    UNIT = "different unit"
    COUNTED = "different thing counted"
    POPULATION = "different population"
    SCOPE = "different scope"
    DAY = "different day"
    HEDGE = "a hedge dropped"
    ROUNDING = "rounding or precision"
    FEWER = "less said"
    WORDS = "different words"
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


def is_parted(judgements: Iterable[Judgement]) -> bool:
    """Return whether any two answers of a row contradict each other."""
    return any(found.relation is Relation.CONFLICT for found in judgements)


class Verdict(NamedTuple):
    """A relation between two values, before anyone asks whose they are."""

    relation: Relation
    reason: str
    """A clause that names both values, without capital or full stop."""
    differences: tuple[Difference, ...] = ()
