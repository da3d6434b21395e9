"""Curly quotation marks and apostrophes for what is printed on pages.

Only what a reader sees is changed: what is compared, held against the texts and published as data keeps its own signs.
"""

from __future__ import annotations

_BEFORE = frozenset(" \u00a0\u202f\t\n([{/—–“‘„«")
"""After these, and at the beginning, a mark opens a quotation."""
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")


def curly(value: object, *, within: bool = False) -> object:
    """Return a text with curly marks in place of straight ones, and anything else as it is.

    What templates print goes through this; HTML that is ready is no text. A quotation within another gets single marks;
    ``within`` says that all of the text stands in one.
    Straight marks that neither open nor close a quotation, such as those of minutes and inches, stay.
    """
    if type(value) is not str or ("'" not in value and '"' not in value):
        return value
    found: list[str] = []
    straight: list[str] = []
    """The quotations that straight marks opened, by what closes them."""
    curled = int(within)
    """How many quotations with curly marks are open."""
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
