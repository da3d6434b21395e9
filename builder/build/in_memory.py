"""Make a whole site in memory, for adapters and tests that need all of it at once."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from msgspec import Struct

from builder.build.inventory import Inventory, Style
from builder.build.make import Maker
from builder.build.navigation import PlannedPages
from builder.content.problems import Problem
from builder.pages.about import About
from builder.pages.compose import assembled
from builder.pages.contribution import gather
from builder.pages.data_files import data_files
from builder.pages.leaf import all_pages
from builder.pages.page import Page
from builder.pages.render import TEMPLATES
from builder.pages.template_cache import Compiled


class BuiltSite(Struct, frozen=True):
    """A whole site, ready for an adapter to write."""

    pages: tuple[Page, ...]
    data: dict[str, bytes]
    """Contents of the data files, of files that go with pages and of those at former addresses, by their path in the site."""
    navigation: tuple[tuple[str, str], ...]
    """Label and address of each page in the navigation, which never includes articles."""
    warnings: tuple[Problem, ...]
    """All warnings, except what drafts still lack: ``variorum check`` reports that."""
    drafts: tuple[str, ...] = ()
    """Ids of the draft articles, which are not part of the site."""


def make(
    root: Path,
    content_dir: str = "content",
    *,
    directory_urls: bool = True,
    templates: Path = TEMPLATES,
    language: str = "en",
    feeds: bool = False,
    about: About = About(),  # noqa: B008 - frozen
    compiled: BytecodeCache | None = None,
) -> BuiltSite:
    """Make the site of the content in ``root/content_dir``; ``feeds`` if its pages can lead to feeds.

    Templates are compiled once a process, or once for all with a cache in ``compiled``.

    Raises ``ContentError`` with all problems, including warnings, if one of them is an error.
    """
    inventory = Inventory(
        root,
        content_dir,
        Style(directory_urls, language, templates, feeds, compiled or Compiled(None), about=about),
    )
    inventory.refuse_errors()
    maker = Maker(inventory)
    made = [maker.make(part) for part in inventory.parts]
    # Making the pages adds to what the parts contribute.
    files: dict[str, bytes] = {}
    pages = [page for one in made for page in all_pages(one.leaves, one.contribution, files)]
    contribution = gather(one.contribution for one in made)
    data = data_files(contribution) | maker.site_tables(contribution)
    data |= maker.package({address: len(file) for address, file in data.items()})
    return BuiltSite(
        assembled(maker.front(contribution), pages),
        data | files | dict(maker.former()),
        PlannedPages(inventory, maker.printer.say).navigation,
        inventory.all_problems(problem for one in made for problem in one.problems),
        tuple(draft for one in made for draft in one.drafts),
    )
