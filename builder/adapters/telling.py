"""The plugin's output while MkDocs runs. Control characters in it are made visible, so that no text steers the terminal."""

from __future__ import annotations

import logging
import sys

from builder.values.hidden import visible

_LOGGER = "mkdocs.plugins.variorum"


def tell_line(line: str) -> None:
    """Print a line on standard error, as MkDocs does, whether its command or ours is running."""
    sys.stderr.write(visible(f"{line}\n"))


def logger() -> logging.Logger:
    """Return the plugin's logger, a child of that of MkDocs, which makes control characters visible."""
    found = logging.getLogger(_LOGGER)
    if _shown not in found.filters:
        found.addFilter(_shown)
    return found


def _shown(record: logging.LogRecord) -> bool:
    record.msg, record.args = visible(record.getMessage()), ()
    return True
