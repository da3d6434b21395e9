"""A topic's answer, for a reader with half a minute: two sentences, and in a line each what they had no room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from builder.compare.phrases import counted, quoted, sentence
from builder.compare.relation import is_parted
from builder.compare.rows import Comparison
from builder.compare.sentences import brief
from builder.compare.sentences.said import Outlets
from builder.compare.sentences.values import CONTRADICT
from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.values.direction import isolated
from builder.values.quantity import Number

AIM = 330
"""Characters of an answer, where it can be had so short without leaving out who prints what: ten lines on a phone."""
LIMIT = 370
"""Characters that an answer never has more of: seven lines on a card, and read in half a minute."""
LINE = 160
"""Characters of a line under it, as far as its question has several lengths."""
TOLD = 3
"""Further contradictions of which it is told how; of more only that they are."""
FURTHER = 4
"""Figures of other questions under an answer."""


class Line(Struct, frozen=True):
    """What stands under an answer on a question that it has no room for."""

    question: Question
    text: str
    """What the row says, without its question; empty where it is only named."""


class TopicAnswer(Struct, frozen=True):
    """The answer to a topic as a whole."""

    sentences: tuple[str, ...]
    """One or two; together no longer than ``LIMIT``."""
    agreed: tuple[str, ...]
    """Those of them that tell of no contradiction."""
    parted: tuple[Line, ...]
    """Further questions on which the accounts contradict each other."""
    counted: tuple[Line, ...]
    """Further figures in the unit of the first."""

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)


def topic_answer(rows: Sequence[Comparison], outlets: Outlets) -> TopicAnswer:
    """Return a topic's answer: its first question and where the accounts part, or what else most of them answer."""
    told = _told(rows)
    forms = [_Forms.of(row, outlets, also=at > 0 and _is_parted(told[0])) for at, row in enumerate(told)]
    parted = [row for row in rows if _is_parted(row) and row not in told]
    figures = [row for row in _counted(rows) if row not in told]
    sentences = _fitting(forms) if forms else ("No text at hand answers any of these questions.",)
    return TopicAnswer(
        sentences,
        tuple(said for said, row in zip(sentences, told, strict=False) if not _is_parted(row))
        if told
        else sentences,
        tuple(Line(row.question, _line(row, outlets) if at < TOLD else "") for at, row in enumerate(parted)),
        tuple(Line(row.question, _line(row, outlets)) for row in figures[:FURTHER]),
    )


def _told(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the rows that the sentences are on.

    A first question that asks for a figure, a date or a place comes first, as it is what a reader came for; one that
    asks for words comes after where the accounts part. Of the others those come first that most texts answer.
    """
    answered = [row for row in rows if row.claims]
    if not answered:
        return []
    first = answered[0]
    others = sorted(answered[1:], key=lambda row: -row.origins.reports)
    parted = [row for row in others if _is_parted(row)]
    valued = [row for row in others if row.question.answer is not Answer.WORDING and row not in parted]
    shared = [row for row in valued if row.origins.reports > 1]
    if first.question.answer is Answer.WORDING:
        return [*parted, first, *shared][:2]
    return [first, *parted, *shared, *(row for row in _counted(rows) if row in valued)][:2]


def _is_parted(row: Comparison) -> bool:
    return is_parted(row.judgements)


def _counted(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return what else is counted in the first question's unit: what most texts print, then the largest."""
    first = rows[0].question
    if first.answer is not Answer.QUANTITY:
        return []
    found = [
        row
        for row in rows[1:]
        if row.question.answer is Answer.QUANTITY
        and row.question.unit == first.unit
        and _size(row)
        and len(row.groups) == 1
    ]
    return sorted(found, key=lambda row: (-row.origins.reports, -_size(row)))


def _size(row: Comparison) -> Number:
    return max(row.low or 0, row.high or 0)


def _clauses(row: Comparison, outlets: Outlets) -> Iterator[str]:
    return brief.clauses(row.question, row.groups, row.judgements, outlets, row.names)


def _line(row: Comparison, outlets: Outlets) -> str:
    return next((clause for clause in _clauses(row, outlets) if len(clause) <= LINE), "")


class _Forms(Struct, frozen=True):
    """The lengths in which a sentence can be had."""

    full: tuple[str, ...]
    """Who prints what."""
    bare: tuple[str, ...]
    """What even the longest names leave short."""

    def ranked(self) -> Iterator[tuple[int, str]]:
        """Yield each form with its rank: 0 for those that say who prints what."""
        yield from ((0, text) for text in self.full)
        yield from enumerate(self.bare, 1)

    @classmethod
    def of(cls, row: Comparison, outlets: Outlets, *, also: bool) -> _Forms:
        """Return the forms of the sentence on a row; ``also`` says that the one before it told of a contradiction too."""
        short, reports = row.question.short, counted(row.origins.reports, "report")
        numbers = brief.in_numbers(row.groups, (row.low, row.high))
        if _is_parted(row):
            head = "likewise" if also else CONTRADICT
            name, last = (
                f"{head} on {quoted(short)}",
                (f"{head} on {quoted(short)}", f"{head} on one question"),
            )
        else:
            # A question mark within would end the sentence.
            name = quoted(short) if short.endswith(("?", "!", ".")) else isolated(short)
            verb = "answers" if row.origins.reports == 1 else "answer"
            last = (f"{reports} {verb} {quoted(short)}", f"{reports} {verb} one question")
        return cls(
            tuple(sentence(f"{name}: {clause}") for clause in _clauses(row, outlets)),
            tuple(sentence(text) for text in (*(f"{name}: {clause}" for clause in numbers), *last)),
        )


def _fitting(forms: Sequence[_Forms]) -> tuple[str, ...]:
    """Return one form of each sentence: as few as can be are bare; of these the fullest answer of ``AIM`` or less."""
    found = []
    for choice in product(*(each.ranked() for each in forms)):
        texts = tuple(text for _, text in choice)
        length = len(" ".join(texts))
        if length <= LIMIT:
            bare = sum(rank for rank, _ in choice)
            found.append((bare, max(length - AIM, 0), -length, texts))
    return min(found)[-1]
