"""Entry point of the ``variorum`` command: an interruption ends it without a traceback, even while modules are imported."""

from __future__ import annotations

import codecs
import gc
import io
import sys

from builder.cache.system import refusal

ESCAPED = "variorum.escaped"


def escaped(error: UnicodeError) -> tuple[str, int]:
    """Replace characters that a terminal's encoding does not have by JSON escapes: ``\\u201c``. A codec error handler."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


def main() -> None:
    """Run the command. Where it cannot run, says so in one sentence."""
    if told := refusal():
        sys.stderr.write(f"Error: {told}\n")
        sys.exit(1)
    # File names may have bytes that are not text, and a terminal may lack characters of the content: neither may end a command.
    codecs.register_error(ESCAPED, escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)
    try:
        # Imports take a moment, in which the editor may interrupt. What they create stays until the end, so garbage
        # collection would be wasted.
        usual = gc.get_threshold()
        gc.set_threshold(1_000_000)
        from builder.cli.main import run

        gc.freeze()
        gc.set_threshold(*usual)
        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(1)
