"""Which question a passage answers: words in common, weighed by how rare they are, and what kind of answer it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.words import weighty

_KINDS = {
    "percent": "percent", "%": "percent", "percentage points": "percent", "km": "length", "m": "length", "miles": "length",
    "metres": "length", "kilometres": "length", "feet": "length", "days": "duration", "weeks": "duration", "months": "duration",
    "years": "duration", "hours": "duration", "minutes": "duration", "nights": "duration", "dollars": "money", "euros": "money",
    "pounds": "money", "crowns": "money", "usd": "money", "eur": "money", "degrees": "degrees", "magnitude": "magnitude",
}  # fmt: skip
"""A question's unit -> the kind of figure that can answer it; all else counts people or things."""
LEAST = 0.5
"""What a question must reach to be proposed."""
OWN = 2.0
"""By how much the kind of answer that a passage gives first is likelier than its others: a quotation is a wording
before it is a yes or no."""


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
    language: str = "en"
    """That of the text."""


class Ranking:
    """Ranks the questions of a site for passages."""

    def __init__(self, questions: Iterable[Question], printed: Mapping[str, Iterable[str]]) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it."""
        self.wanted = []
        for question in questions:
            words: Counter[str] = Counter()
            for text, weight in (
                (question.text, 1.0), (question.short, 1.0), (question.counts or "", 1.5), (question.of or "", 1.0),
                (question.unit or "", 1.0),
            ):  # fmt: skip
                for word in weighty(text):
                    words[word] = max(words[word], weight)  # type: ignore[assignment]
            for answer in printed.get(question.path, ()):
                for word in weighty(answer):
                    words[word] = max(words[word], 0.8)  # type: ignore[assignment]
            kind = None
            if question.answer is Answer.QUANTITY:
                kind = _KINDS.get((question.unit or "").casefold(), "people-or-things")
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
        weights: dict[str, float] = {}
        for text, weight in (
            (passage.before, 0.15), (passage.sentence, 0.45), (passage.speakers, 0.6), (passage.near, 1.0),
            (passage.of or "", 1.2),
        ):  # fmt: skip
            for word in weighty(text, passage.language):
                weights[word] = max(weights.get(word, 0.0), weight)
        for word in weighty(passage.counts or ""):
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

    @staticmethod
    def _fit(passage: Passage, wanted: Wanted) -> float:
        """What speaks for or against a figure of this kind as an answer."""
        score = 0.0
        if passage.kind and wanted.kind:
            # "27 of the 40 percent": a bare number may still answer a question for a sum or a share.
            score += 1.0 if passage.kind == wanted.kind else -4.0
        counts = set(weighty(passage.counts or ""))
        if counts and counts & set(weighty(wanted.question.counts or "")):
            score += 2.0
        unit = set(weighty(wanted.question.unit or "")) - {"people"}
        if unit and unit & set(weighty(passage.of or "")):
            score += 1.0
        return score

    @staticmethod
    def _is_of(passage: Passage, wanted: Wanted) -> bool:
        """Whether what the figure counts is what the question asks of, even if the sentence names others."""
        head = weighty((passage.of or "").rpartition(" ")[2])
        return bool(head) and head[0] in weighty(wanted.question.of or "")


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
