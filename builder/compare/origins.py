"""Count the distinct sources behind a row, rather than its outlets.

Five reports of one Telegram post are one origin. A claim without a named source is unattributed: it adds no origin, because
its source is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from builder.compare.speakers import SAID, Names
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
    another by ``names`` is the same origin; a video or a channel, which says nothing, is none.
    """
    original = original or {}
    roots: dict[str, list[Claim]] = {}
    named: dict[str, Counter[str]] = {}
    for claim, sources in zip(claims, _rest_on(claims, names), strict=True):
        found = {
            source: names.origin(source) if names else source
            for source in sources
            if names is None or names.manner(source) == SAID
        }
        for source, root in found.items():
            named.setdefault(root, Counter())[source] += 1
        for root in dict.fromkeys(found.values()):
            roots.setdefault(root, []).append(claim)
    ordered = sorted(roots.items(), key=lambda item: (-len(item[1]), item[0]))
    return Origins(
        reports=len({claim.article for claim in claims}),
        texts=len({original.get(claim.article, claim.article) for claim in claims}),
        roots=tuple(_origin(root, found, named[root]) for root, found in ordered),
        unattributed=tuple(claim for claim in claims if _bare(claim, names)),
    )


def _bare(claim: Claim, names: Names | None) -> bool:
    """Return whether a claim names no source that speaks but its own outlet."""
    return all(
        names is not None and (names.outlet(source) == claim.outlet or names.manner(source) != SAID)
        for source in claim.sources
    )


def _rest_on(claims: Sequence[Claim], names: Names | None) -> list[tuple[str, ...]]:
    """Return the sources of each claim, with those of an outlet that answers too in the place of that outlet.

    What one outlet has from another has no origin of its own.
    """
    if names is None:
        return [claim.sources for claim in claims]
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(claim.outlet, []).append(claim)
    known: dict[str, tuple[str, ...]] = {}

    def behind(claim: Claim) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for source in claim.sources:
            outlet = names.outlet(source)
            if outlet is None or (outlet not in own and outlet != claim.outlet):
                found.setdefault(source)
            elif outlet != claim.outlet:
                found.update(dict.fromkeys(of_outlet(outlet)))
        return tuple(found)

    def of_outlet(outlet: str) -> tuple[str, ...]:
        if outlet not in known:
            known[outlet] = ()  # Outlets that name each other have nothing behind them.
            known[outlet] = tuple(dict.fromkeys(source for claim in own[outlet] for source in behind(claim)))
        return known[outlet]

    return [behind(claim) for claim in claims]


def _origin(root: str, claims: Sequence[Claim], named: Counter[str]) -> Origin:
    ordered = sorted(named, key=lambda source: (source != root, -named[source], source))
    return Origin(ordered[0], tuple(claims), tuple(ordered[1:]))
