"""Find the stamps of all files of a site without listing folders that did not change.

The ``stat`` result of a folder changes whenever an entry is added, removed or replaced, and no program can reset all of it. If
it is unchanged, the folder has the same names: Git calls this its untracked cache. Folders that changed just before they were
listed are not stored, as in ``builder.cache.stat_cache``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Container, Iterable
from pathlib import Path

from builder.cache.stat_cache import SETTLED, mark

Stamp = tuple[int, int]
"""Size in bytes and modification time in nanoseconds of a file. An untouched file keeps its stamp."""
GIT = ".git"
"""Name of a repository's folder, which is skipped."""


class DirCache:
    """Names in the folders of a site, by path and ``stat`` result. ``record`` is what an earlier cache returned."""

    def __init__(self, record: bytes = b"") -> None:
        lines = record.decode("utf-8", "surrogateescape").split("\n")
        words = (line.rpartition("\t") for line in lines)
        self._known = {mark: names for mark, tab, names in words if tab}
        self._found: dict[str, str] = {}
        self._before = time.time_ns() - SETTLED

    @property
    def changed(self) -> bool:
        """Whether the cache differs from the record that it was made from."""
        return self._found != self._known

    def record(self) -> bytes:
        """Return the cache as bytes to store: one line for each folder that was seen."""
        lines = (f"{mark}\t{names}" for mark, names in self._found.items())
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    def stamps(self, site: Path, without: Container[str] = ()) -> dict[str, Stamp]:
        """Return the stamps of all files of a site by path, except the names in ``without`` at its top; empty if there is no site."""
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
        """Fill the cache for a site that was just published as a whole. ``files`` are the paths of all its files."""
        inside: dict[str, set[str]] = {"": set()}

        def enter(prefix: str, name: str) -> None:
            if prefix not in inside:
                inside[prefix] = set()
                above, slash, own = prefix[:-1].rpartition("/")
                enter(above + slash, own + "/")
            inside[prefix].add(name)

        for path in files:
            folder, slash, name = path.rpartition("/")
            enter(folder + slash, name)
        self._before = time.time_ns() - SETTLED
        for prefix, names in inside.items():
            self._keep(prefix, os.lstat(f"{site}/{prefix}"), sorted(names))

    def _names(self, top: str, prefix: str) -> list[str]:
        """Return the names in a folder, with a slash after those of folders."""
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
