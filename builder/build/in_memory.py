"""From a content folder to everything that is printed: the one way through all rooms, for adapters that want it whole."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from builder.build.inventory import Inventory, Style
from builder.build.make import Maker
from builder.build.navigation import PlannedPages
from builder.content.problems import Problem
from builder.pages.compose import assembled
from builder.pages.contribution import gather
from builder.pages.data_files import data_files
from builder.pages.render import TEMPLATES, Page


class Edition(Struct, frozen=True):
    """A whole site, ready to be printed by an adapter."""

    pages: tuple[Page, ...]
    data: dict[str, bytes]
    """Data files by their address."""
    navigation: tuple[tuple[str, str], ...]
    """Label and address of what leads through the site; articles are not in it, however many there are."""
    warnings: tuple[Problem, ...]
    """What is worth telling and stops nothing; what drafts lack is told by the check."""
    drafts: tuple[str, ...] = ()
    """Articles in the making, which are in nothing of this."""


def make(
    root: Path,
    content_dir: str = "content",
    *,
    directory_urls: bool = True,
    templates: Path = TEMPLATES,
    language: str = "en",
) -> Edition:
    """Make the edition of ``root/content_dir``.

    Raises ``ContentError`` with all problems, warnings among them, if one of them is an error.
    """
    inventory = Inventory(root, content_dir, Style(directory_urls, language, templates))
    inventory.refuse_errors()
    maker = Maker(inventory)
    made = [maker.make(part) for part in inventory.parts]
    contribution = gather(one.contribution for one in made)
    return Edition(
        assembled(maker.front(contribution), (page for one in made for page in one.pages)),
        data_files(contribution),
        PlannedPages(inventory, maker.printer.say).navigation,
        inventory.told(problem for one in made for problem in one.problems),
        tuple(draft for one in made for draft in one.drafts),
    )
