"""What is printed on a terminal: text of others is shown there and steers nothing.

Titles of pages, names of files, what servers answer and libraries complain of may hold characters that move a cursor, rename a
window or hide what was said. All that a command prints goes through one gate, which writes them out; only colours of our own pass.
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
"""Whether what is written now is our own, colours and all."""


READER_GONE = 141
"""Exit code of a command whose output nobody reads any more (``variorum diff | head``), as shells give it: 128 and SIGPIPE."""


@contextmanager
def _read() -> Iterator[None]:
    """End the command if whoever read what it prints is gone: that is no error of anybody's, and nothing to tell of."""
    try:
        yield
    except BrokenPipeError:
        raise SystemExit(READER_GONE) from None


def end_unread() -> NoReturn:
    """End this process as the system ends those whose output nobody reads."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    os._exit(READER_GONE)


class _Bytes(io.RawIOBase):
    """The same for who writes bytes: what completes words for a shell, with tabs between them."""

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
    """A stream for people: what is written to it is shown."""

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
    """Have all that this process prints from now on go through the gate."""
    if not isinstance(sys.stdout, _Gate):
        sys.stdout = cast("TextIO", _Gate(sys.stdout))
    if not isinstance(sys.stderr, _Gate):
        sys.stderr = cast("TextIO", _Gate(sys.stderr))


@contextmanager
def guarded() -> Iterator[None]:
    """Have all that is printed meanwhile go through the gate."""
    before = sys.stdout, sys.stderr
    guard()
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


class Command(click.Group):
    """A command with commands of its own, all of which print through the gate; so do its help and its complaints."""

    def main(self, *given: Any, **more: Any) -> Any:
        """Run the command."""
        with guarded():
            return super().main(*given, **more)


def echo(message: object = "", *, nl: bool = True, err: bool = False, styled: bool = False) -> None:
    """Print a message. A ``styled`` one is made of texts that went through ``style`` or ``visible``: its colours are our own."""
    text = str(message) if styled else visible(str(message))
    before, _own[0] = _own[0], True
    try:
        click.echo(text, nl=nl, err=err)
    finally:
        _own[0] = before


def style(text: str, **how: Any) -> str:
    """Return a text in colours, to be printed as ``styled``."""
    return click.style(visible(text), **how)
