"""Resolve the dates that papers print, relative ones too, from the day on which they were printed.

"last month" in an article of mid-December is November; "on Saturday" is the latest Saturday up to that day. The
printed words are kept by the claim; here they only become days. What is not understood is left to the editor.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.values.dated import find
from builder.values.dates import DateSpan
from builder.values.moments import (
    Ago,
    Back,
    Calendar,
    DayOfWeek,
    Days,
    Moment,
    Month,
    Night,
    Overnight,
    Season,
    Through,
    Weekday,
    Weekend,
    Written,
    Year,
)
from builder.values.text import normalise

_ORDER = (
    Written,
    Through,
    Night,
    Days,
    DayOfWeek,
    Month,
    Back,
    Ago,
    Weekend,
    Calendar,
    Weekday,
    Season,
    Year,
    Overnight,
)
"""Of several dates in some words, the kind that counts: "on Saturday, December 14" is a day of December."""


def resolve(printed: str, published: DateSpan | None, language: str = "en") -> DateSpan | None:
    """Return the days that printed words mean in an article published then, or ``None`` if that is not certain.

    ``published`` may be an interval: words that mean other days at its two ends are not resolved. Dates without
    a year are taken from the year before publication up to it. Words that print two dates, and not from when to when,
    mean neither. ``language`` is a BCP 47 tag; in one without rules only dates in digits (ISO 8601) are resolved.
    """
    found = find(normalise(printed), language)
    if not found or any(item.other is not None for item in found):
        return None
    rank = min(map(_rank, (item.moment for item in found)))
    return meant([item.moment for item in found if _rank(item.moment) == rank], published)


def meant(moments: Sequence[Moment], published: DateSpan | None) -> DateSpan | None:
    """Return the days that dates in words mean together, if all of them mean the same days at both ends of ``published``."""
    start = published.start if published is not None else None
    end = published.end if published is not None else None
    days = {start, end or start}
    try:
        spans = {moment.on(day) for moment in moments for day in days}
    except (OverflowError, ValueError):
        # Before the first year of the calendar.
        return None
    return spans.pop() if len(spans) == 1 else None


def _rank(moment: Moment) -> int:
    return _ORDER.index(type(moment))
