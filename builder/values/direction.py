"""Isolate right-to-left words in left-to-right text, so that they do not reorder the text beside them.

After a name in Hebrew a browser shows “30, 40” as “40, 30” (Unicode Standard Annex 9). Isolated words stand between two marks
that content cannot contain; pages print them as ``<bdi>`` where elements are allowed. Texts without right-to-left letters are
unchanged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

OPEN, CLOSE = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Right-to-left scripts and their digits."""
_HAS = re.compile(f"[{_RIGHT_TO_LEFT}]")
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")


def turns(text: str) -> bool:
    """Return whether a text has right-to-left letters."""
    return not text.isascii() and _HAS.search(text) is not None


def isolated(text: str) -> str:
    """Return a text with its right-to-left words isolated.

    A text that begins right-to-left is isolated as a whole. Parts that are isolated already stay unchanged.
    """
    if not turns(text):
        return text
    found = [(piece, apart or not turns(piece)) for piece, apart in _pieces(text)]
    if all(settled for _, settled in found):
        return text
    if begins_right_to_left("".join(piece for piece, settled in found if not settled)):
        return f"{OPEN}{text}{CLOSE}"
    return "".join(piece if settled else each(piece) for piece, settled in found)


def bare(text: str) -> str:
    """Return a text without isolation marks."""
    return text if text.isascii() else _MARKS.sub("", text)


def marked_up(html: str) -> str:
    """Return HTML with ``<bdi>`` elements instead of the marks. Unpaired closing marks are removed, open ones closed."""
    if OPEN not in html and CLOSE not in html:
        return html
    depth = 0
    found = []
    for piece in re.split(f"([{OPEN}{CLOSE}])", html):
        if piece == OPEN:
            depth += 1
            found.append("<bdi>")
        elif piece != CLOSE:
            found.append(piece)
        elif depth:
            depth -= 1
            found.append("</bdi>")
    return "".join(found) + "</bdi>" * depth


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, each with whether it is isolated."""
    depth, last = 0, 0
    for match in _MARKS.finditer(text):
        if match[0] == OPEN:
            if depth == 0 and match.start() > last:
                yield text[last : match.start()], False
                last = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield text[last : match.end()], True
                last = match.end()
    if last < len(text):
        yield text[last:], depth > 0


def begins_right_to_left(text: str) -> bool:
    """Return whether the first character with a strong direction is right-to-left."""
    return next((kind != "L" for char in text if (kind := _strong(char))), True)


def _strong(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    return kind if kind in ("L", "R", "AL") else ""


def each(text: str) -> str:
    """Return a text with each run of right-to-left words isolated, from its first to its last right-to-left letter."""
    found: list[str] = []
    last, start, end = 0, -1, -1
    for at, char in enumerate(text):
        if _HAS.match(char):
            start, end = (at if start < 0 else start), at + 1
        elif start >= 0 and unicodedata.bidirectional(char) == "L":
            found += [text[last:start], OPEN, text[start:end], CLOSE]
            last, start = end, -1
    if start >= 0:
        found += [text[last:start], OPEN, text[start:end], CLOSE]
        last = end
    return "".join([*found, text[last:]])
