"""Whether a clause leaves open what it says: it is hoped for, asked, denied in the clause before, or still to come."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import Read, events
from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.asked import asks_for_planned
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.values.counting import planned_words
from builder.values.lexicon import listed
from builder.values.text import words

_INTENDED = frozenset({"announced", "promised"})
"""What somebody says that he will do."""
_LEAD = 12
"""Characters before a clause that belong to the word with which it begins: "hasta que"."""


@lru_cache(maxsize=64)
def _open(language: str) -> re.Pattern[str]:
    turns = turning(language)
    doubts = ",".join(sorted(turns.doubts | turns.caveats))
    # "fear*" is "fear" too.
    plain = ",".join(phrase.rstrip("*") for phrase in listed(events(language).open))
    return re.compile(rf"\b{any_of(events(language).open, plain, doubts)}\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _obliging(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(events(language).obliges)}\b", re.IGNORECASE)


def is_governed(reading: Read, clause: Span) -> bool:
    """Return whether the clause before denies what a clause says, or leaves it open: "denied that", "no proof that"."""
    if not clause[0] or not reading.text[clause[0]].isalpha():
        return False
    # With the word that joins the two: Spanish "rechazó que".
    start, _ = reading.clause((clause[0] - 1, clause[0] - 1))
    first = next(
        (end for at, end in zip(reading.words.starts, reading.words.ends, strict=True) if at >= clause[0]),
        clause[0],
    )
    before = reading.text[start:first]
    turns = turning(reading.language)
    met = turns.met(words(before))
    none = turns.negations | turns.caveats | set(listed(events(reading.language).none))
    return bool(turns.denial.search(before) or _open(reading.language).search(before)) or any(
        word in none for word, _ in met
    )


def is_open(
    evidence: Evidence,
    reading: Read,
    sentence: Span,
    clause: Span,
    anchor: Span,
    asked: Asked,
    no: list[Span],
) -> bool:
    """Return whether a clause leaves it open: it hopes for it, or has it still to come where it is asked what has been."""
    known = _open(reading.language)
    if turning(reading.language).likely.search(reading.text, *clause):
        return True  # German "wohl nicht"
    if no:
        left = [
            m
            for m in known.finditer(reading.text, *clause)
            if not any(a < m.end() and m.start() < b for a, b in no)
            and not _is_noun(reading, m.start())
            # "no casualties, one man was reportedly hurt": a caveat behind a comma is one on something else.
            and not (
                _is_caveat(m[0], reading.language) and all(reading.apart(m.span(), one)[1] for one in no)
            )
        ]
        return any(known.fullmatch(reading.text[slice(*one)]) for one in no) or (
            bool(left) and not asked.coming
        )
    been = set(listed(events(reading.language).been))
    comes = been.isdisjoint(reading.words.between(*clause)) and _is_to_come(evidence, sentence, anchor)
    # "The defence announced an appeal": whether there will be one is answered.
    intended = [
        t
        for t in reading.terms
        if asked.coming and t.happened & _INTENDED and clause[0] <= t.start < clause[1]
    ]
    comes = comes or bool(intended)
    if not asked.obliges and asked.coming != comes and (asked.coming or asked.past):
        return True
    own = [spot for concept in asked.concepts for spot in evidence.met(concept, sentence)]
    obliging = _obliging(reading.language)
    if asked.obliges and obliging.search(reading.text, *clause) is None:
        return True  # that it was approved says nothing of whether it had to be
    # "said she would resign", where it is asked whether she does
    site = evidence.site_language
    planned = planned_words(reading.language) if asks_for_planned(asked.question, site) else frozenset()
    left = [
        m
        for m in known.finditer(reading.text, *clause)
        if not any(a <= m.start() < b for a, b in own)
        and not (asked.obliges and obliging.match(reading.text, m.start()))
        and not any(t.start <= m.start() < t.end for t in intended)
        and not (planned and m[0].casefold() in planned)
        and not _is_noun(reading, m.start())
    ]
    lead = reading.text[max(0, clause[0] - _LEAD) : clause[0]]
    return bool(left or known.search(lead.rpartition(",")[2]))


def _is_to_come(evidence: Evidence, sentence: Span, anchor: Span) -> bool:
    place = (sentence[0] + anchor[0], sentence[0] + anchor[1])
    return is_coming(evidence.text.content, sentence, place, evidence.language)


def _is_noun(reading: Read, start: int) -> bool:
    """Return whether an article stands directly before a word: Spanish "el acusado" accuses nobody."""
    return _articles(reading.language).search(reading.text, max(0, start - _LEAD), start) is not None


@lru_cache(maxsize=64)
def _articles(language: str) -> re.Pattern[str]:
    words = f"{events(language).definite},{proposing(language).answers.the}"
    return re.compile(rf"\b{before(words)}\Z", re.IGNORECASE)


def _is_caveat(word: str, language: str) -> bool:
    turns = turning(language)
    return word.casefold() in turns.doubts | turns.caveats
