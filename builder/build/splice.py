"""Splice JSON lists and CSV tables from the lines of all parts, without reading lines that are in a file already.

The lines of a part are stored only in the list itself, where the next build finds them if it reuses the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from builder.cache.records import Chunk, Piece
from builder.pages.json_list import JOINT, bare

Place = tuple[int, int]
"""Start and length of a part's lines in a file, in bytes."""


class JoinedLines:
    """Lines of a file that are joined by ``between``, and where each piece of them will stand."""

    def __init__(self, lines: Iterable[bytes], between: bytes = JOINT) -> None:
        self.pieces: list[bytes | memoryview] = list(lines)
        self._between = between
        self._end = sum(map(len, self.pieces)) + len(between) * len(self.pieces)

    def joined(self) -> bytes:
        """Return all lines joined."""
        return self._between.join(self.pieces)

    def add(self, piece: bytes | memoryview) -> Place:
        """Add one or more joined lines, and return their place."""
        start = self._end
        self.pieces.append(piece)
        self._end += len(piece) + len(self._between)
        return start, len(piece)


def pieces(
    parts: Iterable[Piece], head: bytes = b"[\n", tail: bytes = b"\n]\n", between: bytes = JOINT
) -> list[Piece]:
    """Return the pieces of a file, joined by ``between``. Chunks stay unread."""
    found = [part for part in parts if (part.length if isinstance(part, Chunk) else part)]
    if not found:
        return [bare(head, tail)]
    return [head, *chain.from_iterable((part, between) for part in found[:-1]), found[-1], tail]


def places(chunks: Iterable[Chunk], head: bytes = b"[\n", between: bytes = JOINT) -> list[Place]:
    """Return the places of the parts in the file that is spliced from these chunks."""
    found = []
    start = len(head)
    for chunk in chunks:
        found.append((start, chunk.length))
        start += chunk.length + len(between) if chunk.length else 0
    return found


def runs(chunks: Iterable[Chunk], between: bytes = JOINT) -> Iterator[Chunk]:
    """Yield chunks, with adjacent ones of one file merged into one; most are adjacent."""
    run: Chunk | None = None
    for chunk in chunks:
        if not chunk.length:
            continue
        if run and run.file == chunk.file and run.start + run.length + len(between) == chunk.start:
            run = Chunk(run.file, run.start, chunk.start + chunk.length - run.start)
            continue
        if run:
            yield run
        run = chunk
    if run:
        yield run
