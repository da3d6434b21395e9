"""The editor's commands on articles: ``variorum add``, ``suggest``, ``publish``, ``diff``."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from builder.cli.entering import ask, enter
from builder.cli.headers import headers
from builder.cli.in_browser import in_browser
from builder.cli.log import correct, log
from builder.cli.moving import remove, rename
from builder.cli.opening import open_desk
from builder.cli.options import format_option, root_option
from builder.cli.screen import echo, style
from builder.cli.starting import keys, new
from builder.cli.terminal import EXIT_CODES, TerminalAsk, progress, refusals, refusals_as_json, short_path
from builder.content.load import is_slug
from builder.content.settings_file import look


@click.command(epilog=EXIT_CODES)
@root_option
@click.argument("what", metavar="FILE|URL", shell_complete=lambda *given: files(given[2]))
@click.option(
    "--slug",
    metavar="NAME",
    help="The article's name, which becomes its address. Default: outlet and headline.",
)
@click.option(
    "--outlet", metavar="ID", help="The outlet's id in content/outlets.yml, if the page does not say."
)
@click.option("--headline", metavar="TEXT", help="The headline as printed, if the page does not say.")
@click.option("--byline", metavar="NAME", multiple=True, help="An author as printed; once for each.")
@click.option(
    "--published", metavar="DATE", help="The day as EDTF (2030-05-13, 2030-05, 2030-05-13/2030-05-15)."
)
@click.option("--language", metavar="CODE", help="The text's language, such as en or pt-BR.")
@click.option(
    "--completeness",
    type=click.Choice(["full text", "excerpt", "mirror"]),
    help="How much of the article the text is.",
)
@click.option(
    "--revises",
    metavar="NAME",
    help="The published article whose text the outlet changed.",
    shell_complete=lambda ctx, _, start: article_names(ctx, start),
)
@click.option("--revised", metavar="DATE", help="With --revises: when the outlet changed it, as EDTF.")
@click.option("--no-input", is_flag=True, help="Ask nothing, even on a terminal; leave marked gaps.")
@click.option("--allow-local", is_flag=True, help="Fetch from this machine or the local network too.")
def add(
    root: Path, what: str, slug: str | None, outlet: str | None, headline: str | None, byline: tuple[str, ...],
    published: str | None, language: str | None, completeness: str | None, revises: str | None, revised: str | None,
    no_input: bool, allow_local: bool,
) -> None:  # fmt: skip
    """Add an article to the site, as a draft.

    FILE is a saved web page (HTML), a plain text, Markdown, or a PDF. A URL is fetched, with limits of size and
    time, and never from the local network.

    The full text goes to the private folder (sources/, or the one that VARIORUM_SOURCES names), which is never
    published. What the page states about itself fills the bibliography; you are asked for the rest, or it is left as a
    line that begins with "# GAP". Nothing is overwritten, and the draft is left out of the site until you publish it.

    \b
    For example:
      variorum add ~/Downloads/quake.html
      variorum add quake.txt --outlet harbour-post --published 2030-05-13

    With --revises, FILE or URL is the text of an article of the site as its outlet has changed it. It becomes a draft beside the
    article; the site shows the article as it was until you publish the draft, which takes its place. The former text is kept.
    """
    if revised is not None and revises is None:
        raise click.UsageError("--revised belongs to --revises")
    if revises is not None:
        if any((slug, outlet, headline, byline, published, language, completeness)):
            raise click.UsageError("with --revises, the article's own keys stay: mend them in the draft")
        _revise(root, what, revises, revised, allow_local=allow_local)
        return
    with refusals("Stopped: nothing was written."):
        from builder.desk.belonging import Belonging
        from builder.desk.intake.add import add as add_article
        from builder.desk.intake.given import Given

        desk = open_desk(root)
        asks = sys.stdin.isatty() and sys.stdout.isatty() and not no_input
        given = Given(slug, outlet, headline, list(byline), published, completeness, language, allow_local)
        done = add_article(
            desk, what, given, TerminalAsk() if asks else None, progress, Belonging(desk.site).by_words
        )
    for remark in done.remarks:
        echo(style(f"Look: {remark}", fg="yellow"), err=True, styled=True)
    echo(f"Wrote {short_path(done.article)}  (the draft)")
    echo(f"      {short_path(done.text)}  (the full text; private, never published)")
    for key in done.gaps:
        echo(f"Gap:  {key}")
    echo(f"Next: variorum suggest {done.id}")


def _revise(root: Path, what: str, name: str, revised: str | None, *, allow_local: bool) -> None:
    """Take a new text of an article in, and print what changed of its claims."""
    with refusals("Stopped: nothing was written."):
        from builder.desk.revise import compared, revise, revision_lines

        desk = open_desk(root)
        done = revise(desk, name, what, revised, allow_local=allow_local, progress=progress)
    with refusals():
        from builder.desk.suggest.session import Session

        echo(
            f"Wrote {short_path(done.draft)}  (the draft; {done.article.id} stays as it is until you publish it)"
        )
        echo(f"      {short_path(done.path)}  (the new text; private, never published)")
        session = Session(desk := open_desk(root), desk.document(done.id))
        suggested: dict[str, list[str]] = {}
        with progress("Comparing"):
            for proposal in session.all:
                for question, _ in proposal.questions[:1]:
                    suggested.setdefault(question.path, []).append(proposal.printed)
        for line in revision_lines(done, compared(done.article, done.text, suggested), session.document):
            echo(line)
        echo(f"Changed by its outlet: {done.revised} (revised: in the draft; mend it if you know better)")
        echo(
            f"Next: mend the claims in the draft, or remove those that are gone, then: variorum publish {done.id}"
        )


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
            for path in unpublish(desk, document):
                echo(f"Removed {short_path(path)}")
            echo(f"{document.id} is a draft again: the next build leaves it out.")
            return
        _publish(root, desk.document(article).id, format_)


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

    with progress("Checking it against its text"):
        desk = open_desk(root)
        document = desk.document(id)
        logged = set(log_files(desk))
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
    for path in sorted(logged):
        echo(f"Told readers what it changed: {short_path(path)}")
    if line := unproved(desk):
        echo(line)
    if not unsaid_told:
        _tell_unsaid(root, id)
    echo("Next: variorum build (or: make site)")


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


def files(start: str) -> list[CompletionItem]:
    """Return a request to the shell to complete the name of a file."""
    return [CompletionItem(start, type="file")]


def article_names(ctx: click.Context, start: str) -> list[str]:
    """Return the names of articles that begin so, for completion on the command line."""
    root = Path(ctx.params.get("root") or ".")
    names = (path.stem for path in (root / look(root).docs_dir / "articles").glob("*.md"))
    return sorted(name for name in names if name.startswith(start) and is_slug(name))


COMMANDS = (
    new,
    in_browser,
    add,
    enter,
    ask,
    suggest,
    publish,
    diff,
    log,
    correct,
    rename,
    remove,
    keys,
    headers,
)
"""Commands that ``builder.cli.main`` registers."""
