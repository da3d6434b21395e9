"""``variorum diff``: what the content changes."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.opening import open_desk
from builder.cli.options import files, format_option, root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, progress, refusals, refusals_as_json


@click.command(epilog=EXIT_CODES, short_help="Show what the content changes.")
@root_option
@click.option(
    "--against",
    metavar="REV|DIR|FILE",
    help="A git revision, a folder with a site or its content, or a data file.",
    shell_complete=lambda *given: files(given[2]),
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the last build is, if not in site/.")
@format_option
def diff(root: Path, against: str | None, site_dir: Path | None, format_: str) -> None:
    """Show what the content changes against the last build, or another state.

    Lists new lows and highs, new origins, silences that were filled, relations that changed, a claim that is now the
    first to appear, new articles, questions and claims. Content with errors is not compared; the errors are printed.

    \b
    For example:
      variorum diff                        since the last build
      variorum diff --against HEAD         what is not committed yet
      variorum diff --against v1 --format json

    With --format json the changes are a list; what stands in the way is an object with "problems", as "check --format json" has it.
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.compare.changes import changes
        from builder.content.moved_on import Today
        from builder.desk import diff as differ

        desk = open_desk(root)
        content, today = desk.content_dir, Today.of(desk.site.moved)
        with progress("Comparing"):
            after = differ.state_of_content(root, content)
            found = changes(differ.reference(root, site_dir or root / "site", against, content, today), after)
        if format_ == "json":
            echo(differ.as_json(found))
            return
        for line in differ.as_text(found):
            echo(line)
        echo(f"{len(found)} change{'s'[: len(found) != 1]} against {against or 'the last build'}.")
