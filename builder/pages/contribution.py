"""What a part gives to the pages of the whole edition: entries for their lists, and numbers for their sums.

Plain texts and numbers, so that they can be kept between builds. Entries that are HTML were printed where they were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec
from msgspec import Raw, Struct, field

Counts = dict[str, dict[str, int]]
"""Counts by their names: what was counted -> how many."""


class Contribution(Struct):
    """Lists and counts by their names: ``outlet/bbc/first``, ``claims``."""

    lists: dict[str, Sequence[list[str]]] = field(default_factory=dict)
    """Each entry is one or more texts."""
    counts: Counts = field(default_factory=dict)
    lines: dict[str, list[bytes]] = field(default_factory=dict)
    """What is only passed on, line by line, in UTF-8: records of the data files and of the search, by the file's address."""

    def put(self, name: str, *entry: str) -> None:
        """Add an entry to a list."""
        entries = self.lists.setdefault(name, [])
        assert isinstance(entries, list), "what was gathered is only read"
        entries.append(list(entry))

    def line(self, name: str, line: bytes) -> None:
        """Add a line to those that are only passed on; it has no line end in it."""
        self.lines.setdefault(name, []).append(line)

    def count(self, name: str, what: str, number: int = 1) -> None:
        """Count some more of something."""
        counter = self.counts.setdefault(name, {})
        counter[what] = counter.get(what, 0) + number

    def add(self, counts: Counts) -> None:
        """Count some more of everything that others counted."""
        for name, counter in counts.items():
            known = self.counts.setdefault(name, {})
            for what, number in counter.items():
                known[what] = known.get(what, 0) + number

    def list(self, name: str) -> Sequence[list[str]]:
        """Return a list; an empty one where nobody put anything."""
        return self.lists.get(name, [])

    def column(self, name: str) -> tuple[str, ...]:
        """Return a list whose entries are one text each."""
        return tuple(entry[0] for entry in self.list(name))

    def number(self, name: str, what: str) -> int:
        """Return how many of something were counted."""
        return self.counts.get(name, {}).get(what, 0)

    def below(self, prefix: str) -> frozenset[str]:
        """Return what stands after a prefix in the names of lists and counts: ``outlet/`` -> ids.

        Names have no order: which of them came first depends on what was made anew and what was kept.
        """
        return frozenset(
            name.removeprefix(prefix).partition("/")[0]
            for name in (*self.lists, *self.counts)
            if name.startswith(prefix)
        )


def gather(contributions: Iterable[Contribution]) -> Contribution:
    """Return all contributions as one: lists in the order of the contributions, counts summed."""
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
    """The entries of a list, kept as JSON in pieces, which are read as far as somebody asks.

    Of a long list a page shows the beginning and how much more there is. ``pieces`` are each a number of entries and these.
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
