"""Why words are not read as a figure."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Reason(Enum):
    """Why words are not read as a figure."""

    NO_FIGURE = "no figure"
    NUMBER = "number"
    """Digits or number words that make no number, or one that can be read in two ways."""
    TOO_LARGE = "too large"
    WORD = "word"
    """A word that changes the figure in a way that is not read, or that is not known."""
    SIGN = "sign"
    """The same of a sign."""
    TWO_FIGURES = "two figures"
    RANGE = "range"
    """Two ends that make no range, or one that can be read in two ways."""
    OPEN = "open"
    """The first end of a range without the second."""
    ORDER = "order"
    """A range whose first end is the larger one."""
    UNITS = "units"
    """Two ends in different units."""
    AGAINST = "against"
    """Two bounds that contradict each other."""
    NAME = "name"
    """A day, a time, an age, an ordinal, or part of a name."""
    BELOW = "below zero"
    LANGUAGE = "language"
    """There are no rules for the language."""
    CHANGE = "change"
    """Two numbers behind a verb of change that may be a range, or the change and what it led to."""
    TOO_LONG = "too long"


class Trouble(NamedTuple):
    """Why a figure that begins somewhere is not read."""

    start: int
    """The first token that is not understood."""
    end: int
    """The token after the last one."""
    reason: Reason
    stop: int
    """Where a search for figures goes on."""
