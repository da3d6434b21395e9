"""Whether a figure counts what a question asks for: the same state of people and things, persons, places or a measure, no part."""

from __future__ import annotations

from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.normal import Span
from builder.proof.owned import counts_other
from builder.values.counting import PERSONS, PLACES, Words, changes, is_part, meant, says
from builder.values.lexicon import language_file
from builder.values.quantity import Quantity

_SHARES = ("percent", "share", "times", "fold")
"""Words of a question that asks for a part or a multiple."""


def other_counted(passage: Passage, counts: str | None, language: str) -> tuple[str, str] | None:
    """Return the word that says that a figure counts something else, and its set. ``language`` is that of ``counts``."""
    wanted = meant(counts or "", language).happened
    if not wanted or not counts_other(passage.owned, wanted):
        return None
    silent = frozenset() if wanted & changes() else changes()
    telling = [term for term in passage.owned.own if set(term.sets) - silent]
    term = min(telling, key=lambda term: _distance(term.start, term.end, passage.inside))
    return passage.printed(term.start, term.end), term.sets[0]


def _distance(start: int, end: int, figure: Span) -> int:
    return max(start - figure[1], figure[0] - end, 0)


def other_noun(passage: Passage, unit: str | None, language: str) -> str | None:
    """Return the noun that says that a figure counts places where persons are asked for, or either where something is measured."""
    asked = _kind_of_unit(unit, language)
    if asked is None:
        return None
    end = passage.inside[1]
    phrase, start = noun_phrase(passage)
    first = passage.inside[0] if start <= end + 1 else start
    last = max(end, start + len(phrase))
    for term in passage.read.language.things.find(Words(passage.read.text[first:last])):
        found = "places" if PLACES in term.sets else "persons" if PERSONS & set(term.sets) else None
        if found is not None and found != asked:
            return passage.printed(first + term.start, first + term.end)
    return None


def _kind_of_unit(unit: str | None, language: str) -> str | None:
    """Return whether a question's unit is persons, places or a measure; ``None`` where it is something else."""
    things = {name for term in of_site(language).things.find(Words(unit or "")) for name in term.sets}
    if things & PERSONS:
        return "persons"
    if PLACES in things:
        return "places"
    return "measure" if unit in _measures() else None


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    """Return the units of what is measured, as the site names them."""
    english = language_file("en")
    return frozenset({*english.units, *english.money}) if english else frozenset()


def asks_for(question: Question, language: str) -> frozenset[str]:
    """Return all states and changes that a question asks for, in its own words too: "burned or hit"."""
    text = meant(f"{question.text} {question.short}", language).happened
    return text | meant(question.counts or "", language).happened


def fits_question(passage: Passage, question: Question, language: str) -> bool:
    """Return whether what a figure counts is asked for, or a part of that: the killed, where the killed or wounded are."""
    asked = asks_for(question, language)
    return says(asked, passage.owned.says) or is_part(passage.owned.says, asked)


def is_share(reading: object, question: Question) -> bool:
    """Return whether a figure is a part or a multiple, and the question asks how many or how much.

    A rate with a figure ("30 euros a day") is told by its unit.
    """
    if not isinstance(reading, Quantity) or not reading.share or reading.bounded:
        return False
    asked = " ".join((question.unit or "", question.counts or "")).casefold()
    return not any(word in asked for word in _SHARES)
