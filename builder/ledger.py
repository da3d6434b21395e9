"""What is known of every fascicle from the last build: what it was made of, what it gave, and where that stands.

There is one record of the site that is in its place, and one of each fascicle that the present build has made. The record of a site
that is being put in its place stands beside the former one until that is done: which of them is the site's, the
stamps of its rolls tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from builder.press.place import Stamp
from builder.problems import CATALOGUE
from builder.rolls import JOINT, Place
from builder.share import KEPT, Share
from builder.store import Chunk, Store, fits

_NEXT, _LAST = "next", "last"
_MADE = "made-"


@dataclass(frozen=True, slots=True)
class Head:
    """What a fascicle was made of, and the files that were made of it."""

    key: str
    forms: list[list[Any]]
    """Kinds of its pages, each with the digest of its form."""
    outputs: dict[str, list[int]]
    """Files of the site by their path, each with its stamp."""
    pages: list[list[str]]
    """Source, address under the root, and title of the pages that were printed."""
    kept: list[dict[str, Any]]
    """The pages that MkDocs prints itself."""
    problems: list[list[Any]]
    drafts: list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fascicle, as the ledger knows it."""

    head: Head
    share: Share
    """Without its lines."""
    chunks: dict[str, Chunk]
    """Where its part of each roll stands, by the roll's address."""
    line: bytes
    """All but the chunks, as it is kept."""


_SECTION = {"id": str, "title": str, "level": int, "html": str, "language": str, "href": str | None}
_RECORD = {"target": {"address": str, "anchor": str}, "title": str, "text": str}
_PAGE = {
    "address": str, "source": str, "kind": str, "title": str, "description": str, "lead": str, "sections": [_SECTION],
    "records": [_RECORD], "card": str | None, "permalink": str, "language": str,
}  # fmt: skip
_HEAD = {
    "key": str, "forms": [((str, str, bool, bool, bool), str | None)], "outputs": {str: (int, int)}, "pages": [(str, str, str)],
    "kept": [_PAGE], "problems": [(str, int, str, str, str)], "drafts": [str],
}  # fmt: skip
_LINE = (_HEAD, KEPT)
_SITE = {"ids": [str], "rolls": {str: ((int, int), [(int, int)])}}
"""What records are made of. Whatever else stands in one is no record."""


class Ledger:
    """What is known of the fascicles of a site whose files have these stamps."""

    def __init__(self, store: Store, site: Path, stamps: Mapping[str, Stamp]) -> None:
        self.store = store
        found = (self._read(name, site, stamps) for name in (_NEXT, _LAST))
        self.published: dict[str, Entry] | None = next((one for one in found if one is not None), None)
        """Of the site that is in its place; ``None`` where nothing is known of it."""

    def _read(self, name: str, site: Path, stamps: Mapping[str, Stamp]) -> dict[str, Entry] | None:
        record, chunks = self.store.get_with_chunks(name)
        if not fits(record, _SITE) or "entries" not in chunks:
            return None
        ids, rolls = record["ids"], record["rolls"]
        if any(stamps.get(roll) != tuple(stamp) for roll, (stamp, _) in rolls.items()):
            return None
        lines = chunks["entries"].read().split(b"\n") if ids else []
        if {len(lines), *(len(places) for _, places in rolls.values())} != {len(ids)}:
            return None
        try:
            # All at once: each by itself takes longer.
            known = json.loads(b"[%b]" % b",".join(lines))
        except (ValueError, RecursionError):
            return None
        if not _whole(known):
            return None
        places: list[dict[str, Chunk]] = [{} for _ in ids]
        for roll, (_, found) in rolls.items():
            for chunks, (start, length) in zip(places, found, strict=True):
                chunks[roll] = Chunk(site / roll, start, length)
        return {
            id: Entry(Head(**head), Share.of(share), chunks, line)
            for id, (head, share), chunks, line in zip(ids, known, places, lines, strict=True)
        }

    def made(self, id: str) -> Entry | None:
        """Return a fascicle that this build has made, perhaps in another process."""
        record, chunks = self.store.get_with_chunks(_MADE + id)
        if not _whole([record]):
            return None
        head, share = record
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return Entry(Head(**head), Share.of(share), chunks, line)

    def make(self, id: str, head: Head, share: Share) -> None:
        """Keep what was made of a fascicle."""
        chunks = {roll: JOINT.join(lines) for roll, lines in share.lines.items()}
        self.store.put(_MADE + id, [asdict(head), share.record], chunks)

    def prepare(self, entries: Mapping[str, Entry], rolls: Mapping[str, tuple[Stamp, list[Place]]]) -> None:
        """Write what the site is that is put in its place next: its fascicles in their order, and its rolls."""
        lines = b"\n".join(entry.line for entry in entries.values())
        self.store.put(_NEXT, {"ids": list(entries), "rolls": rolls}, {"entries": lines})

    def publish(self, others: Iterable[str]) -> None:
        """Remember that the site is in its place. Of all other records only ``others`` are still needed."""
        self.store.rename(_NEXT, _LAST)
        self.store.forget({_LAST, *others})


def _whole(found: list[Any]) -> bool:
    """Return whether all records are what is kept of a fascicle."""
    if not fits(found, [_LINE]):
        return False
    kinds = {kind for head, _ in found for *_, kind, _ in head["problems"]}
    # An entry of a list is one text or more.
    return kinds <= CATALOGUE.keys() and all(
        all(chain.from_iterable(share["lists"].values())) for _, share in found
    )
