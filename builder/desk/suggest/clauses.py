"""Which part of a sentence a printed day belongs to, and what a claim takes from it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.desk.suggest.speakers import Event
from builder.desk.suggest.trailing import REACH
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan

_OTHER = re.compile(
    r";|,?\s(?:while|but|whereas|although|though)\s|\s(?:which|who|whose)\s"
    # A comma, unless a list, a participle or "when" goes on with the same event.
    r"|,\s(?!(?:and\s+)?(?:[0-9]|when\b|\w+ing\b|(?:some|about|at\s+least|more\s+than|nearly|over|up\s+to)\s))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:as\s+of|on|in|by|during|since|early|late|last|at|between)\s[^,;]{1,60},\s", re.IGNORECASE
)
_EVERY_YEAR = re.compile(r"in\s+(?:the\s+)?(?:spring|summer|autumn|fall)", re.IGNORECASE)

# "between 2 and 9 May", "from 2 May to 9 May": neither is the day of anything.
_RANGE = re.compile(
    r"\b(?:between|from)\s[^,;.]{1,40}\s(?:and|to|until)\s+\Z|\b(?:between|from)\s+\Z", re.IGNORECASE
)

# "told this paper late on Monday", "said in a statement on Monday", "told reporters in Wellin"
_LISTENER = re.compile(
    r"\s*(?:(?:in|at|to)\s+)?(?:(?:reporters|journalists|lawmakers|parliament|deputies|viewers)\s+|(?:the|this|an?|its|their)\s+(?:[\w'-]+\s+){0,2}?"
    r"(?:court|paper|newspaper|agency|station|broadcaster|magazine|conference|committee|council|hearing|rally|statement|briefing|interview"
    r"|outlet|post|report|letter|speech|channel)\s+)?(?:late|early|again|earlier|later)?\s*(?:on|in|at)?\s*(?:the\s+)?",
    re.IGNORECASE,
)


def is_near(gap: str) -> bool:
    """Return whether nothing but who listened stands between a verb of saying and a date or place."""
    return len(gap) <= REACH and bool(_LISTENER.fullmatch(gap))


def is_of(content: str, sentence: Span, date: Span, words: Span) -> bool:
    """Return whether a date belongs to the statement in which some words stand, not to another in the same sentence."""
    leading = _LEADING.match(content, *sentence)
    if leading and date[1] <= leading.end():
        return True
    first, second = sorted((date, words))
    # Beyond the second, as what follows a comma is looked at too.
    other = _OTHER.search(content, first[1], min(sentence[1], second[0] + REACH))
    return other is None or other.start() >= second[0]


def days(
    content: str, sentence: Span, dates: Iterable[Printed], event: Event | None, words: Span, published: DateSpan | None = None
) -> tuple[str | None, str | None]:  # fmt: skip
    """Return the day that some words of a sentence speak of, and the day on which they were said, where each is certain.

    A day of another statement, or one that is still to come, is neither.
    """
    as_of = said_on = None
    for date in dates:
        if len(date.means) != 1 or _EVERY_YEAR.fullmatch(date.words):
            continue
        edtf = date.means[0].edtf
        if event is not None and event.end - 2 <= date.span[0] and is_near(content[event.end : date.span[0]]):
            said_on = said_on or edtf
        elif (
            is_of(content, sentence, date.span, words)
            and not _RANGE.search(content, max(sentence[0], date.span[0] - REACH), date.span[0])
            and not is_coming(content, sentence, date.span, date.language)
            and not _lies_after(date.means[0], published)
        ):
            as_of = as_of or edtf
    return as_of, said_on


def _lies_after(day: DateSpan, published: DateSpan | None) -> bool:
    """Return whether a day lies after all of the days on which a text can have been published."""
    return bool(published and published.end and day.start and day.start > published.end)
