"""Resolve the dates that papers print, relative ones too, from the day on which they were printed.

"last month" in an article of mid-December is November; "on Saturday" is the latest Saturday up to that day. The
printed words are kept by the claim; here they only become days. What is not understood is left to the editor.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from builder.values.dates import DateSpan, parse_edtf
from builder.values.numbers import WORDS, parse_number

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted([*_MONTHS, *_SHORT], key=len, reverse=True))
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_WEEKDAY = "|".join(_WEEKDAYS)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}

_DAY_FORMS = (
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>[0-9]{{4}}))?",
        re.I,
    ),
    re.compile(
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>[0-9]{{4}}))?",
        re.I,
    ),
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)"
_AND = r"\s+(?:and|or)\s+"
# "August 5 and 6 men": what is counted is no day.
_NOT_COUNTED = r"(?!\s+(?!(?:the|in|on|at|of)\b)[a-z])"
_DAY = r"[0-9]{1,2}"


def day_ranges(month: str) -> tuple[str, str]:
    """Return patterns of two days that print one span, given that of any month."""
    return (
        rf"{month}\.?\s+{_DAY}{_ORDINAL}(?:{_TO}|{_AND}(?={_DAY}{_ORDINAL}\b{_NOT_COUNTED}))(?:{month}\.?\s+)?{_DAY}{_ORDINAL}\b(?![-:%]|[.,]?[0-9])(?:,?\s+[0-9]{{4}}\b)?",
        rf"{_DAY}{_ORDINAL}(?:\s+{month}\.?)?(?:{_TO}|{_AND}){_DAY}{_ORDINAL}\s+(?:of\s+)?{month}\b\.?(?:,?\s+[0-9]{{4}}\b)?",
    )


_RANGE_FORMS = tuple(re.compile(rf"\b{form}", re.I) for form in day_ranges(f"(?:{_MONTH})"))
_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")
_MONTH_FORM = re.compile(
    rf"\b(?P<last>last\s+)?(?P<month>{'|'.join(_MONTHS)})\b(?:,?\s+(?P<year>[0-9]{{4}}))?", re.I
)
_WEEKDAY_FORM = re.compile(rf"\b(?P<last>last\s+)?(?P<day>{_WEEKDAY})\b", re.I)
_WEEKEND = re.compile(r"\b(?:(?P<last>last|recent|past|the|this)\s+)?weekend\b", re.I)
_AGO = re.compile(rf"\b(?P<number>{WORDS}|[0-9]++|a|an)?\s*(?P<unit>day|week|month|year)s?\s+ago\b", re.I)
_LAST = re.compile(r"\b(?P<which>last|previous|this)\s+(?P<unit>week|month|year)\b", re.I)
_SEASON = re.compile(r"\b(?:in|last|this|since)\s+(?:the\s+)?(?P<season>spring|summer|autumn|fall)\b", re.I)
_YEAR = re.compile(r"\b(?:in|since|during)\s+(?P<year>(?:19|20)[0-9]{2})\b", re.I)
_TODAY = {"today": 0, "yesterday": 1}


def resolve(printed: str, published: DateSpan | None) -> DateSpan | None:
    """Return the days that printed words mean in an article published then, or ``None`` where nobody can say.

    ``published`` may be an interval: words that mean other days at its two ends are not resolved. Dates without
    a year are taken from the year before publication up to it.
    """
    printed = " ".join(printed.split())
    if match := _ISO.search(printed):
        return _try(match[0])
    if published is None or published.start is None:
        return _written(printed, None)
    try:
        first = _on(printed, published.start)
        last = _on(printed, published.end or published.start)
    except (OverflowError, ValueError):
        # Before the first year of the calendar.
        return None
    return first if first is not None and last is not None and first == last else None


def _try(edtf: str) -> DateSpan | None:
    try:
        return parse_edtf(edtf)
    except ValueError:
        return None


def _span(start: date, end: date | None = None, soft: bool = False) -> DateSpan | None:
    end = end or start
    mark = "~" if soft else ""
    text = f"{start}{mark}" if start == end else f"{start}/{end}{mark}"
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole and (start.year, start.month) == (end.year, end.month):
        text = f"{start:%Y-%m}{mark}"
    elif whole and (start.month, end.month) == (1, 12) and start.year == end.year:
        text = f"{start:%Y}{mark}"
    return _try(text)


def _month(year: int, month: int, soft: bool = False) -> DateSpan | None:
    return _span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), soft)


def _written(printed: str, today: date | None) -> DateSpan | None:
    """Days or a month written out, with their year or the latest one up to ``today``."""
    if found := _range(printed, today):
        return found
    for form in _DAY_FORMS:
        if match := form.search(printed):
            month = _number(match["month"])
            year = int(match["year"]) if match["year"] else None
            if year is None and today is not None:
                year = (
                    today.year if (month, int(match["day"])) <= (today.month, today.day) else today.year - 1
                )
            return _try(f"{year:04}-{month:02}-{int(match['day']):02}") if year else None
    if match := _MONTH_FORM.search(printed):
        # "may" and "march" are also verbs: in small letters they name no month.
        if not match["month"][0].isupper():
            return None
        month = _number(match["month"])
        year = int(match["year"]) if match["year"] else None
        if year is None and today is not None:
            year = today.year if month <= today.month else today.year - 1
        return _month(year, month) if year else None
    return None


def _range(printed: str, today: date | None) -> DateSpan | None:
    """Two days that print one span: ``August 5-6``, ``31 August to 1 September 2024``."""
    for form in _RANGE_FORMS:
        match = form.search(printed)
        if match is None:
            continue
        words = match[0]
        year = re.search(r"[0-9]{4}\Z", words)
        days = [int(day) for day in re.findall(r"[0-9]+", words[: year.start()] if year else words)]
        months = [_number(month) for month in re.findall(rf"\b(?:{_MONTH})\b", words, re.I)]
        first, last = months[0], months[-1]
        if year:
            ended = int(year[0])
        elif today is not None:
            ended = today.year if (last, days[1]) <= (today.month, today.day) else today.year - 1
        else:
            return None
        began = ended - 1 if first > last else ended
        if found := _try(f"{began:04}-{first:02}-{days[0]:02}/{ended:04}-{last:02}-{days[1]:02}"):
            return found
    return None


def _number(month: str) -> int:
    word = month.casefold()
    return _MONTHS.get(word) or _SHORT[word]


def _on(printed: str, today: date) -> DateSpan | None:
    """Resolve printed words for one day of publication."""
    found = _written(printed, today)
    if found is not None:
        return found
    text = printed.casefold()
    for word, days in _TODAY.items():
        if re.search(rf"\b{word}\b", text):
            return _span(today - timedelta(days=days))
    if match := _AGO.search(printed):
        return _ago(match, today)
    if match := _WEEKEND.search(printed):
        # The weekend that has begun last: on a Monday the two days before.
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        return _span(saturday, saturday + timedelta(days=1))
    if match := _LAST.search(printed):
        return _last(match["which"].casefold(), match["unit"].casefold(), today)
    if match := _WEEKDAY_FORM.search(printed):
        back = (today.weekday() - _WEEKDAYS[match["day"].casefold()]) % 7
        return _span(today - timedelta(days=back or (7 if match["last"] else 0)))
    if match := _SEASON.search(printed):
        low, high = _SEASONS[match["season"].casefold()]
        year = today.year if low <= today.month else today.year - 1
        return _span(date(year, low, 1), date(year, high, calendar.monthrange(year, high)[1]))
    if match := _YEAR.search(printed):
        return _try(match["year"])
    return None


def _last(which: str, unit: str, today: date) -> DateSpan | None:
    back = 0 if which == "this" else 1
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return _span(monday, monday + timedelta(days=6))
    if unit == "month":
        month = today.year * 12 + today.month - 1 - back
        return _month(month // 12, month % 12 + 1)
    return _try(f"{today.year - back:04}")


def _ago(match: re.Match[str], today: date) -> DateSpan | None:
    """``two weeks ago``: soft, as no paper counts the days."""
    word = match["number"] or "a"
    number = 1 if word.casefold() in ("a", "an") else parse_number(word)
    unit = match["unit"].casefold()
    if not isinstance(number, int) or number > 200:
        return None
    if unit == "day":
        return _span(today - timedelta(days=number))
    if unit == "week":
        day = today - timedelta(weeks=number)
        return _span(day - timedelta(days=1), day + timedelta(days=1), soft=True)
    if unit == "month":
        month = today.year * 12 + today.month - 1 - number
        return _month(month // 12, month % 12 + 1, soft=True) if month >= 12 else None
    return _try(f"{today.year - number:04}~") if today.year > number else None
