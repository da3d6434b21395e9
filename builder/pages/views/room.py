"""Whether a topic's page has room for all reports: no page may grow with its story."""

from __future__ import annotations

from builder.compare.library import Library

SIZE = 44_000
"""Estimated size in bytes, compressed, of the answers that a page shows in full; above, it shows only some of each question."""
WIDEST = 60
"""Maximum number of outlets that can stand side by side: as many columns has the style sheet."""


def has_room(library: Library, topic: str) -> bool:
    """Return whether the page of a topic, given by id, shows all reports, and so has a place for each outlet at each question."""
    outlets = {article.outlet for article in library.articles_of_story[library.story_of_topic[topic]]}
    return len(outlets) <= WIDEST and _size(library, topic, len(outlets)) <= SIZE


def _size(library: Library, topic: str, outlets: int) -> float:
    """Return an estimate of the compressed size of all answers to a topic's questions, in bytes.

    The markup around a report or a gap costs the same for each, words only where no report before has them.
    """
    said: set[str] = set()
    reports = gaps = 0
    for question in library.site.topics[topic].questions:
        claims = library.answers[question.path]
        reports += len(claims)
        gaps += outlets - len({claim.outlet for claim in claims})
        for claim in claims:
            said.update(filter(None, (claim.printed, claim.cue, claim.status, claim.quote, claim.scope)))
            said.add(claim.key)
    return 28 * reports + 12 * gaps + 0.5 * sum(map(len, said))
