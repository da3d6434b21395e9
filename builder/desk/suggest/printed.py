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
    """Return the claims of all published articles but this one, and but the one that it revises."""
    own = with_revised(desk, id)
    return [
        claim for other, article in desk.site.articles.items() if other not in own for claim in article.claims
    ]


def with_revised(desk: Desk, id: str) -> tuple[str, ...]:
    """Return the ids of an article and of the one that it revises, which is no other."""
    document = desk.documents.get(id)
    return (id, str(document.data.get("revises"))) if document and "revises" in document.data else (id,)


def beside(desk: Desk, id: str, question: str) -> list[tuple[str, str]]:
    """Return what the other articles say on a question: the outlet's name and the words as printed."""
    return [
        (desk.site.outlets[claim.outlet].short, claim.printed)
        for claim in claims_of_others(desk, id)
        if claim.question == question and claim.outlet in desk.site.outlets
    ]
