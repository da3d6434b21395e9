"""Write YAML values as an editor would. They read back unchanged, except for characters that content may not have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from builder.content import strict_yaml
from builder.values.hidden import shorn

GAP = "# GAP"
"""Beginning of a comment that marks a missing value."""


_PLAIN = re.compile(r"[^\W\d_][^:#\n\"\[\]{}&*!|>%@`\\]*\Z|[0-9]{4}(?:-[0-9]{2}){1,2}\Z")


def scalar(value: str | float) -> str:
    """Return a value on one line, in double quotation marks unless it reads back unchanged without them."""
    if not isinstance(value, str):
        return str(value)
    value = shorn(value)
    if _PLAIN.match(value) and value == value.strip():
        read = strict_yaml.read_yaml(f"k: {value}\n")
        if not read.faults and read.value == {"k": value}:
            return value
    return json.dumps(value, ensure_ascii=False)


def listed(values: Iterable[str]) -> str:
    """Return a list on one line."""
    return (
        "["
        + ", ".join(
            text if "," not in (text := scalar(value)) else json.dumps(value, ensure_ascii=False)
            for value in map(shorn, values)
        )
        + "]"
    )


def folded(key: str, value: str, indent: str = "") -> str:
    """Return a key with a text, which is folded over several lines if it is long."""
    value = shorn(value)
    line = f"{indent}{key}: {scalar(value)}"
    if len(line) <= 110 or "\n" in value:
        return line
    words, lines, current = value.split(), [], ""
    for word in words:
        if current and len(indent) + 2 + len(current) + 1 + len(word) > 108:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    lines.append(current)
    return f"{indent}{key}: >-\n" + "\n".join(f"{indent}  {text}" for text in lines)
