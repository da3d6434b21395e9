"""The words of questions and sentences, compared loosely: by any set in which they stand, by their stems, or by how they begin."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Question
from builder.desk.suggest.asking import SHARES, Wanted
from builder.desk.suggest.happened import lexicon
from builder.desk.suggest.tokens import Token, tokens
from builder.desk.suggest.words import plain, stops
from builder.values.counting import Words

BEGINNING = 5
"""Letters that two words share at their beginning, if they are taken for one."""
LOOSE = 0.7
"""How much such words count, beside those that a set or their stem makes one."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Part(Struct, frozen=True):
    """One thing that a question names."""

    names: frozenset[str]
    """All that its word may be called."""
    weight: float
    counted: bool
    """Whether it is the word for who or what is counted."""


@lru_cache(maxsize=2048)
def loose_tokens(text: str, language: str, *, across: bool = False) -> tuple[Token, ...]:
    """Return what the words of a text say, with what happens, ``@seized``, to what, ``%bank``, and
    how each of the longer ones begins, ``<compe``."""
    stop = stops(language)
    # A preposition may stand among the words for a matter: "from" among those for a distance.
    found = [t for t in tokens(text, language, across=across) if text[t.start : t.end].casefold() not in stop]
    for term in lexicon(language).terms(Words(text)):
        found += [Token(term.start, term.end, f"@{name}") for name in term.happened]
        found += [Token(term.start, term.end, f"%{name}") for name in term.things]
    for match in _WORD.finditer(text):
        word = plain(match[0], language)
        if word.casefold() not in stop and len(begins := _begins(word)) == BEGINNING:
            found.append(Token(match.start(), match.end(), f"<{begins}"))
    return tuple(sorted(found))


def _begins(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("k", "c")[:BEGINNING]


def things(names: Iterable[str]) -> frozenset[str]:
    """Return those of some names that say what a thing is."""
    return frozenset(name for name in names if name[0] in "~%")


def quality(name: str) -> float:
    """Return how surely two words are one that are called the same."""
    return LOOSE if name[0] == "<" else 1.0


class Loose:
    """The questions of a story that want figures, each as the things that it names."""

    def __init__(self, wanted: Iterable[Wanted], site_language: str, *, across: bool) -> None:
        self._site, self._across = site_language, across
        self.parts = {one.question: self._parts(one) for one in wanted}
        spread = Counter(
            name for parts in self.parts.values() for name in {n for p in parts for n in p.names}
        )
        self._spread, self._number = spread, len(self.parts) or 1

    def rarity(self, part: Part) -> float:
        """Return how well a thing tells one question from the others: from 1, if only one question names it, towards 0."""
        times = max((self._spread[name] for name in part.names if name[0] != "<"), default=1)
        return math.log((1 + self._number) / times) / math.log(1 + self._number)

    def _parts(self, wanted: Wanted) -> tuple[Part, ...]:
        question: Question = wanted.question
        is_measured = wanted.unit is not None
        parts: list[Part] = []
        for text, weight, counted in (
            (question.counts or "", 1.5, False),
            (question.of or "", 1.0, True),
            ("" if is_measured else question.unit or "", 1.0, True),
            (question.short, 1.0, False),
            (question.text, 0.7, False),
        ):
            for names in self._words(text):
                _join(parts, Part(names, weight, counted))
        empty = _EMPTY | (SHARES if wanted.unit == "percent" else frozenset())
        return tuple(part for part in parts if not part.names & empty)

    def _words(self, text: str) -> list[frozenset[str]]:
        """Return the words of a text, each with all that it may be called."""
        found: list[tuple[int, int, set[str]]] = []
        for token in sorted(
            loose_tokens(text, self._site, across=self._across), key=lambda t: (t.start, -t.end)
        ):
            if found and token.start < found[-1][1]:
                found[-1][2].add(token.name)
            else:
                found.append((token.start, token.end, {token.name}))
        return [frozenset(names) for _, _, names in found]


def _join(parts: list[Part], new: Part) -> None:
    """Add a thing to others, or to that which has the same word."""
    for at, part in enumerate(parts):
        if part.names & new.names:
            parts[at] = Part(
                part.names | new.names, max(part.weight, new.weight), part.counted or new.counted
            )
            return
    parts.append(new)


_EMPTY = frozenset({"~people"})
"""What is said of whomever a question asks of."""
