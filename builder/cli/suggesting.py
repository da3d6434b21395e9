"""``variorum suggest`` and ``publish``: decide on the proposed claims of a draft, and make it part of the site."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.opening import open_desk
from builder.cli.options import article_names, format_option, root_option
from builder.cli.screen import echo, style
from builder.cli.terminal import EXIT_CODES, progress, refusals, refusals_as_json, short_path

if TYPE_CHECKING:
    from builder.content.load import Document
    from builder.desk.desk import Desk


@click.command(epilog=EXIT_CODES)
@root_option
@click.argument("article", shell_complete=lambda ctx, _, start: article_names(ctx, start))
@click.option("--write", is_flag=True, help="Ask nothing; write the proposals into the file as comments.")
@click.option("--all", "all_", is_flag=True, help="Also propose what answers no question yet.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print if the output is not a terminal.",
)
def suggest(root: Path, article: str, write: bool, all_: bool, format_: str) -> None:
    """Propose claims for ARTICLE from its private text; you decide.

    Rules find each figure and quotation, who said it, and which question it answers. On a terminal each is shown with
    its sentence and with what the other articles print on its question, and one key decides:

    \b
      t  take it            it is written into the file at once
      2  take it for the second question shown
      o  take it for another question, which you name
      e  edit it first      in the program that EDITOR names
      d  drop it            it is not proposed again
      s  skip it            it comes back next time
      q  quit

    With --write the proposals become a block of comments in the file, and you take those you want by hand. Nothing
    that you have not taken is ever published.

    With --format json the proposals are a list; what stands in the way is an object with "problems", as "check --format json" has it.
    """
    with refusals(), refusals_as_json(format_ == "json"):
        from builder.cli import review
        from builder.desk import kinds
        from builder.desk.kinds import Remark
        from builder.desk.suggest.language import not_known
        from builder.desk.suggest.session import Session
        from builder.values.lexicon import language_name

        desk = open_desk(root)
        session = Session(desk, desk.document(article))
        with progress("Looking through the text"):
            proposals = session.open(unanswering=all_)
        if unread := not_known(session.language):
            told = f"the rules do not know {'; '.join(unread)} in {language_name(session.language)}: look closely"
            remark = Remark.of(kinds.OTHER_LANGUAGE, told)
            echo(style(f"Look: {remark}", fg="yellow"), err=True, styled=True)
        if waiting := (*desk.failed.named("sources", "places"), *desk.failed.topics):
            told = f"{', '.join(waiting)}: until that is mended, proposals may lack their source or question"
            echo(style(f"Look: {Remark.of(kinds.NOT_UNDERSTOOD, told)}", fg="yellow"), err=True, styled=True)
        if len(desk.site.stories) > 1 and session.story and format_ != "json":
            echo(f"Story: {desk.site.stories[session.story].title} ({session.story})", err=True)
        number = f"{len(proposals)} proposal{'s'[: len(proposals) != 1]}"
        more = 0 if all_ else len(session.open(unanswering=True)) - len(proposals)
        hint = f"{more} more answer{'s'[: more == 1]} no question of the site: variorum suggest {session.document.id} --all"
        if write:
            session.write_block(proposals)
            echo(f"Wrote {number} as comments into {short_path(session.path)}")
            if more:
                echo(hint)
            if proposals:
                then = (
                    f"publish {session.document.id}"
                    if session.document.data.get("draft") is True
                    else "check"
                )
                echo(
                    f"Next: move those you want under claims: and remove their comment marks, then: variorum {then}"
                )
            return
        if format_ == "json":
            import json

            echo(json.dumps([session.as_data(item) for item in proposals], ensure_ascii=False, indent=1))
            return
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            for place, item in enumerate(proposals, start=1):
                review.show(session, item, f"{place}/{len(proposals)}")
            into = f" On a terminal each takes one key; into the file: variorum suggest {session.document.id} --write"
            echo(f"\n{number}.{into if proposals else ''}")
            if more:
                echo(hint)
            return
        taken = review.review(session, proposals)
        echo(f"\n{taken} of {number} taken." if proposals else "Nothing is left to propose.")
        if more:
            echo(hint)
        if session.document.data.get("draft") is True:
            _finish(root, session.document.id)
            return
        _tell_unsaid(root, session.document.id)
    echo("Next: variorum build")


@click.command(epilog=EXIT_CODES)
@root_option
@click.argument("article", shell_complete=lambda ctx, _, start: article_names(ctx, start))
@click.option("--undo", is_flag=True, help="Make a published article a draft again.")
@format_option
def publish(root: Path, article: str, undo: bool, format_: str) -> None:
    """Make the draft ARTICLE part of the site.

    It is checked first: if it has errors, they are printed and it stays a draft. Proposals that were left as comments
    are removed. The next build includes it.

    Told at the end is on which questions, as you claimed nothing, the article will be shown to say nothing.

    With --undo an article is a draft again, and the log no longer tells that it came: as long as nothing else speaks of it.

    With --format json, what stands in the way is told as "check --format json" tells it.
    """
    with refusals(), refusals_as_json(format_ == "json", published=None):
        desk = open_desk(root)
        if undo:
            from builder.desk.unpublish import unpublish

            document = desk.document(article)
            with _published(desk, document, "unpublish"):
                gone = unpublish(desk, document)
            for path in gone:
                echo(f"Removed {short_path(path)}")
            echo(f"{document.id} is a draft again: the next build leaves it out.")
            return
        _publish(root, desk.document(article).id, format_)


def _published(desk: Desk, document: Document, what: str) -> AbstractContextManager[None]:
    """Keep what a block publishes as a step that can be taken back."""
    from builder.desk.journal import step
    from builder.desk.log import FOLDER

    of = str(document.data.get("revises") or document.id)
    paths = [desk.path(document), desk.articles_folder / f"{of}.md"]
    return step(desk.root, f"{what} {of}", paths, [desk.root / desk.content_dir / FOLDER])


def _finish(root: Path, id: str) -> None:
    """Ask for the précis if there is none yet, and publish."""
    from builder.cli import review
    from builder.desk import precis

    _tell_unsaid(root, id)
    desk = open_desk(root)
    document = desk.document(id)
    low, high = precis.wanted(desk, document)
    missing = not precis.has_precis(document)
    first = (
        f"Write the precis ({low} to {high} words of your own) and publish"
        if missing
        else "Publish the draft"
    )
    echo(f"{first} now? (y/n) > ", nl=False)
    if review.read_key() == "y":
        if not missing or precis.save_precis(
            desk, document, review.edit_text(precis.template(desk, document), ".md") or ""
        ):
            _publish(root, id, unsaid_told=True)
            return
        echo("No precis was written; it stays a draft.")
    write = f"write the precis in {short_path(desk.path(document))}, then: " if missing else ""
    echo(f"Next: {write}variorum publish {id}")


def _tell_unsaid(root: Path, id: str) -> None:
    """Print on which questions the article will be shown to say nothing."""
    from builder.desk.unsaid import unsaid_lines

    for line in unsaid_lines(open_desk(root), id):
        echo(line)


def _publish(root: Path, id: str, format_: str = "text", *, unsaid_told: bool = False) -> None:
    from builder.desk.log import log_files
    from builder.desk.publish import as_json, unproved
    from builder.desk.publish import publish as publish_draft
    from builder.desk.suggest.write import gaps_left, load

    with progress("Checking it against its text"):
        desk = open_desk(root)
        document = desk.document(id)
        logged = set(log_files(desk))
        with _published(desk, document, "publish"):
            found = publish_draft(desk, document)
        logged = set(log_files(desk)) - logged
        # What revises an article is that one from now on.
        id = str(document.data.get("revises") or id)
    if format_ == "json":
        echo(as_json(open_desk(root), id, found))
        return
    for problem in found:
        echo(str(problem), err=True)
    echo(f"Published {id}: it is in the next build.")
    desk = open_desk(root)
    for gap in gaps_left(load(desk.path(desk.document(id)))):
        echo(f"Still open: {gap}")
    for path in sorted(logged):
        echo(f"Told readers what it changed: {short_path(path)}")
    if line := unproved(desk):
        echo(line)
    if not unsaid_told:
        _tell_unsaid(root, id)
    echo("Next: variorum build (or: make site)")
