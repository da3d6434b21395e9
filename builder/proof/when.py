"""Find the date expressions in a text, with the days that each can mean given the article's date."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.proof.normal import Span
from builder.values import dated, relative
from builder.values.dates import DateSpan, parse_edtf
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file
from builder.values.moments import Moment


class Printed(Struct, frozen=True):
    """A date expression in a text."""

    span: Span
    words: str
    means: tuple[DateSpan, ...]
    """What it can mean: more than one where the article's own date is not known to the day."""
    language: str = "en"
    says_day: bool = False
    """Whether words name one day: "on Saturday", "yesterday", "three days ago"."""

    @property
    def exact(self) -> bool:
        """Whether it names a day, or has digits."""
        return self.says_day or any(char.isdigit() for char in self.words)


@lru_cache(maxsize=8192)
def expressions(
    content: str, span: Span, published: DateSpan | None, language: str = "en"
) -> tuple[Printed, ...]:
    """Return the dates printed in a span of a normalised text, in order; in a language without rules those in digits."""
    found: list[Printed] = []
    for item in dated.find(content, language, *span):
        means = _means((item.moment, *((item.other,) if item.other is not None else ())), published)
        if means:
            words = content[item.start : item.end]
            printed = Printed((item.start, item.end), words, means, language, item.moment.says_day)
            if found and _is_one_day(content, found[-1], printed):
                start = found.pop().span[0]
                printed = Printed(
                    (start, item.end), content[start : item.end], means, language, says_day=True
                )
            found.append(printed)
    return tuple(found)


@lru_cache(maxsize=16)
def _before_date(language: str) -> re.Pattern[str]:
    """Return an expression for what stands between a weekday and its date: "Friday, 14 March", "Freitag, den 14. März"."""
    file = language_file(language)
    return re.compile(rf",? (?:(?:{alternatives(file.saying.articles if file is not None else '')}) )?")


def _is_one_day(content: str, weekday: Printed, date: Printed) -> bool:
    """Return whether a weekday stands before the date that it falls on: it is that Friday, and not the one nearest to the article."""
    if not weekday.says_day or any(map(str.isdigit, weekday.words)) or not any(map(str.isdigit, date.words)):
        return False
    if not _before_date(weekday.language).fullmatch(content, weekday.span[1], date.span[0]):
        return False
    first, second = weekday.means[0].start, date.means[0].start
    one = all(day.start == day.end for day in (weekday.means[0], date.means[0]))
    return first is not None and second is not None and one and (first - second).days % 7 == 0


@lru_cache(maxsize=1024)
def coming(content: str, span: Span, published: DateSpan | None, language: str = "en") -> tuple[Printed, ...]:
    """Return the dates of a span that name what is still to come: "next Tuesday", "tomorrow"."""
    found = []
    for item in dated.coming(content, language, *span):
        means = _means((item.moment, *((item.other,) if item.other is not None else ())), published)
        if means:
            found.append(
                Printed(
                    (item.start, item.end),
                    content[item.start : item.end],
                    means,
                    language,
                    item.moment.says_day,
                )
            )
    return tuple(found)


def _means(moments: tuple[Moment, ...], published: DateSpan | None) -> tuple[DateSpan, ...]:
    days = (
        [day for day in (published.start, published.end) if day is not None] if published is not None else []
    )
    seen = (relative.meant([moment], parse_edtf(day.isoformat())) for day in days for moment in moments)
    ends = {found.edtf: found for found in seen if found is not None}
    if not ends:
        seen = (relative.meant([moment], None) for moment in moments)
        ends = {found.edtf: found for found in seen if found is not None}
    return tuple(ends[edtf] for edtf in sorted(ends))


def supported(claimed: DateSpan, printed: DateSpan) -> bool:
    """Return whether an editor's date agrees with the printed one.

    Its ends must be equal or open; if it is approximate, it must overlap the printed one.
    """
    if printed.approximate and not claimed.approximate:
        return False
    if claimed.approximate:
        low, high = printed.reach
        other_low, other_high = claimed.reach
        return (low is None or other_high is None or low <= other_high) and (
            high is None or other_low is None or other_low <= high
        )
    start = claimed.start is None or claimed.start == printed.start
    end = claimed.end is None or claimed.end == printed.end
    return start and end
