"""Read the private folder with the full texts: the one place that opens it.

It lies outside of what is published: the folder that ``VARIORUM_SOURCES`` names, else ``sources/`` beside the
content. Where there is none, nothing can be re-checked, and whoever builds says so.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from builder.cache import regular
from builder.cache.stat_cache import StatCache
from builder.proof.text import Text, text_of

VARIABLE = "VARIORUM_SOURCES"
FOLDER = "sources"
"""Name of the folder beside the content that is taken where the variable names none."""
MAX_BYTES = 5_000_000
"""Largest text that is read."""


def folder(root: Path) -> Path | None:
    """Return the private folder of a site, or ``None`` where there is none."""
    named = os.environ.get(VARIABLE)
    place = Path(named) if named else root / FOLDER
    return place if place.is_dir() else None


def read(root: Path, names: Iterable[str]) -> dict[str, Text] | None:
    """Return the texts of these file names that are there; ``None`` where the private folder is absent."""
    place = folder(root)
    if place is None:
        return None
    found = {name: _bytes(place / name) for name in sorted(set(names))}
    return {name: text_of(name, data) for name, data in found.items() if data is not None}


def digest(place: Path, name: str, stat_cache: StatCache) -> str | None:
    """Return the SHA-256 of a text in the private folder, ``None`` where it is not there. One that ``stat_cache`` knows is not read."""
    file = place / name
    try:
        found = file.lstat()
    except (OSError, ValueError):
        return None
    plain = stat.S_ISREG(found.st_mode)
    mark = str(file.absolute())
    known = stat_cache.digest(mark, found) if plain else None
    if known is None and (data := _bytes(file)) is not None:
        known = hashlib.sha256(data).hexdigest()
        if plain:
            stat_cache.note(mark, found, known)
    return known


def _bytes(file: Path) -> bytes | None:
    try:
        data = regular.read(file, MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= MAX_BYTES else None
