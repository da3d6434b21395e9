"""Rules on the day of publication: nothing in a text speaks against it, neither a day told beside "yesterday" nor one told as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise

from builder.proof import kinds, when
from builder.proof.case import ArticleCase, Finding
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.rules.publication import much_later
from builder.proof.text import Text
from builder.values import dated
from builder.values.counting import Words, counting, listed_sets
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.letters import CAPITAL
from builder.values.moments import Back, Days, Weekday
from builder.values.stated import stated_without_year

_BESIDE = re.compile(r"\s?[,(-]\s?(?:[^\W\d_]{1,3}\s)?|\s")
"""What may stand between "yesterday" and the day that it was."""
_DATELINE = re.compile(rf"{CAPITAL}[\w'./ -]{{1,40}}?,\s(?=[^\W\d_])")
_CLOSES = re.compile(r"\s?(?:\([^)\n]{1,30}\)\s?)?[-:]\s")
_LINES = 6
"""Lines at the head of a text that may be a dateline or state a day."""
_SHORT = 140
_LOOKED_AT = 200
"""So many later days of one text are looked at: no honest one has more."""
_FAR = 300
"""Characters on either side of a day that may tell what happened on it."""
_PAST = 300
"""Days that are looked at in an article whose own day is a long stretch."""
_HAPPENED = frozenset({"arrested", "rescued", "evacuated", "captured", "burned", "destroyed", "trapped"})
"""What is said of a day that has been, besides misfortunes."""
_CLAUSE = re.compile(r"[,;:]\s")


def contradicted(case: ArticleCase) -> Iterator[Finding]:
    """No day of the text makes the article's day impossible; the first that does is told."""
    day, text = case.article.published, case.text
    if day is None or day.start is None or day.end is None or text is None:
        return
    message = next(
        (
            told
            for told in (
                _beside(text, day.start, day.end, case.article.language),
                _without_year(text, day.start, day.end, case.article.language),
                _dateline(text, day.start, day.end, case.article.language),
                _past(text, day.end, case.article.language),
            )
            if told is not None
        ),
        None,
    )
    if message is not None:
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), f"{message}, which does not fit {caption(day)}")


def _beside(text: Text, first: date, last: date, language: str) -> str | None:
    """Return "yesterday, 3 May" where the day before the article's is another one."""
    found = dated.find(text.content, language)
    for one, other in pairwise(found):
        back, day = one.moment, other.moment
        if not isinstance(back, Back) or not isinstance(day, Days) or len(day.days) != 1:
            continue
        if not _BESIDE.fullmatch(text.content, one.end, other.start) or text.is_quoted(
            (one.start, other.end)
        ):
            continue  # who is quoted may have spoken days ago
        if not any(
            _is(day, then - timedelta(days=back.days))
            for then in _days(first, last)
            if then > date.min + timedelta(9)
        ):
            return f'the text has "{text.content[one.start : other.end]}"'
    return None


def _is(day: Days, then: date) -> bool:
    return (day.month, day.days[0]) == (then.month, then.day) and day.year in (None, then.year)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=at) for at in range(min((last - first).days, _PAST) + 1)]


def _without_year(text: Text, first: date, last: date, language: str) -> str | None:
    """Return a line that states another day without a year: "First published: 6 May"."""
    told = []
    for start, end in text.paragraphs[: 2 * _LINES]:
        line = text.content[start:end]
        if len(line) <= _SHORT and (stated := stated_without_year(line, language)):
            if any(stated == (day.month, day.day) for day in _days(first, last)):
                return None
            told.append(line)
    return f'the text says "{told[0]}"' if told else None


def _dateline(text: Text, first: date, last: date, language: str) -> str | None:
    """Return a dateline whose weekday is neither the article's nor the one before: "OSK, Tuesday (AP) - "."""
    for start, end in text.paragraphs[:_LINES]:
        head = text.content[start : min(end, start + _SHORT)]
        place = _DATELINE.match(head)
        if place is None:
            continue
        day = next(iter(dated.find(head, language, place.end())), None)
        if day is None or day.start != place.end() or not isinstance(day.moment, Weekday):
            continue
        if not _CLOSES.match(head, day.end):
            continue
        near = {then.weekday() for then in (*_days(first, last), first - timedelta(days=1))}
        return None if day.moment.day in near else f'the text is dated "{head[: day.end]}"'
    return None


def _past(text: Text, last: date, language: str) -> str | None:
    """Return a day after the article's on which the text has something happen that is over."""
    year_end = parse_edtf(f"{last.year}-12-31")
    known = counting(language)
    telling = listed_sets("befallen") | _HAPPENED
    later = (
        item
        for item in when.expressions(text.content, (0, len(text.content)), year_end, language)
        if any(char.isdigit() for char in item.words)
        and any(_is_later(span, last, item.words) for span in item.means)
    )
    for item in islice(later, _LOOKED_AT):
        if all(_is_later(span, last, item.words) for span in item.means):
            sentence = text.around(item.span)
            if is_coming(text.content, sentence, item.span, language):
                continue
            clause = _clause(text.content, sentence, item.span)
            terms = known.find(Words(text.content[slice(*clause)]))
            if any(set(term.sets) & telling for term in terms):
                return f'the text tells of "{item.words}" as past'
    return None


def _is_later(span: DateSpan, last: date, printed: str) -> bool:
    return (
        span.start is not None
        and span.start == span.end
        and 0 < (span.start - last).days < much_later(printed)
    )


def _clause(content: str, sentence: Span, at: Span) -> Span:
    start, end = max(sentence[0], at[0] - _FAR), min(sentence[1], at[1] + _FAR)
    low = max((match.end() for match in _CLAUSE.finditer(content, start, at[0])), default=start)
    found = _CLAUSE.search(content, at[1], end)
    return low, found.start() if found else end
