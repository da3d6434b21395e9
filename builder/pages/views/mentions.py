"""The words of a précis that mention a claim, which become buttons that show the answers of other articles.

An editor marks words by linking them to the claim: ``[some thirty](#claim-killed)``. A précis is written in the editor's
words, so most mentions are marked this way. In addition, a claim's own words are marked if they are unambiguous: they are
distinctive, occur once in the précis, and belong to claims on one question only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from builder.content.model import Article, Claim, Place
from builder.pages import links
from builder.pages import prose as markup
from builder.values.quantity import Quantity
from builder.values.text import folded

_FIGURE = re.compile(r"[0-9][0-9,.]*[0-9]")
_LONG = re.compile(r"[^\W\d_]{4,}")


def mentions(article: Article) -> tuple[dict[str, str], dict[str, str]]:
    """Return the mentions in an article's précis: words -> id of a claim, and anchors of links -> id of a claim."""
    html = markup.prose(article.precis)
    anchors = {links.claim(article.id, claim.id).anchor: claim.id for claim in article.claims}
    linked = {anchor: anchors[anchor] for anchor in markup.anchors(html) if anchor in anchors}
    own = _unambiguous(claim for claim in article.claims if claim.id not in linked.values())
    return {words: own[words] for words in markup.once(html, own)}, linked


def _unambiguous(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return the words that may mention claims on one question only, each with the id of the first of these claims."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for words in dict.fromkeys(_words(claim)):
            found.setdefault(words, []).append(claim)
    return {
        words: claims[0].id
        for words, claims in found.items()
        if len({claim.question for claim in claims}) == 1
    }


def _words(claim: Claim) -> Iterator[str]:
    """Yield the words with which a précis may mention a claim: its printed words, its figure, the names of its places."""
    whole, figures = _printed(claim.printed)
    yield from whole
    match claim.value:
        case Quantity():
            yield from figures
        case tuple() as places:
            for place in places:
                if isinstance(place, Place):
                    yield from (name for name in (place.name, *place.aliases) if name in claim.printed)


@lru_cache(maxsize=4096)
def _printed(printed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return printed words if they are distinctive, with either case of the first letter, and the figures in them."""
    figures = tuple(_FIGURE.findall(printed))
    distinctive = figures or len(set(_LONG.findall(folded(printed)))) > 1
    return (printed, printed[:1].swapcase() + printed[1:]) if distinctive else (), figures
