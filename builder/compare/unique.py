"""What sets an article apart: claims that only it has, values that it printed first, questions that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.days import soft
from builder.compare.groups import Group
from builder.compare.library import Library, publication_order
from builder.compare.rows import Comparison
from builder.content.model import Article, Claim
from builder.content.vocabulary import Completeness

LEFT_OUT = 5
"""Maximum number of questions that an article is said to leave out."""
OTHERS = 2
"""Number of other texts that must answer a question that an article is said to leave out."""


def only_here(library: Library, article: Article) -> tuple[Claim, ...]:
    """Return the article's claims on questions that no other article answers."""
    return tuple(
        claim
        for claim in article.claims
        if all(other.article == article.id for other in library.answers[claim.question])
    )


def first_appearance(library: Library, alike: Group) -> Claim | None:
    """Return the claim of the article of a group that was certainly out before all others, or None if there is none."""
    articles = library.site.articles
    first = min(alike.claims, key=lambda claim: publication_order(articles[claim.article]))
    day = articles[first.article].published
    others = [articles[claim.article].published for claim in alike.claims if claim.article != first.article]
    certain = all(day and other and soft(day).before(soft(other)) for other in others)
    return first if certain else None


def left_out(library: Library, rows: Iterable[Comparison], article: Article) -> tuple[Comparison, ...]:
    """Return the rows that an article leaves out, those with most answers first, at most ``LEFT_OUT``.

    A question is left out if the whole text was looked through and was out late enough, and at least ``OTHERS`` other texts that
    may have been out on the same day answer it. Copies of one text are one.
    """
    if article.completeness is not Completeness.FULL_TEXT:
        return ()
    found = []
    for row in rows:
        if article.id in row.answering.silent:
            own = library.originals.get(article.id, article.id)
            near = row.answering.texts_near(article.published)
            texts = len(near) - (own in near)
            if texts >= OTHERS:
                found.append((texts, row))
    return tuple(row for _, row in sorted(found, key=lambda item: -item[0])[:LEFT_OUT])
