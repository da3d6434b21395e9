"""What can happen to a line of a file while somebody edits it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

Edit = tuple[int, str, int, int, str]
"""Which file, what happens, to which line, which other line has to do with it, and which value."""

VALUES = (
    "misspelt", "none", "30", "at least 30", "0", "-5", "1e999", "9" * 30, "true", "null", "~", '""', "'", "[]", "{}", "[a, b]",
    "[misspelt]", "{a: b}", "2024-12-40", "2031-03", "closure/length", "|", ">", "- a", "*x", "&x a", "!!python/object:x",
    '"\u202e"', "<b>", "\x00", "\x85", "x\u2028y", "\r",
)  # fmt: skip
WAYS = (
    "value",
    "value",
    "value",
    "value",
    "gone",
    "twice",
    "another",
    "before",
    "moved in",
    "moved out",
    "key",
)

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


def spoil(files: list[Path], edits: list[Edit]) -> None:
    """Edit some files."""
    for file, *edit in edits:
        path = files[file % len(files)]
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(_spoilt(lines, *edit)), encoding="utf-8")


def _spoilt(lines: list[str], way: str, number: int, other: int, value: str) -> list[str]:
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
