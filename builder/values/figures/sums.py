"""A number that grows word by word, and refuses a word that does not fit what stands before it."""

from __future__ import annotations

from decimal import Decimal

Exact = int | Decimal
_ENDLESS = 10**18


class Sum:
    """What has been read of a number."""

    __slots__ = (
        "added",
        "bare",
        "chain",
        "coefficient",
        "filled",
        "group",
        "millions",
        "rank",
        "teens_after",
        "ten",
        "total",
    )

    def __init__(
        self, bare: frozenset[str], teens_after: tuple[int, ...] = (), millions: bool = False
    ) -> None:
        self.bare = bare
        self.teens_after = teens_after
        self.millions = millions
        self.total: Exact = 0
        """What is complete: the thousands, the millions."""
        self.group: Exact | None = None
        """What the next scale will multiply."""
        self.filled = ""
        """What stands last in the group: ``unit``, ``ten``, ``hundreds``, ``digits``, ``article`` or ``part``."""
        self.ten = 0
        self.rank = _ENDLESS
        """The scale of the last group: scales must fall, "two million thousand" is no number."""
        self.coefficient: Exact = 0
        """What stands before all scales."""
        self.chain = 1
        """The scales behind it, multiplied."""
        self.added = False
        """Whether anything was added behind a scale."""

    @property
    def value(self) -> Exact:
        return self.total + (self.group or 0)

    @property
    def begun(self) -> bool:
        return self.group is not None or self.total > 0

    def add(self, kind: str, value: Exact, word: str = "") -> bool:
        """Add a word of a number (``unit``, ``ten``, ``hundreds``, ``digits``, ``part`` or ``scale``); ``False`` where it does not fit."""
        if kind == "scale":
            return self._hundred(word) if value == 100 else self._scale(int(value), word)
        if kind == "part":
            return self._part(value)
        if self.group is None:
            return self._begin(kind, value)
        if kind == "hundreds" or kind == "digits" or not value:
            return False
        if self.filled == "hundreds":
            self.added = True
        elif kind == "unit" and self.filled == "ten" and value < (20 if self.ten in self.teens_after else 10):
            self.coefficient += value
        else:
            return False
        self.group += value
        self.filled, self.ten = kind, int(value)
        return True

    def _begin(self, kind: str, value: Exact) -> bool:
        if self.filled == "part" or (self.total and value >= self.rank):
            return False
        if self.total and self.coefficient != int(self.coefficient):
            return False  # "1.5 million and two": nothing is added to a part of a million
        if self.total:
            self.added = True
        else:
            self.coefficient = value
        self.group = value
        self.filled, self.ten = kind, int(value)
        return True

    def _part(self, part: Exact) -> bool:
        if (
            self.group is not None
            and self.filled in ("unit", "ten", "digits")
            and self.group == int(self.group)
        ):
            self.group += part
            if self.chain == 1:
                self.coefficient += part
        elif self.group is None and self.total and self.filled != "part":
            self.total += self.rank * part
            self.added = True
        else:
            return False
        self.filled = "part"
        return True

    def _hundred(self, word: str) -> bool:
        if self.group is None and word in self.bare:
            if not self._begin("hundreds", 100):
                return False
            if not self.added:
                self.coefficient, self.chain = 1, 100
            return True
        if self.group is None or self.filled == "hundreds" or not 0 < self.group < 100:
            return False
        self.group *= 100
        self.chain *= 100
        self.filled = "hundreds"
        return True

    def _scale(self, scale: int, word: str) -> bool:
        if self.group is None and self.millions and self.rank == 1000 and scale >= 10**6:
            self.total *= scale
            self.chain *= scale
            self.rank = scale
            return True
        if self.group is None and word in self.bare and self.filled != "part":
            self._begin("unit", 1)
        if not self.group or scale >= self.rank:
            return False
        self.total += self.group * scale
        self.chain *= scale
        self.group, self.filled, self.rank = None, "", scale
        return True


def whole(value: Exact) -> Exact:
    """Return a number, as ``int`` where it is a whole one."""
    return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else value
