"""Times of day as texts print them: "14:05", "6 pm", German "18 Uhr", French "18 h 05"; and parts of the day: "evening", German "abends".

What is kept is the time on a clock (``14:05``) or a part of the day by its English name (``evening``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed

_HOUR = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_NOON, _DAY = 12, 24
_MINUTES = 60
PARTS = {
    "small hours": (0, 6), "morning": (0, 12), "midday": (11, 15), "afternoon": (12, 17),
    "afternoon or evening": (12, 22), "evening": (17, 24), "night": (18, 24),
}  # fmt: skip
"""Part of the day -> the hours that it may mean, as far as any paper stretches it. A night of two days goes on until six."""
NIGHT = "night"
_MORNING_AFTER = 6
_ENDS = '.!?"»”'
_ENTRY = re.compile(r"\s+[\"«“„¿¡]?(?P<capital>[^\W\d_])")
_APART = 60
"""Minutes that a time on a clock lies outside a part of the day before the two are in order: half past five is evening to one paper."""


def parse_hour(text: str) -> str:
    """Return a time of day as it is kept: ``06:15``, ``evening``. Raises ``ValueError`` with a message for editors."""
    if text not in PARTS and not _HOUR.match(text):
        raise ValueError(
            f'"{text}" is no time of day such as 06:15 or 18:00, and no part of the day: {", ".join(PARTS)}'
        )
    return text


def begins(hour: str | None) -> int:
    """Return the first minute of its day that a time of day may mean, by which times are sorted; -1 for none."""
    return -1 if hour is None else _reach(hour, 0)[0]


def certainly_before(first: str, second: str, days: int, nights: tuple[int, int] = (0, 0)) -> bool:
    """Return whether a time of day is before another one that is of so many ``days`` later, whatever both may mean.

    ``nights`` are the days by which each goes on into the next morning: 1 for a night of two days.
    """
    _, end = _reach(first, nights[0])
    start, _ = _reach(second, nights[1])
    start += days * _DAY * _MINUTES
    if first not in PARTS and second not in PARTS:
        return end < start
    return end + (_APART if (first in PARTS) != (second in PARTS) else 0) <= start


def within(clock: str, part: str) -> bool:
    """Return whether a time on a clock may be of a part of the day."""
    first, last = _reach(part, 0)
    return first <= _reach(clock, 0)[0] <= last


def _reach(hour: str, nights: int) -> tuple[int, int]:
    """Return the first and the last minute that a time of day may mean, from the beginning of its first day."""
    if found := PARTS.get(hour):
        last = nights * _DAY + _MORNING_AFTER if nights else found[1]
        return found[0] * _MINUTES, last * _MINUTES
    hours, minutes = hour.split(":")
    at = int(hours) * _MINUTES + int(minutes)
    return at, at


def printed_parts(text: str, language: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where parts of the day stand in a text, each with what it may mean: "tonight" the evening and the night."""
    expression, means = _parts(language)
    for found in expression.finditer(text):
        yield *found.span("part"), means[" ".join(found["part"].casefold().split())]


@lru_cache(maxsize=64)
def _parts(language: str) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    file = language_file(language)
    words: dict[str, set[str]] = {}
    for part, phrases in (file.dates.parts_of_day if file is not None else {}).items():
        for phrase in listed(phrases):
            words.setdefault(phrase, set()).add(part)
    # German writes it against the day: "Mittwochabend".
    days = (
        alternatives([*listed(file.times.weekdays), *file.dates.more_weekdays])
        if file is not None and file.dates.day_parts
        else ""
    )
    expression = re.compile(
        rf"(?<!\w){f'(?:{days})?' if days else ''}(?P<part>{alternatives(words)})(?!\w)", re.IGNORECASE
    )
    return expression, {word: frozenset(parts) for word, parts in words.items()}


def printed_hours(text: str, language: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where times of day stand in a text, each with what it may mean: "6.15" in the morning and in the evening."""
    for found in _times(language).finditer(text):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["half"] or "").casefold()[:1]
        if (
            hour >= _DAY
            or not (found["minute"] or half or found["clock"])
            or (half and not 1 <= hour <= _NOON)
        ):
            continue
        if found["dot"] and not (half or found["clock"] or found["at"] or _opens_entry(text, found)):
            continue  # "4.25 million"
        halves = {"a": {hour % _NOON}, "p": {hour % _NOON + _NOON}}
        hours = halves.get(half) or ({hour, hour + _NOON} if 0 < hour < _NOON else {hour})
        yield *found.span(), frozenset(f"{at:02}:{minute:02}" for at in hours)


def _opens_entry(text: str, found: re.Match[str]) -> bool:
    """Return whether digits with a dot stand as the time of an entry of a live page does: first, and a sentence begins behind it."""
    before = text[: found.start()]
    return (
        len(found["hour"]) == len("00")
        and (before.endswith("\n") or not before.strip() or before.rstrip()[-1] in _ENDS)
        and (begins := _ENTRY.match(text, found.end())) is not None
        and begins["capital"].isupper()
    )


@lru_cache(maxsize=64)
def _times(language: str) -> re.Pattern[str]:
    file = language_file(language)
    clock = alternatives(file.times.clock if file is not None else "")
    at = alternatives(file.times.clock_before if file is not None else "")
    minute = r"(?:(?P<dot>\.)|:|\s?h\s?)(?P<minute>[0-5][0-9])(?!(?![ap]\.?m\b)\w|[.,:][0-9])"
    behind = rf"\s?(?:(?P<half>[ap]\.?\s?m\b)|(?P<clock>{clock})(?!\w))"
    return re.compile(
        rf"(?P<at>\b(?:{at})\s+)?(?<![\w.,:])(?P<hour>[0-9]{{1,2}})(?:{minute})?(?:{behind})?", re.IGNORECASE
    )
