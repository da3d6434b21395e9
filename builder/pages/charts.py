"""The layout of charts: pure arithmetic from views to positions; templates draw them as inline SVG.

Horizontal positions are per cent of the width and vertical ones are pixels, so that a chart fills a phone or a wide window
and its text keeps its size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from builder.compare.phrases import in_words
from builder.pages.views.picture import MarkView, PanelView
from builder.values.dates import Say
from builder.values.quantity import print_number
from builder.values.text import filled

LEFT, RIGHT = 2.0, 96.0
"""The ends of the scale, in per cent of the width."""

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Tick(Struct, frozen=True):
    """A tick of the scale with its label."""

    x: float
    label: str
    end: str
    """The label's ``text-anchor`` in SVG: ``start``, ``middle`` or ``end``."""


class Bar(Struct, frozen=True):
    """One mark with its position on the scale."""

    mark: MarkView
    x: float
    width: float
    point: float | None
    open_left: bool
    open_right: bool


class Line(Struct, frozen=True):
    """A group of marks under its heading."""

    name: str | None
    """None if no source is named."""
    bars: tuple[Bar, ...]


class Drawing(Struct, frozen=True):
    """One panel with the positions of its parts."""

    panel: PanelView
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars in their order."""
        return tuple(bar for line in self.lines for bar in line.bars)


def draw(panel: PanelView) -> Drawing:
    """Return the layout of a panel: its marks one below the other, on one scale."""
    marks = [mark for group in panel.groups for mark in group.marks]
    low, high = domain(marks)

    def place(value: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (value - low) / (high - low), 2)

    def bar(mark: MarkView) -> Bar:
        start = LEFT if mark.low is None else place(mark.low)
        end = RIGHT + 2 if mark.high is None else place(mark.high)
        point = place(mark.point) if mark.point is not None else None
        width = max(0.0, round(end - start, 2))
        return Bar(mark, start, width, point, mark.low is None, mark.high is None)

    lines = tuple(Line(group.name, tuple(map(bar, group.marks))) for group in panel.groups)
    ticks = printed_ticks(marks, low, high, panel.unit)
    return Drawing(panel, ticks, lines)


def domain(marks: Iterable[MarkView]) -> tuple[float, float]:
    """Return the first and the last value of the scale, with a margin on both sides."""
    values = [
        value
        for mark in marks
        if not mark.off
        for value in (mark.low, mark.high, mark.point)
        if value is not None
    ]
    if not values:
        return (0.0, 1.0)
    low, high = min(values), max(values)
    room = max((high - low) * 0.15, high * 0.05, 1e-9)
    # The scale of figures starts at zero unless the smallest is at least 0.6 of the largest.
    if low < 0.6 * high:
        return (0.0, high + room)
    return (max(0.0, low - room), high + room)


APART = 14.0
"""Minimum distance of two labels of a scale, in per cent of its width."""


def printed_ticks(marks: Iterable[MarkView], low: float, high: float, unit: str) -> tuple[Tick, ...]:
    """Return ticks at printed figures and at no others: both ends first, then those between them that have room."""
    values = sorted({value for mark in marks if not mark.off for value in _printed(mark)})
    if not values:
        return ()
    shown: list[Tick] = []
    for value in dict.fromkeys((values[0], values[-1], *values)):
        tick = _tick(value, low, high, _figure(value, unit))
        if all(abs(tick.x - other.x) >= APART for other in shown):
            shown.append(tick)
    return tuple(sorted(shown, key=lambda tick: tick.x))


def _printed(mark: MarkView) -> Iterable[float]:
    """Return the figures that a mark prints: its point, or both ends of a range."""
    if mark.point is not None:
        return (mark.point,)
    return () if mark.soft else tuple(end for end in (mark.low, mark.high) if end is not None)


def _figure(value: float, unit: str) -> str:
    shown = in_words(print_number(int(value) if float(value).is_integer() else round(value, 2)))
    return f"{shown} {unit}".strip() if unit in ("km", "m", "percent") else shown


def day_ticks(low: float, high: float, say: Say = filled) -> tuple[Tick, ...]:
    """Return up to six ticks of a scale of days: single days within 45 days, first days of months otherwise."""
    # The margin beside the marks may reach beyond the calendar.
    first, last = (
        date.fromordinal(min(max(int(end), date.min.toordinal()), date.max.toordinal()))
        for end in (low, high)
    )
    if (last - first).days <= 45:
        step = max(1, math.ceil((last - first).days / 5))
        ordinals = range(first.toordinal() + 1, last.toordinal() + 1, step)
        return tuple(_tick(day, low, high, _day(date.fromordinal(day), say)) for day in ordinals)
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    starts = [date(year, month, 1) for year, month in months]
    inside = [day for day in starts if first <= day <= last]
    every = max(1, math.ceil(len(inside) / 5))
    return tuple(_tick(day.toordinal(), low, high, _month(day, say)) for day in inside[::every])


def _day(day: date, say: Say) -> str:
    return say("{day} {month}", day=day.day, month=say(MONTHS[day.month - 1]))


def _month(day: date, say: Say) -> str:
    return say("{month} {year}", month=say(MONTHS[day.month - 1]), year=day.year)


def _tick(value: float, low: float, high: float, label: str) -> Tick:
    x = round(LEFT + (RIGHT - LEFT) * (value - low) / (high - low), 2)
    return Tick(x, label, "start" if x < 8 else "end" if x > 90 else "middle")
