"""What the questions of a story want a figure to be: its unit, who or what it counts, in which state, and in which words they ask."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from builder.content.model import Place, Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.counted import noun_after
from builder.desk.suggest.scope import Scope
from builder.desk.suggest.tokens import Token, matters, persons, tokens
from builder.proof.asked import asks_for
from builder.values.counting import PLACES, Words, changes, counting, meant
from builder.values.letters import CAPITAL
from builder.values.lexicon import base
from builder.values.phrase_sets import Sets
from builder.values.quantity import base_unit
from builder.values.units import unit_of

SHAPES = frozenset({"height", "length", "width", "depth", "distance"})
"""What can be measured of one thing: a figure of one of them answers no question for another."""
_NAME = re.compile(rf"(?<!\w){CAPITAL}[\w'’-]+")
LENGTHS = ("mm", "inches")
"""The smallest units of lengths."""
PERIODS = ("seconds", "months")
"""The smallest units of time."""
_MONTHS = "months"
"""What years turn into."""
_ORDER = frozenset({"duration", "first one", "second one"})
"""Matters that say which one or how long, and not what: "the second earthquake"."""
PRINTED = '"'
"""What the name of a phrase begins with that an editor gives as one that texts print."""
DEMANDED = frozenset({"~demand", "~offer"})
"""What somebody does by saying it."""
SHARES = frozenset({"~shares", "%shares", "share", "shar"})
"""Words of a question for a share that tell no share from another."""


class Wanted(Struct, frozen=True):
    """A question for a figure, with what an answer to it must have."""

    question: Question
    words: Mapping[str, float]
    """The words that it asks with, each with how much it says."""
    key: frozenset[str]
    """Those for what is counted and of whom: one of them must stand near a figure."""
    unit: str | None
    """The smallest unit that its own turns into; None for people and things."""
    unit_in: str
    """The language of its words."""
    measure: frozenset[str]
    """The words of a unit that no figure is read with: "square nautical miles"."""
    age: bool
    """Whether it asks how old somebody is."""
    people: bool
    """Whether it asks of persons."""
    heads: frozenset[str]
    """The matters that are counted; of persons those apart from others, as children."""
    nouns: frozenset[str]
    """The words for who or what is counted."""
    printed: frozenset[str]
    """The words in which texts print what is asked for, as the editor gives them."""
    states: frozenset[str]
    """What happened to them."""
    grades: frozenset[str]
    """How badly they are hurt."""
    shapes: frozenset[str]
    """What is measured."""
    peoples: frozenset[str]
    said: frozenset[str]
    """The plain words for what is counted."""
    names: frozenset[str]
    """The words of the names of whom it asks: "velt"."""
    others: bool
    """Whether it asks of others than some: "How many other states are there?"."""

    @property
    def same(self) -> tuple[object, ...]:
        """What two questions have in common that are told apart by their words alone."""
        return (
            self.question.topic, self.unit, self.people, self.heads, self.states, self.grades, self.shapes, self.peoples,
        )  # fmt: skip

    @property
    def of_words(self) -> bool:
        """Whether it asks for what somebody demands or offers: he does it by saying so."""
        return not self.key.isdisjoint(DEMANDED)

    @property
    def kind(self) -> tuple[object, ...]:
        """What two questions have in common that ask the same, perhaps of other places."""
        heads = self.heads - {PLACES, "countries"} - ({"people"} if self.people else set())
        return (self.unit, self.people, heads, self.states, self.grades, self.shapes, self.peoples, self.said)


def names_in(text: str) -> list[str]:
    """Return the words with a capital in a text, but its first."""
    return [match[0] for match in _NAME.finditer(text) if match.start()]


def is_of_others(text: str, language: str) -> bool:
    """Return whether words say that it is others than those before: "two other cases", "the first two"."""
    return any("others" in term.sets for term in counting(language).beside.find(Words(text)))


class Asking:
    """The questions of a story that want figures, for a text in some language."""

    def __init__(
        self,
        questions: Iterable[Question],
        printed: Mapping[str, Iterable[str]],
        site_language: str,
        language: str,
        places: Iterable[Place] = (),
    ) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it; ``places`` are those of the story."""
        self.site, self.language = site_language, language
        questions = list(questions)
        self.across = base(site_language) != base(language)
        phrases = {phrase for question in questions for phrase in question.printed_as}
        self.printed = Sets({f"{PRINTED}{one}": one for one in phrases}) if self.across and phrases else None
        """The words in which texts print what is asked for, where these are in another language."""
        self.wanted = [
            self._wanted(question, printed.get(question.path, ()))
            for question in questions
            if question.answer is Answer.QUANTITY
        ]
        self.scope = Scope([wanted.question for wanted in self.wanted], places, language)
        """The places that the questions ask of."""
        spread = Counter(word for wanted in self.wanted for word in wanted.words)
        self.rarity = {word: math.log(1 + 2 * len(self.wanted) / times) for word, times in spread.items()}
        self.units = frozenset(
            unit for wanted in self.wanted if (unit := unit_of(wanted.question.unit or "", site_language))
        )
        """The units that the questions ask in."""
        self.names = frozenset(name for wanted in self.wanted for name in wanted.names)
        """The words of all names that are asked of."""
        self.ages = any(wanted.age for wanted in self.wanted)
        """Whether a question asks how old somebody is."""
        self.times = any(wanted.unit in PERIODS and not wanted.age for wanted in self.wanted)
        """Whether a question asks for a time."""
        self.graded = any(wanted.grades for wanted in self.wanted)
        """Whether a question asks how badly people are hurt."""
        self._by_question = {wanted.question: wanted for wanted in self.wanted}
        kinds = [(wanted.question, wanted.kind) for wanted in self.wanted]
        self._rivals = {
            question: [other for other, same in kinds if other is not question and same == kind]
            for question, kind in kinds
        }
        """Question -> those that ask the same, perhaps of other places."""
        self.apart = {wanted.question: self._apart(wanted) for wanted in self.wanted}
        """Question -> for each that wants the same, the words by which this one differs from it, and it from this one."""

    def beside(self, wanted: Wanted) -> list[Wanted]:
        """Return the other questions of a topic that ask of people in the same state."""
        return [
            other for other in self.wanted
            if other is not wanted and other.people and other.states == wanted.states and other.question.topic == wanted.question.topic
            # What no list has as a state is one by its own word: who "slept" in the hall were not "affected".
            and (wanted.states or other.said == wanted.said)
        ]  # fmt: skip

    def of(self, question: Question) -> Wanted:
        """Return what a question for a figure wants."""
        return self._by_question[question]

    def of_places(self, question: Question, found: frozenset[str]) -> float:
        """Return how well a figure of some places is one that a question asks for; 0 where another asks for it, of these places."""
        return self.scope.fit(question, found, self._rivals[question])

    def _apart(self, wanted: Wanted) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        ours = frozenset(wanted.words)
        return tuple(
            (ours - frozenset(other.words), frozenset(other.words) - ours)
            for other in self.wanted
            if other is not wanted
            and other.same == wanted.same
            and self.scope.asked[other.question] == self.scope.asked[wanted.question]
        )

    def _wanted(self, question: Question, printed: Iterable[str]) -> Wanted:
        counts, short, unit_words = question.counts or "", question.short, question.unit or ""
        unit = base_unit(unit_of(unit_words, self.site))[0]
        of = self._head(question.of or "")
        things = matters(self._asked(unit_words or of or question.text))
        people = unit is None and bool(things & (persons() | {"people"}))
        counted = matters(self._asked(f"{counts} {short}"))
        heads = matters(self._asked(of)) | matters(self._asked(unit_words or (of if of else question.text)))
        told_as = self._as_printed(question)
        plainly_as = _plain(told_as)
        key = self._key(question, of, unit, people) | plainly_as
        return Wanted(
            question,
            self._words(question, of, unit, told_as, printed),
            key - SHARES if unit == "percent" else key,
            unit,
            self.site,
            self._measure(unit_words) if unit is None else frozenset(),
            unit == _MONTHS and "age" in matters(self._asked(f"{counts} {short}")),
            people,
            (heads | counted) & (persons() - {"victims"}) if people else heads - _ORDER,
            frozenset(t.name for t in self._asked(f"{unit_words} . {of}") if t.name[0] not in "=+^")
            | (frozenset() if unit or people else plainly_as),
            plainly_as,
            (meant(counts, self.site).happened or asks_for(question, self.site)) - changes(),
            frozenset(t.name for t in self._asked(counts) if t.name[0] == "+") if people else frozenset(),
            (counted & SHAPES or matters(self._asked(question.text)) & SHAPES)
            if unit in LENGTHS
            else frozenset(),
            frozenset(n for t in counting(self.site).peoples.find(Words(question.of or "")) for n in t.sets),
            _plain(t.name for t in self._asked(counts)),
            _plain(t.name for t in self._asked(" ".join(_NAME.findall(question.of or "")))),
            is_of_others(f"{question.text} {question.of or ''}", self.site),
        )

    def _words(
        self, question: Question, of: str, unit: str | None, told_as: Iterable[str], printed: Iterable[str]
    ) -> dict[str, float]:
        words: dict[str, float] = {}
        for text, weight in (
            (question.text, 0.7), (question.short, 1.0), (question.counts or "", 1.5), (question.of or "", 0.8), (of, 1.0),
            ("" if unit else question.unit or "", 1.0),
        ):  # fmt: skip
            for token in self._asked(text):
                # That something fell or rose tells shares and sums apart; people and things have words for what happened.
                if unit or token.name[0] != "^":
                    words[token.name] = max(words.get(token.name, 0.0), weight)
        for name in told_as:
            words[name] = max(words.get(name, 0.0), 1.5)
        for text in printed:
            for token in tokens(text, self.language, across=self.across):
                words.setdefault(token.name, 0.5)
        return words

    def _key(self, question: Question, of: str, unit: str | None, people: bool) -> frozenset[str]:
        texts = (question.counts or "", of, question.short, "" if people else question.unit or "")
        key = {token.name for text in texts for token in self._asked(text)}
        if people and not counting(self.site).peoples.find(Words(question.of or "")):
            # That people are counted tells nothing of what happened to them.
            key = key - {name for text in texts for name in _of_people(self._asked(text))} or key
        # A matter of a state's name is a weaker word for it: "searched for" of the missing.
        key = {*key, *(f"~{name[1:]}" for name in key if name[0] == "=")} - {"~people", "~duration"}
        if unit:
            # That the figure is in it says nothing: "hours" of a question for flying hours.
            key -= {token.name for token in self._asked(question.unit or "")}
        else:
            key = {name for name in key if name[0] != "^"}
        return frozenset(key)

    def _measure(self, unit: str) -> frozenset[str]:
        measures = unit_of(unit.split()[-1], self.site) if " " in unit else None
        return _plain(t.name for t in self._asked(unit)) if measures else frozenset()

    def _as_printed(self, question: Question) -> frozenset[str]:
        """Return the words in which texts of this language print what is asked for, as the editor gives them.

        In another language they are those very phrases: their letters tell nothing of the question's own words.
        """
        if self.across:
            return frozenset(f"{PRINTED}{phrase}" for phrase in question.printed_as)
        return frozenset(
            token.name
            for text in question.printed_as
            for token in tokens(text, self.language, across=self.across)
        )

    def _asked(self, text: str) -> tuple[Token, ...]:
        return tokens(text, self.site, across=self.across)

    def _head(self, of: str) -> str:
        """Return those of whom a question asks, without what is said of them: "people on or under the bridge" are people."""
        head, end = noun_after(f" {of}", self.site)
        if head is None:
            return of
        joined = re.match(r"\s+(\w+)\s+(\w+)", f" {of}"[end:])
        return f"{head} {joined[2]}" if joined and joined[1] in counting(self.site).and_or else head


def _of_people(found: Iterable[Token]) -> Iterator[str]:
    """Yield what the words for people in general are called: "people"."""
    found = list(found)
    general = {(token.start, token.end) for token in found if token.name == "~people"}
    return (token.name for token in found if (token.start, token.end) in general)


def _plain(names: Iterable[str]) -> frozenset[str]:
    """Return the plain words among those of a question."""
    return frozenset(name for name in names if name[0] not in "=~+^")
