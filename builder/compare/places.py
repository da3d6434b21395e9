"""Compare two sets of places or parties by what they name, however it is spelled."""

from __future__ import annotations

from builder.compare.phrases import join_items, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.content.model import Party, Place
from builder.values.text import folded

PLACES, PARTIES = ("names no place", "places"), ("does not say who", "parties")
"""What is said of a place or party that is not named, and what several are called."""
Named = tuple[Place, ...] | tuple[Party, ...]


def compare_places(
    printed_a: str, a: Named, printed_b: str, b: Named, nouns: tuple[str, str] = PLACES
) -> Verdict:
    """Compare two sets of places or parties. An empty set contradicts nothing, nor does a place one that it lies within."""
    ids_a, ids_b = {place.id for place in a}, {place.id for place in b}
    none, many = nouns
    both = f"{quoted(printed_a)} and {quoted(printed_b)}"
    if ids_a == ids_b:
        if not ids_a and folded(printed_a) != folded(printed_b):
            reason = f"{quoted(printed_a)} {none}, nor does {quoted(printed_b)}"
            return Verdict(Relation.COMPATIBLE, reason, (Difference.WORDS,))
        if not ids_a:
            return Verdict(Relation.SAME, f"both print {quoted(printed_a)}, which {none}")
        if folded(printed_a) == folded(printed_b):
            return Verdict(Relation.SAME, f"both print {quoted(printed_a)}")
        return Verdict(
            Relation.SAME,
            f"{both} name the same: {join_items([place.name for place in a])}{_spelling(printed_a, printed_b, a)}",
        )
    if not ids_a or not ids_b:
        bare, named = (printed_a, printed_b) if not ids_a else (printed_b, printed_a)
        reason = f"{quoted(bare)} {none}, so it does not contradict {quoted(named)}"
        return Verdict(Relation.COMPATIBLE, reason, (Difference.FEWER,))
    shared = [place.name for place in a if place.id in ids_b]
    if shared:
        return Verdict(Relation.COMPATIBLE, f"{both} both name {join_items(shared)}", (Difference.FEWER,))
    for inner, outer in ((a, b), (b, a)):
        around = {place.id: place.name for place in outer}
        for small in inner:
            found = [around[id] for id in small.within if id in around] if isinstance(small, Place) else []
            if found:
                exact = printed_a if inner is a else printed_b
                reason = f"{small.name} lies within {found[0]}: {quoted(exact)} is the more exact"
                return Verdict(Relation.COMPATIBLE, reason, (Difference.FEWER,))
    return Verdict(Relation.CONFLICT, f"{both} name different {many}")


def _spelling(printed_a: str, printed_b: str, places: Named) -> str:
    """Return a clause on the places that the two spell differently, or an empty text. What a party is called is no spelling."""
    pairs = [
        (spelled(printed_a, place), spelled(printed_b, place)) for place in places if isinstance(place, Place)
    ]
    differ = [
        f"{quoted(left)} is {quoted(right)} in the other"
        for left, right in pairs
        if left and right and _other_spelling(left, right)
    ]
    return f"; {join_items(differ)}" if differ else ""


def _other_spelling(left: str, right: str) -> bool:
    """Return whether two names are one in two spellings: "the Wash" and "Wash" are not, nor is a name in two languages."""
    first, second = (
        [word for word in name.casefold().split() if word not in _ARTICLES] for name in (left, right)
    )
    return first != second and len(first) == len(second)


_ARTICLES = frozenset("the a an der die das le la les el los".split())


def spelled(printed: str, place: Place | Party) -> str | None:
    """Return the place's or party's name or alias that occurs in the printed words, or None."""
    return next((name for name in (place.name, *place.aliases) if name in printed), None)
