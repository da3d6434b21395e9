"""``variorum undo`` and ``redo``: take back what a command or the desk did last, and do it again."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.opening import open_desk
from builder.cli.options import article_names, format_option, root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, refusals, refusals_as_json

if TYPE_CHECKING:
    from builder.desk.suggest.session import Session

_article = click.argument(
    "article", required=False, default="", shell_complete=lambda ctx, _, start: article_names(ctx, start)
)


@click.command(epilog=EXIT_CODES, short_help="Take the last step back.")
@root_option
@_article
@click.option("--show", is_flag=True, help="Say what would be taken back, and take back nothing.")
@format_option
def undo(root: Path, article: str, show: bool, format_: str) -> None:
    """Take back what the desk or a command did last; with ARTICLE, what was done last on it: its claims, its bibliography, its précis.

    What was added, published, asked, entered, renamed or removed is taken back too, with all that followed it. Only the lines of that step are
    changed. Where they are others by now, nothing is. Steps are kept on this machine; git has them all.

    \b
    For example:
      variorum undo --show
      variorum undo harbour-post-adrift
    """
    _go(root, article, show=show, back=True, format_=format_)


@click.command(epilog=EXIT_CODES, short_help="Do again what was taken back.")
@root_option
@_article
@click.option("--show", is_flag=True, help="Say what would be done again, and do nothing.")
@format_option
def redo(root: Path, article: str, show: bool, format_: str) -> None:
    """Do again what "variorum undo" or the desk took back last; with ARTICLE, on that article."""
    _go(root, article, show=show, back=False, format_=format_)


def _go(root: Path, article: str, *, show: bool, back: bool, format_: str) -> None:
    done, none = ("undone", "undo") if back else ("redone", "redo")
    with refusals(), refusals_as_json(format_ == "json", **{done: None}):
        from builder.cache.records import locked
        from builder.desk.journal import Journal, journals

        desk = open_desk(root)
        with locked(root, lambda: None, "editing"):
            if article:
                # One that was removed has no file any more.
                known = {one.of: one for one in journals(root)}
                journal = known.get(article) or Journal(root, desk.document(article).id)
            else:
                journal = max(journals(root), key=lambda one: one.at[0 if back else 1], default=Journal(root))
            what = journal.last if back else journal.next
            if what and not show:
                what = (journal.undo() if back else journal.redo()) or ""
    if format_ == "json":
        echo(
            json.dumps({done: what or None, "article": journal.of or None, "shown": show}, ensure_ascii=False)
        )
    elif what:
        of = f" ({journal.of})" if journal.of else ""
        echo(f"{f'Would be {done}' if show else done.capitalize()}: {what}{of}")
    else:
        echo(f"Nothing to {none}.", err=True)
    if not what:
        sys.exit(1)


def step_on(session: Session, what: str) -> AbstractContextManager[None]:
    """Keep what a block decides on an article as a step that can be taken back."""
    from builder.desk.journal import step
    from builder.desk.suggest.session import DROPPED

    desk = session.desk
    return step(desk.root, what, [session.path, desk.private / DROPPED], of=session.document.id)
