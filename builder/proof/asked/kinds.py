"""Whether a figure counts things of the kind that a question asks of: nurses are no teachers, horses no dogs, seats no votes."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.asked.people import all_together
from builder.values.counting import PERSONS, Counting, Words, listed_sets


def other_kind(passage: Passage, question: Question, of: str | None, language: str) -> tuple[str, str] | None:
    """Return the words for what a figure counts, and what is asked for, if that is of another kind. ``of`` is that of the claim."""
    site = of_site(language)
    asked = _kinds(site, of or "") or _kinds(site, question.unit or "")
    if not asked:
        return None
    phrase, start = noun_phrase(passage)
    here, cut = passage.read.language, Words(phrase)
    terms = [
        term
        for term in here.kinds.find(cut)
        if _is_of_persons(term.sets) == _is_of_persons(asked) and phrase[term.start - 1 : term.start] != "-"
    ]
    found = {name for term in terms for name in term.sets}
    # "200 nurses" are not all of the nurses and doctors
    behind = passage.read.words.between(start + len(phrase), len(passage.read.text))[:1]
    some = found < asked and here.and_or.isdisjoint(behind) and all_together(of or "", site.kinds, language)
    if not terms or (found & asked and not some) or _is_part_of_a_name(here, cut, terms[-1].end):
        return None
    return passage.printed(start + terms[0].start, start + terms[-1].end), ", ".join(sorted(asked))


def _kinds(site: Counting, text: str) -> frozenset[str]:
    return frozenset(name for term in site.kinds.find(Words(text)) for name in term.sets)


def _is_of_persons(kinds: frozenset[str] | tuple[str, ...]) -> bool:
    return bool(set(kinds) & listed_sets("kinds_of_persons"))


def _is_part_of_a_name(here: Counting, cut: Words, at: int) -> bool:
    """Return whether other persons or things are named behind a kind: "12 hospital workers" for "doctors"."""
    persons = PERSONS | listed_sets("persons") | {"places"}
    return any(term.start >= at and persons & set(term.sets) for term in here.matters.find(cut))
