"""A file is taken for what it was only where nobody can have touched it since."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cache import stat_cache
from builder.cache.stat_cache import StatCache
from builder.content.load import opened, survey
from builder.content.problems import ContentError


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def looked_at(file: Path, known: StatCache) -> str | None:
    return known.digest("name", file.lstat())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_text("first", encoding="utf-8")
    return path


def noted(file: Path) -> StatCache:
    """What a build remembers that read a file long after it was written, as the next one has it."""
    before = StatCache()
    before._before = time.time_ns() + stat_cache.SETTLED
    before.note("name", file.lstat(), digest("first"))
    assert before.changed
    return StatCache(before.record())


def rewritten(file: Path) -> None:
    """The same size and the same time of change, as far as a program can set it."""
    found = file.stat()
    file.write_text("other", encoding="utf-8")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def exchanged(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("other", encoding="utf-8")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)


def test_a_file_that_nobody_touched(file: Path) -> None:
    known = noted(file)
    assert looked_at(file, known) == digest("first")
    assert not known.changed
    assert known.digest("another name", file.lstat()) is None


@pytest.mark.parametrize("touch", [rewritten, exchanged, Path.touch])
def test_a_file_that_was_touched(touch: Callable[[Path], None], file: Path) -> None:
    known = noted(file)
    touch(file)
    assert looked_at(file, known) is None
    assert known.changed


def test_a_file_that_was_written_a_moment_ago_is_not_remembered(file: Path) -> None:
    known = StatCache()
    known.note("name", file.lstat(), digest("first"))
    assert known.record() == b""


@pytest.mark.parametrize("line", [b"", b"name", b"\t", b"name\t1\t2\t3\t4"])
def test_lines_that_say_nothing(line: bytes, file: Path) -> None:
    assert looked_at(file, StatCache(line)) is None


def test_articles_that_were_seen_are_not_read(tmp_path: Path) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    file = articles / "one.md"
    file.write_text("first", encoding="utf-8")
    known = StatCache(f"content/articles/one.md\t{mark(file)}\t{digest('first')}".encode())
    (leaf,) = survey(tmp_path, stat_cache=known)[0]
    assert (leaf.data, leaf.digest) == (None, digest("first"))
    assert opened(tmp_path, leaf).data == b"first"
    file.write_text("other", encoding="utf-8")
    with pytest.raises(ContentError, match=r"content/articles/one\.md:1: .*changed in the same moment"):
        opened(tmp_path, leaf)
    (leaf,) = survey(tmp_path, stat_cache=known)[0]
    assert (leaf.data, leaf.digest) == (b"other", digest("other"))


def mark(file: Path) -> str:
    found = file.lstat()
    return f"{found.st_size}\t{found.st_ino}\t{found.st_mtime_ns}\t{found.st_ctime_ns}"
