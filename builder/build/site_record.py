"""The record of the files that builds wrote into a folder. Builds remove and replace these files and no others.

It is stored in the folder itself, so it moves with the folder, and a seal detects damage. In a folder without a whole
record, no file counts as written by a build. The same holds if the record was copied from another site: it has the digests of a
few files, and one of them has to lie beside it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from builder.cache import regular
from builder.content.problems import FOREIGN_FILES, ContentError, Problem

RECORD = ".variorum-files"
"""Name of the record in the folder."""
PART = f"{RECORD}.part"
"""Temporary name of a record that is being written."""
_HEAD = "Variorum wrote these files, and removes or replaces no others here."
_SHOWN = 5

# A path that is absolute or has an empty, "." or ".." component, in any line.
_NO_NAME = re.compile(r"(?:^|/)\.{0,2}(?:[/\t]|$)", re.MULTILINE)
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_ESCAPED = {escape: char for char, escape in _ESCAPES.items()}


class Purpose(Enum):
    """What a folder is for: a site's record is not valid for an export."""

    SITE = "site"
    EXPORT = "export"


MARKED_FILES = {
    Purpose.SITE: ("index.html", "404.html", "data/articles.json"),
    Purpose.EXPORT: ("mkdocs.yml", "docs/index.md", "docs/data/articles.json"),
}
"""Files that differ between sites. A record counts only beside one of them; so they have to be removed last."""
_MARK_BYTES = 1 << 16
"""Number of bytes at the beginning of such a file that are compared: data files may be large."""


class _Record(NamedTuple):
    names: set[str]
    coming: dict[str, str]
    """SHA-256 digests of files that will be moved in, by name."""
    marks: set[str]
    """Digests of the folder's ``MARKED_FILES``; empty if the record does not depend on them."""


def _encode(names: Iterable[str], coming: Mapping[str, str], marks: Iterable[str], purpose: Purpose) -> bytes:
    lines = [f"{_HEAD} [{purpose.value}]"]
    if told := sorted(marks):
        # No file name begins with a tab.
        lines.append(f"\t{' '.join(told)}")
    lines += sorted(map(_escape, names))
    lines += sorted(f"{_escape(name)}\t{digest}" for name, digest in coming.items())
    # File names may be invalid UTF-8.
    body = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
    return sealed(body)


def sealed(data: bytes) -> bytes:
    """Return bytes prefixed with their SHA-256, to detect truncation and changes."""
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unsealed(data: bytes) -> bytes | None:
    """Return the sealed bytes without their seal, or None if they are damaged."""
    seal, _, rest = data.partition(b"\n")
    return rest if hashlib.sha256(rest).hexdigest().encode() == seal else None


def _escape(name: str) -> str:
    return (
        name
        if name.isprintable() and "\\" not in name
        else re.sub(r"[\\\n\t]", lambda m: _ESCAPES[m[0]], name)
    )


def _decode(data: bytes, purpose: Purpose) -> _Record | None:
    """Return a record, or None if it is not whole."""
    rest = unsealed(data)
    if rest is None:
        return None
    head, _, body = rest.decode("utf-8", "surrogateescape").removesuffix("\n").partition("\n")
    marks: set[str] = set()
    if body.startswith("\t"):
        told, _, body = body.partition("\n")
        marks.update(told.split())
    if head != f"{_HEAD} [{purpose.value}]" or "\0" in body or (body and _NO_NAME.search(body)):
        return None
    if not body:
        return _Record(set(), {}, marks)
    # Fast path for the usual record, which has only names: many thousands of them for a large site.
    lines = body.split("\n")
    if "\t" not in body and "\\" not in body:
        return _Record(set(lines), {}, marks)
    names = {_unescape(line) for line in lines if "\t" not in line}
    parted = (line.split("\t", 1) for line in lines if "\t" in line)
    return _Record(names, {_unescape(name): digest for name, digest in parted}, marks)


def _unescape(name: str) -> str:
    return re.sub(r"\\.", lambda match: _ESCAPED.get(match[0], ""), name)


def leads_in(name: str) -> bool:
    """Return whether a path names something in the folder itself: it is relative, and no part is empty or leads up."""
    return "\0" not in name and not {"", ".", ".."} & {*name.split("/")}


def read_record(folder: Path, purpose: Purpose) -> set[str]:
    """Return the files in the folder's record, or an empty set if there is no whole record."""
    return find_record(folder, purpose) or set()


def find_record(folder: Path, purpose: Purpose) -> set[str] | None:
    """Return the files in the folder's record, or None if there is no whole record.

    A record that was copied from another folder has no files here.
    """
    if (found := _load(folder, purpose)) is None:
        return None
    belongs = not found.marks or any(
        _digest(folder / name, _MARK_BYTES) in found.marks for name in MARKED_FILES[purpose]
    )
    names = found.names if belongs else set()
    return names | {name for name, digest in found.coming.items() if digest == digest_of(folder / name)}


def recorded_marks(folder: Path, purpose: Purpose) -> set[str]:
    """Return the marks in the folder's record, or an empty set if there is no whole record."""
    found = _load(folder, purpose)
    return found.marks if found else set()


def folder_marks(folder: Path, purpose: Purpose, ours: Container[str]) -> set[str]:
    """Return the digests of the folder's ``MARKED_FILES`` that are in ``ours``."""
    return {_digest(folder / name, _MARK_BYTES) for name in MARKED_FILES[purpose] if name in ours} - {""}


def _load(folder: Path, purpose: Purpose) -> _Record | None:
    file = folder / RECORD
    try:
        data = file.read_bytes() if stat.S_ISREG(file_mode(file)) else b""
    except OSError:
        data = b""
    return _decode(data, purpose)


def write_record(
    folder: Path,
    names: Iterable[str],
    purpose: Purpose,
    coming: Mapping[str, str] | None = None,
    marks: Iterable[str] = (),
) -> None:
    """Write the folder's record atomically.

    ``coming`` are the SHA-256 digests of files that will be moved in, by name. A different file of such a name does not count as
    recorded. ``marks`` are those of ``folder_marks``.
    """
    part = folder / PART
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(_encode(names, coming or {}, marks, purpose))
    part.replace(folder / RECORD)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal, or an empty text if it is missing or not a regular file."""
    return _digest(file, -1)


def _digest(file: Path, most: int) -> str:
    """Return the same of the first ``most`` bytes of a file; of all if ``most`` is negative."""
    try:
        return hashlib.sha256(regular.read(file, most)).hexdigest() if stat.S_ISREG(file_mode(file)) else ""
    except OSError:
        return ""


def hidden(name: str) -> bool:
    """Return whether the name of a file, or of a folder in its path, begins with a dot."""
    return name.startswith(".") or "/." in name


def obstacles(
    folder: Path,
    names: Iterable[str],
    ours: Container[str],
    recorded: Container[str],
    cleared: Container[str] | None = None,
) -> list[str]:
    """Return the paths that are in the way of writing files into a folder and are neither in ``ours`` nor in ``cleared``.

    Links in the folder are not followed and never count as ours. Files of ours are no obstacle, even if a folder of the same
    name is written. An empty folder is an obstacle unless its name is in ``recorded``, or ``cleared`` is not None.
    """
    found: set[str] = set()
    # True if the folder exists, None if it has to be made, False if an obstacle is in its place.
    ways: dict[str, bool | None] = {"": True}

    def goes(path: str, mode: int) -> bool:
        return (stat.S_ISREG(mode) and path in ours) or (cleared is not None and path in cleared)

    def way(path: str) -> bool | None:
        """Return whether files can be written into a folder; add an obstacle in its place to ``found``."""
        if path not in ways:
            ways[path] = way(path.rpartition("/")[0])
            mode = file_mode(folder / path) if ways[path] else 0
            if ways[path] and not stat.S_ISDIR(mode):
                ways[path] = None if not mode or goes(path, mode) else False
                if ways[path] is False:
                    found.add(path)
        return ways[path]

    for name in names:
        if way(name.rpartition("/")[0]) and (mode := file_mode(folder / name)):
            inside = [*files(folder, f"{name}/")] if stat.S_ISDIR(mode) else [name]
            if not inside and cleared is None and name not in recorded:
                found.add(name)
            found.update(one for one in inside if not goes(one, file_mode(folder / one)))
    return sorted(found)


def file_mode(path: Path) -> int:
    """Return the mode (``st_mode``) at a path without following links, or 0 if nothing is or can be there."""
    try:
        return os.lstat(path).st_mode
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
            return 0
        raise


def files(folder: Path, prefix: str = "") -> Iterator[str]:
    """Yield the paths in a folder, below ``prefix``, of everything except folders. Links are not followed."""
    waiting = [prefix]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")
                else:
                    yield prefix + entry.name


def foreign_error(shown: str, names: Iterable[str], why: str) -> ContentError:
    """Return the error of a folder with files that no build wrote. ``shown`` is the folder's name in the message."""
    return ContentError([Problem(shown, 1, "", FOREIGN_FILES, f"{why}: {shortened(names)}")])


def shortened(names: Iterable[str]) -> str:
    """Return the first few names and the number of further ones, as text."""
    listed = sorted(names)
    words = ", ".join(listed[:_SHOWN])
    return f"{words} and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else words
