"""Where the ``variorum`` command begins: an interruption ends it without a traceback, even while it is being read."""

from __future__ import annotations

import codecs
import gc
import io
import sys

ESCAPED = "variorum.escaped"


def escaped(error: UnicodeError) -> tuple[str, int]:
    """Put in the place of what a terminal's encoding does not have its escape, as it is in JSON too: ``\\u201c``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


def main() -> None:
    """Run the command."""
    # A name may have bytes that are no text, and a terminal fewer letters than the content: neither may end a command.
    codecs.register_error(ESCAPED, escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)
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
