"""Read regular files only: opening a named pipe would wait for a writer, and a device may never end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def is_special(path: Path) -> bool:
    """Return whether a path, or the target of a link there, exists and is neither a regular file nor a folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError):  # raised by Python before 3.13 for a link to itself
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def read(path: Path, most: int = -1) -> bytes:
    """Return a file's bytes, at most ``most`` if that is not negative. Never waits.

    Raises ``OSError`` if there is no file, or something else in its place.
    """
    # Opened without waiting and checked when open, because what was at the path before may be gone.
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        return file.read(most)
