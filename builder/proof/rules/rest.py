"""A percentage of all those that a question does not ask for: of the insured, where it asks for the uninsured."""

from __future__ import annotations

from builder.proof.asked import Passage, passage_of
from builder.proof.case import ClaimCase
from builder.proof.rules.turning import turning
from builder.values.counting import Term, complements, meant

_NEGATED = 3
"""How many words before a word on what is counted may turn it."""


def wanted_in(case: ClaimCase) -> frozenset[str]:
    """Return the sets that the sentence has to say: those of the question's complement where the claim is of all the others."""
    wanted = meant(case.claim.counts or "", case.book.site.settings.language).happened
    return complements(wanted) if case.entry.get("complement") and complements(wanted) else wanted


def complement_unsaid(case: ClaimCase) -> str | None:
    """Return what to do where a percentage is of all those that the question does not ask for, and is not marked so, or the other way."""
    asked = meant(case.question.counts or "", case.book.site.settings.language).happened
    rest, passage = complements(asked), passage_of(case)
    if not rest or passage is None or case.claim.unit != "percent":
        return None
    here = passage.owned.says or passage.owned.allows
    if case.entry.get("complement"):
        if here & asked and not here & rest:
            return f'the figure is of "{_printed_term(passage, asked)}" itself: remove complement'
    elif here & rest and not here & asked:
        term = _printed_term(passage, rest)
        if not is_negated(case, passage, rest):
            more = ", and leave counts out" if "counts" in case.entry else ""
            return f'the figure is of "{term}", and the question counts {case.question.counts}: write complement: true{more}'
    return None


def _terms(passage: Passage, sets: frozenset[str]) -> list[Term]:
    owned = passage.owned
    return [term for term in (*owned.own, *owned.maybe) if sets & set(term.sets)]


def _printed_term(passage: Passage, sets: frozenset[str]) -> str:
    term = _terms(passage, sets)[0]
    return passage.printed(term.start, term.end)


def is_negated(case: ClaimCase, passage: Passage, sets: frozenset[str]) -> bool:
    """Return whether a negation stands before all words of some sets: "are not all insured"."""
    words = turning(case.article.language)
    return all(
        any(
            plain in words.negations
            for plain, _ in words.met(passage.read.text[: term.start].split()[-_NEGATED:])
        )
        for term in _terms(passage, sets)
    )
