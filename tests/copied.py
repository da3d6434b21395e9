"""Processes that are copied from the tests' own.

They begin at once, where a new one takes half a second to start Python and to import everything; and they may be killed, wait for ever, or
have a terminal. What starts Python anew is only what a test of that start is about.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from builder.cli import entry


def variorum(*words: str | Path) -> Callable[[], None]:
    """Return what runs the command with these words, as a process of its own does."""

    def work() -> None:
        sys.argv = ["variorum", *map(str, words)]
        # The command takes its name from here: with "python -m pytest" it would be called "python -m variorum".
        sys.modules["__main__"] = ModuleType("__main__")
        entry.main()

    return work


@contextmanager
def copying() -> Iterator[None]:
    """Copy this process within: newer versions of Python warn of doing so with threads; the ones here only wait for messages."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def work_alone(work: Callable[[], object], env: Mapping[str, str] | None = None) -> NoReturn:
    """Do this in the process that is the copy, as if it had just begun, and end. Its input and output are those of the system's numbers."""
    code = 1
    try:
        # What was copied stays as it is: to look through it would copy its pages, too.
        gc.freeze()
        # Ctrl-C is heard, also where the tests run in the background.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if env is not None:
            os.environ.clear()
            os.environ.update(env)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as the process lives
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - this process must not go on with the tests
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(code)


class Copied:
    """A process that does something on its own. What it prints is kept, or goes to an open file: ``out`` and ``err`` are numbers of files."""

    def __init__(
        self,
        work: Callable[[], object],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        before: Callable[[], object] | None = None,
        out: int | None = None,
        err: int | None = None,
    ) -> None:
        pipes = [os.pipe() if to is None else None for to in (out, err)]
        with copying():
            self.pid = os.fork()
        if not self.pid:
            # A group of its own, so that what it starts can be ended with it.
            os.setpgid(0, 0)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            for number, (to, pipe) in enumerate(zip((out, err), pipes, strict=True), start=1):
                os.dup2(pipe[1] if pipe else to, number)  # type: ignore[arg-type]
            for pipe in filter(None, pipes):
                os.close(pipe[0])
                os.close(pipe[1])
            if cwd is not None:
                os.chdir(cwd)
            work_alone(lambda: (before and before(), work()), env)
        with suppress(PermissionError, ProcessLookupError):
            os.setpgid(self.pid, self.pid)
        for pipe in filter(None, pipes):
            os.close(pipe[1])
        self._reading = [pipe and pipe[0] for pipe in pipes]

    def kill(self) -> None:
        """Kill it and all that it started."""
        os.killpg(self.pid, signal.SIGKILL)

    def ended(self) -> tuple[int, str, str]:
        """Wait for its end; return its code, or the signal that ended it below zero, and what it printed on both."""
        found: dict[int, bytes] = {place: b"" for place in self._reading if place is not None}
        with selectors.DefaultSelector() as waiting:
            for place in found:
                waiting.register(place, selectors.EVENT_READ)
            while waiting.get_map():
                for key, _ in waiting.select():
                    read = os.read(key.fd, 65_536)
                    found[key.fd] += read
                    if not read:
                        waiting.unregister(key.fd)
                        os.close(key.fd)
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        out, err = (
            found.get(place, b"").decode("utf-8", "replace") if place else "" for place in self._reading
        )
        return code, out, err
