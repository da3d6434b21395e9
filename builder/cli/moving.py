"""The commands that give something another id, another place or take it away: ``variorum rename``, ``move``, ``remove``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.entering import known, pairs
from builder.cli.opening import open_desk
from builder.cli.options import format_option, root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, progress, refusals, refusals_as_json
from builder.content.load import is_slug
from builder.content.settings_file import look
from builder.content.vocabulary import KINDS_OF_IDS

if TYPE_CHECKING:
    from builder.desk.desk import Desk
    from builder.desk.moving.plan import Plan

_kind = click.option(
    "--kind", type=click.Choice(KINDS_OF_IDS), help="What it is, where an id is used for two kinds of things."
)
_dry_run = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")


def _names(ctx: click.Context, _: click.Parameter, start: str) -> list[str]:
    """Return the ids of articles and topics that begin so, for completion on the command line."""
    content = Path(ctx.params.get("root") or ".") / look(Path(ctx.params.get("root") or ".")).docs_dir
    found = {path.stem for path in (*content.glob("articles/*.md"), *content.glob("topics/*.yml"))}
    return sorted(name for name in found if name.startswith(start) and is_slug(name))


@click.command(epilog=EXIT_CODES, short_help="Give something another id; all that names it follows.")
@root_option
@click.argument("what", metavar="ID", shell_complete=_names)
@click.argument("new", metavar="NEW")
@_kind
@_dry_run
@format_option
def rename(root: Path, what: str, new: str, kind: str | None, dry_run: bool, format_: str) -> None:
    """Give something another id: an article, a claim, a topic, a question, a story, an outlet, a source or a place.

    A claim is named as article/claim, a question as topic/question; NEW may be the part behind the stroke alone. Every place that names
    it follows: other files, links in prose, the navigation in mkdocs.yml. The files stay as they are written otherwise, with their
    comments. content/moved.yml notes the former id, so that its address leads to the new one.

    \b
    For example:
      variorum rename harbour-post-adrift harbour-post-a-night --dry-run
      variorum rename passengers/aboard passengers/on-board
      variorum rename osk-line ferry-line --kind sources
    """

    def plan(desk: Desk) -> Plan:
        from builder.desk.moving.rename import plan_rename

        return plan_rename(desk, what, new, _today(), kind)

    _carry_out(root, plan, "renamed", dry_run=dry_run, as_json=format_ == "json")


@click.command(epilog=EXIT_CODES, short_help="Move a topic to another story.")
@root_option
@click.argument("topic", shell_complete=_names)
@click.argument("story")
@_dry_run
@format_option
def move(root: Path, topic: str, story: str, dry_run: bool, format_: str) -> None:
    """Move TOPIC to STORY, behind the topics that are there. Its address stays as it is.

    An article that says that it is of the former story follows, if it has claims of no other topic; the others are named.

    \b
    For example:
      variorum move repair costs-of-bridges --dry-run
    """

    def plan(desk: Desk) -> Plan:
        from builder.desk.moving.another_story import plan_move

        return plan_move(desk, topic, story)

    _carry_out(root, plan, "moved", dry_run=dry_run, as_json=format_ == "json")


@click.command(
    epilog=EXIT_CODES, short_help="Say otherwise what a question, topic, story, source, outlet or place says."
)
@root_option
@click.argument("kind", type=click.Choice(["question", "topic", "story", "outlet", "source", "place"]))
@click.argument("what", metavar="ID", shell_complete=_names)
@click.argument("given", metavar="KEY=VALUE...", nargs=-1)
@_dry_run
@format_option
def amend(root: Path, kind: str, what: str, given: tuple[str, ...], dry_run: bool, format_: str) -> None:
    """Change what the entry ID says: the wording or unit of a question (topic/question), the kind, names or side of a source. Its id stays.

    Lists are written with commas between; an empty value takes a key away. Without KEY=VALUE, what it says is listed.

    \b
    For example:
      variorum amend question closure/duration text="How long is it closed?" unit=days --dry-run
      variorum amend source tarn-ferries kind=company side="the line's side" aliases="the line, Tarn Ferries Ltd"
    """
    kinds = f"{kind.removesuffix('y')}ies" if kind == "story" else f"{kind}s"
    if not given:
        with refusals(), refusals_as_json(format_ == "json"):
            from builder.desk.moving.amend import said

            found = said(open_desk(root), kinds, what)
        lines = (f"{key}: {value}" for key, value in found.items() if value)
        echo(json.dumps(found, ensure_ascii=False, indent=1) if format_ == "json" else "\n".join(lines))
        return
    values = pairs(given)

    def plan(desk: Desk) -> Plan:
        from builder.desk.moving.amend import KEYS_OF, plan_amend

        known(values, KEYS_OF[kinds])
        return plan_amend(desk, kinds, what, values)

    _carry_out(root, plan, "amended", dry_run=dry_run, as_json=format_ == "json")


@click.command(epilog=EXIT_CODES, short_help="Take something away, and say where it went.")
@root_option
@click.argument("what", metavar="ID", required=False, default="", shell_complete=_names)
@click.option("--example", is_flag=True, help="In place of an ID: the example story of a new site, whole.")
@click.option("--why", metavar="SENTENCE", help="Why it goes, for readers who follow an old link.")
@click.option("--to", metavar="ID", help="What takes its place, of the same kind.")
@click.option("--with-claims", is_flag=True, help="Of a question or topic: the claims that answer it go too.")
@_kind
@_dry_run
@format_option
def remove(
    root: Path, what: str, example: bool, why: str | None, to: str | None, with_claims: bool, kind: str | None,
    dry_run: bool, format_: str,
) -> None:  # fmt: skip
    """Remove something: an article, a claim, a topic, a question, a story, an outlet, a source or a place.

    Nothing is removed as long as other places name it; they are listed. content/moved.yml notes why it went or what took its place, and its
    old address says so. The log of changes tells readers what goes, and names it in words from then on. An article's full text stays in
    the private folder. A draft goes without a word, as nobody has seen it. So does the example of a new site, as long as nothing was made
    of it; its texts go too.

    \b
    For example:
      variorum remove harbour-post-double --to harbour-post-adrift
      variorum remove passengers/ashore --with-claims --why "No two reports meant the same boats."
      variorum remove --example
    """
    if example == bool(what) or (example and (why or to or with_claims or kind or dry_run)):
        raise click.UsageError("name an ID, or give --example alone")
    if example:
        _take_example_out(root, as_json=format_ == "json")
        return

    def plan(desk: Desk) -> Plan:
        from builder.desk.moving.remove import plan_remove

        return plan_remove(desk, what, _today(), why=why, to=to, kind=kind, with_claims=with_claims)

    _carry_out(root, plan, "removed", dry_run=dry_run, as_json=format_ == "json")


def _take_example_out(root: Path, *, as_json: bool) -> None:
    with refusals("Stopped: nothing was written."), refusals_as_json(as_json, removed=None):
        from builder.desk.example import example, remove_example
        from builder.desk.journal import step

        with step(root, "the example goes", example(root)):
            count = len(remove_example(root))
    told = f"Removed: the example ({count} files)\nNext: variorum desk (or: variorum add)"
    echo(json.dumps({"removed": "example"}) if as_json else told)


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _carry_out(root: Path, make: Callable[[Desk], Plan], done: str, *, dry_run: bool, as_json: bool) -> None:
    """Make a plan, write it unless it is a trial, and print what changed."""
    with refusals("Stopped: nothing was written."), refusals_as_json(as_json, **{done: None}):
        from builder.desk.journal import step
        from builder.desk.moving import together
        from builder.desk.moving.effect import effect

        with progress("Looking for all that names it"):
            desk = open_desk(root)
            plan = make(desk)
        if not dry_run:
            with step(root, f"{plan.named.id}: {done}", [root / one.path for one in plan.changes]):
                together.write(
                    root, plan, lambda: echo("A build of this site is running; waiting.", err=True)
                )
    if as_json:
        echo(
            json.dumps(
                {
                    done: plan.named.id,
                    "dry_run": dry_run,
                    "effect": list(effect(desk, plan)),
                    **plan.as_data(),
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    if dry_run:
        for line in (*effect(desk, plan), "", *plan.diff()):
            echo(line)
    count = len(plan.changes)
    files = f"{count} file{'s'[: count != 1]}"
    led = f" -> {plan.to.id}" if plan.to and plan.to != plan.named else ""
    takes = f", with {', '.join(one.id for one in plan.takes)}" if plan.takes else ""
    echo(
        f"{'Would be ' if dry_run else ''}{done if dry_run else done.capitalize()}: {plan.named.id}{led}{takes} ({files})"
    )
    for remark in plan.remarks:
        echo(remark)
    if not dry_run:
        echo("Next: variorum build (or: make site)")
