"""Count the distinct sources behind a row, rather than its outlets.

Five reports of one Telegram post are one origin. A claim without a named source is unattributed: it adds no origin, because
its source is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from builder.content.model import Claim


class Origin(Struct, frozen=True):
    """One source and the claims that go back to it."""

    source: str
    claims: tuple[Claim, ...]


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


def trace(claims: Sequence[Claim], original: Mapping[str, str] | None = None) -> Origins:
    """Return the origins of some claims. Linear in the number of claims.

    ``original`` maps the id of each article that is a copy to the article whose text it repeats.
    """
    original = original or {}
    roots: dict[str, list[Claim]] = {}
    for claim in claims:
        for source in claim.sources:
            roots.setdefault(source, []).append(claim)
    ordered = sorted(roots.items(), key=lambda item: (-len(item[1]), item[0]))
    return Origins(
        reports=len({claim.article for claim in claims}),
        texts=len({original.get(claim.article, claim.article) for claim in claims}),
        roots=tuple(Origin(source, tuple(found)) for source, found in ordered),
        unattributed=tuple(claim for claim in claims if not claim.sources),
    )
