"""Share work of many parts among several processes, where the parts have nothing to do with each other.

The processes are copies of this one: what was there when they began, all of them find.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Task = TypeVar("Task")
Done = TypeVar("Done")


def cores() -> int:
    """Return how many processors this process may use: fewer than there are, where a container or ``taskset`` says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def many(parts: int, enough: int) -> bool:
    """Return whether so many parts are worth the start of processes, ``enough`` being so, and may be given to any."""
    # A process with threads may not be copied: that is a server's.
    alone = cores() == 1 or threading.active_count() > 1
    return parts >= enough and not alone and "fork" in multiprocessing.get_all_start_methods()


def shared(work: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
    """Yield what comes of each task, whichever is done first. What is sent to and fro is pickled."""
    # What is there by now is shared by all processes; the collector would only copy it.
    gc.freeze()
    _Hand.work = work
    # Each of them makes much that is of no use when its task is done.
    often = (gc.set_threshold, (100_000, 20, 50))
    with multiprocessing.get_context("fork").Pool(cores(), *often) as pool:
        yield from pool.imap_unordered(_Hand.do, tasks, chunksize=1 + len(tasks) // 100)


class _Hand:
    """What a process that was copied knows: the work as it was then."""

    work: Callable[[Any], Any]

    @staticmethod
    def do(task: Any) -> Any:
        return _Hand.work(task)
