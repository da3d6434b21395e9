"""Of two figures one of which is how many there were of the other, the one that a question asks for.

"Seven of 31 samples contained it", French "neuf échantillons sur 31", "sur les 640 coureurs qui ont pris le départ, 412 ont franchi la ligne",
"fewer than the 640 who had signed up". What the clause tells is said of the one; what stands with the noun of the other is said of all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Question
from builder.proof.asked.asks import Asks
from builder.proof.asked.passage import Passage
from builder.proof.normal import Span
from builder.values.counting import counting
from builder.values.expressions import NEVER, alternatives
from builder.values.figures import search
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Number, Quantity

_NOUN = 2
"""How many words may stand between a figure and "of": French "neuf échantillons sur 31"."""
_HEDGE = 2
"""How many words may stand between "of" and a figure: "of the nearly"."""
_BACK = 60
"""Characters before a figure in which those words stand."""
_NEAR = 2
"""How many words behind a figure are its noun and what is said of that: "samples taken"."""
_SIGNS = re.compile(r"[,;:()](?!\d)|\s-\s")


class _Pair(Struct, frozen=True):
    """Where two such figures stand in a sentence."""

    some: Span
    all: Span
    noun: Span
    """The words that may be said of all of them."""
    sure: Span
    """Those that are: behind the noun alone, "taken" may be said of either."""
    told: Span
    """The clause that is said of some."""


def out_of(passage: Passage, question: Question, language: str) -> tuple[str, bool] | None:
    """Return the words by which a figure is the other of two than the one that a question asks for, and whether it is all of them."""
    asks, number = _asks(question, language), passage.number
    for pair in _pairs(passage.read.text, passage.language):
        mine = pair.some if _meet(pair.some, number) else pair.all if _meet(pair.all, number) else None
        if mine is None or not _are_alike(passage, pair):
            continue
        low, high = min(pair.some[0], pair.all[0]), max(pair.some[1], pair.all[1])
        text = passage.read.text
        before = text[pair.told[0] : max(pair.told[0], min(low, pair.noun[0]))]
        if pair.told[1] > pair.all[0] and asks.has_other_deed(before, passage.language):
            before = ""  # "the order to boil water was lifted for 90 of 300": of none who were ordered to
        known = pair.sure if mine is pair.some else pair.noun
        rest = f"{before} {text[max(high, known[1]) : pair.told[1]]}"
        said_of_all = _is_met(asks, text[slice(*known)], passage.language)
        # "640 starters made it to the line": a phrase may begin where the noun's own words end.
        across = not said_of_all and asks.names_only(f"{before} {text[high : pair.told[1]]}", "")
        said_of_some = across or _is_met(asks, rest, passage.language)
        if mine is pair.some and _is_met(Asks(question, language), rest, passage.language):
            continue  # "of the 61 killed, 14 were children", where these are asked for
        if said_of_all != said_of_some and (mine is pair.all) is said_of_some:
            return passage.printed(low, high), mine is pair.all
    return None


def _are_alike(passage: Passage, pair: _Pair) -> bool:
    """Return whether both figures are of one unit: "65 percent more than the 90 million" has none of these."""
    units, text = set(), passage.read.text
    for start, stop in ((pair.some[0], pair.all[0]), (pair.all[0], pair.told[1])):
        # Each is read without the other one, with which it may be no figure at all.
        for found in search.find(text[start:stop], passage.language)[:1]:
            if not isinstance(found.reading, Quantity):
                return False
            if not found.start and found.reading.unit is not None:
                units.add(found.reading.unit)
    return len(units) < 2 and not units & {"percent", "percentage points"}


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _asks(question: Question, language: str) -> Asks:
    """Return a question's words without those for whom or what it is of: both figures count them."""
    return Asks(replace(question, of=None), language)


def _is_met(asks: Asks, clause: str, language: str) -> bool:
    return bool(asks.met(clause, language)) or asks.names_only(clause, "")


_JOINED = re.compile(r"[-‐‑][^\W\d_]")
"""What makes a number the beginning of a word."""


@lru_cache(maxsize=256)
def _pairs(text: str, language: str) -> tuple[_Pair, ...]:
    leads = _leads(language)
    numbers = _numbers(text, language)
    found: list[_Pair] = []
    for at, (start, end, value) in enumerate(numbers):
        before = leads.search(text, max(0, start - _BACK), start)
        if before is None or value <= 1:
            continue
        noun, sure = (end, _behind(text, end, language)), (end, _behind(text, end, language, 1))
        first, last, less = numbers[at - 1] if at else (0, 0, 0)
        gap = text[last : before.start()]
        if before["than"] and 0 < less < value and not re.search(r"[;:()]", gap):
            # "412 came in, fewer than the 640 who had signed up"
            found.append(_Pair((first, last), (start, end), noun, sure, _clause(text, first, last)))
        elif 0 < less < value and not _SIGNS.search(gap) and len(gap.split()) <= _NOUN:
            # "Seven of 31 samples contained it"
            found.append(_Pair((first, last), (start, end), noun, sure, _clause(text, first, end)))
            continue
        found += [] if before["than"] else _leading(text, language, at, before.start())
    return tuple(found)


def _leading(text: str, language: str, at: int, opens: int) -> list[_Pair]:
    """Return the pair of a figure that opens its clause: "of the 640 runners who had started, 412 came in"."""
    numbers = _numbers(text, language)
    start, end, value = numbers[at]
    if at + 1 >= len(numbers):
        return []
    first, last, less = numbers[at + 1]
    led = text[_clause(text, start, end)[0] : opens].strip()
    if led or not 0 < less < value or re.search(r"[;:()]", text[end:first]):
        return []
    comma = _SIGNS.search(text, end, first)
    noun = (end, comma.start() if comma is not None else _behind(text, end, language))
    sure = noun if comma is not None else (end, _behind(text, end, language, 1))
    stop = _SIGNS.search(text, last)
    return [_Pair((first, last), (start, end), noun, sure, (noun[1], stop.start() if stop else len(text)))]


def _clause(text: str, start: int, end: int) -> Span:
    signs = [match.end() for match in _SIGNS.finditer(text, 0, start)]
    stop = _SIGNS.search(text, end)
    return max(signs, default=0), stop.start() if stop else len(text)


def _behind(text: str, end: int, language: str, most: int = _NEAR) -> int:
    """Return where the words end that stand right behind a figure: its noun, and what is said of that, but no verb."""
    at, are, file = end, counting(language).are, language_file(language)
    if file is not None and file.counted.participles_first:
        most = 1
    for word in list(re.finditer(r"\S+", text[end:]))[:most]:
        if fold(word[0]) in are:
            break
        at = end + word.end()
    return at


@lru_cache(maxsize=256)
def _numbers(text: str, language: str) -> list[tuple[int, int, Number]]:
    """Return the numbers of a text, without those that begin another word: "a one-off payment of 1,500" is none of 1,500."""
    return [item for item in search.numbers(text, language) if not _JOINED.match(text, item[1])]


@lru_cache(maxsize=16)
def _leads(language: str) -> re.Pattern[str]:
    """Return an expression, up to a figure, for the words by which another one is some of it, or is held against it."""
    file = language_file(language)
    if file is None:
        return re.compile(NEVER)
    articles = {*listed(file.counted.those), *listed(file.saying.articles)}
    hedges = {
        *listed(file.before.about),
        *listed(file.before.nearly),
        *listed(file.before.fillers),
        *articles,
    }
    of = alternatives(f"{file.counted.out_of}, {file.counted.out_of_the}".strip(", "))
    between = rf"(?:(?:{alternatives(hedges)})\s+){{0,{_HEDGE}}}"
    than = rf"(?:{alternatives(file.counted.than)})\s+(?:{alternatives(articles)})\s+"
    return re.compile(rf"(?<!\w)(?:(?:{of})(?:\s+|(?<='))|(?P<than>{than})){between}\Z", re.IGNORECASE)
