"""Whether a figure is the result that a question asks for: of its period, and neither the one before nor what was expected or demanded.

A share of votes, a profit, a sentence, a sum of rain are counted again and again, are forecast before they are counted, and demanded
before they are decided. Only words that surely stand to the figure tell: nothing is counted, joined or told between them.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.numbers import asks_for_difference
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.things import asks_for, kind_of_unit
from builder.proof.normal import Span
from builder.proof.owned import owned
from builder.values.counting import Sets, Term, Words, changes
from builder.values.dates import DateSpan, caption
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.phrase_sets import cut_phrase

_REACH = 10
"""How many words may stand between a figure and what makes it a forecast, or an earlier result."""
_LED = 5
"""How many words may stand before a phrase that opens its sentence: "According to an exit poll, ..."."""
_COMMA = re.compile(r",(?![0-9])|[:\"]|[.!?]\s")
_PAST = timedelta(days=200)
"""A question of days longer ago may ask for just that earlier result."""
_MONTH = timedelta(days=32)
_THIS_YEAR, _SO_FAR = "this year", "ytd"
"""The sign of a year that only a question asks for by: in a text it says no more than when; and that of the year up to now."""
_LONG = frozenset({_SO_FAR, "9m"})
"""The signs of what is longer than a month."""
_QUARTERS = {1: "q1", 4: "q2", 7: "q3", 10: "q4"}
_ASKED_FOR = ("demanded", "planned", "promised", "offered", "requested", "proposed", "extension")
"""Events of which a question asks what was wanted, and not what came of it."""

_WISHED = ("demanded", "offered")
_DECIDED = frozenset({"sentence", "convicted", "fined"})
"""States of which a court decides, whatever was demanded."""


def forecast(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is only expected, demanded or possible; ``None`` where the question asks for just that."""
    if not _is_a_result(question, language) or asks_for_forecast(question, language):
        return None
    read, end = passage.read, passage.inside[1]
    # What people think is known from polls alone: "a poll suggests that 46 percent support it".
    polls = read.sought(read.language.polls) if _asks_for_opinion(question, language) else []

    def tells(term: Term) -> bool:
        asked = any(poll.start <= term.start and term.end <= poll.end for poll in polls)
        return not asked and stands_to(passage, term) and not is_set_against(passage, term)

    for term in read.sought(read.language.forecast):
        if term.end <= passage.number[0] and tells(term):
            return passage.printed(term.start, term.end)
    for term in read.sought(read.language.forecast_behind):
        if term.start >= end and tells(term):
            return passage.printed(term.start, term.end)
    return None


def _asks_for_opinion(question: Question, language: str) -> bool:
    """Return whether a question asks what share of people thinks something: no poll is only a forecast of that."""
    asked = Words(f"{question.text} {question.counts or ''}")
    return question.unit == "percent" and bool(of_site(language).opinions.find(asked))


def wished(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a figure is said to be demanded or offered, and its question asks for just that: "has offered 4 percent"."""
    asked = Words(f"{question.text} {question.short}")
    if not wishes(language).find(asked) and not of_site(language).forecast.find(asked):
        return False
    read = passage.read
    terms = [*read.sought(wishes(passage.language)), *read.sought(read.language.forecast)]
    return any(stands_to(passage, term) for term in terms)


def other_wish(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure was offered where what was demanded is asked for, or the other way, or was decided."""
    asked = _wish_in(Words(f"{question.text} {question.short}"), language)
    if len(asked) != 1:
        return None
    read = passage.read
    terms = [term for term in read.sought(_wanted(passage.language)) if stands_to(passage, term)]
    terms = terms or [term for term in passage.owned.own if set(term.sets) & _DECIDED]
    if not terms or any(asked & set(term.sets) for term in terms):
        return None
    return passage.printed(terms[0].start, terms[0].end)


def lost(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure was lost, where what was won is asked for: "lost 14 seats"."""
    file = language_file(passage.language)
    if "won" not in asks_for(question, language) or file is None:
        return None
    read = passage.read
    for term in read.sought(_lost(passage.language)):
        if term.end <= passage.inside[0] and stands_to(passage, term):
            return passage.printed(term.start, term.end)
    return None


@lru_cache(maxsize=16)
def _lost(language: str) -> Sets:
    file = language_file(language)
    happened = file.events.happened if file is not None else {}
    # "defeated" is said of both
    both = set(listed(happened.get("won", "")))
    return Sets({"lost": ",".join(word for word in listed(happened.get("lost", "")) if word not in both)})


@lru_cache(maxsize=16)
def _wanted(language: str) -> Sets:
    """Return the words for what is demanded and for what is offered, each under its own name."""
    file = language_file(language)
    happened = file.events.happened if file is not None else {}
    return Sets({name: happened.get(name, "") for name in _WISHED})


def _wish_in(asked: Words, language: str) -> frozenset[str]:
    return frozenset(name for term in _wanted(language).find(asked) for name in term.sets)


def last_time(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is the result before the one that is asked for: "at the last election", "a year earlier"."""
    asked = Words(f"{question.text} {question.short}")
    site = of_site(language)
    if not _is_a_result(question, language) or site.other_time.find(asked) or site.former.find(asked):
        return None
    if _is_long_ago(question.when, passage.published):
        return None
    read = passage.read
    for term in read.sought(read.language.other_time):
        if stands_to(passage, term) and not is_set_against(passage, term):
            return passage.printed(term.start, term.end)
    return None


def other_period(passage: Passage, question: Question, language: str) -> tuple[str, str] | None:
    """Return the words for the part of a year that a figure is of, and the sign of the one that is asked for, if that is another one."""
    site, read = of_site(language), passage.read
    asked_in = site.periods.find(Words(f"{question.text} {question.short}"))
    asked = {name for term in asked_in for name in term.sets}
    asked |= {_SO_FAR} if _THIS_YEAR in asked else set()
    terms = [term for term in read.sought(read.language.periods) if _THIS_YEAR not in term.sets]
    if not asked and kind_of_unit(question.unit, language) not in ("persons", "places"):
        asked = _period_of(question.when)
        if not asked and _is_short(question.when):
            # "since the start of the year", where a month or a day is asked for
            terms, asked = [term for term in terms if set(term.sets) & _LONG], {_period_named(question.when)}
    if not asked or not terms:
        return None
    found = owned(read, passage.inside, terms, [item.number for item in read.found])
    mine = found.own or found.maybe
    if not mine or any(asked & set(term.sets) for term in (*found.own, *found.maybe)):
        return None
    if all(is_set_against(passage, term) for term in mine):
        return None
    return passage.printed(mine[0].start, mine[0].end), sorted(asked)[0]


def grown(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a percentage is that of a change, where none is asked for: "9.5 percent more" pay."""
    if question.unit != "percent" or asks_for(question, language) & changes():
        return None
    asked = Words(f"{question.text} {question.short} {question.counts or ''}")
    if asks_for_difference(question, language) or _more(asked.text, language):
        return None
    start, end = (place - passage.sentence[0] for place in passage.figure)
    found = _more(passage.read.text[start:], passage.language)
    if (
        found is None
        or start + found[0] < passage.number[1]
        or passage.read.text[end : start + found[0]].strip()
    ):
        return None  # "More than four in ten" is no change
    return passage.printed(start, start + found[1])


def _more(text: str, language: str) -> Span | None:
    """Return where the first "more" of a text stands, in any of the forms of a language."""
    table = words_of(language)
    if table is None:
        return None
    tokens = Tokens(text, table.spelling)
    for at in range(tokens.size):
        if found := table.more.match(tokens.words, at):
            return tokens.starts[at], tokens.ends[found[1] - 1]
    return None


def _is_a_result(question: Question, language: str) -> bool:
    """Return whether a question asks for what is counted or decided again and again: no persons, places or jobs."""
    if kind_of_unit(question.unit, language) in ("persons", "places"):
        return False
    named = of_site(language).kinds.find(Words(question.unit or ""))
    return question.unit is not None and not any("jobs" in term.sets for term in named)


def asks_for_forecast(question: Question, language: str, *, coming: bool = True) -> bool:
    """Return whether a question asks for what is expected, demanded or possible; ``coming``: or for what will be."""
    asked = Words(" ".join((question.text, question.short, question.counts or "", question.unit or "")))
    site = of_site(language)
    sets = [
        site.forecast,
        site.forecast_behind,
        site.denied,
        site.want,
        wishes(language),
        *([site.unreal, site.to_come] if coming else []),
    ]
    return any(found.find(asked) for found in sets)


@lru_cache(maxsize=16)
def wishes(language: str) -> Sets:
    """Return the words for events of which a question asks what was wanted."""
    file = language_file(language) or language_file("en")
    happened = file.events.happened if file is not None else {}
    return Sets({name: happened.get(name, "") for name in _ASKED_FOR})


def stands_to(passage: Passage, term: Term) -> bool:
    """Return whether a phrase is said of a figure: no other number, no joint and no comma is between them.

    Behind a phrase that opens its sentence a comma may stand, and "that" behind a verb. The phrase may end in what hedges the figure
    too: French "prévision | de 45 degrés".
    """
    read, (start, end), number = passage.read, passage.inside, passage.number
    low, high = read.around(passage.inside)
    leads = term.end <= number[0]
    if not (low <= term.start and term.end <= high) or (not leads and term.start < end and start < term.end):
        return False
    first, last = (min(term.end, start), start) if leads else (end, term.start)
    gap, words = read.text[first:last], read.words.between(first, last)
    if leads:
        joined = bool(words) and words[0] in _joining(passage.language)
        gap = gap.removeprefix(",") if joined or _opens(passage, term) else gap
        words = words[1:] if joined else words
    numbers = [item.number for item in read.found]
    # German "die", which joins behind a comma alone
    joints = read.language.joints - read.language.determiners - read.language.articles
    return (
        len(words) <= _REACH
        and not _COMMA.search(gap)
        and not any(word in joints for word in words)
        and not any(first <= number[0] and number[1] <= last for number in numbers)
    )


def _opens(passage: Passage, term: Term) -> bool:
    """Return whether a phrase opens its sentence and says by whom, where or when: "According to an exit poll, ..."."""
    read, file = passage.read, language_file(passage.language)
    before = read.words.between(0, term.start)
    if len(before) > _LED or file is None or "," in read.text[: term.start]:
        return False
    leads = {word for phrase in listed(file.saying.according) for word in cut_phrase(phrase)[:1]}
    at = {word for phrase in listed(file.counted.at) for word in cut_phrase(phrase)[:1]}
    return not before or before[0] in leads | at | read.language.articles


def _joining(language: str) -> frozenset[str]:
    file = language_file(language)
    return frozenset(listed(file.wordings.joining)) if file is not None else frozenset()


def is_set_against(passage: Passage, term: Term) -> bool:
    """Return whether a figure is only compared with a phrase: "more than at the last election", "than analysts expected"."""
    read = passage.read
    before = read.words.between(0, term.start)
    # "more than at first expected"
    return bool(set(before[-1:]) & read.language.set_against or set(before[-2:-1]) & read.language.than)


def _is_long_ago(asked: DateSpan | None, published: DateSpan | None) -> bool:
    if asked is None or asked.end is None or published is None or published.start is None:
        return False
    return published.start - asked.end > _PAST


def _is_short(asked: DateSpan | None) -> bool:
    return (
        asked is not None
        and asked.start is not None
        and asked.end is not None
        and asked.end - asked.start < _MONTH
    )


def _period_named(asked: DateSpan | None) -> str:
    return caption(asked) if asked is not None else ""


def _period_of(asked: DateSpan | None) -> set[str]:
    """Return the sign of the quarter that a question asks for by its first and last day."""
    if asked is None or asked.start is None or asked.end is None or asked.start.year != asked.end.year:
        return set()
    sign = _QUARTERS.get(asked.start.month)
    whole = asked.start.day == 1 and (asked.end + timedelta(days=1)).day == 1
    return {sign} if sign and whole and asked.end.month == asked.start.month + 2 else set()
