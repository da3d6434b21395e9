"""Datelines: the words before the first sentence of a report, with place, day and agency or paper."""

from __future__ import annotations

import re

from msgspec import Struct

# "ORRIN - ..." or "ORRIN, Feb 10 2033 (Harbour News) - ..."
_ANY_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’/-]++(?:[ ][A-Z.'’/-]++){0,3}(?:,\s*[A-Z][a-z.]+(?:\s+[A-Z][a-z.]+)?)??"
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+[0-9]{1,2}(?:,?\s+[0-9]{4})?|[0-9]{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+[0-9]{4})?))?"
    r"\s{0,4}(?:\((?P<name>[A-Z][\w.&'’ -]{1,40})\))?\s+[-–—]\s+"
)


class Dateline(Struct, frozen=True):
    """A dateline."""

    end: int
    """Offset of the report's first sentence in the paragraph."""
    name: str | None
    """The agency or paper, as printed."""
    day: str | None
    """The day, as printed."""


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with, or None."""
    found = _ANY_DATELINE.match(paragraph)
    return Dateline(found.end(), found["name"], found["day"]) if found else None
