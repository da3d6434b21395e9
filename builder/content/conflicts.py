"""The marks that a version control leaves in a file of which two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import printable

_MARK = re.compile(r"(?:(?P<sign>[<>|])(?P=sign){6}(?: .*)?|={7})\Z")
_VALUE = re.compile(
    r"[\s-]*[\w -]+:\s+(?P<quote>[\"']?)(?P<mark>={7}|(?P<sign>[<>|])(?P=sign){6}(?: .*)?)(?P=quote)\s*\Z"
)
"""A key whose value is nothing but such a mark."""
_TITLE = 72
"""So many letters a heading has at most: a longer line is one of a paragraph."""


def conflicts(text: str, *, lone: bool) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each mark that a version control left in a text.

    A line of seven signs of equality underlines a heading of Markdown too. It is a mark between others, and in a file that has such
    marks; elsewhere it is one where a ``lone`` mark is looked for and no heading stands over it.
    """
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if any(sign * 7 in line for sign in "=<>|") and (value := _VALUE.match(line)):
            yield at + 1, f'a version control left the mark "{printable(value["mark"][:40])}" here'
    found = [
        (at, line) for at, line in enumerate(lines) if line[:1] in ("<", ">", "|", "=") and _MARK.match(line)
    ]
    split = lone or any(mark[0] != "=" for _, mark in found)
    within = False
    for at, mark in found:
        if mark[0] != "=":
            within = mark[0] != ">"
        if mark[0] != "=" or within or (split and not _is_heading(lines, at)):
            yield at + 1, f'a version control left the mark "{printable(mark[:40])}" here'


def _is_heading(lines: list[str], at: int) -> bool:
    """Return whether the line above is a short one that stands alone, so that this one underlines it."""
    above = lines[at - 1].strip() if at else ""
    before = lines[at - 2].strip() if at > 1 else ""
    return 0 < len(above) <= _TITLE and before in ("", "---")
