"""A store of records between builds, sealed with a digest, and the lock of a site.

A record counts as missing if its digest is wrong or if another version of this program wrote it. Whether a record is up to
date is for its reader to decide.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec
from filelock import lock_descriptor, unlock_descriptor
from msgspec import Struct

from builder.cache import regular

Record = TypeVar("Record")

PLACE = Path(".variorum")
"""The folder in the site's root for everything stored between builds. Removing it costs only one slow build."""

_DIGEST = 64
_AT_ONCE = 1 << 18
"""Bytes to read and write at once; larger blocks take longer, because memory has to be found for them."""


def digest(*parts: object) -> str:
    """Return the SHA-256, in hexadecimal, of values as JSON. The same values give the same digest in every process."""
    try:
        words = _encoder.encode(parts)
    except (UnicodeEncodeError, TypeError):
        # File names may be invalid UTF-8, and keys in YAML may be numbers.
        words = json.dumps(parts, sort_keys=True, default=str).encode()
    return hashlib.sha256(words).hexdigest()


_encoder = msgspec.json.Encoder(enc_hook=str, order="deterministic")


class Beside(Struct, frozen=True):
    """An empty record, for data that is stored only in chunks."""


class Chunk(Struct, frozen=True):
    """A range of bytes in a file. ``start`` and ``length`` are in bytes."""

    file: Path
    start: int
    length: int

    def read(self) -> bytes:
        """Return the bytes. There are fewer if the file ends early."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.length)

    def copy(self, out: BinaryIO) -> None:
        """Write the bytes to an unbuffered file. Raises ``OSError`` if the source ends early."""
        left = self.length
        with self.file.open("rb", buffering=0) as file:
            file.seek(self.start)
            while left:
                done = out.write(file.read(min(left, _AT_ONCE)))
                if not done:
                    raise OSError(errno.EIO, "the file ends too early", str(self.file))
                left -= done


Piece = bytes | Chunk
"""A part of a file that is spliced from several."""


def make_room(file: BinaryIO, size: int) -> None:
    """Reserve disk space for a file that will replace another one; otherwise the rename has to wait for the disk.

    ``size`` is in bytes.
    """
    # Not every system can do it. If the disk is full, writing will fail anyway.
    with suppress(AttributeError, OSError):
        os.posix_fallocate(file.fileno(), 0, size)


class Store:
    """The records of one site's build, each stored by name as a JSON file in ``folder``.

    ``program`` is the fingerprint of the program: records of another one count as missing.
    """

    def __init__(self, folder: Path, program: str = "") -> None:
        self.folder, self.program = folder, program

    def get(self, name: str, kind: type[Record]) -> Record | None:
        """Return a record, or None if it is missing, damaged or not of this type."""
        return self.get_with_chunks(name, kind)[0]

    def get_with_chunks(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, Chunk]]:
        """Return a record and its chunks by name; None and no chunks if it is missing, damaged or not of this type."""
        record, places, _ = self._read(name, kind)
        path = self.folder / f"{name}.json"
        return record, {section: Chunk(path, *place) for section, place in places.items()}

    def get_with_bytes(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, memoryview]]:
        """Return a record and the bytes of its chunks by name; otherwise like ``get_with_chunks``."""
        record, places, data = self._read(name, kind)
        whole = memoryview(data)
        return record, {section: whole[start : start + length] for section, (start, length) in places.items()}

    def _read(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, tuple[int, int]], bytes]:
        """Return a record, the start and length of each chunk, and the bytes of the whole file."""
        nothing: tuple[None, dict[str, tuple[int, int]], bytes] = (None, {}, b"")
        try:
            data = regular.read(self.folder / f"{name}.json")
        except OSError:
            return nothing
        if self._seal([memoryview(data)[_DIGEST:]]) != data[:_DIGEST]:
            return nothing
        end = data.find(b"\n")
        words = memoryview(data)[_DIGEST : end if end > 0 else len(data)]
        try:
            head = msgspec.json.decode(words, type=tuple[kind, dict[str, int]])  # type: ignore[valid-type]
        except (ValueError, RecursionError):
            return nothing
        record, lengths = head
        start = end + 1 if end > 0 else len(data)
        if start + sum(lengths.values()) != len(data):
            return nothing
        places = {}
        for section, length in lengths.items():
            places[section] = (start, length)
            start += length
        return record, places, data

    def put(self, name: str, record: object, chunks: Mapping[str, bytes | memoryview] | None = None) -> None:
        """Store a record atomically.

        ``chunks`` are stored unchanged in the same file: most of them are JSON already, and JSON inside JSON is slow to read.
        """
        sections = chunks or {}
        lengths = {section: len(found) for section, found in sections.items()}
        words = [msgspec.json.encode((record, lengths)), *([b"\n"] if sections else []), *sections.values()]
        own_folder(self.folder)
        path = self.folder / f"{name}.json"
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            make_room(file, _DIGEST + sum(map(len, words)))
            # Written one after another, because joining a large record takes longer than writing it.
            file.write(self._seal(words))
            file.writelines(words)
        if path.is_dir():
            _remove(path)
        part.replace(path)

    def rename(self, name: str, other: str) -> None:
        """Rename a record, replacing one that has the new name."""
        path = self.folder / f"{other}.json"
        if path.is_dir():
            _remove(path)
        (self.folder / f"{name}.json").replace(path)

    def _seal(self, words: Iterable[bytes | memoryview]) -> bytes:
        seal = hashlib.sha256(self.program.encode())
        for part in words:
            seal.update(part)
        return seal.hexdigest().encode()

    def record_names(self) -> Iterator[str]:
        """Yield the names of all records, sorted."""
        if self.folder.is_dir():
            yield from sorted(path.stem for path in self.folder.glob("*.json"))

    def forget(self, keep: Container[str]) -> None:
        """Remove all records except those in ``keep``, and leftovers of interrupted builds."""
        if self.folder.is_dir() and not self.folder.is_symlink():
            for path in self.folder.iterdir():
                if path.suffix != ".json" or path.stem not in keep:
                    _remove(path)


def own_folder(folder: Path) -> None:
    """Make a folder of the cache, in place of anything else. A link is removed: its target does not belong to the cache."""
    if folder.is_symlink() or not folder.is_dir():
        _remove(folder)
        folder.mkdir(parents=True, exist_ok=True)


def _remove(path: Path) -> None:
    """Remove the file, link or folder at a path, if there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def locked(root: Path, waiting: Callable[[], None], name: str = "lock") -> Iterator[None]:
    """Hold the site's lock, so that only one build at a time writes it. ``waiting`` is called before waiting for another one.

    ``name`` is that of another lock of the site: editors who change its content do not wait for builds.

    The lock is a file lock of the system, which is released when the process ends, even if it crashes.
    """
    folder = root / PLACE
    folder.mkdir(parents=True, exist_ok=True)
    # For reading and writing, because a named pipe in its place is then opened without waiting.
    lock = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not lock_descriptor(lock, blocking=False):
            waiting()
            lock_descriptor(lock)
        try:
            yield
        finally:
            # Explicitly, because forked processes still have the file open.
            unlock_descriptor(lock)
    finally:
        os.close(lock)
