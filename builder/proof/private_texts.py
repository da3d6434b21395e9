"""Read the private folder with the full texts. No other module opens it.

It is never published: the folder that ``VARIORUM_SOURCES`` names, else ``sources/`` next to the content folder. Without it
claims cannot be checked against their texts, and the build says so.
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
"""Name of the folder next to the content folder that is used if the variable is not set."""
MAX_BYTES = 5_000_000
"""Maximum size of a text; larger ones count as missing."""


def folder(root: Path) -> Path | None:
    """Return the private folder of a site, or None if there is none."""
    named = os.environ.get(VARIABLE)
    place = Path(named) if named else root / FOLDER
    return place if place.is_dir() else None


def read_texts(root: Path, names: Iterable[str]) -> dict[str, Text] | None:
    """Return file name -> text for those of ``names`` that exist, or None if the private folder is absent."""
    place = folder(root)
    if place is None:
        return None
    found = {name: _bytes(place / name) for name in sorted(set(names))}
    return {name: text_of(name, data) for name, data in found.items() if data is not None}


def digest(place: Path, name: str, stat_cache: StatCache) -> str | None:
    """Return the SHA-256 of a text in the private folder, or None if it is missing. Not read if ``stat_cache`` knows it."""
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
