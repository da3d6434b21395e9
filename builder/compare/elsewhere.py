"""A figure that one outlet gives to a question, and others to another one as something larger: one figure of one source, told as two things.

"200 losses of both armies" becomes "200 passengers killed": beside the counts of those killed it would be a count of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from builder.compare.days import ends
from builder.compare.scopes import exceeding, is_part_of, thing
from builder.compare.speakers import Names
from builder.compare.values import above, one_figure, rough_figure
from builder.content.model import Claim, Question, Site
from builder.content.vocabulary import Answer
from builder.values.quantity import Quantity
from builder.values.text import folded, words

Told = dict[str, defaultdict[float, list[Claim]]]
"""The figures that answer each question, those that may be one figure together (``rough_figure``)."""


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
    told: Told = {path: defaultdict(list) for path in asked}
    for article in site.articles.values():
        for claim in article.claims:
            if claim.question in told and isinstance(claim.value, Quantity) and claim.value.bounded:
                told[claim.question][rough_figure(claim.value)].append(claim)
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
    question: Question, asked: dict[str, Question], told: Told, names: Names
) -> Iterator[tuple[str, str]]:
    beside = [path for path in asked if asked[path].topic == question.topic and path != question.path]
    for figure, alike in told[question.path].items():
        for claim in alike:
            if not claim.sources or any(
                other.article != claim.article and one_figure(claim, other) for other in alike
            ):
                continue
            as_more = _of_more if claim.counted == question.counted else _as_more
            found = [other for path in beside for other in as_more(claim, told[path].get(figure, ()), names)]
            if found and any(
                _is_larger(claim, other, names)
                if claim.counted == question.counted
                else exceeding(question, claim, other)
                for others in told[question.path].values()
                for other in others
                if other.article != claim.article
            ):
                # Of several the last one's words stand: all tell the same figure of the same source.
                yield claim.key, thing(found[-1], several=claim.of != found[-1].of)


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


@lru_cache(maxsize=1024)
def _is_among(of: str | None, more: str | None) -> bool:
    """Return whether those of whom a figure is are among those of whom another one is, as both are told: the mill, of the mill and its suppliers."""
    own, all_of = (words(folded(text or "")) for text in (of, more))
    return bool(own) and set(own) < set(all_of)


def _said_at_once(claim: Claim, other: Claim) -> bool:
    return not (claim.said_on and other.said_on) or ends(claim.said_on) == ends(other.said_on)


def _as_more(claim: Claim, others: Sequence[Claim], names: Names) -> Iterator[Claim]:
    """Yield one answer of another article to another question that has a claim's figure of its source as more than the claim counts."""
    own = [other for other in others if other.article == claim.article and one_figure(claim, other)]
    if any(is_part_of(claim.counts, other.counts) for other in own):
        return  # its text tells it as both
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
