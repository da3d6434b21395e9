"""Places of a sentence that are not those of its figure.

One may only say where another place lies, "40 died in Pell, a suburb of Osk", or where a part of those was who are counted: "158 died, 155 in
Osk alone", "95 died, most of them in Osk".
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.asked.passage import Passage
from builder.proof.normal import Span
from builder.proof.owned import Sentence, sentence_of
from builder.values.expressions import alternatives
from builder.values.figures.search import Found
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity

_APPOSED = 6
"""How many words may stand between a place and the name of the one in which it lies: ", a small town in the north of"."""
_OPENS = 3
"""How many words may stand before "most of them" in its clause."""
_EVENT = 80
"""Characters before a place that may hold the event there."""
_PARTS = 2
"""So many figures that come to another one are its parts."""
_SIGN = re.compile(r"[,;:()](?!\d)|\s-\s")
_LED = re.compile(rf"(?<!\w)(?P<name>{CAPITAL}[\w'’-]*)(?:,|\s\()\s*")
_ENDS = re.compile(r"(?:['’]s?)?(?:\s+[^\W\d_][\w'’-]*){0,2}\s*(?:[,.;:)]|\s-\s|\Z)")
_IN_BRACKETS = re.compile(rf"(?<!\w){CAPITAL}[\w'’-]*\s\(\Z")


def lies_in(text: str, name: Span, language: str) -> bool:
    """Return whether a place in a sentence only says where the one before it lies: "Pell, a suburb of Osk", "Pell (Osk)"."""
    if _IN_BRACKETS.search(text, 0, name[0]) and text.startswith(")", name[1]):
        return True
    if not (before := [*_LED.finditer(text, 0, name[0])]):
        return False
    led = before[-1]
    read, table = sentence_of(text, language), words_of(language)
    if table is not None and fold(led["name"]) in {*table.weekdays, *table.months}:
        return False
    between = read.words.between(led.end(), name[0])
    if not 0 < len(between) <= _APPOSED or _SIGN.search(text, led.end(), name[0]):
        return False
    if any(led.end() <= item.start < name[0] for item in read.found):
        return False
    locality = next((term for term in read.sought(read.language.localities) if led.end() <= term.start), None)
    if locality is None or locality.end > name[0]:
        return False
    behind = read.words.between(name[1], len(text))[:_OPENS]
    goes_on = any(word in read.language.relative | read.language.there for word in behind)
    return goes_on or _ENDS.match(text, name[1]) is not None


def is_of_event(text: str, start: int, language: str) -> bool:
    """Return whether a place is where an event was that is called by it, and that is not counted: "the floods in Osk", and no "two fires in Osk".

    So many may have died in the floods in Osk, and not all of them in Osk.
    """
    if not (led := _at(language).search(text, max(0, start - _EVENT), start)):
        return False
    read = sentence_of(text, language)
    event = next(
        (one for one in read.sought(read.language.disasters) if one.start <= led.start() <= one.end), None
    )
    if event is None:
        return False
    # "The flood", and no bus that "crashed in Osk".
    led_in = set(read.words.between(0, event.start)[-1:])
    named = bool(led_in & (read.language.articles | read.language.determiners))
    return named and not any(
        item.end <= event.start and not read.words.between(item.end, event.start)[1:] for item in read.found
    )


@lru_cache(maxsize=16)
def _at(language: str) -> re.Pattern[str]:
    """Return an expression for what stands between an event and the place where it was: " in the region of"."""
    file = language_file(language)
    at = alternatives(file.counted.at if file is not None else "")
    return re.compile(rf"\s+(?:{at})\s+(?:[^\W\d_][\w'’-]*\s+){{0,3}}?(?:[dl]['’])?\Z", re.IGNORECASE)


def of_a_sum(passage: Passage) -> Span | None:
    """Return the figures of a list that come to just the one before them, if a figure is among them: "217 died, 213 here, three there and one at sea"."""
    own = passage.read.figure_at(passage.number)
    amounts = [
        (item, item.reading.low)
        for item in passage.read.found
        if isinstance(item.reading, Quantity)
        and item.reading.unit is None
        and item.reading.low == item.reading.high
    ]
    for at, (first, whole) in enumerate(amounts):
        # "..., and one at sea": an article alone is read as no figure.
        one, sum_, parts = _one(passage.language), 0.0, amounts[at + 1 :]
        for count, (item, amount) in enumerate(parts, 1):
            sum_ += float(amount or 0)
            rest = passage.read.words.between(item.end, len(passage.read.text))
            last = whole is not None and sum_ + 1 == whole and not one.isdisjoint(rest)
            if count >= _PARTS and (sum_ == whole or last):
                among = own in [part for part, _ in parts[:count]]
                return (first.start, item.end) if among else None
    return None


@lru_cache(maxsize=16)
def _one(language: str) -> frozenset[str]:
    file = language_file(language)
    if file is None:
        return frozenset()
    units = (word for word, value in file.numbers.units.items() if value == 1)
    return frozenset(fold(word) for word in (*listed(file.numbers.one), *units))


def of_a_part(passage: Passage, name: Span) -> Span | None:
    """Return the words by which a place behind a figure is only that of a part of it: "155 in Osk alone", "most of them in Osk".

    ``name`` is where the place stands in the sentence.
    """
    read, (_, end) = passage.read, passage.inside
    if name[0] < end:
        return None
    low, high = _clause(read, name)
    if low < end:
        return None
    for term in read.sought(read.language.mostly):
        opens = not read.words.between(low, max(low, term.start))[_OPENS:]
        if low <= term.start and term.end <= name[0] and opens and not _figures(read, low, name[0]):
            return term.start, name[1]
    whole, parts = read.figure_at(passage.number), _figures(read, low, high)
    alone = [term for term in read.sought(read.language.alone) if low <= term.start and term.end <= high]
    if alone and len(parts) == 1 and _may_be_part(parts[0], whole):
        return min(parts[0].start, alone[0].start), max(parts[0].end, alone[0].end, name[1])
    return None


def _clause(read: Sentence, name: Span) -> Span:
    """Return the part of a sentence between two signs in which a name stands."""
    low = max((sign.end() for sign in _SIGN.finditer(read.text, 0, name[0])), default=0)
    sign = _SIGN.search(read.text, name[1])
    return low, sign.start() if sign else len(read.text)


def _figures(read: Sentence, low: int, high: int) -> list[Found]:
    return [item for item in read.found if low <= item.start and item.end <= high]


def _may_be_part(part: Found, whole: Found | None) -> bool:
    """Return whether one figure may be a part of another: it is no larger, and in no other unit."""
    both = [item.reading for item in (part, whole) if item is not None]
    amounts = [item for item in both if isinstance(item, Quantity)]
    if len(amounts) < 2 or amounts[0].unit != amounts[1].unit:
        return False
    least, most = amounts[0].low, amounts[1].high if amounts[1].high is not None else amounts[1].low
    return least is not None and most is not None and least <= most
