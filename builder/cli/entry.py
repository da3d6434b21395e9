"""Where the ``variorum`` command begins: an interruption ends it without a traceback, even while it is being read."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command."""
    try:
        # Reading all that the command needs takes a moment in which an editor may think better of it. What is read stays
        # to the end, so nobody has to look for garbage meanwhile.
        usual = gc.get_threshold()
        gc.set_threshold(1_000_000)
        from builder.cli.main import run

        gc.freeze()
        gc.set_threshold(*usual)
        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(1)
