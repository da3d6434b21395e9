"""Files that are put together of what each fascicle gives them: the data, and the search index.

What a fascicle gave stands in the file itself, and the next build takes it from there if the fascicle is as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from builder.store import Chunk

JOINT = b",\n"
"""Between two lines of a roll, which are entries of one JSON list."""

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Place = tuple[int, int]
"""Where a fascicle's part of a roll begins, and how long it is."""


def line(entry: object) -> str:
    """Return an entry as JSON in one line."""
    return _encoder.encode(entry)


def put_together(parts: Iterable[bytes], head: bytes = b"[\n", tail: bytes = b"\n]\n") -> bytes:
    """Return a roll of its parts, each of which is some lines or none."""
    found = [part for part in parts if part]
    return head + JOINT.join(found) + tail if found else head.rstrip() + tail.lstrip()


def places(chunks: Iterable[Chunk], head: bytes = b"[\n") -> list[Place]:
    """Return where the parts stand in the roll that is put together of them."""
    found = []
    start = len(head)
    for chunk in chunks:
        found.append((start, chunk.length))
        start += chunk.length + len(JOINT) if chunk.length else 0
    return found


def parts(chunks: Sequence[Chunk]) -> Iterable[bytes]:
    """Yield what stands in some chunks. Neighbours, as most are, are read in one."""
    run: Chunk | None = None
    for chunk in chunks:
        if not chunk.length:
            continue
        if run and run.file == chunk.file and run.start + run.length + len(JOINT) == chunk.start:
            run = Chunk(run.file, run.start, chunk.start + chunk.length - run.start)
            continue
        if run:
            yield run.read()
        run = chunk
    if run:
        yield run.read()
