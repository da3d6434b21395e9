"""Figures that answer no question of their kind, by what stands around them: the other side of a vote, one of several kinds, a time that
passed since something, another event, a neighbour's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.asking import PERIODS, Wanted
from builder.desk.suggest.counted import noun_after
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.place_words import place_words
from builder.desk.suggest.standing import Place
from builder.values.counting import Words, counting

_GAP = 4
"""Words between two figures that stand against each other, or side by side: "54 percent of the votes against 46"."""
_OPENS = 8
"""Words at a sentence's beginning in which it says that it is on a neighbour: "The mayor of neighbouring Brack"."""


class _Words(Struct, frozen=True):
    against: re.Pattern[str]
    """Before the second of two figures of which the one stands against the other: "to", "against"."""
    that_one: re.Pattern[str]
    """At a sentence's beginning, what says of an event that it is another one: "That quake", "In that quake"."""
    nearby: re.Pattern[str]
    """What says of a place that it is not the one that a text is on: "neighbouring"."""
    later: re.Pattern[str]
    """Behind a time that passed before something: "two days later"."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    figures = proposing(language).figures
    return _Words(
        re.compile(rf"(?:[\w'’]+\s+){{0,{_GAP}}}?{any_of(figures.against)}", re.IGNORECASE),
        re.compile(rf"\W*(?:\w{{1,6}}\s+)?{any_of(figures.that_one)}\s+(?P<event>[\w-]+)", re.IGNORECASE),
        re.compile(rf"\W*(?:[\w'’-]+\s+){{0,{_OPENS}}}?{any_of(figures.nearby)}(?!\w)", re.IGNORECASE),
        re.compile(rf"\s+{any_of(figures.later)}(?!\w)", re.IGNORECASE),
    )


def is_of_another(place: Place, wanted: Wanted) -> bool:
    """Return whether a figure is surely not the one that a question asks for, whatever words they share."""
    return (
        _is_other_side(place, wanted)
        or is_of_neighbour(place.passage.read.text, place.language, wanted.question.text)
        or _is_of_that_one(place)
        or (wanted.unit in PERIODS and _is_later(place, wanted))
        or (wanted.unit is None and _is_one_kind(place, wanted))
    )


def is_of_neighbour(sentence: str, language: str, question: str = "") -> bool:
    """Return whether a sentence begins with a neighbour of the place that a text is on: "In neighbouring Brack, six were hurt"."""
    found = _words(language).nearby.match(sentence)
    if found is None or {"and", *counting(language).and_or} & set(Words(found[0]).words):
        return False
    return found[0].split()[-1].casefold() not in question.casefold()


def _is_other_side(place: Place, wanted: Wanted) -> bool:
    """Return whether a figure stands against the one before it, as the smaller side of a vote: "by 54 percent to 46"."""
    at = place.figures.index(place.figure) if place.figure in place.figures else 0
    if not at or place.unit != place.figures[at - 1].unit or "against" in wanted.said:
        return False
    content, other = place.passage.content, place.figures[at - 1]
    rose = place_words(place.language).opening.search(content, place.passage.sentence[0], other.span[0])
    if place.unit != "percent" or rose or "~against" in wanted.key:
        return False
    return (
        _words(place.language).against.fullmatch(content[other.span[1] : place.figure.span[0]].strip())
        is not None
    )


def _is_of_that_one(place: Place) -> bool:
    """Return whether a sentence goes on about another event: "That quake killed 22"."""
    found = _words(place.language).that_one.match(place.passage.read.text)
    return found is not None and bool(counting(place.language).disasters.find(Words(found["event"])))


def _is_later(place: Place, wanted: Wanted) -> bool:
    """Return whether a time only says how long after something else something was: "two days later she quit"."""
    how_late = any_of(proposing(wanted.unit_in).figures.how_late)
    asks = re.search(rf"\b{how_late}\b", wanted.question.text, re.IGNORECASE) is not None
    found = _words(place.language).later.match(place.passage.content, place.figure.span[1])
    return found is not None and not asks


def _is_one_kind(place: Place, wanted: Wanted) -> bool:
    """Return whether a figure counts one of two kinds of what is asked for, beside the other: "62 cars and 11 lorries" are vehicles."""
    if wanted.people or place.figure not in place.figures:
        return False
    at = place.figures.index(place.figure)
    beside = [pair for pair in ((at - 1, at), (at, at + 1)) if pair[0] >= 0 and pair[1] < len(place.figures)]
    own = {name for name in place.counted_words if name[0] not in "~=+^"}
    kinds = {name for name in wanted.nouns & place.counted_words if name[0] == "~"}
    if not kinds or own & wanted.nouns:
        return False
    return any(
        _is_joined(place, place.figures[one], place.figures[other])
        and (noun := _noun(place, place.figures[other if one == at else one]))
        and noun.casefold() not in place.noun.casefold()
        and kinds & {token.name for token in place.read(noun)}
        for one, other in beside
    )


def _is_joined(place: Place, one: Figure, other: Figure) -> bool:
    words = place.passage.content[one.span[1] : other.span[0]].casefold().split()
    return 1 < len(words) <= _GAP and words[-1] in counting(place.language).and_or


def _noun(place: Place, figure: Figure) -> str:
    last = place.passage.sentence[1]
    return (
        noun_after(place.passage.content[figure.span[1] : min(last, figure.span[1] + 40)], place.language)[0]
        or ""
    )
