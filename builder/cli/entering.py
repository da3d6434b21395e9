"""The commands for new entries: ``variorum enter`` an outlet, a source or a place, ``variorum ask`` a question."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import msgspec

from builder.cli.opening import open_desk
from builder.cli.options import format_option, root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, progress, refusals, refusals_as_json


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return what was given as KEY=VALUE. Raises ``click.UsageError`` for anything else."""
    pairs = [item.partition("=") for item in given]
    if wrong := [key for key, sign, _ in pairs if not sign]:
        raise click.UsageError(f'"{wrong[0]}" is no KEY=VALUE, such as name="Tarn Ferries"')
    return {key: value for key, _, value in pairs}


def known(given: dict[str, str], keys: Sequence[str]) -> None:
    """Raise ``click.UsageError`` for a key that is none of these."""
    if wrong := [key for key in given if key not in keys]:
        raise click.UsageError(f'"{wrong[0]}" is none of its keys: {", ".join(keys)}')


@click.command(epilog=EXIT_CODES, short_help="Enter an outlet, a source or a place.")
@root_option
@click.argument("kind", type=click.Choice(["outlet", "source", "place"]))
@click.argument("given", metavar="KEY=VALUE...", nargs=-1, required=True)
@format_option
def enter(root: Path, kind: str, given: tuple[str, ...], format_: str) -> None:
    """Enter an outlet, a source or a place at the end of its file. Lists are written with commas between.

    \b
    For example:
      variorum enter source name="Tarn Ferries" aliases="the line" kind=company stake=party side="the line's side"
      variorum enter outlet name="Tarn Weekly" kind=newspaper hosts=weekly.example
      variorum enter source id=tarn-ferries also="the ferry company"

    With also, one that is there gets a further name, as texts print it.
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk.entering import KEYS, also_called
        from builder.desk.entering import enter as enter_entry
        from builder.desk.journal import step

        values = pairs(given)
        known(values, ("id", "also") if "also" in values else (*KEYS[f"{kind}s"], "id"))
        desk = open_desk(root)
        file = root / desk.content_dir / f"{kind}s.yml"
        if "also" in values:
            with step(root, f"“{values['also']}” for {values.get('id', '')}", [file]):
                also_called(desk, f"{kind}s", values.get("id", ""), values["also"])
            added = {"also": values["also"], "id": values.get("id", ""), "kind": kind}
            echo(json.dumps(added) if format_ == "json" else f"Added to {kind}s.yml: {values['also']}")
            return
        with step(root, f"“{values.get('name', '')}” in {kind}s", [file]):
            id = enter_entry(desk, f"{kind}s", values, values.get("id", ""))
    told = f"Entered {id} in {kind}s.yml"
    echo(json.dumps({"entered": id, "kind": kind}) if format_ == "json" else told)


@click.command(epilog=EXIT_CODES, short_help="Add a question, to a topic or a new one.")
@root_option
@click.argument("topic", required=False, default="")
@click.argument("given", metavar="KEY=VALUE...", nargs=-1)
@click.option("--new-topic", metavar="TITLE", help="Make a topic of this title for it.")
@click.option("--lead", metavar="SENTENCE", help="With --new-topic: what is compared there.")
@click.option("--story", metavar="ID", help="With --new-topic: the story that it belongs to.")
@click.option("--new-story", metavar="TITLE", help="With --new-topic: make a story of this title.")
@click.option("--summary", metavar="SENTENCE", help="With --new-story: what happened, in neutral words.")
@format_option
def ask(
    root: Path, topic: str, given: tuple[str, ...], new_topic: str | None, lead: str | None, story: str | None,
    new_story: str | None, summary: str | None, format_: str,
) -> None:  # fmt: skip
    """Add a question at the end of TOPIC, or of a topic that is made for it. Proposals look for its answers from then on.

    With nothing given, list what the drafts have in common, each with the command that makes a question, a source or a place of it.

    \b
    For example:
      variorum ask
      variorum ask closure text="How much does the repair cost?" short=Cost answer=quantity unit=euros counts=cost of="the repair"
      variorum ask --new-topic "The repair" --lead "What it costs." --story bridge-closure text=... short=... answer=...
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk.entering import ASKED
        from builder.desk.entering import ask as ask_question
        from builder.desk.journal import step

        if not (topic or given or new_topic or new_story):
            _in_common(root, as_json=format_ == "json")
            return
        if "=" in topic:
            given, topic = (topic, *given), ""
        values = pairs(given)
        known(values, (*ASKED, "id"))
        desk = open_desk(root)
        content = root / desk.content_dir
        with step(
            root, f"the question “{values.get('short', '')}”", [content / "stories.yml"], [content / "topics"]
        ):
            path = ask_question(
                desk,
                values,
                topic,
                {"title": new_topic or "", "lead": lead or ""},
                story or "",
                {"title": new_story or "", "summary": summary or ""},
            )
    echo(json.dumps({"asked": path}) if format_ == "json" else f"Asked: {path}")


def _in_common(root: Path, *, as_json: bool) -> None:
    """Print what several drafts print figures of, who speaks in them and which places they name, as commands."""
    from builder.desk.common import in_common

    desk = open_desk(root)
    with progress("Looking through the drafts"):
        questions, speakers, places = in_common(desk)
    if as_json:
        told = {"questions": questions, "sources": speakers, "places": places}
        echo(msgspec.json.format(msgspec.json.encode(told), indent=1).decode())
        return
    topic = next(iter(desk.site.topics), None)
    for one in questions:
        keys = {
            "text": one.text,
            "short": one.short,
            "answer": one.answer.value,
            "unit": one.unit,
            "counts": one.counts,
            "of": one.of,
        }
        new = (
            []
            if topic
            else [
                "--new-topic",
                one.topic,
                "--lead",
                one.text,
                "--new-story",
                "TITLE",
                "--summary",
                "SENTENCE",
            ]
        )
        _tell_shared(one.text, one.printed, ["ask", *([topic] if topic else new), *_given(keys)])
    for named in speakers:
        keys = {"name": named.name, "short": named.short, "aliases": named.aliases, "kind": "KIND"}
        _tell_shared(f"{named.name} speaks in several", named.printed, ["enter", "source", *_given(keys)])
    for named in places:
        keys = {"name": named.name, "aliases": named.aliases}
        _tell_shared(f"{named.name} is named in several", named.printed, ["enter", "place", *_given(keys)])
    if not (questions or speakers or places):
        echo(
            "The drafts have nothing in common that is not asked for. Next: variorum add two or three articles."
        )


def _given(keys: Mapping[str, str]) -> list[str]:
    return [f"{key}={value}" for key, value in keys.items() if value]


def _tell_shared(what: str, printed: Sequence[tuple[str, str]], command: Sequence[str]) -> None:
    echo(what)
    echo(f"  {'; '.join(f'{article}: {words}' for article, words in printed)}")
    echo(f"  variorum {shlex.join(command)}")


@click.command(epilog=EXIT_CODES, short_help="Add words that papers print for what a question counts.")
@root_option
@click.argument("question")
@click.argument("words", nargs=-1, required=True)
@format_option
def words(root: Path, question: str, words: tuple[str, ...], format_: str) -> None:
    """Add WORDS to those that papers print for what QUESTION (topic/question) counts, its printed_as.

    Where V113 finds nothing in a sentence that says what is counted, and the text says it in words of its own. A star stands for any ending.

    \b
    For example:
      variorum words closure/jobs "would go" "are for the chop"
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk.entering import print_as
        from builder.desk.journal import step

        for one in words:
            desk = open_desk(root)
            file = root / desk.content_dir / "topics" / f"{question.partition('/')[0]}.yml"
            with step(root, f"“{one}” for {question}", [file]):
                print_as(desk, question, one)
    told = f"{question} is also printed as: {', '.join(words)}"
    echo(json.dumps({"question": question, "printed_as": list(words)}) if format_ == "json" else told)
