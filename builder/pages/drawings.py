"""The layout of timelines and maps; templates draw them as inline SVG, as they do charts."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from builder.content.map_outline import Point
from builder.pages import charts
from builder.pages.charts import Tick
from builder.pages.views.places import MapView, PlaceView
from builder.pages.views.timeline import EventView, OutView, TimelineView
from builder.values.dates import Say
from builder.values.text import filled

WIDTH, HEIGHT = 440, 400
"""The size of the map in units of its SVG."""
MARGIN = 0.16
"""Margin around the places, in degrees."""
INSET = 120
"""Width of the inset that shows where the map lies, in units of the SVG."""


class EventMark(Struct, frozen=True):
    """A day with its position."""

    event: EventView
    x: float
    y: int
    end: str
    """The label's ``text-anchor`` in SVG: ``start`` right of the line, ``end`` left of it."""


class TextMark(Struct, frozen=True):
    """A text with its position."""

    text: OutView
    x: float
    width: float
    y: int
    open_left: bool
    open_right: bool


class TimelineDrawing(Struct, frozen=True):
    """A timeline with the positions of its parts."""

    height: int
    split: int
    """The line between the days above and the texts below."""
    ticks: tuple[Tick, ...]
    events: tuple[EventMark, ...]
    texts: tuple[TextMark, ...]


def draw_timeline(view: TimelineView, say: Say = filled) -> TimelineDrawing:
    """Return the layout of a timeline: days and texts on one scale."""

    def place(day: float) -> float:
        share = (day - view.first) / (view.last - view.first)
        return round(charts.LEFT + (charts.RIGHT - charts.LEFT) * share, 2)

    events, y = [], 24
    for event in view.events:
        x = place(event.day)
        y += 20
        events.append(EventMark(event, x, y, "start" if x < 50 else "end"))
    split = y + 14
    y = split + 16
    texts = []
    for text in view.texts:
        start = charts.LEFT if text.first is None else place(text.first)
        end = charts.RIGHT + 2 if text.last is None else place(text.last + 1)
        texts.append(TextMark(text, start, round(end - start, 2), y, text.first is None, text.last is None))
        y += 40
    return TimelineDrawing(
        y, split, charts.day_ticks(view.first, view.last, say), tuple(events), tuple(texts)
    )


class PlaceMark(Struct, frozen=True):
    """A place with its position on the map."""

    place: PlaceView
    x: float
    y: float
    radius: float
    """Radius of the circle that shows the precision of its coordinates."""
    left: bool
    """Whether its name is left of it."""


class MapDrawing(Struct, frozen=True):
    """A map with the positions of its parts."""

    width: int
    height: int
    border: tuple[str, ...]
    places: tuple[PlaceMark, ...]
    scale: float
    """Length of ten kilometres in units of the SVG."""
    inset_border: tuple[str, ...]
    inset_region: tuple[str, ...]
    inset_box: tuple[float, float, float, float]
    inset_size: tuple[float, float]


class Frame(Struct, frozen=True):
    """An equirectangular projection of a window of degrees onto a drawing."""

    left: float
    top: float
    unit: float
    """Length of a degree of latitude in units of the drawing."""
    squeeze: float
    """Length of a degree of longitude relative to one of latitude."""

    def __call__(self, point: Point) -> tuple[float, float]:
        """Return the position of a point on the drawing."""
        return (
            round((point[0] - self.left) * self.squeeze * self.unit, 1),
            round((self.top - point[1]) * self.unit, 1),
        )


def draw_map(view: MapView) -> MapDrawing:
    """Return the layout of a map: the places in a window around them, and an inset with the window in the region."""
    points = [
        (p.longitude, p.latitude) for p in view.located if p.longitude is not None and p.latitude is not None
    ]
    frame = _frame(points, WIDTH, HEIGHT, MARGIN)
    corners = ((0.0, 0.0), (float(WIDTH), float(HEIGHT)))
    marks = []
    for place, point in zip(view.located, points, strict=True):
        x, y = frame(point)
        marks.append(PlaceMark(place, x, y, round(place.reach / 111 * frame.unit, 1), x > WIDTH * 0.62))
    region = [point for line in view.outline.region for point in line]
    small = _frame(region, INSET, INSET * 0.75, 0.05)
    (x1, y1), (x2, y2) = (small(_back(frame, corner)) for corner in corners)
    return MapDrawing(
        WIDTH,
        HEIGHT,
        _paths(view.outline.border, frame),
        tuple(marks),
        round(frame.unit * 10 / 111, 1),
        _paths(view.outline.border, small),
        _paths(view.outline.region, small),
        (x1, y1, round(x2 - x1, 1), round(y2 - y1, 1)),
        (INSET, round(INSET * 0.75)),
    )


def _frame(points: Iterable[Point], width: float, height: float, margin: float) -> Frame:
    xs, ys = zip(*points, strict=True)
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    squeeze = round(math.cos(math.radians(middle_y)), 6)
    wide = (max(xs) - min(xs) + 2 * margin) * squeeze
    tall = max(ys) - min(ys) + 2 * margin
    unit = round(min(width / wide, height / tall), 4)
    return Frame(middle_x - width / 2 / unit / squeeze, middle_y + height / 2 / unit, unit, squeeze)


def _back(frame: Frame, corner: tuple[float, float]) -> Point:
    return (frame.left + corner[0] / frame.unit / frame.squeeze, frame.top - corner[1] / frame.unit)


def _paths(lines: Iterable[tuple[Point, ...]], frame: Frame) -> tuple[str, ...]:
    found = []
    for line in lines:
        points = dict.fromkeys(frame(point) for point in line)
        if len(points) > 1:
            found.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points))
    return tuple(found)
