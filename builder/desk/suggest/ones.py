"""Somebody counted by an article alone: "a firefighter was injured", "uno de los bomberos". No figure is printed, and it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.desk.suggest.counted import noun_ends_at
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.tokens import persons
from builder.desk.suggest.words import states
from builder.proof.normal import Span
from builder.values.counting import Words, counting
from builder.values.lexicon import language_file
from builder.values.quantity import Modifier, Quantity

_REACH = 40
"""Characters before a noun in which its article stands."""
_BEHIND = 3
"""Words behind a noun within which it must be said what happened, unless the noun's phrase ends there."""


@lru_cache(maxsize=64)
def _articles(language: str) -> re.Pattern[str]:
    file, words = language_file(language), proposing(language).figures
    one = any_of(file.numbers.one) if file is not None else "(?!)"
    of = rf"(?:one|{one})\s+{before(words.of)}{before(words.of_articles)}?"
    return re.compile(rf"(?<![\w-])(?:{of}|{one}\s+)(?P<between>[^\W\d_]+\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=64)
def _never_between(language: str) -> re.Pattern[str]:
    words = proposing(language).figures
    return re.compile(rf"\b{any_of(words.of, words.noun_ends, words.of_articles)}\s*\Z", re.IGNORECASE)


def find_ones(content: str, sentence: Span, figures: Iterable[Figure], language: str) -> list[Figure]:
    """Return who a sentence counts by an article: a noun for persons, of whom something is said to have happened.

    ``figures`` are those that it prints: an article that belongs to one ("a dozen children") is none.
    """
    taken = [figure.span for figure in figures]
    found = []
    for first, noun, last in _ones(content, sentence, language):
        if not any(start < last and first < end for start, end in taken):
            printed = content[first:last]
            reading = Quantity(printed, Modifier.EXACTLY, 1, 1)
            found.append(
                Figure((first, last), printed, reading, (first, noun), reads_back=False, is_one=True)
            )
    return found


def _ones(content: str, sentence: Span, language: str) -> Iterator[tuple[int, int, int]]:
    """Give where the article begins, and where the noun begins and ends."""
    low, high = sentence
    text = content[low:high]
    if not states(text, language):
        return
    for term in counting(language).matters.find(Words(text)):
        if not persons() & set(term.sets):
            continue
        found = _articles(language).search(text[max(0, term.start - _REACH) : term.start])
        if found is None or _never_between(language).search(found["between"] or ""):
            continue
        if not _ends(text, term.end, language):
            continue
        yield low + max(0, term.start - _REACH) + found.start(), low + term.start, low + term.end


def _ends(text: str, end: int, language: str) -> bool:
    """Return whether a noun is all of its phrase: "a child was", and not "a child protection officer"."""
    if noun_ends_at(text, end, language):
        return True
    behind = re.match(rf"(?:\s+[^\W\d_]+){{1,{_BEHIND}}}", text[end:])
    return behind is not None and bool(states(behind[0], language))
