"""What the plugin prints while MkDocs runs: text of others is shown there and steers no terminal."""

from __future__ import annotations

import logging
import sys

from builder.values.hidden import visible

_LOGGER = "mkdocs.plugins.variorum"


def tell_line(line: str) -> None:
    """Print a line for people where MkDocs prints its own, be it MkDocs' command that runs or ours."""
    sys.stderr.write(visible(f"{line}\n"))


def logger() -> logging.Logger:
    """Return the plugin's logger among MkDocs': what it is told of others it shows."""
    found = logging.getLogger(_LOGGER)
    if _shown not in found.filters:
        found.addFilter(_shown)
    return found


def _shown(record: logging.LogRecord) -> bool:
    record.msg, record.args = visible(record.getMessage()), ()
    return True
