"""Some fascicles in a row, with what they give to the pages of the whole gathered already: nothing of it is gathered again
for as long as all of them are as they were.

The entries of lists stay as they are kept, in bytes, until somebody asks for them: of a long list a page shows the beginning
and how much more there is. Entries are divided as ASCII meant it, with separators that no text has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

import msgspec
from msgspec import Struct

from builder.rolls import line
from builder.share import Counts, Share, gather

SIZE = 20
"""Fascicles of a quire: of 400 fascicles there are as many quires, and as many are gathered again after one change."""

_MEMBER, _ENTRY, _TEXT = "\x1d", "\x1e", "\x1f"
"""Each stands behind what one fascicle gives to a list, and behind an entry; between the texts of an entry."""
_NONE = dict.fromkeys(map(ord, (_MEMBER, _ENTRY, _TEXT)))


class Record(Struct, frozen=True):
    """What is kept of a quire beside the bytes of its lists and the counts of each fascicle."""

    names: list[str]
    lengths: list[int]
    counts: Counts


T = TypeVar("T")


class Packed(Struct, frozen=True):
    """What one fascicle gives, as it is kept."""

    lists: dict[str, bytes]
    counts: bytes


class Quire(Struct, frozen=True, dict=True):
    """What some fascicles give."""

    ids: tuple[str, ...]
    lists: dict[str, bytes]
    counts: dict[str, dict[str, int]]
    """Of all of them together."""
    own: tuple[bytes, ...]
    """The counts of each."""

    @cached_property
    def members(self) -> dict[str, Packed | None]:
        """What each of the fascicles gives; ``None`` where that is not what was kept of it."""
        end = _MEMBER.encode()
        lists: dict[str, dict[str, bytes]] = {id: {} for id in self.ids}
        for name, data in self.lists.items():
            # What follows the last one is nothing.
            for own, piece in zip(lists.values(), data.split(end), strict=False):
                if piece:
                    own[name] = piece
        return {
            id: Packed(found, counts) if _counted(counts) else None
            for (id, found), counts in zip(lists.items(), self.own, strict=True)
        }

    @property
    def record(self) -> Record:
        """What is kept beside the bytes."""
        return Record(list(self.lists), list(map(len, self.lists.values())), self.counts)


def _counted(counts: bytes) -> bool:
    try:
        _counts(counts)
    except (ValueError, RecursionError):
        return False
    return True


def _counts(counts: bytes) -> Counts:
    return msgspec.json.decode(counts, type=Counts)


def pack(share: Share) -> Packed:
    """Return a share as it is kept, without its lines."""
    lists = {name: _packed(entries) for name, entries in share.lists.items()}
    return Packed(lists, line(share.counts))


def _packed(entries: Iterable[Sequence[str]]) -> bytes:
    clean = [[text.translate(_NONE) if _odd(text) else text for text in entry] for entry in entries]
    return "".join(_TEXT.join(entry) + _ENTRY for entry in clean).encode("utf-8", "surrogatepass")


def _odd(text: str) -> bool:
    return _ENTRY in text or _TEXT in text or _MEMBER in text


def bind(members: Mapping[str, Packed]) -> Quire:
    """Return the quire of some fascicles by their ids."""
    end = _MEMBER.encode()
    names = dict.fromkeys(name for one in members.values() for name in one.lists)
    counts = gather(Share(counts=_counts(one.counts)) for one in members.values()).counts
    return Quire(
        tuple(members),
        {name: b"".join(one.lists.get(name, b"") + end for one in members.values()) for name in names},
        counts,
        tuple(one.counts for one in members.values()),
    )


def kept(
    ids: Sequence[str], records: Sequence[Record], data: bytes | memoryview, own: Sequence[bytes]
) -> list[Quire] | None:
    """Return the quires that were kept of some fascicles, or ``None`` where that is not what was kept."""
    batches, counts = batched(ids), batched(own)
    if {len(records), len(counts)} != {len(batches)}:
        return None
    found, start, end = [], 0, _MEMBER.encode()
    for batch, one, of_each in zip(batches, records, counts, strict=True):
        lists: dict[str, bytes] = {}
        if len(set(one.names)) != len(one.lengths):
            return None
        for name, length in zip(one.names, one.lengths, strict=False):
            piece = lists[name] = bytes(data[start : start + length])
            start += length
            if length < 0 or piece.count(end) != len(batch):
                return None
        found.append(Quire(batch, lists, one.counts, of_each))
    return found if start == len(data) else None


def batched(things: Iterable[T]) -> list[tuple[T, ...]]:
    """Return some things by as many as belong into a quire."""
    every = tuple(things)
    return [every[start : start + SIZE] for start in range(0, len(every), SIZE)]


def gathered(quires: Iterable[Quire]) -> Share:
    """Return what all fascicles give, their lines apart, as one share whose lists are read when they are asked for."""
    found = list(quires)
    pieces: dict[str, list[bytes]] = {}
    for one in found:
        for name, data in one.lists.items():
            pieces.setdefault(name, []).append(data)
    counts = gather(Share(counts=one.counts) for one in found).counts
    return Share({name: Entries(data) for name, data in pieces.items()}, counts)


class Entries(Sequence[list[str]]):
    """The entries of a list, read as far as somebody asks."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._read: list[list[str]] = []
        self._next = 0
        self._length = sum(piece.count(_ENTRY.encode()) for piece in pieces)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[str]]: ...
    def __getitem__(self, index: int | slice) -> list[str] | list[list[str]]:
        last = (
            max(range(self._length)[index], default=-1)
            if isinstance(index, slice)
            else range(self._length)[index]
        )
        while len(self._read) <= last:
            self._read += _entries(self._pieces[self._next])
            self._next += 1
        return self._read[index]

    def __iter__(self) -> Iterator[list[str]]:
        return iter(self[:])


def _entries(piece: bytes) -> list[list[str]]:
    try:
        text = piece.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        # Not as we wrote it. What comes of it is wrong, as the words themselves may be, and a list.
        text = piece.decode("utf-8", "replace")
    return [entry.split(_TEXT) for entry in text.replace(_MEMBER, "").split(_ENTRY)[:-1]]
