"""How a question's row stands among the others of its topic: its weight, and the badges that tell why it has it."""

from __future__ import annotations

from collections.abc import Iterable, Set

from msgspec import Struct

from builder.compare.relation import Relation, is_parted, is_tense
from builder.compare.rows import Comparison
from builder.content.vocabulary import Where
from builder.pages.views.words import Words


class BadgeView(Struct, frozen=True):
    """What sets a row apart, in a word or two."""

    key: str
    """Its name in style sheets: ``contradiction``, ``tension``, ``headline``, ``later``, ``one-source``, ``alone``."""
    words: str


class Standing(Struct, frozen=True):
    """The place of a row."""

    row: Comparison
    badges: tuple[BadgeView, ...]
    weight: int
    """0 for a contradiction; rows of a higher weight stand below."""
    alone: bool
    """Whether one outlet answers, and does not contradict itself."""

    @property
    def parted(self) -> bool:
        """Whether accounts contradict each other or are in tension."""
        return self.weight <= TENSE


PARTED, TENSE, HEADLINE, SHARED, UNANSWERED = range(5)
"""The weights of rows."""


def standings(rows: Iterable[Comparison], later: Set[str], say: Words) -> list[Standing]:
    """Return the rows by weight, in the editor's order among equals.

    ``later`` are the questions of which a finding says that their figures were given later, by path.
    """
    return sorted((_standing(row, later, say) for row in rows), key=lambda found: found.weight)


def _standing(row: Comparison, later: Set[str], say: Words) -> Standing:
    parted = is_parted(row.judgements)
    tense = is_tense(row.judgements, running=row.question.running)
    relations = {judgement.relation for judgement in row.judgements}
    headline = Relation.HEADLINE in relations or bool(row.headlines)
    alone = len({claim.outlet for claim in row.claims}) == 1
    badges = []
    if parted:
        badges.append(BadgeView("contradiction", say("Contradiction")))
    elif tense:
        badges.append(BadgeView("tension", say("Tension")))
    if headline:
        badges.append(BadgeView("headline", say("Headline differs")))
    if Relation.LATER_COUNT in relations or row.question.path in later:
        badges.append(BadgeView("later", say("Later count")))
    if alone:
        badges.append(BadgeView("alone", say("Only one outlet")))
    elif _is_of_one_source(row):
        badges.append(BadgeView("one-source", say("One source")))
    weight = (
        UNANSWERED
        if not row.claims
        else PARTED
        if parted
        else TENSE
        if tense
        else HEADLINE
        if headline
        else SHARED
    )
    return Standing(row, tuple(badges), weight, alone and weight > TENSE)


def _is_of_one_source(row: Comparison) -> bool:
    """Return whether all reports go back to one source; a headline without a name has the one of its text."""
    bare = all(claim.where is Where.HEADLINE for claim in row.origins.unattributed)
    return row.origins.count == 1 and row.origins.reports > 1 and bare
