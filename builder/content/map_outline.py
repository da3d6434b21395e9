"""Read the outlines behind a map: a border and a region, from a small GeoJSON file that names its source.

The file is hostile like all content: coordinates that are not degrees are refused, and so are large files.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from builder.cache import regular
from builder.content.problems import BAD_OUTLINE, Problem

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

FILE = "maps/outline.geojson"
LARGEST = 200_000
"""Bytes."""
_NESTED = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""The geometries that are lines -> how deep in lists each line lies."""
KINDS = ("border", "region")
"""The features that a map needs, by the ``kind`` in their properties."""


class Outline(Struct, frozen=True):
    """Lines drawn behind the places of a map."""

    source: str
    border: tuple[tuple[Point, ...], ...]
    border_name: str
    region: tuple[tuple[Point, ...], ...]
    region_name: str


class OutlineError(Exception):
    """The file is no small GeoJSON with a source, a border and a region. ``faults`` are all reasons: line and words of each."""

    def __init__(self, *faults: tuple[int, str]) -> None:
        self.faults = faults
        super().__init__("; ".join(message for _, message in faults))


def read_outline(path: Path) -> Outline | None:
    """Read the outlines of a site, ``None`` if it has no such file. Raises ``OutlineError`` for one that cannot be drawn."""
    try:
        # Of a link whether it is there, wherever it leads: one to nothing is meant to be a map.
        path.lstat()
        data = regular.read(path, LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            raise OutlineError((1, "cannot be read: the link leads to nothing")) from None
        if path.parent.is_symlink() or (isinstance(error, NotADirectoryError) and path.parent.exists()):
            raise OutlineError((1, "cannot be read: maps is not a folder")) from None
        return None
    except OSError as error:
        raise OutlineError((1, f"cannot be read: {error.strerror}")) from None
    if len(data) > LARGEST:
        raise OutlineError((1, f"is larger than {LARGEST:,} bytes"))
    return _Reader(_text(data)).outline()


def faults(root: Path, content_dir: str) -> list[Problem]:
    """Return what is wrong with the outline of a site's map, all of it; nothing if there is none."""
    try:
        read_outline(root / content_dir / FILE)
    except OutlineError as error:
        path = f"{content_dir}/{FILE}"
        return [Problem(path, line, "", BAD_OUTLINE, message) for line, message in error.faults]
    return []


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OutlineError((line, f"is not UTF-8 text: byte 0x{data[error.start]:02x}")) from None


class _Reader:
    """Reads one file, and gathers all that is wrong with it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[tuple[int, str]] = []

    def outline(self) -> Outline:
        data = self.json()
        if not isinstance(data, dict):
            raise OutlineError((1, f"is {_called(data)}, and a FeatureCollection belongs here"))
        source = data.get("source")
        if not isinstance(source, str) or not source.strip():
            self.faults.append((1, 'has no "source": who drew these lines, in words'))
            source = ""
        found = self.features(data.get("features"))
        border, region = (self.lines(kind, found) for kind in KINDS)
        names = [self.name(kind, found) for kind in KINDS]
        if self.faults:
            raise OutlineError(*self.faults)
        return Outline(source, border, names[0], region, names[1])

    def json(self) -> Any:
        try:
            return json.loads(self.text)
        except json.JSONDecodeError as error:
            raise OutlineError((error.lineno, f"is no JSON: {error.msg}")) from None
        except RecursionError:
            raise OutlineError((1, "is nested deeper than any outline needs")) from None
        except ValueError:
            raise OutlineError((1, "holds a number that is too long")) from None

    def features(self, listed: Any) -> dict[str, Mapping[str, Any]]:
        """Return the features that a map needs, by their kind; tell those that are missing."""
        found: dict[str, Mapping[str, Any]] = {}
        for feature in listed if isinstance(listed, list) else ():
            properties = feature.get("properties") if isinstance(feature, dict) else None
            kind = properties.get("kind") if isinstance(properties, dict) else None
            if isinstance(kind, str):
                found[kind] = feature
        for kind in KINDS:
            if kind not in found:
                self.faults.append((1, f'has no feature whose properties have "kind": "{kind}"'))
        return found

    def name(self, kind: str, found: Mapping[str, Mapping[str, Any]]) -> str:
        name = found[kind]["properties"].get("name") if kind in found else ""
        if not isinstance(name, str) or (kind in found and not name.strip()):
            self.faults.append((self.line(kind), f'the {kind} has no "name" in its properties'))
            return ""
        return name

    def lines(self, kind: str, found: Mapping[str, Mapping[str, Any]]) -> tuple[tuple[Point, ...], ...]:
        if kind not in found:
            return ()
        geometry = found[kind].get("geometry")
        if not isinstance(geometry, dict):
            self.faults.append((self.line(kind), f"the {kind} has no geometry"))
            return ()
        type_ = geometry.get("type", "MultiLineString")
        nested = _NESTED.get(type_) if isinstance(type_, str) else None
        if nested is None:
            called = f"a {type_}" if isinstance(type_, str) and type_.isalpha() else "of no known type"
            self.faults.append(
                (self.line(kind), f"the {kind} is {called}: {', '.join(_NESTED)} can be drawn")
            )
            return ()
        try:
            lines = tuple(_line(line) for line in _lines(geometry.get("coordinates"), nested))
        except (ValueError, TypeError, OverflowError):
            wanted = "lists of points, each two numbers of degrees: longitude, latitude"
            self.faults.append((self.line(kind), f"the coordinates of the {kind} are not {wanted}"))
            return ()
        if why := _undrawn(kind, type_, lines):
            self.faults.append((self.line(kind), f"the {kind} {why}"))
        return lines

    def line(self, kind: str) -> int:
        """Return the line in which a feature says of what kind it is."""
        found = re.search(rf'"kind"\s*:\s*"{kind}"', self.text)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1


def _lines(coordinates: Any, nested: int) -> list[Any]:
    """Return the lines of a geometry, in which they lie so many lists deep. ``TypeError`` where a list is none."""
    lines = [coordinates]
    for _ in range(nested):
        lines = [part for whole in lines for part in whole]
    return lines


def _line(points: Any) -> tuple[Point, ...]:
    return tuple((_degrees(x, 180), _degrees(y, 90)) for x, y in points)


def _undrawn(kind: str, type_: object, lines: tuple[tuple[Point, ...], ...]) -> str:
    """Return why lines would be drawn as nothing, or as what they are not; empty if they can be drawn.

    A polygon has rings of four points and more that end where they begin (RFC 7946, section 3.1.6).
    """
    if not lines or any(len(line) < 2 for line in lines):
        return "has no line of two points" if len(lines) < 2 else "has a line of fewer than two points"
    if any(len(set(line)) < 2 for line in lines):
        return "has a line whose points are all one"
    polygon = type_ in ("Polygon", "MultiPolygon")
    if polygon:
        if any(len(line) < 4 for line in lines):
            return f"is a {type_} with a ring of fewer than four points"
        if any(line[0] != line[-1] for line in lines):
            return f"is a {type_} with a ring that is not closed: its last point has to be its first"
    if (kind == "region" or polygon) and any(_is_flat(line) for line in lines):
        return "has a ring that encloses nothing: its points lie on one line"
    return ""


def _is_flat(ring: tuple[Point, ...]) -> bool:
    """Return whether all points of a ring lie on one straight line. One that crosses itself may enclose as much on either side."""
    (x0, y0), (x1, y1) = ring[0], next(point for point in ring if point != ring[0])
    return all(abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) < _FLAT for x, y in ring)


_FLAT = 1e-9
"""Square degrees, a tenth of a square metre: what rounding makes of nothing."""


def _degrees(value: Any, most: int) -> float:
    """Return a number of degrees. ``ValueError`` if it is none, or not on the globe."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("no number")
    if not math.isfinite(value) or abs(value) > most:
        raise ValueError("not on the globe")
    return float(value)


def _called(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else "a number"
