"""The two ends of a range, and whether two amounts are any: "two or three hundred", "10,000 ±500", "a hundred or two", "1-800"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from builder.values.figures.amounts import Amount
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.sums import Exact, whole
from builder.values.figures.tokens import DASHES, SIGN, Tokens
from builder.values.figures.words import Words
from builder.values.lexicon import everywhere
from builder.values.quantity import Modifier, may_be_short

_BELOW = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})
ABOVE = frozenset({Modifier.UP_TO, Modifier.LESS_THAN})
"""Bounds from above."""
_FAR_APART = 100
"""How many times as large the second number beside a dash is that ends no range."""
OR_SO_MANY = 12
"""The largest number of "a year or two"."""


class Range(NamedTuple):
    """One amount, or two that are the ends of a range."""

    end: int
    first: int
    last: int
    low: Exact
    high: Exact
    unit: str | None
    ranged: bool = False
    soft: bool = False
    """Whether its ends are rounded: "about 30 to 40", "two dozen"."""
    bounded: bool = False
    """Whether its ends are said to be bounds: "at least 30 and at most 40"."""
    article: bool = False


def is_a_code(tokens: Tokens, at: int, ends: tuple[Exact, Exact]) -> bool:
    """Return whether two numbers with a dash between them are too far apart to be a range: "1-800"."""
    return tokens.words[at] in DASHES and 0 < ends[0] * _FAR_APART <= ends[1]


def are_two_sides(one: Modifier | None, other: Modifier | None) -> bool:
    """Return whether two bounds are one from below and one from above."""
    return (one in _BELOW and other in ABOVE) or (one in ABOVE and other in _BELOW)


def ends_here(tokens: Tokens, at: int) -> bool:
    """Return whether no word stands at a place that a number before it could count."""
    return at >= tokens.size or (tokens.kinds[at] == SIGN and tokens.words[at] not in DASHES)


def so_many(tokens: Tokens, at: int, first: Amount, second: Amount, words: Words) -> bool:
    """Return whether two amounts are "a hundred or two"."""
    one, other = first.number, second.number
    return (
        tokens.words[at] in words.one
        and first.unit is None
        and (one.scale, one.value) == (one.value, one.scale)
        and other.scale == 1
        and other.simple
        and isinstance(other.value, int)
        and 1 < other.value <= OR_SO_MANY
    )


def margin(first: Amount, second: Amount, at: int) -> Range | Trouble:
    """Return "10,000 ±500" as its two ends; a unit behind both is that of both, but for percent: "10,000 ±5 %" may be of the figure."""
    value, margin = first.number.value, second.number.value
    of_both = first.unit is None and second.unit != "percent"
    fits = second.unit is None or second.unit == first.unit or of_both
    if not fits or margin > value or (first.unit is not None and second.unit is None and not first.signed):
        return Trouble(at, second.end, Reason.RANGE, second.end)
    return Range(
        second.end,
        first.first,
        second.last,
        value - margin,
        value + margin,
        first.unit or second.unit,
        ranged=True,
    )


def are_of_one_kind(unit: str | None, other: str | None) -> bool:
    """Return whether two different units measure the same thing, so that no two figures can be meant: metres and feet, months and years."""
    kinds = {_measures(unit), _measures(other)}
    return unit != other and len(kinds) == 1 and None not in kinds


def _measures(unit: str | None) -> str | None:
    """Return what a unit measures: "length"; ``None`` for counts, money and percent."""
    return next((name.split()[-1] for name, family in everywhere().families.items() if unit in family), None)


def in_one_unit(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Return two amounts in the smaller of their two units, if the one turns into the other without rounding: "500 kg to two tonnes"."""
    families = everywhere().families.values()
    family = next((family for family in families if first.unit in family and second.unit in family), None)
    if family is None or first.unit == second.unit or first.unit is None or second.unit is None:
        return None
    unit = min(first.unit, second.unit, key=family.__getitem__)
    return _in_unit(first, unit, family), _in_unit(second, unit, family)


def _in_unit(amount: Amount, unit: str, family: dict[str, int]) -> Amount:
    value = whole(Decimal(amount.number.value) * (family[amount.unit or unit] // family[unit]))
    exact = amount.number._replace(value=value, coefficient=value, scale=1, simple=False)
    return amount._replace(number=exact, unit=unit)


def ends_of(first: Amount, second: Amount, kind: str) -> tuple[Exact, Exact] | None:
    """Return the ends of a range, the second one's scales carried over to the first: "two or three hundred"."""
    one, other = first.number, second.number
    low, high = one.value, other.value
    if one.scale == 1 and one.simple and other.simple and other.scale > 1 and low < other.coefficient:
        return whole(low * other.scale), high
    if (kind != "bounds" and may_be_short(low, high)) or (kind in ("or", "apart") and high > 2 * low):
        return None
    return low, high
