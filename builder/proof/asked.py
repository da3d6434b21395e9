"""Whether a figure in its passage answers what a question asks: the same things, the same people, the same days, the same place.

Each function says what in the passage differs, and only where the passage leaves no doubt. The proof tells it of a claim; a proposal
puts such a question behind the others.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from msgspec import Struct

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.proof import when
from builder.proof.case import ClaimCase
from builder.proof.coming import is_coming
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import Owned, Sentence, counts_other, is_said_of, owned, sentence_of
from builder.values.counting import PERSONS, PLACES, Counting, Sets, Words, counting, is_part, meant, says
from builder.values.dates import DateSpan
from builder.values.figures.words import words_of
from builder.values.lexicon import everywhere, has_rules, language_file, listed
from builder.values.quantity import Quantity
from builder.values.text import normalise

NEAR = 8
"""How many words may stand between a figure and the day or place that is said of it."""
_NOUN = 5
"""How many words behind a number may say of whom it is."""
_LONG = 31
"""Days: a question of more is one of all that happened in them."""
_SHARES = ("percent", "share", "times", "fold")
"""Words of a question that asks for a part or a multiple."""


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
    def owned(self) -> Owned:
        """The sentence's words on what is counted, as they stand to the figure."""
        return owned(self.read, self.inside)

    def printed(self, start: int, end: int) -> str:
        """Return words of the sentence."""
        return self.read.text[start:end]


def passage_of(case: ClaimCase) -> Passage | None:
    """Return the passage of a figure; ``None`` where the claim is none, or its printed words stand elsewhere."""
    if not case.is_a(Answer.QUANTITY) or case.printed is None:
        return None
    if not (case.sentence[0] <= case.printed[0] and case.printed[1] <= case.sentence[1]):
        return None
    article = case.article
    return Passage(
        case.text.content,
        case.sentence,
        case.printed,
        article.language,
        article.published,
        case.claim.said_on,
    )


def other_counted(passage: Passage, counts: str | None, language: str) -> tuple[str, str] | None:
    """Return the word that says that a figure counts something else, and its set. ``language`` is that of ``counts``."""
    wanted = meant(counts or "", language).happened
    if not wanted or not counts_other(passage.owned, wanted):
        return None
    term = min(passage.owned.own, key=lambda term: _distance(term.start, term.end, passage.inside))
    return passage.printed(term.start, term.end), term.sets[0]


def _distance(start: int, end: int, figure: Span) -> int:
    return max(start - figure[1], figure[0] - end, 0)


def other_noun(passage: Passage, unit: str | None, language: str) -> str | None:
    """Return the noun that says that a figure counts places where persons are asked for, or either where something is measured."""
    asked = _kind_of_unit(unit, language)
    if asked is None:
        return None
    end = passage.inside[1]
    phrase, start = _noun_phrase(passage)
    first = passage.inside[0] if start <= end + 1 else start
    last = max(end, start + len(phrase))
    for term in passage.read.language.things.find(Words(passage.read.text[first:last])):
        found = "places" if PLACES in term.sets else "persons" if PERSONS & set(term.sets) else None
        if found is not None and found != asked:
            return passage.printed(first + term.start, first + term.end)
    return None


def _kind_of_unit(unit: str | None, language: str) -> str | None:
    """Return whether a question's unit is persons, places or a measure; ``None`` where it is something else."""
    things = {name for term in _of_site(language).things.find(Words(unit or "")) for name in term.sets}
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


def other_people(passage: Passage, of: str | None, language: str) -> str | None:
    """Return the words that say that a figure is of others than is asked: another people, or civilians for soldiers."""
    phrase, start = _noun_phrase(passage)
    if not phrase:
        phrase, start = _on_the_side_of(passage)
    if not of or not phrase:
        return None
    here, there = passage.read.language, _of_site(language)
    asked = Words(of)
    cut = Words(phrase)
    # "Russian-held villages" are nobody's.
    peoples = [
        term
        for term in here.peoples.find(cut)
        if passage.read.text[start + term.end : start + term.end + 1] != "-" or _goes_on(here, cut, term.end)
    ]
    wanted = {name for term in there.peoples.find(asked) for name in term.sets}
    found = {name for term in peoples for name in term.sets}
    if wanted and found and not found <= wanted:
        return passage.printed(start + peoples[0].start, start + peoples[-1].end)
    things = {name for term in there.things.find(asked) for name in term.sets}
    apart = everywhere().counted.apart
    pairs = {*apart.items(), *((other, one) for one, other in apart.items())}
    for term in here.things.find(cut):
        if not things & set(term.sets) and any((one, two) in pairs for one in term.sets for two in things):
            return passage.printed(start + term.start, start + term.end)
    return None


def _on_the_side_of(passage: Passage) -> tuple[str, int]:
    """Return the words behind what is counted that say on whose side: "200 casualties on the Russian side"."""
    read, end = passage.read, passage.number[1]
    near = [term for term in read.terms if term.start >= end and not read.words.between(end, term.start)]
    for term in near[:1]:
        for among in read.language.among.find(read.words):
            if among.start >= term.end and not read.words.between(term.end, among.start):
                after = read.text[among.end : among.end + 60]
                for people in read.language.peoples.find(Words(after))[:1]:
                    if not after[: people.start].strip():
                        return after[: people.end], among.end
    return "", end


def unnamed(passage: Passage, of: str | None, language: str) -> str | None:
    """Return the people that a question asks of, if a text never names it, nor its country. Of several, all are missing."""
    here = passage.read.language
    asked = [name for term in _of_site(language).peoples.find(Words(of or "")) for name in term.sets]
    for name in asked:
        roots = here.roots(name)
        if not roots or any(_begins(passage.content, root) for root in roots):
            return None
    return asked[0] if asked else None


@lru_cache(maxsize=1024)
def _begins(content: str, root: str) -> bool:
    """Return whether a word of a text begins in some way."""
    return re.search(rf"\b{re.escape(root)}", content, re.IGNORECASE) is not None


def _goes_on(language: Counting, cut: Words, at: int) -> bool:
    """Return whether another people's name is written on behind a hyphen: "Russian-Belarusian"."""
    return any(term.start == at + 1 for term in language.peoples.find(cut))


def _of_site(language: str) -> Counting:
    return counting(language if has_rules(language) else "en")


def _noun_phrase(passage: Passage) -> tuple[str, int]:
    """Return the words behind a number that say of whom it is, and where they begin."""
    read, end = passage.read, passage.number[1]
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


def other_day(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is of other days than those that a question asks for: another day, or all days so far."""
    asked = question.when
    if asked is None or asked.start is None or asked.end is None:
        return None
    dates = when.expressions(passage.content, passage.sentence, passage.published)
    if any(span.overlaps(asked) for date in dates for span in date.means):
        return None
    return _all_days(passage, question, language) or _another_day(passage, dates)


def _all_days(passage: Passage, question: Question, language: str) -> str | None:
    asked = question.when
    if asked is None or asked.start is None or asked.end is None or (asked.end - asked.start).days > _LONG:
        return None
    if _of_site(language).in_all.find(Words(f"{question.text} {question.short}")):
        return None
    for start, end in _said_of(passage, passage.read.language.in_all):
        return passage.printed(start, end)
    return None


def _said_of(passage: Passage, sets: Sets) -> list[Span]:
    """Return the phrases of a clause that are said of its figure, and not of another one beside them."""
    low, high = passage.read.around(passage.inside)
    inside = [term for term in sets.find(passage.read.words) if low <= term.start and term.end <= high]
    return [(term.start, term.end) for term in inside if is_said_of(passage.read, passage.inside, term)]


def _another_day(passage: Passage, dates: tuple[when.Printed, ...]) -> str | None:
    for date in dates:
        if any(not span.edtf for span in date.means) or passage.said_on in date.means:
            continue
        span = (date.span[0] - passage.sentence[0], date.span[1] - passage.sentence[0])
        if is_coming(passage.content, passage.sentence, date.span) or not _belongs(passage, span):
            continue
        return date.words
    return None


def _belongs(passage: Passage, span: Span) -> bool:
    """Return whether words of a clause are said of its figure: nothing is told, joined or counted between them."""
    read, figure = passage.read, passage.inside
    low, high = read.around(figure)
    if not (low <= span[0] and span[1] <= high):
        return False
    start, end = (figure[1], span[0]) if span[0] >= figure[1] else (span[1], figure[0])
    between = read.text[start:end]
    words = read.words.between(start, end)
    joints = read.language.joints
    leading = span[1] <= figure[0]
    return (
        len(words) <= NEAR
        and not any(word in joints for word in words)
        and not any(sign in between.removeprefix(",") if leading else sign in between for sign in ',:"')
        and not any(start <= other[0] and other[1] <= end for other in read.figures)
        and not any(start <= term.start and term.end <= end for term in read.language.saying.find(read.words))
    )


def other_place(passage: Passage, question: Question, places: Names, near: Span) -> str | None:
    """Return the name of the place that a figure is of, where a question asks for another. ``near``: where its name may stand."""
    asked = places.named(normalise(" ".join((question.text, question.short, question.of or ""))))
    if not asked or asked & places.named(passage.content, near):
        return None
    at = {term.end for term in passage.read.language.at.find(passage.read.words)}
    for mention in places.mentions(passage.content, passage.sentence):
        start, end = (place - passage.sentence[0] for place in mention.span)
        before = max((place for place in at if place <= start), default=-1)
        led = before >= 0 and not passage.read.words.between(before, start)
        if led and start >= passage.inside[1] and _belongs(passage, (start, end)):
            return passage.printed(start, end)
    return None


def is_share(reading: object, question: Question) -> bool:
    """Return whether a figure is a part or a multiple, and the question asks how many or how much.

    A rate with a figure ("30 euros a day") is told by its unit.
    """
    if not isinstance(reading, Quantity) or not reading.share or reading.bounded:
        return False
    asked = " ".join((question.unit or "", question.counts or "")).casefold()
    return not any(word in asked for word in _SHARES)


def answers_other(
    passage: Passage, reading: object, question: Question, places: Names, language: str
) -> bool:
    """Return whether a figure surely answers another question than this one. A part of what is asked is no other."""
    if other_noun(passage, question.unit, language) or unnamed(passage, question.of, language):
        return True
    counts = other_counted(passage, question.counts, language)
    if counts is not None and not fits_question(passage, question, language):
        return True
    return (
        other_people(passage, question.of, language) is not None
        or other_day(passage, question, language) is not None
        or other_place(passage, question, places, passage.sentence) is not None
        or is_share(reading, question)
    )
