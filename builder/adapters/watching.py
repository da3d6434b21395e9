"""What a server watches besides what MkDocs does, and how: a folder that is away for a while is watched again when it is back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers.polling import PollingObserverVFS

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

INTERVAL = 0.5
"""Seconds between two looks, as MkDocs has it."""


def watch(server: LiveReloadServer, folders: Iterable[Path]) -> None:
    """Make a server watch these folders too, whether or not they are there yet.

    The usual observer stops for good when what it watches is moved away. This one takes that for an empty folder.
    """
    former = dict(server._watched_paths)
    for path, times in former.items():
        for _ in range(times):
            server.unwatch(path)
    wanted = {*former, *(str(folder.absolute()) for folder in folders)}

    def stat(path: str) -> os.stat_result:
        try:
            return Path(path).stat()
        except (FileNotFoundError, NotADirectoryError):
            if path not in wanted:
                raise
            return _nearest(Path(path)).stat()

    def listed(path: str | None) -> Iterator[os.DirEntry[str]]:
        try:
            return os.scandir(path)
        except (FileNotFoundError, NotADirectoryError):
            return iter(())

    server.observer = PollingObserverVFS(stat=stat, listdir=listed, polling_interval=INTERVAL)  # type: ignore[assignment]
    for path in sorted(wanted):
        server.watch(path)


def _nearest(path: Path) -> Path:
    """Return the nearest folder above a path that is there."""
    return next(folder for folder in path.parents if folder.is_dir())
