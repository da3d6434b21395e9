"""How a build has pages printed, whoever prints them: what it asks of a printer, and what a printer may refuse."""

from __future__ import annotations

from typing import Protocol

from builder.pages.render import Page


class PagePrinter(Protocol):
    """Prints pages, each kind from its form."""

    def print(self, page: Page) -> bytes:
        """Return a page as it is written.

        Raises ``UnlikeError`` where the form of its kind turns out to be none, and ``OtherPagesError`` where the printer needs
        pages that are not all known yet.
        """

    def digest(self, kind: Kind) -> str | None:
        """Return the digest of a kind's form, or ``None`` where there is none: then nothing is known of its pages."""


Kind = tuple[str, str, bool, bool, bool]
"""What all pages of a form have in common: the kind of page, the folder that it stands in, and whether it is wide, has
sections and has a card."""


class UnlikeError(Exception):
    """A page printed from its form is not what the theme makes of it: what was printed of the kind is void."""

    def __init__(self, kind: Kind, reason: str) -> None:
        self.kind, self.reason = kind, reason
        super().__init__(f"pages of the kind {kind[0]!r}: {reason}")


def kind(page: Page) -> Kind:
    """Return what all pages of a form have in common."""
    folder = page.address.rstrip("/").rpartition("/")[0]
    return (page.kind, folder, page.wide, bool(page.sections), page.card is not None)


class OtherPagesError(Exception):
    """A template looks at other pages than the one that it prints."""
