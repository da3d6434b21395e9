"""A printed figure: the words as printed, beside what they mean, and never more precision than was printed.

"dozens" is not 12 and "about 30" is not 30: a vague word has no bounds, and a hedge stays a hedge.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from msgspec import Struct

from builder.values.numbers import DOTLESS, Number, parse_number, print_number
from builder.values.patterns import (
    DOZEN,
    FIGURE,
    LEAD,
    MEANING,
    TAILS,
    VAGUE,
    Modifier,
    entangled,
    hedge,
    vague_words,
)

__all__ = [
    "LARGEST",
    "LowAboveHighError",
    "Modifier",
    "Quantity",
    "build",
    "caption",
    "parse",
    "tolerance",
    "vague_words",
]


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

LARGEST = 10**15
"""No paper counts further; a larger figure is a slip, or an attack."""
_UNITS = {"%": "percent", "per cent": "percent", "percent": "percent", "m": "m", "km": "km"}


class Quantity(Struct, frozen=True):
    """One printed figure.

    ``low`` and ``high`` are the bounds that the words state, ``None`` where they leave that side open or
    give no figure at all. ``about 30`` has both at 30, with the modifier saying that they are soft.
    """

    printed: str
    modifier: Modifier
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    """A unit printed with the figure: percent, km, m, miles."""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise LowAboveHighError(f"low {print_number(self.low)} is above high {print_number(self.high)}")
        needs = BOUNDS[self.modifier]
        if needs != (self.low is not None, self.high is not None):
            wanted = " and ".join(name for name, need in zip(("low", "high"), needs, strict=True) if need)
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes {wanted or "no bounds"}, and nothing else'
            )
        if self.modifier in (Modifier.EXACTLY, Modifier.ABOUT) and self.low != self.high:
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes one figure: low and high must be equal'
            )

    def __hash__(self) -> int:
        # Enough to tell them apart, and quick: figures are looked up for every two claims.
        return hash(self.printed)

    @property
    def same_as(self) -> tuple[Modifier, Number | None, Number | None, str]:
        """What two printed figures share when they say the same, in whatever words.

        Vague words are the same only when they are the same words.
        """
        words = vague_words(self.printed) if self.modifier is Modifier.VAGUE else ""
        return (self.modifier, self.low, self.high, words)

    @property
    def reach(self) -> tuple[float, float]:
        """The figures that the words allow, as a closed interval; see ``tolerance`` for "about".

        An open side reaches to infinity, the lower one to 0: nothing printed here counts below nothing.
        Vague words allow everything.
        """
        low = 0.0 if self.low is None else float(self.low)
        high = math.inf if self.high is None else float(self.high)
        if self.modifier is Modifier.ABOUT:
            slack = tolerance(self.low or 0)
            return (low - slack, high + slack)
        if self.modifier is Modifier.MORE_THAN:
            low = math.nextafter(low, math.inf)
        if self.modifier is Modifier.LESS_THAN:
            high = math.nextafter(high, -math.inf)
        return (low, high)


class LowAboveHighError(ValueError):
    """A range whose low bound is above its high one."""


def tolerance(figure: Number) -> float:
    """Return how far "about ``figure``" reaches to either side.

    The rule, as the method page gives it: half a step of the last digit that is not zero (about 12,000
    reaches from 11,500 to 12,500), and never more than a tenth of the figure (about 10,000: 9,000 to 11,000).
    """
    if not figure:
        return 0.0
    digits = print_number(figure).replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        step = 10.0 ** -len(decimals)
    else:
        step = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return min(step / 2, figure / 10)


@lru_cache(maxsize=4096)
def parse(printed: str) -> Quantity | None:
    """Read the first figure in the printed words; ``None`` where there is none that can be read safely.

    ``between 10 and 12,000`` is such a case: it may mean 10,000, and is left to the editor. So are digits that
    are part of something else (``T-72``, ``12:30``, ``the 11th``), fractions, and "two battalions".
    """
    text = " ".join(printed.translate(DOTLESS).split())
    if match := DOZEN.search(text):
        return _dozen(printed, text, match)
    match = FIGURE.search(text)
    vague = VAGUE.search(text)
    if vague and (match is None or vague.start() <= match.start()):
        return Quantity(printed, Modifier.VAGUE)
    if match is None:
        return None
    first = parse_number(match["first"])
    if first is None or first > LARGEST or entangled(text, match):
        return None
    unit = _unit(match["unit"])
    if match["second"]:
        return _range(printed, match, first, unit)
    if match["between"] and match["between"].casefold() == "between":
        return None
    modifier = hedge(match["lead"] or "")
    if match["plus"]:
        modifier = Modifier.AT_LEAST
    if match["tail"]:
        modifier = TAILS[re.split(r"[\s-]", match["tail"])[-1].casefold()]
    return build(printed, modifier, first, unit)


def build(printed: str, modifier: Modifier, figure: Number, unit: str | None = None) -> Quantity:
    """Return the quantity of one figure under a modifier that takes one."""
    low, high = (figure if needed else None for needed in BOUNDS[modifier])
    return Quantity(printed, modifier, low, high, unit)


def _unit(text: str | None) -> str | None:
    if not text:
        return None
    word = " ".join(text.casefold().replace("-", " ").split())
    if word.startswith("kilomet"):
        return "km"
    if word.startswith("met"):
        return "m"
    if word.startswith("percentage"):
        return "percentage points"
    if word.startswith("mile"):
        return "miles"
    return _UNITS.get(word, word)


def _range(printed: str, match: re.Match[str], first: Number, unit: str | None) -> Quantity | None:
    second = parse_number(match["second"])
    between = (match["between"] or "").casefold()
    dash = match["dash"].casefold()
    if second is None or second > LARGEST:
        return None
    limit = MEANING.get((match["limit"] or "").casefold())
    if limit is Modifier.UP_TO and hedge(match["lead"] or "") is Modifier.AT_LEAST and first <= second:
        return Quantity(printed, Modifier.BETWEEN, first, second, unit)
    if dash == "and" and between != "between":
        # "30 and 40" are two figures, not one: the first is the one that was asked for.
        return build(printed, hedge(match["lead"] or ""), first)
    if first < second and not re.search(r"[a-z,]", match["first"], re.IGNORECASE):
        scale = re.search(r"[a-z]+\s*\Z", match["second"], re.IGNORECASE)
        if scale and re.match(r"[0-9]", match["second"]):
            scaled = parse_number(f"{match['first']} {scale[0]}")
            first = scaled if scaled is not None and scaled <= second else first
        elif _shorthand(first, second):
            return None
    if first > second:
        return None
    return Quantity(printed, Modifier.BETWEEN, first, second, unit)


def _shorthand(low: Number, high: Number) -> bool:
    """Return whether "between low and high" may leave out the low figure's thousands: "between 10 and 12,000"."""
    return 0 < low < 1000 and low * 1000 <= high


def _dozen(printed: str, text: str, match: re.Match[str]) -> Quantity | None:
    """Read "a dozen", "two dozen": a rounding by its nature, so "about"."""
    word = match["count"].casefold()
    size = 12 if match["unit"].casefold() == "dozen" else 20
    if word.startswith("half"):
        count: Number | None = 0.5
    else:
        count = 1 if word == "a" else parse_number(word)
    if (
        count is None
        or size * count > LARGEST
        or re.search(r"(?:\b(?:to|or|and)|[-–—])\s*\Z", text[: match.start()])
    ):
        return None
    lead = re.search(rf"(?:{LEAD.format('lead')})\Z", text[: match.start()], re.IGNORECASE)
    modifier = hedge(lead["lead"]) if lead else Modifier.ABOUT
    return build(printed, modifier, int(size * count))


def caption(quantity: Quantity) -> str:
    """Return the meaning in standard words: ``about 30``, ``between 10,000 and 12,000``; vague words as printed.

    ``parse(caption(q))`` has the same modifier and bounds as ``q``.
    """
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.modifier is Modifier.VAGUE:
        return vague_words(quantity.printed) or quantity.printed
    if quantity.modifier is Modifier.BETWEEN and quantity.low is not None and quantity.high is not None:
        low, high = print_number(quantity.low), print_number(quantity.high)
        if _shorthand(quantity.low, quantity.high):
            return f"at least {low} and at most {high}{unit}"
        return f"between {low} and {high}{unit}"
    figure = quantity.low if quantity.low is not None else quantity.high
    words = "" if quantity.modifier is Modifier.EXACTLY else f"{quantity.modifier.value} "
    return f"{words}{print_number(figure or 0)}{unit}"
