"""The answer to a topic, readable in half a minute: up to two sentences, and one line for each further question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import product

from msgspec import Struct

from builder.compare.phrases import count_noun, quoted, sentence
from builder.compare.relation import is_parted, is_tense
from builder.compare.rows import Comparison
from builder.compare.sentences import brief
from builder.compare.sentences.said import Outlets
from builder.compare.sentences.values import CONTRADICT, TENSE
from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.values.direction import isolated
from builder.values.quantity import Number

AIM = 340
"""Preferred length of an answer in characters, if it still says who prints what: ten lines on a phone."""
LIMIT = 370
"""Maximum length of an answer in characters: seven lines on a card, read in half a minute."""
LINE = 160
"""Maximum length in characters of a line under the answer; longer clauses are skipped for shorter ones."""
EXPLAINED = 3
"""Further contradictions or tensions that are explained; any beyond these are only named."""
FURTHER = 4
"""Maximum number of figures of other questions under an answer."""


class Line(Struct, frozen=True):
    """The line under an answer for a question that is not in the answer itself."""

    question: Question
    text: str
    """The clause on the row, without its question; empty if the question is only named."""


class TopicAnswer(Struct, frozen=True):
    """The answer to a topic as a whole."""

    sentences: tuple[str, ...]
    """One or two; together no longer than ``LIMIT``."""
    agreed: tuple[str, ...]
    """The sentences that report neither a contradiction nor a tension: those have cards of their own."""
    parted: tuple[Line, ...]
    """Further questions on which the accounts contradict each other."""
    tense: tuple[Line, ...]
    """Further questions on which they are in tension."""
    counted: tuple[Line, ...]
    """Further figures in the unit of the first."""

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)


def topic_answer(rows: Sequence[Comparison], outlets: Outlets, told: Set[str] = frozenset()) -> TopicAnswer:
    """Return a topic's answer: its first question and a contradiction, or else the question that most articles answer.

    ``told`` are the questions of findings that stand in the answer's place, by path: the lines under it are on the others.
    """
    leading = _leading_rows(rows)
    forms = [
        _Forms.of(row, outlets, also=at > 0 and _head(leading[0]) == _head(row))
        for at, row in enumerate(leading)
    ]
    above = told or {row.question.path for row in leading}
    rest = [row for row in rows if row.question.path not in above]
    parted = [row for row in rest if _is_parted(row)]
    tense = [row for row in rest if _head(row) == TENSE]
    figures = [row for row in _other_figures(rows) if row in rest and row not in tense]
    sentences = _fitting(forms) if forms else ("No text at hand answers any of these questions.",)
    return TopicAnswer(
        sentences,
        tuple(said for said, row in zip(sentences, leading, strict=False) if not _head(row))
        if leading
        else sentences,
        _lines(parted, outlets),
        _lines(tense, outlets),
        tuple(Line(row.question, _line(row, outlets)) for row in figures[:FURTHER]),
    )


def _leading_rows(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the one or two rows that the sentences are about.

    A first question that asks for a figure, a date or a place comes first, because it is what a reader came for. A first
    question that asks for a wording comes after the contradictions. Other rows are ordered by their number of reports.
    """
    answered = [row for row in rows if row.claims]
    if not answered:
        return []
    first = answered[0]
    others = sorted(answered[1:], key=lambda row: -row.origins.reports)
    opposed = [row for row in others if _is_parted(row)]
    opposed += [row for row in others if _head(row) == TENSE]
    valued = [row for row in others if row.question.answer is not Answer.WORDING and row not in opposed]
    shared = [row for row in valued if row.origins.reports > 1]
    telling = [
        row for row in others if row not in (*opposed, *shared) and row.origins.reports > 1 and row.summary
    ]
    if first.question.answer is Answer.WORDING:
        return [*opposed, *([first] if first.summary else []), *shared, *telling, first][:2]
    return [first, *opposed, *shared, *(row for row in _other_figures(rows) if row in valued)][:2]


def _is_parted(row: Comparison) -> bool:
    return is_parted(row.judgements)


def _head(row: Comparison) -> str:
    """Return the beginning of the sentence on a row with a contradiction or tension, else an empty text."""
    return (
        CONTRADICT
        if _is_parted(row)
        else TENSE
        if is_tense(row.judgements, running=row.question.running)
        else ""
    )


def _other_figures(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the other rows counted in the first question's unit, by number of reports, then by size of the figure."""
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


def _lines(rows: Sequence[Comparison], outlets: Outlets) -> tuple[Line, ...]:
    return tuple(
        Line(row.question, _line(row, outlets) if at < EXPLAINED else "") for at, row in enumerate(rows)
    )


def _few_words(row: Comparison, outlets: Outlets) -> Iterator[str]:
    return brief.in_few_words(row.question, row.groups, row.judgements, outlets, row.names)


def _line(row: Comparison, outlets: Outlets) -> str:
    clauses = (*_clauses(row, outlets), *_few_words(row, outlets))
    return next((clause for clause in clauses if len(clause) <= LINE), "")


class _Forms(Struct, frozen=True):
    """The variants of a sentence, by length."""

    full: tuple[str, ...]
    """Variants that say who prints what."""
    bare: tuple[str, ...]
    """Variants without names, short whatever the names are."""

    def ranked(self) -> Iterator[tuple[int, int, str]]:
        """Yield each variant with its rank, 0 if it says who prints what, and with how many fuller ones there are."""
        yield from ((0, at, text) for at, text in enumerate(self.full))
        yield from ((rank, len(self.full), text) for rank, text in enumerate(self.bare, 1))

    @classmethod
    def of(cls, row: Comparison, outlets: Outlets, *, also: bool) -> _Forms:
        """Return the variants of the sentence on a row; ``also`` if the sentence before it begins likewise."""
        short, reports = row.question.short, count_noun(row.origins.reports, "report")
        numbers = _few_words(row, outlets)
        if begin := _head(row):
            head = "likewise" if also else begin
            name, last = (
                f"{head} on {quoted(short)}",
                (f"{head} on {quoted(short)}", f"{head} on one question"),
            )
        else:
            # A question mark inside would end the sentence.
            name = quoted(short) if short.endswith(("?", "!", ".")) else isolated(short)
            verb = "answers" if row.origins.reports == 1 else "answer"
            last = (f"{reports} {verb} {quoted(short)}", f"{reports} {verb} one question")
        return cls(
            tuple(sentence(f"{name}: {clause}") for clause in _clauses(row, outlets)),
            tuple(sentence(text) for text in (*(f"{name}: {clause}" for clause in numbers), *last)),
        )


def _fitting(forms: Sequence[_Forms]) -> tuple[str, ...]:
    """Return one variant of each sentence: with as few bare ones as possible, then least over ``AIM``, then the fullest."""
    found = []
    for choice in product(*(each.ranked() for each in forms)):
        texts = tuple(text for _, _, text in choice)
        length = len(" ".join(texts))
        if length <= LIMIT:
            bare, left_out = sum(rank for rank, _, _ in choice), max(at for _, at, _ in choice)
            found.append((bare, max(length - AIM, 0), left_out, -length, texts))
    return min(found)[-1]
