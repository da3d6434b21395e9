"""Where a précis mentions what the article's claims say, so that a reader may look up there what the others say to it.

An editor marks words by linking them to the claim: ``[some thirty](#claim-killed)``. A précis is written in own words, so most
marks are made this way. Beyond them, a claim's own words are marked where nothing else can be meant: they are
distinctive, stand in the précis once, and belong to claims on one question only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from builder import links, markup
from builder.model import Article, Claim, Place
from builder.values.quantity import Quantity
from builder.values.text import folded

_FIGURE = re.compile(r"[0-9][0-9,.]*[0-9]")
_LONG = re.compile(r"[^\W\d_]{4,}")


def mentions(article: Article) -> tuple[dict[str, str], dict[str, str]]:
    """Return the marks of an article's précis: its own words and the links' anchors, each with the id of its claim."""
    html = markup.prose(article.precis)
    anchors = {links.claim(article.id, claim.id).anchor: claim.id for claim in article.claims}
    linked = {anchor: anchors[anchor] for anchor in markup.anchors(html) if anchor in anchors}
    own = _unambiguous(claim for claim in article.claims if claim.id not in linked.values())
    return {words: own[words] for words in markup.once(html, own)}, linked


def _unambiguous(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return the words that claims on one question only may be mentioned by, each with the first of these claims."""
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
    """Yield what a précis may mention a claim by: its printed words, its figure, the names of its places."""
    if _FIGURE.search(claim.printed) or len(set(_LONG.findall(folded(claim.printed)))) > 1:
        yield claim.printed
        # A sentence may begin with them here and not there.
        yield claim.printed[:1].swapcase() + claim.printed[1:]
    match claim.value:
        case Quantity():
            yield from _FIGURE.findall(claim.printed)
        case tuple() as places:
            for place in places:
                if isinstance(place, Place):
                    yield from (name for name in (place.name, *place.aliases) if name in claim.printed)
