"""Which part of a sentence a printed day belongs to, and what a claim takes from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.attributions import Event
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.trailing import REACH
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.counting import Words, counting
from builder.values.dates import DateSpan, parse_edtf
from builder.values.expressions import compiled
from builder.values.figures import reader
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Kind, Quantity


class _Clauses(Struct, frozen=True):
    other: re.Pattern[str]
    # ", who has governed since 2023,"
    aside: re.Pattern[str]
    leading: re.Pattern[str]
    every_year: re.Pattern[str]
    since: re.Pattern[str]
    # "between 2 and 9 May", "from 2 May to 9 May": neither is the day of anything.
    range: re.Pattern[str]
    # "told this paper late on Monday", "said in a statement on Monday", "told reporters in Wellin"
    listener: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Clauses:
    words, file = proposing(language).days, language_file(language)
    opening = any_of(file.ranges.between, file.ranges.opening) if file is not None else "(?!)"
    closing = any_of(file.ranges.both, file.ranges.closing, file.dates.to) if file is not None else "(?!)"
    listener = (
        rf"\s*(?:{any_of(words.at)}\s+)?(?:{any_of(words.listeners)}\s+"
        rf"|{before(words.articles)}(?:[\w'-]+\s+){{0,2}}?{any_of(words.occasions)}\s+)?"
        rf"{any_of(words.early)}?\s*{any_of(words.prepositions)}?\s*(?:{any_of(words.early)}\s+)?{before(words.the)}?"
    )
    return _Clauses(
        # A comma, unless a list, a participle or "when" goes on with the same event.
        compiled(
            rf";|,?\s{any_of(words.parts)}\s|\s{any_of(words.relative)}\s"
            rf"|,\s(?!(?:{any_of(file.saying.joined if file is not None else '')}\s+)?(?:[0-9]|{any_of(words.same)}\b))"
        ),
        compiled(rf",\s(?:\w{{1,8}}\s)?{any_of(words.relative)}\s[^,;]{{1,{REACH}}},"),
        compiled(rf"{any_of(words.leading)}\s[^,;]{{1,60}},\s"),
        compiled(any_of(words.every_year)),
        compiled(rf"\b{any_of(words.since)}\s+(?:\w{{1,3}}\s+)?\Z"),
        compiled(rf"\b{opening}\s[^,;.]{{1,40}}\s{closing}\s+\Z|\b{opening}\s+\Z"),
        compiled(listener),
    )


def is_near(gap: str, language: str = "en") -> bool:
    """Return whether nothing but who listened stands between a verb of saying and a date or place."""
    return len(gap) <= REACH and bool(_words(language).listener.fullmatch(gap))


def is_of(content: str, sentence: Span, date: Span, words: Span, language: str = "en") -> bool:
    """Return whether a date belongs to the statement in which some words stand, not to another in the same sentence."""
    known = _words(language)
    leading = known.leading.match(content, *sentence)
    if leading and date[1] <= leading.end():
        return True
    if is_apart(content, sentence, date, words, language):
        return False
    first, second = sorted((date, words))
    # Beyond the second, as what follows a comma is looked at too.
    other = known.other.search(content, first[1], min(sentence[1], second[0] + REACH))
    return other is None or other.start() >= second[0]


def is_apart(content: str, sentence: Span, date: Span, words: Span, language: str = "en") -> bool:
    """Return whether a date stands in an aside on somebody, and some words do not: "the premier, who has governed since 2023, won 44 seats"."""
    return any(
        len({aside.start() <= start and end <= aside.end() for start, end in (date, words)}) > 1
        for aside in _words(language).aside.finditer(content, *sentence)
    )


def _is_telling(content: str, event: Event, date: Printed) -> bool:
    """Return whether a date stands behind a verb of saying, or between it and who says it: "a annoncé mardi la compagnie"."""
    if event.start <= date.span[0] and date.span[1] <= event.end:
        return "," not in content[event.start : event.end]
    return event.end - 2 <= date.span[0] and is_near(content[event.end : date.span[0]], date.language)


def days(
    content: str, sentence: Span, dates: Iterable[Printed], event: Event | None, words: Span, published: DateSpan | None = None
) -> tuple[str | None, str | None]:  # fmt: skip
    """Return the day that some words of a sentence speak of, and the day on which they were said, where each is certain.

    A day of another statement, or one that is still to come, is neither.
    """
    as_of = said_on = None
    last: Printed | None = None
    for date in dates:
        known = _words(date.language)
        if len(date.means) != 1 or known.every_year.fullmatch(date.words):
            continue
        edtf = date.means[0].edtf
        if event is not None and _is_telling(content, event, date):
            said_on = said_on or edtf
        elif (
            is_of(content, sentence, date.span, words, date.language)
            and not known.range.search(content, max(sentence[0], date.span[0] - REACH), date.span[0])
            and not known.since.search(content, max(sentence[0], date.span[0] - REACH), date.span[0])
            and not is_coming(content, sentence, date.span, date.language)
            and not _lies_after(date.means[0], published)
            and not _is_compared(content, words, date)
            and not _is_of_the_event(content, sentence, words, date)
            and not _is_of_the_whole(content, words, date)
        ):
            if last is not None and as_of is not None and _goes_on(content, last, date):
                as_of, last = _both(as_of, date), date
            elif as_of is None and last is None:
                as_of, last = edtf, date
    return as_of, said_on


def _is_compared(content: str, words: Span, date: Printed) -> bool:
    """Return whether some words are only set against a day behind them: "9% less than in the autumn of 2030"."""
    gap = Words(content[words[1] : date.span[0]]) if words[1] <= date.span[0] else None
    return gap is not None and not counting(date.language).than.isdisjoint(gap.words)


def _is_of_the_event(content: str, sentence: Span, words: Span, date: Printed) -> bool:
    """Return whether a day says which event a toll is of, and not when it stood so: "the toll of the explosion on Tuesday had reached 78"."""
    if date.span[1] > words[0]:
        return False
    ahead = Words(content[sentence[0] : date.span[0]])
    here, events = counting(date.language), counting(date.language).disasters.find(ahead)
    tolls = here.toll.find(ahead)
    if not events or not tolls or events[-1].start < tolls[0].end:
        return False
    small = set(listed(proposing(date.language).days.prepositions)) | here.articles | here.determiners
    return small.issuperset(ahead.between(events[-1].end, len(ahead.text)))


def _is_of_the_whole(content: str, words: Span, date: Printed) -> bool:
    """Return whether a day is of that of which a figure is a part: "40 percent of the ground lost in August", German "40 Prozent des im August verlorenen Gebiets".

    A verb of being between them tells of the part: "40 percent of it was won back in August".
    """
    file, gap = language_file(date.language), Words(content[words[1] : date.span[0]])
    if file is None or date.span[0] < words[1] or not gap.words:
        return False
    of = {*listed(file.shares.of), *listed(file.saying.belonging)}
    read = reader.read(content[slice(*words)], date.language)
    # Ukrainian and Russian have no word for it: "40 процентов потерянной в августе земли"
    bare = not file.saying.articles and isinstance(read, Quantity) and read.kind is Kind.PERCENT
    if gap.words[0] not in of and not bare:
        return False
    return set(listed(file.counted.are)).isdisjoint(gap.words)


def _goes_on(content: str, last: Printed, date: Printed) -> bool:
    """Return whether only "and" stands between two days: "on Saturday and Sunday"."""
    file = language_file(date.language)
    gap = content[last.span[1] : date.span[0]].casefold().split()
    if file is None or not gap:
        return False
    beside = {*listed(file.saying.articles), *listed(file.proposing.days.prepositions)}
    return gap[0] in listed(file.ranges.both) and beside.issuperset(gap[1:])


def _both(as_of: str, date: Printed) -> str | None:
    """Return the days from one to the one after it; ``None`` where they do not follow each other, as no date says that."""
    first, second = parse_edtf(as_of), date.means[0]
    follows = first.end is not None and second.start == first.end + timedelta(days=1)
    return f"{as_of.partition('/')[0]}/{second.edtf.rpartition('/')[2]}" if follows else None


def _lies_after(day: DateSpan, published: DateSpan | None) -> bool:
    """Return whether a day lies after all of the days on which a text can have been published."""
    return bool(published and published.end and day.start and day.start > published.end)
