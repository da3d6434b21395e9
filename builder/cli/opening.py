"""Open a site for an editor's command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.screen import echo
from builder.cli.terminal import short_path
from builder.content.problems import MISSING_FILE, ContentError, Problem
from builder.content.settings_file import CONTENT, look

if TYPE_CHECKING:
    from builder.desk.desk import Desk


def open_desk(root: Path) -> Desk:
    """Read a site for a command.

    Raises ``ContentError`` if the settings do not say which folder has its content, or name one that is missing, and
    ``click.UsageError`` if there is no content folder.
    """
    from builder.desk.desk import Desk

    finish(root)
    settings = look(root)
    if settings.problems:
        raise ContentError(settings.problems)
    if not (root / settings.docs_dir).is_dir():
        if settings.docs_dir != CONTENT:
            message = f"the folder {settings.docs_dir}/ is missing, which mkdocs.yml names as docs_dir"
            raise ContentError([Problem(settings.docs_dir, 1, "", MISSING_FILE, message)])
        raise click.UsageError(
            f"{short_path(root)} has no content/ folder. Go to the site's folder, name it with --root, "
            "or start a site: variorum new FOLDER"
        )
    return Desk(root, settings.docs_dir)


def finish(root: Path) -> None:
    """Do the rest of what a command that was killed had begun. Raises ``Refusal`` if an editor changed one of its files since."""
    from builder.desk.moving import together

    if together.is_pending(root):
        together.finish(root, lambda: echo("A build of this site is running; waiting.", err=True))
        echo("Finished what a command that was broken off had begun.", err=True)
