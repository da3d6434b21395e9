"""Find the same figure in another unit behind a figure: "£145bn ($190bn)", "$1.2m (£1m, €1.1m)", "$30 million, or about €28 million"."""

from __future__ import annotations

from typing import NamedTuple

from builder.values.figures.amounts import Amount, amount
from builder.values.figures.tokens import DASHES, SIGN, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Kind, Modifier, kind_of

_BRACKETS = {"(": ")", "[": "]"}
_PARTS = frozenset(",;/")
"""What stands between two conversions in one pair of brackets."""
_MOST = 4
"""Conversions of one figure."""
_LEADS = 3
"""Words or phrases before the amount of a conversion: "or", "that is", "about"."""


class Conversion(NamedTuple):
    """A conversion behind a figure."""

    first: int
    """The token where its first amount begins, its hedge included."""
    last: int
    """The token after its last amount."""
    stop: int
    """Where a search for figures goes on."""


class _Told(NamedTuple):
    found: Amount
    first: int
    sure: bool
    """Whether a word says that it is a conversion: "the equivalent of", "umgerechnet"."""
    soft: bool


def conversion(tokens: Tokens, at: int, unit: str | None, words: Words) -> Conversion | None:
    """Return the conversion that begins at a token behind a figure; ``None`` where none does.

    ``unit`` is that of the figure; ``None`` where it is not sure, "300m (980ft)". Then a conversion stands in brackets only.
    """
    if at >= tokens.size:
        return None
    if tokens.words[at] in _BRACKETS:
        return _bracketed(tokens, at, unit, words)
    return _apart(tokens, at, unit, words) if kind_of(unit) in (Kind.MONEY, Kind.MEASURE) else None


def _bracketed(tokens: Tokens, at: int, unit: str | None, words: Words) -> Conversion | None:
    closing, place, first = _BRACKETS[tokens.words[at]], at + 1, 0
    for _ in range(_MOST):
        told = _told(tokens, place, words)
        if told is None or told.found.unit == unit:
            return None
        first, last = first or told.first, told.found.end
        at_rate = words.conversion_tails.match(tokens.words, last)
        place = at_rate[1] if at_rate is not None else last
        if place < tokens.size and tokens.words[place] == closing:
            return Conversion(first, last, place + 1)
        parted = place + 1 if place < tokens.size and tokens.words[place] in _PARTS else place
        join = words.joins.match(tokens.words, parted)
        parted = join[1] if join is not None and join[0] in ("and", "or") else parted
        if parted == place:
            return None
        place = parted
    return None


def _apart(tokens: Tokens, at: int, unit: str | None, words: Words) -> Conversion | None:
    """Return a conversion behind a comma or a dash, or behind a word that says that it is one."""
    place = at
    while place < min(at + 2, tokens.size) and (tokens.words[place] == "," or tokens.words[place] in DASHES):
        place += 1
    if place > at and tokens.words[at] in DASHES and tokens.glued[at]:
        return None  # "$30-€40"
    join = words.joins.match(tokens.words, place)
    either = join is not None and join[0] == "or" and place > at
    told = _told(tokens, join[1] if either and join is not None else place, words)
    if told is None or told.found.unit == unit or kind_of(told.found.unit) is not kind_of(unit):
        return None
    last = told.found.end
    shut = last >= tokens.size or (tokens.kinds[last] == SIGN and tokens.words[last] not in "([")
    if not (told.sure or either or (place > at and told.soft and shut)):
        return None
    return Conversion(told.first, last, last)


def _told(tokens: Tokens, at: int, words: Words) -> _Told | None:
    """Return the amount with a unit of its own that begins at a token, words before it left out."""
    first, sure, soft = 0, False, False
    for _ in range(_LEADS + 1):
        if at >= tokens.size:
            return None
        found = amount(tokens, at, words)
        if isinstance(found, Amount):
            return _Told(found, first or at, sure, soft) if found.unit is not None else None
        if (said := words.conversions.match(tokens.words, at)) is not None:
            sure, at = True, said[1]
            at += at < tokens.size and tokens.words[at] == ","  # Spanish "es decir, 28 millones"
            continue
        lead = words.before.match(tokens.words, at)
        if lead is None or lead[0].role not in ("hedge", "near", "far", "filler"):
            return None
        first = first or at
        soft = soft or lead[0].modifier is Modifier.ABOUT or lead[0].close
        at = lead[1]
    return None
