"""``variorum queue``: the drafts with how much each would add."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import to_builtins

from builder.cli.opening import open_desk
from builder.cli.options import format_option, root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, progress, refusals, refusals_as_json

if TYPE_CHECKING:
    from builder.desk.desk import Desk


@click.command(epilog=EXIT_CODES, short_help="List the drafts, with how much each would add.")
@root_option
@format_option
def queue(root: Path, format_: str) -> None:
    """List the drafts with how many proposals are still to be decided in each, those that would add most first.

    Drafts are files of the site, so those who share its repository share the queue.
    """
    with refusals(), refusals_as_json(format_ == "json"):
        tell_queue(open_desk(root), as_json=format_ == "json")


def tell_queue(desk: Desk, *, as_json: bool = False) -> None:
    """Print the queue, and what to do next."""
    from builder.desk.queue import queued

    with progress("Looking through the drafts"):
        rows = queued(desk)
    if as_json:
        echo(json.dumps(to_builtins(rows), ensure_ascii=False, indent=1))
        return
    if not rows:
        echo("No drafts. Next: variorum add FILE")
        return
    for one in rows:
        of = ", ".join(filter(None, (one.outlet or "no outlet yet", one.published)))
        revises = f", revises {one.revises}" if one.revises else ""
        left = one.trouble if one.proposals is None else f"{one.proposals} to decide"
        echo(f"{one.id}   {left}, {one.claims} claim{'s'[: one.claims != 1]}   ({of}{revises})")
    echo(f"Next: variorum suggest {rows[0].id} (or in the browser: variorum desk)")
