"""``variorum add``: articles become drafts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from builder.cli.opening import open_desk
from builder.cli.options import article_names, files, format_option, root_option
from builder.cli.queue import tell_queue
from builder.cli.screen import echo, style
from builder.cli.terminal import EXIT_CODES, TerminalAsk, progress, refusals, refusals_as_json, short_path

if TYPE_CHECKING:
    from builder.desk.intake.given import Given


@click.command(epilog=EXIT_CODES)
@root_option
@click.argument("what", metavar="FILE|FOLDER|URL...", nargs=-1, shell_complete=lambda *given: files(given[2]))
@click.option(
    "--list",
    "list_",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="A list of files and addresses, one a line; - reads it from the standard input.",
    shell_complete=lambda *given: files(given[2]),
)
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
@click.option(
    "--text-of",
    metavar="NAME",
    help="The article whose private text this machine lacks: put it back.",
    shell_complete=lambda ctx, _, start: article_names(ctx, start),
)
@click.option("--no-input", is_flag=True, help="Ask nothing, even on a terminal; leave marked gaps.")
@click.option("--allow-local", is_flag=True, help="Fetch from this machine or the local network too.")
@format_option
def add(
    root: Path, what: tuple[str, ...], list_: TextIO | None, slug: str | None, outlet: str | None, headline: str | None, byline: tuple[str, ...],
    published: str | None, language: str | None, completeness: str | None, revises: str | None, revised: str | None, text_of: str | None,
    no_input: bool, allow_local: bool, format_: str,
) -> None:  # fmt: skip
    """Add articles to the site, as drafts.

    FILE is a saved web page (HTML), a plain text, Markdown, or a PDF. A URL is fetched, with limits of size and
    time, and never from the local network.

    The full text goes to the private folder (sources/, or the one that VARIORUM_SOURCES names), which is never
    published. What the page states about itself fills the bibliography; you are asked for the rest, or it is left as a
    line that begins with "# GAP". Nothing is overwritten, and the draft is left out of the site until you publish it.

    A FOLDER stands for all articles in it. Of several, each becomes a draft or says why not, nothing is asked, and the
    queue is printed: how much each draft would add. What is in the site already is passed over, so that a list can be given again.

    \b
    For example:
      variorum add ~/Downloads/quake.html
      variorum add quake.txt --outlet harbour-post --published 2030-05-13
      variorum add ~/Downloads/quake --language en
      variorum add --list addresses.txt

    With --revises, FILE or URL is the text of an article of the site as its outlet has changed it. It becomes a draft beside the
    article; the site shows the article as it was until you publish the draft, which takes its place. The former text is kept.

    With --text-of, FILE or URL is the text that an article was made from and that this machine lacks, as one that came through git does.
    """
    if revised is not None and revises is None:
        raise click.UsageError("--revised belongs to --revises")
    if not what and list_ is None:
        raise click.UsageError("say what to add: a file, a folder, an address, or --list")
    if revises is not None and any((slug, outlet, headline, byline, published, language, completeness)):
        raise click.UsageError("with --revises, the article's own keys stay: mend them in the draft")
    with refusals("Stopped: nothing was written."), refusals_as_json(format_ == "json"):
        from builder.desk.intake.given import Given
        from builder.desk.many import expanded, listed_in

        beside = Path(list_.name).parent if list_ is not None and Path(list_.name).is_file() else Path()
        wanted = expanded([*what, *(listed_in(list_.read(), beside) if list_ is not None else [])])
        several = wanted != list(what) or len(wanted) > 1
        if several and any((slug, headline, byline, revises, text_of)):
            raise click.UsageError("--slug, --headline, --byline, --revises and --text-of are of one article")
        if text_of is not None:
            _restore(root, wanted[0], text_of, allow_local=allow_local)
            return
        if revises is not None:
            _revise(root, wanted[0], revises, revised, allow_local=allow_local, as_json=format_ == "json")
            return
        given = Given(slug, outlet, headline, list(byline), published, completeness, language, allow_local)
        if several or format_ == "json":
            _add_all(root, wanted, given, as_json=format_ == "json")
        else:
            asks = sys.stdin.isatty() and sys.stdout.isatty() and not no_input
            _add_one(root, wanted[0], given, asks=asks)


def _add_one(root: Path, what: str, given: Given, *, asks: bool) -> None:
    from builder.desk.belonging import Belonging
    from builder.desk.intake.add import add as add_article
    from builder.desk.journal import Journal

    desk = open_desk(root)
    done = add_article(
        desk, what, given, TerminalAsk() if asks else None, progress, Belonging(desk.site).by_words
    )
    Journal(root).note(f"add {done.id}", [done.article, done.text])
    for remark in done.remarks:
        echo(style(f"Look: {remark}", fg="yellow"), err=True, styled=True)
    echo(f"Wrote {short_path(done.article)}  (the draft)")
    echo(f"      {short_path(done.text)}  (the full text; private, never published)")
    for key in done.gaps:
        echo(f"Gap:  {key}")
    echo(f"Next: variorum suggest {done.id}")


def _add_all(root: Path, wanted: list[str], given: Given, *, as_json: bool) -> None:
    """Take several in, and print what became of each, then the queue."""
    from builder.desk.journal import Journal
    from builder.desk.many import Taken, take

    taken: list[Taken] = []
    given.numbered = True
    for one in take(lambda: open_desk(root), ((what, what) for what in wanted), given, progress):
        taken.append(one)
        if one.id:
            Journal(root).note(f"add {one.id}", one.files)
        if as_json:
            continue
        if one.id:
            gaps = f"   (gaps: {', '.join(one.gaps)})" if one.gaps else ""
            echo(f"Added {one.id}{gaps}")
            for remark in one.remarks:
                echo(style(f"Look: {remark}", fg="yellow"), err=True, styled=True)
        else:
            echo(f"{'There already' if one.is_there else 'Not added'}: {one.name}: {one.why}", err=True)
    if as_json:
        echo(json.dumps([one.record for one in taken], ensure_ascii=False, indent=1))
    else:
        added = sum(bool(one.id) for one in taken)
        echo(f"{added} of {len(taken)} became drafts.")
        tell_queue(open_desk(root))
    if any(not one.id and not one.is_there for one in taken):
        sys.exit(1)


def _restore(root: Path, what: str, name: str, *, allow_local: bool) -> None:
    """Put the private text of an article back."""
    from builder.desk.journal import Journal
    from builder.desk.restore import restore

    desk = open_desk(root)
    path = restore(desk, desk.document(name), what, allow_local=allow_local)
    Journal(root).note(f"the text of {name}", [path])
    echo(f"Wrote {short_path(path)}  (the full text; private, never published)")


def _revise(
    root: Path, what: str, name: str, revised: str | None, *, allow_local: bool, as_json: bool
) -> None:
    """Take a new text of an article in, and print what changed of its claims."""
    from builder.desk.journal import Journal
    from builder.desk.revise import revise
    from builder.desk.revised import kept, revision_lines
    from builder.desk.suggest.session import Session

    done = revise(open_desk(root), name, what, revised, allow_local=allow_local, progress=progress)
    Journal(root).note(f"a new text of {name}", [done.draft, done.path])
    if not as_json:
        echo(
            f"Wrote {short_path(done.draft)}  (the draft; {done.article.id} stays as it is until you publish it)"
        )
        echo(f"      {short_path(done.path)}  (the new text; private, never published)")
    session = Session(desk := open_desk(root), desk.document(done.id))
    with progress("Comparing"):
        became = kept(session, done.article)
    if as_json:
        told = {
            "added": done.id,
            "revises": done.article.id,
            "revised": done.revised,
            "claims": [
                {"claim": one.claim.id, "stays": one.stays, "perhaps": list(one.perhaps)} for one in became
            ],
        }
        echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in revision_lines(done.article, became, session.document):
        echo(line)
    echo(f"Changed by its outlet: {done.revised} (revised: in the draft; mend it if you know better)")
    echo(
        f"Next: mend the claims in the draft, or remove those that are gone, then: variorum publish {done.id}"
    )
