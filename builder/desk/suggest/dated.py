"""Which day a printed date means in its sentence: what is still to come lies after the article, not before it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan, parse_edtf

_BEFORE = re.compile(
    r"\b(?:(?:in|on|since|from|by|until|after)\s+)?(?:(?:early|late|mid)[\s-])?\Z", re.IGNORECASE
)
_HAS_YEAR = re.compile(r"[0-9]{4}|ago|last|yesterday|today", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)

_LAST = date.max - timedelta(days=7)


def meant(content: str, sentence: Span, date: Printed) -> tuple[Span, str | None]:
    """Return the printed words with the preposition before them, and the EDTF of the day; ``None`` if it is not certain."""
    lead = _BEFORE.search(content, sentence[0], date.span[0])
    span = (lead.start() if lead else date.span[0], date.span[1])
    if len(date.means) != 1:
        return span, None
    value = date.means[0]
    if is_coming(content, sentence, date.span, date.language) and not _HAS_YEAR.search(date.words):
        value = _later(value, date.words) or value
    return span, value.edtf


def _later(value: DateSpan, words: str) -> DateSpan | None:
    """Return the same weekday a week on, or the same day or month a year on."""
    if value.start is None:
        return None
    if _WEEKDAY.search(words):
        return parse_edtf((value.start + timedelta(days=7)).isoformat()) if value.start < _LAST else None
    try:
        return parse_edtf(f"{value.start.year + 1}{value.edtf[4:]}") if value.edtf[:4].isdigit() else None
    except ValueError:
        return None
