"""Whether what a figure counts happened at all: what is denied, was only possible or planned, is still to come, or is asked, did not."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.deeds import is_asked_deed
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.things import asks_for
from builder.proof.coming import asks_for_coming, asks_for_past
from builder.values.counting import Sets, Term, Words, is_part, listed_sets, planned_words, says
from builder.values.expressions import alternatives
from builder.values.figures.tokens import fold
from builder.values.lexicon import base, language_file, listed

_BETWEEN = 1
"""How many words may stand between such a word and the figure that it is said of: "would have left 12 dead"."""
_LED = 3
"""The same behind what is to come, in a language whose infinitives end the clause."""
_FAR = 120
"""Characters before a state that are searched for them; a word that is cut there is too far away."""
_BEHIND = 60
_STOP = re.compile(r"[.!?]+(?=[\s\"')\]]|\Z)")
_PARTS = re.compile(r"[,;:]\s|\s-\s")
_STEM = 4
"""Letters by which a word is known in its other forms."""
_ALIKE = "alike"
"""The set of a word that is known by its letters alone."""
_WORDS = 6
"""How many words before what is counted may say so where the figure stands between."""


def unreal(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which what a figure counts did not happen, or is only asked; ``None`` where the question is of just that."""
    site = of_site(language)
    asked_in = Words(f"{question.text} {question.short}")
    if any(sets.find(asked_in) for sets in (site.denied, site.unreal, site.to_come)):
        return None
    wanted = asks_for(question, language)
    own, maybe = (
        [term for term in terms if says(wanted, term.sets) or is_part(term.sets, wanted)]
        for terms in (passage.owned.own, passage.owned.maybe)
    )
    # "two houses that threaten to collapse": where nothing else is said of them, it is what stands behind "that".
    behind = [term for term in maybe if term.start >= passage.inside[1]]
    terms = own or behind or _alike(passage, question, language)
    if not terms:
        return None
    planned = asks_for_planned(question, language)
    found: list[str | None] = []
    for at, term in enumerate(terms):
        told = _denied(passage, term, question, language, planned=planned)
        # "expected to be treated in hospital": what follows at once is said of the same.
        goes_on = at > 0 and passage.read.text[terms[at - 1].end : term.start].isspace()
        found.append(told or (found[-1] if goes_on else None))
    if all(found):
        return found[0]
    return _asked(passage)


def asks_for_planned(question: Question, language: str) -> bool:
    """Return whether a question asks for what is or is to come: "What does the strike cost?", and not for what has been."""
    asks = f"{question.text} {question.short}"
    return asks_for_coming(asks, language) and not asks_for_past(asks, language)


def asks_for_unreal(question: Question, language: str) -> bool:
    """Return whether a question asks for what has not been: "How high would the bonus have been?"."""
    file, asks = language_file(language), Words(f"{question.text} {question.short}")
    if of_site(language).unreal.find(asks) or file is None:
        return bool(of_site(language).unreal.find(asks))
    planned = planned_words(language)
    for phrase in listed(file.counted.unreal):
        first, *rest = phrase.split()
        if rest and first in planned and first in asks.words:
            behind = asks.words[asks.words.index(first) + 1 :]
            if any(behind[at : at + len(rest)] == rest for at in range(len(behind))):
                return True  # "would" it "have been"
    return False


def _alike(passage: Passage, question: Question, language: str) -> list[Term]:
    """Return the word nearest to a figure that begins like one of what is counted, for words that no list has: "walk out", "walked out"."""
    wanted = asks_for(question, language)
    if base(language) != base(passage.language) or any(
        says(wanted, term.sets) or is_part(term.sets, wanted) for term in passage.read.terms
    ):
        return []
    stems = {fold(word)[:_STEM] for word in Words(question.counts or "").words if len(word) >= _STEM}
    read, (start, end) = passage.read, passage.inside
    found = [
        Term(at, to, (_ALIKE,))
        for word, at, to in zip(read.words.words, read.words.starts, read.words.ends, strict=True)
        if fold(word)[:_STEM] in stems and not (at < end and start < to)
    ]
    return sorted(found, key=lambda term: max(term.start - end, start - term.end))[:1]


def _denied(passage: Passage, term: Term, question: Question, language: str, *, planned: bool) -> str | None:
    """Return the words beside a state that say that nobody came into it. ``planned``: what is to come is no such word."""
    read = passage.read
    here = read.language
    befallen = bool(set(term.sets) & listed_sets("befallen")) or term.sets == (_ALIKE,)
    open_to_come = not here.infinitives or fold(read.text[term.start : term.end]) in here.infinitives
    for sets, counts in ((here.denied, True), (here.unreal, True), (here.to_come, befallen and open_to_come)):
        # Where a language lists its infinitives, what is to come may stand before the figure too: "will 700 Mitarbeiter entlassen".
        across = sets is here.unreal or (sets is here.to_come and bool(here.infinitives))
        span = _before(passage, sets, term, across=across) if counts else None
        demanded = span is not None and is_asked_deed(
            passage.printed(span.start, span.end), passage.language, question, language
        )
        if span is not None and not demanded and not (planned and _is_planned(passage, span)):
            return passage.printed(span.start, term.end)
    for sets, counts in ((here.unreal_behind, True), (here.to_come_behind, befallen)):
        for other in sets.find(Words(read.text[term.end : term.end + _BEHIND])) if counts else ():
            if not planned and not read.words.between(term.end, term.end + other.start):
                return passage.printed(term.start, term.end + other.end)
            break
    return None


def _is_planned(passage: Passage, span: Term) -> bool:
    read = passage.read
    return any(term.start <= span.start < term.end for term in read.sought(read.language.planned))


def _being(language: str) -> list[str]:
    """Return the forms of "to be" that may stand between such words and a state: "about to be killed"."""
    file = language_file(language)
    return listed(file.events.being) if file is not None else []


def _before(passage: Passage, sets: Sets, term: Term, *, across: bool = True) -> Term | None:
    """Return the words of some sets right before a state, or right before a figure that stands there."""
    read, (start, end) = passage.read, passage.inside
    low = max(0, term.start - _FAR)
    loose = sets is read.language.unreal or term.sets == (_ALIKE,)
    being = frozenset(_being(passage.language) if loose else ())
    found = sets.find(Words(read.text[low : term.start]))
    for other in (Term(low + item.start, low + item.end, item.sets) for item in found):
        if being.issuperset(read.words.between(other.end, term.start)):
            return other  # "about to be killed"
        if other.start < end and start < other.end:
            continue  # "nearly 12 killed": of the figure
        if not across or not (other.end <= start and passage.number[1] <= term.start):
            continue
        near = read.words.between(other.end, start)
        if (
            len(near) <= (_LED if sets is read.language.to_come else _BETWEEN)
            and not set(near) & (read.language.articles | read.language.determiners)
            and len(read.words.between(other.end, term.start)) <= _WORDS
            and not read.is_joint(other.end, term.start)
            # "expected to visit 85 people who were treated": they were
            and not set(read.words.between(passage.number[1], term.start)) & read.language.relative
        ):
            return other
    return None


@lru_cache(maxsize=16)
def _joining(language: str) -> re.Pattern[str]:
    """Return an expression for a comma before "that", which German sets: "bestritt, dass"."""
    file = language_file(language)
    return re.compile(
        rf",(?=\s(?:{alternatives(file.wordings.joining if file is not None else '')})\b)", re.IGNORECASE
    )


def feared(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words right beside a state that say that nobody is sure of it: "may have been" killed, "feared" dead."""
    read, wanted = passage.read, asks_for(question, language)
    here, start = read.language, passage.inside[0]
    fearing = here.fearing.find(Words(_joining(passage.language).sub(" ", read.text)))
    for lead in fearing if says(wanted, passage.owned.allows) else ():
        if lead.end <= start and not read.words.between(lead.end, start):
            return passage.printed(lead.start, lead.end)
    for term in (*passage.owned.own, *passage.owned.maybe):
        if not says(wanted, term.sets):
            continue
        for lead in read.sought(here.feared):
            # "nearly 12 feared dead": of the figure's own clause
            if lead.end <= term.start and not read.words.between(lead.end, term.start):
                return passage.printed(lead.start, lead.end)
        for behind in here.feared_behind.find(Words(read.text[term.end : term.end + _BEHIND])):
            if read.words.between(term.end, term.end + behind.start):
                continue
            modal = _before(passage, here.to_come, term, across=True)
            if modal is not None:
                return passage.printed(modal.start, modal.end)
            if " " in read.text[term.end + behind.start : term.end + behind.end]:
                return passage.printed(term.end + behind.start, term.end + behind.end)
    return None


def _asked(passage: Passage) -> str | None:
    """Return the sign at the end of a question that does not take the figure for granted."""
    text, (start, end) = passage.read.text, passage.inside
    stop = _STOP.search(text, end)
    if stop is None or "?" not in stop[0]:
        return None
    begins = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    if _PARTS.search(text, end, stop.start()) or passage.read.language.presuming.find(
        Words(text[begins : stop.start()])
    ):
        return None  # "12 died: why?", "12 died, could it have been avoided?"
    return stop[0]
