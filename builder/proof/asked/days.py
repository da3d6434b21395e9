"""Whether a figure is of the days that a question asks for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.lasting import lasting
from builder.proof.asked.paired import other_days
from builder.proof.asked.passage import Passage, of_site
from builder.proof.coming import is_coming
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.values.counting import Sets, Term, Words, listed_sets
from builder.values.dates import DateSpan

NEAR = 8
"""How many words may stand between a figure and the day or place that is said of it."""
_LONG = 31
"""Days: a question of more is one of all that happened in them."""
_NIGHT = 2
"""Days by which a time may be longer than what is asked for and still be the same: a night, a weekend around a day."""
_LEAD = 12
"""Characters before a date in which the word stands that leads it in."""
_EVENT = 60
"""Characters behind "an earlier" in which the event may be named."""
_PARTS = re.compile(r"[,;:\"](?![0-9])")
"""What parts a figure from a clause that may be of another: a comma that is none of a number."""
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)[0-9]{2}(?![\w.-])")
_ABOVE = 400
"""Characters before a sentence that may name the day from which it counts back."""


def other_day(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is of other days than those that a question asks for: another day, or all days so far."""
    asked = question.when
    if asked is None or asked.start is None or asked.end is None:
        return None
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    ours = [span for date in dates for span in date.means if span.overlaps(asked)]
    if any(not _is_much_wider(span, asked) for span in ours):
        if all(_is_longer(span, asked) for span in ours) and (
            began := _since_it_began(passage, question, language)
        ):
            return began
        longer = None if _asks_for_act(question, language) else _of_longer(passage, dates, asked)
        return other_days(passage, asked) or _after_that(passage, asked) or longer
    all_days = _all_days(passage, question, language) or _since_it_began(passage, question, language)
    if all_days is not None or ours:
        # "so far this year", where a day of the year is asked for
        return all_days
    return (
        _before_that(passage, asked)
        or _after_that(passage, asked)
        or _of_a_year(passage, asked)
        or _another_day(passage, dates, asked)
    )


def _asks_for_act(question: Question, language: str) -> bool:
    """Return whether a question asks for what was done once, on one day of the week or the month that a text names: an award, a fine."""
    cut, site = Words(f"{question.text} {question.counts or ''}"), of_site(language)
    names = {
        name for terms in (site.find(cut), site.matters.find(cut)) for term in terms for name in term.sets
    }
    return bool(names & listed_sets("acts"))


def _of_longer(passage: Passage, dates: tuple[when.Printed, ...], asked: DateSpan) -> str | None:
    """Return the words for a longer time that a figure is of, where a question asks for certain days within it: "in December"."""
    found = None
    for item in dates:
        if not any(span.overlaps(asked) for span in item.means):
            continue
        if any(not _is_longer(span, asked) for span in item.means):
            return None  # the days themselves are named too
        span = (item.span[0] - passage.sentence[0], item.span[1] - passage.sentence[0])
        led = passage.read.words.between(max(0, span[0] - _LEAD), span[0])[-1:]
        bounds = passage.read.language.until | passage.read.language.since_words
        aside = passage.read.text[span[1] :].startswith(",") and "," in passage.read.text[: span[0]]
        if not set(led) & bounds and not aside and belongs(passage, span):
            found = item.words
    return found


def _is_longer(span: DateSpan, asked: DateSpan) -> bool:
    """Return whether a time has days enough beside those that are asked for: more than a night or a weekend."""
    if None in (span.start, span.end, asked.start, asked.end):
        return False
    assert span.start is not None
    assert span.end is not None
    assert asked.start is not None
    assert asked.end is not None
    return (span.end - span.start).days - (asked.end - asked.start).days > _NIGHT


def _is_much_wider(span: DateSpan, asked: DateSpan) -> bool:
    """Return whether a time is so long that what happened in all of it is not what happened on the days that are asked for."""
    if None in (span.start, span.end, asked.start, asked.end):
        return False
    assert span.start is not None
    assert span.end is not None
    assert asked.start is not None
    assert asked.end is not None
    return (span.end - span.start).days > _LONG > (asked.end - asked.start).days


def _before_that(passage: Passage, asked: DateSpan) -> str | None:
    """Return the words by which a figure is of an event before: "a day earlier", "an earlier attack".

    A day that is counted back from one near by is another one only if it is not that which is asked for.
    """
    read, (low, high) = passage.read, passage.read.around(passage.inside)
    for term in read.sought(read.language.before_that):
        if not (low <= term.start and term.end <= high) or not is_said_of(read, passage.inside, term):
            continue
        if not any(_may_be(day, int(term.sets[0]), asked) for day in _anchors(passage)):
            return passage.printed(term.start, term.end)
    for term in read.sought(read.language.earlier):
        if not belongs(passage, (term.start, term.end)):
            continue
        near = Words(read.text[term.end : term.end + _EVENT])
        event = next(iter(read.language.disasters.find(near)), None)
        if event is not None and not near.between(0, event.start):
            return passage.printed(term.start, term.end + event.end)
        # Spanish "un ataque anterior"
        begins = max(0, term.start - _EVENT)
        near = Words(read.text[begins : term.start])
        for event in read.language.disasters.find(near)[-1:]:
            if not near.between(event.end, len(near.text)):
                return passage.printed(begins + event.start, term.end)
    return None


def _after_that(passage: Passage, asked: DateSpan) -> str | None:
    """Return the words before a figure by which it is of an event before the one that the sentence tells: "a day after 12 were killed"."""
    read, figure = passage.read, passage.inside
    for term in read.sought(read.language.after_that):
        if term.end > figure[0] or len(read.words.between(term.end, figure[0])) > NEAR:
            continue
        if any(term.end <= other[0] and other[1] <= figure[0] for other in read.figures):
            continue
        if any(sign in read.text[term.end : figure[0]] for sign in ',;:()"'):
            continue
        if not any(_may_be(day, int(term.sets[0]), asked) for day in _anchors(passage)):
            return passage.printed(term.start, figure[1])
    return None


def _of_a_year(passage: Passage, asked: DateSpan) -> str | None:
    """Return the event of another year that a figure is of: "a 2019 crash", "the crash of 2019"."""
    assert asked.start is not None
    assert asked.end is not None
    read = passage.read
    events = read.sought(read.language.disasters)
    for year in _YEAR.finditer(read.text):
        said = is_said_of(read, passage.inside, Term(*year.span(), ("",)))
        if asked.start.year <= int(year[0]) <= asked.end.year or not said:
            continue
        for event in events:
            ahead = read.words.between(year.end(), event.start) if event.start >= year.end() else None
            behind = read.words.between(event.end, year.start()) if event.end <= year.start() else None
            if ahead == [] or (behind is not None and len(behind) <= 1):
                first, last = min(year.start(), event.start), max(year.end(), event.end)
                return passage.printed(first, last)
    return None


def _anchors(passage: Passage) -> list[date]:
    """Return the days from which "a day earlier" may count back: those of the sentences before it, and that of the article."""
    start = max(0, passage.sentence[0] - _ABOVE)
    span = (passage.content.find(" ", start) + 1 if start else 0, passage.sentence[1])
    dates = when.expressions(passage.content, span, passage.published, passage.language)
    spans = [
        *(span for item in dates for span in item.means),
        *filter(None, (passage.published, passage.said_on)),
    ]
    return [day for span in spans for day in (span.start, span.end) if day is not None]


def _may_be(day: date, back: int, asked: DateSpan) -> bool:
    """Return whether a number of days before a day is one that is asked for. Months and years are roughly counted."""
    assert asked.start is not None
    assert asked.end is not None
    if day < date.min + timedelta(days=2 * back + 1):
        return True
    roughly = timedelta(days=back // 2)
    then = day - timedelta(days=back)
    return asked.start - roughly <= then <= asked.end + roughly


def _all_days(passage: Passage, question: Question, language: str) -> str | None:
    asked = question.when
    if asked is None or asked.start is None or asked.end is None or (asked.end - asked.start).days > _LONG:
        return None
    if of_site(language).in_all.find(Words(f"{question.text} {question.short}")):
        return None
    for start, end in _said_of(passage, passage.read.language.in_all):
        return passage.printed(start, end)
    return lasting(passage, asked, longest=_LONG)


def _since_it_began(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is of all days since something began, where days are asked for: "since they went down the pit"."""
    asked = question.when
    if asked is None or asked.start is None or asked.end is None or (asked.end - asked.start).days > _LONG:
        return None
    if of_site(language).in_all.find(Words(f"{question.text} {question.short}")):
        return None
    read, (low, high) = passage.read, passage.read.around(passage.inside)
    for term in read.sought(read.language.since_when):
        if not (low <= term.start and term.end <= high):
            continue
        if term.end <= passage.inside[0]:
            # "Since they arrived, 100 have been killed": the clause that opens the sentence
            if read.words.between(0, term.start) == []:
                return passage.printed(term.start, term.end)
            continue
        # German, Ukrainian and Russian set a comma before every clause; in English it makes "since" a reason.
        commas = read.language.capital_nouns or not read.language.articles
        end = term.start - 2 if commas and read.text.endswith(", ", 0, term.start) else term.start
        if _PARTS.search(read.text, passage.inside[1], end) is None and not any(
            passage.inside[1] <= said.start and said.end <= term.start
            for said in read.sought(read.language.saying)
        ):
            return passage.printed(term.start, term.end)
    return None


def _said_of(passage: Passage, sets: Sets) -> list[Span]:
    """Return the phrases of a clause that are said of its figure, and not of another one beside them."""
    low, high = passage.read.around(passage.inside)
    inside = [term for term in passage.read.sought(sets) if low <= term.start and term.end <= high]
    return [(term.start, term.end) for term in inside if is_said_of(passage.read, passage.inside, term)]


def _is_of_a_count(passage: Passage, dated: when.Printed, asked: DateSpan) -> bool:
    """Return whether a later day is that on which a count stood so: "the death toll rose to 12 on Sunday"."""
    if any(span.end is None or asked.end is None or span.end < asked.end for span in dated.means):
        return False
    read, (low, _) = passage.read, passage.read.around(passage.inside)
    return any(
        low <= term.start and term.end <= passage.inside[0] for term in read.sought(read.language.toll)
    )


def _another_day(passage: Passage, dates: tuple[when.Printed, ...], asked: DateSpan) -> str | None:
    for item in dates:
        if _is_of_a_count(passage, item, asked):
            continue
        if any(not span.edtf for span in item.means) or passage.said_on in item.means:
            continue
        span = (item.span[0] - passage.sentence[0], item.span[1] - passage.sentence[0])
        if is_coming(passage.content, passage.sentence, item.span, passage.language) or not belongs(
            passage, span
        ):
            continue
        return item.words
    return None


def belongs(passage: Passage, span: Span) -> bool:
    """Return whether words of a clause are said of its figure: nothing is told, joined or counted between them."""
    read, figure = passage.read, passage.inside
    low, high = read.around(figure)
    if not (low <= span[0] and span[1] <= high):
        return False
    start, end = (figure[1], span[0]) if span[0] >= figure[1] else (span[1], figure[0])
    between = read.text[start:end]
    words = read.words.between(start, end)
    joints = read.language.joints
    leading = span[1] <= figure[0]
    if not leading:  # "until 3 October", German "bis zum"
        words = words[:-2] + [word for word in words[-2:] if word not in read.language.until]
    return (
        len(words) <= NEAR
        and not any(word in joints for word in words)
        and not any(sign in between.removeprefix(",") if leading else sign in between for sign in ',:"')
        and not any(start <= other[0] and other[1] <= end for other in read.figures)
        and not any(start <= term.start and term.end <= end for term in read.sought(read.language.saying))
    )
