"""Whether a topic's page has room for all reports: no page may grow with its story."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.library import Library
from builder.content.model import Claim, Question, Topic

SIZE = 44_000
"""Estimated size in bytes, compressed, of the answers that a page shows in full; above, it shows only some of each question."""
WIDEST = 60
"""Maximum number of outlets that can stand side by side: as many columns has the style sheet."""


class Limits(Struct, frozen=True):
    """How much of a question stands on a page that has no room for all."""

    answers: int
    """Number of distinct answers."""
    reports: int
    """Number of reports of each answer."""


FULL = 100
"""Maximum number of questions that a page without room for all reports shows with answers; the others are links."""
_LIMITS = (Limits(8, 4), Limits(4, 2), Limits(2, 1))
_REPORTS = 640
"""Number of reports that a page has room for."""


def cost(text: str) -> float:
    """Return an estimate of the compressed size of a list's entry in bytes: its markup, and the words that it prints."""
    return 28 + 0.5 * len(text)


def limits(topic: Topic) -> Limits:
    """Return how much of each question stands on the page of a topic that has no room for all reports.

    The more questions, the less of each.
    """
    number = min(FULL, len(topic.questions))
    fitting = (one for one in _LIMITS if number * one.answers * one.reports <= _REPORTS)
    return next(fitting, _LIMITS[-1])


def has_room(library: Library, topic: str) -> bool:
    """Return whether the page of a topic, given by id, shows all reports, and so has a place for each outlet at each question."""
    outlets = {article.outlet for article in library.articles_of_story[library.story_of_topic[topic]]}
    return len(outlets) <= WIDEST and _size(library, topic, len(outlets)) <= SIZE


def _size(library: Library, topic: str, outlets: int) -> float:
    """Return an estimate of the compressed size of all answers to a topic's questions, in bytes; if that is too large, of the first.

    The markup around a report or a gap costs the same for each, words only where no report before has them.
    """
    size, gaps = Size(), 0
    for question in library.site.topics[topic].questions:
        size.ask(question)
        claims = library.answers[question.path]
        gaps += outlets - len({claim.outlet for claim in claims})
        for claim in claims:
            size.add(claim)
            if size.bytes > SIZE:
                return size.bytes
    return size.bytes + 12 * gaps


class Size:
    """The estimated size of a page's content, compressed: markup by its amount, words where none before are the same."""

    def __init__(self) -> None:
        self.bytes = 0.0
        self._said: set[str] = set()

    def ask(self, question: Question) -> None:
        """Add what stands over the answers to a question: its name and badges, and below them its text and controls."""
        self.put(60, question.short, question.text, question.note)

    def add(self, claim: Claim) -> None:
        """Add the report of a claim."""
        self.put(
            28,
            claim.key,
            claim.printed,
            claim.cue,
            claim.status,
            claim.verified,
            claim.quote,
            claim.scope,
            *claim.sources,
        )

    def put(self, markup: int, *words: str | None) -> None:
        """Add some words with markup of so many bytes."""
        new = {one for one in words if one} - self._said
        self._said |= new
        self.bytes += markup + 0.5 * sum(map(len, new))
