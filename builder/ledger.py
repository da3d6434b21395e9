"""What is known of every fascicle from the last build: what it was made of, what it gave, and where that stands.

There is one record of the site that is in its place, and one of each fascicle that the present build has made. The record of a site
that is being put in its place stands beside the former one until that is done: which of them is the site's, the
stamps of its rolls tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct, field

from builder import quires
from builder.pages.render import Page
from builder.press.place import Stamp
from builder.press.press import Kind
from builder.problems import CATALOGUE
from builder.quires import Packed, Quire
from builder.rolls import JOINT, Place, line
from builder.share import Kept, Share
from builder.store import Chunk, Store

Told = tuple[str, int, str, str, str]
"""A problem as it is kept: path, line, key, the name of its kind, and the words."""

_NEXT, _LAST = "next", "last"
_MADE = "made-"


class Head(Struct, frozen=True):
    """What a fascicle was made of, and the files that were made of it."""

    key: str
    forms: list[tuple[Kind, str | None]] = field(default_factory=list)
    """Kinds of its pages, each with the digest of its form."""
    outputs: dict[str, Stamp] = field(default_factory=dict)
    """Files of the site by their path, each with its stamp."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Those of the files that were drawn, each with the digest of what it was drawn of."""
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, address under the root, and title of the pages that were printed."""
    kept: list[Page] = field(default_factory=list)
    """The pages that MkDocs prints itself."""
    problems: list[Told] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


class Entry(Struct, frozen=True):
    """A fascicle, as the ledger knows it."""

    head: Head
    share: Callable[[], Packed | None]
    """Returns what it gives, its lines apart; ``None`` where that is not what was kept of it."""
    chunks: dict[str, Chunk]
    """Where its part of each roll stands, by the roll's address."""
    line: bytes
    """Its head, as it is kept."""


class _Site(Struct, frozen=True):
    """The record of a site, beside the bytes of its heads, lists and counts."""

    ids: list[str]
    rolls: dict[str, tuple[Stamp, list[Place]]]
    quires: list[quires.Record]


_heads = msgspec.json.Decoder(Head)


class Ledger:
    """What is known of the fascicles of a site whose files have these stamps."""

    def __init__(self, store: Store, site: Path, stamps: Mapping[str, Stamp]) -> None:
        self.store = store
        self.published: dict[str, Entry] | None = None
        """Of the site that is in its place; ``None`` where nothing is known of it."""
        self.quires: dict[tuple[str, ...], Quire] = {}
        """What its fascicles gave, by their ids."""
        any(self._read(name, site, stamps) for name in (_NEXT, _LAST))

    @cached_property
    def pictures(self) -> dict[str, tuple[str, Stamp]]:
        """The pictures of the site: of each the digest of what it was drawn of, and the stamp of its file."""
        heads = [entry.head for entry in (self.published or {}).values()]
        return {
            name: (key, head.outputs[name])
            for head in heads
            for name, key in head.pictures.items()
            if name in head.outputs
        }

    def _read(self, name: str, site: Path, stamps: Mapping[str, Stamp]) -> bool:
        """Take a record in if it is whole and the site's."""
        record, chunks = self.store.get_with_bytes(name, _Site)
        if record is None or chunks.keys() != {"heads", "counts", "lists"}:
            return False
        ids, rolls = record.ids, record.rolls
        if any(stamps.get(roll) != stamp for roll, (stamp, _) in rolls.items()):
            return False
        lines, counts = (bytes(chunks[part]).split(b"\n") if ids else [] for part in ("heads", "counts"))
        if {len(lines), len(counts), *(len(places) for _, places in rolls.values())} != {len(ids)}:
            return False
        try:
            heads = _heads.decode_lines(chunks["heads"])
        except (ValueError, RecursionError):
            return False
        found = quires.kept(ids, record.quires, chunks["lists"], counts)
        if list(map(line, heads)) != lines or not all(map(_known, heads)) or found is None:
            return False
        self.quires = {one.ids: one for one in found}
        shares = (partial(_member, one, id) for one in found for id in one.ids)
        places: list[dict[str, Chunk]] = [{} for _ in ids]
        for roll, (_, parts) in rolls.items():
            file = site / roll
            for known, (start, length) in zip(places, parts, strict=True):
                known[roll] = Chunk(file, start, length)
        self.published = {
            id: Entry(head, share, known, line)
            for id, head, share, known, line in zip(ids, heads, shares, places, lines, strict=True)
        }
        return True

    def made(self, id: str) -> Entry | None:
        """Return a fascicle that this build has made, perhaps in another process."""
        record, chunks = self.store.get_with_chunks(_MADE + id, tuple[Head, Kept])
        if record is None or not _known(record[0]) or not all(chain.from_iterable(record[1].lists.values())):
            return None
        head, share = record
        packed = quires.pack(Share.of(share))
        return Entry(head, lambda: packed, chunks, line(head))

    def make(self, id: str, head: Head, share: Share) -> None:
        """Keep what was made of a fascicle."""
        chunks = {roll: JOINT.join(lines) for roll, lines in share.lines.items()}
        self.store.put(_MADE + id, (head, share.kept), chunks)

    def prepare(
        self,
        entries: Mapping[str, Entry],
        given: Iterable[Quire],
        rolls: Mapping[str, tuple[Stamp, list[Place]]],
    ) -> None:
        """Write what the site is that is put in its place next: its fascicles in their order, what they gave, and its rolls."""
        found = list(given)
        parts = {
            "heads": b"\n".join(entry.line for entry in entries.values()),
            "counts": b"\n".join(counts for one in found for counts in one.own),
            "lists": b"".join(data for one in found for data in one.lists.values()),
        }
        record = _Site(list(entries), dict(rolls), [one.record for one in found])
        self.store.put(_NEXT, record, parts)

    def publish(self, others: Iterable[str]) -> None:
        """Remember that the site is in its place. Of all other records only ``others`` are still needed."""
        self.store.rename(_NEXT, _LAST)
        self.store.forget({_LAST, *others})


def _member(quire: Quire, id: str) -> Packed | None:
    return quire.members[id]


def _known(head: Head) -> bool:
    """Return whether all problems of a fascicle are of kinds that this program has."""
    return all(kind in CATALOGUE for *_, kind, _ in head.problems)
