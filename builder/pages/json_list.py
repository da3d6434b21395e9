"""JSON lists with an entry in each line: the data files, and the search index."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

JOINT = b",\n"
"""Between two lines of a JSON list, which are its entries."""


def line(entry: object) -> bytes:
    """Return an entry as JSON in one line."""
    return msgspec.json.encode(entry)


def put_together(parts: Iterable[bytes], head: bytes = b"[\n", tail: bytes = b"\n]\n") -> bytes:
    """Return a JSON list of its parts, each of which is some lines or none."""
    found = [part for part in parts if part]
    return head + JOINT.join(found) + tail if found else head.rstrip() + tail.lstrip()
