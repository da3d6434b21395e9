"""The sources of claims as sentences name them, and which of them are one origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.compare.phrases import join_items, quoted
from builder.content.model import Claim, Outlet, Source
from builder.content.validate.circles import tops
from builder.content.vocabulary import Speech, Where
from builder.values.direction import isolated

OWN_VOICE = "in its own voice"
"""Words for a claim whose text names no source."""
OWN_VOICES = "in their own voice"
"""The same for claims of several outlets."""
LEAVING = "leaving open"
"""Words before what a text leaves open, behind its outlet."""
SAID, SHOWN, THROUGH = "from", "shown in", "through"
"""How a claim comes from a source."""
_PERSONS = frozenset({"person", "officials"})
"""Kinds of sources whose word is that of the body that they speak for, and needs no second name."""
_MANNERS = {"video": SHOWN, "channel": THROUGH}
"""Kinds of sources that show or pass something on, but do not speak."""
OUTLET = "outlet"
"""The kind of a source that is an outlet."""


class Names(Mapping[str, str]):
    """Source id -> its name in a sentence.

    ``above`` maps a source to the one for which it speaks, ``manners`` one that is no speaker to ``SHOWN`` or ``THROUGH``,
    ``outlets`` one that is an outlet of the site to the outlet's id; ``persons`` are no bodies.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        above: Mapping[str, str] = {},
        manners: Mapping[str, str] = {},
        outlets: Mapping[str, str] = {},
        persons: Iterable[str] = (),
    ) -> None:
        self._names, self._above, self._manners = dict(names), dict(above), dict(manners)
        self._outlets, self._persons = dict(outlets), frozenset(persons)
        self._told = frozenset(self._outlets.values())

    def __getitem__(self, source: str) -> str:
        return self._names[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def origin(self, source: str) -> str:
        """Return the id of the source for which one speaks in the end: its own if it speaks for none."""
        return self._above.get(source, source)

    def origins(self, claim: Claim) -> frozenset[str]:
        """Return the origins of a claim; empty if its text names none."""
        return frozenset(map(self.origin, claim.sources))

    def outlet(self, source: str) -> str | None:
        """Return the id of the outlet that a source is or speaks for, or None if it is no outlet of the site."""
        return self._outlets.get(self.origin(source))

    def about(self, source: str) -> tuple[str, str, str | None, str, str | None, bool]:
        """Return all that is known of a source here: its name, its origin with its name, how it speaks, the outlet that it is, and
        whether it is a person."""
        top, person = self.origin(source), source in self._persons
        return (
            self._names[source],
            top,
            self._names.get(top),
            self.manner(source),
            self.outlet(source),
            person,
        )

    def bodies(self, origin: str, claims: Iterable[Claim]) -> list[str]:
        """Return the ids of the bodies by whose names some claims give what goes back to one origin: the origin itself, and others
        that speak for it, as a government for its ministry. A person, or an official, has no name of a count of his own."""
        named = dict.fromkeys(source for claim in claims for source in claim.sources)
        others = [id for id in named if id != origin and self.origin(id) == origin]
        return [origin, *(id for id in others if id not in self._persons and self.manner(id) == SAID)]

    def is_source(self, outlet: str) -> bool:
        """Return whether an outlet of the site is a source too, so that claims may name it."""
        return outlet in self._told

    def one_origin(self, a: Claim, b: Claim) -> bool:
        """Return whether two claims name an origin in common, or one of them the other's outlet."""
        if not self.origins(a).isdisjoint(self.origins(b)):
            return True
        return bool(self._outlets) and (self._retells(a, b) or self._retells(b, a))

    def retelling(self, a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
        """Return two claims of which the first passes on what the second one's outlet prints; None if neither does."""
        if not self._outlets or a.outlet == b.outlet:
            return None
        return (a, b) if self._retells(a, b) else (b, a) if self._retells(b, a) else None

    def _retells(self, a: Claim, b: Claim) -> bool:
        return any(self.outlet(source) == b.outlet for source in a.sources)

    def manner(self, source: str) -> str:
        """Return how a claim comes from a source: ``from``, ``shown in`` or ``through``."""
        return self._manners.get(source, SAID)

    def speaks(self, claim: Claim) -> bool:
        """Return whether a claim names a source that can speak, unlike a video or a channel."""
        return any(self.manner(source) == SAID for source in claim.sources)

    def unsaid(self, claim: Claim) -> bool:
        """Return whether it is left to a text's context on whose word a claim is.

        A quotation is somebody's, and a headline's source stands in its text.
        """
        told = claim.speech is Speech.QUOTED or claim.where is Where.HEADLINE
        return claim.implied and not told and self.speaks(claim)


def names_of(sources: Iterable[Source], outlets: Iterable[Outlet] = ()) -> Names:
    """Return the names of a site's sources. A source of the kind "outlet" with the name of an outlet is that outlet."""
    by_name = {name.casefold(): outlet.id for outlet in outlets for name in outlet.names}
    found = {source.id: source for source in sources}
    above = {id: source.speaks_for for id, source in found.items()}
    return Names(
        {id: isolated(source.short) for id, source in found.items()},
        tops(above),
        {id: _MANNERS[source.kind] for id, source in found.items() if source.kind in _MANNERS},
        {
            id: by_name[name.casefold()]
            for id, source in found.items()
            if source.kind == OUTLET
            for name in (source.name, source.short)
            if name.casefold() in by_name
        },
        [id for id, source in found.items() if source.kind in _PERSONS],
    )


UNNAMED = "nobody named"
"""The speaker of a claim without a named source. Sentences that need other words test for this value."""


def speaker(claim: Claim, names: Names) -> str:
    """Return the named sources of a claim: ``the GUR``, ``the Pentagon and Ukrainian officials``, or ``UNNAMED``."""
    return join_items([names[source] for source in claim.sources]) or UNNAMED


def origin(claim: Claim, names: Names) -> str:
    """Return where a claim comes from: ``from the GUR``, ``shown in a drone video``, or ``OWN_VOICE``."""
    if claim.voice_open:
        return _open(claim)
    said = [f"{manner} {join_items(named)}" for manner, named in _by_manner(claim, names).items()]
    return ", ".join(said) or _unsourced(claim)


def _unsourced(claim: Claim) -> str:
    """Return how a claim is told whose text names nobody: in its own voice, or by a word that keeps it at a distance, as "reportedly" does."""
    return f"only as {as_printed(claim, claim.cue)}" if claim.cue else OWN_VOICE


def as_printed(claim: Claim, words: str | None = None) -> str:
    """Return a claim's printed words, or others of its text, in quotation marks, with how the site renders them behind."""
    rendering = claim.rendering if words is None else claim.rendered(words)
    words = claim.printed if words is None else words
    return f"{quoted(words)} [{isolated(rendering)}]" if rendering else quoted(words)


def _open(claim: Claim) -> str:
    """Return that a text leaves open whose word a claim is: its own, or somebody's whom it names near by."""
    return f"{LEAVING} {isolated(claim.leaves_open or 'whose word it is')}"


def _by_manner(claim: Claim, names: Names) -> dict[str, list[str]]:
    """Return the names of a claim's sources by how it comes from them, those who speak first."""
    found: dict[str, list[str]] = {}
    for source in claim.sources:
        found.setdefault(names.manner(source), []).append(names[source])
    return {manner: found[manner] for manner in (SAID, SHOWN, THROUGH) if manner in found}


CITING = "citing"
_CITED = {SAID: CITING, SHOWN: SHOWN, THROUGH: THROUGH}


def citing(claim: Claim, names: Names) -> str:
    """Return whom an outlet cites for a claim, to be put after the outlet: ``citing the GUR``, ``shown in a drone video``."""
    if not claim.sources:
        return _open(claim) if claim.voice_open else _unsourced(claim)
    return ", ".join(
        f"{_CITED[manner]} {join_items(named)}" for manner, named in _by_manner(claim, names).items()
    )


def passed_on(claim: Claim, names: Names) -> str:
    """Return where a claim's printed words come from as a predicate: they are quoted from somebody, or report somebody's word.

    Words that an outlet only reports are its own, and are never called somebody else's.
    """
    if not names.speaks(claim):
        return f"is {origin(claim, names)}"
    how = "is quoted from" if claim.speech is Speech.QUOTED else "is on the word of"
    return f"{how} {speaker(claim, names)}"


def whence(claim: Claim, names: Names) -> str:
    """Return where a claim comes from and through whom: ``from the coastguard, through the Evening Post``."""
    relays = [names[relay] for relay in claim.via if relay not in claim.sources]
    if not relays:
        return origin(claim, names)
    through = f"{THROUGH} {join_items(relays)}"
    return f"{origin(claim, names)}, {through}" if claim.sources else through
