"""Garbage is collected while nobody waits for an answer.

A full collection goes through all that was read of a site. Python begins one whenever enough was made since the last, which is always in
the middle of an answer, and some answer then takes twice as long as the others. A pause may end in the middle of one, too: so what a
collection left is not gone through again until the editor is away for a while.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE = 0.4
"""Seconds after an answer from which on an editor is taken to read."""
LULL, MOST = 0.1, 1.0
"""Seconds without an answer after which something may be looked for beside, and how long that waits for them."""
AWAY = 30.0
"""Seconds after an answer from which on an editor is taken to be away."""
_AT_LAST = 500
"""So many collections of what is young come between two full ones, where no pause does."""
_OFTEN = 20
"""After so many collections, all that stayed is gone through once."""


class Quiet:
    """Knows whether an answer is being made, or was a moment ago."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._under_way, self._last = 0, clock()
        self._often = gc.get_threshold()[2]
        self._tidied = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """An answer is being made."""
        with self._lock:
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1
                self._last = self._clock()

    def noticed(self) -> bool:
        """Somebody is about to ask for something; return that they may."""
        with self._lock:
            self._last = self._clock()
        return True

    def is_pause(self, seconds: float = PAUSE) -> bool:
        """Return whether nobody waits, and nobody has for so long."""
        with self._lock:
            return not self._under_way and self._clock() - self._last >= seconds

    def lull(self) -> None:
        """Wait for a moment in which nobody waits for an answer, but not for long."""
        until = self._clock() + MOST
        while not self.is_pause(LULL) and self._clock() < until:
            time.sleep(LULL / 4)

    def tidy(self) -> bool:
        """Collect garbage if nobody waits and Python would have done so by now; return whether it was done."""
        if not self.is_pause() or gc.get_count()[2] <= self._often:
            return False
        if self._tidied >= _OFTEN and self.is_pause(AWAY):
            gc.unfreeze()
            self._tidied = 0
        gc.collect()
        gc.freeze()
        self._tidied += 1
        return True

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Python begins no full collection by itself meanwhile, unless no pause ever comes."""
        usual = gc.get_threshold()
        gc.set_threshold(*usual[:2], max(usual[2], _AT_LAST))
        try:
            yield
        finally:
            gc.set_threshold(*usual)
            gc.unfreeze()
