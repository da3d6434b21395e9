"""Whether a figure is of an event before the one that its text is about: "in the previous strike 400 waited", "the 2029 vote had 900"."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.own_times import TIMES
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.results import is_set_against
from builder.proof.asked.superseded import has_time
from builder.proof.normal import Span
from builder.proof.owned import Sentence
from builder.values.counting import Term, Words
from builder.values.figures.search import Found
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity

_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)[0-9]{2}(?![\w-]|[.,][0-9])")
_OPENS = 1
"""How many words may stand before an event that opens its sentence as its subject: "The last strike"."""
_DATED = 4
"""How many words may stand between an event and its year: "the last strike on the line, in 2027"."""
_REACH = 12
"""How many words may stand between a figure and the event that leads it in."""
_BEHIND = 4
"""The same where the event stands behind it: "400 waited in the previous strike"."""


def earlier_event(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is of an earlier event; ``None`` where a question asks for a time of its own.

    What only compares, or says since when something has been so, leads in no figure: before the event stands "in" or "during", or it opens
    its sentence.
    """
    asked, site = Words(f"{question.text} {question.short}"), of_site(language)
    if has_time(question, language) or site.former_ones.find(asked) or _YEAR.search(asked.text):
        return None
    for event in passage.read.sought(passage.read.language.occasions):
        span = _earlier(passage, event)
        if span is not None and _leads(passage, span) and _is_of_it(passage, span):
            return passage.printed(*span)
    return None


def _earlier(passage: Passage, event: Term) -> Span | None:
    """Return an event with the word or the year that makes it an earlier one."""
    read, published = passage.read, passage.published
    for term in read.sought(read.language.former_ones):
        start, end = min(term.start, event.start), max(term.end, event.end)
        if term.end <= event.start or event.end <= term.start:
            gap = (term.end, event.start) if term.end <= event.start else (event.end, term.start)
            if not read.words.between(*gap) and not read.text[slice(*gap)].strip():
                return start, end
    if published is None or published.start is None:
        return None
    for year in _YEAR.finditer(read.text):
        if int(year[0]) >= published.start.year:
            continue
        ahead = event.start >= year.end() and not read.words.between(year.end(), event.start)
        between = read.words.between(event.end, year.start()) if event.end <= year.start() else None
        gap_text = read.text[event.end : year.start()]
        behind = between is not None and len(between) <= _DATED and not re.search(r"[;:()]", gap_text)
        # "The strike was called off in 2027": a verb says of the event what was in that year.
        behind = behind and not set(between or ()) & read.language.are
        if ahead or behind:
            return min(year.start(), event.start), max(year.end(), event.end)
    return None


def _leads(passage: Passage, event: Span) -> bool:
    """Return whether "in" or "during" stands before an event, articles left out, or it opens its sentence."""
    read = passage.read
    here = read.language
    skipped = here.articles | here.determiners
    before = [word for word in read.words.between(0, event[0]) if word not in skipped]
    if is_set_against(passage, Term(*event, ("",))):
        return False
    if not before:
        opening = Words(read.text[slice(*event)])
        last = [term for term in here.former_ones.find(opening) if "last" in term.sets]
        # "The last strike" may be the present one, or the final one.
        return not last or _YEAR.search(read.text, event[1], passage.inside[0]) is not None
    led = (tuple(word for word in words if word not in skipped) for words in _led(passage.language))
    return any(words and tuple(before[-len(words) :]) == words for words in led)


@lru_cache(maxsize=16)
def _led(language: str) -> frozenset[tuple[str, ...]]:
    file = language_file(language)
    phrases = listed(f"{file.counted.during},{file.counted.at}") if file is not None else []
    return frozenset(tuple(Words(phrase).words) for phrase in phrases)


def _is_of_it(passage: Passage, event: Span) -> bool:
    """Return whether a figure is told of an event: it is the next one behind it, or the one right before it."""
    read, (start, end) = passage.read, passage.inside
    if event[0] < end and start < event[1]:
        return False
    low, high = (event[1], start) if event[1] <= start else (end, event[0])
    if any(_counts(read, item, event) and low <= item.start and item.end <= high for item in read.found):
        return False
    gap, words = read.text[low:high], read.words.between(low, high)
    if read.language.apart.find(Words(gap)):
        return False
    if event[1] <= start:
        return len(words) <= _REACH
    return len(words) <= _BEHIND and not re.search(r"[,;:\"()]", gap)


def _counts(read: Sentence, item: Found, event: Span) -> bool:
    """Return whether a figure is neither a year nor how long something took."""
    if _YEAR.fullmatch(read.text[slice(*item.number)]) or (item.start < event[1] and event[0] < item.end):
        return False
    return not (isinstance(item.reading, Quantity) and item.reading.unit in TIMES)
