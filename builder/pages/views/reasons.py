"""How the answers to a question stand to each other, in words, under its row."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.phrases import capital
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.rows import Comparison
from builder.compare.unsure import by_name
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from builder.pages.views.standing import DISPUTED, BadgeView, badge, is_empty, place_of
from builder.values.direction import isolated

REASONS = 10
"""Maximum number of reasons under a question, the weightiest first."""


class ReasonView(Struct, frozen=True):
    """How two answers stand to each other."""

    badge: BadgeView | None
    """None where the reason says it all."""
    outlets: str
    """The outlets of both, ``FT and Newsweek``, or whom they cite: ``the union (seven reports) and Belmara Grain (four reports)``."""
    reason: str


def reasons(row: Comparison, teller: Teller) -> tuple[ReasonView, ...]:
    """Return how the answers stand to each other, contradictions first; what is the same, or goes together in any case, needs none.

    Nor do words about different things, each of which says beside itself what it is of, and the answers of different days to a running
    count: the row's sentence says that it went on, and each answer stands under its day.
    """
    claims = teller.library.claims
    # What a lead makes of its own text, a sentence beside the row says.
    leads = {frozenset(claim.key for claim in pair) for pair in row.leads}
    told = [
        judgement
        for judgement in row.judgements
        if judgement.relation is not Relation.SAME
        and not (row.question.answer is Answer.WORDING and judgement.relation is Relation.NOT_COMPARABLE)
        and not (row.question.running and is_in_order(judgement))
        and frozenset((judgement.a, judgement.b)) not in leads
        and not is_empty(judgement, claims[judgement.a], claims[judgement.b], row.question)
    ]
    told.sort(key=place_of)
    found = []
    for judgement in told[:REASONS]:
        both = (claims[judgement.a], claims[judgement.b])
        found.append(
            ReasonView(
                badge(
                    judgement.relation,
                    teller.say,
                    row.question.answer,
                    claims=both,
                    differences=judgement.differences,
                ),
                _parties(row, judgement, teller) or teller.say.join_items(_outlets(both, teller)),
                by_name(
                    judgement.reason, *((claim, teller.library.outlet_names[claim.outlet]) for claim in both)
                ),
            )
        )
    return tuple(found)


def is_in_order(judgement: Judgement) -> bool:
    """Return whether one of two counts is later only by its day."""
    return judgement.relation is Relation.LATER_COUNT and judgement.differences == (Difference.DAY,)


def _outlets(claims: tuple[Claim, Claim], teller: Teller) -> list[str]:
    return list(dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in claims))


def _parties(row: Comparison, judgement: Judgement, teller: Teller) -> str:
    """Return the speakers of two answers that stand against each other, with their reports, if an outlet prints both: it is not the
    outlets that part. Empty if no outlet does, or if an answer has not one speaker."""
    if judgement.relation not in DISPUTED:
        return ""
    sides = [
        group.claims for key in (judgement.a, judgement.b) for group in row.groups if group.head.key == key
    ]
    if len(sides) < 2 or {c.outlet for c in sides[0]}.isdisjoint(c.outlet for c in sides[1]):
        return ""
    told: dict[str, str] = {}
    for side in sides:
        origins = {row.names.origins(claim) for claim in side}
        if len(origins) != 1 or len(root := origins.pop()) != 1:
            return ""
        (source,) = root
        reports = teller.say.count(len({claim.article for claim in side}), "report")
        told[source] = f"{isolated(row.names[source])} ({reports})"
    return capital(teller.say.join_items(list(told.values()))) if len(told) == len(sides) else ""
