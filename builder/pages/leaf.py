"""A leaf: one page of a part with the lines and files that go with it, or files alone, made again only if its key changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from builder.pages.contribution import Contribution
from builder.pages.page import Page


class Leaf(Struct, frozen=True):
    """A page that is not made yet, or files that are none of the site's pages."""

    address: str
    """The page's address, or that of the first file, which names the leaf."""
    key: Callable[[], str]
    """Returns the digest of everything that its page and lines are made from, except what all pages share: templates, settings."""
    page: Callable[[], Page] | None
    """Makes the page. Raises ``ContentError`` for a mistake in one of the site's own templates. None if there are files alone."""
    lines: Callable[[Contribution], None] = lambda _: None
    """Adds its lines in the data files."""
    files: Callable[[], Iterable[tuple[str, bytes]]] = tuple
    """Makes the files that go with the page, each with its path in the site, from what the key is the digest of."""


def all_pages(
    leaves: Iterable[Leaf], contribution: Contribution, files: dict[str, bytes] | None = None
) -> tuple[Page, ...]:
    """Return the pages of all leaves, and add their lines to a contribution, and the files that go with them to ``files``."""
    found = []
    for leaf in leaves:
        leaf.lines(contribution)
        if files is not None:
            files.update(leaf.files())
        if leaf.page is not None:
            found.append(leaf.page())
    return tuple(found)
