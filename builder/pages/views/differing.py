"""Where an outlet contradicts others or is in tension with them: what it prints, and what stands against that."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.compare.disputes import Dispute, weight
from builder.compare.library import Library
from builder.compare.relation import Relation
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


def differing(
    library: Library, found: Iterable[Dispute], teller: Teller
) -> dict[str, tuple[DifferingView, ...]]:
    """Return for each outlet, by id, the disputes that it takes part in and others with it."""
    told: dict[str, list[DifferingView]] = {}
    for dispute in found:
        one = badge(dispute.relation, teller.say)
        assert one is not None, "a dispute is a contradiction or a tension"
        for id in dict.fromkeys(claim.outlet for side in dispute.sides for claim in side):
            own = [claim for side in dispute.sides for claim in side if claim.outlet == id]
            sides = [side for side in dispute.sides if all(claim.outlet != id for claim in side)]
            lines = [line for side in sides for line in side_view(library, side, teller).answers]
            if lines:
                told.setdefault(id, []).append(
                    DifferingView(
                        f"{int(dispute.relation is not Relation.CONFLICT)}{weight(dispute.question)}",
                        dispute.question.short,
                        links.row(dispute.question.path),
                        one,
                        tuple(map(teller.claim, own[:OWN])),
                        tuple(lines[:AGAINST]),
                        max(0, len(lines) - AGAINST),
                    )
                )
    return {id: tuple(views) for id, views in told.items()}
