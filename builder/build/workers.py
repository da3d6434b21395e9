"""Share independent tasks among several processes.

The processes are forked, so they share everything that was in memory before.
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
    """Return the number of processors that this process may use, which a container or ``taskset`` may limit."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def many(parts: int, enough: int) -> bool:
    """Return whether to use several processes for so many parts: if there are ``enough`` and this process can be forked."""
    # A process with threads, such as a server, must not be forked, and what was forked to share work has no others.
    alone = cores() == 1 or threading.active_count() > 1 or multiprocessing.current_process().daemon
    return parts >= enough and not alone and "fork" in multiprocessing.get_all_start_methods()


def shared(work: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
    """Yield the result of each task in the order in which they finish. Tasks and results are pickled."""
    # All processes share the memory that is in use now; the garbage collector would copy it.
    gc.freeze()
    _Hand.work = work
    # A task makes many short-lived objects, so the garbage collector runs less often.
    often = (gc.set_threshold, (100_000, 20, 50))
    with multiprocessing.get_context("fork").Pool(cores(), *often) as pool:
        yield from pool.imap_unordered(_Hand.do, tasks, chunksize=1 + len(tasks) // 100)


class _Hand:
    """Holds the work for the forked processes, so that it need not be pickled."""

    work: Callable[[Any], Any]

    @staticmethod
    def do(task: Any) -> Any:
        return _Hand.work(task)
