"""The times that a sentence says of one of its figures, and whether they are those that a question asks for.

A time belongs to a figure if it opens or ends the part of the sentence that is the figure's own, and nothing is told or counted between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.days import NEAR, belongs
from builder.proof.asked.paired import parts_of
from builder.proof.asked.passage import Passage
from builder.proof.coming import has_been, is_coming
from builder.proof.normal import Span
from builder.proof.owned import Sentence
from builder.values.counting import Term, Words, listed_sets
from builder.values.dates import DateSpan, parse_edtf
from builder.values.expressions import alternatives, compiled
from builder.values.lexicon import has_rules, language_file, listed
from builder.values.quantity import Quantity

_ABOVE = 400
"""Characters before a sentence that may name the year to which it points."""
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)[0-9]{2}(?![\w-]|[.,][0-9])")
_MONTH = 28
"""Days: a question's words for a shorter time count from a day that nobody knows."""
_OPENS = 2
"""Words that may stand before a time that opens its sentence: "Schon im Jahr" 2029."""
TIMES = frozenset({"days", "weeks", "months", "years", "decades"})
"""Units of how long something took."""
_LED = 2
"""Words before a time that may set it against another: "than in"."""


class Mark(Struct, frozen=True):
    """An earlier time of a figure."""

    span: Span
    until: date | None = None
    """Its last day; ``None`` for words such as "at first"."""


def dated(question: Question, published: DateSpan | None, language: str) -> Question:
    """Return a question with the month, year or day that its own words name, where it has no time yet."""
    if question.when is not None:
        return question
    site = language if has_rules(language) else "en"
    found = [
        span
        for item in when.expressions(question.text, (0, len(question.text)), published, site)
        for span in item.means[:1]
        if len(item.means) == 1 and _is_named(item, span)
    ]
    return replace(question, when=found[0]) if len(found) == 1 else question


def _is_named(item: when.Printed, span: DateSpan) -> bool:
    if span.start is None or span.end is None:
        return False
    return any(char.isdigit() for char in item.words) or (span.end - span.start).days >= _MONTH - 1


def of_another_time(passage: Passage, question: Question) -> str | None:
    """Return the time that a figure's own part of a sentence names, where a question asks for another one: "1,210 in early 2031".

    A time from one month or year to another is longer than either: "from January to September".
    """
    asked, read, base = question.when, passage.read, passage.sentence[0]
    if asked is None or asked.start is None or asked.end is None:
        return None
    part = part_of(read, passage.number)
    dates = when.expressions(
        passage.content, (base + part[0], base + part[1]), passage.published, passage.language
    )
    for one, other in pairwise(dates):
        until = [span.end for span in one.means if span.end is not None]
        if (
            read.language.spanning.fullmatch(passage.content, one.span[1], other.span[0])
            and until
            and max(until) < asked.start
        ):
            return passage.printed(one.span[0] - base, other.span[1] - base)
    numbers = {item.number for item in read.found}
    years = [
        year
        for year in _YEAR.finditer(read.text, *part)
        if not _is_compared(passage, year.start())
        and not any(low < year.end() and year.start() < high for low, high in numbers)
    ]
    if len(years) != 1 or asked.start.year <= int(years[0][0]) <= asked.end.year:
        return None
    span = years[0].span()
    if _is_a_deadline(passage, asked, span):
        return None
    said = belongs(passage, span) if span[0] >= passage.inside[1] else _is_said_of(passage, span)
    return years[0][0] if said and _is_in_part(passage, span) else None


def _is_a_deadline(passage: Passage, asked: DateSpan, year: Span) -> bool:
    """Return whether a year only says until when what was announced on the days asked for is to be done: "3,000 would go by the end of 2032"."""
    out = passage.published.end if passage.published is not None else None
    if (
        out is None
        or asked.end is None
        or asked.end > out
        or int(passage.read.text[slice(*year)]) <= out.year
    ):
        return False
    base = passage.sentence[0]
    return is_coming(passage.content, passage.sentence, (base + year[0], base + year[1]), passage.language)


def year_before(passage: Passage, question: Question) -> str | None:
    """Return the words by which a figure is of the time before the one that a question asks for, which stands by a figure before it."""
    asked, read, base = question.when, passage.read, passage.sentence[0]
    if asked is None or asked.start is None or asked.end is None:
        return None
    part = part_of(read, passage.number)
    for term in _formerly(passage):
        if not _is_in_part(passage, (term.start, term.end)) or _is_compared(passage, term.start):
            continue
        named = [
            span
            for item in when.expressions(
                passage.content, passage.sentence, passage.published, passage.language
            )
            if item.span[1] <= base + part[0]
            for span in item.means
        ]
        years = [int(year[0]) for year in _YEAR.finditer(read.text, 0, part[0])]
        if any(span.overlaps(asked) for span in named) or asked.start.year in years[-1:]:
            return passage.printed(term.start, term.end)
    return None


def marks_of(passage: Passage) -> list[Mark]:
    """Return the earlier times that are said of a figure."""
    base = passage.sentence[0]
    found = [
        Mark((term.start, term.end))
        for term in _formerly(passage)
        if _is_in_part(passage, (term.start, term.end))
        and not _is_compared(passage, term.start)
        and not _goes_on(passage, (term.start, term.end))
    ]
    found += [
        Mark((term.start, term.end), passage.published.start - timedelta(days=1))
        for term in passage.read.sought(passage.read.language.night)
        if passage.published is not None
        and passage.published.start is not None
        and _is_in_part(passage, (term.start, term.end))
    ]
    found += _pointed(passage)
    for span, until in _times(passage.content, passage.sentence, passage):
        here = (span[0] - base, span[1] - base)
        if is_then(passage, here) or (
            _is_said_of(passage, here)
            and not _is_compared(passage, here[0])
            and not _closes_a_clause(passage, here)
        ):
            found.append(Mark(here, until))
    return found


def _pointed(passage: Passage) -> list[Mark]:
    """Return the words that point to the year which the sentences before name last: "In 1996 it had flooded. That year 87 died"."""
    before = passage.content[max(0, passage.sentence[0] - _ABOVE) : passage.sentence[0]]
    years = [int(match[0]) for match in _YEAR.finditer(before)]
    return [
        Mark((term.start, term.end), date(years[-1], 12, 31))
        for term in passage.read.sought(passage.read.language.that_year)
        if years and _is_in_part(passage, (term.start, term.end))
    ]


def _goes_on(passage: Passage, span: Span) -> bool:
    """Return whether words for an earlier time are the beginning of another one: "early on" Sunday, "in the past" ten years."""
    read, base = passage.read, passage.sentence[0]
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    if any(
        span[0] < item.span[0] - base
        and item.span[1] - base > span[1]
        and not read.words.between(span[1], max(span[1], item.span[0] - base))
        for item in dates
    ):
        return True
    return any(
        item.start >= span[1]
        and not read.words.between(span[1], item.start)
        and isinstance(item.reading, Quantity)
        and item.reading.unit in TIMES
        for item in read.found
    )


def _formerly(passage: Passage) -> list[Term]:
    """Return the words for an earlier time. One that joins a clause to what stands before is none: "9 million once lawyers are paid".

    Nor is one that says before when something will be: Spanish "1.200 empleos antes de fin de año".
    """
    read, file = passage.read, language_file(passage.language)
    temporal = set(listed(file.saying.temporal)) if file is not None else set()
    limits = compiled(rf"(?:{alternatives(file.dates.before if file is not None else '')})(?!\w)")
    here = read.language
    return [
        term
        for term in read.sought(here.formerly)
        # Ukrainian "тоді як" is "whereas", and no "then"
        if not any(joint.start <= term.start and term.end < joint.end for joint in read.sought(here.apart))
        and not ((limit := limits.match(read.text, term.start)) and limit.end() > term.end)
        and not (
            set(read.words.between(term.start, term.end)) <= temporal
            and (clause := re.split(r"[,;:.()]", read.text[term.end :])[0])
            and term.start >= passage.number[1]
            and set(Words(clause).words[1:]) & here.are
        )
    ]


def _is_compared(passage: Passage, at: int) -> bool:
    """Return whether a time only says with what a figure is compared: "less than in 2027"."""
    read = passage.read
    near = list(read.words.numbered(0, at))[-_LED:]
    # "Than" of "more than 140 the day before" compares no times.
    return any(
        read.words.words[i] in read.language.than and not read.is_of_figure(start) for i, start in near
    )


def _closes_a_clause(passage: Passage, span: Span) -> bool:
    """Return whether a time ends a clause between commas before a figure: "Harrow, which had asked for it in 2028, was fined"."""
    text = passage.read.text
    comma = text.rfind(",", 0, span[0])
    led = passage.read.words.between(comma + 1, span[0])
    return span[1] <= passage.inside[0] and comma >= 0 and text.startswith(",", span[1]) and len(led) > _OPENS


def _is_in_part(passage: Passage, span: Span) -> bool:
    """Return whether words stand in the part of a sentence that is a figure's own."""
    read, part = passage.read, part_of(passage.read, passage.number)
    start, end = (
        (passage.inside[1], span[0]) if span[0] >= passage.inside[1] else (span[1], passage.inside[0])
    )
    return part[0] <= span[0] < part[1] and not any(
        start <= item.start and item.end <= end for item in read.found
    )


def _is_said_of(passage: Passage, span: Span) -> bool:
    """Return whether a time is said of a figure: also where a subject stands between, which German begins as it begins a clause."""
    if belongs(passage, span):
        return True
    read, start = passage.read, passage.inside[0]
    low, _ = read.around(passage.inside)
    if span[1] > start or span[0] < low or read.words.between(low, span[0])[_OPENS:]:
        return False
    here = read.language
    joints = here.joints - here.determiners - here.articles
    words = read.words.between(span[1], start)
    comma = read.text.find(",", span[1], start)  # "dimanche soir, il y en avait"
    first = comma + 1 if comma >= 0 and len(read.words.between(span[1], comma)) < _OPENS else span[1]
    return (
        len(words) <= NEAR
        and not joints & set(words)
        and not any(sign in read.text[first:start] for sign in ',;:()"')
        and not any(span[1] <= at < start for at in _saying(read))
        and not any(span[1] <= item.start and item.end <= start for item in read.found)
    )


def is_then(passage: Passage, span: Span) -> bool:
    """Return whether a clause with "when" leads from a time to a figure: "than in 2027, when it was 65 percent"."""
    read, start = passage.read, passage.inside[0]
    if span[1] > start:
        return False
    gap, words = read.text[span[1] : start], read.words.between(span[1], start)
    if (
        not words
        or words[0] not in read.language.then_when
        or any(sign in gap.lstrip(" ,") for sign in ',;:()"')
    ):
        return False
    return not any(span[1] <= item.start and item.end <= start for item in read.found)


def _times(content: str, sentence: Span, passage: Passage) -> Iterator[tuple[Span, date]]:
    """Yield the times of a sentence that are past, each with its last day; years that stand alone too."""
    taken = []
    for item in when.expressions(content, sentence, passage.published, passage.language):
        taken.append(item.span)
        if passage.said_on in item.means:
            continue
        if is_coming(content, sentence, item.span, passage.language) and not has_been(
            content, sentence, item.span, passage.language
        ):
            continue
        ends = [span.end for span in item.means if span.end is not None]
        if ends and len(ends) == len(item.means):
            yield item.span, max(ends)
    for year in _YEAR.finditer(content, *sentence):
        if not any(start < year.end() and year.start() < end for start, end in taken):
            meant = parse_edtf(year[0])
            if meant.end is not None:
                yield year.span(), meant.end


def _saying(read: Sentence) -> list[int]:
    """Return where verbs of saying stand that are no demand and no offer, which may be what is asked for."""
    deeds = {
        term.start
        for term in read.sought(read.language.matters)
        if set(term.sets) & listed_sets("done_by_saying")
    }
    return [term.start for term in read.sought(read.language.saying) if term.start not in deeds]


def part_of(read: Sentence, number: Span) -> Span:
    """Return the part of a sentence in which a figure stands."""
    found = {item.number for item in read.found if not _YEAR.fullmatch(read.text[slice(*item.number)])}
    parts = parts_of(read, tuple(sorted({*found, number})), ())
    return next((part for part in parts if part[0] <= number[0] < part[1]), (0, len(read.text)))


def part_text(read: Sentence, number: Span) -> str:
    """Return the words of the part of a sentence in which a figure stands."""
    return read.text[slice(*part_of(read, number))]
