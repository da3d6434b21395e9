"""Where the ``variorum`` command begins: an interruption ends it without a traceback, even while it is being read."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command."""
    try:
        # Reading all that the command needs takes a moment in which an editor may think better of it.
        from builder.cli import run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(1)
