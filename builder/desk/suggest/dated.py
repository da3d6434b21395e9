"""Which day a printed date means in its sentence: what is still to come lies after the article, not before it."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.coming import is_coming, later
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan
from builder.values.lexicon import language_file

_OWNS = re.compile(r"(?:\s\w+)?'s\b")
"""Behind a day that says which thing is meant."""

_AHEAD = 90
_LONG_AGO = 240
"""Days from an article to a day without a year, and from such a day to an article."""


class _Dating(Struct, frozen=True):
    before: re.Pattern[str]
    """Up to a date, what belongs to it: "since early"."""
    been: re.Pattern[str]
    """What says of a date that it has been, or in which year it lies."""
    weekday: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Dating:
    words, file = proposing(language).days, language_file(language)
    dates = file.dates if file is not None else None
    been = (
        any_of(dates.ago, dates.ago_before, dates.last, dates.last_after, *dates.back.values())
        if dates is not None
        else "(?!)"
    )
    weekdays = (
        any_of(file.times.weekdays, *(dates.more_weekdays if dates is not None else ()))
        if file is not None
        else "(?!)"
    )
    return _Dating(
        re.compile(rf"\b{before(words.before)}?(?:{any_of(words.part_of)}[\s-])?\Z", re.IGNORECASE),
        re.compile(rf"[0-9]{{4}}|\b{been}\b", re.IGNORECASE),
        re.compile(weekdays, re.IGNORECASE),
    )


def meant(
    content: str, sentence: Span, date: Printed, published: DateSpan | None = None, *, past: bool = False
) -> tuple[Span, str | None]:
    """Return the printed words with the preposition before them, and the EDTF of the day; ``None`` if it is not certain.

    ``past``: it is asked when something was. Then the day of a thing has been, whatever its clause says is to come: "will pay for
    Tuesday's outage".
    """
    words = _words(date.language)
    lead = words.before.search(content, sentence[0], date.span[0])
    owns = is_of_thing(content, date.span)
    span = (lead.start() if lead and not owns else date.span[0], date.span[1])
    if len(date.means) != 1:
        return span, None
    value = date.means[0]
    is_over = published is None or published.start is None or value.end is None or value.end < published.start
    if (
        is_over
        and not (owns and past)
        and is_coming(content, sentence, date.span, date.language)
        and not words.been.search(date.words)
    ):
        value = later(value, is_weekday=words.weekday.search(date.words) is not None) or value
    return span, value.edtf


def is_of_thing(content: str, date: Span) -> bool:
    """Return whether a day says which thing is meant: "in Tuesday morning's collapse"."""
    return _OWNS.match(content, date[1]) is not None


def next_year(value: DateSpan, published: DateSpan | None) -> DateSpan | None:
    """Return the same day a year on, if that is far nearer to an article than the one that has been; no paper leaves out that year."""
    again = later(value, is_weekday=False)
    if (
        published is None
        or published.end is None
        or value.start is None
        or again is None
        or again.start is None
    ):
        return None
    behind, ahead = (published.end - value.start).days, (again.start - published.end).days
    return again if ahead <= _AHEAD and behind > _LONG_AGO else None
