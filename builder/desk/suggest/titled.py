"""Whether a word of a text says what somebody is, and of which body: "Judge Ada Holm", "the museum's director, Ada Holm"."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import PERSONAL, Read, events
from builder.desk.suggest.language import before, proposing
from builder.proof.normal import Span

_NEAR = 2
"""Words between a title and the body whose it is."""


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for what stands between a title and the name, and between a name and a title."""
    article = f"{before(proposing(language).speakers.articles)}?"
    return (
        re.compile(rf",?\s+|\s+{before(events(language).of)}{article}[\w'’-]+,\s+", re.IGNORECASE),
        re.compile(rf",\s+{article}(?:[\w-]+\s+){{0,2}}?"),
    )


def is_title(reading: Read, name: Span, spot: Span) -> bool:
    """Return whether a word says what somebody is: "Judge Ada Holm", "Ada Holm, the judge"."""
    front, behind = _words(reading.language)
    if spot[1] <= name[0]:
        return front.fullmatch(reading.text[spot[1] : name[0]]) is not None
    return behind.fullmatch(reading.text[name[1] : spot[0]]) is not None


def is_of_body(evidence: Evidence, sentence: Span, asked: Asked, name: Span, title: Span) -> bool:
    """Return whether a title is one of those whom a question names: the president of Venezuela, and no other one."""
    reading = evidence.read(sentence)
    bodies = [
        c
        for c in asked.concepts
        if not c.core and not c.things & PERSONAL and (c.ids or not (c.things or c.happened))
    ]
    spots = (spot for concept in bodies for spot in evidence.met(concept, sentence))
    return not bodies or any(
        reading.apart(title, spot)[0] == 0
        and reading.apart(title, spot)[2] <= _NEAR
        and (spot[1] <= name[0] or name[1] <= title[0])
        for spot in spots
    )
