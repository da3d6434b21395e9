"""What this program is: the digest of all that a page may depend on beside content and settings."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from functools import cache
from pathlib import Path

from builder.cache import regular
from builder.cache.records import digest

_LIBRARIES = ("jinja2", "markdown", "markupsafe", "nh3", "pillow")
"""Packages whose version may show in a page's words or pictures."""


@cache
def fingerprint() -> str:
    """Return the digest of this program and of the packages that may show in what it prints."""
    versions = [(name, importlib.metadata.version(name)) for name in _LIBRARIES]
    home = Path(__file__).resolve().parents[1]
    # The languages' words are program too: they decide how a figure is read.
    return digest(sys.version, versions, folder_digest(home, "*.py"), folder_digest(home, "*.yml"))


def folder_digest(folder: Path, pattern: str = "*") -> str:
    """Return the digest of the files under a folder but for a theme's overrides."""
    found = {}
    for path in sorted(folder.rglob(pattern)) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        # What of the theme shows in a page shows in the form of its kind.
        if path.is_file() and not name.startswith("theme/") and "__pycache__" not in name:
            found[name] = hashlib.sha256(regular.read(path)).hexdigest()
    return digest(found)
