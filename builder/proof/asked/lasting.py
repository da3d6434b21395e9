"""How long the time is in which what a figure counts came together, and whether it is of certain days: "over the past two years"."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from functools import lru_cache

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.passage import Passage, of_site
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.values.counting import Term, Words
from builder.values.dates import DateSpan
from builder.values.expressions import alternatives
from builder.values.figures import reader
from builder.values.lexicon import language_file
from builder.values.quantity import Quantity

_DAYS = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 30, "years": 365, "decades": 3650}
_NEAR = 8
"""How many words may stand between a figure and its time."""


def lasting(passage: Passage, asked: DateSpan, *, longest: int) -> str | None:
    """Return the time up to now in which what a figure counts came together, if it is longer than what is asked for."""
    assert asked.start is not None
    assert asked.end is not None
    read, here, length = passage.read, passage.read.language, (asked.end - asked.start).days + 1
    for term in read.sought(here.past):
        end, days = _length(passage, term.end)
        if days > length + 1 and _is_near(passage, (term.start, end)):
            return passage.printed(term.start, end)
    starts = [item.start for item in read.found]
    for term in read.sought(here.lasted):
        at = bisect_left(starts, term.start) - 1
        item = read.found[at] if at >= 0 else None
        if item is None or read.words.between(item.end, term.start) or _in_days(item.reading) <= longest:
            continue
        if _is_near(passage, (item.start, term.end)):
            return passage.printed(item.start, term.end)
    base = passage.sentence[0]
    for date_ in when.expressions(passage.content, passage.sentence, passage.published, passage.language):
        start, end = date_.span[0] - base, date_.span[1] - base
        within = any(term.start < end and start < term.end for term in read.sought(here.past))
        wide = all(
            (span.end is not None and span.start is not None and (span.end - span.start).days > longest)
            for span in date_.means
        )
        if within and wide and is_said_of(read, passage.inside, Term(start, end, ("",))):
            return date_.words
        since = [term for term in read.sought(here.since) if term.end <= start]
        if not since or read.words.between(since[-1].end, start):
            continue
        if any(span.end is None or span.end >= asked.start - timedelta(days=1) for span in date_.means):
            continue
        if is_said_of(read, passage.inside, Term(since[-1].start, date_.span[1] - base, ("",))):
            return passage.printed(since[-1].start, date_.span[1] - base)
    return None


def _length(passage: Passage, start: int) -> tuple[int, float]:
    """Return where a time behind a place ends and how many days it is: "two years", "year", French "trois derniers mois"; 0 if none is."""
    read = passage.read
    behind = read.words.numbered(start, len(read.text))[:3]
    for count in range(1, len(behind) + 1):
        printed = [read.words.words[at] for at, _ in behind[:count]]
        end = read.words.ends[behind[count - 1][0]]
        for words in (printed, ["1", *printed], [printed[0], printed[-1]]):
            days = _in_days(reader.read(" ".join(words), passage.language))
            if days:
                return end, days
    return start, 0.0


def _in_days(reading: object) -> float:
    if not isinstance(reading, Quantity) or reading.unit not in _DAYS:
        return 0.0
    return _DAYS[reading.unit] * float(reading.low or reading.high or 1)


def is_of_certain_days(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a figure is of days that its clause names, where a question asks how many there were in all."""
    if question.when is not None:
        return False
    if not of_site(language).in_all.find(Words(f"{question.text} {question.short}")):
        return False
    here = passage.read.language
    if any(_is_near(passage, (term.start, term.end)) for term in passage.read.sought(here.in_all)):
        return False
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    base = passage.sentence[0]
    return any(
        item.exact
        and passage.said_on not in item.means
        and not _up_to(passage.language).search(passage.content, base, item.span[0])
        and not any(term.end <= passage.inside[0] for term in passage.read.sought(here.toll))
        and _is_near(passage, (item.span[0] - base, item.span[1] - base))
        for item in dates
    )


@lru_cache(maxsize=16)
def _up_to(language: str) -> re.Pattern[str]:
    """Return an expression, up to a day, for what counts all there were up to it, or from it on: "since Tuesday", "as of Thursday night"."""
    file = language_file(language)
    words = f"{file.events.since}, {file.events.until}" if file is not None else ""
    return re.compile(rf"\b(?:{alternatives(words)})\s+(?:\w{{1,3}}\s+)?\Z", re.IGNORECASE)


def _is_near(passage: Passage, span: Span) -> bool:
    """Return whether words stand in a figure's clause and no other figure between them: "30 killed or wounded on Sunday"."""
    read, figure = passage.read, passage.inside
    low, high = read.around(figure)
    if not (low <= span[0] and span[1] <= high):
        return False
    start, end = (figure[1], span[0]) if span[0] >= figure[1] else (span[1], figure[0])
    words = read.words.between(start, end)
    joints = read.language.joints - read.language.and_or
    return (
        len(words) <= _NEAR
        and not any(word in joints for word in words)
        and not any(start <= other[0] and other[1] <= end for other in read.figures)
    )
