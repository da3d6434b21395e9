"""Persons and bodies that answer "which judge", "which union": those whom the text calls so, beside their name or by it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from builder.desk.suggest.about import LIGHT, Asked
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.evidence import IN, Evidence
from builder.desk.suggest.happened import events, lexicon
from builder.desk.suggest.language import any_of
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.titled import is_title
from builder.proof.normal import Span
from builder.values.counting import Words

ROLE = 0.5
"""How much it speaks for a name that the text calls it what a question asks for."""
MARGIN = 0.15
"""By how much one of several who are called so must be nearer to what is asked than the others."""


def bearers(evidence: Evidence, speakers: Speakers, asked: Asked) -> dict[str, list[tuple[Span, Span]]]:
    """Return whom a text calls what a question asks for: id -> each sentence with the name. Empty if it asks for no role."""
    found: dict[str, list[tuple[Span, Span]]] = {}
    if not asked.role:
        return found
    named = {id for concept in asked.concepts for id in concept.ids}
    by_name: dict[str, bool] = {}
    called: set[str] = set()
    for sentence in evidence.text.sentences:
        reading = evidence.read(sentence)
        titles = [(term.start, term.end) for term in reading.terms if term.things & asked.role]
        for mention in speakers.known.mentions(evidence.text.content, sentence):
            if len(mention.ids) != 1 or mention.ids & named:
                continue
            [id] = mention.ids
            found.setdefault(id, []).append((sentence, mention.span))
            if id not in by_name:
                by_name[id] = _is_called(speakers.known.of(id), asked.role, speakers.language)
            name = (mention.span[0] - sentence[0], mention.span[1] - sentence[0])
            words = evidence.text.content[slice(*mention.span)]
            if (
                by_name[id]
                or _is_called((words,), asked.role, speakers.language)
                or any(
                    not (name[0] <= spot[0] < name[1]) and is_title(reading, name, spot) for spot in titles
                )
            ):
                called.add(id)
    return {id: spots for id, spots in found.items() if id in called}


def _is_called(names: Collection[str], role: frozenset[str], language: str) -> bool:
    """Return whether one of some names says that it is such a one: "the regulator", and not "people close to the regulator"."""
    return any(role & _called(name, language) for name in names)


@lru_cache(maxsize=8192)
def _called(name: str, language: str) -> frozenset[str]:
    """Return what a name says that its bearer is, without that of whom or what."""
    words = Words(_behind(language).split(name, maxsplit=1)[0])
    return frozenset(thing for term in lexicon(language).terms(words) for thing in term.things)


@lru_cache(maxsize=64)
def _behind(language: str) -> re.Pattern[str]:
    """Return what ends the words that say what somebody is, and begins those that say of whom or what."""
    said = events(language)
    return re.compile(rf"\b{any_of(said.of, said.to, said.from_)}(?=\s|\Z)|,", re.IGNORECASE)


def by_role(
    evidence: Evidence, speakers: Speakers, asked: Asked, left_out: Collection[Span] = ()
) -> Iterator[Candidate]:
    """Yield the one of those whom a text calls what is asked for that is nearest to what is asked.

    Where it calls only one so, it is enough that the text tells what is asked; of several, one must be named where it is told.
    """
    known = bearers(evidence, speakers, asked)
    # A pronoun, or a verb that no list has, need not be said.
    core = [c for c in asked.concepts if c.core and c.happened - LIGHT and not c.things & asked.role]
    core = core or [c for c in asked.concepts if not c.things & asked.role]
    told = [s for s in evidence.text.sentences if s not in left_out and any(evidence.met(c, s) for c in core)]
    if not known or not told:
        return
    best = sorted(
        (
            max(_near(evidence, asked, sentence, span), (sentence in told) * IN / 2),
            -span[0],
            id,
            sentence,
            span,
        )
        for id, spots in known.items()
        for sentence, span in spots
        if sentence not in left_out
    )
    if not best:
        return
    share, _, id, sentence, span = best[-1]
    others = [item[0] for item in best if item[2] != id]
    if others and (share < IN or share - max(others) < MARGIN):
        return
    yield Candidate(sentence, span, f"[{id}]", asked.question, round(share + ROLE, 3))


def _near(evidence: Evidence, asked: Asked, sentence: Span, span: Span) -> float:
    """Return how much of what is asked is said in the sentence of a name."""
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    near = [evidence.near(c, sentence, inside) if evidence.met(c, sentence) else 0.0 for c in asked.concepts]
    return sum(w * n for w, n in zip(asked.weights, near, strict=True)) / (asked.whole or 1.0)
