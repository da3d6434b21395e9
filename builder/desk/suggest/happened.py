"""What a sentence says happens, and to what, in words that are the same in all languages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.values.counting import PERSONS, Sets, Words, counting
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.language_events import Events
from builder.values.lexicon import language_file, listed

_NOTHING = Events()
_TAIL = 5
"""Letters of the shortest word that is looked for at the end of a compound."""
_COMPOUND = 9
"""Letters of the shortest compound."""


class Term(Struct, frozen=True):
    """Words of a text, by the sets in which they stand."""

    start: int
    end: int
    happened: frozenset[str]
    things: frozenset[str]


def events(language: str) -> Events:
    """Return what a language's file says of events; no words at all if there is no file."""
    file = language_file(language)
    return file.events if file is not None else _NOTHING


class Lexicon:
    """The words of one language for what happens and to what."""

    def __init__(self, language: str) -> None:
        file, said = language_file(language), events(language)
        counted = file.counted if file is not None else None
        self.happened = [Sets(said.happened), Sets(counted.states if counted else {})]
        self.things = [Sets(said.things), Sets(_persons(counted.things) if counted else {})]
        known = words_of(language)
        self.months = frozenset(known.months) if known is not None else frozenset()
        """Names of months, which mean nothing else with a capital: "March"."""
        self.barriers = frozenset(listed(said.barriers))
        self.tails = _tails(said) if file is not None and file.times.capital_nouns else {}

    def terms(self, words: Words) -> list[Term]:
        """Return the words of a text that say what happens, and to what, in order."""
        found: dict[tuple[int, int], tuple[set[str], set[str]]] = {}
        for at, lists in enumerate((self.happened, self.things)):
            for term in (term for sets in lists for term in sets.find(words)):
                found.setdefault((term.start, term.end), (set(), set()))[at].update(term.sets)
        if self.tails:
            for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
                if len(word) >= _COMPOUND and (tail := self._tail(word)):
                    mine = found.setdefault((start, end), (set(), set()))
                    mine[0].update(tail[0])
                    mine[1].update(tail[1])
        return [
            Term(*span, frozenset(h), frozenset(t))
            for span, (h, t) in sorted(found.items())
            if not (words.text[span[0]].isupper() and fold(words.text[slice(*span)]) in self.months)
        ]

    def _tail(self, word: str) -> tuple[frozenset[str], frozenset[str]] | None:
        for start in range(3, len(word) - _TAIL + 1):
            if found := self.tails.get(word[start:]):
                return found
        return None


def _persons(things: dict[str, str]) -> dict[str, str]:
    return {name: phrases for name, phrases in things.items() if name in PERSONS}


def _tails(said: Events) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the nouns with which a compound may end: German "Betriebsversammlung"."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for at, sets in enumerate((said.happened, said.things)):
        for name, phrases in sets.items():
            for phrase in listed(phrases):
                plain = phrase.rstrip("*")
                if " " in plain or len(plain) < _TAIL:
                    continue
                for form in (
                    plain,
                    *(plain + end for end in ("e", "en", "n", "s", "es", "er", "ern") if phrase != plain),
                ):
                    found.setdefault(form, (set(), set()))[at].add(name)
    return {form: (frozenset(h), frozenset(t)) for form, (h, t) in found.items()}


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """Return the words of a language."""
    return Lexicon(language)


_SIGN = re.compile(r"[;:!?]|\s[-–—]\s")


class Read:
    """A sentence with its words, what they say happens, and the clauses in which they stand."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words = Words(text)
        known = lexicon(language)
        self.terms = known.terms(self.words)
        said = counting(language).saying.find(self.words)
        self.saying = [(term.start, term.end) for term in said]
        inside = {start for term in self.terms for start in range(term.start + 1, term.end)}
        self.hard = sorted(
            [m.start() for m in _SIGN.finditer(text)]
            + [
                start
                for word, start in zip(self.words.words, self.words.starts, strict=True)
                if word in known.barriers and start not in inside
            ]
        )
        behind = any_of(proposing(language).days.relative)
        self.behind = {m.start() for m in re.finditer(rf"\b{behind}\b", text, re.IGNORECASE)}
        """Where a clause begins on what stands before it: "the visit which he made"."""
        self.commas = [m.start() for m in re.finditer(r",(?!\d)", text)]

    def apart(self, one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, int]:
        """Return how many clauses, commas and words lie between two places of the sentence."""
        start, end = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
        if end <= start:
            return 0, 0, 0
        hard = bisect_left(self.hard, end) - bisect_left(self.hard, start)
        commas = bisect_left(self.commas, end) - bisect_left(self.commas, start)
        words = bisect_left(self.words.starts, end) - bisect_left(self.words.starts, start)
        return hard, commas, words

    def clause(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the clause in which a place stands, without regard to commas."""
        at = bisect_right(self.hard, span[0])
        start = self.hard[at - 1] if at else 0
        after = bisect_left(self.hard, span[1])
        return start, self.hard[after] if after < len(self.hard) else len(self.text)


@lru_cache(maxsize=4096)
def read(text: str, language: str) -> Read:
    """Return a sentence as it is read. Cached."""
    return Read(text, language)
