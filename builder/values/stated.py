"""Lines of a text that state a day and say nothing beside: when it was published, or brought up to date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from builder.values import dated
from builder.values.expressions import NEVER, alternatives
from builder.values.lexicon import base, language_file, listed
from builder.values.moments import Days, Month, Written
from builder.values.relative import meant
from builder.values.text import normalise

_REST = 40
"""How many characters may follow: a time of day."""
_TIME = re.compile(
    r"[\s,|·-]*(?:(?:at|um|à|a las|о|в|,)\s+)?(?:[0-9]{1,2}\s?[:.h][0-9]{2}.{0,20}|[0-9]{1,2}\s?(?:uhr|h)\b.{0,20})?\Z",
    re.IGNORECASE,
)


_DOTTED = re.compile(r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")
"""A day in digits and full stops: the day stands first wherever dates are printed so."""
_SLASHED = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")


class _Stating(Struct, frozen=True):
    before: re.Pattern[str]
    """What may stand before the day."""
    changed: re.Pattern[str]
    published: re.Pattern[str]
    """What says that the line gives the day of publication."""
    day_first: bool
    """Whether the day stands before the month in digits."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Stating:
    file = language_file(language)
    if file is None:
        return _Stating(re.compile(""), re.compile(NEVER), re.compile(NEVER), day_first=False)
    short = [day[:3] for day in listed(file.times.weekdays)]
    weekdays = alternatives([*listed(file.times.weekdays), *file.dates.more_weekdays, *short])
    before = rf"(?:(?:{alternatives(file.page.published)})\s*:?\s*)?(?:(?:{weekdays})\.?,?\s+)?(?:(?:{alternatives(file.page.published)})\s+)?"
    changed = rf"(?:{alternatives(file.page.changed)})\b"
    published = rf"(?:{alternatives(file.page.published)})\b"
    return _Stating(
        re.compile(before, re.IGNORECASE),
        re.compile(changed, re.IGNORECASE),
        re.compile(published, re.IGNORECASE),
        day_first=not file.dates.month_first,
    )


def stated_date(line: str, language: str = "en") -> str | None:
    """Return the EDTF date that a line states and says nothing beside, else ``None``. 03/04/2030 is not told."""
    plain = normalise(line).strip()
    before = _words(base(language)).before.match(plain)
    start = before.end() if before else 0
    text = plain[start:]
    # Months are names in some languages, and a line may have them all in capitals or in small letters.
    shown = re.sub(r"[^\W\d_]{3,}", lambda word: word[0].capitalize(), text)
    for told in (text, shown, text.lower()):
        found = dated.find(told, language)
        if len(found) != 1 or found[0].start or found[0].other is not None:
            continue
        rest = told[found[0].end :]
        if (
            not isinstance(found[0].moment, Written | Month | Days)
            or len(rest) > _REST
            or not _TIME.match(rest)
        ):
            continue
        span = meant([found[0].moment], None)
        if span is not None and span.start and re.search(r"[0-9]{4}", told[: found[0].end]):
            return span.edtf
    return _in_digits(text, _words(base(language)))


def _in_digits(text: str, words: _Stating) -> str | None:
    """Return the day that a line gives in digits alone, where no other could be meant: "09.05.2031"."""
    found = _DOTTED.match(text)
    if found is None and words.day_first:
        found = _SLASHED.match(text)
    if found is None or len(text) - found.end() > _REST or not _TIME.match(text, found.end()):
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def stated_without_year(line: str, language: str = "en") -> tuple[int, int] | None:
    """Return month and day of publication that a line states without a year, else ``None``: "First published: 6 May"."""
    plain = normalise(line).strip()
    words = _words(base(language))
    if not words.published.match(plain):
        return None
    before = words.before.match(plain)
    text = plain[before.end() if before else 0 :]
    found = dated.find(text, language)
    if len(found) != 1 or found[0].start or found[0].other is not None:
        return None
    moment = found[0].moment
    rest = text[found[0].end :]
    if not isinstance(moment, Days) or moment.year is not None or len(moment.days) != 1:
        return None
    return (moment.month, moment.days[0]) if len(rest) <= _REST and _TIME.match(rest) else None


def says_when_published(line: str, language: str = "en") -> bool:
    """Return whether the day that a line states is that of publication, not that of a change."""
    return not _words(base(language)).changed.match(line)
