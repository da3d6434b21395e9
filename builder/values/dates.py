"""Dates with the precision in which they were printed, written as EDTF (ISO 8601-2, Extended Date/Time Format).

Supported are a day, a month and a year, each with ``~`` for "about", an interval of two of them
(``2024-12-14/2024-12-15``), and ``..`` for an open end (``2024-12-26/..``). A month is the span of its days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from builder.values.text import filled

_DATE = re.compile(r"([0-9]+)(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~)?\Z")
Say = Callable[..., str]
"""Translates an English text and fills in its ``{names}``."""

_MONTHS = tuple(calendar.month_name)  # always English, as no locale is set


class DateSpan(Struct, frozen=True, tag=True):
    """The days that a printed date may mean. ``start`` or ``end`` is None if that end is open."""

    edtf: str
    """As written in the content."""
    start: date | None
    end: date | None
    approximate: bool = False
    """Marked with ``~``: the ends are approximate."""

    def __hash__(self) -> int:
        # Sufficient and fast: dates are looked up for every pair of claims.
        return hash(self.edtf)

    def overlaps(self, other: DateSpan) -> bool:
        """Return whether both may mean the same day."""
        return _not_after(self.start, other.end) and _not_after(other.start, self.end)

    def before(self, other: DateSpan) -> bool:
        """Return whether every day of this one is earlier than every day of the other."""
        return self.end is not None and other.start is not None and self.end < other.start

    def encloses(self, other: DateSpan) -> bool:
        """Return whether every day of the other is a day of this one too."""
        low = self.start is None or (other.start is not None and self.start <= other.start)
        high = self.end is None or (other.end is not None and other.end <= self.end)
        return low and high

    @property
    def reach(self) -> tuple[date | None, date | None]:
        """The days that it may mean: an approximate date reaches half its length, at least two days, beyond each end."""
        if not self.approximate:
            return (self.start, self.end)
        slack = timedelta(days=2)
        if self.start is not None and self.end is not None:
            slack = max(slack, (self.end - self.start) / 2)
        try:
            return (self.start and self.start - slack, self.end and self.end + slack)
        except OverflowError:
            return (self.start, self.end)

    @property
    def sort_key(self) -> tuple[date, date]:
        """Sort key: first day, then last day; open ends sort outermost."""
        return (self.start or date.min, self.end or date.max)


def _not_after(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> DateSpan:
    """Parse an EDTF date. Raises ``ValueError`` with a message for editors."""
    first, slash, second = text.partition("/")
    if not slash:
        start, end, soft = _one(first)
        return DateSpan(text, start, end, soft)
    if first == second == "..":
        raise ValueError(f'"{text}" is open at both ends')
    left = None if first == ".." else _one(first)
    right = None if second == ".." else _one(second)
    if left and right and right[1] < left[0]:
        raise ValueError(f'"{text}" ends before it begins')
    soft = bool((left and left[2]) or (right and right[2]))
    return DateSpan(text, left[0] if left else None, right[1] if right else None, soft)


def _one(text: str) -> tuple[date, date, bool]:
    match = _DATE.match(text)
    if not match:
        raise ValueError(f'"{text}" is not an EDTF date such as 2024-12-26, 2024-12 or 2024')
    if len(match[1]) != 4:
        raise ValueError(f'"{text}" is no date: a year has four digits, as in 2024 or 0476')
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    soft = match[4] is not None
    if not year or month == 0 or (month or 1) > 12:
        raise ValueError(f'"{text}" is no date: there is no {"year 0" if not year else f"month {month}"}')
    if day is not None and month is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise ValueError(f'"{text}" is no date: {_MONTHS[month]} {year} has {last} days')
        return (date(year, month, day), date(year, month, day), soft)
    if month is not None:
        return (date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), soft)
    return (date(year, 1, 1), date(year, 12, 31), soft)


@lru_cache(maxsize=1024)
def caption(span: DateSpan, say: Say = filled) -> str:
    """Return a date in words: ``14–15 December 2024``, ``December 2024``, ``on or after 26 December 2024``."""
    if span.start is None or span.end is None:
        return _open(span, say)
    told = _closed(span.start, span.end, say)
    return say("about {date}", date=told) if span.approximate else told


def _open(span: DateSpan, say: Say) -> str:
    if span.start is not None:
        first = parse_edtf(span.edtf.partition("/")[0])
        if first.start != first.end:
            return say("from {date} on", date=caption(first, say))
        return say("on or after {date}", date=_softly(span, _day(span.start, say), say))
    if span.end is not None:
        last = parse_edtf(span.edtf.rpartition("/")[2])
        if last.start != last.end:
            return say("by the end of {date}", date=caption(last, say))
        return say("on or before {date}", date=_softly(span, _day(span.end, say), say))
    return say("at an unknown date")


def _softly(span: DateSpan, told: str, say: Say) -> str:
    return say("about {date}", date=told) if span.approximate else told


def _day(day: date, say: Say) -> str:
    return say("{day} {month} {year}", day=day.day, month=say(_MONTHS[day.month]), year=day.year)


def _closed(start: date, end: date, say: Say) -> str:
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if start == end:
        return _day(start, say)
    if whole_months:
        if start.month == 1 and end.month == 12:
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        if (start.year, start.month) == (end.year, end.month):
            return _month(start, say)
        first = say(_MONTHS[start.month]) if start.year == end.year else _month(start, say)
        return say("{first} to {last}", first=first, last=_month(end, say))
    if (start.year, start.month) == (end.year, end.month):
        month = say(_MONTHS[end.month])
        return say("{first}–{last} {month} {year}", first=start.day, last=end.day, month=month, year=end.year)
    if start.year == end.year:
        first = say("{day} {month}", day=start.day, month=say(_MONTHS[start.month]))
        return say("{first} to {last}", first=first, last=_day(end, say))
    return say("{first} to {last}", first=_day(start, say), last=_day(end, say))


def _month(day: date, say: Say) -> str:
    return say("{month} {year}", month=say(_MONTHS[day.month]), year=day.year)
