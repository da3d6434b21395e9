"""What share of a hundred some printed words say: "nine in ten" is 90 percent, "two thirds" is no whole number of them."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from builder.values.expressions import alternatives, compiled, whole_words
from builder.values.figures import search
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Number

_LONGEST = 200
"""Characters; a printed figure has no more."""


def percent_of(printed: str, language: str) -> Number | None:
    """Return the percentage that a share in words says, if it is a whole number: 90 for "nine in ten", 50 for "half"; else ``None``."""
    file = language_file(language)
    if file is None or len(printed) > _LONGEST:
        return None
    shares = _shares(language)
    numbers = search.numbers(printed, language)
    part: Fraction | None = None
    if len(numbers) == 2 and shares.joint.search(printed, numbers[0][1], numbers[1][0]):
        (_, _, some), (_, _, all_) = numbers
        part = Fraction(some) / Fraction(all_) if all_ else None
    elif len(numbers) == 1 and (found := shares.fraction.match(printed, numbers[0][1])):
        part = Fraction(numbers[0][2]) / file.shares.fractions[found["fraction"].casefold()]
    elif not numbers and (alone := shares.alone.search(printed)):
        part = Fraction(1, file.shares.fractions[alone["fraction"].casefold()])
    if part is None or not 0 < part <= 1 or (part * 100).denominator != 1:
        return None
    return int(part * 100)


class _Shares:
    """The expressions of a language."""

    def __init__(self, within: list[str], fractions: list[str]) -> None:
        named = alternatives(fractions)
        self.joint = whole_words(alternatives(within))
        self.fraction = compiled(rf"[\s-]+(?P<fraction>{named})(?!\w)")
        self.alone = compiled(rf"(?<!\w)(?P<fraction>{named})(?!\w)")


@lru_cache(maxsize=64)
def _shares(language: str) -> _Shares:
    file = language_file(language)
    assert file is not None
    return _Shares([*listed(file.shares.within), *listed(file.shares.apart)], list(file.shares.fractions))
