"""The ``variorum`` command in a process of its own that ends, or divides its work, where a test wants it to.

python -m tests.build.driver [--end-while-put STEPS] [--end-when-made PARTS] [--processes NUMBER] build -C SITE
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

STEPS = ("replace", "rename", "unlink", "rmdir", "mkdir")
"""What changes a folder, each in one step of the system's."""


def end() -> NoReturn:
    """End as by ``kill -9``: nothing is cleared up."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def end_after(steps: int) -> None:
    """End this process before it takes one more step than so many."""
    left = steps

    def watched(step: Callable[..., Any]) -> Callable[..., Any]:
        def take(path: Any, *more: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                end()
            return step(path, *more, **options)

        return take

    for name in STEPS:
        setattr(os, name, watched(getattr(os, name)))


def end_while_put(steps: int) -> None:
    """End this process so many steps after the site is decided on: what was done before does not touch it."""
    from builder.build import output

    publish = output.publish

    def watched(*more: Any) -> set[str]:
        end_after(steps)
        return publish(*more)

    output.publish = watched


def end_when_made(parts: int) -> None:
    """End this process when so many parts are made."""
    from builder.build.incremental import IncrementalBuilder

    usual = IncrementalBuilder.run

    def made(done: int, total: int) -> None:
        if done == parts:
            end()

    IncrementalBuilder.run = lambda self, progress=None: usual(self, made)  # type: ignore[method-assign]


def divided(processes: int) -> None:
    """Divide even little work among so many processes, and tell at the end whether that was done."""
    from builder.adapters.plugin import VariorumPlugin
    from builder.build import incremental, inventory, workers

    incremental.PARALLEL = inventory.MANY = 1
    workers.cores = lambda: processes
    on_post_build = VariorumPlugin.on_post_build

    def tell(self: VariorumPlugin, *, config: Any) -> None:
        sys.stderr.write(f"in processes: {hasattr(workers._Hand, 'work')}\n")
        on_post_build(self, config=config)

    VariorumPlugin.on_post_build = tell  # type: ignore[method-assign]


OPTIONS = {"--end-while-put": end_while_put, "--end-when-made": end_when_made, "--processes": divided}


def main(arguments: list[str]) -> None:
    from builder.cli import main as cli

    while arguments[0] in OPTIONS:
        option, number, *arguments = arguments
        OPTIONS[option](int(number))
    cli.main(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
