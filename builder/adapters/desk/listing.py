"""The queue: drafts with how much each would add, then the articles of the site."""

from __future__ import annotations

from msgspec import Struct

from builder.adapters.desk.workplace import Workplace
from builder.content.load import Document
from builder.desk.edit import entries
from builder.desk.kinds import Refusal


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


class Queue(Struct, frozen=True):
    """What is to be done, and what is there."""

    drafts: tuple[Row, ...]
    articles: tuple[Row, ...]
    waiting: bool
    """Whether some proposals are still being looked for."""
    unread: tuple[str, ...]
    """Files that could not be read, each with why."""


def queue(place: Workplace) -> Queue:
    """Return the queue: the drafts that would add most come first."""
    desk = place.desk()
    drafts, articles, waiting = [], [], False
    for document in desk.documents.values():
        if document.data.get("draft") is not True:
            articles.append(_row(place, document, None))
            continue
        try:
            session, fresh = place.session(document.id, patience=0)
            waiting = waiting or not fresh
            drafts.append(_row(place, document, len(session.open()) if fresh else None))
        except Refusal as refusal:
            drafts.append(_row(place, document, None, str(refusal)))
    drafts.sort(key=lambda row: (-(row.proposals or 0), row.id))
    articles.sort(key=lambda row: (row.published, row.id), reverse=True)
    return Queue(
        tuple(drafts), tuple(articles), waiting, tuple(str(problem) for problem in desk.content.problems)
    )


def _row(place: Workplace, document: Document, proposals: int | None, trouble: str = "") -> Row:
    outlet = str(document.data.get("outlet") or "")
    known = place.desk().site.outlets.get(outlet)
    return Row(
        document.id,
        str(document.data.get("headline") or document.data.get("working_title") or document.id),
        known.name if known else outlet,
        str(document.data.get("published") or ""),
        len(entries(document.data, "claims")),
        proposals,
        str(document.data.get("revises") or ""),
        trouble,
    )
