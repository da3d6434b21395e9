"""Whether a figure is one that held before, told by its own time: "in February it had offered 46 euros", "at first 19", "when it was 65 percent".

An earlier time alone makes no figure a former one, as a question may ask for what was long ago. So another figure of the same unit has to
stand near by that has no such time and says what is asked, and the question must name no time itself. Where a figure only stands on a
level, and has no noun of its own ("on Sunday there were 410"), a day before that of the other figure is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.asks import Asks
from builder.proof.asked.days import NEAR, belongs
from builder.proof.asked.paired import parts_of
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.asked.portions import portion
from builder.proof.coming import has_been, is_coming
from builder.proof.normal import Span
from builder.proof.owned import Sentence, sentence_of
from builder.values.counting import Words, listed_sets
from builder.values.dates import DateSpan, parse_edtf
from builder.values.figures.search import Found
from builder.values.lexicon import has_rules
from builder.values.quantity import Quantity

_OLD = timedelta(days=45)
"""How long before its article a time is old for a figure that the article gives as news."""
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)[0-9]{2}(?![\w-]|[.,][0-9])")
_JOINED = re.compile(r"\s?(?:-|and|to|und|bis|et|à|y|a)\s?")
"""What stands between the first and the last year of a time."""
_ENDS = re.compile(r"(?<=[.!?])[\"'»”]?\s+(?=[\"«„“¿¡(]?[^\W_a-zß-öø-ÿ])")
_WINDOW = 500
"""Characters before and behind a sentence that may have the figure that holds now."""
_LEFT = 1
"""How many words a clause may have beside its time and its figure that only says on which level something stood."""
_MONTH = 28
"""Days: a question's words for a shorter time count from a day that nobody knows."""
_OPENS = 2
"""Words that may stand before a time that opens its sentence: "Schon im Jahr" 2029."""
_LED = 2
"""Words before a time that may set it against another: "than in"."""
_THAN = frozenset({"than", "als", "que", "qu"})
_NOT_COMPARED = frozenset({"percentage points", "basis points"})


class _Mark(Struct, frozen=True):
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


def of_another_year(passage: Passage, question: Question) -> str | None:
    """Return the year that a figure's own part of a sentence names, where a question asks for another one: "1,210 in early 2031"."""
    asked, read = question.when, passage.read
    if asked is None or asked.start is None or asked.end is None:
        return None
    part = _part_of(read, passage.number)
    found = [year for year in _YEAR.finditer(read.text, *part) if not _is_compared(passage, year.start())]
    numbers = {item.number for item in read.found}
    years = [
        year for year in found if not any(low < year.end() and year.start() < high for low, high in numbers)
    ]
    if (
        len(years) == 2
        and asked.start.year == asked.end.year
        and _JOINED.fullmatch(read.text, years[0].end(), years[1].start())
    ):
        return read.text[years[0].start() : years[1].end()]  # "between 2021 and 2030"
    if len(years) != 1 or asked.start.year <= int(years[0][0]) <= asked.end.year:
        return None
    behind = years[0].start() >= passage.inside[1]
    return (
        years[0][0]
        if behind and _is_in_part(passage, years[0].span()) and belongs(passage, years[0].span())
        else None
    )


def superseded(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is one that held before another one near by."""
    if passage.published is None or passage.published.start is None:
        return None
    marks = _marks(passage)
    if question.when is not None and question.when.start is not None:
        start = question.when.start
        then = (mark for mark in marks if mark.until is not None and mark.until < start)
        found = next((mark for mark in then if _is_then(passage, mark.span)), None)
        return passage.printed(found.span[0], passage.inside[1]) if found is not None else None
    if not marks or _has_time(question, language):
        return None
    asks = Asks(question, language)
    elliptic = _is_level(passage, marks)
    mine = asks.met(_part(passage.read, passage.number), passage.language)
    if not elliptic and not mine:
        return None
    for mark in marks:
        old = mark.until is None or mark.until < passage.published.start - _OLD
        if not old and not elliptic:
            continue
        if any(
            _holds_now(passage, sentence, item, mark, (asks, mine), elliptic=elliptic, near=near)
            for sentence, item, near in _others(passage)
        ):
            low, high = min(mark.span[0], passage.inside[0]), max(mark.span[1], passage.inside[1])
            return passage.printed(low, high)
    return None


def _has_time(question: Question, language: str) -> bool:
    site, asked = of_site(language), Words(f"{question.text} {question.short}")
    return any(
        sets.find(asked) for sets in (site.formerly, site.former, site.other_time, site.periods, site.in_all)
    )


def _marks(passage: Passage) -> list[_Mark]:
    """Return the earlier times that are said of a figure."""
    read, base = passage.read, passage.sentence[0]
    found = [
        _Mark((term.start, term.end))
        for term in read.sought(read.language.formerly)
        if _is_in_part(passage, (term.start, term.end)) and not _is_compared(passage, term.start)
    ]
    for span, until in _times(passage.content, passage.sentence, passage):
        here = (span[0] - base, span[1] - base)
        if _is_then(passage, here) or (
            _is_said_of(passage, here)
            and not _is_compared(passage, here[0])
            and not _closes_a_clause(passage, here)
        ):
            found.append(_Mark(here, until))
    return found


def _is_compared(passage: Passage, at: int) -> bool:
    """Return whether a time only says with what a figure is compared: "less than in 2027"."""
    return bool(_THAN & set(passage.read.words.between(0, at)[-_LED:]))


def _closes_a_clause(passage: Passage, span: Span) -> bool:
    """Return whether a time ends a clause between commas before a figure: "Harrow, which had asked for it in 2028, was fined"."""
    text = passage.read.text
    comma = text.rfind(",", 0, span[0])
    led = passage.read.words.between(comma + 1, span[0])
    return span[1] <= passage.inside[0] and comma >= 0 and text.startswith(",", span[1]) and len(led) > _OPENS


def _is_in_part(passage: Passage, span: Span) -> bool:
    """Return whether words stand in the part of a sentence that is a figure's own."""
    read, part = passage.read, _part_of(passage.read, passage.number)
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


def _is_then(passage: Passage, span: Span) -> bool:
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


def _part_of(read: Sentence, number: Span) -> Span:
    """Return the part of a sentence in which a figure stands."""
    found = {item.number for item in read.found if not _YEAR.fullmatch(read.text[slice(*item.number)])}
    parts = parts_of(read, tuple(sorted({*found, number})), ())
    return next((part for part in parts if part[0] <= number[0] < part[1]), (0, len(read.text)))


def _part(read: Sentence, number: Span) -> str:
    return read.text[slice(*_part_of(read, number))]


def _is_level(passage: Passage, marks: list[_Mark]) -> bool:
    """Return whether a clause only says on which level something stood then: "on Sunday there were 410", "it had stood at 24"."""
    read = passage.read
    found = read.figure_at(passage.number)
    measured = found is not None and isinstance(found.reading, Quantity) and found.reading.unit is not None
    noun, at = noun_phrase(passage)
    if not measured and noun and not any(low <= at < high for low, high in (mark.span for mark in marks)):
        return False
    start, stop = _part_of(read, passage.number)
    spans = [*(mark.span for mark in marks), passage.inside]
    spans += [(term.start, term.end) for term in read.sought(read.language.level)]
    left = [
        at for _, at in read.words.numbered(start, stop) if not any(low <= at < high for low, high in spans)
    ]
    plain = read.language.are | read.language.articles | read.language.and_or
    return sum(read.words.words[read.words.starts.index(at)] not in plain for at in left) <= _LEFT


@lru_cache(maxsize=256)
def _sentences(content: str, sentence: Span) -> tuple[Span, ...]:
    """Return the sentences around one, and itself."""
    low, high = max(0, sentence[0] - _WINDOW), min(len(content), sentence[1] + _WINDOW)
    cuts = [low, *(match.end() for match in _ENDS.finditer(content, low, high)), high]
    return tuple((start, end) for start, end in pairwise(cuts) if start < end)


def _others(passage: Passage) -> Iterator[tuple[Span, Found, bool]]:
    """Yield the figures near by that are of the same unit, each with its sentence, and whether that is its own or the one before."""
    mine = passage.read.figure_at(passage.number)
    spans = _sentences(passage.content, passage.sentence)
    own = next((at for at, span in enumerate(spans) if span[0] <= passage.figure[0] < span[1]), 0)
    for at, span in enumerate(spans):
        read = sentence_of(passage.content[slice(*span)], passage.language)
        for item in read.found:
            here = (span[0] + item.number[0], span[0] + item.number[1])
            if here[0] < passage.figure[1] and passage.figure[0] < here[1]:
                continue
            if _is_alike(mine, item):
                yield span, item, at in (own, own - 1)


def _is_alike(mine: Found | None, other: Found) -> bool:
    """Return whether two figures are of one unit; what is counted has none."""
    units = []
    for item in (mine, other):
        if item is None or not isinstance(item.reading, Quantity):
            return False
        if item.reading.share and " per " not in (item.reading.unit or ""):
            return False  # but what is offered for each share is a sum
        units.append((item.reading.unit or "").partition(" per ")[0])
    return units[0] == units[1] and units[0] not in _NOT_COMPARED


def _holds_now(
    passage: Passage,
    sentence: Span,
    item: Found,
    mark: _Mark,
    asked: tuple[Asks, frozenset[str]],
    *,
    elliptic: bool,
    near: bool,
) -> bool:
    """Return whether a figure near by has no such earlier time, and says what is asked, with all that the former one says of it."""
    start, end = (sentence[0] + place for place in item.number)
    other = Passage(
        passage.content, sentence, (start, end), passage.language, passage.published, passage.said_on
    )
    if portion(other) is not None:
        return False
    times = _marks(other)
    if any(one.until is None for one in times):
        return False
    assert passage.published is not None
    assert passage.published.start is not None
    earliest = mark.until or passage.published.start - _OLD
    if any(one.until is not None and one.until <= earliest for one in times):
        return False
    asks, mine = asked
    theirs = asks.met(_part(other.read, item.number), passage.language)
    # What tells a set tells it in any form: "cut" is "cuts".
    said = mine & asks.states
    if theirs and (elliptic or (said <= theirs if said else bool(mine & theirs))):
        return True
    return elliptic and near and start < passage.figure[0]
