"""Units that a text leaves out: a sum of "112 million" where all money that is asked for is in one currency, a second "5,500" behind hectares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from builder.desk.suggest.counted import Counted
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.words import is_state
from builder.values.quantity import Kind, kind_of

_MILLION = 1_000_000
_NEAR = 3
"""How many times as large or as small a figure may be that takes up the one before it."""


def currency_of(units: Iterable[str]) -> str | None:
    """Return the currency of all sums that are asked for, if it is one."""
    found = {unit for unit in units if kind_of(unit) is Kind.MONEY and " per " not in unit}
    return found.pop() if len(found) == 1 else None


def with_units(
    content: str,
    found: Sequence[Figure],
    each: Sequence[Counted],
    asked: frozenset[str],
    last: Figure | None,
) -> list[Figure]:
    """Return figures in the units that a text leaves out. ``each`` says what is counted of them; ``last`` is the figure before the sentence."""
    done: list[Figure] = []
    currency = currency_of(asked)
    for figure, what in zip(found, each, strict=True):
        if _is_bare(figure, what):
            if last is not None and last.unit in asked and _takes_up(figure, last):
                figure = _in(figure, last.unit)
            elif currency is not None and _is_sum(content, figure):
                figure = _in(figure, currency)
        done.append(figure)
        last = figure
    return done


def _is_bare(figure: Figure, what: Counted) -> bool:
    """Return whether nothing says what a figure counts."""
    return (
        figure.unit is None
        and figure.reading.kind is Kind.COUNT
        and not figure.is_age
        and not figure.is_one
        and what.of is None
        and not is_state(what.counts)
        and what.kind in ("people-or-things", "money")
    )


def _is_sum(content: str, figure: Figure) -> bool:
    """Return whether a figure is in millions, in words: what is counted so without a noun is money."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    in_words = re.search(r"[^\W\d_]", content[slice(*figure.number)]) is not None
    return in_words and bool(bounds) and min(bounds) >= _MILLION


def _takes_up(figure: Figure, last: Figure) -> bool:
    """Return whether a figure without a noun may be another one for what the last measures: of its size, and not as small as a number of things."""
    ours = figure.high if figure.high is not None else figure.low
    theirs = last.high if last.high is not None else last.low
    if not ours or not theirs or kind_of(last.unit or "") not in (Kind.MONEY, Kind.MEASURE):
        return False
    return ours > 12 and theirs / _NEAR <= ours <= theirs * _NEAR


def _in(figure: Figure, unit: str | None) -> Figure:
    return replace(figure, reading=replace(figure.reading, unit=unit))
