"""The build manifest: what each part of a site was made of, its results, and where they are stored.

The manifest of the published site is the record ``last``. That of a site that is being published is ``next`` until this is
done; the one whose JSON lists have the stamps of the files in the site is the right one. Each part that a build makes has a
record of its own, since other processes may make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Raw, Struct, field

from builder.build.printing import Kind
from builder.build.splice import JoinedLines, Place
from builder.cache.dir_cache import Stamp
from builder.cache.records import Chunk, Store
from builder.content.problems import CATALOGUE, Problem
from builder.pages.contribution import Contribution, Counts, Entries
from builder.pages.json_list import joint
from builder.pages.page import Page

ProblemRecord = tuple[str, int, str, str, str]
"""A problem as it is stored: path, line, key, name of its kind, message."""

_NEXT, _LAST = "next", "last"
_MADE = "made-"


class Head(Struct, frozen=True):
    """What a part was made of and its results, except its contribution."""

    key: str
    """See ``Inventory.key``."""
    forms: list[tuple[Kind, str | None]] = field(default_factory=list)
    """The kinds of its pages, each with the digest of its form."""
    outputs: dict[str, Stamp] = field(default_factory=dict)
    """Its files in the site: stamps by path."""
    pictures: dict[str, str] = field(default_factory=dict)
    """The files that are pictures: digests of what they were drawn from, by path."""
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    """Markdown path, address under the root, and title of the pages that were printed."""
    kept: list[Page] = field(default_factory=list)
    """Pages that are not printed by the builder: MkDocs renders them, or they become a section of the home page."""
    problems: list[ProblemRecord] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


class MadeLeaf(Struct, frozen=True):
    """A page of a part as it is stored."""

    head: Head
    """Its key is that of the leaf."""
    places: dict[str, Place]
    """Its lines among those of its part, by the JSON list's address."""


class Made(Struct, frozen=True):
    """A part as it is stored: its lines are stored separately, and its lists are decoded when they are used."""

    head: Head
    counts: Counts
    lists: dict[str, tuple[int, Raw]]
    """The number of entries of each list, and the entries as JSON."""
    leaves: dict[str, MadeLeaf] = field(default_factory=dict)
    """Its pages by address, if each was recorded; otherwise they are in ``head``."""


class Entry(Struct, frozen=True):
    """A part in the manifest."""

    made: Made
    chunks: dict[str, Chunk]
    """Its lines in each JSON list, by the list's address."""

    @property
    def head(self) -> Head:
        """What it was made of and its results."""
        return self.made.head

    @property
    def heads(self) -> Iterator[Head]:
        """What it and its pages were made of and their results."""
        yield self.made.head
        for leaf in self.made.leaves.values():
            yield leaf.head


class Former:
    """The pages of a part as the published site has them, to be reused."""

    def __init__(self, entry: Entry | None) -> None:
        self._entry = entry
        self._lines: dict[str, memoryview] = {}

    def head(self, address: str, key: str) -> Head | None:
        """Return what was recorded of a page if its key is still the same, else None."""
        leaf = self._entry.made.leaves.get(address) if self._entry else None
        return leaf.head if leaf and leaf.head.key == key else None

    def lines(self, address: str) -> dict[str, memoryview]:
        """Return the lines of a page with a record, joined, by the JSON list's address."""
        assert self._entry is not None
        found = {}
        for json_list, (start, length) in self._entry.made.leaves[address].places.items():
            if json_list not in self._lines:
                self._lines[json_list] = memoryview(self._entry.chunks[json_list].read())
            found[json_list] = self._lines[json_list][start : start + length]
        return found


class _Site(Struct, frozen=True):
    """The manifest of a site as it is stored."""

    json_lists: dict[str, tuple[Stamp, list[Place]]]
    parts: dict[str, Made]
    """Parts by id, in order."""


class Manifest:
    """The parts of the site whose files have these ``stamps``, and the parts that this build makes."""

    def __init__(self, store: Store, site: Path, stamps: Mapping[str, Stamp]) -> None:
        self.store = store
        self._stamps = stamps
        self.published: dict[str, Entry] | None = None
        """Entries of the published site by id, or None if there is no manifest of it."""
        for name in (_NEXT, _LAST):
            record = store.get(name, _Site)
            if record and all(
                stamps.get(json_list) == stamp for json_list, (stamp, _) in record.json_lists.items()
            ):
                self.published = _entries(record, site)
                break

    @cached_property
    def pictures(self) -> dict[str, tuple[str, Stamp]]:
        """The pictures that are in the published site, or drawn already by this build, by path: the digest of what each was drawn
        from, and the stamp of its file."""
        heads = [head for entry in (self.published or {}).values() for head in entry.heads]
        return {
            name: (key, head.outputs[name])
            for head in heads
            for name, key in head.pictures.items()
            if name in head.outputs and self._stamps.get(name) == head.outputs[name]
        }

    def make(
        self,
        id: str,
        head: Head,
        contribution: Contribution,
        leaves: Mapping[str, tuple[Head, Mapping[str, bytes | memoryview]]] = {},
    ) -> None:
        """Store the results of a part: what it contributes, and its pages with their joined lines by address."""
        lists = {
            name: (len(found), Raw(msgspec.json.encode(found))) for name, found in contribution.lists.items()
        }
        joined = {
            json_list: JoinedLines(lines, joint(json_list)) for json_list, lines in contribution.lines.items()
        }
        found = {}
        for address, (of_leaf, lines) in leaves.items():
            places = {}
            for json_list, own in lines.items():
                places[json_list] = joined.setdefault(json_list, JoinedLines((), joint(json_list))).add(own)
            found[address] = MadeLeaf(of_leaf, places)
        chunks = {json_list: lines.joined() for json_list, lines in joined.items()}
        self.store.put(_MADE + id, Made(head, contribution.counts, lists, found), chunks)

    def made(self, id: str) -> Entry | None:
        """Return a part that this build has made, perhaps in another process, or None if its record is missing."""
        made, chunks = self.store.get_with_chunks(_MADE + id, Made)
        if made is None:
            return None
        # A raw value keeps the whole file in memory that it was read from, including the lines.
        lists = {name: (number, entries.copy()) for name, (number, entries) in made.lists.items()}
        return Entry(Made(made.head, made.counts, lists, made.leaves), chunks)

    def prepare(
        self, entries: Mapping[str, Entry], json_lists: Mapping[str, tuple[Stamp, list[Place]]]
    ) -> None:
        """Write the manifest of the site that will be published: its parts in order, and its JSON lists."""
        parts = {id: entry.made for id, entry in entries.items()}
        self.store.put(_NEXT, _Site(dict(json_lists), parts))

    def publish(self, others: Iterable[str]) -> None:
        """Mark the prepared manifest as that of the published site, and remove all records but it and ``others``."""
        self.store.rename(_NEXT, _LAST)
        self.store.forget({_LAST, *others})


def _entries(record: _Site, site: Path) -> dict[str, Entry]:
    found = {id: Entry(made, {}) for id, made in record.parts.items()}
    for json_list, (_, places) in record.json_lists.items():
        file = site / json_list
        for entry, (start, length) in zip(found.values(), places, strict=True):
            entry.chunks[json_list] = Chunk(file, start, length)
    return found


def gathered(entries: Iterable[Entry]) -> Contribution:
    """Return the contributions of all parts as one, without their lines. Its lists are decoded when they are used."""
    lists: dict[str, list[tuple[int, Raw]]] = {}
    whole = Contribution()
    for entry in entries:
        for name, found in entry.made.lists.items():
            lists.setdefault(name, []).append(found)
        whole.add(entry.made.counts)
    whole.lists |= {name: Entries(pieces) for name, pieces in lists.items()}
    return whole


def problem_record(problem: Problem) -> ProblemRecord:
    """Return a problem as it is stored."""
    return (problem.path, problem.line, problem.key, problem.kind.name, problem.message)


def recorded_problem(path: str, line: int, key: str, kind: str, message: str) -> Problem:
    """Return the problem of a record."""
    return Problem(path, line, key, CATALOGUE[kind], message)
