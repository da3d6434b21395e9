"""Units as an editor names them: "million euros" and "metres" are the units that figures are read with, EUR and m."""

from __future__ import annotations

from functools import lru_cache

from builder.values.figures import search
from builder.values.quantity import Quantity, is_measure


@lru_cache(maxsize=512)
def unit_of(unit: str, language: str) -> str | None:
    """Return the unit that words for it mean, as figures have it: EUR for "million euros"; None for people and things."""
    for code in (language, "en"):
        # Of pounds only a sum is money for certain.
        for text in (f"5 {unit}", f"5 million {unit}"):
            for found in search.find(text, code)[:1]:
                if isinstance(found.reading, Quantity) and found.reading.unit and found.start == 0:
                    return found.reading.unit
    return None


def as_read(unit: str | None, language: str) -> str | None:
    """Return a unit as figures in it are read, so that both can be held against each other; other units as they are.

    A figure is read in full: a question for "million euros" asks for euros.
    """
    if unit is None or is_measure(unit):
        return unit
    return unit_of(unit, language) or unit
