"""Rules on the whole site. They need no text."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.model import Claim, Topic
from builder.proof import kinds
from builder.proof.case import Book, Finding
from builder.values.dates import caption


def unanswered(book: Book, topic: Topic) -> Iterator[Finding]:
    """Every question has an answer."""
    for index, question in enumerate(topic.questions):
        if not book.answers[question.path]:
            drafts = book.promised.get(question.path, [])
            but = f' but the draft "{drafts[0]}"' if drafts else ""
            message = f'no article answers "{question.id}"{but}'
            yield Finding(kinds.UNANSWERED_QUESTION, ("questions", index), message)


def known(book: Book, topic: Topic) -> Iterator[Finding]:
    """From which day on an answer of an earlier time could be known is a day on which a claim has it told: no text's own day."""
    for index, question in enumerate(topic.questions):
        since, asked = question.known_from, question.when
        if since is None or asked is None or since.start != since.end or not asked.before(since):
            continue
        told = [day for claim in book.answers[question.path] for day in (claim.said_on, claim.as_of) if day]
        if book.answers[question.path] and not any(day.overlaps(since) for day in told):
            message = f'"{question.id}" asks for {caption(asked)}, and no claim on it is said to be of {caption(since)}'
            yield Finding(kinds.KNOWN_UNPROVED, ("questions", index, "known_from"), message)


def statement(book: Book, claim: Claim) -> Iterator[Finding]:
    """A statement joins claims of several articles, on one question, from one source."""
    if claim.statement is None:
        return
    others = [other for other in book.statements[claim.statement] if other.key != claim.key]
    if claim.statement in book.stated:
        return  # a draft prints it too
    if not others:
        yield Finding(
            kinds.LONE_STATEMENT, ("statement",), f'no other claim has the statement "{claim.statement}"'
        )
        return
    same = [other for other in others if other.question == claim.question]
    if not same:
        yield Finding(
            kinds.LONE_STATEMENT, ("statement",), "the other claims of this statement answer other questions"
        )
    elif not {*claim.sources, *(id for other in same for id in other.sources)} <= book.site.sources.keys():
        return  # a source without an entry is reported, and may be the common one
    elif claim.sources and not any(set(claim.sources) & set(other.sources) for other in same):
        yield Finding(
            kinds.LONE_STATEMENT, ("statement",), "the other claims of this statement have other sources"
        )
