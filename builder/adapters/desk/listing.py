"""The queue as a page: drafts with how much each would add, then the articles of the site."""

from __future__ import annotations

from msgspec import Struct

from builder.adapters.desk.telling import in_words
from builder.adapters.desk.workplace import Workplace
from builder.desk import kinds
from builder.desk.example import example
from builder.desk.kinds import Refusal
from builder.desk.queue import Row, in_order, is_draft, row


class Queue(Struct, frozen=True):
    """What is to be done, and what is there."""

    drafts: tuple[Row, ...]
    articles: tuple[Row, ...]
    waiting: bool
    """Whether some proposals are still being looked for."""
    unread: tuple[str, ...]
    """Files that could not be read, each with why."""
    example: bool
    """Whether the site still has the example that it came with."""


def queue(place: Workplace) -> Queue:
    """Return the queue: the drafts that would add most come first."""
    desk = place.desk()
    drafts, articles, waiting = [], [], False
    for document in desk.documents.values():
        if not is_draft(document):
            articles.append(row(desk, document))
            continue
        try:
            session, fresh = place.session(document.id)
            waiting = waiting or not fresh
            drafts.append(row(desk, document, len(session.open()) if fresh else None))
        except Refusal as refusal:
            told = "its story is not clear yet" if refusal.kind is kinds.WHICH_STORY else in_words(refusal)
            drafts.append(row(desk, document, None, told))
    articles.sort(key=lambda one: (one.published, one.id), reverse=True)
    return Queue(
        tuple(in_order(drafts)),
        tuple(articles),
        waiting,
        tuple(str(problem) for problem in desk.content.problems),
        bool(example(place.root)),
    )
