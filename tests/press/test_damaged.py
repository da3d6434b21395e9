"""What is kept between builds may be damaged or somebody else's: then it is made anew, and nobody has to know."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder import build, manuscript, program, seen
from builder.press import folders
from builder.store import Store
from tests.press import ferries

PARTS = 3
"""Fascicles of the site: one of two stories, one of one, and the loose article."""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)
    # Files and folders are remembered though they were touched just now; the next build is not in the same moment.
    for module in (folders, seen):
        monkeypatch.setattr(module, "SETTLED", -(10**10))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = ferries.write(tmp_path_factory.mktemp("damaged") / "site")
    # What is in memory by now is not written again.
    build.Compiled.memory.clear()
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
@pytest.mark.parametrize(("record", "made"), [("last", PARTS), ("leaves", 0), ("seen", 0), ("folders", 0)])
def test_a_damaged_record(
    record: str, made: int, damage: str, root: Path, built: tuple[Path, dict[str, bytes]]
) -> None:
    dice = random.Random(damage)  # noqa: S311 - the same damage at every run
    # Files of a copy are others than those that were seen.
    ferries.run(root)
    DAMAGES[damage](records(root, record)[0], dice)
    for path in dice.sample(sorted((root / ".variorum" / "templates").iterdir()), 3):
        DAMAGES[damage](path, dice)
    # Templates are kept in memory too: a process that begins has them from their files alone.
    build.Compiled.memory.clear()
    assert remade(root, built) == made


@pytest.mark.parametrize(
    "roll", ["data/articles.json", "data/claims.json", "data/comparisons.json", "search/search_index.json"]
)
def test_a_damaged_roll(roll: str, root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    """What is kept of it stands in the site itself."""
    flipped(root / "site" / roll, random.Random(roll))  # noqa: S311 - the same damage at every run
    assert remade(root, built) == PARTS


@pytest.mark.parametrize(("size", "changes"), [(build.COMPARED, ()), (0, None)])
def test_without_a_ledger_a_site_is_compared_by_its_data_unless_it_is_large(
    size: int, changes: object, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "COMPARED", size)
    records(root, "last")[0].unlink()
    assert ferries.run(root).build.changes == changes


def test_folders_that_are_files(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    for folder in (folder_of(root), root / ".variorum" / "templates"):
        shutil.rmtree(folder)
        folder.write_text("not a folder", encoding="utf-8")
    build.Compiled.memory.clear()
    assert remade(root, built) == PARTS


def test_records_that_changed_places(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    first, second = records(root, "last") + records(root, "leaves")
    aside = first.with_suffix(".aside")
    first.rename(aside)
    second.rename(first)
    aside.rename(second)
    assert remade(root, built) == PARTS


# Of the words of an article's text nothing stands in a roll, of its claims all.
@pytest.mark.parametrize(
    ("old", "new", "made"), [(b".\n", b" again.\n", 1), (b"printed: ", b"printed: about ", PARTS)]
)
def test_a_ledger_of_another_time(
    old: bytes, new: bytes, made: int, root: Path, built: tuple[Path, dict[str, bytes]]
) -> None:
    """As a build leaves it that was broken off before its last step."""
    (ledger,) = records(root, "last")
    before = ledger.read_bytes()
    article = root / "content" / "articles" / "article-000009.md"
    text = article.read_bytes()
    article.write_bytes(text.replace(old, new, 1))
    ferries.run(root)
    after = ledger.read_bytes()
    assert after != before
    ledger.write_bytes(before)
    assert ferries.made(ferries.run(root)) == made
    article.write_bytes(text)
    assert remade(root, built) == 1


def failed(root: Path) -> tuple[Path, bytes]:
    """Edit the first story, make a mistake in the last, and build: what was made of the first is left over.

    Return the file with the mistake, and what it held.
    """
    first, last = (root / "content" / "articles" / f"article-{number:06}.md" for number in (0, 9))
    first.write_bytes(first.read_bytes().replace(b".\n", b" again.\n", 1))
    whole = last.read_bytes()
    last.write_bytes(whole.replace(b"completeness: full", b"completeness: half", 1))
    assert ferries.tried(root)[1] is None
    assert len(records(root, "made-")) == 1
    return last, whole


def test_what_a_failed_build_left_over_is_not_taken(root: Path, tmp_path: Path) -> None:
    mistaken, whole = failed(root)
    mistaken.write_bytes(whole)
    assert ferries.made(ferries.run(root)) == 1
    fresh = ferries.fresh(root, tmp_path / "fresh")
    ferries.run(fresh)
    assert ferries.differing(ferries.written(root / "site"), ferries.written(fresh / "site")) == []


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
    for module in (manuscript, build):
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


@pytest.mark.parametrize("room", ["last", "leaves", "made-"])
def test_a_record_of_another_shape_is_none(room: str, root: Path, tmp_path: Path) -> None:
    """With a right digest: what a later version might have kept, or somebody's hand."""
    mistaken, whole = failed(root)
    mistaken.write_bytes(whole)
    fresh = ferries.fresh(root, tmp_path / "fresh")
    ferries.run(fresh)
    store = Store(folder_of(root), program.program())
    name = records(root, room)[-1].stem
    record, places = store.get_with_chunks(name, object)
    chunks = {section: chunk.read() for section, chunk in places.items()}
    wrong: list[tuple[Any, dict[str, bytes]]] = [(changed, chunks) for changed in [None, {}, *shapes(record)]]
    if room == "last":
        # Its lines are records too.
        for part in ("heads", "counts"):
            first, *lines = chunks[part].split(b"\n")
            written = [json.dumps(changed).encode() for changed in shapes(json.loads(first))]
            written.append(first.replace(b'"', b'"\xff', 1))
            wrong += [(record, chunks | {part: b"\n".join([changed, *lines])}) for changed in written]
        wrong += [(record, chunks | {"lists": b"\xff" + chunks["lists"]}), (record, chunks | {"lists": b""})]
    assert len(wrong) > 7
    dice = random.Random(room)  # noqa: S311 - the same ones at every run
    for changed, beside in dice.sample(wrong, min(20, len(wrong))):
        store.put(name, json.loads(json.dumps(changed)), beside)
        ferries.run(root)
        assert ferries.differing(ferries.written(root / "site"), ferries.written(fresh / "site")) == [], (
            changed
        )
