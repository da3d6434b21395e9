"""What is kept between builds may be damaged or somebody else's: then it is made anew, and nobody has to know."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build import inventory, run
from builder.cache import dir_cache, stat_cache
from tests.build import ferries
from tests.thorough import times

PARTS = 3
"""Parts of the site: one of two stories, one of one, and the loose article."""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)
    # Files and folders are remembered though they were touched just now; the next build is not in the same moment.
    for module in (dir_cache, stat_cache):
        monkeypatch.setattr(module, "SETTLED", -(10**10))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = ferries.write(tmp_path_factory.mktemp("damaged") / "site")
    # What is in memory by now is not written again.
    run.Compiled.memory.clear()
    with pytest.MonkeyPatch.context() as patch:
        ferries.settle_time(patch)
        ferries.run(root)
    return root, ferries.written(root / "site")


@pytest.fixture
def root(built: tuple[Path, dict[str, bytes]], tmp_path: Path) -> Path:
    return ferries.copied(built[0], tmp_path / "copy")


def remade(root: Path, built: tuple[Path, dict[str, bytes]]) -> int:
    """Build with what is kept; the site must be as it was. Return how many parts were made anew."""
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
@pytest.mark.parametrize(("record", "made"), [("last", PARTS), ("facts", 0), ("seen", 0), ("folders", 0)])
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
    run.Compiled.memory.clear()
    assert remade(root, built) == made


@pytest.mark.parametrize("seed", range(10))
def test_whatever_is_damaged(seed: int, root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    """Some files of the cache at once, any of them and in any way: the next build makes the same site."""
    dice = random.Random(seed)  # noqa: S311 - the same damage at every run
    ferries.run(root)
    for _ in range(times(2, 100)):
        # Of the lock nothing is read.
        files = sorted(path for path in (root / ".variorum").glob("*/*") if path.is_file())
        damages = [
            (path, dice.choice(sorted(DAMAGES))) for path in dice.sample(files, dice.choice((1, 1, 3)))
        ]
        for path, damage in damages:
            # Of an empty file nothing can be cut off or changed.
            if path.stat().st_size or damage not in ("cut off", "one bit"):
                DAMAGES[damage](path, dice)
        run.Compiled.memory.clear()
        ferries.run(root)
        assert ferries.differing(ferries.written(root / "site"), built[1]) == [], damages
        assert ferries.made(ferries.run(root)) == 0, damages


@pytest.mark.parametrize(
    "json_list",
    ["data/articles.json", "data/claims.json", "data/comparisons.json", "search/search_index.json"],
)
def test_a_damaged_json_list(json_list: str, root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    """What is kept of it stands in the site itself."""
    flipped(root / "site" / json_list, random.Random(json_list))  # noqa: S311 - the same damage at every run
    assert remade(root, built) == PARTS


@pytest.mark.parametrize(("size", "changes"), [(run.COMPARED, ()), (0, None)])
def test_without_a_manifest_a_site_is_compared_by_its_data_unless_it_is_large(
    size: int, changes: object, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "COMPARED", size)
    records(root, "last")[0].unlink()
    assert ferries.run(root).build.changes == changes


def test_folders_that_are_files(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    for folder in (folder_of(root), root / ".variorum" / "templates"):
        shutil.rmtree(folder)
        folder.write_text("not a folder", encoding="utf-8")
    run.Compiled.memory.clear()
    assert remade(root, built) == PARTS


def test_records_that_changed_places(root: Path, built: tuple[Path, dict[str, bytes]]) -> None:
    first, second = records(root, "last") + records(root, "facts")
    aside = first.with_suffix(".aside")
    first.rename(aside)
    second.rename(first)
    aside.rename(second)
    assert remade(root, built) == PARTS


# Of the words of an article's text nothing stands in a JSON list, of its claims all.
@pytest.mark.parametrize(
    ("old", "new", "made"),
    [(b".\n", b" again.\n", 1), (b'printed: "at least ', b'printed: "no fewer than ', PARTS)],
)
def test_a_manifest_of_another_time(
    old: bytes, new: bytes, made: int, root: Path, built: tuple[Path, dict[str, bytes]]
) -> None:
    """As a build leaves it that was broken off before its last step."""
    (manifest_file,) = records(root, "last")
    before = manifest_file.read_bytes()
    article = root / "content" / "articles" / "article-000009.md"
    text = article.read_bytes()
    article.write_bytes(text.replace(old, new, 1))
    ferries.run(root)
    after = manifest_file.read_bytes()
    assert after != before
    manifest_file.write_bytes(before)
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
    for module in (inventory, run):
        monkeypatch.setattr(module, "fingerprint", lambda: "another")
    assert remade(root, built) == PARTS
