"""All files of a site, each asked for its stamp; folders that nobody touched need not be opened for that.

A folder's record with the system changes whenever something in it comes, goes or is exchanged, and no program can set all
of it back. Where it is what it was, the same names are in it: this is what Git calls its untracked cache. What was touched in
the last moments before it was opened is not remembered, as in ``builder.cache.stat_cache``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Container, Iterable
from pathlib import Path

from builder.cache.stat_cache import SETTLED, mark

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: a file that was not touched has the same."""
GIT = ".git"
"""A repository in a site is not looked into."""


class DirCache:
    """What is in the folders of a site, by their path and record with the system. ``record`` is that of another time."""

    def __init__(self, record: bytes = b"") -> None:
        lines = record.decode("utf-8", "surrogateescape").split("\n")
        words = (line.rpartition("\t") for line in lines)
        self._known = {mark: names for mark, tab, names in words if tab}
        self._found: dict[str, str] = {}
        self._before = time.time_ns() - SETTLED

    @property
    def changed(self) -> bool:
        """Whether there is something to keep that was not known."""
        return self._found != self._known

    def record(self) -> bytes:
        """Return what is known now, to be kept: a line for each folder."""
        lines = (f"{mark}\t{names}" for mark, names in self._found.items())
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    def stamps(self, site: Path, without: Container[str] = ()) -> dict[str, Stamp]:
        """Return all files of a site by their path in it, but those of ``without``, each with its stamp; none without a site."""
        if not site.is_dir():
            return {}
        found: dict[str, Stamp] = {}
        top = f"{site}/"
        waiting = [""]
        while waiting:
            prefix = waiting.pop()
            for name in self._names(top, prefix):
                if name.endswith("/"):
                    if name != f"{GIT}/":
                        waiting.append(prefix + name)
                elif prefix or name not in without:
                    one = os.lstat(f"{top}{prefix}{name}")
                    found[prefix + name] = (one.st_size, one.st_mtime_ns)
        return found

    def learn(self, site: Path, files: Iterable[str]) -> None:
        """Know what is in the folders of a site that was put in its place as a whole. ``files`` are all that it has, by their path."""
        inside: dict[str, set[str]] = {"": set()}

        def enter(prefix: str, name: str) -> None:
            if prefix not in inside:
                inside[prefix] = set()
                above, stroke, own = prefix[:-1].rpartition("/")
                enter(above + stroke, own + "/")
            inside[prefix].add(name)

        for path in files:
            folder, stroke, name = path.rpartition("/")
            enter(folder + stroke, name)
        self._before = time.time_ns() - SETTLED
        for prefix, names in inside.items():
            self._keep(prefix, os.lstat(f"{site}/{prefix}"), sorted(names))

    def _names(self, top: str, prefix: str) -> list[str]:
        """Return the names in a folder, those of folders with a stroke behind them."""
        own = os.lstat(top + prefix)
        known = mark(prefix, own)
        names = self._known.get(known)
        if names is not None:
            self._found[known] = names
            return names.split("\0") if names else []
        with os.scandir(top + prefix) as entries:
            found = sorted(entry.name + "/" * entry.is_dir(follow_symlinks=False) for entry in entries)
        self._keep(prefix, own, found)
        return found

    def _keep(self, prefix: str, own: os.stat_result, found: Iterable[str]) -> None:
        names = "\0".join(found)
        if max(own.st_ctime_ns, own.st_mtime_ns) < self._before and not {"\t", "\n"} & {*names, *prefix}:
            self._found[mark(prefix, own)] = names
