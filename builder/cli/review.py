"""Review proposals on a terminal: each is shown with its sentence and decided with one key."""

from __future__ import annotations

import os
from textwrap import fill

import click

from builder.cli.screen import echo, style
from builder.cli.stepping import step_on
from builder.content import strict_yaml
from builder.content.model import Question
from builder.content.problems import did_you_mean
from builder.desk.kinds import Refusal
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.values.hidden import visible

SECOND = "2 take for the second question   "
KEYS = "t take   {second}o other question   e edit   d drop   s skip   q quit"


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def review(session: Session, proposals: list[Proposal]) -> int:
    """Let the editor decide on each proposal; return how many were taken. Each is written into the file at once.

    Proposals that were decided here are removed from the block that ``--write`` left in the file.
    """
    for number, proposal in enumerate(proposals, start=1):
        show(session, proposal, f"{number}/{len(proposals)}")
        if not _one(session, proposal):
            break
    if session.taken or session.dropped:
        session.renew_block()
    return len(session.taken)


def show(session: Session, proposal: Proposal, place: str) -> None:
    """Print one proposal."""
    before, words, after = session.sentence(proposal)
    marked = visible(f"[[{words}]]") if _plain() else style(words, bold=True, underline=True)
    echo(f"\n{style(place, bold=True)}  {proposal.kind}", styled=True)
    sentence = f"{visible(before)}{marked}{visible(after)}".strip()
    echo(fill(sentence, 98, initial_indent="  ", subsequent_indent="  "), styled=True)
    for line in session.lines(proposal, proposal.question)[1:]:
        echo(f"    {line.strip()}")
    for index, (question, _) in enumerate(proposal.questions, start=1):
        echo(f"  {index}. {question.text}")
        for outlet, printed in session.beside(question)[:5]:
            echo(f"       {outlet}: {printed}")


def _one(session: Session, proposal: Proposal) -> bool:
    """Let the editor decide on one proposal; return False if they quit."""
    while True:
        second = SECOND if len(proposal.questions) > 1 else ""
        echo(f"  {KEYS.format(second=second)} > ", nl=False)
        key = read_key()
        if key in ("q", "\x03", "\x04", ""):
            return False
        if key == "s":
            return True
        if key == "d":
            with step_on(session, f"drop “{proposal.printed}”"):
                session.drop(proposal)
            return True
        question = _question(session, proposal, key)
        if key in ("t", "2", "o", "e") and question is None:
            which = "No second question" if key == "2" and proposal.question else "No question"
            echo(f"  {which} to answer: press o to name one, or s to skip.")
            continue
        if key in ("t", "2", "o"):
            if _take(session, proposal.printed, session.lines(proposal, question)):
                return True
        elif (
            key == "e"
            and (lines := _edited(session.lines(proposal, question)))
            and _take(session, proposal.printed, lines)
        ):
            return True


def read_key() -> str:
    """Wait for one key, print it, and return it in lower case; an interruption counts as ``q``."""
    try:
        key = click.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        key = "q"
    echo(key if key.isprintable() else "")
    return key


def _question(session: Session, proposal: Proposal, key: str) -> Question | None:
    if key == "2":
        return proposal.questions[1][0] if len(proposal.questions) > 1 else None
    if key != "o":
        return proposal.question
    while True:
        path = str(
            click.prompt("  Question, as topic/question (- for none)", default="-", show_default=False)
        ).strip()
        if path == "-":
            return None
        if path in session.questions:
            return session.questions[path]
        echo(f'  There is no question "{path}"{did_you_mean(path, session.questions)}')


def _take(session: Session, words: str, lines: list[str]) -> bool:
    try:
        with step_on(session, f"take “{words}”"):
            id = session.take(lines)
    except Refusal as refusal:
        echo(f"  {refusal}")
        return False
    echo(f"  Taken as {id}.")
    return True


def edit_text(text: str, extension: str) -> str | None:
    """Let the editor change a text in the program that EDITOR names; return it, or None if nothing was saved."""
    try:
        return click.edit(text, extension=extension)
    except click.ClickException as error:
        echo(f"  {error.format_message()} Set EDITOR to the program to write with.")
        return None


def _edited(lines: list[str]) -> list[str] | None:
    """Let the editor change a claim's lines; return them, or None if they are not one claim or were not saved."""
    text = edit_text("\n".join(lines) + "\n", ".yml")
    if text is None:
        return None
    parsed = strict_yaml.read_yaml(text)
    if (
        parsed.faults
        or not isinstance(parsed.value, list)
        or len(parsed.value) != 1
        or not isinstance(parsed.value[0], dict)
    ):
        why = parsed.faults[0].message if parsed.faults else "one claim is wanted, beginning with - id:"
        echo(f"  Not taken: {why}")
        return None
    return [line for line in text.rstrip().split("\n") if line.strip()]
