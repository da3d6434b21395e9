"""The answer to a topic, readable in half a minute: up to two sentences, and one line for each further question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import product

from msgspec import Struct

from builder.compare.leading import alone, is_awaited, leading_rows, opposed_rows, other_figures
from builder.compare.phrases import (
    count_noun,
    is_participle,
    join_items,
    quoted,
    sentence,
    some,
    without_renderings,
)
from builder.compare.rows import Comparison
from builder.compare.sentences.running import COUNT
from builder.compare.sentences.said import Outlets
from builder.compare.sentences.values import CONTRADICT, TENSE
from builder.content.model import Question
from builder.values.direction import isolated

AIM = 360
"""Preferred length of an answer in characters, if it still says who prints what: ten lines on a phone."""
LIMIT = 385
"""Maximum length of an answer in characters: seven lines on a card, read in half a minute."""
LINE = 160
"""Maximum length in characters of a line under the answer; longer clauses are skipped for shorter ones."""
EXPLAINED = 3
"""Further contradictions or tensions that are explained; any beyond these are only named."""
STORY_AIM = 400
"""Preferred length of the sentences on a whole story: a screen of a phone."""
SENTENCES = 3
"""Maximum number of sentences on a whole story."""
FURTHER = 4
"""Maximum number of figures of other questions under an answer."""


_COUNT = re.compile(rf"{COUNT}(?: of (.+?))? (?=(?:rose|fell|runs) from )")


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
    names_only: bool = False
    """Whether the first sentence only names the question on which accounts differ, as the heading over it does."""

    @property
    def under_heading(self) -> tuple[str, ...]:
        """The sentences that say more than the heading over them."""
        return self.sentences[1:] if self.names_only else self.sentences

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)


def topic_answer(rows: Sequence[Comparison], told: Set[str] = frozenset()) -> TopicAnswer:
    """Return a topic's answer: its first question and a contradiction, or else the question that most articles answer.

    ``told`` are the questions of findings that stand in the answer's place, by path: the lines under it are on the others.
    """
    leading = leading_rows(rows)
    heads = [_head(row) for row in leading]
    forms = [_Forms.of(row, also=at > 0 and heads[0] == heads[at]) for at, row in enumerate(leading)]
    full = len(leading) > 1 and is_awaited(leading[0]) and leading[1].parted
    belied = None if told or full else next((row for row in rows if row.belied), None)
    if belied is not None:
        # Beside what an outlet makes of its own text one more sentence has room.
        leading = leading[:1]
        forms, heads = [*forms[:1], _Forms(belied.belied[:1], ())], [*heads[:1], ""]
        if not is_awaited(leading[0]):
            forms.reverse()
            heads.reverse()
    above = told or {row.question.path for row in leading}
    rest = [row for row in rows if row.question.path not in above]
    parted = [row for row in rest if row.parted]
    tense = [row for row in rest if _head(row) == TENSE]
    figures = [row for row in other_figures(rows) if row in rest and row not in tense]
    names_only = False
    if forms:
        # That a question is answered says nothing beside a sentence that does.
        pairs = list(zip(_fitting(forms), heads, strict=True))
        told_of = [
            (said, head) for said, head in pairs if _says(said) or head or _is_of(said, belied)
        ] or pairs[:1]
        sentences = tuple(said for said, _ in told_of)
        names_only = bool(told_of[0][1]) and not _says(told_of[0][0])
        apart = tuple(said for said, head in told_of if not head)
    else:
        sentences = apart = ("No text at hand answers any of these questions.",)
    return TopicAnswer(
        sentences,
        apart,
        _lines(parted),
        _lines(tense),
        tuple(Line(row.question, _line(row)) for row in figures[:FURTHER]),
        names_only,
    )


def story_sentences(rows: Sequence[Comparison], outlets: Outlets) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is known of a whole story, in at most three sentences, and the topics they are about, by id; both empty if nothing is.

    ``rows`` are those of all topics. First a count of lives or one that rises, if the first question is for one, then a headline against its own text, then the outlet that alone
    contradicts the others, then contradictions, or else tensions, by weight.
    """
    answered = [row for row in rows if row.claims]
    opposed = opposed_rows(answered)
    parted = [row for row in opposed if row.parted]
    belied = sorted((row for row in answered if row.belied), key=lambda row: not _is_stated(row))[:1]
    if not opposed and not belied:
        return (), ()
    lead = answered[:1] if is_awaited(answered[0]) and answered[0] not in opposed else []
    outlet, against = alone(parted)
    told = [*lead, *against, *(row for row in parted or opposed if row not in against)][
        : SENTENCES - bool(outlet) - len(belied)
    ]
    forms = []
    # Of contradictions for which there is no room, it is said that there are.
    untold = [row for row in parted if row not in told and row not in against]
    for at, row in enumerate(told):
        also = at > 0 and bool(_head(row)) and _head(row) == _head(told[at - 1])
        rest = untold if row is told[-1] and row in parted else ()
        forms.append(_Forms.of(row, also=also, said=row in against, rest=rest))
    if outlet:
        # What stands against several others in several places weighs more than any one of these.
        where = join_items([quoted(row.question.short) for row in against])
        said = sentence(f"{isolated(outlets[outlet])} alone contradicts others on {where}")
        forms.insert(len(lead), _Forms((said,), ()))
    # What an outlet makes of its own text needs no other outlet, and teaches most.
    for row in belied:
        forms.insert(len(lead), _Forms(row.belied[:1], ()))
    topics = dict.fromkeys(row.question.topic for row in (*told[: len(lead)], *belied, *told[len(lead) :]))
    return _fitting(forms, len(forms) * LIMIT // 2, STORY_AIM), tuple(topics)


def _is_stated(row: Comparison) -> bool:
    """Return whether an editor has stated that a text has something else in the place of its headline."""
    return any(claim.against for claim in row.claims)


def _head(row: Comparison) -> str:
    """Return the beginning of the sentence on a row with a contradiction or tension, else an empty text."""
    return CONTRADICT if row.parted else TENSE if row.tense else ""


def _lines(rows: Sequence[Comparison]) -> tuple[Line, ...]:
    return tuple(Line(row.question, _line(row) if at < EXPLAINED else "") for at, row in enumerate(rows))


def _line(row: Comparison) -> str:
    return next((clause for clause in (*row.clauses, *row.in_few_words) if len(clause) <= LINE), "")


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
    def of(
        cls, row: Comparison, *, also: bool, said: bool = False, rest: Sequence[Comparison] = ()
    ) -> _Forms:
        """Return the variants of the sentence on a row; ``also`` if the sentence before it begins likewise.

        ``said`` if a sentence before it has said that its answers contradict each other; ``rest`` are further rows of which that is
        said behind it.
        """
        names = some([quoted(one.question.short) for one in rest], "questions")
        likewise = f"; likewise on {names}" if rest else ""
        short, reports = row.question.short, count_noun(row.reports, "report")
        numbers = row.in_few_words
        if not said and (begin := _head(row)):
            head = "likewise" if also else begin
            name, last = (
                f"{head} on {quoted(short)}",
                (f"{head} on {quoted(short)}", f"{head} on one question"),
            )
        else:
            # A question mark inside would end the sentence.
            name = quoted(short) if short.endswith(("?", "!", ".")) else isolated(short)
            verb = "answers" if row.reports == 1 else "answer"
            last = (f"{reports} {verb} {quoted(short)}", f"{reports} {verb} one question")
        return cls(
            tuple(sentence(f"{_told(row.question, name, clause)}{likewise}") for clause in row.clauses),
            tuple(
                sentence(f"{text}{likewise}")
                for text in (*(f"{name}: {clause}" for clause in numbers), *last)
            ),
        )


def _told(question: Question, name: str, clause: str) -> str:
    """Return a clause behind the name of its question; of a count, what it counts in the name's place: ``the count of people killed rose``."""
    found = _COUNT.match(clause)
    if found and question.of and question.counts and is_participle(question.counts):
        counted = f"{isolated(question.of)} {question.counts}"
        count = f"{found[1]}’s count" if found[1] else COUNT
        return f"{count} of {counted} {clause[found.end() :]}"
    return f"{name}: {clause}"


def _is_of(text: str, row: Comparison | None) -> bool:
    """Return whether a sentence is the one on a headline of a row against its own text."""
    return row is not None and text in row.belied


def _says(text: str) -> bool:
    """Return whether a sentence says more than that a question is answered, or that the accounts differ on it."""
    return ": " in text or " count of " in text


def _fitting(forms: Sequence[_Forms], limit: int = LIMIT, aim: int = AIM) -> tuple[str, ...]:
    """Return one variant of each sentence: with as few bare ones as possible, the first says something, then least over ``aim``, then the fullest.

    Together they are no longer than ``limit``.
    """
    found = []
    for choice in product(*(each.ranked() for each in forms)):
        texts = tuple(text for _, _, text in choice)
        length = len(without_renderings(" ".join(texts)))
        if length <= limit:
            bare, left_out = sum(rank for rank, _, _ in choice), max(at for _, at, _ in choice)
            # Of two, the first says something.
            found.append((bare, not _says(texts[0]), max(length - aim, 0), left_out, -length, texts))
    return min(found)[-1]
