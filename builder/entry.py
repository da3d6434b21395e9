"""Where the ``variorum`` command begins: an interruption ends it without a traceback, even while it is being read."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command."""
    # A command makes much that lives to its end, its own code first; to look through it again and again takes a tenth of the time.
    gc.set_threshold(1_000_000, 20, 50)
    try:
        # Reading all that the command needs takes a moment in which an editor may think better of it.
        from builder.cli import run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(1)
