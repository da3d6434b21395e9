"""The dates that a text prints: each expression with the days that it can mean, seen from the article's date."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.proof.normal import Span
from builder.values import relative
from builder.values.dates import DateSpan, parse_edtf

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_EXPRESSION = re.compile(
    rf"""\b(?:
      {"|".join(relative.day_ranges(f"(?:{_MONTH})"))}
    | (?:{_MONTH})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+[0-9]{{4}})?
    | [0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b\.?(?:,?\s+[0-9]{{4}})?
    | (?:last\s+)?(?:{_MONTH})\b(?:,?\s+[0-9]{{4}})?
    | (?:(?:just\s+)?(?:over|about|more\s+than|almost|nearly)\s+)?(?:[\w-]{{1,40}}+\s+)?(?:day|week|month|year)s?\s+ago
    | (?:last|previous|this)\s+(?:week|month|year)
    | (?:(?:last|recent|past|the|this)\s+)?weekend
    | (?:last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
    | (?:in|last|this|since)\s+(?:the\s+)?(?:spring|summer|autumn|fall)
    | (?:in|since|during)\s+(?:19|20)[0-9]{{2}}
    | today | yesterday
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Printed(Struct, frozen=True):
    """A printed date."""

    span: Span
    words: str
    means: tuple[DateSpan, ...]
    """What it can mean: more than one where the article's own date is not known to the day."""


@lru_cache(maxsize=8192)
def expressions(content: str, span: Span, published: DateSpan | None) -> tuple[Printed, ...]:
    """Return the dates printed in a span of a normalised text, in order."""
    found = []
    for match in _EXPRESSION.finditer(content, *span):
        means = _means(match[0], published)
        if means:
            found.append(Printed(match.span(), match[0], means))
    return tuple(found)


@lru_cache(maxsize=4096)
def _means(words: str, published: DateSpan | None) -> tuple[DateSpan, ...]:
    ends = {}
    if published is not None:
        for day in (published.start, published.end):
            if day is not None:
                seen = relative.resolve(words, parse_edtf(day.isoformat()))
                if seen is not None:
                    ends[seen.edtf] = seen
    if not ends:
        seen = relative.resolve(words, None)
        if seen is not None:
            ends[seen.edtf] = seen
    return tuple(ends[edtf] for edtf in sorted(ends))


def supported(claimed: DateSpan, printed: DateSpan) -> bool:
    """Return whether a date given by the editor is the printed one, or one of its ends left open."""
    if printed.approximate and not claimed.approximate:
        return False
    if claimed.approximate:
        low, high = printed.reach
        other_low, other_high = claimed.reach
        return (low is None or other_high is None or low <= other_high) and (
            high is None or other_low is None or other_low <= high
        )
    start = claimed.start is None or claimed.start == printed.start
    end = claimed.end is None or claimed.end == printed.end
    return start and end
