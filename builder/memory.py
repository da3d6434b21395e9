"""What is known of content files between builds: what they are tied to, and which of them nobody touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from builder.seen import Seen
from builder.store import Beside, Store

_LEAVES, _SEEN = RECORDS = ("leaves", "seen")
"""Names of the records in which it is kept."""


class Memory(NamedTuple):
    """What is known of a content file without understanding it again."""

    digest: str
    ties: tuple[str, ...]
    text: str | None
    """The name of the private text that it was written from."""
    names: tuple[str, ...]
    """Ids of the sources and places that it speaks of."""


def remembered(store: Store) -> tuple[dict[str, Memory], Seen]:
    """Return what is known of content files from the last build, by their path, and which files were read then."""
    memory = store.get(_LEAVES, dict[str, Memory]) or {}
    chunks = store.get_with_bytes(_SEEN, Beside)[1]
    return memory, Seen(bytes(chunks.get(_SEEN, b"")))


def remember(store: Store, memory: Mapping[str, Memory] | None, seen: Seen) -> None:
    """Keep what is known by now; ``None`` for a memory that is kept already."""
    if memory is not None:
        store.put(_LEAVES, dict(memory))
    if seen.changed:
        store.put(_SEEN, Beside(), {_SEEN: seen.record()})
