"""What is kept between builds: of each fascicle what was made of it, under the key of all that it was made of.

Nothing here is believed for its age or its name. A record whose digest is not that of its words is not there, nor is one that
another version of this program wrote; one whose key is not today's key is out of date; and one whose pages are not in the site
as they were written is, too.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PLACE = Path(".variorum")
"""The folder, in the site's root, of everything kept between builds. Its loss costs one slow build."""

_DIGEST = 64


def digest(*parts: object) -> str:
    """Return the SHA-256 of some parts as JSON. The same parts give the same digest, in every process."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fits(value: object, shape: Any) -> bool:
    """Return whether a JSON value is of a shape: ``str``; ``[str]``, a list of any length; ``(str, int)``, a list of just these;
    ``{"name": str}``, a mapping with just these keys; ``{str: int}``, one with any keys.
    """
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if isinstance(shape, tuple):
        if not isinstance(value, list) or len(value) != len(shape):
            return False
        return all(fits(item, part) for item, part in zip(value, shape, strict=True))
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return False
        if str in shape:
            return all(fits(item, shape[str]) for item in value.values())
        return value.keys() == shape.keys() and all(fits(value[key], shape[key]) for key in shape)
    # Of the types of JSON none is another's, but a truth value would pass for a number.
    return isinstance(value, shape) and (type(value) is not bool or shape is bool)


class Store:
    """Records of one site's build by their name, each a JSON value in a file of its own.

    ``program`` says who writes them: what another version wrote is not there.
    """

    def __init__(self, folder: Path, program: str = "") -> None:
        self.folder, self.program = folder, program

    def get(self, name: str) -> Any:
        """Return a record, or ``None`` where there is none that is whole."""
        return self.get_with_lines(name)[0]

    def get_with_lines(self, name: str) -> tuple[Any, dict[str, list[bytes]]]:
        """Return a record and its lines; ``None`` and no lines where there is none that is whole."""
        try:
            data = (self.folder / f"{name}.json").read_bytes()
        except OSError:
            return None, {}
        if self._seal(data[_DIGEST:]) != data[:_DIGEST]:
            return None, {}
        try:
            head, *lines = data[_DIGEST:].split(b"\n")
            record, numbers = json.loads(head)
        except (ValueError, TypeError, RecursionError):
            return None, {}
        if not fits(numbers, {str: int}) or sum(numbers.values()) != len(lines):
            return None, {}
        found = {}
        for section, number in numbers.items():
            found[section], lines = lines[:number], lines[number:]
        return record, found

    def put(self, name: str, record: Any, lines: Mapping[str, list[bytes]] | None = None) -> None:
        """Keep a record; readers see the former one or this one, never a part.

        ``lines`` are texts without line ends, in sections. They are kept as they are: most of what is kept is JSON already,
        and to read JSON within JSON takes long.
        """
        sections = lines or {}
        numbers = {section: len(found) for section, found in sections.items()}
        head = json.dumps([record, numbers], ensure_ascii=False, separators=(",", ":"))
        lines_of_all = (line for found in sections.values() for line in found)
        words = b"\n".join([head.encode("utf-8", "surrogatepass"), *lines_of_all])
        if not self.folder.is_dir():
            _remove(self.folder)
            self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{name}.json"
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(self._seal(words) + words)
        if path.is_dir():
            _remove(path)
        part.replace(path)

    def _seal(self, words: bytes) -> bytes:
        return hashlib.sha256(self.program.encode() + words).hexdigest().encode()

    def names(self) -> Iterator[str]:
        """Yield the names of all records."""
        if self.folder.is_dir():
            yield from sorted(path.stem for path in self.folder.glob("*.json"))

    def forget(self, keep: Container[str]) -> None:
        """Remove all records but some, and what broken-off builds left."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.suffix != ".json" or path.stem not in keep:
                    _remove(path)


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
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
