"""Messages for what the system refuses while a command writes a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def disk_told(outcome: str) -> Iterator[None]:
    """Turn an ``OSError``, such as a full or read-only disk, into a message that ends with the ``outcome``."""
    try:
        yield
    except OSError as error:
        from builder.build.plan import HalfwayError

        if isinstance(error, HalfwayError):
            raise click.ClickException(str(error)) from None
        message = f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
        raise click.ClickException(f"{message}. {outcome}") from None
