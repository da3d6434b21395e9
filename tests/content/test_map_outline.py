"""An outline that cannot be drawn is told at its line by check and build, with all that is wrong with it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builder.cache import regular
from builder.cli.main import main
from builder.content.map_outline import FILE, LARGEST, faults, read_outline
from builder.content.problems import BAD_OUTLINE
from builder.proof.check import proofread
from tests.printed import site_with_config


def feature(kind: str, **more: Any) -> dict[str, Any]:
    found = {
        "properties": {"kind": kind, "name": kind.title()},
        "geometry": {"coordinates": [[[9, 61], [9.5, 61.5], [9.9, 61]]]},
    }
    return found | more


def outline(**more: Any) -> str:
    return json.dumps(
        {"source": "An invented chart", "features": [feature("border"), feature("region")]} | more
    )


BROKEN = {
    "no JSON": ("{\n  nothing", ["2: is no JSON: "]),
    "nothing": ("", ["1: is no JSON: "]),
    "null": ("null", ["1: is null, and a FeatureCollection belongs here"]),
    "a list": ("[1]", ["1: is a list, and a FeatureCollection belongs here"]),
    "too deep": ('{"features":' * 100_00, ["1: is nested deeper than any outline needs"]),
    "a long number": (outline(source=10**20).replace("1" + "0" * 20, "1" * 9000), ["1: holds a number that is too long"]),
    "wrong encoding": ('{"source":\n "Größe"}'.encode("latin-1"), ["2: is not UTF-8 text: byte 0xf6"]),
    "another encoding": (outline().encode("utf-16"), ["1: is not UTF-8 text: byte 0xff"]),
    "too large": (" " * (LARGEST + 1), ["1: is larger than 200,000 bytes"]),
    "no border": (outline(features=[feature("region")]), ['1: has no feature whose properties have "kind": "border"']),
    "nothing in it": (
        "{}",
        [
            '1: has no "source"',
            '1: has no feature whose properties have "kind": "border"',
            '1: has no feature whose properties have "kind": "region"',
        ],
    ),
    "null within": (
        outline(source=None, features=[None, feature("border", geometry=None), feature("region", geometry={"coordinates": []})]),
        [
            '1: has no "source"',
            "1: the border has no geometry",
            "1: the region has no line of two points",
        ],
    ),
    "off the globe, nameless": (
        '{"source": "x", "features": [\n'
        + json.dumps(feature("border", geometry={"coordinates": [[[9, 91], [9, 1]]]}))
        + ",\n"
        + json.dumps(feature("region", properties={"kind": "region", "name": None}))
        + "]}",
        ["2: the coordinates of the border are not lists of points", '3: the region has no "name"'],
    ),
    "words for degrees": (
        outline(features=[feature("border", geometry={"coordinates": [[["9", "61"], [True, 1]]]}), feature("region")]),
        ["1: the coordinates of the border are not lists of points"],
    ),
}  # fmt: skip
SQUARE = [[9, 61], [10, 61], [10, 62], [9, 62], [9, 61]]


def polygon(*rings: object, kind: str = "region") -> str:
    """An outline whose region (or border) is a polygon of these rings."""
    geometry = {"type": "Polygon", "coordinates": rings}
    shapes = {"border": feature("border"), "region": feature("region")}
    return outline(features=list((shapes | {kind: feature(kind, geometry=geometry)}).values()))


NO_DEGREES = "1: the coordinates of the region are not lists of points, each two numbers of degrees: longitude, latitude"
BROKEN |= {
    "three points": (polygon([[9, 61], [10, 61], [9, 61]]), ["1: the region is a Polygon with a ring of fewer than four points"]),
    "no end": (polygon(SQUARE[:4]), ["1: the region is a Polygon with a ring that is not closed: its last point has to be its first"]),
    "one of two": (polygon(SQUARE, SQUARE[:4]), ["1: the region is a Polygon with a ring that is not closed"]),
    "no width": (polygon([[9, 61], [9, 62], [9, 63], [9, 61]]), ["1: the region has a ring that encloses nothing"]),
    "aslant": (polygon([[9, 61], [10, 62], [11, 63], [9, 61]]), ["1: the region has a ring that encloses nothing"]),
    "one point": (polygon([[9, 61]] * 5), ["1: the region has a line whose points are all one"]),
    "no ring": (polygon(), ["1: the region has no line of two points"]),
    "an empty ring": (polygon(SQUARE, []), ["1: the region has a line of fewer than two points"]),
    "a flat border": (polygon([[9, 61], [9, 62], [9, 63], [9, 61]], kind="border"), ["1: the border has a ring that encloses"]),
    "not a number": (polygon([[9, float("nan")], *SQUARE]), [NO_DEGREES]),
    "infinite": (polygon([[float("inf"), 1], *SQUARE]), [NO_DEGREES]),
    "too far west": (polygon([[-180.1, 1], *SQUARE]), [NO_DEGREES]),
    "too far north": (polygon([[9, 90.5], *SQUARE]), [NO_DEGREES]),
    "in words": (polygon("9, 61"), [NO_DEGREES]),
    "heights": (polygon([[*point, 100] for point in SQUARE]), [NO_DEGREES]),
    "a mapping": (polygon({"a": 1}), [NO_DEGREES]),
    "a point": (
        outline(features=[feature("border", geometry={"type": "Point", "coordinates": [9, 61]}), feature("region")]),
        ["1: the border is a Point: LineString, MultiLineString, Polygon, MultiPolygon can be drawn"],
    ),
    "no type": (
        outline(features=[feature("border", geometry={"type": None, "coordinates": []}), feature("region")]),
        ["1: the border is of no known type"],
    ),
    "too shallow": (
        outline(features=[feature("border"), feature("region", geometry={"type": "MultiPolygon", "coordinates": [SQUARE]})]),
        [NO_DEGREES],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_told_at_its_line(
    text: str | bytes, expected: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "content" / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = faults(tmp_path, "content")
    assert [problem.kind for problem in found] == [BAD_OUTLINE] * len(expected)
    told = [f"{problem.line}: {problem.message}" for problem in found]
    assert all(line.startswith(start) for line, start in zip(told, expected, strict=True)), told


def no_folder(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("x")


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "cannot be read: Is a directory"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "cannot be read: the link leads to nothing"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be read: "),
    "a pipe": (os.mkfifo, "cannot be read: it is not a file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "cannot be read: it is not a file"),
    "no folder around": (no_folder, "cannot be read: maps is not a folder"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "message"), ODD.values(), ids=ODD)
def test_what_is_no_file_is_told_and_the_last_site_stays(
    make: Callable[[Path], object], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path, {FILE: outline()})
    assert CliRunner().invoke(main, ["build", "-C", str(root)]).exit_code == 0
    before = {path: path.read_bytes() for path in sorted((root / "site").rglob("*")) if path.is_file()}
    path = root / "content" / FILE
    path.unlink()
    make(path)
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, "-C", str(root)])
        assert (result.exit_code, type(result.exception)) == (1, SystemExit)
        assert f"content/{FILE}:1: {message}" in result.output
        assert "[V034 bad-outline]" in result.output
    assert {
        path: path.read_bytes() for path in sorted((root / "site").rglob("*")) if path.is_file()
    } == before


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "content" / FILE
    path.parent.mkdir(parents=True)
    path.write_text(outline())
    monkeypatch.setattr(regular, "read", refused)
    [problem] = faults(tmp_path, "content")
    assert str(problem) == f"content/{FILE}:1: cannot be read: Permission denied [V034 bad-outline]"


def test_no_outline_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert faults(tmp_path, "content") == []
    (tmp_path / "content/maps").mkdir()
    assert faults(tmp_path, "content") == []


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_every_command_tells_it(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path, {FILE: "null"})
    words = [command, "-C", str(root), *([str(tmp_path / "out")] if command == "export" else [])]
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert (
        "content/maps/outline.geojson:1: is null, and a FeatureCollection belongs here [V034 bad-outline]"
        in result.output
    )
    # The advice mends it: without the file the site is built.
    (root / "content" / FILE).unlink()
    assert CliRunner().invoke(main, words).exit_code == 0


def test_it_is_told_with_all_other_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path, {FILE: "{", "articles/sound-radio-fuse.md": "---\nx: 1\n---\n"})
    found = {problem.kind.name for problem in proofread(root).problems}
    assert {"bad-outline", "unknown-key", "missing-key"} <= found


def test_a_right_one_is_read_with_a_byte_order_mark_too(tmp_path: Path) -> None:
    path = tmp_path / "outline.geojson"
    path.write_bytes(b"\xef\xbb\xbf" + outline().encode())
    found = read_outline(path)
    assert found is not None
    assert (found.source, found.border_name, found.border[0][0]) == (
        "An invented chart",
        "Border",
        (9.0, 61.0),
    )


@pytest.mark.parametrize(
    ("type_", "coordinates"),
    [
        ("LineString", SQUARE),
        ("MultiLineString", [SQUARE]),
        ("Polygon", [SQUARE]),
        ("MultiPolygon", [[SQUARE]]),
    ],
)
def test_every_geometry_that_is_lines_is_drawn(type_: str, coordinates: object, tmp_path: Path) -> None:
    path = tmp_path / "outline.geojson"
    geometry = {"type": type_, "coordinates": coordinates}
    path.write_text(
        outline(features=[feature("border", geometry=geometry), feature("region")]), encoding="utf-8"
    )
    found = read_outline(path)
    assert found is not None
    assert found.border == (tuple((float(x), float(y)) for x, y in SQUARE),)


def test_a_place_at_a_pole_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path, {FILE: outline()})
    places = root / "content" / "places.yml"
    places.write_text(places.read_text().replace("latitude: 61.25", "latitude: 90"))
    result = CliRunner().invoke(main, ["build", "-C", str(root)])
    assert result.exit_code == 0, result.output
