"""A figure that one outlet gives to a question, and others to another one as something larger: one figure of one source, told as two things.

"200 losses of both armies" becomes "200 passengers killed": beside the counts of those killed it would be a count of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from builder.compare.days import ends
from builder.compare.scopes import exceeding, is_part_of, thing
from builder.compare.speakers import Names
from builder.compare.values import above, one_figure
from builder.content.model import Claim, Question, Site
from builder.content.vocabulary import Answer
from builder.values.quantity import Quantity
from builder.values.text import folded, words


def with_retold(site: Site, names: Names) -> Site:
    """Return a site in which each such figure has what others tell it as (``Claim.retold``).

    Only where it is larger than the whole that its own question's other answers give, and nobody else gives it there: two counts of
    one source may be the same number.
    """
    asked = {
        question.path: question
        for topic in site.topics.values()
        for question in topic.questions
        if question.answer is Answer.QUANTITY and not question.running
    }
    told: dict[str, list[Claim]] = {path: [] for path in asked}
    for article in site.articles.values():
        for claim in article.claims:
            if claim.question in told and isinstance(claim.value, Quantity) and claim.value.bounded:
                told[claim.question].append(claim)
    found = {key: words for path in asked for key, words in _retold(asked[path], asked, told, names)}
    if not found:
        return site
    articles = {
        article.id: replace(
            article, claims=tuple(replace(claim, retold=found.get(claim.key)) for claim in article.claims)
        )
        for article in site.articles.values()
        if any(claim.key in found for claim in article.claims)
    }
    return replace(site, articles=site.articles | articles)


def _retold(
    question: Question, asked: dict[str, Question], told: dict[str, list[Claim]], names: Names
) -> Iterator[tuple[str, str]]:
    beside = [path for path in asked if asked[path].topic == question.topic and path != question.path]
    for claim in told[question.path]:
        others = [other for other in told[question.path] if other.article != claim.article]
        if not claim.sources or any(one_figure(claim, other) for other in others):
            continue
        if claim.counted == question.counted:
            larger = any(_is_larger(claim, other, names) for other in others)
            found = (
                (other for path in beside for other in _of_more(claim, told[path], names)) if larger else ()
            )
        elif any(exceeding(question, claim, other) for other in others):
            found = (other for path in beside for other in _as_more(claim, told[path], names))
        else:
            continue
        for other in found:
            yield claim.key, thing(other, several=claim.of != other.of)


def _is_larger(claim: Claim, other: Claim, names: Names) -> bool:
    """Return whether a figure is larger than another one of its source for the same."""
    large, small = claim.value, other.value
    return (
        isinstance(large, Quantity)
        and isinstance(small, Quantity)
        and (claim.unit, claim.of, claim.scope) == (other.unit, other.of, other.scope)
        and names.one_origin(claim, other)
        and above(large, small)
    )


def _of_more(claim: Claim, others: Sequence[Claim], names: Names) -> Iterator[Claim]:
    """Yield one answer of another article to another question that has a claim's figure of its source for those of the claim and others: with the suppliers."""
    more = [other for other in others if _is_among(claim.of, other.of) and one_figure(claim, other)]
    if any(other.article == claim.article for other in more):
        return
    yield from (
        other
        for other in more
        if _said_at_once(claim, other) and claim.unit == other.unit and names.one_origin(claim, other)
    )


def _is_among(of: str | None, more: str | None) -> bool:
    """Return whether those of whom a figure is are among those of whom another one is, as both are told: the mill, of the mill and its suppliers."""
    own, all_of = (words(folded(text or "")) for text in (of, more))
    return bool(own) and set(own) < set(all_of)


def _said_at_once(claim: Claim, other: Claim) -> bool:
    return not (claim.said_on and other.said_on) or ends(claim.said_on) == ends(other.said_on)


def _as_more(claim: Claim, others: Sequence[Claim], names: Names) -> Iterator[Claim]:
    """Yield one answer of another article to another question that has a claim's figure of its source as more than the claim counts."""
    if any(other.article == claim.article and one_figure(claim, other) for other in others):
        return
    for other in others:
        if (
            _said_at_once(claim, other)
            and one_figure(claim, other)
            and claim.unit == other.unit
            and names.one_origin(claim, other)
            and is_part_of(claim.counts, other.counts)
        ):
            yield other
            return
