"""Read the outlines behind a map: a border and a region, from a small GeoJSON file that names its source.

The file is hostile like all content: coordinates that are not degrees are refused, and so are large files.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from msgspec import Struct

from builder.cache import regular

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

FILE = "maps/outline.geojson"
LARGEST = 200_000
"""Maximum size of the file in bytes."""


class Outline(Struct, frozen=True):
    """Lines drawn behind the places of a map."""

    source: str
    border: tuple[tuple[Point, ...], ...]
    border_name: str
    region: tuple[tuple[Point, ...], ...]
    region_name: str


class OutlineError(Exception):
    """The file is not a small GeoJSON file with a source; the message says why."""


def read_outline(path: Path) -> Outline | None:
    """Return the outlines in a file, or None if it does not exist. Raises ``OutlineError``."""
    if not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise OutlineError(f"{path.name} is larger than {LARGEST:,} bytes; thin it out")
    try:
        data = json.loads(regular.read(path).decode("utf-8"))
        features = {feature["properties"]["kind"]: feature for feature in data["features"]}
        border, region = features["border"], features["region"]
        return Outline(
            str(data["source"]),
            tuple(_line(line) for line in border["geometry"]["coordinates"]),
            str(border["properties"]["name"]),
            tuple(_line(line) for line in region["geometry"]["coordinates"]),
            str(region["properties"]["name"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise OutlineError(
            f"{path.name} is no GeoJSON with a source, a border and a region: {error!r}"
        ) from None


def _line(points: Any) -> tuple[Point, ...]:
    line = tuple((float(x), float(y)) for x, y in points)
    if not all(math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90 for x, y in line):
        raise ValueError("a point is not on the globe")
    return line
