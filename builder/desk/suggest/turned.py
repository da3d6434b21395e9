"""Whether the clause of a day, a place or a name says that it was not so."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.dated import is_of_thing
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import before, proposing
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.values.lexicon import listed

_TURNED = 6
"""Words between a passage and what says that it is not so."""


@lru_cache(maxsize=64)
def _earliest(language: str) -> re.Pattern[str]:
    """Return an expression, up to a day, for what says that it is the first that is possible."""
    return re.compile(rf"\b{before(events(language).earliest)}(?:\w{{1,3}}\s+){{0,2}}\Z", re.IGNORECASE)


def is_turned(evidence: Evidence, asked: Asked, sentence: Span, span: Span) -> bool:
    """Return whether the clause of a passage says that it was not so: "was not opened on Monday"."""
    if is_of_thing(evidence.text.content, span):
        return False  # "will not resign over Tuesday's outage": that there was one is not denied
    turns, reading = turning(evidence.language), evidence.read(sentence)
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    conditions = evidence.conditions - (
        set(listed(events(evidence.language).until)) if asked.ends or asked.until else set()
    )
    if not conditions.isdisjoint(reading.words.between(*reading.clause(inside))[:1]):
        return True  # "if it breaks on Sunday"
    if asked.coming and _earliest(evidence.language).search(reading.text[: inside[0]]):
        return False  # "will not reopen before 1 May"
    articles = {
        *listed(events(evidence.language).definite),
        *listed(proposing(evidence.language).answers.one),
    }
    own = {spot for concept in asked.concepts for spot in evidence.met(concept, sentence)}
    words_before = ("", *reading.words.words)
    for word, start, end, last in zip(
        reading.words.words, reading.words.starts, reading.words.ends, words_before, strict=False
    ):
        if last in articles and reading.text[:start].endswith(" "):
            continue  # "an undisclosed sum", German "eine nicht genannte Summe"
        word = turns.elisions.get(word, word)
        if word in turns.negations and word not in evidence.without and (start, end) not in own:
            hard, commas, words = reading.apart(inside, (start, end))
            before = start < inside[0] or turns.behind
            if before and not hard and not commas and words <= _TURNED:
                return True
    return False
