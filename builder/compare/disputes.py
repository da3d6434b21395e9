"""The contradictions and tensions of some rows as two or more sides each, the weightiest first.

What a page shows as cards and orders rows by. The sentence on a row (``sentences``) says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.groups import Group
from builder.compare.phrases import quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.rows import Comparison
from builder.compare.scopes import texts_apart
from builder.compare.sentences.clusters import Pairs, by_scope, judgement_of, opposing, part_and_whole, sides
from builder.compare.sentences.opposed import retelling, whence_all
from builder.compare.sentences.said import borne_out, every, printed_words, sources_differ
from builder.compare.sentences.together import Table, table_of
from builder.compare.sentences.values import of_more, tells_things, why_tense
from builder.compare.speakers import Names
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.counting import is_part, meant

_LOSSES = frozenset({"losses"})
LIVES = 0
"""The weight of a question that counts lives."""
_WEIGHTS = (Answer.QUANTITY, Answer.YES_NO, Answer.WHO, Answer.DATE, Answer.PLACE)
"""Kinds of answers by weight: how many before whether, whether before who, when and where; words are last."""


class Dispute(Struct, frozen=True):
    """A question whose answers contradict each other, or are in tension."""

    question: Question
    relation: Relation
    """``CONFLICT`` or ``TENSION``."""
    sides: tuple[tuple[Claim, ...], ...]
    """The claims of each side, at least two sides; those of one side can all be right."""
    why: str
    """Why they differ, as a sentence that fits under the sides; empty if nothing is known of it."""
    retold: tuple[tuple[Claim, ...], ...] = ()
    """Of each side the claims that only pass on what another of it prints. They stand on no card, and are their outlets' answers all the same."""

    @property
    def rank(self) -> tuple[bool, tuple[int, bool], int]:
        """What disputes are sorted by: contradictions first, then by weight, then by the number of articles that take part."""
        articles = {claim.article for side in self.sides for claim in side}
        return (self.relation is not Relation.CONFLICT, rank(self.question), -len(articles))


def weight(question: Question) -> int:
    """Return the rank of a question by what is at stake in its answer, ``LIVES`` for the weightiest.

    Lives come first: people killed, wounded, captured or missing. Then other figures, then the other kinds of answers.
    """
    if question.answer is Answer.QUANTITY and question.counts:
        found = meant(question.counts, "en").happened
        if found & _LOSSES or is_part(found, _LOSSES):
            return LIVES
    return 1 + (_WEIGHTS.index(question.answer) if question.answer in _WEIGHTS else len(_WEIGHTS))


def rank(question: Question) -> tuple[int, bool]:
    """Return the place of a question among others: by its weight, and among equals a detail of another question comes last."""
    return weight(question), question.detail_of is not None


def disputes(rows: Iterable[Comparison]) -> tuple[Dispute, ...]:
    """Return the disputes of some rows by their rank."""
    found = [dispute for row in rows if (dispute := dispute_of(row))]
    return tuple(sorted(found, key=lambda dispute: dispute.rank))


def dispute_of(row: Comparison) -> Dispute | None:
    """Return the dispute of a row, found once, or None if its answers can all be right."""
    return row.once("dispute", lambda: _carried(row))


class _Carried(Struct, frozen=True):
    """A dispute by the places of its claims among those of the row."""

    relation: Relation
    sides: tuple[tuple[int, ...], ...]
    why: str
    retold: tuple[tuple[int, ...], ...]


def _carried(row: Comparison) -> Dispute | None:
    def make() -> tuple[_Carried, ...]:
        if (found := _dispute(row)) is None:
            return ()
        sides, retold = (tuple(map(row.places, those)) for those in (found.sides, found.retold))
        return (_Carried(found.relation, sides, found.why, retold),)

    for one in row.carried(tuple[_Carried, ...], make, "dispute"):
        sides, retold = (tuple(map(row.at, those)) for those in (one.sides, one.retold))
        return Dispute(row.question, one.relation, sides, one.why, retold)
    return None


def _dispute(row: Comparison) -> Dispute | None:
    table = table_of(row.judgements)
    groups = borne_out(row.standing_groups, row.judgements)
    opposed = opposing(groups, table, running=row.question.running)
    if not opposed:
        return None
    judgements = [judgement_of(pair, table) for pair in opposed]
    relation = judgements[0].relation
    parted = sides(groups, opposed, table)
    told = tuple(_first_hand(side, row.names) for side in parted)
    why = _with_note(row.question, _why(relation, opposed, table, told, row.names), judgements)
    retold = tuple(
        tuple(claim for claim in every(side) if claim not in shown)
        for side, shown in zip(parted, told, strict=True)
    )
    return Dispute(
        row.question, relation, told, " ".join(filter(None, (why, _of_statements(row, told)))), retold
    )


def _of_statements(row: Comparison, sides: Sequence[Sequence[Claim]]) -> str:
    """Return a sentence on the days of other statements that may mean the event of a side; empty without any.

    They part from nobody, as nothing tells whether one event is meant: left out, they would seem to say nothing of it.
    """
    sided = {claim.key for side in sides for claim in side}
    keys = {
        key
        for one in row.judgements
        if Difference.SAID in one.differences and one.relation is Relation.NOT_COMPARABLE
        for key in (one.a, one.b)
        if not sided.isdisjoint((one.a, one.b)) and key not in sided
    }
    others = [claim for claim in row.claims if claim.key in keys]
    if not others:
        return ""
    printed = printed_words(others, row.library.outlet_names)
    says = "is the day of a statement" if len(others) == 1 else "are the days of statements"
    return sentence(f"{printed} {says}; whether of the same event is open")


def _with_note(question: Question, why: str, judgements: Sequence[Judgement]) -> str:
    """Return why a tension is none with the editor's remark on the question where what is counted keeps its sides apart."""
    return f"{why} {question.note}" if question.note and tells_things(judgements) else why


def _first_hand(side: Sequence[Group], names: Names) -> tuple[Claim, ...]:
    """Return the claims of a side without those that pass on what another of it prints."""
    told = [claim for group in side for claim in retelling(group.claims, names)]
    return tuple(claim for claim in every(side) if claim not in told) or tuple(every(side))


def _one_source(sides: Sequence[Sequence[Claim]], names: Names) -> str:
    """Return the name of the only source of all sides; empty if they have several, or if one names none."""
    found = {names.origins(claim) for side in sides for claim in side}
    if len(found) != 1:
        return ""
    (sources,) = found
    if len(sources) != 1:
        return ""
    # The bank's annual report speaks for the bank: where all cite the report, that is what they cite.
    named = {claim.sources for side in sides for claim in side}
    own = next(iter(named)) if len(named) == 1 else ()
    return names[own[0] if len(own) == 1 else next(iter(sources))]


def _why(
    relation: Relation, opposed: Pairs, table: Table, told: Sequence[Sequence[Claim]], names: Names
) -> str:
    judgements = [judgement_of(pair, table) for pair in opposed]
    if relation is Relation.TENSION:
        tense = why_tense(judgements) or of_more([claim for side in told for claim in side])
        larger = dict.fromkeys(_larger(pair) for pair in opposed if by_scope(pair, table))
        return " ".join(filter(None, (sentence(tense) if tense else "", *larger)))
    if sources_differ(told, names):
        # Of more than two sides, and of one that has several sources, the answers themselves say whose they are.
        whose = [whence_all(side, names) for side in told]
        if len(whose) != 2 or not all(whose):
            return ""
        return sentence(f"one side is {whose[0]}, the other {whose[1]}")
    if source := _one_source(told, names):
        return f"{'Both' if len(told) == 2 else 'All'} sides cite {source}; the texts do not say why they differ."
    return "The texts do not say why they differ."


def _at_any_time(group: Group) -> Claim:
    """Return a group's first claim with all days on which any of its texts may have been out: what is said by them holds for each."""
    first, last = ([getattr(claim, name) for claim in group.claims] for name in ("out_from", "out_by"))
    return replace(
        group.head, out_from=None if None in first else min(first), out_by=None if None in last else max(last)
    )


def _larger(pair: tuple[Group, Group]) -> str:
    part, whole = map(_at_any_time, part_and_whole(*pair))
    more = f"{quoted(part.printed)} for {part.scope} alone is more than {quoted(whole.printed)} for the whole of {whole.scope}"
    return f"{more}{texts_apart(part, whole)}."
