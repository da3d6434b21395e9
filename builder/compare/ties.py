"""Which of the editor's ties between quotations prove nothing, because a stock phrase stands in two statements of one speaker."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec.structs import replace

from builder.compare.days import soft
from builder.compare.speakers import Names
from builder.compare.wordings import ENOUGH
from builder.content.model import Article, Claim, Site
from builder.content.vocabulary import Speech
from builder.values.text import weight, words


def untied(site: Site, names: Names) -> Site:
    """Return a site without the ``statement`` of each short quotation that another statement of its speaker has as well.

    "Stay calm" can be cut from "stay calm and support us" as from "please stay calm": which of the two an outlet quotes, nobody
    knows, unless their days tell them apart.
    """
    asked: dict[str, list[Claim]] = {}
    for article in site.articles.values():
        for claim in article.claims:
            if claim.speech is Speech.QUOTED:
                asked.setdefault(claim.question, []).append(claim)
    loose = {claim.key for claims in asked.values() for claim in claims if _is_loose(claim, claims, names)}
    if not loose:
        return site
    return replace(site, articles={id: _without(loose, article) for id, article in site.articles.items()})


def _without(loose: Set[str], article: Article) -> Article:
    if all(claim.key not in loose for claim in article.claims):
        return article
    claims = (replace(claim, statement=None) if claim.key in loose else claim for claim in article.claims)
    return replace(article, claims=tuple(claims))


def _is_loose(claim: Claim, claims: Sequence[Claim], names: Names) -> bool:
    if claim.statement is None or weight(phrase := _words(claim)) >= ENOUGH:
        return False
    return any(
        other.statement != claim.statement
        and names.one_origin(claim, other)
        and not _on_two_days(claim, other)
        and _has(_words(other), phrase)
        for other in claims
    )


def _words(claim: Claim) -> list[str]:
    return [word.casefold() for word in words(claim.printed)]


def _has(longer: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether a wording has a phrase and more."""
    size = len(phrase)
    return len(longer) > size and any(
        longer[at : at + size] == phrase for at in range(len(longer) - size + 1)
    )


def _on_two_days(a: Claim, b: Claim) -> bool:
    return bool(a.said_on and b.said_on and not soft(a.said_on).overlaps(soft(b.said_on)))
