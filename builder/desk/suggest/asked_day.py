"""Whether a printed day can be the one that a question asks for: a single day, one that has been, one until which."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.dated import meant, next_year
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import any_of
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan, parse_edtf
from builder.values.lexicon import language_file

_STORY = 31
"""Days before the article in which what it tells of happened; an earlier event lies before them."""
_REACH = 60
"""Characters before a day that may say that something ends or begins with it."""
MARKED = 0.15
"""How much it speaks for a day that the text says what is asked: since or until when."""
_YEAR = re.compile(r"\s+(?:\w{2,3}\s+)?((?:19|20)[0-9]{2})\b")
_DEADLINE = 0.3
"""The same where nothing but the day is printed: "Deadline 3 May"."""


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    said, file = events(language), language_file(language)
    either = any_of(file.ranges.either) if file is not None else "(?!)"
    small = rf"(?:\W*(?!{any_of(said.hours)}\b)\w{{1,5}}){{0,2}}\W*"
    return (
        # "Deadline for claims: 3 May"
        re.compile(rf"\b{any_of(said.until)}\b(?:{small}|[^:;.,]{{1,25}}:\s+)\Z", re.IGNORECASE),
        re.compile(rf"\b{any_of(said.since)}\b{small}\Z", re.IGNORECASE),
        re.compile(rf"(?:,|\s{either})\s(?:\w{{1,5}}\s)?\Z", re.IGNORECASE),
        re.compile(rf"\s{either}\s", re.IGNORECASE),
    )


def together(dates: tuple[Printed, ...], content: str) -> list[Printed]:
    """Return dates, two as one that stand side by side and mean the same: "Tuesday 14 August"."""
    found: list[Printed] = []
    for item in dates:
        last = found[-1] if found else None
        if last and re.fullmatch(r",?\s+(?:\w{1,3}\s)?", content[last.span[1] : item.span[0]]):
            means = tuple(span for span in item.means if any(span.overlaps(other) for other in last.means))
            if means:
                span = (last.span[0], item.span[1])
                says = last.says_day or item.says_day
                found[-1] = Printed(span, content[slice(*span)], means, item.language, says)
                continue
        found.append(item)
    return found


def is_one_of_two(content: str, dates: list[Printed], at: int) -> bool:
    """Return whether a day is one of several of which it is not said which one: "on Monday or Tuesday"."""
    either = _words(dates[at].language)[3]
    gaps = [
        content[one.span[1] : other.span[0]]
        for one, other in (*zip(dates[at - 1 : at], dates[at : at + 1], strict=False), *zip(dates[at : at + 1], dates[at + 1 : at + 2], strict=False))
    ]  # fmt: skip
    return any(len(gap) < 12 and either.match(gap) for gap in gaps)


def answer(
    asked: Asked, content: str, sentence: Span, day: Printed, published: DateSpan | None
) -> tuple[Span, str, float] | None:
    """Return the printed words, the EDTF of the day, and what speaks for it besides; ``None`` if it cannot be what is asked for."""
    span, value = meant(content, sentence, day, published, past=asked.past)
    if value is None:
        return None
    has_year = re.search(r"[0-9]{4}", day.words) is not None
    behind = _YEAR.match(content, day.span[1], sentence[1])
    if behind and not has_year and behind[1] not in value:
        return None  # "in autumn 2034" is of that year, whatever is read of its first words
    meaning = parse_edtf(value)
    again = None if has_year or not _is_day(meaning) else next_year(meaning, published)
    if again is not None:
        if asked.past:
            return None  # which year is meant, nothing says
        value, meaning = again.edtf, again
    comes = is_coming(content, sentence, day.span, day.language)
    if (
        asked.coming
        and published is not None
        and published.start is not None
        and not (has_year or comes)
        and (meaning.start is None or meaning.start <= published.start)
    ):
        return None
    if (
        not asked.coming
        and asked.past
        and published
        and published.end
        and meaning.start
        and meaning.start > published.end
    ):
        return None
    is_before = published and published.start and meaning.end and meaning.end < published.start
    if asked.present and not asked.past and is_before and not has_year:
        return None  # "The trial goes on on Thursday": the next one, or the last
    if asked.day and not _is_day(meaning):
        return None
    if asked.question.when is not None and not meaning.overlaps(asked.question.when):
        return None
    if (
        asked.former
        and published
        and published.start
        and (meaning.end is None or (published.start - meaning.end).days <= _STORY)
    ):
        return None
    until, since, _, _ = _words(day.language)
    before = content[max(sentence[0], day.span[0] - _REACH) : day.span[0]]
    ends, begins = until.search(before) is not None, since.search(before) is not None
    if asked.until:
        # "Until which day can they appeal?": no day that is over, whatever was done by then.
        is_over = is_before and not asked.past
        return (span, value, _DEADLINE) if ends and not is_over else None
    if ends and not asked.ends and not asked.coming:
        return None
    more = MARKED if begins and (asked.since or asked.begins) else 0.0
    return span, value, more


def _is_day(meaning: DateSpan) -> bool:
    """Return whether a date is a single day, or the night between two."""
    return len(meaning.edtf.rstrip("~?")) == len("2000-01-01") and meaning.start == meaning.end
