"""Which question a passage answers: words in common, weighed by how rare they are, and what kind of answer it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.language import proposing
from builder.desk.suggest.words import can_compare, weighty
from builder.values.lexicon import base, everywhere, language_file, listed

_DEGREES = frozenset({"degrees", "°C", "°F"})
_BY_NAME = {"percentage points": "percent", "basis points": "percent", "magnitude": "magnitude"}
LEAST = 0.5
"""What a question must reach to be proposed."""
OWN = 2.0
"""By how much the kind of answer that a passage gives first is likelier than its others: a quotation is a wording
before it is a yes or no."""


@lru_cache(maxsize=64)
def _kinds(language: str) -> dict[str, str]:
    """Return how units are called in a language -> the kind of figure in it; all else counts people or things."""
    every, file = everywhere(), language_file(language)
    families = {unit: name for name, units in every.families.items() for unit in units}
    found = {"%": "percent", "percent": "percent", **_BY_NAME}
    found.update(dict.fromkeys(listed(proposing(language).figures.magnitude), "magnitude"))
    for code in every.codes.split():
        found[code.casefold()] = "money"
    for unit, phrases in file.units.items() if file is not None else ():
        family = families.get(unit, "")
        kind = (
            "length" if family.endswith("length") or unit in ("miles", "nautical miles")
            else "duration" if family.endswith("time") or unit == "nights"
            else "degrees" if unit in _DEGREES else _BY_NAME.get(unit, unit if unit == "percent" else "")
        )  # fmt: skip
        if kind:
            found.update(dict.fromkeys((unit.casefold(), *listed(phrases)), kind))
    for phrases in (*file.money.values(), *file.money_scaled.values()) if file is not None else ():
        found.update(dict.fromkeys(listed(phrases), "money"))
    return found


def _never(question: Question) -> bool:
    """Nothing is known against a question."""
    return question is None


class Wanted(Struct, frozen=True):
    """A question, with the words by which an answer to it is known."""

    question: Question
    words: Mapping[str, float]
    kind: str | None
    """Kind of figure; ``None`` where the question wants no figure."""


class Passage(Struct, frozen=True):
    """What is to find its question."""

    near: str
    """The words beside the figure or in the quotation."""
    sentence: str
    before: str
    """The sentence before it."""
    answers: tuple[Answer, ...]
    """What kinds of question it may answer, the likeliest first."""
    kind: str | None = None
    counts: str | None = None
    of: str | None = None
    speakers: str = ""
    """Names of who says it."""


class Ranking:
    """Ranks the questions of a site for passages."""

    def __init__(
        self,
        questions: Iterable[Question],
        printed: Mapping[str, Iterable[str]],
        site_language: str = "en",
        language: str = "en",
    ) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it; ``language`` is that of the passages."""
        self._site, self._language = site_language, language
        self._across = base(language) != base(site_language)
        self.wanted = []
        for question in questions:
            words: Counter[str] = Counter()
            for text, weight in (
                (question.text, 1.0), (question.short, 1.0), (question.counts or "", 1.5), (question.of or "", 1.0),
                (question.unit or "", 1.0),
            ):  # fmt: skip
                for word in self._asked(text):
                    words[word] = max(words[word], weight)  # type: ignore[assignment]
            for answer in printed.get(question.path, ()):
                for word in self._read(answer):
                    words[word] = max(words[word], 0.8)  # type: ignore[assignment]
            kind = None
            if question.answer is Answer.QUANTITY:
                kind = _kinds(site_language).get((question.unit or "").casefold(), "people-or-things")
            self.wanted.append(Wanted(question, words, kind))
        spread = Counter(word for wanted in self.wanted for word in wanted.words)
        number = len(self.wanted) or 1
        self.rarity = {word: math.log(1 + number / times) for word, times in spread.items()}

    def rank(
        self, passage: Passage, most: int = 2, other: Callable[[Question], bool] = _never
    ) -> list[tuple[Question, float]]:
        """Return the questions that a passage may answer, the likeliest first.

        ``other`` tells of a question that the passage surely answers another one: it stands behind those of which that is not
        sure, and is never the first.
        """
        if not can_compare(self._language):
            return []
        weights: dict[str, float] = {}
        for text, weight in (
            (passage.before, 0.15), (passage.sentence, 0.45), (passage.speakers, 0.6), (passage.near, 1.0),
            (passage.of or "", 1.2),
        ):  # fmt: skip
            for word in self._read(text):
                weights[word] = max(weights.get(word, 0.0), weight)
        for word in self._read(passage.counts or ""):
            weights[word] = max(weights.get(word, 0.0), 1.4)
        scored = []
        for wanted in self.wanted:
            if wanted.question.answer not in passage.answers:
                continue
            score = sum(
                weight * wanted.words[word] * self.rarity[word]
                for word, weight in weights.items()
                if word in wanted.words
            )
            if wanted.kind and not any(weights[word] >= 1 for word in wanted.words.keys() & weights.keys()):
                # That a figure is wanted, and that something else in the sentence is asked for, says nothing of this one.
                continue
            score /= 1 + 0.02 * len(wanted.words)
            if wanted.kind is not None:
                score += self._fit(passage, wanted)
                if score > LEAST and self._is_of(passage, wanted):
                    # "Thieves took 37 objects"; it makes none likelier that would not be proposed without it.
                    score += 1.0
            elif passage.answers and wanted.question.answer is passage.answers[0]:
                score *= OWN
            scored.append((wanted.question, round(score, 3)))
        scored.sort(key=lambda item: (-item[1], item[0].path))
        return _sure(scored, most, other)

    def _asked(self, text: str) -> tuple[str, ...]:
        """Return the words of a question that say something."""
        return weighty(text, self._site, things=self._across)

    def _read(self, text: str) -> tuple[str, ...]:
        """Return those of a passage."""
        return weighty(text, self._language, things=self._across)

    def _fit(self, passage: Passage, wanted: Wanted) -> float:
        """What speaks for or against a figure of this kind as an answer."""
        score = 0.0
        if passage.kind and wanted.kind:
            # "27 of the 40 percent": a bare number may still answer a question for a sum or a share.
            score += 1.0 if passage.kind == wanted.kind else -4.0
        counts = set(self._read(passage.counts or ""))
        if counts and counts & set(self._asked(wanted.question.counts or "")):
            score += 2.0
        unit = set(self._asked(wanted.question.unit or "")) - {"people", "=people"}
        if unit and unit & set(self._read(passage.of or "")):
            score += 1.0
        return score

    def _is_of(self, passage: Passage, wanted: Wanted) -> bool:
        """Whether what the figure counts is what the question asks of, even if the sentence names others."""
        noun = (passage.of or "").rpartition(" ")[2]
        head = self._read(noun)
        asked = self._asked(wanted.question.of or "")
        # The last of them is the thing that it is, in whatever language.
        return bool(head) and (head[0] in asked or (self._across and head[-1] in asked))


def _sure(
    scored: list[tuple[Question, float]], most: int, other: Callable[[Question], bool]
) -> list[tuple[Question, float]]:
    """Return the first of a ranking, those that are surely others behind the rest; none of those alone."""
    right: list[tuple[Question, float]] = []
    wrong: list[tuple[Question, float]] = []
    for item in scored:
        if item[1] <= LEAST or len(right) >= most:
            break
        (wrong if other(item[0]) else right).append(item)
    return [*right, *wrong][:most] if right else []
