"""Read files, and nothing that only looks like one: a named pipe would be waited for, a device might never end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def is_special(path: Path) -> bool:
    """Return whether something stands at a place, or where its link leads, that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError):  # what Python before 3.13 raises for a link that leads to itself
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def read(path: Path, most: int = -1) -> bytes:
    """Return a file's bytes, at most so many. ``OSError`` where there is no file, or what is there is none. Never waits."""
    # A pipe is opened at once, and looked at when it is open: what stood there before may be gone.
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        return file.read(most)
