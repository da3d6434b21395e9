"""A reader that does not come back in time is stopped, and fails its test."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 5.0
"""Far more than any reader takes for a text of these tests on a busy machine; far less than a pattern that goes astray."""


@contextmanager
def within(what: str, seconds: float = SECONDS) -> Iterator[None]:
    """Fail where what is done inside takes longer, in seconds of this process's own time: other work on the machine counts for nothing."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"no end after {seconds:g} seconds: {what[:200]!r}")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
