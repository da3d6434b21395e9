"""The layout of charts: pure arithmetic from views to positions; templates draw them as inline SVG.

Horizontal positions are per cent of the width and vertical ones are pixels, so that a chart fills a phone or a wide window
and its text keeps its size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

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
    """One mark with its position."""

    mark: MarkView
    y: int
    """The baseline of its label; the bar is below it."""
    x: float
    width: float
    point: float | None
    open_left: bool
    open_right: bool


class Line(Struct, frozen=True):
    """The heading of a group."""

    y: int
    name: str | None
    rows: int


class Drawing(Struct, frozen=True):
    """One panel with the positions of its parts."""

    panel: PanelView
    height: int
    top: int
    bottom: int
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]


def draw(panel: PanelView, say: Say = filled) -> Drawing:
    """Return the layout of a panel: its groups one below the other, on one scale."""
    marks = [mark for group in panel.groups for mark in group.marks]
    low, high = domain(marks, panel.days)
    ticks = day_ticks(low, high, say) if panel.days else figure_ticks(low, high, panel.unit)

    def place(value: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (value - low) / (high - low), 2)

    y = 26
    lines, bars = [], []
    for group in panel.groups:
        if group.name != "":
            y += 14
            lines.append(Line(y, group.name, len(group.marks)))
            y += 8
        for mark in group.marks:
            y += 20
            start = LEFT if mark.low is None else place(mark.low)
            end = RIGHT + 2 if mark.high is None else place(mark.high)
            point = place(mark.point) if mark.point is not None else None
            bars.append(
                Bar(
                    mark,
                    y,
                    start,
                    max(0.0, round(end - start, 2)),
                    point,
                    mark.low is None,
                    mark.high is None,
                )
            )
            y += 26
    return Drawing(panel, y + 8, 24, y, ticks, tuple(lines), tuple(bars))


def domain(marks: Iterable[MarkView], days: bool) -> tuple[float, float]:
    """Return the first and the last value of the scale, with a margin on both sides."""
    values = [
        value
        for mark in marks
        if not mark.words
        for value in (mark.low, mark.high, mark.point)
        if value is not None
    ]
    if not values:
        return (0.0, 1.0)
    low, high = min(values), max(values)
    room = max((high - low) * 0.15, 2.0 if days else high * 0.05, 1e-9)
    # The scale of figures starts at zero unless the smallest is at least 0.6 of the largest.
    if not days and low < 0.6 * high:
        return (0.0, high + room)
    return (low - room if days else max(0.0, low - room), high + room)


def figure_ticks(low: float, high: float, unit: str) -> tuple[Tick, ...]:
    """Return ticks at up to six round figures of a scale."""
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
    if high > 10:
        step = float(math.ceil(step)) if step < 10 else step
    first = math.ceil(low / step)
    values = [number * step for number in range(first, math.floor(high / step) + 1)]
    return tuple(_tick(value, low, high, _figure(value, unit)) for value in values)


def _figure(value: float, unit: str) -> str:
    shown = print_number(int(value) if float(value).is_integer() else round(value, 2))
    return f"{shown} {unit}".strip() if unit in ("km", "m", "percent") else shown


def day_ticks(low: float, high: float, say: Say = filled) -> tuple[Tick, ...]:
    """Return up to six ticks of a scale of days: single days within 45 days, first days of months otherwise."""
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
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
