"""Datelines: the words before the first sentence of a report, with place, day and agency or paper."""

from __future__ import annotations

import re

from msgspec import Struct

from builder.values.letters import CAPITAL, LETTER, SMALL

_CAPITALS = rf"(?:{CAPITAL}|[.'’/-])++"
# "Feb 10 2033", "10. Februar 2033", "10 février", "10 de febrero de 2033": no more words than a day has in any language.
_DAY = (
    rf"{CAPITAL}{SMALL}{{2,8}}\.?\s+[0-9]{{1,2}}(?:,?\s+[0-9]{{4}})?"
    rf"|[0-9]{{1,2}}(?:\.|er|º)?\s+(?:de\s+)?{LETTER}{{3,10}}\.?(?:\s+(?:de\s+)?[0-9]{{4}})?"
)
# "ORRIN - ..." or "ORRIN, Feb 10 2033 (Harbour News) - ..."
_ANY_DATELINE = re.compile(
    rf"\s*{CAPITAL}{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}}(?:,\s*{CAPITAL}(?:{SMALL}|\.)+(?:\s+{CAPITAL}{SMALL}+)?)??"
    rf"(?:,\s*(?P<day>{_DAY}))?\s{{0,4}}(?:\((?P<name>{CAPITAL}[\w.&'’ -]{{1,40}}|{SMALL}{{2,4}})\))?\s+[-–—]\s+"
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
