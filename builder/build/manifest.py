"""The build manifest: what every part of a site was made of, what came of it, and where that stands.

There is one for the site that is in its place. The one of a site that is being put there stands beside it until that is
done: which of them is the site's, the stamps of its JSON lists tell. What the parts that this build makes come to is kept in
a record each, since other processes may make them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Raw, Struct, field

from builder.build.printing import Kind
from builder.build.splice import Place
from builder.cache.dir_cache import Stamp
from builder.cache.records import Chunk, Store
from builder.content.problems import CATALOGUE, Problem
from builder.pages.contribution import Contribution, Counts, Entries
from builder.pages.json_list import JOINT
from builder.pages.render import Page

Told = tuple[str, int, str, str, str]
"""A problem as it is kept: path, line, key, the name of its kind, and the words."""

_NEXT, _LAST = "next", "last"
_MADE = "made-"


class Head(Struct, frozen=True):
    """What a part was made of, and what came of it, but for its lines in the JSON lists."""

    key: str
    forms: list[tuple[Kind, str | None]] = field(default_factory=list)
    """Kinds of its pages, each with the digest of its form."""
    outputs: dict[str, Stamp] = field(default_factory=dict)
    """Files of the site by their path, each with its stamp."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Those of the files that were drawn, each with the digest of what it was drawn of."""
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    """Markdown path, address under the root, and title of the pages that were printed."""
    kept: list[Page] = field(default_factory=list)
    """The pages that MkDocs prints itself."""
    problems: list[Told] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


class Made(Struct, frozen=True):
    """A part as it is kept: its lines stand elsewhere, and its lists are not read before somebody asks for them."""

    head: Head
    counts: Counts
    lists: dict[str, tuple[int, Raw]]
    """How many entries each list has, and the entries as JSON."""


class Entry(Struct, frozen=True):
    """A part, as the manifest knows it."""

    made: Made
    chunks: dict[str, Chunk]
    """Where its lines stand in each JSON list, by the JSON list's address."""

    @property
    def head(self) -> Head:
        """What it was made of."""
        return self.made.head


class _Site(Struct, frozen=True):
    """The manifest of a site."""

    json_lists: dict[str, tuple[Stamp, list[Place]]]
    parts: dict[str, Made]
    """By their ids, in their order."""


class Manifest:
    """What is known of the parts of a site whose files have these stamps."""

    def __init__(self, store: Store, site: Path, stamps: Mapping[str, Stamp]) -> None:
        self.store = store
        self.published: dict[str, Entry] | None = None
        """Of the site that is in its place; None if nothing is known of it."""
        for name in (_NEXT, _LAST):
            record = store.get(name, _Site)
            if record and all(
                stamps.get(json_list) == stamp for json_list, (stamp, _) in record.json_lists.items()
            ):
                self.published = _entries(record, site)
                break

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

    def make(self, id: str, head: Head, contribution: Contribution) -> None:
        """Keep what came of a part."""
        lists = {
            name: (len(found), Raw(msgspec.json.encode(found))) for name, found in contribution.lists.items()
        }
        chunks = {json_list: JOINT.join(lines) for json_list, lines in contribution.lines.items()}
        self.store.put(_MADE + id, Made(head, contribution.counts, lists), chunks)

    def made(self, id: str) -> Entry | None:
        """Return a part that this build has made, perhaps in another process."""
        made, chunks = self.store.get_with_chunks(_MADE + id, Made)
        if made is None:
            return None
        # A raw value holds on to the whole file that it was read from, the lines too.
        lists = {name: (number, entries.copy()) for name, (number, entries) in made.lists.items()}
        return Entry(Made(made.head, made.counts, lists), chunks)

    def prepare(
        self, entries: Mapping[str, Entry], json_lists: Mapping[str, tuple[Stamp, list[Place]]]
    ) -> None:
        """Write the manifest of the site that is put in its place next: its parts in their order, and its JSON lists."""
        parts = {id: entry.made for id, entry in entries.items()}
        self.store.put(_NEXT, _Site(dict(json_lists), parts))

    def publish(self, others: Iterable[str]) -> None:
        """Remember that the site is in its place. Of all other records only ``others`` are still needed."""
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
    """Return what all parts give, their lines apart, as one contribution whose lists are read when somebody asks for them."""
    lists: dict[str, list[tuple[int, Raw]]] = {}
    whole = Contribution()
    for entry in entries:
        for name, found in entry.made.lists.items():
            lists.setdefault(name, []).append(found)
        whole.add(entry.made.counts)
    whole.lists |= {name: Entries(pieces) for name, pieces in lists.items()}
    return whole


def problem_record(problem: Problem) -> Told:
    """Return a problem as it is kept."""
    return (problem.path, problem.line, problem.key, problem.kind.name, problem.message)


def recorded_problem(path: str, line: int, key: str, kind: str, message: str) -> Problem:
    """Return a problem that was kept."""
    return Problem(path, line, key, CATALOGUE[kind], message)
