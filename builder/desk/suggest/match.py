"""How much of a question a passage says: for the questions that want no figure, the words themselves have to be there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.words import CONFIRM, can_compare, comparable
from builder.values.lexicon import base

OTHERS = 0.8
"""How much a word of other articles' answers counts, beside one of the question."""
Ranked = tuple[tuple[Question, float], ...]
"""Questions, the likeliest first, each with the share of it that is said: 0 to 1."""


def _never(question: Question) -> bool:
    """Nothing is known against a question."""
    return question is None


class Matching:
    """Holds passages against a site's questions, and what others print in answer to them. A word that few have counts more."""

    def __init__(
        self,
        questions: Iterable[Question],
        printed: Mapping[str, Iterable[str]],
        site_language: str = "en",
        language: str = "en",
    ) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it; ``language`` is that of the passages."""
        self._language = language
        self._across = base(language) != base(site_language)
        self.asked = {
            question: set(comparable(f"{question.text} {question.short}", site_language, things=self._across))
            for question in questions
        }
        self.answered = {
            question: set(self._read(" ".join(printed.get(question.path, ())))) - words
            for question, words in self.asked.items()
        }
        spread = Counter(
            word for found in (self.asked, self.answered) for words in found.values() for word in words
        )
        self.rarity = {word: math.log(1 + len(self.asked) / times) for word, times in spread.items()}

    def rank(
        self,
        answer: Answer,
        near: str,
        around: str,
        least: float,
        most: int = 2,
        other: Callable[[Question], bool] = _never,
    ) -> Ranked:
        """Return the questions for one kind of answer of which at least a share is said.

        ``near`` is the clause that answers; words that only stand ``around`` it count half, and so do those of other answers.
        ``other`` tells of a question that the passage surely answers another one: it stands behind the rest, and never alone.
        """
        if not can_compare(self._language):
            return ()
        close = set(self._read(near))
        far = set(self._read(around)) - close
        found = []
        for question, asked in self.asked.items():
            answered = self.answered[question]
            if question.answer is not answer or not close & (asked | answered):
                continue
            said = self._weight(asked & close) + 0.5 * self._weight(asked & far)
            said += OTHERS * self._weight(answered & close) + 0.5 * OTHERS * self._weight(answered & far)
            share = round(said / self._weight(asked), 3) if asked else 0.0
            if share >= least:
                found.append((question, share))
        found.sort(key=lambda item: (-item[1], item[0].path))
        return _sure(found, most, other)

    def confirms(self, near: str, least: float, other: Callable[[Question], bool] = _never) -> Ranked:
        """Return the questions whether something could be confirmed, for a passage that says whether: few other words do."""
        if CONFIRM not in self._read(near):
            return ()
        found = self.rank(Answer.YES_NO, near, "", least, len(self.asked), other)
        return tuple(item for item in found if CONFIRM in self.asked[item[0]])[:2]

    def is_answered(self, question: Question, printed: str) -> bool:
        """Return whether other articles print some of these words in answer to a question."""
        return bool(self.answered.get(question, set()).intersection(self._read(printed)))

    def said(self, sentence: str, least: float) -> Ranked:
        """Return the questions of whatever kind of which a sentence has at least a share of the words."""
        words = set(self._read(sentence)) if can_compare(self._language) else set()
        shares = [
            (question, self._weight(asked & words) / self._weight(asked))
            for question, asked in self.asked.items() if asked
        ]  # fmt: skip
        return tuple((question, round(share, 3)) for question, share in shares if share >= least)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self.rarity[word] for word in words)

    def _read(self, text: str) -> tuple[str, ...]:
        return comparable(text, self._language, things=self._across)


def _sure(found: Iterable[tuple[Question, float]], most: int, other: Callable[[Question], bool]) -> Ranked:
    """Return the first of a ranking, those that are surely others behind the rest; none of those alone."""
    right: list[tuple[Question, float]] = []
    wrong: list[tuple[Question, float]] = []
    for item in found:
        if len(right) >= most:
            break
        (wrong if other(item[0]) else right).append(item)
    return tuple([*right, *wrong][:most]) if right else ()
