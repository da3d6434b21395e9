"""Detect dates of future events: such a date may be later than its article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from builder.proof.normal import Span
from builder.values.dates import DateSpan, parse_edtf
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed

_LAST = date.max - timedelta(days=7)
_ANY = r"\w+"
"""How a phrase begins whose word may begin in any way."""
_BEFORE = 4
"""Characters between such a word and its date: Spanish "antes del 1 de mayo"."""
FARTHEST = 1_000
"""Maximum number of characters searched on either side of a date."""


@lru_cache(maxsize=8192)
def is_coming(content: str, sentence: Span, date: Span, language: str = "en") -> bool:
    """Return whether the part of a sentence in which a date stands speaks of what is still to come.

    In a language that has no words for it, any may.
    """
    words = _words(language)
    if words is None:
        return True
    coming, part = words
    low, high = max(sentence[0], date[0] - FARTHEST), min(sentence[1], date[1] + FARTHEST)
    # What is said to come is looked for no further than to where another statement may begin.
    start = max([low, *(m.end() for m in part.finditer(content, low, date[0]) if not _is_of(m, date))])
    end = next((match.start() for match in part.finditer(content, date[1], high)), high)
    return bool(coming.search(content, start, end))


def _is_of(match: re.Match[str], date: Span) -> bool:
    """Return whether a word that may begin a statement belongs to the date behind it: "will not open before 1 May"."""
    return match[0][:1].isspace() and "-" not in match[0] and date[0] - match.end() <= _BEFORE


def has_been(content: str, sentence: Span, date: Span, language: str) -> bool:
    """Return whether the part of a sentence in which a date stands speaks of what has been, as far as its verbs tell."""
    words, file = _words(language), language_file(language)
    if words is None or file is None:
        return False
    start = max([sentence[0], *(match.end() for match in words[1].finditer(content, sentence[0], date[0]))])
    end = next((match.start() for match in words[1].finditer(content, date[1], sentence[1])), sentence[1])
    return _been(language).search(content, start, end) is not None


@lru_cache(maxsize=16)
def _been(language: str) -> re.Pattern[str]:
    file = language_file(language)
    return re.compile(rf"\b(?:{alternatives(file.dates.past if file else '')})\b", re.IGNORECASE)


def asks_for_past(text: str, language: str) -> bool:
    """Return whether a question asks for what has been: "How many were killed?"."""
    file = language_file(language)
    words = [word for word in listed(file.dates.past if file else "") if "*" not in word]
    return re.search(rf"\b(?:{alternatives(words)})\b", text, re.IGNORECASE) is not None


@lru_cache(maxsize=16)
def _asks(language: str) -> re.Pattern[str]:
    """Return an expression for what asks for what is, or is to come."""
    file = language_file(language)
    words = f"{file.events.present}, {file.events.coming}" if file is not None else ""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


def asks_for_coming(text: str, language: str) -> bool:
    """Return whether a question asks for what is, or is still to come: "When does the strike begin?"."""
    return _asks(language).search(text) is not None


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return expressions for words of what is to come, and for where another statement may begin."""
    file = language_file(language)
    if file is None or not file.dates.coming:
        return None
    coming = re.compile(rf"\b(?:{_by_first_letters(listed(file.dates.coming))})\b", re.IGNORECASE)
    return coming, re.compile(rf"[;,]\s|\s(?:{alternatives(file.dates.clauses)})\s|\s-\s")


def _by_first_letters(phrases: Iterable[str]) -> str:
    """Return an expression for any of some phrases that tries those alone which begin as the text does: every word of it is looked at."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        expression = alternatives([phrase])
        first = _ANY if expression.startswith(_ANY) else expression[0]
        groups.setdefault(first, []).append(expression[len(first) :])
    # A wildcard comes last: it looks through a whole word.
    return "|".join(
        f"{first}(?:{'|'.join(rest)})"
        for first, rest in sorted(groups.items(), key=lambda group: group[0] == _ANY)
    )


def later(value: DateSpan, *, is_weekday: bool) -> DateSpan | None:
    """Return the same weekday a week on, or the same day or month a year on."""
    if value.start is None:
        return None
    if is_weekday:
        return parse_edtf((value.start + timedelta(days=7)).isoformat()) if value.start < _LAST else None
    try:
        return parse_edtf(f"{value.start.year + 1}{value.edtf[4:]}") if value.edtf[:4].isdigit() else None
    except ValueError:
        return None
