"""Whose figure one is by the name in a list: "Osk with 40, Tarn with 12", "40 in Osk, 12 in Tarn"; and "Osk, where 40 died", "Osk (40 dead)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from builder.proof.normal import Span
from builder.proof.owned import sentence_of
from builder.values.expressions import alternatives
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file
from builder.values.quantity import Quantity

_REACH = 160
"""How many characters before a figure may hold its name and what is put in behind it."""
_LIST = 2
"""So many names with figures are a list."""
_BRACKETED = re.compile(r"(?:\s+[^\W\d_][\w'’-]*){1,2}\)")
"""Behind a figure that has its noun and nothing else in a bracket: "(23 dead)"."""
_WORD = rf"{CAPITAL}[\w'’-]*"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:[a-z]{{2,3}}\s)?{_WORD}){{0,3}})"


def placed_name(text: str, figure: Span, language: str, *, of_part: bool = False) -> str | None:
    """Return the name behind a figure and "in", where several figures that count the same have one each; ``None`` where they do not.

    ``text`` is the sentence, and ``figure`` the figure in it with its hedge: "40 people died in Osk, 12 in Tarn". ``of_part``: only where the
    figure is surely none of all of them together, as that of Norland is in "52 people died in Norland, 40 in Osk, 12 in Tarn".
    """
    own = sentence_of(text, language).figure_at(figure)
    if own is None:
        return None
    name = _places(text, language).get(own.number)
    # Few figures are in a list, so what is all of one is asked for last.
    return None if name and of_part and own.number == _whole(text, language) else name


@lru_cache(maxsize=256)
def _places(text: str, language: str) -> Mapping[Span, str]:
    """Return the numbers of a sentence that have a name behind them, each with its own."""
    read, table = sentence_of(text, language), words_of(language)
    if table is None:
        return {}
    behind, times = _behind(language, read.language.capital_nouns), {*table.months, *table.weekdays}
    found: dict[Span, tuple[str, str]] = {}
    for one, next_ in pairwise([*(item.number for item in read.found), (len(text), len(text))]):
        match = behind.match(text, one[1], next_[0])
        # "40 in May, 12 in June"
        if match and times.isdisjoint(fold(word) for word in match["name"].split()):
            found[one] = fold(match["noun"]), match["name"]
    nouns = {noun for noun, _ in found.values()}
    # Without a noun it counts what the others do.
    shared = {
        number: name
        for number, (noun, name) in found.items()
        if not noun or "" in nouns or [other for other, _ in found.values()].count(noun) >= _LIST
    }
    return shared if len(set(shared.values())) >= _LIST else {}


def _whole(text: str, language: str) -> Span | None:
    """Return the first number of a list if it may be that of all the others together: as large as they are, and not joined to one by "and"."""
    read, placed = sentence_of(text, language), _places(text, language)
    found = [item for item in read.found if item.number in placed]
    amounts = [item.reading.low or 0 if isinstance(item.reading, Quantity) else 0 for item in found]
    if not found or amounts[0] < sum(amounts[1:]):
        return None
    joint = read.words.between(found[0].number[1], found[1].number[0])[-1:]
    is_pair = len(found) == _LIST and not read.language.and_or.isdisjoint(joint)
    return None if is_pair else found[0].number


@lru_cache(maxsize=32)
def _behind(language: str, capital_nouns: bool) -> re.Pattern[str]:
    """Return an expression for a name behind a number, with what it counts and "in" between: " people died in the province of Osk"."""
    file = language_file(language)
    at = alternatives(file.counted.at if file is not None else "")
    small = r"[^\W\d_][\w-]*" if capital_nouns else rf"(?!{CAPITAL})[^\W\d_][\w-]*"
    return re.compile(
        rf"(?P<noun>(?:\s+{small}){{0,5}}?)\s+(?:{at})\s+(?:{small}(?:['’]|\s+)){{0,5}}?{_NAME}"
    )


def listed_name(text: str, figure: Span, language: str) -> str | None:
    """Return the name that is given a figure in a list, or by "where" behind it, as printed; ``None`` where none is.

    ``text`` is the sentence, and ``figure`` the figure in it with its hedge.
    """
    own = sentence_of(text, language).figure_at(figure)
    return _names(text, language).get(own.number) if own is not None else None


@lru_cache(maxsize=256)
def _names(text: str, language: str) -> Mapping[Span, str]:
    """Return the numbers of a sentence that have names, each with its own."""
    listing, there, bracketed = _before(language)

    def led(pattern: re.Pattern[str]) -> dict[Span, str]:
        return {
            one.number: found["name"]
            for one in sentence_of(text, language).found
            if (found := pattern.search(text, max(0, one.start - _REACH), one.start))
        }

    names = led(listing)
    alone = {number: name for number, name in led(bracketed).items() if _BRACKETED.match(text, number[1])}
    return (names if len(names) >= _LIST else {}) | alone | led(there)


@lru_cache(maxsize=16)
def _before(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions for a name up to a figure: in a list, with "where" between, and with a bracket."""
    file = language_file(language)
    joined, there = (file.counted.listed_with, file.counted.there) if file is not None else ("", "")
    # What is put in stands between dashes or in brackets: "Osk - south of Pell - with 40".
    name = rf"{_NAME}(?:,?\s*(?:-[^-()]{{1,80}}-|\([^()]{{1,80}}\)))?"
    between = r"(?:[^\W\d_]+\s+){0,4}?"
    return (
        re.compile(rf"{name}(?:\s\(|:\s|,?\s+(?:{alternatives(joined)})\s+)\Z"),
        re.compile(rf"{name},\s+(?:{alternatives(there)})\s+{between}\Z"),
        re.compile(rf"{_NAME}\s\(\Z"),
    )
