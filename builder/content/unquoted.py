"""Texts that YAML takes for something else because they stand without quotation marks: what to write in their place."""

from __future__ import annotations

import json
import re

MOST = 10
"""So many values of one document are told that want quotation marks."""
TEXTS = frozenset(
    "headline byline credit printed quote cue status spellings aliases inferred title working_title text short lead summary name note "
    "reason stake_note side gone".split()
)
"""Keys whose values are words for readers: a sign in them belongs to these, and is no comment, list, tag or alias."""
_VALUE = re.compile(r"(?P<key>\s*(?:-\s+)*(?:[\w-]+:\s+)?)(?P<value>\S.*)")
_ELIDED = re.compile(r"'(?:\w{1,2}\b|\d0s\b|twas\b|tis\b|til\b)", re.IGNORECASE)
"""An apostrophe that belongs to its word, and opens no quotation: "'t Veerhuis", "'90s"."""
_NEXT = re.compile(r"\s*(?:-\s|(?:-\s+)*[\w-]+:(?:\s|\Z)|---)")
"""How a line begins with a key or an item, or ends the front matter."""
_SIGNS = frozenset("@%*&!|>]}`,?#")
"""What begins something else than a text in YAML, beside brackets and quotation marks."""
_NAMED = re.compile(r"\*[\w-]+\Z")
_LISTS = frozenset("byline spellings aliases inferred".split())


def mended(line: str, *, alias: bool) -> str | None:
    """Return a line of YAML with its value in quotation marks, or ``None`` if that they are missing cannot be what is wrong.

    ``alias``: the reader took the value for an alias.
    """
    match = _VALUE.match(line.rstrip())
    if match is None or not match["key"].strip():
        return None
    value = match["value"]
    first = value[0]
    is_text = match["key"].strip(" -:") in TEXTS - _LISTS
    if (_NAMED.match(value) and not is_text) or (alias and first != "*"):
        return None
    if first in "\"'":
        if value.count(first) < 2:
            return None  # it is not closed
        if value.endswith(first):
            value = value[1:-1]
            if first not in value.replace(f"\\{first}", ""):
                return None  # something else is wrong inside
    elif first in "[{":
        if {"[": "]", "{": "}"}[first] not in value and not is_text:
            return None  # it may be a list that is not closed
    elif first == "-":
        if value[1:2].strip() or ":" not in match["key"]:
            return None
    elif first not in _SIGNS and not re.search(r":(?:\s|\Z)", value):
        return None
    return f"{match['key']}{json.dumps(value, ensure_ascii=False)}"


def closed(line: str, following: str) -> str | None:
    """Return a line of YAML with its value's quotation mark closed; ``None`` if none is left open, or the value may go on behind it.

    ``following``: the next line that says something. Where a key or an item begins there, the value does not go on.
    """
    match = _VALUE.match(line.rstrip())
    if match is None or not match["key"].strip() or not (_NEXT.match(following) or not following.strip()):
        return None
    first, value = match["value"][0], match["value"][1:]
    if first not in "\"'" or first in value.replace(f"\\{first}", ""):
        return None
    kept = match["value"] if _ELIDED.match(match["value"]) else value
    return f"{match['key']}{json.dumps(kept, ensure_ascii=False)}"


def why(line: str) -> str:
    """Return what of a line's value wants quotation marks."""
    match = _VALUE.match(line.rstrip())
    first = match["value"][0] if match else ""
    if first in _SIGNS or first in "-[{\"'":
        return f"a text that begins with {first}"
    return "a text that holds a colon"


def cut_at(behind: str) -> str:
    """Return how it is told that a value ends where YAML sees a comment."""
    return f"the value ends before {_as_comment(behind)}: put the whole value in quotation marks"


def all_cut(behind: str) -> str:
    """Return how it is told that YAML sees nothing but a comment where a value belongs."""
    return f"the value is empty, as it begins with {_as_comment(behind)}: put it in quotation marks"


def _as_comment(behind: str) -> str:
    shown = behind if len(behind) <= 40 else f"{behind[:37]}..."
    return f'"{shown}", which is a comment to YAML'


def told(line: str) -> str | None:
    """Return how it is told that a line's value has to stand in quotation marks, with the line as it is to be; ``None`` if marks
    would not mend it."""
    quoted = mended(line, alias=False)
    return None if quoted is None else f"{why(line)} has to stand in quotation marks: {quoted.strip()}"
