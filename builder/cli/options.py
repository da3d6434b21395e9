"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

root_option = click.option(
    "-C",
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="the current folder",
    help="The site's folder: the one with mkdocs.yml and content/.",
)

format_option = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
