"""Read the private folders with the full texts: the one place that opens them.

They lie outside of what is published: the folder that ``VARIORUM_SOURCES`` names, and ``sources/`` beside the content. A text may
be in either. Without one nothing can be re-checked, and builds say so.
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


def folders(root: Path) -> tuple[Path, ...]:
    """Return the private folders of a site that are there: the one that the variable names, then its own. A text may be in either."""
    return tuple(place for place in places(root) if place.is_dir())


def places(root: Path) -> list[Path]:
    """Return where the private folders of a site would be."""
    named = os.environ.get(VARIABLE)
    found = [Path(named)] if named else []
    own = root / FOLDER
    if all(os.path.realpath(place) != os.path.realpath(own) for place in found):
        found.append(own)
    return found


def folder(root: Path) -> Path | None:
    """Return the private folder that new texts are put into, or ``None`` if there is none."""
    return next(iter(folders(root)), None)


def find(places: Iterable[Path], name: str) -> Path | None:
    """Return the file of this name in the first folder that has one, ``None`` if none has."""
    for place in places:
        try:
            if (place / name).is_file():
                return place / name
        except (OSError, ValueError):
            continue
    return None


def read_texts(root: Path, names: Iterable[str]) -> dict[str, Text] | None:
    """Return the texts of these file names that are there; ``None`` where there is no private folder."""
    places = folders(root)
    if not places:
        return None
    found = {name: _bytes(file) for name in sorted(set(names)) if (file := find(places, name))}
    return {name: text_of(name, data) for name, data in found.items() if data is not None}


def words_of(root: Path, name: str) -> int | None:
    """Return how many words a text has, ``None`` if it is missing."""
    texts = read_texts(root, [name])
    return len(texts[name].words) if texts and name in texts else None


def digest(places: Iterable[Path], name: str, stat_cache: StatCache) -> str | None:
    """Return the SHA-256 of a text in the private folders, ``None`` where it is in none. One that ``stat_cache`` knows is not read."""
    file = find(places, name)
    if file is None:
        return None
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
