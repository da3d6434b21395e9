"""Phrases that are looked for in a text, each under the sets in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct

from builder.values.figures.tokens import fold
from builder.values.language_counted import Phrases
from builder.values.lexicon import listed

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[\s\-'’.]*")


class Term(Struct, frozen=True):
    """Words of a text that say what is counted."""

    start: int
    end: int
    sets: tuple[str, ...]
    """The sets in which they stand, the one they say first of all in front."""


class Words:
    """The words of a text, each with its place: cut once for everything that is looked for in it."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        # Most rules look at the same sentences and clauses.
        cut = _cut if len(text) <= _SHORT else _cut.__wrapped__
        self.words, self.starts, self.ends = cut(text)

    def numbered(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return which words begin between two places, each with where."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [(at, self.starts[at]) for at in range(first, last)]

    def between(self, start: int, end: int) -> list[str]:
        """Return the words that begin between two places."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


_SHORT = 1000
"""Characters of the longest text whose words are remembered."""


@lru_cache(maxsize=1024)
def _cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words of a text, and where each begins and ends. All who ask share these lists: nobody may change them."""
    found = list(_WORD.finditer(text))
    return (
        [fold(match[0]) for match in found],
        [match.start() for match in found],
        [match.end() for match in found],
    )


_Begun = list[tuple[tuple[str, ...], tuple[str, ...]]]
_REMEMBERED = 4096
"""Words whose phrases a set remembers."""


class Sets:
    """Phrases, each with the sets in which it stands. A word of a phrase may end in ``*``: every word that begins so.

    The first may begin with ``*`` instead: every word that ends so, as German writes nouns together.
    """

    def __init__(self, sets: Mapping[str, Phrases], nothing: Phrases = "") -> None:
        self._given = sets, nothing
        self._begun: dict[str, _Begun] = {}

    @cached_property
    def _first(self) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
        """The phrases by their first words. Made when something is looked for first: of most sets of a language nothing is."""
        sets, nothing = self._given
        meant: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, phrases in sets.items():
            for phrase in listed(phrases):
                key = cut_phrase(phrase)
                meant[key] = tuple(dict.fromkeys((*meant.get(key, ()), name)))
        meant |= {cut_phrase(phrase): () for phrase in listed(nothing)}
        found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for key in sorted(meant, key=lambda key: (-len(key), key)):
            found.setdefault(key[0], []).append((key, meant[key]))
        return found

    @cached_property
    def _stems(self) -> list[int]:
        return sorted({len(word) for word in self._first if word.endswith("*")}, reverse=True)

    @cached_property
    def _tails(self) -> list[int]:
        return sorted({len(word) for word in self._first if word.startswith("*")}, reverse=True)

    def find(self, cut: Words) -> list[Term]:
        """Return the phrases of a text in order; of those that begin at one word, the longest."""
        found, place = [], 0
        while place < len(cut.words):
            match = self._match(cut, place)
            if match is None:
                place += 1
                continue
            length, sets = match
            if sets:
                found.append(Term(cut.starts[place], cut.ends[place + length - 1], sets))
            place += length
        return found

    def _match(self, cut: Words, place: int) -> tuple[int, tuple[str, ...]] | None:
        best: tuple[int, tuple[str, ...]] | None = None
        word = cut.words[place]
        begun = self._begun.get(word)
        if begun is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            begun = self._begun[word] = list(self._beginning(word))
        for key, sets in begun:
            if best is not None and len(key) <= best[0]:
                continue
            if all(self._goes_on(cut, place + at, word) for at, word in enumerate(key) if at):
                best = (len(key), sets)
        return best

    def _beginning(self, word: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the phrases that may begin with a word."""
        yield from self._first.get(word, ())
        for length in self._stems:
            yield from self._first.get(f"{word[: length - 1]}*", ())
        for length in self._tails:
            yield from self._first.get(f"*{word[1 - length :]}", ())

    @staticmethod
    def _goes_on(cut: Words, place: int, word: str) -> bool:
        return (
            place < len(cut.words)
            and _fits(cut.words[place], word)
            and _JOINED.fullmatch(cut.text, cut.ends[place - 1], cut.starts[place]) is not None
        )


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are looked up, with their stars."""
    stars = re.sub(r"\*", "\u0001", phrase)
    return tuple(fold(word).replace("\u0001", "*") for word in re.findall(r"\u0001?[^\W_]+\u0001?", stars))


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
