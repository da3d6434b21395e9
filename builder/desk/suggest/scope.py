"""Of which place a figure is, where the questions of a story ask the same of several: "killed in Turkey", "killed in Syria", "in both".

The places are those of the registry, under every name that it has for them, so that a question in one language is told from another in any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from builder.content.model import Place, Question
from builder.desk.suggest.nearness import BEFORE
from builder.desk.suggest.tokens import Token
from builder.proof.names import Names, registry_names
from builder.values.counting import Words, counting
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise

AS_NEAR = 0.6
"""How near a place must be to a figure, of the nearest one, if the figure is of both."""
OF_ALL, OF_ONE = 1.0, 0.6
"""What is left of a question's score where no place is named: of one that asks of all places, and of one that asks of a part of them."""
_ROOT = 4
_WORD = re.compile(rf"(?<!\w){CAPITAL}[\w'’-]{{3,}}")

Near = Callable[[Callable[[str], Iterable[Token]]], Mapping[str, float]]
"""What the words around a figure say, as they are read, each with how surely it is said of it."""


class Scope:
    """The places that a story's questions for figures ask of."""

    def __init__(self, questions: Iterable[Question], places: Iterable[Place], language: str) -> None:
        """``language`` is the text's."""
        places = list(places)
        self._within = {place.id: place.within for place in places}
        self._names = registry_names(tuple((p.id, (p.name, *p.aliases)) for p in places))
        self.asked = {question: self._asked(question) for question in questions}
        """Question -> the places that it names."""
        self._all = frozenset(id for ids in self.asked.values() for id in ids)
        self._language = language
        self._peoples = _peoples(self._names, self._all, language)

    def _asked(self, question: Question) -> frozenset[str]:
        texts = (question.text, question.of or "", question.short)
        return frozenset(id for text in texts for id in self._names.named(normalise(text)))

    def read(self, text: str) -> list[Token]:
        """Return the places of a text that are asked of, named themselves or by a people: "the Syrian ministry"."""
        found = [
            Token(mention.span[0], mention.span[1], id)
            for mention in self._names.mentions(text)
            for id in self._lifted(mention.ids)
        ]
        if self._peoples:
            found += [
                Token(term.start, term.end, id)
                for term in counting(self._language).peoples.find(Words(text))
                for name in term.sets
                for id in self._peoples.get(name, ())
            ]
        return found

    def _lifted(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those places that are asked of among some, and those in which they lie."""
        return frozenset(place for id in ids for place in (id, *self._within.get(id, ()))) & self._all

    def of(self, near: Near) -> frozenset[str]:
        """Return the places of which a figure is, as far as they are asked of: the nearest, and what is as near."""
        if not self._all:
            return frozenset()
        weights = near(self.read)
        inside = {id: weight for id, weight in weights.items() if weight > BEFORE} or weights
        most = max(inside.values(), default=0.0)
        return frozenset(id for id, weight in inside.items() if weight >= AS_NEAR * most)

    def fit(self, question: Question, found: frozenset[str], rivals: Iterable[Question]) -> float:
        """Return how well a figure of some places is one that a question asks for; ``rivals`` ask the same, perhaps of others."""
        own = self.asked.get(question, frozenset())
        others = [self.asked.get(rival, frozenset()) for rival in rivals]
        if all(other == own for other in others):
            return OF_ONE if found and own and not found & own else 1.0
        if found and own and not found & own:
            return 0.0
        if not found:
            # "The toll rose to 40" is of all places before it is of one.
            return OF_ALL if not own or all(own >= other for other in others) else OF_ONE
        if found == own:
            return 1.0
        if any(other == found or (not own and other & found) for other in others):
            return 0.0
        return OF_ONE


def _peoples(names: Names, asked: frozenset[str], language: str) -> dict[str, tuple[str, ...]]:
    """Return the peoples of a language whose country is one of the places that are asked of."""
    if not asked:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for people, countries in _countries(language).items():
        ids = [
            id
            for id in sorted(asked)
            if any(name in countries or name[:_ROOT] in countries for name in names.of(id))
        ]
        if ids:
            found[people] = tuple(ids)
    return found


@lru_cache(maxsize=16)
def _countries(language: str) -> Mapping[str, frozenset[str]]:
    """Return the names of the countries of all peoples in a language, and how those begin that begin as the people's own name."""
    file = language_file(language)
    if file is None:
        return {}
    known = counting(language)
    return {
        people: known.roots(people)
        | frozenset(name.casefold() for name in listed(file.names.countries.get(people, "")))
        for people in file.counted.peoples
    }
