"""Write several files together or not at all, without overwriting existing ones.

Each file is first written under a temporary name in its folder and then linked to its name, which fails if the name is taken.
An interruption undoes everything; temporary files of a killed process are removed by a later run.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import secrets
import sys
import time
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from builder.desk.kinds import CHANGED_SINCE, NAME_TAKEN, Refusal
from builder.values.hidden import shorn
from builder.values.latin import latin

_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_SMALL = frozenset(
    "a an and as at by for from in into is of on or over that the to was were with after its it".split()
)


def slug(*parts: str | None, limit: int = 60) -> str:
    """Return a name for an address made of the weightier words of some texts, in ASCII whatever their script."""
    words: list[str] = []
    for part in parts:
        plain = latin(shorn(part or "").translate(_APOSTROPHES))
        found = re.findall(r"[a-z0-9]+", plain)
        words += ([word for word in found if word not in _SMALL] or found)[: 6 if words else 8]
    name = ""
    for word in words:
        if name and len(name) + len(word) + 1 > limit:
            break
        name = f"{name}-{word}" if name else word[:limit]
    return name


_ASIDE = ".variorum-"
_STALE_SECONDS = 3600


def is_empty(folder: Path) -> bool:
    """Return whether a folder is missing or holds nothing but the temporary files of a killed run."""
    return not folder.exists() or all(path.name.startswith(_ASIDE) for path in folder.iterdir())


_noted: ContextVar[dict[Path, tuple[bytes, bytes]] | None] = ContextVar("_noted", default=None)


@contextlib.contextmanager
def noted() -> Iterator[dict[Path, tuple[bytes, bytes]]]:
    """Note what a block changes in existing files: each by its real path, with its bytes before the first change and after the last."""
    found: dict[Path, tuple[bytes, bytes]] = {}
    token = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(token)


def real(path: Path) -> Path:
    """Return the path of a file without links among its folders."""
    return Path(os.path.realpath(path.parent)) / path.name


class Writing:
    """A set of files to write together."""

    def __init__(self) -> None:
        self.new: list[tuple[Path, bytes]] = []
        self.changed: list[tuple[Path, bytes]] = []
        self.was: dict[Path, bytes] = {}
        self.gone: list[Path] = []

    def create(self, path: Path, data: bytes) -> None:
        """Plan a new file. If the path exists, it must have the same bytes."""
        self.new.append((path, data))

    def change(self, path: Path, data: bytes, was: bytes | None = None) -> None:
        """Plan new bytes for an existing file; with ``was``, only if these are its bytes when it is written."""
        self.changed.append((path, data))
        if was is not None:
            self.was[path] = was

    def remove(self, path: Path, was: bytes | None = None) -> None:
        """Plan the end of an existing file; with ``was``, only if these are its bytes when it ends."""
        self.gone.append(path)
        if was is not None:
            self.was[path] = was

    def commit(self) -> None:
        """Write all files, or leave everything unchanged. Raises ``Refusal`` if a new file's name is taken, or a file was changed."""
        aside: list[Path] = []
        made: list[Path] = []
        before: list[tuple[Path, bytes]] = []
        try:
            staged = []
            for path, data in (*self.new, *self.changed):
                path.parent.mkdir(parents=True, exist_ok=True)
                sweep(path.parent)
                temporary = _aside(path)
                aside.append(temporary)
                _write(temporary, data)
                staged.append((temporary, path, data))
            for temporary, path, data in staged[: len(self.new)]:
                if _same(path, data):
                    continue
                try:
                    os.link(temporary, path)
                except FileExistsError:
                    raise Refusal(NAME_TAKEN, f"{path.name} exists already") from None
                made.append(path)
            for temporary, path, data in staged[len(self.new) :]:
                temporary.chmod(path.stat().st_mode & 0o777)
                before.append((path, _put(temporary, path, data, self.was.get(path))))
            for path in self.gone:
                temporary = _aside(path)
                aside.append(temporary)
                before.append((path, _take(temporary, path, self.was.get(path))))
            _note(before, dict(self.changed))
        except BaseException:
            for path in made:
                path.unlink(missing_ok=True)
            for path, data in before:
                _give_back(path, data, dict(self.changed).get(path))
            raise
        finally:
            for temporary in aside:
                temporary.unlink(missing_ok=True)


def _note(before: list[tuple[Path, bytes]], now: dict[Path, bytes]) -> None:
    """Note changes that are done, if somebody asks for them."""
    found = _noted.get()
    for path, was in before:
        if found is not None and path in now:
            at = real(path)
            found[at] = (found[at][0] if at in found else was, now[path])


def _give_back(path: Path, data: bytes, ours: bytes | None) -> None:
    """Give a file its former bytes, unless an editor saved it since: ``ours`` are those that it had from us, None if it was taken away."""
    temporary = _aside(path)
    _write(temporary, data)
    try:
        with contextlib.suppress(FileExistsError, FileNotFoundError, Refusal):
            if ours is None:
                os.link(temporary, path)
            else:
                _put(temporary, path, data, ours)
    finally:
        temporary.unlink(missing_ok=True)


def _aside(path: Path) -> Path:
    return path.parent / f"{_ASIDE}{secrets.token_hex(8)}"


def _put(temporary: Path, path: Path, data: bytes, was: bytes | None) -> bytes:
    """Give a file with new bytes its name; return the bytes that had it. Raises ``Refusal`` if they are not ``was``."""
    now = path.read_bytes()
    if was in (None, now):
        if not exchanged(temporary, path):
            temporary.replace(path)
            return now
        now = temporary.read_bytes()
        if was in (None, now):
            return now
        # An editor saved after we had looked: theirs gets its name back, unless they have saved once more since.
        exchanged(temporary, path)
        if temporary.read_bytes() != data:
            exchanged(temporary, path)
    raise Refusal(CHANGED_SINCE, f"{path.name} was changed meanwhile")


def _take(temporary: Path, path: Path, was: bytes | None) -> bytes:
    """Take a file's name from it; return its bytes. Raises ``Refusal`` if they are not ``was``."""
    path.rename(temporary)
    now = temporary.read_bytes()
    if was in (None, now):
        return now
    # Its name is taken where they have saved once more since.
    with contextlib.suppress(FileExistsError):
        os.link(temporary, path)
    raise Refusal(CHANGED_SINCE, f"{path.name} was changed meanwhile")


_SWAP = 2
"""The flag of both systems: RENAME_EXCHANGE of Linux's renameat2(2), RENAME_SWAP of macOS's renamex_np(2)."""
_HERE = -100
"""Linux's AT_FDCWD: names are taken from the current folder."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two files exchange their names in one step, so that neither is lost; return whether this system could."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(*names, _SWAP) == 0)
        return bool(libc.renameat2(_HERE, names[0], _HERE, names[1], _SWAP) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed run left an hour ago or longer."""
    # Only names of the exact form: other files may belong to the editor.
    for left in folder.glob(_ASIDE + "[0-9a-f]" * 16):
        try:
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()
        except OSError:
            continue
