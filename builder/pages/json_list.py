"""Files with one entry in each line, which are spliced from lines: JSON lists and CSV tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

JOINT = b",\n"
"""The separator between two lines of a JSON list."""


def joint(address: str) -> bytes:
    """Return the separator between two lines of the file at an address."""
    return b"\n" if address.endswith(".csv") else JOINT


def json_line(entry: object) -> bytes:
    """Return an entry as one line of JSON."""
    return msgspec.json.encode(entry)


def record_line(record: Mapping[str, Any]) -> bytes:
    """Return a record of the published data as one line of JSON, without the keys that have no value (None)."""
    return json_line(valued(record))


def valued(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without the keys that have no value."""
    return {key: value for key, value in record.items() if value is not None}


def bare(head: bytes, tail: bytes) -> bytes:
    """Return a file without entries."""
    return head.rstrip() + (tail.lstrip() or tail)


def put_together(
    parts: Iterable[bytes], head: bytes = b"[\n", tail: bytes = b"\n]\n", between: bytes = JOINT
) -> bytes:
    """Return a file of parts, each of which is zero or more joined lines."""
    found = [part for part in parts if part]
    return head + between.join(found) + tail if found else bare(head, tail)
