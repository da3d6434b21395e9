"""Nights: two days that the words join as one night, the day into which one goes, and the night up to the article's day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from builder.values.expressions import alternatives, compiled
from builder.values.language_parts import Dates
from builder.values.moments import Back, Days, Moment, Night, Overnight, Weekday, Written

BEHIND = 60
"""How many characters before and behind a date may make another one of it."""
_NEAR = 2
"""How many words may stand between "overnight" and the date that says which night: "overnight on Monday"."""


class Found(Struct, frozen=True):
    """A date in a text."""

    start: int
    end: int
    moment: Moment
    other: Moment | None = None
    """What it may mean as well: "on December 14 and 15 people died" may be one day or two."""


class Nights(Struct, frozen=True):
    """A language's expressions for nights."""

    night: re.Pattern[str]
    """Up to the first of the two days of a night."""
    to: re.Pattern[str]
    """From it to the second one."""
    between: re.Pattern[str]
    """From one to the other, by itself."""
    into: re.Pattern[str]
    """What stands before the second of them alone."""

    def joins(self, text: str, first: Found, last: Found, start: int) -> bool:
        """Return whether the words between two dates, and before them, make one night of them."""
        if self.between.fullmatch(text, first.end, last.start):
            return True
        night = self.night.search(text, max(start, first.start - BEHIND), first.start)
        return bool(night and self.to.fullmatch(text, first.end, last.start))

    def read(self, text: str, found: list[Found], start: int) -> Iterator[Found]:
        """Yield the dates, as a night the day into which one goes; "overnight" beside a date says nothing of its own."""
        for item, behind in zip_longest(found, found[1:]):
            if isinstance(item.moment, Overnight):
                if behind is None or len(text[item.end : behind.start].split()) > _NEAR:
                    yield item
                continue
            into = self._into(text, item, start)
            if into is None or not isinstance(item.moment, (Days, Weekday, Written, Back)):
                yield item
            else:
                yield Found(into, item.end, Night(item.moment))

    def _into(self, text: str, item: Found, start: int) -> int | None:
        """Return where the words begin that say of a day that a night goes into it; ``None`` if none do."""
        for match in self.into.finditer(text, max(start, item.start - BEHIND), item.end):
            if match.end() == item.start or match.start() == item.start:
                return match.start()
        return None


def nights_of(dates: Dates, articles: str) -> Nights:
    """Return the expressions of a language. ``articles`` is the one for an article with the space behind it, or for none."""
    return Nights(
        compiled(rf"(?<!\w)(?:{alternatives(dates.night)})\s+{articles}\Z"),
        compiled(rf"\s+(?:{alternatives(dates.night_to)})\s+{articles}"),
        compiled(rf"\s+(?:{alternatives(dates.between_nights)})\s+{articles}"),
        compiled(rf"(?<!\w)(?:{alternatives(dates.night_into)})\s+{articles}"),
    )
