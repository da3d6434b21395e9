"""Texts that YAML takes for something else because they stand without quotation marks: what to write in their place."""

from __future__ import annotations

import json
import re

MOST = 10
"""So many values of one document are told that want quotation marks."""
_VALUE = re.compile(r"(?P<key>\s*(?:-\s+)*(?:[\w-]+:\s+)?)(?P<value>\S.*)")
_SIGNS = frozenset("@%*&!|>]}`,?#")
"""What begins something else than a text in YAML, beside brackets and quotation marks."""
_NAMED = re.compile(r"\*[\w-]+\Z")


def mended(line: str, *, alias: bool) -> str | None:
    """Return a line of YAML with its value in quotation marks, or ``None`` if that they are missing cannot be what is wrong.

    ``alias``: the reader took the value for an alias.
    """
    match = _VALUE.match(line.rstrip())
    if match is None or not match["key"].strip():
        return None
    value = match["value"]
    first = value[0]
    if _NAMED.match(value) or (alias and first != "*"):
        return None
    if first in "\"'":
        if value.count(first) < 2:
            return None  # it is not closed
        if value.endswith(first):
            value = value[1:-1]
            if first not in value.replace(f"\\{first}", ""):
                return None  # something else is wrong inside
    elif first in "[{":
        if {"[": "]", "{": "}"}[first] not in value:
            return None
    elif first not in _SIGNS and not re.search(r":(?:\s|\Z)", value):
        return None
    return f"{match['key']}{json.dumps(value, ensure_ascii=False)}"


def why(line: str) -> str:
    """Return what of a line's value wants quotation marks."""
    match = _VALUE.match(line.rstrip())
    first = match["value"][0] if match else ""
    if first in _SIGNS or first in "[{\"'":
        return f"a text that begins with {first}"
    return "a text that holds a colon"


def cut_at(behind: str) -> str:
    """Return how it is told that a value ends where YAML sees a comment."""
    shown = behind if len(behind) <= 40 else f"{behind[:37]}..."
    return (
        f'the value ends before "{shown}", which is a comment to YAML: put the whole value in quotation marks'
    )
