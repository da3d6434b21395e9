"""Years that stand alone and say when something happened: "founded in 1887", German "die 1887 gegründete Firma"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from builder.desk.suggest.language import any_of, proposing
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import parse_edtf
from builder.values.figures import search
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[5-9]|20)\d\d(?![\w%/-]|[.,]\d)")
_BEFORE = re.compile(r"(\w+)\s+\Z")


@lru_cache(maxsize=64)
def since_when(language: str) -> re.Pattern[str]:
    """Return an expression, up to a day or year, for what says that something holds from it on."""
    return re.compile(rf"\b{any_of(proposing(language).days.since)}\s+(?:\w{{1,3}}\s+)?\Z", re.IGNORECASE)


def years(content: str, sentence: Span, dates: Iterable[Printed], language: str) -> list[Printed]:
    """Return the years of a sentence that are neither part of a date nor a number of something, in order."""
    words, file = words_of(language), language_file(language)
    if words is None or file is None:
        return []
    start, end = sentence
    taken = [date.span for date in dates]
    taken += [(start + found.start, start + found.end) for found in search.find(content[start:end], language)]
    found = []
    for match in _YEAR.finditer(content, start, end):
        before = _BEFORE.search(content, start, match.start())
        # In German a year stands without a preposition.
        is_led = before is not None and before[1].casefold() in words.year_words
        if (is_led or file.times.capital_nouns) and not any(
            a < match.end() and match.start() < b for a, b in taken
        ):
            found.append(Printed(match.span(), match[0], (parse_edtf(match[0]),), language))
    return found
