"""Chains of entries that name one another: parts of claims, sources that speak for others, places within others."""

from __future__ import annotations

from collections.abc import Mapping


def circles(above: Mapping[str, str | None]) -> set[str]:
    """Return the ids that are above themselves, directly or through others. Linear time."""
    seen: set[str] = set()
    found: set[str] = set()
    for first in above:
        way: dict[str, int] = {}
        id: str | None = first
        while id is not None and id not in seen:
            seen.add(id)
            way[id] = len(way)
            id = above.get(id)
        if id is not None and id in way:
            found.update(other for other, place in way.items() if place >= way[id])
    return found


def chain(id: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the ids above one, the nearest first. A circle ends it, and so does an id that does not exist."""
    found: dict[str, None] = {}
    up = above.get(id)
    while up is not None and up in above and up != id and up not in found:
        found[up] = None
        up = above[up]
    return tuple(found)
