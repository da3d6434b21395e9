"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from builder.content.load import is_slug
from builder.content.settings_file import look

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


def files(start: str) -> list[CompletionItem]:
    """Return a request to the shell to complete the name of a file."""
    return [CompletionItem(start, type="file")]


def article_names(ctx: click.Context, start: str) -> list[str]:
    """Return the names of articles that begin so, for completion on the command line."""
    root = Path(ctx.params.get("root") or ".")
    names = (path.stem for path in (root / look(root).docs_dir / "articles").glob("*.md"))
    return sorted(name for name in names if name.startswith(start) and is_slug(name))
