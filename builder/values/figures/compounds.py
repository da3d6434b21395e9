"""Numbers written as one word: German "dreiundzwanzig", "zweihunderttausend", "zweieinhalb"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

_LONGEST = 80
Item = tuple[str, int | Decimal, str]
"""A piece of a number: its kind, its value, its word."""


def parted(word: str, pieces: Mapping[str, tuple[str, int | Decimal]], joint: str) -> list[Item]:
    """Return the pieces of a number written as one word, and nothing where it is none.

    ``joint`` stands between a unit and the ten that follows it; the two are one piece. The longest pieces are taken, from the left,
    of all ways that reach the end of the word.
    """
    size = len(word)
    if size > _LONGEST or not joint:
        return []
    longest = max(map(len, pieces))
    # Which places of the word the rest can be parted from: linear, as pieces have a greatest length.
    ends = [False] * size + [True]
    nexts: list[tuple[int, Item]] = [(size, ("", 0, ""))] * size
    for at in range(size - 1, -1, -1):
        for end in range(min(size, at + longest), at, -1):
            piece = pieces.get(word[at:end])
            if piece is None:
                continue
            joined = _joined(word, end, piece, pieces, joint, longest, ends)
            if joined is not None:
                ends[at], nexts[at] = True, joined
                break
            if ends[end]:
                ends[at], nexts[at] = True, (end, (*piece, word[at:end]))
                break
    if not ends[0]:
        return []
    found: list[Item] = []
    at = 0
    while at < size:
        at, item = nexts[at]
        found.append(item)
    return found


def _joined(
    word: str,
    at: int,
    piece: tuple[str, int | Decimal],
    pieces: Mapping[str, tuple[str, int | Decimal]],
    joint: str,
    longest: int,
    ends: list[bool],
) -> tuple[int, Item] | None:
    """Return the end of "unit and ten" whose unit ends at a place, and their sum."""
    if piece[0] != "unit" or piece[1] >= 10 or not word.startswith(joint, at):
        return None
    start = at + len(joint)
    for end in range(min(len(word), start + longest), start, -1):
        ten = pieces.get(word[start:end])
        if ten is not None and ten[0] == "ten" and ends[end]:
            return end, ("unit", piece[1] + ten[1], word[start:end])
    return None
