"""How the answers to a question stand to each other, in words, under its row."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.pages.views.claims import RANK, Teller
from builder.pages.views.standing import BadgeView, badge

REASONS = 10
"""Maximum number of reasons under a question, the weightiest first."""


class ReasonView(Struct, frozen=True):
    """How two answers stand to each other."""

    badge: BadgeView | None
    """None where the reason says it all."""
    outlets: str
    """The outlets of both: ``FT, Newsweek``."""
    reason: str


def reasons(row: Comparison, teller: Teller) -> tuple[ReasonView, ...]:
    """Return how the answers stand to each other, contradictions first; what is the same needs no reason."""
    claims = teller.library.claims
    told = [judgement for judgement in row.judgements if judgement.relation is not Relation.SAME]
    told.sort(key=lambda judgement: RANK[judgement.relation])
    found = []
    for judgement in told[:REASONS]:
        both = (claims[judgement.a], claims[judgement.b])
        names = dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in both)
        found.append(
            ReasonView(
                badge(judgement.relation, teller.say, row.question.answer, claims=both),
                teller.say.join_items(list(names)),
                judgement.reason,
            )
        )
    return tuple(found)
