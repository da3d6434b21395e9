"""Which words stand in single quotation marks, and which of those marks are apostrophes: 'It's the workers' day', the '90s."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from builder.proof.normal import Span

_MARK = re.compile("'")
_BEFORE = re.compile(r"""(?:\A|[\s("\[-])\Z""")
"""What stands before a mark that opens."""
_BEHIND = re.compile(r"""\Z|[\s,.;:!?)"\]-]""")
"""What stands behind a mark that closes."""
_DECADE = re.compile(r"\d0s\b")
_WORD = re.compile(r"\s[^\W\d_]")
_INCH = re.compile(r'(?<=\d)"(?=[\s,.;:)])')
"""A mark behind a figure, which may be one of inches: a 12" pipe."""
_APOSTROPHE = "’"


def singles(content: str, start: int, end: int, printed: Callable[[int], str]) -> Iterator[Span]:
    """Yield each stretch of a paragraph that stands in single quotation marks, with them.

    ``content`` is normalised; ``printed`` gives the mark as printed at a place. A mark within a word is an apostrophe, one behind an s with
    a word behind it may be, and then closes nothing that another mark closes.
    """
    opened: int | None = None
    maybe: int | None = None
    for match in _MARK.finditer(content, start, end):
        at = match.start()
        before, behind = content[max(start, at - 1) : at], content[at + 1 : min(end, at + 2)]
        opens = _BEFORE.match(before) is not None and bool(behind.strip()) and printed(at) != _APOSTROPHE
        if opens and not _DECADE.match(content, at + 1):
            if opened is not None and maybe is None:
                continue
            if opened is not None and maybe is not None:
                yield opened, maybe + 1
            opened, maybe = at, None
        elif opened is not None and before.strip() and _BEHIND.match(behind):
            if before in "sS" and _WORD.match(content, at + 1, end):
                maybe = maybe or at
            else:
                yield opened, at + 1
                opened, maybe = None, None
    if opened is not None and maybe is not None:
        yield opened, maybe + 1


def is_inch(content: str, at: int) -> bool:
    """Return whether a double mark may be one of inches."""
    return _INCH.match(content, at) is not None
