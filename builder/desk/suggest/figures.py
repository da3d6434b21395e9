"""Find every figure that a sentence prints: how many or how much of something, not when, how old or which one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of
from builder.proof.normal import Span
from builder.values.figures import search
from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.words import words_of
from builder.values.letters import LETTER, SMALL
from builder.values.lexicon import language_file
from builder.values.quantity import Modifier, Number, Quantity

_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\D{1,12}(?:1[89]|20)\d\d)?")
_RANGE = re.compile(r"\d{4}\D{1,12}\d{4}")
_COUNTS = re.compile(rf"\s+{SMALL}{{3,}}")
_NOUNS = re.compile(rf"\s+{LETTER}{{3,}}")
_COMPOUND = re.compile(rf"-{LETTER}+")
PERCENT = "percent"
_HOUR = re.compile(r"(?<!\w)\d{1,2}\s?h\s?\Z")
_CLOCK = re.compile(r"\d{1,2}\s?h\s?\d\d")


class Figure(Struct, frozen=True):
    """A printed figure and where it stands."""

    span: Span
    printed: str
    """With its hedge and its unit."""
    reading: Quantity
    number: Span
    """Where the number itself stands, without hedge and unit."""
    reads_back: bool = True
    """Whether the printed words alone are read as this figure."""
    is_age: bool = False
    is_one: bool = False
    """Whether no number is printed, but an article: "a firefighter"."""

    @property
    def modifier(self) -> Modifier:
        """How it is hedged or bounded."""
        return self.reading.modifier

    @property
    def low(self) -> Number | None:
        """Its lower bound."""
        return self.reading.low

    @property
    def high(self) -> Number | None:
        """Its upper bound."""
        return self.reading.high

    @property
    def is_whole(self) -> bool:
        """Whether it can be a number of people or things: not 4.4."""
        return all(bound is None or bound == int(bound) for bound in (self.low, self.high))

    @property
    def unit(self) -> str | None:
        """What it is in."""
        return self.reading.unit


def find_figures(
    content: str, sentence: Span, dates: Iterable[Span] = (), language: str = "en", *, since: bool = False
) -> list[Figure]:
    """Return the figures of a sentence in order. ``dates`` are spans that say when, and hold none.

    ``since``: with the times that passed from one event to another.
    """
    start, end = sentence
    taken = [(a - start, b - start) for a, b in dates]
    every = (
        _of_change(content[start:end], found, language)
        for found in search.find(content[start:end], language, since=since)
    )
    return [
        _figure(content, start, found, found.reading, language)
        for found in every
        if isinstance(found.reading, Quantity)
        and not _is_year(content[start:end], found, language)
        and not any(a < found.number[1] and found.number[0] < b for a, b in taken)
    ]


def _of_change(sentence: str, found: search.Found, language: str) -> search.Found:
    """Return a percentage without the word by which it is that of a change, "12 percent more": a question may ask for just that."""
    table = words_of(language)
    if not isinstance(found.reading, Refusal) or table is None:
        return found
    word = found.reading.word
    printed = sentence[found.start : found.end]
    if not printed.endswith(word) or table.more.match(word.casefold().split(), 0) is None:
        return found
    inside = search.find(printed.removesuffix(word).rstrip(), language)
    alone = inside[0] if len(inside) == 1 else None
    if alone is None or not isinstance(alone.reading, Quantity) or alone.reading.unit != PERCENT:
        return found
    first = found.start
    number = (first + alone.number[0], first + alone.number[1])
    return search.Found(first + alone.start, first + alone.end, number, alone.reading)


def _figure(content: str, start: int, found: search.Found, reading: Quantity, language: str) -> Figure:
    """Return a figure with the whole of its word: "15-member", of which "15" alone would be no word of the text."""
    first, last = start + found.start, start + found.end
    if (whole := _COMPOUND.match(content, last)) is not None:
        again = read(content[first : whole.end()], language)
        if isinstance(again, Quantity) and again.same_as == reading.same_as:
            last = whole.end()
    number = (start + found.number[0], start + found.number[1])
    if (lead := _lead(language).match(content, first, number[0])) is not None:
        # Spanish "de más de treinta": "de" belongs to the words before.
        again = read(content[lead.end() : last], language)
        if isinstance(again, Quantity) and again.same_as == reading.same_as:
            first = lead.end()
    return Figure((first, last), content[first:last], reading, number)


@lru_cache(maxsize=64)
def _lead(language: str) -> re.Pattern[str]:
    """Return an expression for what may begin a range, and else says nothing of a figure."""
    file = language_file(language)
    phrases = any_of(file.ranges.opening) if file is not None else "(?!)"
    return re.compile(rf"{phrases}\s+", re.IGNORECASE)


def _is_year(sentence: str, found: search.Found, language: str) -> bool:
    """Return whether a figure is a year or two, "between 2010 and 2015", or a time of day: "at 18 h 50", "10.50 Uhr"."""
    start, end = found.number
    if (
        isinstance(found.reading, Quantity)
        and found.reading.unit is None
        and _YEARS.fullmatch(sentence, start, end)
    ):
        file = language_file(language)
        # In German a noun begins as a name does; that it is counted was seen when the figure was found.
        counts = _NOUNS if file is not None and file.times.capital_nouns else _COUNTS
        return _RANGE.fullmatch(sentence, start, end) is not None or not counts.match(sentence, end)
    return _HOUR.search(sentence, max(0, start - 12), start) is not None or bool(
        _CLOCK.fullmatch(sentence, start, min(len(sentence), end + 6))
    )
