"""Group the claims of a row that say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec import Struct

from builder.content.model import Claim, Place
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity, base_unit
from builder.values.text import folded


class Group(Struct, frozen=True):
    """Claims of a row that say the same, in the order of the row. ``claims[0]`` represents all of them."""

    claims: tuple[Claim, ...]

    @property
    def head(self) -> Claim:
        """The claim that was printed first."""
        return self.claims[0]

    @property
    def only_article(self) -> str | None:
        """The id of the only article that says it, or None if several do."""
        return self.head.article if len({claim.article for claim in self.claims}) == 1 else None


def group(claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Return the claims in groups that say the same, in the order in which each value was first printed.

    Linear in the number of claims.
    """
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        found.setdefault(_same(claim), []).append(claim)
    return tuple(Group(tuple(claims)) for claims in found.values())


def _same(claim: Claim) -> Hashable:
    """Return a key that two claims share if ``judge`` calls them the same."""
    unit = base_unit(claim.unit)[0]
    of = tuple((text or "").casefold() for text in (unit, claim.counts, claim.of, claim.scope))
    day = (claim.as_of.start, claim.as_of.end) if claim.as_of else None
    match claim.value:
        case Quantity() as figure:
            return (of, day, figure.same_as)
        case DateSpan() as span:
            return (of, span.start, span.end, span.approximate)
        case tuple() as places:
            named = frozenset(place.id for place in places if isinstance(place, Place))
            return (of, named or folded(claim.printed))
        case bool() as answer:
            return (of, answer)
        case _:
            return (of, folded(claim.printed), frozenset(claim.sources))
