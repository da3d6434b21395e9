"""What is kept between builds may be damaged or somebody else's: then it is made anew, and nobody has to know."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder import manuscript, plugin, program
from builder.store import Store
from tests.press import ferries

PARTS = 3
"""Fascicles of the site: one of two stories, one of one, and the loose article."""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = ferries.write(tmp_path_factory.mktemp("damaged") / "site")
    # What is in memory by now is not written again.
    plugin.Compiled.memory.clear()
    with pytest.MonkeyPatch.context() as patch:
        ferries.settle_time(patch)
        ferries.run(root)
    return root, ferries.written(root / "site")


@pytest.fixture
def root(built: tuple[Path, dict[str, bytes]], tmp_path: Path) -> Path:
    return ferries.copied(built[0], tmp_path / "copy")


def remade(root: Path, built: tuple[Path, dict[str, bytes]]) -> int:
    """Build with what is kept; the site must be as it was. Return how many fascicles were made anew."""
    found = ferries.made(ferries.run(root))
    assert ferries.differing(ferries.written(root / "site"), built[1]) == []
    # What was damaged is whole again.
    assert ferries.made(ferries.run(root)) == 0
    return found


def folder_of(root: Path) -> Path:
    (folder,) = (root / ".variorum").glob("site-*")
    return folder


def records(root: Path, room: str = "") -> list[Path]:
    found = sorted(folder_of(root).glob(f"{room}*.json"))
    assert found
    return found


def flipped(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


DAMAGES: dict[str, Callable[[Path, random.Random], object]] = {
    "emptied": lambda path, dice: path.write_bytes(b""),
    "cut off": lambda path, dice: path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)]),
    "one bit": flipped,
    "longer": lambda path, dice: path.write_bytes(path.read_bytes() + b"\n"),
    "gone": lambda path, dice: path.unlink(),
    "a folder": lambda path, dice: (path.unlink(), (path / "in it").mkdir(parents=True)),
    "a link to nothing": lambda path, dice: (path.unlink(), path.symlink_to("nothing")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_record(damage: str, root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    dice = random.Random(damage)  # noqa: S311 - the same damage at every run
    # One record of each room, each of another fascicle.
    DAMAGES[damage](records(root, "head")[0], dice)
    DAMAGES[damage](records(root, "share")[1], dice)
    DAMAGES[damage](records(root, "leaves")[0], dice)
    DAMAGES[damage](records(root, "published")[0], dice)
    for path in dice.sample(sorted((root / ".variorum" / "templates").iterdir()), 3):
        DAMAGES[damage](path, dice)
    # Templates are kept in memory too: a process that begins has them from their files alone.
    plugin.Compiled.memory.clear()
    assert remade(root, built) == 2


def test_folders_that_are_files(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    for folder in (folder_of(root), root / ".variorum" / "templates"):
        shutil.rmtree(folder)
        folder.write_text("not a folder", encoding="utf-8")
    plugin.Compiled.memory.clear()
    assert remade(root, built) == PARTS


def test_records_that_changed_places(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    for room in ("head", "share"):
        first, second, _ = records(root, room)
        aside = first.with_suffix(".aside")
        first.rename(aside)
        second.rename(first)
        aside.rename(second)
    assert remade(root, built) == 2


def test_a_share_of_another_time(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    """As a build leaves it that was broken off between two records."""
    share = next(path for path in records(root, "share") if "story-00002" in path.name)
    before = share.read_bytes()
    article = root / "content" / "articles" / "article-000009.md"
    text = article.read_bytes()
    article.write_bytes(text.replace(b"printed: ", b"printed: about ", 1))
    ferries.run(root)
    assert share.read_bytes() != before
    after = share.read_bytes()
    share.write_bytes(before)
    assert ferries.made(ferries.run(root)) == 1
    assert share.read_bytes() == after
    article.write_bytes(text)
    assert remade(root, built) == 1


def test_what_another_site_kept(root: Path, built: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    other = ferries.write(tmp_path / "other")
    for path in other.glob("content/articles/*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace(".\n", " elsewhere.\n"), encoding="utf-8")
    ferries.run(other)
    shutil.rmtree(folder_of(root))
    shutil.copytree(
        folder_of(other), folder_of(other).parents[2] / "copy" / ".variorum" / folder_of(other).name
    )
    assert remade(root, built) == PARTS


def test_what_another_version_kept(
    root: Path, built: tuple[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (manuscript, plugin):
        monkeypatch.setattr(module, "program", lambda: "another")
    assert remade(root, built) == PARTS


def shapes(record: Any) -> Iterator[Any]:
    """Yield a record with one thing in it in turn that does not belong there."""
    for wrong in (None, 5, "text", [], {}, [[]], {"a": 1}):
        if type(wrong) is not type(record):
            yield wrong
    if isinstance(record, dict):
        yield record | {"more": 1}
        for key in list(record)[:12]:
            yield {other: value for other, value in record.items() if other != key}
            for changed in shapes(record[key]):
                yield record | {key: changed}
    if isinstance(record, list) and record:
        yield [*record, *record]
        for changed in shapes(record[0]):
            yield [changed, *record[1:]]


@pytest.mark.parametrize("room", ["head", "share", "leaves", "published"])
def test_a_record_of_another_shape_is_none(
    room: str, root: Path, built: tuple[Path, dict[str, bytes]]
) -> None:
    """With a right digest: what a later version might have kept, or somebody's hand."""
    store = Store(folder_of(root), program.program())
    name = records(root, room)[-1].stem
    record, lines = store.get_with_lines(name)
    wrong = list(shapes(record))
    assert len(wrong) > 5
    dice = random.Random(room)  # noqa: S311 - the same ones at every run
    for changed in [None, {}, *dice.sample(wrong, min(10, len(wrong)))]:
        store.put(name, json.loads(json.dumps(changed)), lines)
        ferries.run(root)
        assert ferries.differing(ferries.written(root / "site"), built[1]) == [], changed
