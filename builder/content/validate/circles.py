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


LEVELS = 32
"""Maximum number of entries above one that are followed: from a street to a continent it takes ten."""


def chain(id: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the ids above one, the nearest first, at most ``LEVELS``. A circle ends it, and so does an unknown id."""
    found: dict[str, None] = {}
    up = above.get(id)
    while up is not None and up in above and up != id and up not in found and len(found) < LEVELS:
        found[up] = None
        up = above[up]
    return tuple(found)


def tops(above: Mapping[str, str | None]) -> dict[str, str]:
    """Return for each id the last one above it, itself if there is none. A circle has any of its ids. Linear time."""
    found: dict[str, str] = {}
    for first in above:
        way: dict[str, None] = {}
        id = first
        while id not in found and id not in way:
            way[id] = None
            up = above[id]
            id = up if up is not None and up in above else id
        found |= dict.fromkeys(way, found.get(id, id))
    return found
