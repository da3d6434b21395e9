"""The queue: drafts with how much each would add. The drafts are files of the repository, so that all who share it share the queue."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.content.load import Document
from builder.desk.desk import Desk
from builder.desk.edit import entries
from builder.desk.kinds import Refusal
from builder.desk.suggest.session import Session


class Row(Struct, frozen=True):
    """One article in the queue."""

    id: str
    title: str
    outlet: str
    published: str
    claims: int
    proposals: int | None
    """How many proposals answer a question, if that is known yet."""
    revises: str
    trouble: str
    """Why nothing can be proposed, if so."""


def row(desk: Desk, document: Document, proposals: int | None = None, trouble: str = "") -> Row:
    """Return an article as it stands in the queue."""
    outlet = str(document.data.get("outlet") or "")
    known = desk.site.outlets.get(outlet)
    return Row(
        document.id,
        title_of(document),
        known.name if known else outlet,
        str(document.data.get("published") or "").partition("T")[0],
        len(entries(document.data, "claims")),
        proposals,
        str(document.data.get("revises") or ""),
        trouble,
    )


def title_of(document: Document) -> str:
    """Return what an article is called in lists: its headline, where it has one."""
    return str(document.data.get("headline") or document.data.get("working_title") or document.id)


def is_draft(document: Document) -> bool:
    """Return whether an article waits in the queue."""
    return document.data.get("draft") is True


def queued(desk: Desk) -> list[Row]:
    """Return the drafts of a site with how many proposals are still to be decided in each, those that would add most first."""
    found = []
    for document in filter(is_draft, desk.documents.values()):
        try:
            found.append(row(desk, document, len(Session(desk, document).open())))
        except Refusal as refusal:
            found.append(row(desk, document, None, str(refusal)))
    return in_order(found)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return drafts in the order in which to go through them: those whose outlet is not known yet first, as that is asked before all else."""
    return sorted(rows, key=lambda one: (bool(one.outlet), -(one.proposals or 0), one.id))
