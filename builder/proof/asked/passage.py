"""A figure in its sentence, with the words that say which people it counts."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from builder.content.vocabulary import Answer
from builder.proof.case import ClaimCase
from builder.proof.normal import Span
from builder.proof.owned import Owned, Sentence, owned, sentence_of
from builder.values.counting import PERSONS, Counting, Term, Words, counting, listed_sets
from builder.values.dates import DateSpan
from builder.values.figures.words import words_of
from builder.values.lexicon import has_rules, listed
from builder.values.quantity import Quantity

_NOUN = 5
"""How many words behind a number may say which people it counts."""


class Passage(Struct, frozen=True, dict=True):
    """A figure in its sentence. Positions are those of the normalised text."""

    content: str
    sentence: Span
    figure: Span
    """The figure's printed words."""
    language: str
    published: DateSpan | None = None
    said_on: DateSpan | None = None
    """When it was said; a date that is this one is no day of what happened."""

    @cached_property
    def read(self) -> Sentence:
        """The sentence with what is found in it."""
        return sentence_of(self.content[slice(*self.sentence)], self.language)

    @cached_property
    def inside(self) -> Span:
        """The figure with its hedge, within the sentence."""
        start, end = (place - self.sentence[0] for place in self.figure)
        found = self.read.figure_at((start, end))
        return (min(start, found.start), max(end, found.end)) if found else (start, end)

    @cached_property
    def number(self) -> Span:
        """The number alone, within the sentence."""
        found = self.read.figure_at(self.inside)
        return found.number if found else self.inside

    @cached_property
    def reading(self) -> Quantity | None:
        """What the figure is read as with its hedge; ``None`` if it is not read."""
        found = self.read.figure_at(self.number)
        return found.reading if found is not None and isinstance(found.reading, Quantity) else None

    @property
    def is_measured(self) -> bool:
        """Whether the figure has a unit: what is counted has none."""
        return self.reading is not None and self.reading.unit is not None

    @cached_property
    def owned(self) -> Owned:
        """The sentence's words on what is counted, as they stand to the figure."""
        found = owned(self.read, self.inside)
        beyond = [term for term in (*found.own, *found.maybe) if self._is_of_another_noun(term)]
        if not beyond:
            return found
        return Owned(
            tuple(term for term in found.own if term not in beyond),
            tuple(term for term in found.maybe if term not in beyond),
            (*found.others, *beyond),
        )

    def _is_of_another_noun(self, term: Term) -> bool:
        """Return whether a word is a noun of its own behind that of the figure: "162 people pulled bodies from the sea"."""
        if self._has_noun_before(term):
            return True
        if not set(term.sets) <= listed_sets("said_by_nouns"):
            return False
        phrase, start = noun_phrase(self)
        persons = PERSONS | listed_sets("persons")
        nouns = [
            found.end for found in self.read.language.matters.find(Words(phrase)) if persons & set(found.sets)
        ]
        between = self.read.words.between(start + nouns[-1], term.start) if nouns else []
        return term.start > self.inside[1] and any(len(word) > 1 for word in between)  # no "people's bodies"

    def _has_noun_before(self, term: Term) -> bool:
        """Return whether a noun stands right behind the number, and another one behind it: German "in zehn Dörfern Tote"."""
        read = self.read
        if (
            not read.language.capital_nouns
            or term.start <= self.number[1]
            or not read.text[term.start].isupper()
        ):
            return False
        between = read.text[self.number[1] : term.start].split()
        # "zwei Osker Verletzte"
        return (
            len(between) == 1
            and between[0].isalpha()
            and between[0][0].isupper()
            and not between[0].endswith("er")
        )

    def printed(self, start: int, end: int) -> str:
        """Return words of the sentence."""
        return self.read.text[start:end]


def passage_of(case: ClaimCase) -> Passage | None:
    """Return the passage of a figure; ``None`` where the claim is none, or its printed words stand elsewhere."""
    return _passage(case) if case.is_a(Answer.QUANTITY) else None


def passage_of_words(case: ClaimCase) -> Passage | None:
    """Return the passage of an answer in words; ``None`` where the claim is a figure, or its printed words stand elsewhere."""
    return None if case.is_a(Answer.QUANTITY) else _passage(case)


def _passage(case: ClaimCase) -> Passage | None:
    printed = case.printed
    if printed is None or not (case.sentence[0] <= printed[0] and printed[1] <= case.sentence[1]):
        return None
    article = case.article
    return Passage(
        case.text.content,
        case.sentence,
        printed,
        article.language,
        article.published,
        case.claim.said_on,
    )


def of_site(language: str) -> Counting:
    return counting(language if has_rules(language) else "en")


def noun_phrase(passage: Passage, *, of_share: bool = False) -> tuple[str, int]:
    """Return the words behind a number that say which people it counts, and where they begin; with ``of_share`` those behind its unit."""
    read, end = passage.read, passage.inside[1] if of_share else passage.number[1]
    table = words_of(passage.language)
    if table is None or not table.known:
        return "", end
    words, starts, ends = read.words.words, read.words.starts, read.words.ends
    terms = {term.start for term in read.terms}
    first = next((at for at, start in enumerate(starts) if start >= end), len(starts))
    of, fillers = listed(table.language.shares.of), listed(table.language.before.fillers)
    if first < len(words) and words[first] in of:
        first += 1
        while first < len(words) and words[first] in fillers:
            first += 1
    stop, last = set(read.language.joints) - read.language.and_or, first
    while last < len(words) and last - first < _NOUN:
        word = words[last]
        gap = read.text[ends[last - 1] if last > first else end : starts[last]]
        ends_here = (
            word in stop
            or word in table.joints
            or starts[last] in terms
            or table.harmless_before.match([word], 0) is not None
            or table.prepositions.match([word], 0) is not None
            or (last > first and any(sign in gap for sign in ',;.:()"'))
            or " - " in gap
            or any(figure[0] == starts[last] for figure in read.figures)
            or (word in read.language.and_or and not _joins_peoples(read, last))
        )
        if ends_here:
            break
        last += 1
    if last == first:
        return "", end
    return read.text[starts[first] : ends[last - 1]], starts[first]


def _joins_peoples(read: Sentence, at: int) -> bool:
    """Return whether "and" stands between two peoples."""
    starts, ends = read.words.starts, read.words.ends
    if at == 0 or at + 1 >= len(starts):
        return False
    found = read.language.peoples.find(Words(read.text[max(0, starts[at] - 60) : ends[at] + 60]))
    offset = max(0, starts[at] - 60)
    return any(term.end + offset == ends[at - 1] for term in found) and any(
        term.start + offset == starts[at + 1] for term in found
    )
