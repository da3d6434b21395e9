"""What a disk refuses while a command writes a folder, told in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def disk_told(otherwise: str) -> Iterator[None]:
    """Tell in words what the system refuses: no room, no right to write. ``otherwise`` says what came of it."""
    try:
        yield
    except OSError as error:
        from builder.build.plan import HalfwayError

        if isinstance(error, HalfwayError):
            raise click.ClickException(str(error)) from None
        message = f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
        raise click.ClickException(f"{message}. {otherwise}") from None
