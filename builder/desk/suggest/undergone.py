"""Whether somebody of whom a question asks what was done to them does it themselves: "Was the office warned?", "The office warned residents"."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import Read, events
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.words import stops
from builder.proof.normal import Span
from builder.values.lexicon import listed
from builder.values.text import words

_NEAR = 2
"""Words between who does something and the verb."""


@lru_cache(maxsize=64)
def _passive(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(events(language).being)}\b", re.IGNORECASE)


def does_it(evidence: Evidence, reading: Read, sentence: Span, asked: Asked, clause: Span) -> bool:
    """Return whether a clause says that whom a question asks of did, to somebody else, what the question asks was done to them."""
    first = asked.concepts[0]
    underwent = next((c for c in asked.concepts if c.core and c.happened and c.place > first.place), None)
    if first.core or underwent is None or not _passive(evidence.site_language).search(asked.question.text):
        return False
    # "Was it the second biggest bank failure": there nothing was done to the bank.
    articles = set(listed(proposing(evidence.site_language).speakers.articles))
    if not articles.issuperset(words(asked.question.text[: first.place].casefold())[1:]):
        return False
    passive = _passive(reading.language)
    return any(
        not passive.search(between)
        and "," not in between
        and len(between.split()) <= _NEAR
        and _has_object(reading, verb)
        for verb in evidence.met(underwent, sentence)
        for spot in evidence.met(first, sentence)
        if clause[0] <= spot[0] and spot[1] <= verb[0] and verb[1] <= clause[1]
        for between in (reading.text[spot[1] : verb[0]],)
    )


def _has_object(reading: Read, verb: Span) -> bool:
    """Return whether a thing or a person follows on a verb: "warned the public", and not "closed on Monday"."""
    behind = re.match(r"\s+([\w'’-]+)", reading.text[verb[1] :])
    idle = stops(reading.language) - set(listed(proposing(reading.language).speakers.articles))
    return behind is not None and behind[1].casefold() not in idle
