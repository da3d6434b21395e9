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


def chosen(found: Iterable[Candidate], *, by_value: bool = False) -> list[tuple[Candidate, Ranked]]:
    """Return the best words for each question; no words answer two questions.

    Of two questions with the same best words that one has them which has nothing nearly as good besides. ``by_value``: where one may
    say yes and another no, the best for each of the two.
    """
    ranked: dict[str, list[Candidate]] = {}
    for item in sorted(found, key=lambda item: (-item.share, item.span)):
        ranked.setdefault(f"{item.question.path} {item.value if by_value else ''}", []).append(item)
    while True:
        claimed: dict[Span, list[str]] = {}
        for key in sorted(ranked):
            claimed.setdefault(ranked[key][0].span, []).append(key)
        disputed = next((keys for keys in claimed.values() if len(keys) > 1), None)
        if disputed is None:
            return [(items[0], ((items[0].question, items[0].share),)) for items in ranked.values()]
        keeps = max(disputed, key=lambda key: (_need(ranked[key]), ranked[key][0].share))
        for key in disputed:
            if key != keeps:
                span = ranked[key][0].span
                ranked[key] = [item for item in ranked[key] if item.span != span]
                if not ranked[key]:
                    del ranked[key]


def _need(items: list[Candidate]) -> float:
    """Return how much better the best words for a question are than the next."""
    span = items[0].span
    return items[0].share - max((item.share for item in items if item.span != span), default=0.0)
