"""Find the dates that a text prints in words, with the words of its language's file.

Each form of a date is an expression of its own; where two overlap, the one that begins first counts, then the longer one. In a language
without a file, or with one that says nothing of dates, only dates in digits (ISO 8601) are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from builder.values import ago
from builder.values.expressions import NEVER, alternatives, compiled, whole_words
from builder.values.language import Language
from builder.values.language_parts import Dates
from builder.values.lexicon import base, language_file, listed
from builder.values.moments import (
    Ago,
    Back,
    Calendar,
    DayOfWeek,
    Days,
    Moment,
    Month,
    Next,
    Overnight,
    Season,
    Through,
    Weekday,
    Weekend,
    Written,
    Year,
)
from builder.values.nights import BEHIND, Found, Nights, nights_of

_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")
_DIGITS = re.compile(r"[0-9]+")
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-9]{1,2})(?P<sign>[./])\s?(?P<month>[0-9]{1,2})(?P=sign)\s?(?P<year>(?:19|20)[0-9]{2})(?![\w/-]|[.,][0-9])"
)
_LAST_DAY, _MONTHS = 31, 12


Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Found | None]]


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Return the dates in words in a part of a text in one typography (``values.text.normalise``), in order."""
    forms = _forms(base(language))
    end = len(text) if end is None else end
    every = [
        item
        for pattern, read in forms.all
        for match in pattern.finditer(text, start, end)
        if (item := read(match))
    ]
    kept: list[Found] = []
    for item in sorted(every, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    kept = [item for item in kept if not forms.is_another(text, item, start, end)]
    return list(
        forms.nights.read(text, list(forms.joined(text, list(forms.weekly(text, kept)), start)), start)
    )


def coming(text: str, language: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Return the dates in words that name a day, week, month or year still to come: "next Tuesday", "tomorrow"."""
    forms = _forms(base(language))
    end = len(text) if end is None else end
    found = []
    for pattern, read in forms.all:
        for match in pattern.finditer(text, start, end):
            item = read(match)
            if item is None or not isinstance(item.moment, (Weekday, Month)):
                continue
            before = forms.next.search(text, max(start, item.start - BEHIND), item.start)
            if before or forms.next_after.match(text, item.end, min(end, item.end + BEHIND)):
                found.append(Found(item.start, item.end, Next(item.moment), Next(item.moment, 1)))
    for match in forms.ahead.finditer(text, start, end):
        moment = forms.ahead_means[" ".join(match[0].casefold().split())]
        found.append(Found(*match.span(), moment))
    return sorted(found, key=lambda item: item.start)


def ends_there(text: str, start: int, language: str) -> bool:
    """Return whether the words before a month or a year, which begins at ``start``, say that its last days are meant: "by the end of June"."""
    return _forms(base(language)).end_of.search(text, max(0, start - BEHIND), start) is not None


class _Forms(Struct, frozen=True):
    all: tuple[Form, ...]
    otherwise: re.Pattern[str]
    """Up to a date, that it is not one that has been."""
    otherwise_after: re.Pattern[str]
    to: re.Pattern[str]
    """From the first of several days to the last one."""
    both: re.Pattern[str]
    between: re.Pattern[str]
    end_of: re.Pattern[str]
    of_week: re.Pattern[str]
    """From a weekday to the week that it is of."""
    nights: Nights
    next: re.Pattern[str]
    """Up to a date, that it is the one to come."""
    next_after: re.Pattern[str]
    ahead: re.Pattern[str]
    """Whole words for what is to come."""
    ahead_means: dict[str, Moment]

    def is_another(self, text: str, item: Found, start: int, end: int) -> bool:
        """Return whether the words beside a date say that it is still to come, or none: "next Saturday"."""
        before = self.otherwise.search(text, max(start, item.start - BEHIND), item.start)
        return bool(before or self.otherwise_after.match(text, item.end, min(end, item.end + BEHIND)))

    def weekly(self, text: str, found: list[Found]) -> Iterator[Found]:
        """Yield the dates; a weekday and its week are one: "Wednesday of last week", "last week on Wednesday"."""
        held: Found | None = None
        for item in found:
            one = held and self._of_week(text, held, item)
            if held is not None and one is None:
                yield held
            held = one or item
        if held is not None:
            yield held

    def _of_week(self, text: str, first: Found, last: Found) -> Found | None:
        day, week = (first, last) if isinstance(first.moment, Weekday) else (last, first)
        if not isinstance(day.moment, Weekday) or not isinstance(week.moment, Calendar):
            return None
        if week.moment.unit != "week" or not self.of_week.fullmatch(text, first.end, last.start):
            return None
        return Found(first.start, last.end, DayOfWeek(day.moment.day, week.moment.back))

    def joined(self, text: str, found: list[Found], start: int) -> Iterator[Found]:
        """Yield the dates, two as one where the words between them say from when to when it was."""
        waiting: Found | None = None
        for item in found:
            if waiting is not None and self._reaches(text, waiting, item, start):
                item = Found(waiting.start, item.end, Through(waiting.moment, item.moment))
                waiting = None
            if waiting is not None:
                yield waiting
            waiting = item
        if waiting is not None:
            yield waiting

    def _reaches(self, text: str, first: Found, last: Found, start: int) -> bool:
        if isinstance(first.moment, Through) or not all(
            isinstance(item.moment, (Days, Month, Weekday, Written)) for item in (first, last)
        ):
            return False
        if self.to.fullmatch(text, first.end, last.start) or self.nights.joins(text, first, last, start):
            return True
        opened = self.between.search(text, max(start, first.start - BEHIND), first.start)
        return bool(opened and self.both.fullmatch(text, first.end, last.start))


@lru_cache(maxsize=64)
def _forms(language: str) -> _Forms:
    file = language_file(language)
    iso: Form = (_ISO, lambda match: Found(*match.span(), Written(match[0])))
    if file is None or file.dates == Dates():
        never = re.compile(NEVER)
        return _Forms(
            (iso,),
            never,
            never,
            never,
            never,
            never,
            never,
            never,
            nights_of(Dates(), articles=""),
            never,
            never,
            never,
            {},
        )
    dates, words = file.dates, _Words(file)
    ahead = _ahead(dates)
    articles = rf"(?:(?:{alternatives(file.saying.articles)})\s+)?"
    return _Forms(
        (
            iso,
            *words.days(),
            *words.digits(),
            *words.months(),
            *words.weekdays(),
            *words.phrases(),
            *words.last_night(),
            *ago.forms(file, language, _ago),
        ),
        compiled(rf"(?<!\w)(?:{alternatives(dates.otherwise)})\s+{articles}\Z"),
        compiled(rf"\s+(?:{alternatives(dates.otherwise_after)})\b"),
        compiled(rf"\s*,?\s*(?:-|(?<!\w)(?:{alternatives(dates.to)})(?!\w))\s*{articles}"),
        compiled(rf"\s+(?:{alternatives(dates.both)})\s+{articles}"),
        compiled(rf"(?<!\w)(?:{alternatives(dates.between)})\s+{articles}\Z"),
        words.end_of,
        compiled(rf"\s*,?\s+(?:(?:{alternatives(dates.of_week)})\s+)?"),
        nights_of(dates, articles),
        compiled(rf"(?<!\w)(?:{alternatives(dates.next)})\s+{articles}\Z"),
        compiled(rf"\s+(?:{alternatives(dates.next_after)})\b"),
        whole_words(alternatives(ahead)),
        ahead,
    )


def _ahead(dates: Dates) -> dict[str, Moment]:
    found: dict[str, Moment] = {}
    for days, phrases in dates.ahead.items():
        found.update((phrase, Back(-days)) for phrase in listed(phrases))
    for unit, phrases in dates.following.items():
        found.update((phrase, Calendar(unit, -1)) for phrase in listed(phrases))
    return found


def _ago(start: int, end: int, number: int | None, unit: str, soft: bool) -> Found:
    return Found(start, end, Ago(number, unit, soft))


class _Words:
    """The forms of one language."""

    def __init__(self, file: Language) -> None:
        self.dates = dates = file.dates
        times = file.times
        self.capital = times.capital_months
        full = {name: number for number, name in enumerate(listed(times.months), 1)}
        short = {name: number for number, name in enumerate(listed(times.short_months), 1)}
        self.numbers = {**short, **times.more_months, **full}
        self.full = {
            **{name: n for name, n in times.more_months.items() if self._is_long(name, full)},
            **full,
        }
        self.names = {
            **{name: number for number, name in enumerate(listed(times.weekdays))},
            **{name: number - 1 for name, number in dates.more_weekdays.items()},
        }
        between = (
            rf"(?:,?\s+(?:(?:{alternatives(dates.of)})\s+)?|\s*,\s*)" if dates.of else r"(?:,?\s+|\s*,\s*)"
        )
        after = rf"(?:\s+(?:{alternatives(dates.after_year)})\b)?" if dates.after_year else ""
        self.year = rf"(?:{between}(?P<year>[0-9]{{4}})(?![0-9]){after})?"
        self.last = rf"(?:(?P<last>{alternatives(dates.last)})\s+)?"
        self.last_after = rf"(?:\s+(?P<after>{alternatives(dates.last_after)})\b)?"
        self.ordinal = rf"(?:{alternatives(dates.ordinal)})?" if dates.ordinal else ""
        self.articles = rf"(?:(?:{alternatives(file.saying.articles)})\s+)?"
        self.both = frozenset(listed(dates.both))
        self.night = nights_of(dates, self.articles).night
        self.end_of = compiled(rf"(?<!\w)(?:{alternatives(dates.end_of)})(?:\s+|(?<=')){self.articles}\Z")
        self.night_only = frozenset(listed(dates.night_to)) - self.both - frozenset(listed(dates.to))
        """What joins two days only where a night is said before them."""

    @staticmethod
    def _is_long(name: str, full: Iterable[str]) -> bool:
        """Return whether a name is no abbreviation: "sept" is one, and Russian "мая" a case of its own."""
        return len(name) > 4 or not any(month.startswith(name) for month in full)

    def _listed(self) -> str:
        """The expression for a day, or several: "14", "14 and 15", "14-16", "14, 15 and 16"."""
        day = rf"[0-9]{{1,2}}(?![0-9]|[.,][0-9]){self.ordinal}"
        both = rf"\s*,?\s+(?:{alternatives(self.dates.both)})\s+{self.articles}"
        to = rf"\s*[-/]\s*|\s+(?:{alternatives([*listed(self.dates.to), *listed(self.dates.night_to)])})\s+{self.articles}"
        return rf"{day}(?:(?:{to}){day}|(?:\s*,\s*{day}){{0,4}}?{both}{day})?"

    def days(self) -> Iterator[Form]:
        month = rf"(?P<month>{alternatives(self.numbers)})"
        if self.dates.day_first:
            of = rf"(?:(?:{alternatives(self.dates.of)})\s+)?" if self.dates.of else ""
            pattern = rf"(?<![\w/])(?<![0-9][.,:-])(?P<days>{self._listed()})\s+{of}{month}\b(?P<dot>\.?){self.year}"
            yield compiled(pattern), self._days
        if self.dates.month_first:
            yield (
                compiled(rf"\b{month}(?P<dot>\.?)\s+(?P<days>{self._listed()})(?![\w%]){self.year}"),
                self._days,
            )

    def digits(self) -> Iterator[Form]:
        """Yield the form of dates in digits alone, day first: "7.3.2031". In a language that may put the month first it says nothing."""
        if self.dates.month_first:
            return

        def read(match: re.Match[str]) -> Found | None:
            day, month = int(match["day"]), int(match["month"])
            if not (1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS):
                return None
            return Found(*match.span(), Days(month, (day,), True, int(match["year"])))

        yield _NUMERIC, read

    def _days(self, match: re.Match[str]) -> Found | None:
        name = match["month"]
        short = name.casefold() not in self.full
        if (
            not match["year"]
            and
            # "the 14 may have died"; "mar" is the sea in Spanish, "sept" seven in French.
            (not name[0].isupper() if self.capital else short and not match["dot"])
        ):
            return None
        if match.start("days") > match.start("month") and self.end_of.search(
            match.string, max(0, match.start() - BEHIND), match.start()
        ):
            # "by the end of February 12 people had died"
            return Found(*match.span("month"), Month(self.numbers[name.casefold()]))
        days = tuple(int(day) for day in _DIGITS.findall(match["days"]))
        month, year = self.numbers[name.casefold()], int(match["year"]) if match["year"] else None
        words = set(re.findall(r"[^\W\d_]+", match["days"].casefold()))
        if words & self.night_only and not self.night.search(
            match.string, max(0, match.start() - BEHIND), match.start()
        ):
            days = days[-1:]  # "from the 14th on the 15th"
        joined = bool(words & self.both)
        opened = compiled(rf"(?<!\w)(?:{alternatives(self.dates.between)})\s+{self.articles}\Z").search(
            match.string, max(0, match.start() - BEHIND), match.start()
        )
        whole = not joined or bool(opened)
        found = Days(month, days, whole, year)
        other = None
        if joined and match.start("days") > match.start("month") and not year:
            # "on December 14 and 15 people died"
            behind = match.string[match.end() : match.end() + 2]
            if len(behind) == 2 and behind[0] == " " and behind[1].isalnum():
                other = Days(month, days[:-1] or days, True, year)
        # A full stop behind a month that no year follows is the sentence's.
        end = match.end() - 1 if match[0].endswith(".") else match.end()
        return Found(match.start(), end, found, other)

    def months(self) -> Iterator[Form]:
        month = rf"(?P<month>{alternatives(self.full)})"
        of = rf"(?:(?:{alternatives(self.dates.of)})\s+)?" if self.dates.of else ""
        then = rf"(?:\s+{of}(?P<then>{alternatives(self.dates.previous.get('year', ''))})(?!\w))?"
        yield compiled(rf"\b{self.last}{month}\b{self.last_after}{then}{self.year}"), self._month

    def _month(self, match: re.Match[str]) -> Found | None:
        name = match["month"]
        alone = not match["year"]
        # "may" and "march" are also verbs: in small letters they name no month.
        if self.capital and not name[0].isupper():
            return None
        if alone and name.casefold() in listed(self.dates.dated_only):
            return None
        year = None if alone else int(match["year"])
        last = bool(match["last"] or match["after"])
        return Found(*match.span(), Month(self.full[name.casefold()], year, last, bool(match["then"])))

    def weekdays(self) -> Iterator[Form]:
        parts = rf"(?:{alternatives(self.dates.day_parts)})?" if self.dates.day_parts else ""
        behind = self.dates.weekday_behind
        lone = rf"(?P<lone>{alternatives(self.dates.last)})\s+"
        lead = rf"(?:(?:{alternatives(behind)})\s+{self.last}|{lone})" if behind else self.last
        pattern = rf"(?<!\w){lead}(?P<day>{alternatives(self.names)}){parts}(?!\w){self.last_after}"
        yield compiled(pattern), self._weekday
        if behind and self.dates.night and self.dates.night_to:
            # Russian "в ночь с субботы на воскресенье": the preposition that tells a weekday is one of the night's words there
            day = rf"(?P<{{}}>{alternatives(self.names)})(?!\w)"
            pattern = rf"(?<!\w)(?:{alternatives(self.dates.night)})\s+{day.format('day')}\s+(?:{alternatives(self.dates.night_to)})\s+{day.format('into')}"
            yield compiled(pattern), self._night_of_weekdays
        if self.dates.weekend:
            pattern = rf"(?<!\w){self.last}(?:{alternatives(self.dates.weekend)})(?!\w){self.last_after}"
            yield compiled(pattern), self._weekend

    def _weekday(self, match: re.Match[str]) -> Found:
        day = self.names[match["day"].casefold()]
        last = match["last"] or match["after"] or match.groupdict().get("lone")
        return Found(*match.span(), Weekday(day, bool(last)))

    def _night_of_weekdays(self, match: re.Match[str]) -> Found:
        first, last = (Weekday(self.names[match[day].casefold()]) for day in ("day", "into"))
        return Found(*match.span(), Through(first, last))

    def _weekend(self, match: re.Match[str]) -> Found:
        return Found(*match.span(), Weekend(bool(match["last"] or match["after"])))

    def last_night(self) -> Iterator[Form]:
        """Yield the form of the evening before or the night up to the article's day, which no word tells apart."""
        if self.dates.last_night:
            yield (
                whole_words(alternatives(self.dates.last_night)),
                lambda match: Found(*match.span(), Back(1), Overnight(Back(0))),
            )

    def phrases(self) -> Iterator[Form]:
        """Yield the forms that are whole phrases, each with its meaning."""
        dates = self.dates
        meant: dict[str, Moment] = {phrase: Overnight(Back(0)) for phrase in listed(dates.overnight)}
        for days, phrases in dates.back.items():
            meant.update((phrase, Back(days)) for phrase in listed(phrases))
        for back, units in ((1, dates.previous), (0, dates.current)):
            for unit, phrases in units.items():
                meant.update((phrase, Calendar(unit, back)) for phrase in listed(phrases))
        for last, seasons in ((False, dates.seasons), (True, dates.last_seasons)):
            for season, phrases in seasons.items():
                meant.update((phrase, Season(season, last)) for phrase in listed(phrases))

        def read(match: re.Match[str]) -> Found:
            return Found(*match.span(), meant[" ".join(match[0].casefold().split())])

        yield whole_words(alternatives(meant)), read
        if dates.in_year:
            after = rf"(?:\s+(?:{alternatives(dates.after_year)})\b)?" if dates.after_year else ""
            pattern = rf"(?<!\w)(?:{alternatives(dates.in_year)})\s+(?P<year>(?:19|20)[0-9]{{2}})\b{after}"
            yield compiled(pattern), lambda match: Found(*match.span(), Year(int(match["year"])))
