"""The ``variorum`` command."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from builder import __version__
from builder.cli import catalogue, desk, report
from builder.cli.disk import disk_told
from builder.cli.opening import finish
from builder.cli.options import root_option
from builder.cli.screen import READER_GONE, Command, echo, end_unread, guard
from builder.cli.terminal import progress, refusals, short_path
from builder.compare.changes import change_lines
from builder.content import settings_file as settingsfile
from builder.content.problems import MISSING_FILE, ContentError, Problem, errors
from builder.desk.files import Writing
from builder.proof import check as proofread

if TYPE_CHECKING:
    from builder.adapters.settings import MkDocsConfig

EXIT_CODES = """
\b
Exit codes:
  0  all is well
  1  the content has problems, or the site could not be built
  2  the command was used wrongly
"""

TRACEBACK = "VARIORUM_TRACEBACK"
"""Environment variable: if set, unexpected errors are shown with a traceback."""

# Material prints a banner about its own future at every start, which does not concern editors.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="variorum")
def main() -> None:
    """Set what several outlets printed about the same thing side by side.

    The content is in content/: an article is a Markdown file in content/articles/ whose front matter lists
    its claims; the questions that they answer are in content/topics/.

    \b
    To begin:
      variorum new FOLDER
                        start a site of your own, with an example and a README
    A day's work:
      variorum desk     add, decide and publish in the browser
      variorum add page.html, variorum suggest NAME, variorum publish NAME
                        add an article, decide on its claims, publish it
      variorum serve    look at the site while you edit; it rebuilds itself
      variorum rename, variorum remove
                        give something another id, or take it away
      variorum check    see everything that is wrong with the content
      variorum build    write the finished site into site/
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        # Click then strips colours from all output.
        click.get_current_context().color = False


@main.command(epilog=EXIT_CODES)
@root_option
@click.option("--offline", is_flag=True, help="Write a site that works from its folder, without a server.")
@click.option(
    "--replace", is_flag=True, help="Remove files in the site's folder that no build wrote (dot files stay)."
)
def build(root: Path, offline: bool, replace: bool) -> None:
    """Check the content and write the site into site/.

    If the content has errors, all of them are printed with file and line, nothing is written, and the former site
    stays as it was. This is "mkdocs build --strict" with less output.

    A build removes and replaces only what builds wrote. A folder with other files in it is refused unless you give
    --replace.
    """
    # Most objects of a build live until its end, and collecting garbage at the usual rate takes a tenth of the time.
    # An even lower rate saves no more time, and takes 95 MB more if one process makes all of 10,000 articles.
    gc.set_threshold(300_000, 20, 50)
    from builder.adapters.settings import build as mkdocs_build

    started = time.monotonic()
    with _mkdocs(logging.WARNING), progress("Building") as say:
        config = _config(root, strict=True, offline=offline)
        site = Path(config.site_dir)
        plugin = config.plugins.get("variorum")
        if plugin is None:
            raise click.UsageError("mkdocs.yml does not name the plugin variorum under plugins")
        plugin.replace = replace
        plugin.progress = lambda done, total: say(f"Making part {done} of {total}")
        with disk_told("Nothing was built; the former site is as it was."):
            mkdocs_build(config)
    echo(
        f"Built {plugin.number} pages in {time.monotonic() - started:.1f} s: {short_path(site / 'index.html')}"
    )
    for line in closing(plugin):
        echo(line)
    if offline:
        echo("Open it in a browser; the folder may be moved or sent as it is.")
    else:
        echo("Look at it: make serve (or: variorum serve)")


@main.command(epilog=EXIT_CODES, short_help="Check the content against itself and its full texts.")
@root_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["people", "json", "github"]),
    default="people",
    show_default=True,
    help="Output for people, for programs, or as annotations for GitHub.",
)
@click.option(
    "--fix-locators",
    is_flag=True,
    help="First write the place of each claim's words in its text; nothing else changes.",
)
@click.option(
    "--gold",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of hand-made lists: also print which of their figures and quotations the site has.",
)
def check(root: Path, format_: str, fix_locators: bool, gold: Path | None) -> None:
    """Check the content, check every claim against its text, and print everything that is wrong.

    \b
    Each problem has file and line, what is wrong, why, and how to mend it; a count comes last:
      content/articles/x.md:14: claims[3].quote: the text does not have "..." [V101 quote-not-found]

    The full texts are looked for in the folder that VARIORUM_SOURCES names, and in sources/. Without them
    everything else is checked, and the last line says so. Errors stop a build, warnings do not.
    "variorum errors" prints what each code means.
    """
    from builder.desk.unsaid import unlooked

    with refusals():
        finish(root)
    settings = settingsfile.look(root)
    if settings.missing and format_ == "people":
        echo("There is no mkdocs.yml here: the content is checked, and no site can be built.", err=True)
    with progress("Checking"):
        read = _read(root, settings)
    if fix_locators:
        if read.texts is None:
            raise click.UsageError("there is no private folder, so nothing can be located")
        changed, files = proofread.fix_locators(read, datetime.now(tz=UTC).date().isoformat())
        writing = Writing()
        for file, data in files.items():
            writing.change(file, data)
        writing.commit()
        echo(f"{changed} locator{'s'[: changed != 1]} written.", err=format_ != "people")
        read = _read(root, settings)
    covered = proofread.coverage(read, gold) if gold else None
    # If the settings cannot be read, it is unknown which folder has the content.
    silent = unlooked(read) if read.texts else []
    found = sorted([*read.problems, *silent], key=lambda problem: problem.order)
    problems = settings.problems or [*found, *(covered.problems if covered else ())]
    claims = sum(len(article.claims) for article in read.site.articles.values())
    if format_ == "json":
        echo(report.as_json(problems, read.proof, claims, covered))
    elif format_ == "github":
        if problems:
            echo(report.github(problems, Path(os.path.relpath(root)).as_posix()))
    else:
        if covered:
            echo(report.coverage_text(covered))
        echo(report.people(problems))
        if shares := report.budget_table(read.proof):
            echo(shares)
        echo(report.proof_line(read.proof, claims))
    if errors(problems):
        sys.exit(1)


def _read(root: Path, settings: settingsfile.Settings) -> proofread.Proofread:
    return proofread.proofread(root, settings.docs_dir, thorough=True, directory_urls=settings.directory_urls)


@main.command("errors", epilog=EXIT_CODES, short_help="Print what every error code means.")
def errors_command() -> None:
    """Print the error catalogue, in Markdown: every code, what it means and how to mend it."""
    echo(catalogue.markdown(), nl=False)


@main.command(epilog=EXIT_CODES, short_help="Show the site on this machine and rebuild it while you edit.")
@root_option
@click.option(
    "-a",
    "--address",
    metavar="HOST:PORT",
    callback=lambda *given: _address(given[2]),
    help="Where to serve. Default: 127.0.0.1:8000, or dev_addr in mkdocs.yml.",
)
@click.option("-p", "--port", type=click.IntRange(1, 65535), metavar="PORT", help="Only another port.")
@click.option("-o", "--open", "open_", is_flag=True, help="Open the site in a browser.")
def serve(root: Path, address: str | None, port: int | None, open_: bool) -> None:
    """Show the site on this machine and rebuild it whenever content or templates change.

    An open page reloads when it was rebuilt. If an edit breaks the content, the problems are printed here and
    shown in a box over the page, with file and line; the last good page stays until they are mended. Stop with Ctrl+C.

    The server answers to the names of this machine only. With 0.0.0.0 as the host, others in the network reach it too.

    \b
    For example:
      variorum serve
      variorum serve --open --port 8001
      variorum serve --address 0.0.0.0:8000
    """
    from builder.adapters.settings import serve as mkdocs_serve

    with _mkdocs(logging.INFO):
        # Errors in the settings or the address are reported before anything is built.
        config = _config(root, strict=False, dev_addr=address)
        where = _serving().free_address(config.dev_addr.host, port or config.dev_addr.port)
        mkdocs_serve(config.config_file_path, dev_addr=where, open_in_browser=open_)


def _address(address: str | None) -> str | None:
    try:
        found: str | None = _serving().valid_address(address)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return found


def _serving() -> ModuleType:
    """Import and return ``adapters.serve`` on demand, because importing MkDocs takes a while."""
    from builder.adapters import serve

    return serve


@main.command("export", epilog=EXIT_CODES, short_help="Write the pages as plain Markdown files.")
@root_option
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Remove files in FOLDER that no export wrote (dot files stay).")
def export_command(root: Path, folder: Path, replace: bool) -> None:
    """Write the pages as plain Markdown files into FOLDER, with a mkdocs.yml of their own.

    The files need neither this program nor its content: "mkdocs build" with Material for MkDocs makes the same site
    from them, and so does Zensical. FOLDER must be empty or come from an earlier export, which is replaced.
    """
    from builder.adapters import carried, export
    from builder.adapters.settings import guarded_folders
    from builder.build import in_memory
    from builder.build.site_place import refuse_place
    from builder.cache.records import PLACE
    from builder.pages.template_cache import Compiled

    with _mkdocs(logging.WARNING):
        config = _config(root, strict=False)
    content_dir = os.path.relpath(config.docs_dir, root.resolve())
    with _content_told():
        refuse_place(
            folder, root.resolve(), Path(config.docs_dir), guarded_folders(config), shown=str(folder)
        )
        with progress("Exporting"), disk_told("Nothing was written; the folder is as it was."):
            found = carried.carried(config, root, content_dir)
            feeds = bool(found.settings.get("site_url"))
            made = in_memory.make(
                root,
                content_dir,
                language=found.language,
                feeds=feeds,
                about=found.about,
                compiled=Compiled(root / PLACE / "templates"),
            )
            number = export.export(made, folder, found, replace=replace)
    echo(
        f"Wrote {number} files into {short_path(folder)}. Build them there: mkdocs build (or: zensical build)"
    )


@main.command(epilog=EXIT_CODES, short_help="Remove what builds made.")
@root_option
def clean(root: Path) -> None:
    """Remove what builds made: the files that they wrote into the site, and the cache between builds (.variorum/).

    Files of yours in the site's folder stay. Where no build may write, nothing is removed.
    """
    from builder.adapters.settings import guarded_folders, line_of
    from builder.build import output
    from builder.build.site_place import refuse_place
    from builder.cache.records import PLACE, locked

    with _mkdocs(logging.WARNING):
        config = _config(root, strict=False)
    site, line = Path(os.path.realpath(config.site_dir)), line_of(config, "site_dir")
    with _content_told(), disk_told("Not all that builds made is removed."):
        refuse_place(
            site,
            root.resolve(),
            Path(config.docs_dir),
            guarded_folders(config),
            shown="mkdocs.yml",
            line=line,
            key="site_dir",
        )
        with locked(root, lambda: echo("A build of this site is running; waiting until it ends.", err=True)):
            for path in output.clean(site):
                echo(f"{short_path(path)} stays: it has files that no build has recorded as its own.")
            cache = root / PLACE
            if not cache.is_symlink():
                shutil.rmtree(cache)
    echo("Removed what builds made.")


@contextmanager
def _content_told() -> Iterator[None]:
    """Print what is wrong with the content or a folder, and end the command."""
    try:
        yield
    except ContentError as error:
        for problem in error.problems:
            echo(str(problem), err=True)
        raise click.ClickException(report.problem_count(error.problems)) from None


def closing(plugin: object) -> list[str]:
    """Return the last lines of a build's output: what changed since the last one, and which drafts were left out."""
    from builder.adapters.plugin import VariorumPlugin

    if not isinstance(plugin, VariorumPlugin) or not plugin.built:
        return []
    lines = change_lines(plugin.build.changes)
    if plugin.unplaced:
        lines.append(plugin.unplaced)
    if drafts := plugin.build.result.drafts:
        count = len(drafts)
        lines.append(
            f"Left out {count} draft{'s'[: count != 1]}: {', '.join(drafts)} (variorum publish NAME)"
        )
    return lines


def _config(root: Path, *, strict: bool, offline: bool = False, dev_addr: str | None = None) -> MkDocsConfig:
    from builder.adapters.serve import check_settings
    from builder.adapters.settings import load_config

    with refusals():
        finish(root)
    file = root / settingsfile.NAME
    settings = check_settings(settingsfile.look(root))
    if settings.missing:
        raise click.UsageError(
            f"{short_path(root)} has no mkdocs.yml; go to the site's folder, or name it with --root"
        )
    if settings.docs_dir_known and not (root / settings.docs_dir).is_dir():
        message = f"the folder {settings.docs_dir}/ is missing"
        settings.problems = [Problem(settings.docs_dir, 1, "", MISSING_FILE, message)]
        check_settings(settings)
    more: dict[str, Any] = {"use_directory_urls": False} if offline else {}
    try:
        config = load_config(str(file), strict=strict, dev_addr=dev_addr, **more)
    except ValueError as error:
        # MkDocs reports most mistakes itself, but not a date that does not exist: there PyYAML raises a ``ValueError``.
        raise click.ClickException(f"{short_path(file)}: {error}") from None
    if offline:
        config.extra["offline"] = True
    return config


@contextmanager
def _mkdocs(level: int) -> Iterator[None]:
    """Print log records of MkDocs from a level on while the block runs."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    handler.setLevel(level)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


for command in desk.COMMANDS:
    main.add_command(command)


def _run() -> None:
    """Run the command. An unexpected error is printed in one line, with how to get a traceback."""
    try:
        main()
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        echo(
            f"Error: {type(error).__name__}: {error}\n"
            "  This is unexpected: a setting in mkdocs.yml, a theme or plugin that it names, or a mistake in this program.\n"
            f"  Next: set {TRACEBACK}=1 and run it again, to see where it happens; and please report it.",
            err=True,
        )
        sys.exit(1)


def run() -> None:
    """Run the command and end the process at once.

    Python would first free every object, which takes a quarter of a second for a large site.
    """
    guard()
    try:
        _run()
    except SystemExit as end:
        if isinstance(end.code, int | None):
            try:
                sys.stdout.flush()
                sys.stderr.flush()
            except SystemExit:
                end_unread()
            except OSError:
                # It cannot be written; Python knows how to say so.
                raise end from None
            if end.code == READER_GONE:
                end_unread()
            logging.shutdown()
            os._exit(end.code or 0)
        raise
