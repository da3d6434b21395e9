"""The systems that this program runs on."""

from __future__ import annotations

import os

REFUSED = "Variorum runs on Linux and macOS, and not on Windows itself: use it there in the Windows Subsystem for Linux (wsl --install)."
"""What is told where it does not run."""


def refusal(system: str = os.name) -> str | None:
    """Return why this program does not run on a system, by its name in ``os.name``, or None if it does.

    Files are opened and processes limited in ways that only POSIX systems have.
    """
    return None if system == "posix" else REFUSED
