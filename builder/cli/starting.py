"""The commands that need no site yet: ``variorum new`` and ``keys``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, refusals, short_path


@click.command(epilog=EXIT_CODES, short_help="Start a site of your own in FOLDER.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="The site's name. Default: the folder's name.")
@click.option(
    "--requirement",
    metavar="LINE",
    help='Which Variorum builds it, for pip: "variorum==0.1.0", "variorum @ git+https://...". Default: this one.',
)
@click.option("--bare", is_flag=True, help="Without the example story.")
def new(folder: Path, name: str | None, requirement: str | None, bare: bool) -> None:
    """Start a site of your own in FOLDER, which must be empty or not exist yet.

    It gets settings, an example story of two invented articles with their texts, a Makefile, and a workflow that
    publishes the site. "variorum desk" opens the desk in the browser; "make site" builds the site.

    \b
    For example:
      variorum new my-paper-trail
      cd my-paper-trail && variorum desk
    """
    with refusals():
        from builder.desk.new import new as start

        written = start(folder, name, requirement)
        if bare:
            from builder.desk.example import remove_example

            remove_example(folder)
            written = [path for path in written if (folder / path).exists()]
    echo(f"Wrote {len(written)} files into {short_path(folder)}")
    echo(f"Next: cd {short_path(folder)} && variorum desk")


@click.command(epilog=EXIT_CODES, short_help="Print every key that you may write.")
@click.option(
    "--schemas",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write JSON Schema files into FOLDER instead, for editors that know YAML.",
)
def keys(schemas: Path | None) -> None:
    """Print every key that you may write, with its kind of value, in Markdown.

    \b
    For example:
      variorum keys | less
      variorum keys --schemas .schemas
    """
    from builder.desk import keys as reference

    if schemas is None:
        echo(reference.reference(), nl=False)
        return
    with refusals():
        schemas.mkdir(parents=True, exist_ok=True)
        for name, text in reference.json_schemas().items():
            (schemas / name).write_text(text, encoding="utf-8")
    echo(f"Wrote {len(reference.json_schemas())} schemas into {short_path(schemas)}")
