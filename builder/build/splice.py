"""Put a file together of what each part gives to it, without reading what stands in a file already.

What a part gave stands in the file itself, and the next build takes it from there if the part is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from builder.cache.records import Chunk, Piece
from builder.pages.json_list import JOINT

Place = tuple[int, int]
"""Where a part's lines begin in a JSON list, and how long they are, in bytes."""


def pieces(parts: Iterable[Piece], head: bytes = b"[\n", tail: bytes = b"\n]\n") -> list[Piece]:
    """Return what a JSON list is put together of. What stands in a file is left there."""
    found = [part for part in parts if (part.length if isinstance(part, Chunk) else part)]
    if not found:
        return [head.rstrip() + tail.lstrip()]
    return [head, *chain.from_iterable((part, JOINT) for part in found[:-1]), found[-1], tail]


def places(chunks: Iterable[Chunk], head: bytes = b"[\n") -> list[Place]:
    """Return where the parts stand in the JSON list that is put together of them."""
    found = []
    start = len(head)
    for chunk in chunks:
        found.append((start, chunk.length))
        start += chunk.length + len(JOINT) if chunk.length else 0
    return found


def runs(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """Yield some chunks, neighbours, as most are, as one."""
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
