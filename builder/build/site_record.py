"""The record of the files that builds wrote into a folder. Builds remove and replace these files and no others.

It is stored in the folder itself, so it moves with the folder, and a seal detects damage. In a folder without a whole
record, no file counts as written by a build.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path

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


def _encode(names: Iterable[str], coming: Mapping[str, str], purpose: Purpose) -> bytes:
    lines = [f"{_HEAD} [{purpose.value}]", *sorted(map(_escape, names))]
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


def _decode(data: bytes, purpose: Purpose) -> tuple[set[str], dict[str, str]]:
    """Return the files of a record, and the digests of those that are still to come. Both are empty if it is not whole."""
    nothing: tuple[set[str], dict[str, str]] = (set(), {})
    rest = unsealed(data)
    if rest is None:
        return nothing
    head, _, body = rest.decode("utf-8", "surrogateescape").removesuffix("\n").partition("\n")
    if head != f"{_HEAD} [{purpose.value}]" or "\0" in body or not body or _NO_NAME.search(body):
        return nothing
    # Fast path for the usual record, which has only names: many thousands of them for a large site.
    lines = body.split("\n")
    if "\t" not in body and "\\" not in body:
        return set(lines), {}
    names = {_unescape(line) for line in lines if "\t" not in line}
    parted = (line.split("\t", 1) for line in lines if "\t" in line)
    return names, {_unescape(name): digest for name, digest in parted}


def _unescape(name: str) -> str:
    return re.sub(r"\\.", lambda match: _ESCAPED.get(match[0], ""), name)


def read_record(folder: Path, purpose: Purpose) -> set[str]:
    """Return the files in the folder's record, or an empty set if there is no whole record."""
    file = folder / RECORD
    try:
        data = file.read_bytes() if stat.S_ISREG(file_mode(file)) else b""
    except OSError:
        data = b""
    names, coming = _decode(data, purpose)
    return names | {name for name, digest in coming.items() if digest == digest_of(folder / name)}


def write_record(
    folder: Path, names: Iterable[str], purpose: Purpose, coming: Mapping[str, str] | None = None
) -> None:
    """Write the folder's record atomically.

    ``coming`` are the SHA-256 digests of files that will be moved in, by name. A different file of such a name does not count as
    recorded.
    """
    part = folder / PART
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(_encode(names, coming or {}, purpose))
    part.replace(folder / RECORD)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal, or an empty text if it is missing or not a regular file."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() if stat.S_ISREG(file_mode(file)) else ""
    except OSError:
        return ""


def hidden(name: str) -> bool:
    """Return whether the name of a file, or of a folder in its path, begins with a dot."""
    return name.startswith(".") or "/." in name


def obstacles(
    folder: Path, names: Iterable[str], ours: Container[str], cleared: Container[str] = ()
) -> list[str]:
    """Return the paths that are in the way of writing files into a folder and are neither in ``ours`` nor in ``cleared``.

    Links in the folder are not followed and never count as ours. Files of ours are no obstacle, even if a folder of the same
    name is written.
    """
    found: set[str] = set()
    ways = {"": True}

    def goes(path: str, mode: int) -> bool:
        return (stat.S_ISREG(mode) and path in ours) or path in cleared

    def way(path: str) -> bool:
        """Return whether files can be written into a folder; add an obstacle in its place to ``found``."""
        if path not in ways:
            ways[path] = way(path.rpartition("/")[0])
            if ways[path] and (mode := file_mode(folder / path)) and not stat.S_ISDIR(mode):
                ways[path] = goes(path, mode)
                if not ways[path]:
                    found.add(path)
        return ways[path]

    for name in names:
        if way(name.rpartition("/")[0]) and (mode := file_mode(folder / name)):
            inside = files(folder, f"{name}/") if stat.S_ISDIR(mode) else [name]
            found.update(one for one in inside if not goes(one, file_mode(folder / one)))
    return sorted(found)


def file_mode(path: Path) -> int:
    """Return the mode (``st_mode``) at a path without following links, or 0 if nothing is there."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


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
    listed = sorted(names)
    words = ", ".join(listed[:_SHOWN])
    if len(listed) > _SHOWN:
        words += f" and {len(listed) - _SHOWN} more"
    return ContentError([Problem(shown, 1, "", FOREIGN_FILES, f"{why}: {words}")])
