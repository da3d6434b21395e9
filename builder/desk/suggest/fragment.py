"""The words around a figure that show which one is meant: none where its own are enough, and never more than that takes."""

from __future__ import annotations

import re
from itertools import islice

from builder.proof.budget import RUN
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.dateline import dateline

_SIGN = re.compile(r"[\";:,](?:\s|\Z)|\"")
_EACH_SIDE = 2
"""Words that are taken behind a figure before one in front of it is: what it counts stands behind it."""


def fragment(text: Text, sentence: Span, figure: Span, counted: int, limit: int) -> str | None:
    """Return the fewest words with which a figure stands in the text once; None where its own are enough.

    ``counted`` is where what it counts ends, ``limit`` how many words may be quoted. It is never the whole sentence, nor a part of its
    dateline; where no words tell it from another one, those that say what it counts are returned.
    """
    if _stands_once(text, text.content[slice(*figure)]):
        return None
    inside = _inside(text, sentence)
    first = next((i for i, word in enumerate(inside) if word[1] > figure[0]), 0)
    last = max((i for i, word in enumerate(inside) if word[0] < figure[1]), default=first)
    best = None
    end = max((i for i, word in enumerate(inside) if word[0] < counted), default=last)
    for low, high in _widening(first, last, max(end, last), len(inside), limit):
        found = text.content[inside[low][0] : inside[high][1]]
        if found.count('"') % 2 or ";" in found:
            continue
        if low < high and (best is None or high <= end):
            best = found
        if _stands_once(text, found):
            # Runs of ``RUN`` words may not stand close to another claim's: fewer do as well, some of them in front.
            long = high - low + 1 >= RUN
            return (_shortest(text, inside, first, last, limit) or found) if long else found
    return best


def _shortest(text: Text, inside: list[Span], first: int, last: int, limit: int) -> str | None:
    """Return less than ``RUN`` words of a sentence with some of them that stand in the text once, most of them behind; None if none do."""
    for length in range(last - first + 2, min(RUN, limit + 1, len(inside))):
        for low in range(first, max(-1, last - length), -1):
            if low + length > len(inside):
                continue
            found = text.content[inside[low][0] : inside[low + length - 1][1]]
            if _SIGN.search(found) is None and _stands_once(text, found):
                return found
    return None


def _stands_once(text: Text, words: str) -> bool:
    return len(list(islice(occurrences(words, text), 2))) == 1


def _inside(text: Text, sentence: Span) -> list[Span]:
    """Return the words of a sentence behind its dateline."""
    inside = text.words_in(sentence)
    if text.paragraph(sentence)[0] == sentence[0] and (line := dateline(text.content[slice(*sentence)])):
        return [word for word in inside if word[0] >= sentence[0] + line.end] or inside
    return inside


def _widening(first: int, last: int, end: int, number: int, limit: int) -> list[tuple[int, int]]:
    """Return ever more words around some of a sentence, up to what is counted before any in front; never all of them."""
    found, low, high = [(first, last)], first, last
    turn = 0
    while high - low + 1 < min(limit, number - 1):
        right = high < number - 1 and (high < end or turn % _EACH_SIDE or low == 0)
        if right:
            high += 1
        elif low > 0:
            low -= 1
        turn += high > end or not right
        found.append((low, high))
    return [(low, high) for low, high in found if high - low + 1 <= limit and high - low + 1 < number]
