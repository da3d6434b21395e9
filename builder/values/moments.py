"""What a date in words means, whatever its language: seen from the day on which it was printed, the days that it may mean.

A date without a year is the latest one up to that day; what lies wholly after it has to be stated by an editor. Soft is what no paper
counts exactly: "two weeks ago".
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from msgspec import Struct

from builder.values.dates import DateSpan, parse_edtf

MOST = 200
"""No paper counts back farther."""
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month of each, in the north."""


class Moment(Struct, frozen=True):
    """A date in words. ``on`` raises ``ValueError`` or ``OverflowError`` where it would lie before the first year of the calendar."""

    def on(self, today: date | None) -> DateSpan | None:
        """Return the days meant in an article of a day; ``None`` if that is not certain, or the day is needed and not known."""
        raise NotImplementedError

    @property
    def says_day(self) -> bool:
        """Whether words mean one day, such as "on Saturday"."""
        return False


class Written(Moment, frozen=True):
    """A date in digits: ISO 8601."""

    edtf: str

    def on(self, today: date | None) -> DateSpan | None:  # noqa: ARG002
        """See ``Moment``."""
        return _try(self.edtf)


class Days(Moment, frozen=True):
    """Days of a month: "December 14", "14 and 15 December 2024"."""

    month: int
    days: tuple[int, ...]
    """In the order printed."""
    whole: bool
    """Whether the first and last of them stand for all between."""
    year: int | None = None

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        first, last = self.days[0], self.days[-1]
        in_turn = all(later - day == 1 for day, later in zip(self.days, self.days[1:], strict=False))
        if first > last or not (self.whole or in_turn):
            return None
        year = self.year
        if year is None and today is not None:
            year = today.year if (self.month, first) <= (today.month, today.day) else today.year - 1
        if not year:
            return None
        start, end = f"{year:04}-{self.month:02}-{first:02}", f"{year:04}-{self.month:02}-{last:02}"
        return _try(start if start == end else f"{start}/{end}")


class Month(Moment, frozen=True):
    """A month: "October", "last October", "October 2024"."""

    month: int
    year: int | None = None
    last: bool = False
    last_year: bool = False
    """Whether it is said to be one of the year before: "May last year"."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        year = self.year
        if self.last_year and today is not None:
            year = today.year - 1
        if year is None and today is not None:
            has_been = self.month < today.month or (self.month == today.month and not self.last)
            year = today.year if has_been else today.year - 1
        return month(year, self.month) if year else None


class Back(Moment, frozen=True):
    """Some days back: "today", "yesterday"."""

    days: int

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        return span(today - timedelta(days=self.days)) if today else None

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return True


class Ago(Moment, frozen=True):
    """So many days, weeks, months, years ago."""

    number: int | None
    """``None`` if no number is said: "several years ago"."""
    unit: str
    soft: bool = False
    """Whether the number is hedged."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        number = self.number
        if today is None or number is None or number > MOST:
            return None
        if self.unit == "day":
            return span(today - timedelta(days=number), soft=self.soft)
        if self.unit == "week":
            day = today - timedelta(weeks=number)
            return span(day - timedelta(days=1), day + timedelta(days=1), soft=True)
        if self.unit == "month":
            at = today.year * 12 + today.month - 1 - number
            return month(at // 12, at % 12 + 1, soft=True) if at >= 12 else None
        return _try(f"{today.year - number:04}~") if today.year > number else None

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return self.unit == "day"


class Calendar(Moment, frozen=True):
    """A week, month or year as the calendar has it: "last week", "this year"."""

    unit: str
    back: int

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        if today is None:
            return None
        if self.unit == "week":
            monday = today - timedelta(days=today.weekday() + 7 * self.back)
            return span(monday, monday + timedelta(days=6))
        if self.unit == "month":
            at = today.year * 12 + today.month - 1 - self.back
            return month(at // 12, at % 12 + 1)
        return _try(f"{today.year - self.back:04}")


class Weekend(Moment, frozen=True):
    """The weekend that has begun last: on a Monday the two days before."""

    last: bool = False
    """Whether on a weekend the one before is meant."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        if today is None:
            return None
        back = (today.weekday() - 5) % 7
        saturday = today - timedelta(days=back + (7 if self.last and back < 2 else 0))
        return span(saturday, saturday + timedelta(days=1))


class Weekday(Moment, frozen=True):
    """The latest such day up to that of the article."""

    day: int
    """0 to 6, Monday to Sunday."""
    last: bool = False
    """Whether the article's own day is not meant."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        if today is None:
            return None
        back = (today.weekday() - self.day) % 7
        return span(today - timedelta(days=back or (7 if self.last else 0)))

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return True


class DayOfWeek(Moment, frozen=True):
    """A day of a week as the calendar has it: "Wednesday of last week"."""

    day: int
    """0 to 6, Monday to Sunday."""
    back: int
    """How many weeks back."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        return span(today + timedelta(days=self.day - today.weekday() - 7 * self.back)) if today else None

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return True


class Next(Moment, frozen=True):
    """The next such weekday or month behind that of the article: "next Tuesday"."""

    of: Weekday | Month
    after: int = 0
    """How many of them are passed over: on a Monday, "next Tuesday" may be eight days on."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        if today is None:
            return None
        if isinstance(self.of, Weekday):
            ahead = (self.of.day - today.weekday()) % 7 or 7
            return span(today + timedelta(days=ahead + 7 * self.after))
        year = today.year + (self.of.month <= today.month) + self.after
        return month(year, self.of.month)

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return isinstance(self.of, Weekday)


class Season(Moment, frozen=True):
    """The season that has begun last; with ``last``, one that is over."""

    season: str
    last: bool = False

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        if today is None:
            return None
        low, high = SEASONS[self.season]
        year = today.year if low <= today.month else today.year - 1
        found = _season(year, low, high)
        return (
            _season(year - 1, low, high)
            if self.last and found and found.end and found.end >= today
            else found
        )


class Year(Moment, frozen=True):
    """A year by itself: "in 2022"."""

    year: int

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        return _try(f"{self.year:04}") if today else None


class Through(Moment, frozen=True):
    """From one date to another: "from November 30 to December 2"."""

    first: Moment
    last: Moment

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        end = self.last.on(today)
        first = self.first
        if isinstance(first, (Days, Month)) and first.year is None and end and end.start:
            # Of the other's year, or of the one before it.
            start = first.on(end.start)
        else:
            start = first.on(today)
        if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
            return None
        return _try(f"{start.start}/{end.end}")

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return self.first.says_day


class Night(Moment, frozen=True):
    """The night up to a day: "overnight into Tuesday" is of Monday and Tuesday."""

    into: Moment
    """The day into which it goes."""

    def on(self, today: date | None) -> DateSpan | None:
        """See ``Moment``."""
        day = self.into.on(today)
        if day is None or day.start is None or day.start != day.end:
            return None
        return span(day.start - timedelta(days=1), day.start)

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return self.into.says_day


class Overnight(Night, frozen=True):
    """The night up to the article's day, where no other day is said: "overnight"."""

    @property
    def says_day(self) -> bool:
        """See ``Moment``."""
        return False


def _try(edtf: str) -> DateSpan | None:
    try:
        return parse_edtf(edtf)
    except ValueError:
        return None


def span(start: date, end: date | None = None, soft: bool = False) -> DateSpan | None:
    """Return some days, as the month or the year that they are if they are one."""
    end = end or start
    mark = "~" if soft else ""
    text = f"{start}{mark}" if start == end else f"{start}/{end}{mark}"
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole and (start.year, start.month) == (end.year, end.month):
        text = f"{start:%Y-%m}{mark}"
    elif whole and (start.month, end.month) == (1, 12) and start.year == end.year:
        text = f"{start:%Y}{mark}"
    return _try(text)


def month(year: int, number: int, soft: bool = False) -> DateSpan | None:
    """Return a month; ``ValueError`` for a year that no calendar has."""
    return span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), soft)


def _season(year: int, low: int, high: int) -> DateSpan | None:
    end = year if low <= high else year + 1
    return span(date(year, low, 1), date(end, high, calendar.monthrange(end, high)[1]))
