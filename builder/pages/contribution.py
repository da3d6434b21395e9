"""A part's contribution to the pages of the whole site: entries for lists, and counts.

Plain texts and numbers, so that contributions can be stored between builds. HTML entries are already rendered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec
from msgspec import Raw, Struct, field

Counts = dict[str, dict[str, int]]
"""Name of a counter -> thing counted -> number."""


class Contribution(Struct):
    """Lists and counts by name: ``outlet/bbc/first``, ``claims``."""

    lists: dict[str, Sequence[list[str]]] = field(default_factory=dict)
    """Each entry is one or more texts."""
    counts: Counts = field(default_factory=dict)
    lines: dict[str, list[bytes]] = field(default_factory=dict)
    """Lines in UTF-8 that are copied as they are, by address of their file: records of the data files and of the search."""

    def put(self, name: str, *entry: str) -> None:
        """Add an entry to a list."""
        entries = self.lists.setdefault(name, [])
        assert isinstance(entries, list), "what was gathered is only read"
        entries.append(list(entry))

    def line(self, name: str, line: bytes) -> None:
        """Add a line, without a line end, to a file's lines."""
        self.lines.setdefault(name, []).append(line)

    def count(self, name: str, what: str, number: int = 1) -> None:
        """Add to a count."""
        counter = self.counts.setdefault(name, {})
        counter[what] = counter.get(what, 0) + number

    def count_all(self, name: str, things: Iterable[str]) -> None:
        """Add each of some things to a count."""
        for what, number in Counter(things).items():
            self.count(name, what, number)

    def add(self, counts: Counts) -> None:
        """Add other counts to these."""
        for name, counter in counts.items():
            known = self.counts.setdefault(name, {})
            for what, number in counter.items():
                known[what] = known.get(what, 0) + number

    def list(self, name: str) -> Sequence[list[str]]:
        """Return a list, or an empty one if it has no entries."""
        return self.lists.get(name, [])

    def column(self, name: str) -> tuple[str, ...]:
        """Return the first text of each entry of a list."""
        return tuple(entry[0] for entry in self.list(name))

    def number(self, name: str, what: str) -> int:
        """Return a count, or 0."""
        return self.counts.get(name, {}).get(what, 0)

    def below(self, prefix: str) -> frozenset[str]:
        """Return the next segment after a prefix in the names of lists and counts: ``outlet/`` -> ids of outlets.

        A set, because the order of names depends on which parts were made anew and which were stored.
        """
        return frozenset(
            name.removeprefix(prefix).partition("/")[0]
            for name in (*self.lists, *self.counts)
            if name.startswith(prefix)
        )


def gather(contributions: Iterable[Contribution]) -> Contribution:
    """Return the sum of contributions: lists joined in order, counts added."""
    lists: dict[str, list[list[str]]] = {}
    whole = Contribution()
    for contribution in contributions:
        for name, entries in contribution.lists.items():
            lists.setdefault(name, []).extend(entries)
        for name, lines in contribution.lines.items():
            whole.lines.setdefault(name, []).extend(lines)
        whole.add(contribution.counts)
    whole.lists |= lists
    return whole


class Entries(Sequence[list[str]]):
    """The entries of a list, stored as JSON in pieces that are decoded on demand.

    A page shows only the beginning of a long list and its length. ``pieces`` are pairs of a number of entries and their JSON.
    """

    def __init__(self, pieces: Sequence[tuple[int, Raw]]) -> None:
        self._pieces = pieces
        self._read: list[list[str]] = []
        self._next = 0
        self._length = sum(number for number, _ in pieces)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[str]]: ...
    def __getitem__(self, index: int | slice) -> list[str] | list[list[str]]:
        wanted = range(self._length)[index]
        last = max(wanted, default=-1) if isinstance(wanted, range) else wanted
        while len(self._read) <= last:
            self._read += msgspec.json.decode(self._pieces[self._next][1], type=list[list[str]])
            self._next += 1
        return self._read[index]

    def __iter__(self) -> Iterator[list[str]]:
        return iter(self[:])
