"""How long ago: the number before a unit of time is read as a figure, so that its hedges count and "several" is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from builder.values.expressions import alternatives, compiled
from builder.values.figures import reader
from builder.values.language import Language
from builder.values.lexicon import listed
from builder.values.quantity import Modifier, Quantity

Made = TypeVar("Made")
Form = tuple[re.Pattern[str], Callable[[re.Match[str]], "Made | None"]]

_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
"""How language files call them under ``units``."""
_WORDS = 6
"""How many words a number with its hedges has at most."""
_REACH = 80
"""Characters; a number with its hedges has no more."""
_WORD = re.compile(r"""[^\s.,;:!?"()]+(?:[.,][0-9]+)?""")


def forms(
    file: Language, language: str, made: Callable[[int, int, int | None, str, bool], Made]
) -> Iterator[Form[Made]]:
    """Yield the forms of "three days ago" in a language: an expression, and what makes something of each of its matches.

    ``made`` is given where the words begin and end, the number (``None`` if none is said), the unit, and whether it is hedged.
    """
    dates = file.dates
    single = {form: unit for unit, phrases in dates.single.items() for form in listed(phrases)}
    units = {form: unit for unit, name in _UNITS.items() for form in listed(file.units.get(name, ""))}
    units = {**single, **units}
    unit = rf"(?P<unit>{alternatives(units)})"
    number = _Numbers(
        language, units, frozenset(listed(file.numbers.one)), file.unsafe.before, file.numbers.parts
    )

    def behind(match: re.Match[str]) -> Made | None:
        name = match["unit"].casefold()
        if found := number.before(match.string, match.start(), name):
            start, value, soft = found
            return made(start, match.end(), value, units[name], soft)
        return made(*match.span(), 1, units[name], False) if name in single else None

    def before(match: re.Match[str]) -> Made | None:
        name = match["unit"].casefold()
        if not match["number"]:
            return made(*match.span(), 1, units[name], False) if name in single else None
        if number.figure(match["number"], name) is None:
            return None
        found = number.before(match.string, match.end("number"), name)
        return made(*match.span(), found[1], units[name], found[2]) if found else None

    if dates.ago:
        yield compiled(rf"(?<!\w){unit}\s+(?:{alternatives(dates.ago)})(?!\w)"), behind
    if dates.ago_before:
        between = rf"(?:(?:{alternatives(dates.ago_between)})\s+)?" if dates.ago_between else ""
        # "il y a un an et demi" is no year.
        alone = rf"(?!\s+(?:{alternatives(file.numbers.and_parts)})\b)"
        words = rf"""(?P<number>(?:[^\s.;:!?"()]{{1,40}}+\s+){{0,{_WORDS}}}?)"""
        yield (
            compiled(rf"(?<!\w)(?:{alternatives(dates.ago_before)})\s+{between}{words}{unit}(?!\w){alone}"),
            before,
        )


class _Numbers:
    """Reads the numbers before units of time in one language."""

    def __init__(
        self, language: str, units: dict[str, str], ones: frozenset[str], unsafe: str, parts: Iterable[str]
    ) -> None:
        self.language, self.units, self.ones = language, units, ones
        self.parts = compiled(rf"(?<!\w)(?:{alternatives(parts)})\s+\Z")
        self.unsafe = compiled(rf"(?<!\w)(?:{alternatives(unsafe)})\s+\Z")

    def figure(self, words: str, unit: str) -> Quantity | None:
        """Return how many of a unit some words say, if they are a figure: "just over a", of years."""
        *hedge, last = words.split()
        ways = [words, " ".join((*hedge, "1"))] if last.casefold() in self.ones else [words]
        for way in ways:
            # As it stands first: "half a year" is no year.
            found = reader.read(f"{way} {unit}", self.language)
            if isinstance(found, Quantity) and found.unit == _UNITS[self.units[unit]]:
                return found
        return None

    def before(self, text: str, end: int, unit: str) -> tuple[int, int | None, bool] | None:
        """Return where the number before a unit begins, the number, and whether it is hedged; ``None`` if there is no number."""
        starts = self._starts(text, end)
        found: tuple[int, Quantity] | None = None
        for start in starts:
            figure = self.figure(text[start:end], unit)
            # The longest words that are a figure decide what it is, the shortest that mean the same where it begins.
            if figure is not None and (found is None or _same(figure, found[1])):
                found = (start, figure)
        if found is None:
            return None
        start, figure = found
        number = figure.low if figure.low is not None else figure.high
        if self.parts.search(text, max(0, end - _REACH), end):
            return start, None, True  # "half a year ago"
        if figure.modifier in (Modifier.BETWEEN, Modifier.VAGUE) or not isinstance(number, int):
            return start, None, True
        hedged = self.unsafe.search(text, max(0, start - _REACH), start) is not None
        return start, number, hedged or figure.modifier is not Modifier.EXACTLY

    def _starts(self, text: str, end: int) -> list[int]:
        """Return where the words before a place begin, as far as nothing parts them."""
        starts: list[int] = []
        last = 0
        for word in _WORD.finditer(text, max(0, end - _REACH), end):
            if text[last : word.start()].strip():
                starts = []
            starts.append(word.start())
            last = word.end()
        return starts[-_WORDS:] if not text[last:end].strip() else []


def _same(figure: Quantity, other: Quantity) -> bool:
    return (figure.modifier, figure.low, figure.high) == (other.modifier, other.low, other.high)
