"""The editor's commands, as ``builder.cli.main`` registers them."""

from __future__ import annotations

from builder.cli.adding import add
from builder.cli.comparing import diff
from builder.cli.deciding import about, change, claim, drop, precis, silence
from builder.cli.entering import ask, enter, words
from builder.cli.headers import headers
from builder.cli.in_browser import in_browser
from builder.cli.log import correct, log
from builder.cli.moving import amend, move, remove, rename
from builder.cli.queue import queue
from builder.cli.starting import keys, new
from builder.cli.stepping import redo, undo
from builder.cli.suggesting import publish, suggest

COMMANDS = (
    new,
    in_browser,
    add,
    queue,
    about,
    enter,
    ask,
    words,
    suggest,
    claim,
    drop,
    change,
    silence,
    precis,
    publish,
    diff,
    log,
    correct,
    amend,
    rename,
    move,
    remove,
    undo,
    redo,
    keys,
    headers,
)
"""Commands that ``builder.cli.main`` registers."""
