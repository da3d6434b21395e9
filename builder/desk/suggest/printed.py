"""What other articles answer, for proposals to be held against."""

from __future__ import annotations

from builder.content.model import Claim
from builder.desk.desk import Desk


def printed_by_others(desk: Desk, id: str) -> dict[str, list[str]]:
    """Return question -> what the articles other than this one print in answer to it."""
    printed: dict[str, list[str]] = {}
    for claim in claims_of_others(desk, id):
        printed.setdefault(claim.question, []).append(f"{claim.quote or ''} {claim.printed}")
    return printed


def claims_of_others(desk: Desk, id: str) -> list[Claim]:
    """Return the claims of all published articles but this one."""
    return [claim for other, article in desk.site.articles.items() if other != id for claim in article.claims]


def beside(desk: Desk, id: str, question: str) -> list[tuple[str, str]]:
    """Return what the other articles say on a question: the outlet's name and the words as printed."""
    return [
        (desk.site.outlets[claim.outlet].short, claim.printed)
        for claim in claims_of_others(desk, id)
        if claim.question == question and claim.outlet in desk.site.outlets
    ]
