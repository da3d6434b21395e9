"""The claims that only one article has, and the first print of a value."""

from __future__ import annotations

from builder.compare.groups import Group
from builder.compare.library import Library, publication_order
from builder.content.model import Article, Claim


def only_here(library: Library, article: Article) -> tuple[Claim, ...]:
    """Return the article's claims on questions that no other article answers."""
    return tuple(
        claim
        for claim in article.claims
        if all(other.article == article.id for other in library.answers[claim.question])
    )


def first_appearance(library: Library, alike: Group) -> Claim:
    """Return the claim of the earliest article of a group, in the order of ``publication_order``."""
    return min(alike.claims, key=lambda found: publication_order(library.site.articles[found.article]))
