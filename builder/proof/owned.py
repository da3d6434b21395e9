"""Which of a sentence's words say what one of its figures counts, and which belong to another figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from builder.proof.normal import Span
from builder.values.counting import Counting, Sets, Term, Words, changes, counting, says, stands_for
from builder.values.figures import search
from builder.values.figures.search import Found
from builder.values.quantity import Kind, Quantity

REACH = 1_000
"""How many characters before and after a figure may say what it counts."""
_COMMA = re.compile(r",(?![0-9])")
"""A comma that is none of a number."""
_BARRIER = re.compile(r"[;()]|\s-\s")
_QUANTIFIED = 2
"""How many words behind a word on what is counted may count others: "wounded many"."""


_OWN, _MAYBE, _OTHERS = "own", "maybe", "others"


class Owned(Struct, frozen=True):
    """The words on what is counted, as they stand to one figure."""

    own: tuple[Term, ...] = ()
    """Those that nothing parts from it."""
    maybe: tuple[Term, ...] = ()
    """Those that may be said of it, or of something else."""
    others: tuple[Term, ...] = ()
    """Those of other figures, and of other clauses."""

    @property
    def says(self) -> frozenset[str]:
        """The sets of the figure's own words."""
        return frozenset(name for term in self.own for name in term.sets)

    @property
    def allows(self) -> frozenset[str]:
        """The sets of all words that may be said of it."""
        return frozenset(name for term in (*self.own, *self.maybe) for name in term.sets)


class Sentence:
    """One sentence with its figures and its words on what is counted. Positions are those within it."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.words = Words(text)
        self.language: Counting = counting(language)
        self.terms = self.language.find(self.words)
        found = search.find(text, language)
        self.found = found
        self._starts = [item.start for item in found]
        self.figures = [item.number for item in found if _counts(item)]
        """Where its figures stand that count people and things, or are a part of them."""
        self.barriers = sorted(
            [match.span() for match in _BARRIER.finditer(text)]
            + [(term.start, term.end) for term in self.language.apart.find(self.words)]
        )

        self._sought: dict[int, tuple[Sets, list[Term]]] = {}

    def sought(self, sets: Sets) -> list[Term]:
        """Return the phrases of some sets of the sentence's language, looked for once."""
        if id(sets) not in self._sought:
            # The sets are kept, so that no others come to have their number.
            self._sought[id(sets)] = sets, sets.find(self.words)
        return self._sought[id(sets)][1]

    def figure_at(self, span: Span) -> Found | None:
        """Return the figure that stands in some words, if one does."""
        return next((f for f in self.found if f.number[0] < span[1] and span[0] < f.number[1]), None)

    def around(self, figure: Span) -> Span:
        """Return the part of the sentence in which a figure may be spoken of: up to what sets something against it."""
        low = max([max(0, figure[0] - REACH), *(end for _, end in self.barriers if end <= figure[0])])
        high = min(
            [
                min(len(self.text), figure[1] + REACH),
                *(start for start, _ in self.barriers if start >= figure[1]),
            ]
        )
        return low, high

    def is_joint(self, start: int, end: int) -> bool:
        """Return whether another statement may begin between two places: behind a comma, "and", "after"."""
        return _COMMA.search(self.text, start, end) is not None or any(
            self.words.words[at] in self.language.joints and not self.is_of_figure(begins)
            for at, begins in self.words.numbered(start, end)
        )

    def is_of_figure(self, at: int) -> bool:
        """Return whether a word stands within the words of a figure, behind the first of them: "than" of "more than 30", "and" of "between 30 and 40"."""
        last = bisect_left(self._starts, at) - 1
        return last >= 0 and at < self.found[last].end

    def neighbours(self, figure: Span, figures: list[Span] | None = None) -> tuple[Span | None, Span | None]:
        """Return the figures before and after one, within what may be said of it; those that count, unless others are given."""
        low, high = self.around(figure)
        all_ = self.figures if figures is None else figures
        before = [other for other in all_ if low <= other[0] and other[1] <= figure[0]]
        after = [other for other in all_ if figure[1] <= other[0] and other[1] <= high]
        return (before[-1] if before else None), (after[0] if after else None)


def _counts(found: Found) -> bool:
    read = found.reading
    return not (isinstance(read, Quantity) and read.kind in (Kind.MEASURE, Kind.MONEY))


@lru_cache(maxsize=256)
def sentence_of(text: str, language: str) -> Sentence:
    """Return a sentence with what is found in it. Several claims are taken from one."""
    return Sentence(text, language)


def owned(
    sentence: Sentence,
    figure: Span,
    terms: list[Term] | None = None,
    figures: list[Span] | None = None,
    *,
    shared: bool = True,
) -> Owned:
    """Return how the words on what is counted stand to a figure. ``figure`` is where its printed words stand.

    ``terms`` and ``figures`` are those of the sentence that are looked at: states and figures that count, unless others are given.
    ``shared``: whether a word may be said of all figures of a list: not that they are high, or long.
    """
    terms = sentence.terms if terms is None else terms
    low, high = sentence.around(figure)
    before, after = sentence.neighbours(figure, figures)
    own: list[Term] = []
    maybe: list[Term] = []
    others: list[Term] = []
    for term in terms:
        if term.end <= low or term.start >= high:
            others.append(term)
        elif term.start < figure[1] and figure[0] < term.end:
            own.append(term)
        else:
            right = term.start >= figure[1]
            other = after if right else before
            beyond = other is not None and (term.start >= other[1] if right else term.end <= other[0])
            {_OWN: own, _MAYBE: maybe, _OTHERS: others}[
                _OTHERS if beyond else _side(sentence, figure, term, other)
            ].append(term)
    elsewhere = [term for term in maybe if _of_another_clause(sentence, figure, term, own, low)]
    maybe = [term for term in maybe if term not in elsewhere]
    others += elsewhere
    if shared and not own and not maybe:
        listed = [term for term in others if _through(sentence, figure, term, before, after)]
        maybe += listed
        others = [term for term in others if term not in listed]
    return Owned(tuple(own), tuple(maybe), tuple(others))


def _of_another_clause(sentence: Sentence, figure: Span, term: Term, own: list[Term], low: int) -> bool:
    """Return whether a word before a figure is said of somebody else, as the figure has a clause with a word of its own.

    "The mayor was killed and 12 people were injured", and not "they killed or captured 12", "injured and trapped, 12 people died".
    """
    if term.end > figure[0]:
        return False
    right = min((word.start for word in own if word.start >= figure[1]), default=None)
    if right is not None and sentence.words.between(low, term.start):
        # "the wounded, 12 soldiers, were evacuated"
        return not ("," in sentence.text[term.end : figure[0]] and "," in sentence.text[figure[1] : right])
    behind = min((word.start for word in own if term.end <= word.start < figure[0]), default=None)
    if behind is None:
        return False
    passed = sentence.language.and_or | sentence.language.manner | sentence.language.then
    return any(word not in passed for word in sentence.words.between(term.end, behind))


def is_said_of(sentence: Sentence, figure: Span, term: Term) -> bool:
    """Return whether words of a figure's clause are said of it: no other figure is between them, or nearer."""
    before, after = sentence.neighbours(figure)
    right = term.start >= figure[1]
    other = after if right else before
    if other is None:
        return True
    beyond = term.start >= other[1] if right else term.end <= other[0]
    return not beyond and _side(sentence, figure, term, other) == _OWN


def _side(sentence: Sentence, figure: Span, term: Term, other: Span | None) -> str:
    """Return to which a word between a figure and the next one on its side belongs."""
    first, last = (figure[1], term.start) if term.start >= figure[1] else (term.end, figure[0])
    parted = sentence.is_joint(first, last)
    if other is None:
        if not parted:
            return _OWN
        return _OTHERS if _of_others(sentence, first, last, term) else _MAYBE
    near, far = (term.end, other[0]) if other[0] >= term.end else (other[1], term.start)
    elsewhere = sentence.is_joint(near, far)
    if parted and _of_others(sentence, first, last, term):
        return _OTHERS
    if parted == elsewhere:
        # "30 dead 200 hurt": what stands against the figure is its own.
        return _OWN if not parted and not sentence.words.between(first, last) else _MAYBE
    return _OTHERS if parted else _OWN


def _of_others(sentence: Sentence, start: int, end: int, term: Term) -> bool:
    """Return whether a word behind a joint is said of others: "30 were killed and many wounded"."""
    counted, articles = sentence.language.others, sentence.language.articles
    if any(word in counted for word in sentence.words.between(start, end)):
        return True
    if term.start >= end and _has_subject(sentence, start, end):
        return True
    near = min(len(sentence.text), term.end + 40)
    behind = sentence.words.between(term.end, near)[:_QUANTIFIED]
    if any(word in counted - articles for word in behind):
        return True
    # "wounded the driver", and not "died the next day", "charged in the morning"
    timed = sentence.language.things.find(Words(sentence.text[term.end : near]))
    return bool(behind and behind[0] in articles & counted) and not any(
        "duration" in found.sets for found in timed
    )


def _has_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether what follows the last joint of a stretch begins with somebody else: "and the mayor was", "and Ada Rood was"."""
    words = sentence.words
    joints = []
    for at, begins in words.numbered(start, end):
        comma = "," in sentence.text[max(start, words.ends[at - 1]) if at else start : begins]
        joint = words.words[at] in sentence.language.joints
        # German "der" joins behind a comma alone: "die Hälfte der Boote"
        if comma or (joint and words.words[at] not in sentence.language.determiners):
            joints.append(at)
    if not joints:
        return False
    at = joints[-1]
    first = at + 1 if words.words[at] in sentence.language.joints else at
    if first >= len(words.words):
        return False
    if words.starts[first] >= end:
        # "and the injured are": the word itself, with its article, is the subject
        return words.starts[first] == end and words.words[first] in sentence.language.articles
    named = sentence.text[words.starts[first]].isupper()
    determined = words.words[first] in sentence.language.determiners
    if not determined and words.words[at] in sentence.language.determiners:
        # German "der", which may also mean "who": an article where a noun follows
        determined = named
    elif not determined and named and not sentence.language.capital_nouns:
        determined = True
    timed = sentence.language.things.find(Words(sentence.text[words.starts[first] : end]))
    return determined and not any("duration" in found.sets for found in timed)


def _through(sentence: Sentence, figure: Span, term: Term, before: Span | None, after: Span | None) -> bool:
    """Return whether a word may be said of a figure in a list with others: "30 soldiers and 12 civilians were killed"."""
    low, high = sentence.around(figure)
    if not (low <= term.start and term.end <= high):
        return False
    right = term.start >= figure[1]
    if (after if right else before) is None:
        return False
    start, end = (figure[1], term.start) if right else (term.end, figure[0])
    if any(start <= other.start and other.end <= end for other in sentence.terms):
        return False
    inside = [other for other in sentence.figures if start <= other[0] and other[1] <= end]
    spans = [figure, *inside] if right else [*inside, figure]
    return all(sentence.is_joint(one[1], other[0]) for one, other in pairwise(spans))


def counts_other(found: Owned, wanted: frozenset[str]) -> bool:
    """Return whether a figure's own words surely say something else than what is wanted.

    That a number rose says nothing of what it counts: "raised its count from an earlier 1,800".
    """
    own = found.says if wanted & changes() else found.says - changes()
    if not own and any(says(wanted, term.sets) for term in found.others):
        # "the number of dead, the ministry said, was 30 and the injured were 200": another figure has what is wanted.
        own = found.allows - changes()
    if stands_for(own, wanted) and not any(says(wanted, term.sets) for term in found.others):
        return False
    return bool(own) and bool(wanted) and not says(wanted, found.allows)
