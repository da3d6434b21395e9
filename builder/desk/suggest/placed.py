"""Which place of a sentence answers where something happened, where it went, or where somebody comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.about import Asked
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.values.figures.words import words_of
from builder.values.letters import CAPITAL, SMALL
from builder.values.lexicon import language_file, listed

_REACH = 80
"""How many characters before a name may say what the place is to what happens."""
WAY = 0.15
"""How much it speaks for a place that the text says the way that is asked: to it, from it."""


class _Ways(Struct, frozen=True):
    """Expressions up to a name, and from its end on."""

    at: re.Pattern[str]
    to: re.Pattern[str]
    from_: re.Pattern[str]
    bound: re.Pattern[str]
    """From its end on, that something goes there."""
    whither: re.Pattern[str]
    """From its end on, a clause on what goes there."""
    becomes: re.Pattern[str]
    """A verb by which a thing is said to be the place: German "Sitz wird Osk"."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Ways:
    words, said, file = proposing(language).answers, events(language), language_file(language)
    at = listed(file.counted.at) if file is not None else []
    ways = {*listed(said.to), *listed(said.from_)}
    where = ",".join(dict.fromkeys([*at, *(word for word in listed(words.where) if word not in ways)]))
    kinds = rf"{before(words.the)}?(?:\w+\s+)??(?:{before(words.the)}?{before(words.kinds)})?"

    def led(phrases: str) -> re.Pattern[str]:
        return re.compile(rf"\b{before(phrases)}{kinds}\Z", re.IGNORECASE)

    goes = any_of(said.happened.get("travel", ""), said.happened.get("visit", ""))
    thing = rf"{before(words.the)}(?:(?!{goes}\b)[\w'’-]+\s+){{1,3}}?"
    own = ",".join(phrase for phrase in listed(said.to) if " " in phrase)
    led_to = (
        rf"(?:{before(said.to)}{before(words.the)}|{before(own)})"
        if own
        else rf"{before(said.to)}{before(words.the)}"
    )
    if said.into:
        led_to = rf"(?:{led_to}|{before(said.into)})"
    inside = rf"\b{led_to}(?:(?!{goes}\b)[\w'’-]+\s+){{1,3}}?{before(f'{where},{said.from_}')}{kinds}\Z"
    to = re.compile(rf"{led(said.to).pattern}|{inside}", re.IGNORECASE)
    # "in a barn of the village", Spanish "en un granero de Pell"
    of = rf"\b{before(where)}{thing}{before(said.from_)}{kinds}\Z"
    where_ = re.compile(rf"{led(where).pattern}|{of}", re.IGNORECASE)
    return _Ways(
        where_,
        to,
        led(said.from_),
        re.compile(rf"{any_of(said.bound)}\b"),
        re.compile(rf",?\s+{any_of(said.whither)}\b"),
        re.compile(rf"\b{any_of(said.being, said.becoming)}\s+\Z", re.IGNORECASE),
    )


def way(
    asked: Asked,
    content: str,
    sentence: Span,
    name: Span,
    language: str,
    *,
    beside: bool = False,
    of: bool = False,
) -> float | None:
    """Return how much speaks for a place by the words around its name; ``None`` if they say that it is no answer.

    ``of``: whether a thing that is asked about is said to be there: "the plant of Osk". ``beside``: whether what happens stands directly before it: "left Osk".
    """
    words = _words(language)
    before_it = content[max(sentence[0], name[0] - _REACH) : name[0]]
    is_at = words.at.search(before_it) is not None
    if asked.to:
        goes = words.bound.match(content, name[1]) or words.to.search(before_it)
        led = words.whither.match(content, name[1]) and (is_at or words.from_.search(before_it))
        return WAY if goes or led else None
    if asked.from_:
        return WAY if beside or is_at or words.from_.search(before_it) else None
    seat = any("based" in concept.happened for concept in asked.concepts)
    return 0.0 if of or is_at or (seat and words.becomes.search(before_it)) else None


class _Names(Struct, frozen=True):
    new: re.Pattern[str]
    joined: re.Pattern[str]
    dated: re.Pattern[str]
    """Months and weekdays: "in May" is no place."""


@lru_cache(maxsize=64)
def _names(language: str) -> _Names:
    words, file = proposing(language).answers, language_file(language)
    known = words_of(language)
    dated = any_of(*sorted({*known.months, *known.weekdays})) if known is not None else "(?!)"
    kinds = rf"(?:{before(words.the)}?{before(words.kinds)})?"
    name = rf"{CAPITAL}{SMALL}[\w'’-]+(?:\s+{CAPITAL}{SMALL}[\w'’-]+){{0,2}}"
    joined = any_of(file.saying.joined, words.joined) if file is not None else any_of(words.joined)
    return _Names(
        re.compile(rf"\b{before(words.where_new)}{kinds}(?P<name>{name})\b"),
        re.compile(rf"(?:,|,?\s+{joined})\s+{before(words.the)}?"),
        re.compile(rf"{dated}\b", re.IGNORECASE),
    )


def named(
    content: str, sentence: Span, known: Names, language: str
) -> Iterator[tuple[Span, list[str], list[str]]]:
    """Yield the places that a sentence names, those in a row together: where they stand, their ids, unknown names."""
    words = _names(language)
    found: list[tuple[Span, list[str], list[str]]] = [
        (mention.span, sorted(mention.ids)[:1], []) for mention in known.mentions(content, sentence)
    ]
    for match in words.new.finditer(content, *sentence):
        span = match.span("name")
        if not words.dated.match(match["name"]) and not any(
            a < span[1] and span[0] < b for (a, b), _, _ in found
        ):
            found.append((span, [], [match["name"]]))
    row: tuple[Span, list[str], list[str]] | None = None
    for span, ids, unknown in sorted(found):
        if row and words.joined.fullmatch(content[row[0][1] : span[0]]):
            row = ((row[0][0], span[1]), row[1] + ids, row[2] + unknown)
            continue
        if row:
            yield row
        row = (span, ids, unknown)
    if row:
        yield row
