"""Of which place a figure is, where the questions of a story ask the same of several: "killed in Turkey", "killed in Syria", "in both".

The places are those of the registry, under every name that it has for them, so that a question in one language is told from another in any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from builder.content.model import Place, Question
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.nearness import BEFORE
from builder.desk.suggest.tokens import Token
from builder.proof.asked.paired import own_places
from builder.proof.asked.passage import Passage
from builder.proof.asked.placing import is_of_event, lies_in, of_a_part
from builder.proof.names import Names, registry_names
from builder.proof.normal import Span
from builder.values.counting import Words, counting
from builder.values.dateline import dateline
from builder.values.language_parts import Governing
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise

AS_NEAR = 0.6
"""How near a place must be to a figure, of the nearest one, if the figure is of both."""
APART = 0.5
"""How surely a place must be said of a figure in its sentence: "rose to 118, as they listened for voices in Osk" is not of Osk."""
OF_ALL, OF_ONE = 1.0, 0.6
"""What is left of a question's score where no place is named: of one that asks of all places, and of one that asks of a part of them."""
UNKNOWN = ""
"""A place that the registry does not have: "in neighbouring Oskland"."""
STRUCK = "!"
"""What stands before a place where something struck, which says nothing of the place of a figure: "the quake that hit Osk killed 40"."""
SPEAKING = 0.3
"""How surely a figure is of the place that who says it is named by: "Valencia's emergency services"."""
_DATELINE = re.compile(r"(?:\s*\([^()]{2,40}\))?\s*(?::|[-–—]\s)")
"""What stands behind a place at the head of a report, where it was written."""
_ROOT = 4
_SHIFT = 40
"""Characters before a place that may say that it was elsewhere."""
_STRIKE = 80
"""Characters before a place that may say that something struck there."""
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
        self._elsewhere = _elsewhere(language)
        self._shifted = _shifted(language)
        self._strikes, self._struck, self._at = _strikes(language)

    def _asked(self, question: Question) -> frozenset[str]:
        texts = (question.text, question.of or "", question.short)
        return frozenset(id for text in texts for id in self._names.named(normalise(text)))

    def read(self, text: str) -> list[Token]:
        """Return the places of a text that are asked of, named themselves or by a people: "the Syrian ministry"."""
        written = dateline(text)
        # "OSK, Marlo (Wire) - The toll rose to 40" was written in Osk, and is of all.
        start = written.end if written is not None else 0
        known = [
            one
            for one in self._names.mentions(text)
            if one.span[0] >= start
            and not self._is_shifted(text, one.span[0])
            and not lies_in(text, one.span, self._language)
        ]
        inside = [
            one for one in known if text[: one.span[0]].strip() or not _DATELINE.match(text, one.span[1])
        ]
        # "Osk: Hundreds were hurt in Tarn" was written in Osk; "Osk: hundreds hurt" is of it.
        found: list[Token] = []
        struck: list[Token] = []
        for mention in inside or known:
            mark, into = (STRUCK, struck) if self._is_struck(text, mention.span) else ("", found)
            into += [Token(*mention.span, f"{mark}{id}") for id in self._lifted(mention.ids)]
        # "The quake that hit Osk killed 40 in Osk."
        named = {one.name for one in found}
        found += [one for one in struck if one.name.removeprefix(STRUCK) not in named]
        if self._peoples:
            found += [
                Token(term.start, term.end, id)
                for term in counting(self._language).peoples.find(Words(text))
                for name in term.sets
                for id in self._peoples.get(name, ())
            ]
        return found + [
            Token(name.start("name"), name.end("name"), UNKNOWN)
            for name in self._elsewhere.finditer(text)
            if not any(one.span[0] < name.end("name") and name.start("name") < one.span[1] for one in known)
        ]

    def _is_shifted(self, text: str, start: int) -> bool:
        """Return whether what stands before a place says that it was elsewhere: "south of"."""
        return self._shifted.search(text, max(0, start - _SHIFT), start) is not None

    def _is_struck(self, text: str, name: Span) -> bool:
        """Return whether a place is where something struck: "a quake that hit Osk"."""
        low = max(0, name[0] - _STRIKE)
        if is_of_event(text, name[0], self._language):
            return True
        if self._strikes.search(text, low, name[0]):
            return True
        # German "In Osk erschütterte ein Beben ..." is of what was there.
        return self._struck.match(text, name[1]) is not None and not self._at.search(text, low, name[0])

    def _lifted(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those places that are asked of among some, or the narrowest of those that are in which they lie."""
        found: set[str] = set()
        for id in ids:
            around = self._all.intersection(self._within.get(id, ()))
            wider = {place for one in around for place in self._within.get(one, ())}
            found |= {id} if id in self._all else around - wider
        return frozenset(found)

    def named(self, name: str) -> frozenset[str]:
        """Return the place that a name is of, or in which it lies, as far as it is asked of."""
        return self._lifted(self._names.named(name)) or frozenset({UNKNOWN})

    def parted(self, passage: Passage) -> frozenset[str]:
        """Return the places of a figure's own part of a sentence in which other figures have theirs; none where it has no such part."""
        here, _ = own_places(passage, self._names)
        return frozenset(id for name in here for id in self._lifted(self._names.named(name)))

    def of_parts(self, passage: Passage) -> frozenset[str]:
        """Return the places that a figure's sentence names only for a part of it: "158 died, 155 in Osk alone"."""
        base, own, parts = passage.sentence[0], set[str](), set[str]()
        for mention in self._names.mentions(passage.content, passage.sentence):
            span = (mention.span[0] - base, mention.span[1] - base)
            (own if of_a_part(passage, span) is None else parts).update(self._lifted(mention.ids))
        return frozenset(parts - own)

    def of(self, near: Near) -> frozenset[str]:
        """Return the places of which a figure is, as far as they are asked of: the nearest, and what is as near."""
        if not self._all:
            return frozenset()
        weights = dict(near(self.read))
        for struck in [id for id in weights if id.startswith(STRUCK)]:
            # A part of the sentence that is read by itself may have the place without what says that.
            of_it = weights.pop(struck.removeprefix(STRUCK), 0.0)
            weights[STRUCK] = max(weights.get(STRUCK, 0.0), weights.pop(struck), of_it)
        inside = next(
            (
                found
                for least in (SPEAKING, BEFORE)
                if (found := {id: weight for id, weight in weights.items() if weight > least})
            ),
            {id: weight for id, weight in weights.items() if weight >= BEFORE},
        )
        most = max(inside.values(), default=0.0)
        if BEFORE < most < APART:
            return frozenset()
        near_by = {id: weight for id, weight in inside.items() if weight >= AS_NEAR * most}
        # "In the Norland town of Osk" is in Osk.
        return frozenset(near_by) - {
            wide
            for id, weight in near_by.items()
            for wide in self._within.get(id, ())
            if weight >= near_by.get(wide, 0.0)
        }

    def _covers(self, wide: frozenset[str], narrow: frozenset[str]) -> bool:
        """Return whether some places are among others, or lie within them."""
        return all(id in wide or wide.intersection(self._within.get(id, ())) for id in narrow)

    def fit(self, question: Question, found: frozenset[str], rivals: Iterable[Question]) -> float:
        """Return how well a figure of some places is one that a question asks for; ``rivals`` ask the same, perhaps of others."""
        own = self.asked.get(question, frozenset())
        others = [self.asked.get(rival, frozenset()) for rival in rivals]
        if STRUCK in found:
            found -= {STRUCK}
            if not found and any(not other or self._covers(other, own) for other in others) and own:
                return 0.0
        if all(other == own for other in others):
            found -= {UNKNOWN}
            return OF_ONE if found and own and not found & own else 1.0
        if found and own and not found & own:
            return 0.0
        if not found:
            # "The toll rose to 40" is of all places before it is of one.
            return OF_ALL if not own or all(self._covers(own, other) for other in others) else OF_ONE
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
def _elsewhere(language: str) -> re.Pattern[str]:
    """Return an expression for a name behind "in", where nouns have no capitals; of what has an article it is not known whether it is a place."""
    file = language_file(language)
    if file is None or file.times.capital_nouns:
        return re.compile(r"(?!)")
    times, words = file.times, proposing(language)
    no_places = any_of(times.months, times.short_months, times.weekdays)
    articles = any_of(words.speakers.articles, words.answers.the)
    return re.compile(
        rf"\b(?i:{any_of(words.answers.where_new)})\s+(?!(?i:{articles})\s)(?:[a-zà-ÿ]{{4,}}\s+)?(?!(?i:{no_places})\b)(?P<name>{CAPITAL}[\w'’-]{{2,}})"
    )


@lru_cache(maxsize=16)
def _shifted(language: str) -> re.Pattern[str]:
    """Return an expression for what stands right before a place and says that it was elsewhere: "80 km south of", ", south of".

    Without a distance or a comma it may be a part of the place: "in the north of", French "au nord de".
    """
    file = language_file(language)
    shifts = any_of(file.governing.shifts if file is not None else "")
    return re.compile(rf"(?:[,(-]|\d\s*\w+)\s*{shifts}\s*\Z", re.IGNORECASE)


@lru_cache(maxsize=16)
def _strikes(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions up to a place and from its end on for what says that something struck there, and one for "in" before it."""
    file = language_file(language)
    governing = file.governing if file is not None else Governing()
    at = file.counted.at if file is not None else ""
    between = r"(?:\s+[^\W\d_][\w'’-]*){0,5}?"
    return (
        re.compile(rf"\b{any_of(governing.strikes)}{between}\s+(?:[dl]['’])?\Z", re.IGNORECASE),
        re.compile(rf"{between}\s+{any_of(governing.struck)}\b", re.IGNORECASE),
        re.compile(rf"\b{any_of(at)}\s+\Z", re.IGNORECASE),
    )


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
