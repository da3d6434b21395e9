"""The commands on the log of changes: ``variorum log``, ``variorum correct``."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from builder.cli.opening import open_desk
from builder.cli.options import root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, progress, refusals, short_path


@click.command(epilog=EXIT_CODES, short_help="Write what changed into the log.")
@root_option
@click.option(
    "--against",
    metavar="REV|DIR|FILE",
    help="A git revision, a folder with a site or its content, or a data file. Default: the last build.",
    shell_complete=lambda *_: [CompletionItem("", type="file")],
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the last build is, if not in site/.")
def log(root: Path, against: str | None, site_dir: Path | None) -> None:
    """Write into the log of changes what you changed by hand.

    "publish" writes by itself what an article brings. After another change, such as a claim that was mended or an article that was
    removed, this compares the content with an earlier state, as "diff" does, and writes what readers should know into a new file of
    content/changes/: new and removed articles, new highs and lows, relations that turned, another first appearance. What the log has
    already is left out. Look at the file, and take out what you do not want told.

    \b
    For example:
      variorum log                     since the last build
      variorum log --against HEAD      what is not committed yet
    """
    with refusals():
        from builder.compare.log import news
        from builder.content.moved_on import Today
        from builder.desk import diff
        from builder.desk.log import unlogged, write

        desk = open_desk(root)
        with progress("Comparing"):
            after = diff.state_of_content(root, desk.content_dir)
            today = Today.of(desk.site.moved)
            before = diff.reference(root, site_dir or root / "site", against, desk.content_dir, today)
            names = {id: outlet.name for id, outlet in desk.site.outlets.items()}
            found = unlogged(desk.site, news(before, after, names))
        if not found:
            echo("Nothing to write: the log has all that readers should know.")
            return
        path = write(root / desk.content_dir, "edited", found)
        for change in found:
            about = change.article or change.question or change.gone
            echo(f"{change.what.value}: {about}")
        echo(f"Wrote {short_path(path)}")


@click.command(epilog=EXIT_CODES, short_help="Tell readers of a mistake of these pages.")
@root_option
@click.argument("about")
@click.argument("text", metavar="SENTENCE")
def correct(root: Path, about: str, text: str) -> None:
    """Write a correction of these pages into the log of changes.

    ABOUT is what these pages had wrong: an article or a topic by its id, a claim as article/claim, a question as topic/question.
    SENTENCE says what was wrong, and what is right. It stands in the log, on the pages of what it is about, and in the feeds.

    \b
    For example:
      variorum correct harbour-post-adrift/aboard "These pages said 104 until 15 May; the article says 140."
    """
    with refusals():
        from builder.desk.log import correction, write

        desk = open_desk(root)
        change = correction(desk.site, about, text)
        path = write(root / desk.content_dir, f"correction-{about.replace('/', '-')}", (change,))
        echo(f"Wrote {short_path(path)}")
