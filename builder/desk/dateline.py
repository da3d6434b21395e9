"""What stands before a report's first sentence: where, when and for whom it was written."""

from __future__ import annotations

import re

from msgspec import Struct

# ORRIN - ..., ORRIN, Feb 10 2033 (Harbour News) - ...: where, when and for whom it was written, before what it says.
_ANY_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’/-]++(?:[ ][A-Z.'’/-]++){0,3}(?:,\s*[A-Z][a-z.]+(?:\s+[A-Z][a-z.]+)?)??"
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+[0-9]{1,2}(?:,?\s+[0-9]{4})?|[0-9]{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+[0-9]{4})?))?"
    r"\s{0,4}(?:\((?P<name>[A-Z][\w.&'’ -]{1,40})\))?\s+[-–—]\s+"
)


class Dateline(Struct, frozen=True):
    """What stands before an agency's first sentence."""

    end: int
    """Where the report itself begins."""
    name: str | None
    """For whom it was written, as printed."""
    day: str | None
    """The day, as printed."""


def dateline(paragraph: str) -> Dateline | None:
    """Return what stands before a report's first sentence, if the paragraph begins so."""
    found = _ANY_DATELINE.match(paragraph)
    return Dateline(found.end(), found["name"], found["day"]) if found else None
