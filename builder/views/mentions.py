"""Where a précis mentions a figure or a place that other articles answer too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model import Claim, Place
from builder.values.quantity import Quantity

_FIGURE = re.compile(r"[0-9][0-9,.]*[0-9]")


def mention(claim: Claim) -> tuple[str, ...]:
    """Return the words by which a précis may mention a claim: its figure of two digits or more, its places' names."""
    match claim.value:
        case Quantity():
            return tuple(_FIGURE.findall(claim.printed))
        case tuple() as places:
            found: Iterable[str] = (
                name
                for place in places
                if isinstance(place, Place)
                for name in (place.name, *place.aliases)
                if name in claim.printed
            )
            return tuple(found)
        case _:
            return ()
