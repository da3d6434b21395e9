"""Which question a quotation answers: words in common, weighed by how rare they are, and what kind of answer it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.words import can_compare, weighty
from builder.proof.names import Names
from builder.values.lexicon import base
from builder.values.text import normalise

LEAST = 0.5
"""What a question must reach to be proposed."""
SHARE = 0.15
"""The share of a question that must be said."""
OWN = 2.0
"""By how much the kind of answer that a passage gives first is likelier than its others: a quotation is a wording
before it is a yes or no."""


class Wanted(Struct, frozen=True):
    """A question, with the words by which an answer to it is known."""

    question: Question
    words: Mapping[str, float]
    of: frozenset[str] = frozenset()
    """The sources that it names: "In which words does the mayor speak of it?"."""


class Passage(Struct, frozen=True):
    """What is to find its question."""

    near: str
    """The words in the quotation."""
    sentence: str
    before: str
    """The sentence before it."""
    answers: tuple[Answer, ...]
    """What kinds of question it may answer, the likeliest first."""
    speakers: str = ""
    """Names of who says it."""
    ids: frozenset[str] = frozenset()
    """Who says it, and for whom they speak."""
    own: frozenset[str] = frozenset()
    """Who says it."""


class Ranking:
    """Ranks the questions of a site for quotations."""

    def __init__(
        self,
        questions: Iterable[Question],
        printed: Mapping[str, Iterable[str]],
        site_language: str = "en",
        language: str = "en",
        known: Names | None = None,
    ) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it; ``language`` is that of the passages."""
        self._site, self._language = site_language, language
        self._across = base(language) != base(site_language)
        self.wanted = []
        for question in questions:
            words: dict[str, float] = {}
            for answer in printed.get(question.path, ()):
                words.update(dict.fromkeys(self._read(answer), 0.8))
            asked = " ".join((question.text, question.short, question.counts or "", question.of or ""))
            words.update(dict.fromkeys(weighty(asked, self._site, things=self._across), 1.0))
            named = known.named(normalise(f"{question.text} {question.short}")) if known else set()
            self.wanted.append(Wanted(question, words, frozenset(named)))
        spread = Counter(word for wanted in self.wanted for word in wanted.words)
        number = len(self.wanted) or 1
        self.rarity = {word: math.log(1 + number / times) for word, times in spread.items()}

    def rank(self, passage: Passage, most: int = 2) -> list[tuple[Question, float]]:
        """Return the questions that a passage may answer, the likeliest first."""
        if not can_compare(self._language):
            return []
        weights: dict[str, float] = {}
        for text, weight in (
            (passage.before, 0.15), (passage.sentence, 0.45), (passage.speakers, 0.6), (passage.near, 1.0),
        ):  # fmt: skip
            for word in self._read(text):
                weights[word] = max(weights.get(word, 0.0), weight)
        scored = []
        # Whoever speaks for another is asked of by his own name first.
        of_own = any(
            wanted.of & passage.own and wanted.question.answer in passage.answers for wanted in self.wanted
        )
        ids = passage.own if of_own else passage.ids
        for wanted in self.wanted:
            if wanted.question.answer not in passage.answers or (wanted.of and not wanted.of & ids):
                continue
            said = {word: weights[word] for word in weights.keys() & wanted.words.keys()}
            score = sum(weight * wanted.words[word] * self.rarity[word] for word, weight in said.items())
            whole = sum(weight * self.rarity[word] for word, weight in wanted.words.items())
            if not wanted.of and score < SHARE * whole:
                continue
            score /= 1 + 0.02 * len(wanted.words)
            if wanted.question.answer is passage.answers[0]:
                score *= OWN
            scored.append((wanted.question, round(score, 3)))
        scored.sort(key=lambda item: (-item[1], item[0].path))
        return [item for item in scored if item[1] > LEAST][:most]

    def _read(self, text: str) -> tuple[str, ...]:
        """Return the words of a passage that say something."""
        return weighty(text, self._language, things=self._across)
