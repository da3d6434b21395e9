"""The interface of page printers, which a build uses without knowing MkDocs, and the errors that they raise."""

from __future__ import annotations

from typing import Protocol

from builder.pages.page import Page


class PagePrinter(Protocol):
    """Prints pages, each from the form of its kind."""

    def print(self, page: Page) -> bytes:
        """Return the bytes of a page's file.

        Raises ``UnlikeError`` if a page printed from the form of its kind differs from the page that the theme renders, and
        ``OtherPagesError`` if the theme looks at other pages, which are not all known yet.
        """

    def digest(self, kind: Kind) -> str | None:
        """Return the digest of a kind's form, or None if it has no form: then its pages cannot be reused."""


Kind = tuple[str, str, bool, bool, bool, bool]
"""What all pages of a form have in common: the kind of page, its folder, and whether it is wide, has sections, a card and a feed of its own."""


class UnlikeError(Exception):
    """A page printed from its form differs from the page that the theme renders: all printed pages of the kind are void."""

    def __init__(self, kind: Kind, reason: str) -> None:
        self.kind, self.reason = kind, reason
        super().__init__(f"pages of the kind {kind[0]!r}: {reason}")


def kind_of(page: Page) -> Kind:
    """Return the kind of a page, by which its form is found."""
    folder = page.address.rstrip("/").rpartition("/")[0]
    return (page.kind, folder, page.wide, bool(page.sections), page.card is not None, bool(page.own_feed))


class OtherPagesError(Exception):
    """A template looks at other pages than the one that it renders."""
