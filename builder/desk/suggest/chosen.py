"""Which of all that may answer a question is proposed: the best for each, and nothing for two of them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.content.model import Question
from builder.desk.suggest.match import Ranked
from builder.proof.normal import Span


class Candidate(Struct, frozen=True):
    """Words that may answer a question."""

    sentence: Span
    span: Span
    value: str
    question: Question
    share: float
    """How much speaks for it."""
    gap: str | None = None
    """What is missing for the value, if something is."""


def chosen(found: Iterable[Candidate]) -> list[tuple[Candidate, Ranked]]:
    """Return the best words for each question, those of which most is said first served; no words answer two questions."""
    done: dict[str, tuple[Candidate, Ranked]] = {}
    taken: set[Span] = set()
    for item in sorted(found, key=lambda item: (-item.share, item.span, item.question.path)):
        if item.question.path in done or item.span in taken:
            continue
        taken.add(item.span)
        done[item.question.path] = (item, ((item.question, item.share),))
    return list(done.values())
