"""What the desk decides on an article, as commands: ``about``, ``claim``, ``drop``, ``change``, ``silence``, ``precis``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.cli.entering import known, pairs
from builder.cli.opening import open_desk
from builder.cli.options import article_names, format_option, root_option
from builder.cli.screen import echo, style
from builder.cli.stepping import step_on
from builder.cli.terminal import EXIT_CODES, refusals, refusals_as_json, short_path

if TYPE_CHECKING:
    from builder.desk.suggest.session import Session

_article = click.argument("article", shell_complete=lambda ctx, _, start: article_names(ctx, start))
_given = click.argument("given", metavar="KEY=VALUE...", nargs=-1)
_place = click.option(
    "--place",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Which, where the text has them more than once.",
)


@click.command(epilog=EXIT_CODES, short_help="Show or fill in the bibliography of an article.")
@root_option
@_article
@_given
@click.option(
    "--mend",
    metavar="KEY[=WORDS]",
    help="Mend a line of its file that a check names: a key that nobody knows, an id used twice, words of a former text.",
)
@format_option
def about(root: Path, article: str, given: tuple[str, ...], mend: str | None, format_: str) -> None:
    """Show the bibliography of ARTICLE: what is known with the line of the text that proves it, and what is asked for.

    With KEY=VALUE, fill it in. Authors are written with commas between; an empty value takes a key away. A key inferred-KEY says
    from what a value was inferred, or why there is none.

    \b
    For example:
      variorum about harbour-post-adrift
      variorum about harbour-post-adrift --mend "former[0].headline=Ferry adrift off Osk"
      variorum about harbour-post-adrift outlet=harbour-post published=2031-03-04 byline="Ina Dahl, Per Holm"
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import bibliography
        from builder.desk.journal import step
        from builder.desk.lines import mend_line

        desk = open_desk(root)
        document = desk.document(article)
        values = pairs(given)
        known(values, (*bibliography.KEYS, *(f"inferred-{key}" for key in bibliography.REASONED)))
        if mend is not None:
            key, _, words = mend.partition("=")
            with step(root, f"mend {key}", [desk.path(document)], of=document.id):
                mend_line(desk, document, key, words)
            desk = open_desk(root)
            document = desk.document(document.id)
        if values:
            files = [desk.path(document), desk.private / f"{document.id}.txt"]
            with step(root, "the bibliography", files, of=document.id):
                bibliography.write(desk, document, values)
            desk = open_desk(root)
            document = desk.document(document.id)
        text = desk.text(document)
        found = bibliography.known(desk, document, text)
        lines = {
            one.key: 1 + text.raw.count("\n", 0, text.normal.raw(one.places[0])[0])
            for one in found
            if one.places
        }
        if format_ == "json":
            told = [
                {"key": one.key, "value": one.value or None, "line": lines.get(one.key), "inferred": one.reason or None, "asked": one.gap or None}
                for one in found
            ]  # fmt: skip
            echo(json.dumps(told, ensure_ascii=False, indent=1))
            return
        for one in found:
            proved = f"   (line {lines[one.key]} of {text.name})" if one.key in lines else ""
            if one.value or one.gap:
                echo(f"{one.key}: {one.value}{proved}")
            if one.gap:
                echo(style(f"  asked: {one.gap}", fg="yellow"), styled=True)


@click.command(epilog=EXIT_CODES, short_help="Claim words of an article that nobody proposed.")
@root_option
@_article
@click.argument("question")
@click.argument("words")
@_given
@_place
@format_option
def claim(
    root: Path, article: str, question: str, words: str, given: tuple[str, ...], place: int, format_: str
) -> None:
    """Claim WORDS of ARTICLE, as its text prints them, as an answer to QUESTION (topic/question).

    What the rules know of the words is filled in: who says them, the day, the quotation. KEY=VALUE says otherwise; "variorum keys"
    prints the keys of a claim. What the proof says of the claim is told at once. A part (part_of=ID) whose whole is not claimed yet is
    taken without it, and that is said.

    \b
    For example:
      variorum claim harbour-post-adrift cause/failed "a fuse had failed" sources=marlo-ferry-line cue=said
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import deciding

        session = _session(root, article)
        values = pairs(given)
        known(values, deciding.KEYS)
        proposal, asked = deciding.by_hand(session, question, words, place)
        whole = deciding.without_whole(session, values)
        with step_on(session, f"take “{proposal.printed}”"):
            id = deciding.take(session, proposal, asked, values)
        if whole:
            name = f"{session.document.id}/{id}"
            echo(f'{session.document.id} has no claim "{whole}" yet, so this one is taken without part_of.\n'
                 f"Next: claim the whole, then: variorum change {name} part_of=ID", err=True)  # fmt: skip
        _tell(_session(root, session.document.id), id, format_)


@click.command(epilog=EXIT_CODES, short_help="Propose words of an article no more.")
@root_option
@_article
@click.argument("words", required=False)
@click.option("--undo", is_flag=True, help="Propose them again.")
@_place
@format_option
def drop(root: Path, article: str, words: str | None, undo: bool, place: int, format_: str) -> None:
    """Drop the proposal of WORDS for ARTICLE: "variorum suggest" and the desk propose it no more.

    Without WORDS, list what was dropped.

    \b
    For example:
      variorum drop harbour-post-adrift "31 people"
      variorum drop harbour-post-adrift "31 people" --undo
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import deciding

        session = _session(root, article)
        if words is not None:
            with step_on(session, f"{'propose again' if undo else 'drop'} “{words}”"):
                (deciding.propose_again if undo else deciding.drop)(session, words, place)
        dropped = [one.printed for one in session.dropped_ones()]
        if format_ == "json":
            echo(json.dumps({"dropped": dropped}, ensure_ascii=False, indent=1))
            return
        for one in dropped:
            echo(f"dropped: {one}")
        if not dropped:
            echo(f"Nothing that {session.document.id} proposes is dropped.")


@click.command(epilog=EXIT_CODES, short_help="Change a claim of an article.")
@root_option
@click.argument("claim", metavar="ARTICLE/CLAIM")
@_given
@click.option(
    "--allow",
    nargs=2,
    metavar="RULE REASON",
    help="Say why a rule of the proof does not hold here; readers find it on the method page.",
)
@format_option
def change(
    root: Path, claim: str, given: tuple[str, ...], allow: tuple[str, str] | None, format_: str
) -> None:
    """Change keys of a claim; an empty value takes a key away. What the proof says of it then is told at once.

    To take a claim away: variorum remove ARTICLE/CLAIM.

    \b
    For example:
      variorum change harbour-post-adrift/aboard modifier=exactly said_on=
      variorum change harbour-post-adrift/aboard --allow V123 "The line is quoted in full a page before."
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import deciding
        from builder.desk.edit import in_yaml

        article, stroke, id = claim.partition("/")
        if not stroke:
            raise click.UsageError("name the claim as article/claim")
        if not given and allow is None:
            raise click.UsageError("say what to change: KEY=VALUE, or --allow")
        session = _session(root, article)
        if allow is not None:
            with step_on(session, f"allow {allow[0]} at {id}"):
                deciding.allow(session, id, *allow)
            session = _session(root, article)
        entry = deciding.claim_of(session, id)
        values = pairs(given)
        known(values, ("question", *deciding.KEYS))
        made = deciding.typed(entry, values)
        if question := values.get("question"):
            made["question"] = in_yaml(question)
        with step_on(session, f"change {id}"):
            deciding.change(session, id, made)
        _tell(_session(root, session.document.id), id, format_)


@click.command(epilog=EXIT_CODES, short_help="Note what an article was searched for and does not say.")
@root_option
@_article
@click.argument("questions", metavar="QUESTION...", nargs=-1)
@click.option("--undo", is_flag=True, help="Take it back.")
@format_option
def silence(root: Path, article: str, questions: tuple[str, ...], undo: bool, format_: str) -> None:
    """Note that you looked for an answer to QUESTION (topic/question) in ARTICLE, and that it gives none.

    Without a QUESTION, list those on which it will be shown to say nothing, with the line that has words of the question, if one does.
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import deciding
        from builder.desk.unsaid import decided_silences, unsaid

        for question in questions:
            session = _session(root, article)
            with step_on(session, f"{'not ' if undo else ''}looked for {question}"):
                deciding.silence(session, question, looked_for=not undo)
        desk = open_desk(root)
        document = desk.document(article)
        noted = [str(one.get("question")) for one in decided_silences(document)]
        left = unsaid(desk, document)
        if format_ == "json":
            open_ = [{"question": one.question.path, "short": one.question.short, "line": one.line} for one in left]  # fmt: skip
            echo(json.dumps({"looked_for": noted, "says_nothing_on": open_}, ensure_ascii=False, indent=1))
            return
        for path in noted:
            echo(f"looked for: {path}")
        for one in left:
            seen = (
                f"   (line {one.line} of {document.data.get('source_file')} has words of it)"
                if one.line
                else ""
            )
            echo(f"not yet:    {one.question.path}: {one.question.text}{seen}")
        if left:
            echo(
                f"Next: look for it in the text, then: variorum silence {document.id} {left[0].question.path}"
            )


@click.command(epilog=EXIT_CODES, short_help="Show or write the précis of an article.")
@root_option
@_article
@click.argument("file", required=False, type=click.File(encoding="utf-8"))
@format_option
def precis(root: Path, article: str, file: Any, format_: str) -> None:
    """Show the précis of ARTICLE and how long it is to be; with FILE (- is the standard input), write it in place of what is there.

    \b
    For example:
      variorum precis harbour-post-adrift precis.txt
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.desk import deciding
        from builder.desk.precis import wanted
        from builder.values.text import count_words, without_targets

        if file is not None:
            session = _session(root, article)
            with step_on(session, "the précis"):
                deciding.precis(session, file.read())
        desk = open_desk(root)
        document = desk.document(article)
        low, high = wanted(desk, document)
        words = count_words(without_targets(document.body))
        if format_ == "json":
            echo(json.dumps({"precis": document.body.strip(), "words": words, "wanted": [low, high]}, ensure_ascii=False, indent=1))  # fmt: skip
            return
        if document.body.strip():
            echo(document.body.strip())
        echo(f"{words} words; {low} to {high} are wanted ({short_path(desk.path(document))})")


def _session(root: Path, article: str) -> Session:
    from builder.desk.suggest.session import Session

    desk = open_desk(root)
    return Session(desk, desk.document(article))


def _tell(session: Session, id: str, format_: str) -> None:
    """Print a claim as it stands now, and what the proof says of it; end with status 1 if it would stop a publication."""
    from builder.content.problems import errors
    from builder.desk import deciding
    from builder.desk.checked import relocate
    from builder.desk.mends import found_of

    if session.document.data.get("draft") is not True:
        relocate(session.desk, session.document)
    entry = deciding.claim_of(session, id)
    found = found_of(session, entry)
    if format_ == "json":
        told = {"claim": f"{session.document.id}/{id}", "keys": entry, "problems": [one.record for one in found]}  # fmt: skip
        echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        echo(f"{session.document.id}/{id}, in {short_path(session.path)}:")
        for key, value in entry.items():
            if key not in ("id", "locator"):
                echo(f"  {key}: {deciding.shown(key, {key: value})}")
        for one in found:
            echo(f"{one.message}\n  mend: {one.kind.mend}", err=True)
    if errors(found):
        sys.exit(1)
