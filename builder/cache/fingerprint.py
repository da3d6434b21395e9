"""The fingerprint of this program: a digest of everything that pages depend on besides content and settings."""

from __future__ import annotations

import hashlib
import importlib.metadata
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
    return digest(sys.version, versions, folder_digest(home, "*.py"), folder_digest(home, "*.yml"))


def folder_digest(folder: Path, pattern: str = "*") -> str:
    """Return the digest of the files under a folder that match a pattern, except in its folder ``theme``."""
    found = {}
    for path in sorted(folder.rglob(pattern)) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        # Changes of the theme show in the digests of forms.
        if path.is_file() and not name.startswith("theme/") and "__pycache__" not in name:
            found[name] = hashlib.sha256(regular.read(path)).hexdigest()
    return digest(found)
