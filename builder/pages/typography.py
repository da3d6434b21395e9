"""Curly quotation marks and apostrophes on pages.

Only the text that a reader sees is changed; comparison, proof and data files keep the original characters.
"""

from __future__ import annotations

_BEFORE = frozenset(" \u00a0\u202f\t\n([{/—–“‘„«")
"""A mark at the beginning or after one of these characters opens a quotation."""
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")


def curly(value: object, *, within: bool = False) -> object:
    """Return a text with curly marks in place of straight ones, and any other value, such as markup, unchanged.

    A quotation within another gets single marks; ``within`` if the whole text is inside a quotation. Straight marks that
    neither open nor close a quotation, such as those of minutes and inches, are kept.
    """
    if type(value) is not str or ("'" not in value and '"' not in value):
        return value
    found: list[str] = []
    straight: list[str] = []
    """The closing marks of the open quotations that began with a straight mark."""
    curled = int(within)
    """Number of open quotations with curly marks."""
    for at, char in enumerate(value):
        before = value[at - 1] if at else ""
        after = value[at + 1] if at + 1 < len(value) else ""
        opens = (not before or before in _BEFORE) and after != "" and not after.isspace()
        if char == "“":
            curled += 1
        elif char == "”":
            curled = max(curled - 1, int(within))
        elif char == '"' and opens:
            first, last = _SINGLE if curled or straight else _DOUBLE
            straight.append(last)
            char = first
        elif char == '"' and straight:
            char = straight.pop()
        elif char == "'" and opens and after.isalpha() and "'" in value[at + 2 :]:
            char = "‘"
        elif char == "'" and (not before.isdigit() or after.isalpha()):
            char = "’"
        found.append(char)
    return "".join(found)
