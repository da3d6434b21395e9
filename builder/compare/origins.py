"""Count the distinct sources behind a row, rather than its outlets.

Five reports of one Telegram post are one origin. A claim without a named source is unattributed: it adds no origin, because
its source is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from builder.compare.speakers import Names
from builder.content.model import Claim


class Origin(Struct, frozen=True):
    """One source and the claims that go back to it."""

    source: str
    """Id of a source that claims name: the one spoken for if any claim names it, else the one most claims name."""
    claims: tuple[Claim, ...]
    others: tuple[str, ...] = ()
    """Ids of the other sources that claims name for the same origin."""


class Origins(Struct, frozen=True):
    """The articles, texts and sources behind the claims of a row."""

    reports: int
    """Number of articles that answer."""
    texts: int
    """Number of texts that answer: articles that are copies of one text count once."""
    roots: tuple[Origin, ...]
    """Distinct sources, those with most claims first, then by id."""
    unattributed: tuple[Claim, ...]
    """Claims without a named source."""

    @property
    def count(self) -> int:
        """Number of distinct origins."""
        return len(self.roots)


def trace(
    claims: Sequence[Claim], original: Mapping[str, str] | None = None, names: Names | None = None
) -> Origins:
    """Return the origins of some claims. Linear in the number of claims.

    ``original`` maps the id of each article that is a copy to the article whose text it repeats. A source that speaks for
    another by ``names`` is the same origin.
    """
    original = original or {}
    roots: dict[str, list[Claim]] = {}
    named: dict[str, Counter[str]] = {}
    for claim in claims:
        found = {source: names.origin(source) if names else source for source in claim.sources}
        for source, root in found.items():
            named.setdefault(root, Counter())[source] += 1
        for root in dict.fromkeys(found.values()):
            roots.setdefault(root, []).append(claim)
    ordered = sorted(roots.items(), key=lambda item: (-len(item[1]), item[0]))
    return Origins(
        reports=len({claim.article for claim in claims}),
        texts=len({original.get(claim.article, claim.article) for claim in claims}),
        roots=tuple(_origin(root, found, named[root]) for root, found in ordered),
        unattributed=tuple(claim for claim in claims if not claim.sources),
    )


def _origin(root: str, claims: Sequence[Claim], named: Counter[str]) -> Origin:
    ordered = sorted(named, key=lambda source: (source != root, -named[source], source))
    return Origin(ordered[0], tuple(claims), tuple(ordered[1:]))
