"""Files that were read once and not touched since need not be read again to know what is in them.

What tells is the system's own record of a file: its size, its number on the disk, when its content changed and when
anything about it did. The last of these no program can set, so a file with old times and new content is seen. What was
touched in the last moments before it was read is not remembered: a clock may not tell two changes apart that follow
each other at once.
"""

from __future__ import annotations

import os
import time

SETTLED = 2_000_000_000
"""Nanoseconds that the last change must lie back: no file system in use keeps time more coarsely."""


class StatCache:
    """Digests of files by their name and their record with the system. ``record`` is that of another time."""

    def __init__(self, record: bytes = b"") -> None:
        lines = record.decode("utf-8", "surrogateescape").split("\n")
        self._known = dict(line.rsplit("\t", 1) for line in lines if "\t" in line)
        self._found: dict[str, str] = {}
        self._before = time.time_ns() - SETTLED

    def digest(self, name: str, found: os.stat_result) -> str | None:
        """Return the SHA-256 that a file had when it was read, or ``None`` where it may have changed since."""
        known = mark(name, found)
        digest = self._known.get(known)
        if digest is not None:
            self._found[known] = digest
        return digest

    def note(self, name: str, found: os.stat_result, digest: str) -> None:
        """Remember what was read; ``found`` was asked before that."""
        if max(found.st_ctime_ns, found.st_mtime_ns) < self._before and "\n" not in name:
            self._found[mark(name, found)] = digest

    @property
    def changed(self) -> bool:
        """Whether there is something to keep that was not known."""
        return self._found != self._known

    def record(self) -> bytes:
        """Return what is known now, to be kept: a line for each file."""
        lines = (f"{mark}\t{digest}" for mark, digest in self._found.items())
        return "\n".join(lines).encode("utf-8", "surrogateescape")


def mark(name: str, found: os.stat_result) -> str:
    """Return a file or folder by its name and all of its record with the system that tells whether it was touched."""
    return f"{name}\t{found.st_size}\t{found.st_ino}\t{found.st_mtime_ns}\t{found.st_ctime_ns}"
