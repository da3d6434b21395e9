"""JSON lists with one entry in each line: the data files and the search index."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

JOINT = b",\n"
"""The separator between two lines of a JSON list."""


def json_line(entry: object) -> bytes:
    """Return an entry as one line of JSON."""
    return msgspec.json.encode(entry)


def put_together(parts: Iterable[bytes], head: bytes = b"[\n", tail: bytes = b"\n]\n") -> bytes:
    """Return a JSON list of parts, each of which is zero or more joined lines."""
    found = [part for part in parts if part]
    return head + JOINT.join(found) + tail if found else head.rstrip() + tail.lstrip()
