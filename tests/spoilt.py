"""What can happen to a line of a file while somebody edits it."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import strategies as st

Edit = tuple[int, str, int, int, str]
"""Which file, what happens, to which line, which other line has to do with it, and which value."""

VALUES = (
    "misspelt", "none", "30", "at least 30", "0", "-5", "1e999", "9" * 30, "true", "null", "~", '""', "'", "[]", "{}", "[a, b]",
    "[misspelt]", "{a: b}", "2024-12-40", "2031-03", "closure/length", "|", ">", "- a", "*x", "&x a", "!!python/object:x",
    '"\u202e"', "<b>", "\x00", "\x85", "x\u2028y", "\r", r'"a\0b"', r'"\ud800"', r'"\U00110000"', '"http://[::1"', "[text](//[x)", "\udcff",
)  # fmt: skip
WAYS = (*4 * ("value",), "gone", "twice", "another", "before", "moved in", "moved out", "key")

EDITS = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.sampled_from(WAYS),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=3,
)


def spoilt(whole: Path, edits: list[Edit], *patterns: str) -> Path:
    """Return a copy of a site in which some of the files of these patterns were edited. The next copy takes its place."""
    root = whole.with_name("spoilt")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(whole, root)
    files = sorted(path for pattern in patterns for path in root.glob(pattern))
    for file, *edit in edits:
        path = files[file % len(files)]
        lines = path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
        path.write_text("\n".join(_edited(lines, *edit)), encoding="utf-8", errors="surrogateescape")
    return root


def _edited(lines: list[str], way: str, number: int, other: int, value: str) -> list[str]:
    """Return lines with one of them gone, there twice, in another's place, moved in or out, or with another key or value."""
    number, other = number % len(lines), other % len(lines)
    line = lines[number]
    key, colon, rest = line.partition(":")
    changed = {
        "gone": [],
        "twice": [line, line],
        "another": [lines[other]],
        "before": [lines[other], line],
        "moved in": [f"  {line}"],
        "moved out": [line.lstrip()],
        "value": [f"{key}{colon} {value}"],
        "key": [f"{value}{colon}{rest}"],
    }
    return [*lines[:number], *changed[way], *lines[number + 1 :]]
