"""Times of day as texts print them: "14:05", "6 pm", German "18 Uhr", French "18 h 05"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.values.expressions import alternatives
from builder.values.lexicon import language_file

_HOUR = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_NOON, _DAY = 12, 24


def parse_hour(text: str) -> str:
    """Return a time of day as it is kept: ``06:15``. Raises ``ValueError`` with a message for editors."""
    if not _HOUR.match(text):
        raise ValueError(f'"{text}" is no time of day such as 06:15 or 18:00')
    return text


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
        if found["dot"] and not (half or found["clock"] or found["at"]):
            continue  # "4.25 million"
        halves = {"a": {hour % _NOON}, "p": {hour % _NOON + _NOON}}
        hours = halves.get(half) or ({hour, hour + _NOON} if 0 < hour < _NOON else {hour})
        yield *found.span(), frozenset(f"{at:02}:{minute:02}" for at in hours)


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
