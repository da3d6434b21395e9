"""What is known of content files between builds: what they are tied to, and which of them nobody touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from builder.seen import Seen
from builder.store import Store, fits

_LEAVES, _SEEN = RECORDS = ("leaves", "seen")
"""Names of the records in which it is kept."""
_SHAPE = {str: (str, [str], str | None, [str])}


class Memory(NamedTuple):
    """What is known of a content file without understanding it again."""

    digest: str
    ties: Sequence[str]
    text: str | None
    """The name of the private text that it was written from."""
    names: Sequence[str]
    """Ids of the sources and places that it speaks of."""


def remembered(store: Store) -> tuple[dict[str, Memory], Seen]:
    """Return what is known of content files from the last build, by their path, and which files were read then."""
    record, chunks = store.get(_LEAVES), store.get_with_bytes(_SEEN)[1]
    leaves = record if fits(record, _SHAPE) else {}
    memory = {path: Memory._make(known) for path, known in leaves.items()}
    return memory, Seen(chunks[_SEEN].split(b"\n") if _SEEN in chunks else ())


def remember(store: Store, memory: Mapping[str, Memory] | None, seen: Seen) -> None:
    """Keep what is known by now; ``None`` for a memory that is kept already."""
    if memory is not None:
        store.put(_LEAVES, dict(memory))
    if seen.changed:
        store.put(_SEEN, {}, {_SEEN: b"\n".join(seen.lines())})
