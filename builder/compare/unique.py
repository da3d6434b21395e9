"""What sets an article apart: claims that only it has, questions that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.library import Library
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.content.model import Article, Claim
from builder.content.vocabulary import Answer

LEFT_OUT = 5
"""Maximum number of questions that an article is said to leave out."""
OTHERS = 2
"""Number of other texts that must answer a question that an article is said to leave out."""


def only_here(library: Library, article: Article) -> tuple[Claim, ...]:
    """Return the article's claims on questions that no other article answers. A headline beside its own text is no question to others."""
    alone = library.answered_once
    return tuple(claim for claim in article.claims if claim.question in alone)


_FIT = {Relation.SAME, Relation.COMPATIBLE}


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
