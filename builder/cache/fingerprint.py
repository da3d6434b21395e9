"""The fingerprint of this program: a digest of everything that pages depend on besides content and settings."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import sys
from functools import cache
from pathlib import Path

from builder.cache import regular
from builder.cache.records import digest

_LIBRARIES = ("jinja2", "markdown", "markupsafe", "nh3", "pillow")
"""Packages whose version may affect pages or pictures."""


@cache
def fingerprint() -> str:
    """Return the digest of Python's version, of this program and of the versions of packages that may affect its output."""
    versions = [(name, importlib.metadata.version(name)) for name in _LIBRARIES]
    home = Path(__file__).resolve().parents[1]
    # The languages' words are program too: they decide how a figure is read.
    return digest(sys.version, versions, folder_digest(home, ".py", ".yml"))


def folder_digest(folder: Path, *endings: str) -> str:
    """Return the digest of the files under a folder, or of those that end in one of some ways, except in its folder ``theme``."""
    found = {}
    home = f"{folder}{os.sep}"
    for place, folders, files in os.walk(folder):
        # Changes of the theme show in the digests of forms.
        if place == str(folder) and "theme" in folders:
            folders.remove("theme")
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        for name in files:
            path = os.path.join(place, name)  # noqa: PTH118 - the program has hundreds of files, and each build looks at all
            if (not endings or name.endswith(endings)) and os.path.isfile(path):  # noqa: PTH113
                found[path.removeprefix(home)] = hashlib.sha256(regular.read(Path(path))).hexdigest()
    return digest(sorted(found.items()))
