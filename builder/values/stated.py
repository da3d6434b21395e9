"""Lines of a text that state a day and say nothing beside: when it was published, or brought up to date."""

from __future__ import annotations

import re

from builder.values import relative

_DATED = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|date)(?:\s+(?:on|at))?:?\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun),?\s+)?"
    r"(?P<date>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+[0-9]{4}"
    r"|[A-Za-z]{3,9}\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+[0-9]{4}|[A-Za-z]{3,9}\s+[0-9]{4})"
    r"(?P<rest>.{0,40})\Z",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\s,|·-]*(?:at\s+)?(?:[0-9]{1,2}[:.][0-9]{2}.{0,20})?\Z", re.IGNORECASE)


def stated_date(line: str) -> str | None:
    """Return the EDTF date that a line states and says nothing beside, else ``None``. 03/04/2030 is not told."""
    match = _DATED.match(line)
    if not match or not _TIME.match(match["rest"]):
        return None
    words = match["date"]
    found = relative.resolve(words[:1].upper() + words[1:], None)
    return found.edtf if found and found.start else None


_UPDATED = re.compile(r"updated\b|last\b|modified\b", re.IGNORECASE)


def says_when_published(line: str) -> bool:
    """Return whether the day that a line states is that of publication, not that of a change."""
    return not _UPDATED.match(line)
