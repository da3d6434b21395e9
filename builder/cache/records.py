"""What is kept between builds: of each part what was made of it, under the key of all that it was made of.

Nothing here is believed for its age or its name. A record whose digest is not that of its words is not there, nor is one that
another version of this program wrote; one whose key is not today's key is out of date; and one whose pages are not in the site
as they were written is, too.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec
from msgspec import Struct

from builder.cache import regular

Record = TypeVar("Record")

PLACE = Path(".variorum")
"""The folder, in the site's root, of everything kept between builds. Its loss costs one slow build."""

_DIGEST = 64
_AT_ONCE = 1 << 18
"""Bytes that are read and written in one go; more at once takes longer, as the room for them has to be found."""


def digest(*parts: object) -> str:
    """Return the SHA-256 of some parts as JSON. The same parts give the same digest, in every process."""
    try:
        words = _encoder.encode(parts)
    except (UnicodeEncodeError, TypeError):
        # Names of files may be no text, and keys of what somebody wrote may be numbers.
        words = json.dumps(parts, sort_keys=True, default=str).encode()
    return hashlib.sha256(words).hexdigest()


_encoder = msgspec.json.Encoder(enc_hook=str, order="deterministic")


class Beside(Struct, frozen=True):
    """A record that says nothing: all that is kept is in the chunks beside it."""


class Chunk(Struct, frozen=True):
    """Some bytes of a file."""

    file: Path
    start: int
    length: int

    def read(self) -> bytes:
        """Return the bytes."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.length)

    def copy(self, out: BinaryIO) -> None:
        """Write the bytes to the end of a file that is not buffered. Raises ``OSError`` if there are fewer of them."""
        left = self.length
        with self.file.open("rb", buffering=0) as file:
            file.seek(self.start)
            while left:
                done = out.write(file.read(min(left, _AT_ONCE)))
                if not done:
                    raise OSError(errno.EIO, "the file ends too early", str(self.file))
                left -= done


Piece = bytes | Chunk
"""A part of a file that is put together of several."""


def make_room(file: BinaryIO, size: int) -> None:
    """Have the system find the room for what will be written into a file that takes another's place.

    Else it does so at that moment, and we wait for the disk.
    """
    # Not every system does; and where there is no room, who writes is told.
    with suppress(AttributeError, OSError):
        os.posix_fallocate(file.fileno(), 0, size)


class Store:
    """Records of one site's build by their name, each as JSON in a file of its own.

    ``program`` says who writes them: what another version wrote is not there.
    """

    def __init__(self, folder: Path, program: str = "") -> None:
        self.folder, self.program = folder, program

    def get(self, name: str, kind: type[Record]) -> Record | None:
        """Return a record, or ``None`` where there is none that is whole and of a kind."""
        return self.get_with_chunks(name, kind)[0]

    def get_with_chunks(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, Chunk]]:
        """Return a record and its chunks; ``None`` and no chunks where there is none that is whole and of a kind."""
        record, places, _ = self._read(name, kind)
        path = self.folder / f"{name}.json"
        return record, {section: Chunk(path, *place) for section, place in places.items()}

    def get_with_bytes(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, memoryview]]:
        """Return the same with what is in the chunks: for who needs all of it."""
        record, places, data = self._read(name, kind)
        whole = memoryview(data)
        return record, {section: whole[start : start + length] for section, (start, length) in places.items()}

    def _read(self, name: str, kind: type[Record]) -> tuple[Record | None, dict[str, tuple[int, int]], bytes]:
        """Return a record, where its chunks begin and how long they are, and the whole file."""
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

    def put(self, name: str, record: object, chunks: Mapping[str, bytes] | None = None) -> None:
        """Keep a record; readers see the former one or this one, never a part.

        ``chunks`` are kept beside it as they are: most of what is kept is JSON already, and to read JSON within JSON takes
        long.
        """
        sections = chunks or {}
        lengths = {section: len(found) for section, found in sections.items()}
        words = [msgspec.json.encode((record, lengths)), *([b"\n"] if sections else []), *sections.values()]
        own_folder(self.folder)
        path = self.folder / f"{name}.json"
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            make_room(file, _DIGEST + sum(map(len, words)))
            # One after another: to put a large record together first takes longer than to write it.
            file.write(self._seal(words))
            file.writelines(words)
        if path.is_dir():
            _remove(path)
        part.replace(path)

    def rename(self, name: str, other: str) -> None:
        """Give a record another name, in the place of what had that name."""
        path = self.folder / f"{other}.json"
        if path.is_dir():
            _remove(path)
        (self.folder / f"{name}.json").replace(path)

    def _seal(self, words: Iterable[bytes | memoryview]) -> bytes:
        seal = hashlib.sha256(self.program.encode())
        for part in words:
            seal.update(part)
        return seal.hexdigest().encode()

    def names(self) -> Iterator[str]:
        """Yield the names of all records."""
        if self.folder.is_dir():
            yield from sorted(path.stem for path in self.folder.glob("*.json"))

    def forget(self, keep: Container[str]) -> None:
        """Remove all records but some, and what broken-off builds left."""
        if self.folder.is_dir() and not self.folder.is_symlink():
            for path in self.folder.iterdir():
                if path.suffix != ".json" or path.stem not in keep:
                    _remove(path)


def own_folder(folder: Path) -> None:
    """Make a folder of the cache. What stands in its place goes; of a link that is the link: what it leads to is not the cache."""
    if folder.is_symlink() or not folder.is_dir():
        _remove(folder)
        folder.mkdir(parents=True, exist_ok=True)


def _remove(path: Path) -> None:
    """Remove whatever stands at a place, if anything does."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def locked(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the site's lock, so that one build at a time writes it; ``waiting`` is called if another one does.

    The lock is the system's own and ends with the process, however that ends.
    """
    folder = root / PLACE
    folder.mkdir(parents=True, exist_ok=True)
    # To read and to write: a named pipe in its place is opened at once, too.
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            # For this process and those beside it, which have the file open too.
            fcntl.flock(lock, fcntl.LOCK_UN)
    finally:
        os.close(lock)
