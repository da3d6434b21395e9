"""A day with the time of day beside it, as ISO 8601 and EDTF write them: ``2024-12-26T09:30+02:00``."""

from __future__ import annotations

import re

_TIME = re.compile(r"T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?\Z")


def day_and_time(text: str) -> tuple[str, str | None]:
    """Return an EDTF date without its time of day, and the time, or None if it has none.

    The time is in hours and minutes, with seconds and zone if they are stated: ``09:30``, ``09:30:05Z``. Raises ``ValueError``
    with a message for editors if what follows the day is no time.
    """
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        return text, None
    day = text[:10]
    match = _TIME.match(text, 10)
    if not match:
        raise ValueError(
            f'"{text}" is no time of a day: write it as 2024-12-26T09:30, with Z or the zone behind it if it is known'
        )
    zone = re.findall(r"[0-9]{2}", match[4] or "")
    if int(match[1]) > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59 or (zone and (int(zone[0]) > 14 or int(zone[1]) > 59)):  # fmt: skip
        raise ValueError(f'"{text}" is no time of a day: there is no {match[0][1:]}')
    return day, match[0][1:]
