"""A folder is taken for what it was only where nothing in it can have come, gone or been exchanged since."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from builder.build import output
from builder.cache import dir_cache
from builder.cache.dir_cache import DirCache
from builder.cache.stat_cache import SETTLED


def later(folders: DirCache) -> DirCache:
    """The same, as if all was touched long before it was opened."""
    folders._before = time.time_ns() + SETTLED
    return folders


def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have all folders noted that are opened from now on."""
    found: list[str] = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: found.append(str(path)) or scandir(path))
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "b/index.html", "b/c/index.html", "b/c/d.png"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "site" / "link").symlink_to("b")
    return tmp_path / "site"


def test_folders_that_nobody_touched_are_not_opened(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = later(DirCache())
    found = first.stamps(site)
    assert found == dict(output.stamps(site))
    assert len(found) == 6
    assert first.changed
    seen = opened(monkeypatch)
    second = DirCache(first.record())
    assert second.stamps(site) == found
    assert (seen, second.changed) == ([], False)


def test_a_file_is_asked_though_its_folder_is_known(site: Path) -> None:
    known = later(DirCache())
    before = known.stamps(site)
    (site / "b/c/d.png").write_bytes(b"longer than it was")
    os.utime(site / "a/index.html", ns=(0, 0))
    after = DirCache(known.record()).stamps(site)
    assert {name for name in before if before[name] != after[name]} == {"b/c/d.png", "a/index.html"}


def test_what_was_touched_just_now_is_not_remembered(site: Path) -> None:
    known = DirCache()
    known.stamps(site)
    assert known.record() == b""


def test_a_site_that_was_put_in_its_place_as_a_whole_is_known(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(output.stamps(site))
    just_now = DirCache()
    just_now.learn(site, files)
    assert just_now.record() == b""
    opened_before = later(DirCache())
    opened_before.stamps(site)
    monkeypatch.setattr(dir_cache, "SETTLED", -(10**10))
    learned = DirCache()
    learned.learn(site, files)
    known = learned.record().splitlines()
    assert sorted(known) == sorted(opened_before.record().splitlines())
    assert len(known) == 4


def test_names_that_a_line_cannot_hold_are_not_remembered(site: Path) -> None:
    (site / "a" / "of\ttwo\nlines").touch()
    known = later(DirCache())
    found = known.stamps(site)
    assert found == dict(output.stamps(site))
    assert len(known.record().splitlines()) == 3
    assert DirCache(known.record()).stamps(site) == found


def test_there_may_be_no_site(tmp_path: Path) -> None:
    assert DirCache().stamps(tmp_path / "site") == {}


def test_lines_that_are_none(site: Path) -> None:
    assert DirCache(b"\nwords\n\xff\t\n\t\t").stamps(site) == dict(output.stamps(site))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_to_a_site_is_seen(seed: int, site: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same edits at every run
    known = later(DirCache())
    for _ in range(60):
        found = known.stamps(site)
        assert found == dict(output.stamps(site))
        known = later(DirCache(known.record()))
        # The system's clock has to move on, or two states would be one.
        time.sleep(0.012)
        folder = site / dice.choice(["", "a", "b", "b/c", "new"])
        name = folder / dice.choice(["index.html", "x", "y"])
        match dice.randrange(6):
            case 0 if folder.is_dir() and not name.is_dir():
                name.write_bytes(b"1" * dice.randrange(3))
            case 1 if name.is_file():
                name.unlink()
            case 2 if name.is_file():
                times = name.stat()
                other = site.parent / "other"
                other.write_bytes(b"22")
                os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
                other.replace(name)
            case 3 if folder.is_dir() and folder != site:
                shutil.rmtree(folder)
            case 4 if not folder.exists() and folder.parent.is_dir():
                folder.mkdir()
            case 5 if folder.is_dir() and not (name.exists() or name.is_symlink()):
                name.symlink_to("nothing")
