"""Digests of files that need not be read again while they are unchanged.

A file is unchanged if its ``stat`` result is: size, inode, modification time and change time. No program can set the change
time, so a file with new content and an old modification time is detected. Files that changed just before they were read are
not stored, since a clock may not tell two changes apart that follow each other immediately.
"""

from __future__ import annotations

import os
import time

SETTLED = 2_000_000_000
"""Minimum age of the last change in nanoseconds: no file system in use has a coarser clock."""


class StatCache:
    """Digests of files by name and ``stat`` result. ``record`` is what an earlier cache returned."""

    def __init__(self, record: bytes = b"") -> None:
        lines = record.decode("utf-8", "surrogateescape").split("\n")
        self._known = dict(line.rsplit("\t", 1) for line in lines if "\t" in line)
        self._found: dict[str, str] = {}
        self._before = time.time_ns() - SETTLED

    def digest(self, name: str, found: os.stat_result) -> str | None:
        """Return the SHA-256 that a file had when it was read, or None if it may have changed since."""
        known = mark(name, found)
        digest = self._known.get(known)
        if digest is not None:
            self._found[known] = digest
        return digest

    def note(self, name: str, found: os.stat_result, digest: str) -> None:
        """Store the digest of a file. ``found`` must be its ``stat`` result from before it was read."""
        if max(found.st_ctime_ns, found.st_mtime_ns) < self._before and "\n" not in name:
            self._found[mark(name, found)] = digest

    @property
    def changed(self) -> bool:
        """Whether the cache differs from the record that it was made from."""
        return self._found != self._known

    def record(self) -> bytes:
        """Return the cache as bytes to store: one line for each file that was seen."""
        lines = (f"{mark}\t{digest}" for mark, digest in self._found.items())
        return "\n".join(lines).encode("utf-8", "surrogateescape")


def mark(name: str, found: os.stat_result) -> str:
    """Return a line with the name of a file or folder and everything in its ``stat`` result that shows changes."""
    return f"{name}\t{found.st_size}\t{found.st_ino}\t{found.st_mtime_ns}\t{found.st_ctime_ns}"
