"""The commands for new entries: ``variorum enter`` an outlet, a source or a place, ``variorum ask`` a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from builder.cli.opening import open_desk
from builder.cli.options import root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, refusals


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in given]
    if wrong := [key for key, sign, _ in pairs if not sign]:
        raise click.UsageError(f'"{wrong[0]}" is no KEY=VALUE, such as name="Tarn Ferries"')
    return {key: value for key, _, value in pairs}


def _known(given: dict[str, str], keys: Sequence[str]) -> None:
    if wrong := [key for key in given if key not in (*keys, "id")]:
        raise click.UsageError(f'"{wrong[0]}" is none of its keys: {", ".join((*keys, "id"))}')


@click.command(epilog=EXIT_CODES, short_help="Enter an outlet, a source or a place.")
@root_option
@click.argument("kind", type=click.Choice(["outlet", "source", "place"]))
@click.argument("given", metavar="KEY=VALUE...", nargs=-1, required=True)
def enter(root: Path, kind: str, given: tuple[str, ...]) -> None:
    """Enter an outlet, a source or a place at the end of its file. Lists are written with commas between.

    \b
    For example:
      variorum enter source name="Tarn Ferries" aliases="the line" kind=company stake=party side="the line's side"
      variorum enter outlet name="Tarn Weekly" kind=newspaper hosts=weekly.example
    """
    with refusals():
        from builder.desk.entering import KEYS
        from builder.desk.entering import enter as enter_entry

        values = _pairs(given)
        _known(values, KEYS[f"{kind}s"])
        id = enter_entry(open_desk(root), f"{kind}s", values, values.get("id", ""))
    echo(f"Entered {id} in {kind}s.yml")


@click.command(epilog=EXIT_CODES, short_help="Add a question, to a topic or a new one.")
@root_option
@click.argument("topic", required=False, default="")
@click.argument("given", metavar="KEY=VALUE...", nargs=-1)
@click.option("--new-topic", metavar="TITLE", help="Make a topic of this title for it.")
@click.option("--lead", metavar="SENTENCE", help="With --new-topic: what is compared there.")
@click.option("--story", metavar="ID", help="With --new-topic: the story that it belongs to.")
@click.option("--new-story", metavar="TITLE", help="With --new-topic: make a story of this title.")
@click.option("--summary", metavar="SENTENCE", help="With --new-story: what happened, in neutral words.")
def ask(
    root: Path, topic: str, given: tuple[str, ...], new_topic: str | None, lead: str | None, story: str | None,
    new_story: str | None, summary: str | None,
) -> None:  # fmt: skip
    """Add a question at the end of TOPIC, or of a topic that is made for it. Proposals look for its answers from then on.

    \b
    For example:
      variorum ask closure text="How much does the repair cost?" short=Cost answer=quantity unit=euros counts=cost of="the repair"
      variorum ask --new-topic "The repair" --lead "What it costs." --story bridge-closure text=... short=... answer=...
    """
    with refusals():
        from builder.desk.entering import ASKED
        from builder.desk.entering import ask as ask_question

        if "=" in topic:
            given, topic = (topic, *given), ""
        values = _pairs(given)
        _known(values, ASKED)
        path = ask_question(
            open_desk(root),
            values,
            topic,
            {"title": new_topic or "", "lead": lead or ""},
            story or "",
            {"title": new_story or "", "summary": summary or ""},
        )
    echo(f"Asked: {path}")
