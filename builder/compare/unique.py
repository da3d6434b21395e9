"""What sets an article apart: claims that only it has, values that it printed first, questions that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.days import soft
from builder.compare.groups import Group
from builder.compare.library import Library, claim_order
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.content.model import Article, Claim
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan, parse_edtf

LEFT_OUT = 5
"""Maximum number of questions that an article is said to leave out."""
OTHERS = 2
"""Number of other texts that must answer a question that an article is said to leave out."""


def only_here(library: Library, article: Article) -> tuple[Claim, ...]:
    """Return the article's claims on questions that no other article answers. A headline beside its own text is no question to others."""
    return tuple(
        claim
        for claim in article.claims
        if all(other.article == article.id and not other.against for other in library.answers[claim.question])
    )


def first_appearance(library: Library, alike: Group, row: Comparison | None = None) -> Claim | None:
    """Return the claim of the article of a group that was certainly out before all others, or None if there is none.

    It is the answer that is first, and not its wording: in a ``row``, none is that fits an answer that another may have had before, such
    as a figure that it rounds or hedges. Nor is one if a text of the same day may have it: one that is silent, and not for certain.
    """
    articles = library.site.articles
    first = min(alike.claims, key=lambda claim: claim_order(articles[claim.article], claim))
    day = articles[first.article].out(first.id)

    def leads(claims: Iterable[Claim]) -> bool:
        others = (articles[claim.article].out(claim.id) for claim in claims if claim.article != first.article)
        return all(day and other and soft(day).before(soft(other)) for other in others)

    if not leads(alike.claims):
        return None
    if row is None:
        return first
    if not alike.only_article:
        # Most that fit are of later days, and need not be judged.
        rivals = (other for other in row.groups if other is not alike and not leads(other.claims))
        if any(_fits(alike, other, row) for other in rivals) or not _alone(row, first, day):
            return None
    return first


def _alone(row: Comparison, first: Claim, day: DateSpan | None) -> bool:
    """Return whether no article that may have been out before a claim, or on its day, may answer its question after all."""
    return all(
        outlet == first.outlet or bool(day and out and soft(day).before(soft(parse_edtf(out))))
        for outlet, out in row.answering.unsure
    )


_FIT = {Relation.SAME, Relation.COMPATIBLE}


def _fits(alike: Group, other: Group, row: Comparison) -> bool:
    """Return whether the claims of two groups of a row can be right together."""
    found = row.between(alike.head, other.head)
    return found is not None and found.relation in _FIT


def left_out(library: Library, rows: Iterable[Comparison], article: Article) -> tuple[Comparison, ...]:
    """Return the rows that an article leaves out, those with most answers first, at most ``LEFT_OUT``.

    A question is left out if the article's silence on it is certain, and at least ``OTHERS`` other texts that may have been out on
    the same day answer it. Copies of one text are one.
    """
    found = []
    for row in rows:
        if article.id in row.answering.silent and not is_unlike(row):
            own = library.originals.get(article.id, article.id)
            near = row.answering.texts_near(article.published)
            texts = len(near) - (own in near)
            if texts >= OTHERS:
                found.append((texts, row))
    return tuple(row for _, row in sorted(found, key=lambda item: -item[0])[:LEFT_OUT])


def is_unlike(row: Comparison) -> bool:
    """Return whether a row gathers words of which no two say the same: to have none of them leaves out nothing."""
    return row.question.answer is Answer.WORDING and row.once(
        "unlike", lambda: not any(found.relation in _FIT for found in row.judgements)
    )
