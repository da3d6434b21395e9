"""Printing on a terminal, without letting printed text control it.

Titles of pages, names of files, answers of servers and messages of libraries may contain characters that move the cursor, rename
the window or hide text. Everything that a command prints goes through ``_Gate``, which makes them visible; only the colours
of this program pass.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TextIO, cast

import click

from builder.values.hidden import visible

_own = [False]
"""Whether the text that is being written comes from ``echo``, which has made it visible and may have added colours."""


READER_GONE = 141
"""Exit code of a command whose output is no longer read (``variorum diff | head``), as shells give it: 128 and SIGPIPE."""


@contextmanager
def _read() -> Iterator[None]:
    """End the command silently if the reader of its output is gone."""
    try:
        yield
    except BrokenPipeError:
        raise SystemExit(READER_GONE) from None


def end_unread() -> NoReturn:
    """End this process as the system ends those whose output is not read."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    os._exit(READER_GONE)


class _Bytes(io.RawIOBase):
    """The gate for bytes: shell completion writes words in bytes, with tabs between them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        text = bytes(data).decode("utf-8", "surrogateescape")
        with _read():
            self._stream.write("\t".join(map(visible, text.split("\t"))))
        return len(data)

    def flush(self) -> None:
        with _read():
            self._stream.flush()


class _Gate:
    """A text stream that makes control characters visible."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.buffer = _Bytes(stream)

    def write(self, text: str) -> int:
        with _read():
            self._stream.write(text if _own[0] else visible(text))
        return len(text)

    def flush(self) -> None:
        with _read():
            self._stream.flush()

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def guard() -> None:
    """Replace standard output and standard error by gates."""
    if not isinstance(sys.stdout, _Gate):
        sys.stdout = cast("TextIO", _Gate(sys.stdout))
    if not isinstance(sys.stderr, _Gate):
        sys.stderr = cast("TextIO", _Gate(sys.stderr))


@contextmanager
def guarded() -> Iterator[None]:
    """Replace standard output and standard error by gates while the block runs."""
    before = sys.stdout, sys.stderr
    guard()
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


class Command(click.Group):
    """A group of commands whose output, help and error messages all go through the gate."""

    def main(self, *given: Any, **more: Any) -> Any:
        """Run the command."""
        with guarded():
            return super().main(*given, **more)


def echo(message: object = "", *, nl: bool = True, err: bool = False, styled: bool = False) -> None:
    """Print a message. Parts of a ``styled`` one must have gone through ``style`` or ``visible``: it is printed unchanged."""
    text = str(message) if styled else visible(str(message))
    before, _own[0] = _own[0], True
    try:
        click.echo(text, nl=nl, err=err)
    finally:
        _own[0] = before


def style(text: str, **how: Any) -> str:
    """Return a text with control characters made visible, in colours. Print it with ``styled=True``."""
    return click.style(visible(text), **how)
