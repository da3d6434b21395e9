"""What a story's map shows: its places with the precision of each coordinate, and those that no source locates."""

from __future__ import annotations

import re

from msgspec import Struct

from builder.compare.library import Library
from builder.content.map_outline import Outline
from builder.content.model import Place
from builder.pages.links import Target, row
from builder.pages.views.elsewhere import elsewhere
from builder.pages.views.words import Words

_DECIMAL = r"(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)"


class PlaceView(Struct, frozen=True):
    """One place."""

    name: str
    aliases: tuple[str, ...]
    """Those of its other names that some text of the story prints."""
    latitude: float | None
    longitude: float | None
    precision: str | None
    reach: float
    """Maximum error of the coordinate, in kilometres; 0 if it is exact at the map's scale."""
    located_by: str | None
    note: str | None
    named_by: tuple[tuple[str, Target], ...]
    """The outlets that name it, each with a link to a row in which it does."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """What is the same elsewhere: the name of the site and the address."""


class MapView(Struct, frozen=True):
    """A story's map."""

    title: str
    located: tuple[PlaceView, ...]
    unlocated: tuple[PlaceView, ...]
    outline: Outline


def map_view(
    library: Library, story: str, outline: Outline | None, say: Words, topic: str | None = None
) -> MapView | None:
    """Return the map of a story, or of one topic of it; None if it names no place with a coordinate or there are no outlines."""
    if outline is None:
        return None
    named: dict[str, dict[str, Target]] = {id: {} for id in library.site.places}
    printed: dict[str, set[str]] = {id: set() for id in library.site.places}
    for article in library.articles_of_story[story]:
        for id, spellings in article.spellings.items():
            if id in printed:
                printed[id].update(spellings)
        for claim in article.claims:
            for place in claim.value if isinstance(claim.value, tuple) else ():
                if isinstance(place, Place):
                    printed[place.id].update(name for name in place.aliases if name in claim.printed)
            if topic is not None and library.questions[claim.question].topic != topic:
                continue
            for place in claim.value if isinstance(claim.value, tuple) else ():
                named.setdefault(place.id, {}).setdefault(claim.outlet, row(claim.question))
    outlets = library.site.outlets
    places = [
        _place(
            place,
            tuple((outlets[id].short, target) for id, target in named[place.id].items()),
            tuple(name for name in place.aliases if name in printed[place.id]),
        )
        for place in library.site.places.values()
    ]
    located = tuple(place for place in places if place.latitude is not None)
    # A region or a country that others lie in is no place to be looked for.
    around = {library.site.places[id].name for place in library.site.places.values() for id in place.within}
    # What no answer names, and nobody has a word on, is not here.
    unlocated = tuple(
        place
        for place in places
        if place.latitude is None and place.name not in around and (place.named_by or place.note)
    )
    if not any(place.named_by for place in located):
        return None
    return MapView(say("Where it is said to have happened"), located, unlocated, outline)


def _place(place: Place, named_by: tuple[tuple[str, Target], ...], printed: tuple[str, ...]) -> PlaceView:
    return PlaceView(
        place.name, printed, place.latitude, place.longitude, place.precision, reach(place.precision),
        place.located_by, place.note, named_by, elsewhere(place.same_as),
    )  # fmt: skip


def reach(precision: str | None) -> float:
    """Return how many kilometres a coordinate of this precision may be off: ``0.01 degree`` is about one."""
    degrees = re.match(rf"({_DECIMAL}) degree", precision or "")
    kilometres = re.match(rf"({_DECIMAL}) km", precision or "")
    if degrees:
        return round(float(degrees[1]) * 111, 2)
    return float(kilometres[1]) if kilometres else 0.0
