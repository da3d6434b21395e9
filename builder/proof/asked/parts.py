"""Whether a figure only comes to others that a question asks for: "another 41"."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.former import changed_by
from builder.proof.asked.numbers import difference
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.asked.things import asks_for, kind_of_unit
from builder.proof.asked.where import places_of
from builder.proof.asked.wholes import part_end
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import owned, sentence_of
from builder.values.counting import PERSONS, Words, is_part, listed_sets, same_language, says
from builder.values.figures.tokens import fold

_BACK = 400
"""Characters before a sentence that are searched for the figure to which another comes."""
_THAN = frozenset({"than", "als", "de", "que"})
"""Words behind which "more" is a bound: "more than 60"."""
_STEM = 4
"""Letters that a word shares with its other endings."""


def addition(passage: Passage, question: Question, places: Names, language: str) -> str | None:
    """Return the words by which a figure comes to others of the same: "another 41"."""
    if kind_of_unit(question.unit, language) != "persons":
        return None
    read, wanted = passage.read, asks_for(question, language)
    phrase = _adding(passage)
    # French "12 personnes arrêtées ; 30 autres ont reçu une amende": whatever befell the others, they are not all.
    own = passage.owned.allows
    if phrase is None or not wanted or (own and not _fits(wanted, own)):
        return None
    # "killed 12 and wounded another 41": those come to others of another kind.
    states = [owned(read, other).says for other in read.figures if other[1] <= passage.inside[0]]
    counted = [state for state in states or _before(passage) if state]
    if not (counted or own):
        return None
    if counted and not any(_fits(wanted, state) for state in counted):
        return None
    if changed_by(passage, question, language) or difference(passage):
        return None
    return None if _is_asked(passage, question, places, language) else passage.printed(*phrase)


def _before(passage: Passage) -> list[frozenset[str]]:
    """Return what the figures of the text right before a sentence count."""
    start = passage.sentence[0]
    read = sentence_of(passage.content[max(0, start - _BACK) : start], passage.language)
    return [owned(read, other).says for other in read.figures]


def _fits(wanted: frozenset[str], found: frozenset[str]) -> bool:
    return says(wanted, found) or is_part(found, wanted)


def _adding(passage: Passage) -> Span | None:
    read, (start, end) = passage.read, passage.number
    low = passage.inside[0]
    for term in read.sought(read.language.adding):
        beside = term.end <= start and not read.words.between(term.end, start)
        inside = low <= term.start < start and not _THAN.intersection(read.words.between(term.end, start))
        if beside or inside:
            return min(low, term.start), end
        if term.start >= end and not read.words.between(end, term.start):
            return low, term.end
    return None


def _is_asked(passage: Passage, question: Question, places: Names, language: str) -> bool:
    """Return whether a question may ask for just this part: of these people, or of the day or place that stands with it."""
    stop = passage.sentence[0] + part_end(passage.read, passage.inside[1])
    asked = f"{question.text} {question.short} {question.of or ''} {question.counts or ''}"
    site, here = of_site(language), passage.read.language
    phrase, _ = noun_phrase(passage)
    counted = {name for term in here.matters.find(Words(phrase)) for name in term.sets}
    wanted = {name for term in site.matters.find(Words(asked)) for name in term.sets}
    persons = {name for name in wanted if name in _persons()} - {"people"}
    if counted & persons or (persons and not counted & _persons()):
        return True
    if same_language(language, passage.language):
        stems = {fold(word)[:_STEM] for word in Words(asked).words}
        if any(fold(word)[:_STEM] in stems for word in Words(phrase).words if len(word) > _STEM - 1):
            return "people" not in counted
    if question.when is not None:
        dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
        inside = [date for date in dates if passage.figure[0] <= date.span[0] < stop]
        if any(span.overlaps(question.when) for date in inside for span in date.means):
            return True
    return bool(places_of(question, places) & places.named(passage.content, (passage.figure[0], stop)))


def _persons() -> frozenset[str]:
    return PERSONS | listed_sets("persons")
