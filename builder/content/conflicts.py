"""The marks that a version control leaves in a file of which two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import printable

_MARK = re.compile(r"^(?:(?P<sign>[<>|])(?P=sign){6}(?: .*)?|={7})$", re.MULTILINE)


def conflicts(text: str, *, lone: bool) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each mark that a version control left in a text.

    A line of seven signs of equality underlines a heading too: it is a mark between others, and wherever one is ``lone`` as no
    heading is expected.
    """
    found = [(match[0], match.start()) for match in _MARK.finditer(text)]
    split = lone or any(mark[0] != "=" for mark, _ in found)
    line, last = 1, 0
    for mark, at in found:
        line += text.count("\n", last, at)
        last = at
        if mark[0] != "=" or split:
            yield line, f'a version control left the mark "{printable(mark[:40])}" here'
