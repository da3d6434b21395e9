"""Where an outlet contradicts others or is in tension with them: what it prints, and what stands against that."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.compare.disputes import Dispute, disputes, weight
from builder.compare.library import Library
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.content.model import Claim
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.opening import AnswerLineView, side_view
from builder.pages.views.standing import BadgeView, badge
from builder.pages.views.told import ClaimView

OWN, AGAINST = 2, 3
"""Maximum number of an outlet's own answers to one question, and of those that stand against it, on its page."""


class DifferingView(Struct, frozen=True):
    """A question on which an outlet differs from others."""

    rank: str
    """A text by which these sort: contradictions first, then what is at stake."""
    question: str
    target: Target
    badge: BadgeView
    own: tuple[ClaimView, ...]
    against: tuple[AnswerLineView, ...]
    """What others print on the other sides."""
    more: int
    """Number of further answers on them."""


class _Apart(Struct, frozen=True):
    """What one outlet prints, and what others print that stands against just that."""

    relation: Relation
    own: tuple[Claim, ...]
    sides: tuple[tuple[Claim, ...], ...]


def differing(
    library: Library, rows: Sequence[Comparison], teller: Teller
) -> dict[str, tuple[DifferingView, ...]]:
    """Return for each outlet, by id, the disputes that it takes part in and others with it."""
    by_path = {row.question.path: row for row in rows}
    told: dict[str, list[DifferingView]] = {}
    for dispute in disputes(rows):
        row = by_path[dispute.question.path]
        for id in dict.fromkeys(claim.outlet for side in dispute.sides for claim in side):
            apart = _apart(row, dispute, id)
            if apart is None:
                continue
            lines = [line for side in apart.sides for line in side_view(library, side, teller).answers]
            one = badge(apart.relation, teller.say)
            assert one is not None, "a dispute is a contradiction or a tension"
            told.setdefault(id, []).append(
                DifferingView(
                    f"{int(apart.relation is not Relation.CONFLICT)}{weight(dispute.question)}",
                    dispute.question.short,
                    links.row(dispute.question.path),
                    one,
                    tuple(map(teller.claim, apart.own[:OWN])),
                    tuple(lines[:AGAINST]),
                    max(0, len(lines) - AGAINST),
                )
            )
    return {id: tuple(views) for id, views in told.items()}


def _apart(row: Comparison, dispute: Dispute, outlet: str) -> _Apart | None:
    """Return what stands against an outlet's own claims; None if nothing does.

    That others contradict each other, on whichever side, is not the outlet's: what it prints may be right with both.
    """
    own = [claim for side in dispute.sides for claim in side if claim.outlet == outlet]
    others = [side for side in dispute.sides if all(claim.outlet != outlet for claim in side)]
    for relation in (Relation.CONFLICT, Relation.TENSION):

        def stand(a: Claim, b: Claim, relation: Relation = relation) -> bool:
            found = row.between(a, b)
            return found is not None and found.relation is relation

        sides = [tuple(one for one in side if any(stand(claim, one) for claim in own)) for side in others]
        against = tuple(filter(None, sides))
        if against:
            mine = (claim for claim in own if any(stand(claim, one) for side in against for one in side))
            return _Apart(relation, tuple(mine), against)
    return None
