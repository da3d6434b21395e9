"""Talking to an editor on a terminal: error messages, questions, and a progress line."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import click

from builder.cli import report
from builder.cli.screen import echo
from builder.content.load import is_slug
from builder.content.model import Outlet
from builder.content.problems import UNREADABLE, ContentError, Problem, printable
from builder.content.vocabulary import OUTLET_KINDS
from builder.desk.files import slug
from builder.desk.intake.facts import Facts
from builder.desk.intake.outlets import NewOutlet, named_hosts, near_outlet
from builder.desk.kinds import Refusal, UnfinishedError
from builder.values.addresses import readable
from builder.values.hidden import visible

_PATIENCE = 1.0
"""Seconds before the progress line appears."""
EXIT_CODES = """
\b
Exit codes:
  0  all is well
  1  it could not be done; the message says why and what to do next
  2  the command was used wrongly
"""


@contextmanager
def refusals(stopped: str = "Stopped.") -> Iterator[None]:
    """Print why something cannot be done and what to do next instead of a traceback, and exit with status 1.

    ``stopped`` is printed if the editor interrupts the command.
    """
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        echo(f"\n{stopped}", err=True)
        sys.exit(1)
    except Refusal as refusal:
        echo(f"Error: {refusal}", err=True)
        sys.exit(1)
    except ContentError as error:
        echo(report.people(error.problems), err=True)
        sys.exit(1)
    except OSError as error:
        echo(f"Error: {error.filename or 'the file'}: {error.strerror or error}", err=True)
        sys.exit(1)


@contextmanager
def refusals_as_json(wanted: bool, **more: object) -> Iterator[None]:
    """Tell programs, if that is ``wanted``, why something cannot be done: the problems as JSON, and ``more`` beside them."""
    try:
        yield
    except (Refusal, ContentError, OSError) as error:
        if not wanted or isinstance(error, BrokenPipeError):
            raise
        if isinstance(error, OSError):
            message = f"cannot be read or written: {error.strerror or error}"
            problems = [Problem(str(error.filename or ""), 0, "", UNREADABLE, message)]
        elif isinstance(error, Refusal) and not isinstance(error, UnfinishedError):
            problems = [Problem("", 0, "", error.kind, error.message)]
        else:
            problems = list(error.problems)
        echo(report.failure_as_json(problems, **more))
        sys.exit(1)


def short_path(path: Path) -> str:
    """Return a path as short as it can be said from here, in what a terminal can show."""
    try:
        return printable(str(path.resolve().relative_to(Path.cwd())) or ".")
    # The last one is what Python before 3.13 raises for a link to itself.
    except (ValueError, OSError, RuntimeError):
        return printable(str(path))


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """Show a progress line on a terminal if the block takes longer than a second.

    Yields a function that replaces the text of the line. The line is updated by a timer signal rather than a thread,
    because a process with threads cannot safely fork workers.
    """
    label = [what]
    alone = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    if not alone or not sys.stderr.isatty():
        yield lambda _: None
        return
    signs = itertools.cycle("-\\|/")
    longest = [0]

    def tell(line: str) -> None:
        line = visible(line)
        longest[0] = max(longest[0], len(line))
        # The cursor returns to the beginning of the line, so that other output overwrites it.
        os.write(sys.stderr.fileno(), f"{line:<{longest[0]}}\r".encode("ascii", "replace"))

    before = signal.signal(signal.SIGALRM, lambda *_: tell(f"{label[0]} ... {next(signs)}"))
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE, 0.15)
    try:
        yield lambda words: label.__setitem__(0, words)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if longest[0]:
            tell("")


class TerminalAsk:
    """Asks the editor on the terminal. An empty answer leaves a gap."""

    def outlet(self, known: dict[str, Outlet], facts: Facts) -> str | NewOutlet | None:
        """Ask which outlet printed the article. An unknown id makes a new outlet; None leaves a gap."""
        hosts = named_hosts(facts.hosts)
        name = next(iter((*facts.outlets, *map(readable, hosts))), "")
        echo("Outlets: " + (", ".join(known) or "none yet"))
        default = near_outlet(known, facts.outlets) or slug(name) or None
        while True:
            id = _prompt("Outlet (an id; a new one makes a new outlet; - leaves a gap)", default)
            if not id:
                return None
            if id in known:
                return id
            if is_slug(id):
                break
            echo("An id has small letters, digits and hyphens: harbour-post")
        new_name = _prompt(f"Name of {id} as readers know it", name or None)
        if not new_name:
            return None
        kind = click.prompt("Kind", type=click.Choice(get_args(OUTLET_KINDS)), default="newspaper", err=True)
        return NewOutlet(id, new_name, str(kind), hosts[:1])

    def line(self, key: str, check: Callable[[str], str]) -> str | None:
        """Ask for the value of a key until the answer is valid or empty; return None if it is empty."""
        what = {
            "headline": "Headline as printed",
            "byline": "Byline: names as printed, with commas between",
            "published": "Published (EDTF: 2030-05-13, 2030-05, 2030-05-13/2030-05-15)",
        }[key]
        while True:
            said = _prompt(f"{what} (- leaves a gap)", None)
            if not said:
                return None
            try:
                return check(said)
            except ValueError as error:
                echo(str(error))


def _prompt(what: str, default: str | None) -> str | None:
    said = click.prompt(what, default=default or "-", show_default=default is not None, err=True)
    said = str(said).strip()
    return None if said in ("", "-") else said
