"""Splice JSON lists from the lines of all parts, without reading lines that are in a file already.

The lines of a part are stored only in the list itself, where the next build finds them if it reuses the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from builder.cache.records import Chunk, Piece
from builder.pages.json_list import JOINT

Place = tuple[int, int]
"""Start and length of a part's lines in a JSON list, in bytes."""


class JoinedLines:
    """Lines of a JSON list that are joined by ``JOINT``, and where each piece of them will stand."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.pieces: list[bytes | memoryview] = list(lines)
        self._end = sum(map(len, self.pieces)) + len(JOINT) * len(self.pieces)

    def add(self, piece: bytes | memoryview) -> Place:
        """Add one or more joined lines, and return their place."""
        start = self._end
        self.pieces.append(piece)
        self._end += len(piece) + len(JOINT)
        return start, len(piece)


def pieces(parts: Iterable[Piece], head: bytes = b"[\n", tail: bytes = b"\n]\n") -> list[Piece]:
    """Return the pieces of a JSON list, joined by ``JOINT``. Chunks stay unread."""
    found = [part for part in parts if (part.length if isinstance(part, Chunk) else part)]
    if not found:
        return [head.rstrip() + tail.lstrip()]
    return [head, *chain.from_iterable((part, JOINT) for part in found[:-1]), found[-1], tail]


def places(chunks: Iterable[Chunk], head: bytes = b"[\n") -> list[Place]:
    """Return the places of the parts in the JSON list that is spliced from these chunks."""
    found = []
    start = len(head)
    for chunk in chunks:
        found.append((start, chunk.length))
        start += chunk.length + len(JOINT) if chunk.length else 0
    return found


def runs(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """Yield chunks, with adjacent ones of one file merged into one; most are adjacent."""
    run: Chunk | None = None
    for chunk in chunks:
        if not chunk.length:
            continue
        if run and run.file == chunk.file and run.start + run.length + len(JOINT) == chunk.start:
            run = Chunk(run.file, run.start, chunk.start + chunk.length - run.start)
            continue
        if run:
            yield run
        run = chunk
    if run:
        yield run
