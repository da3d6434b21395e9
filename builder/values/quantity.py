"""The meaning of a printed figure: what its words allow, and never more precision than was printed.

"dozens" is not 12 and "about 30" is not 30: a vague word has no bounds, and a hedge stays a hedge.
"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from builder.values.lexicon import everywhere

Number = int | float
"""A figure. Whole numbers are ``int``, so that they print and compare exactly."""
LARGEST = 10**15
"""No paper counts further; a larger figure is a slip, or an attack."""


class Modifier(Enum):
    """How a figure was hedged or bounded in print."""

    EXACTLY = "exactly"
    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BETWEEN = "between"
    VAGUE = "vague"


class Kind(Enum):
    """What kind of thing a figure is; only figures of one kind and one unit are compared."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    SHARE = "share"
    """A part, rate or multiple of something else: "one in ten", "30 a day", "three times as many"."""


BOUNDS: dict[Modifier, tuple[bool, bool]] = {
    Modifier.EXACTLY: (True, True),
    Modifier.ABOUT: (True, True),
    Modifier.UP_TO: (False, True),
    Modifier.AT_LEAST: (True, False),
    Modifier.MORE_THAN: (True, False),
    Modifier.LESS_THAN: (False, True),
    Modifier.BETWEEN: (True, True),
    Modifier.VAGUE: (False, False),
}
"""Whether a modifier has a low and a high bound."""
TEMPERATURES = frozenset({"°C", "°F"})
"""Units of temperatures; bare degrees may be of either, and of an angle."""
_CLOSE = {Modifier.MORE_THAN, Modifier.LESS_THAN, Modifier.BETWEEN}
_ONE = (Modifier.EXACTLY, Modifier.ABOUT)
_NEAR = {Modifier.LESS_THAN: "nearly", Modifier.MORE_THAN: "just over"}
_PERCENT = ("percent", "percentage points", "basis points")


class LowAboveHighError(ValueError):
    """A range whose low bound is above its high one."""


class Quantity(Struct, frozen=True, tag=True, omit_defaults=True):
    """One printed figure.

    ``low`` and ``high`` are the bounds that the words state, ``None`` where they leave that side open or
    give no figure at all. ``about 30`` has both at 30, with the modifier saying that they are soft.
    """

    printed: str
    modifier: Modifier
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    """What it is in: percent, km, the currency (EUR), or what a rate is for (per day)."""
    near: bool = False
    """Said to be close: below ``high`` ("nearly 200"), above ``low`` ("just over 200"), or with both ends of a range soft."""
    scale: int | None = None
    """The order of magnitude of a vague figure: 100 for "hundreds"; ``None`` where none is said."""
    share: bool = False
    """A part, rate or multiple of something else. It has bounds only where it is a rate: "30 a day"."""
    words: str = ""
    """The words of a vague figure or a share, comparable: two are the same only where these are."""
    rest: bool = False
    """What is left of 100 percent: the printed words give the share of all the others."""

    def __post_init__(self) -> None:
        if self.low is not None and self.low == self.high and self.modifier in _ONE and not self.near:
            return  # as most are, of which a large site reads tens of thousands
        if self.low is not None and self.high is not None and self.low > self.high:
            raise LowAboveHighError(f"low {print_number(self.low)} is above high {print_number(self.high)}")
        if self.near and self.modifier not in _CLOSE:
            raise ValueError(f'a figure that is "{self.modifier.value}" is not also close to its bound')
        if self.share and self.low is None and self.high is None:
            return
        needs = BOUNDS[self.modifier]
        if needs != (self.low is not None, self.high is not None):
            wanted = " and ".join(name for name, need in zip(("low", "high"), needs, strict=True) if need)
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes {wanted or "no bounds"}, and nothing else'
            )
        if self.modifier in _ONE and self.low != self.high:
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes one figure: low and high must be equal'
            )

    def __hash__(self) -> int:
        # Enough to tell them apart, and quick: figures are looked up for every two claims.
        return hash(self.printed)

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return Kind.SHARE if self.share else kind_of(self.unit)

    @property
    def bounded(self) -> bool:
        """Whether the words give a figure at all; vague words and most shares give none."""
        return self.low is not None or self.high is not None

    @property
    def only_a_share(self) -> bool:
        """Whether it is a part, a multiple or a result that gives no figure: "one in ten", "twice as many"."""
        return self.share and not self.bounded

    @property
    def same_as(self) -> tuple[object, ...]:
        """What two printed figures share when they say the same, in whatever words.

        Vague words and shares are the same only when they are the same words.
        """
        words = "" if self.bounded else self.words or " ".join(self.printed.casefold().split())
        unit, factor = base_unit(self.unit)
        low, high = self.low, self.high
        if factor != 1:
            low, high = (None if bound is None else plain(_decimal(bound) * factor) for bound in (low, high))
        return (self.modifier, self.near, low, high, unit, self.share, words)

    @property
    def hedge(self) -> str:
        """The hedge in standard words: ``about``, ``nearly``; empty for a flat figure."""
        if self.modifier is Modifier.EXACTLY:
            return ""
        return _NEAR[self.modifier] if self.near and self.modifier in _NEAR else self.modifier.value

    @property
    def reach(self) -> tuple[float, float]:
        """The figures that the words allow, as a closed interval; see ``tolerance`` for "about" and "nearly".

        An open side reaches to infinity, the lower one to 0: nothing printed here counts below nothing.
        Vague words allow everything.
        """
        low = 0.0 if self.low is None else float(self.low)
        high = math.inf if self.high is None else float(self.high)
        if self.modifier is Modifier.ABOUT or (self.modifier is Modifier.BETWEEN and self.near):
            return (low - tolerance(self.low or 0), high + tolerance(self.high or 0))
        if self.modifier is Modifier.MORE_THAN:
            high = low + tolerance(self.low or 0) if self.near else high
            low = math.nextafter(low, math.inf)
        if self.modifier is Modifier.LESS_THAN:
            low = high - tolerance(self.high or 0) if self.near else low
            high = math.nextafter(high, -math.inf)
        return (min(low, high), max(low, high))

    @property
    def is_soft(self) -> bool:
        """Whether "about" lets it reach further than its words."""
        return self.reach != self.at_its_word

    @property
    def at_its_word(self) -> tuple[float, float]:
        """The same without what "about" lets it reach to either side: "about 30" at its word is 30."""
        if self.modifier is Modifier.ABOUT or (self.modifier is Modifier.BETWEEN and self.near):
            return (float(self.low or 0), float(self.high or 0))
        return self.reach


def tolerance(figure: Number) -> float:
    """Return how far "about ``figure``" reaches to either side, and "nearly" to one: a tenth of it, whatever its digits.

    One width for one word: about 10,000 reaches from 9,000 to 11,000, about 12,000 from 10,800 to 13,200.
    """
    return figure / 10


def step(figure: Number) -> float:
    """Return how far a figure may be from another that says the same with other digits: half a step of its last digit that is not zero.

    Never more than a tenth of it.
    """
    if not figure:
        return 0.0
    digits = print_number(figure).replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        last = 10.0 ** -len(decimals)
    else:
        last = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return min(last / 2, figure / 10)


def precision(figure: Number) -> float:
    """Return how far a flat figure reaches to either side if it is rounded: half a step of its last printed digit.

    The rule, as the method page gives it: trailing zeros of a whole number are rounding, but its first two digits are
    not (175,400,000,000 rounds to 175,000,000,000, and 10,400 to 10,000, but 11,000 does not).
    """
    digits = print_number(figure).replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 10.0 ** -len(decimals) / 2
    zeros = min(len(whole) - len(whole.rstrip("0")), max(len(whole) - 2, 0))
    return 10.0**zeros / 2


def build(
    printed: str,
    modifier: Modifier,
    figure: Number,
    unit: str | None = None,
    *,
    near: bool = False,
    share: bool = False,
) -> Quantity:
    """Return the quantity of one figure under a modifier that takes one."""
    low, high = (figure if needed else None for needed in BOUNDS[modifier])
    return Quantity(printed, modifier, low, high, unit, near, share=share)


def caption(quantity: Quantity) -> str:
    """Return the meaning in standard English words: ``about 30``, ``nearly 200``, ``between 10,000 and 12,000``.

    Read in English, it means the same again. Of vague words and of shares it is those words.
    """
    if not quantity.bounded:
        return quantity.words or " ".join(quantity.printed.split())
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.modifier is Modifier.BETWEEN and quantity.low is not None and quantity.high is not None:
        low, high = _in_words(quantity.low), _in_words(quantity.high)
        about = "about " if quantity.near else ""
        if may_be_short(quantity.low, quantity.high):
            return f"at least {about}{low} and at most {about}{high}{unit}"
        return f"between {about}{low} and {about}{high}{unit}"
    figure = quantity.low if quantity.low is not None else quantity.high
    return f"{quantity.hedge} {_in_words(figure or 0)}{unit}".lstrip()


def _in_words(value: Number) -> str:
    """Return a number as English prints it: "1.125" alone may be a thousand elsewhere, so a 0 is added."""
    digits = print_number(value)
    whole, _, decimals = digits.partition(".")
    unsure = len(decimals) == 3 and len(whole) <= 3 and whole != "0"
    return f"{digits}0" if unsure else digits


_OTHER_SIDE = {
    Modifier.UP_TO: Modifier.AT_LEAST,
    Modifier.AT_LEAST: Modifier.UP_TO,
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
}


def rest_of_hundred(quantity: Quantity) -> Quantity:
    """Return what a percentage leaves of 100: "more than 89 %" leaves less than 11 %. The printed words stay.

    Raises ``ValueError`` with a message for editors if it is no percentage from 0 to 100.
    """
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if quantity.unit != "percent" or not bounds or max(bounds) > 100:
        raise ValueError(f'"{quantity.printed}" is no percentage of which something is left')
    high, low = (
        None if bound is None else plain(100 - _decimal(bound)) for bound in (quantity.low, quantity.high)
    )
    modifier = _OTHER_SIDE.get(quantity.modifier, quantity.modifier)
    return Quantity(
        quantity.printed,
        modifier,
        low,
        high,
        quantity.unit,
        quantity.near,
        share=quantity.share,
        rest=not quantity.rest,
    )


def may_be_short(low: Number | Decimal, high: Number | Decimal) -> bool:
    """Return whether a range may leave out the thousands of its low end: "between 10 and 12,000"."""
    # Of floats, 4.001 a thousand times is more than 4,001.
    return 0 < low < 1000 and Decimal(str(low)) * 1000 <= Decimal(str(high))


def kind_of(unit: str | None) -> Kind:
    """Return what kind of thing is measured in a unit. Rates ("per day") are shares."""
    if unit is None:
        return Kind.COUNT
    if unit in _PERCENT:
        return Kind.PERCENT
    return Kind.MONEY if unit in _currencies() else Kind.MEASURE


def is_measure(unit: str | None) -> bool:
    """Return whether a unit is percent, a currency or a measure that is read with a figure: no people, no ships."""
    return unit is not None and (unit in _PERCENT or unit in _currencies() or unit in _bases())


def is_length(unit: str | None) -> bool:
    """Return whether a unit is one of lengths and distances."""
    families = everywhere().families
    return unit == "nautical miles" or any(
        unit in families[f"{kind} length"] for kind in ("metric", "imperial")
    )


def is_area(unit: str | None) -> bool:
    """Return whether a unit is one of areas."""
    return unit == "acres" or unit in everywhere().families["metric area"]


def base_unit(unit: str | None) -> tuple[str | None, int]:
    """Return the smallest unit that a unit turns into without rounding, and how many of it it is: km -> (mm, 1000000).

    Miles do not turn into metres, nor pounds into dollars. A unit of no family is its own base.
    """
    return _bases().get(unit or "", (unit, 1))


def plain(value: Decimal | int) -> Number:
    """Return a number as a figure: whole ones as ``int``."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def print_number(value: Number) -> str:
    """Return the number in digits with thousands commas: ``11,000``, ``1.5``."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    return f"{_decimal(value):,f}"


def _decimal(value: Number) -> Decimal:
    return Decimal(repr(value))


@lru_cache(maxsize=1)
def _bases() -> dict[str, tuple[str, int]]:
    return {
        unit: (min(family, key=family.__getitem__), size)
        for family in everywhere().families.values()
        for unit, size in family.items()
    }


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    every = everywhere()
    return frozenset({*every.codes.split(), *every.money.split(), *every.signs.values()})
