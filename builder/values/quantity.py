"""A printed figure: the words as printed, beside what they mean, and never more precision than was printed.

"dozens" is not 12 and "about 30" is not 30: a vague word has no bounds, and a hedge stays a hedge.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum

from builder.values.numbers import DOTLESS, NUMBER, Number, parse_number, print_number


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


_NEEDS_LOW = {Modifier.EXACTLY, Modifier.ABOUT, Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.BETWEEN}
_NEEDS_HIGH = {Modifier.EXACTLY, Modifier.ABOUT, Modifier.UP_TO, Modifier.LESS_THAN, Modifier.BETWEEN}

_PHRASES: dict[Modifier, tuple[str, ...]] = {
    Modifier.UP_TO: (
        "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of", "≤",
    ),
    Modifier.AT_LEAST: (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
        "upwards of", "upward of", "as few as", "as little as", "≥",
    ),
    Modifier.MORE_THAN: ("more than", "over", "in excess of", "above", "exceeding", "greater than", "north of", ">"),
    Modifier.LESS_THAN: ("less than", "fewer than", "under", "below", "short of", "shy of", "<"),
    Modifier.ABOUT: (
        "about", "around", "approximately", "approx.", "approx", "roughly", "some", "circa", "ca.", "c.", "nearly",
        "almost", "an estimated", "estimated", "close to", "near to", "in the region of", "something like", "~", "≈",
        "perhaps", "maybe", "possibly", "probably", "approaching", "in the order of", "on the order of", "an average of",
    ),
}  # fmt: skip
_MEANING = {phrase: modifier for modifier, phrases in _PHRASES.items() for phrase in phrases}
_PHRASE = "|".join(re.escape(phrase) for phrase in sorted(_MEANING, key=len, reverse=True))
# What may stand between a hedge and its figure: "at least another 30", "more than $5 million".
_FILLER = r"(?:(?:another|an?\s+(?:additional|further|extra|total\s+of)|additional|further|extra|the)\s+)?(?:(?:US|A|C)?[$€£]\s?)?"
_LEAD = (
    rf"(?P<{{0}}>(?:(?<![a-z])(?:just\s+|well\s+|only\s+|slightly\s+|a\s+little\s+)?(?:{_PHRASE})(?![a-z])\s*)+)"
    rf"{_FILLER}"
)
_UNIT = (
    r"(?P<unit>[\s-]?(?:%|percent\b|per\s+cent\b|percentage\s+points?\b|km\b|kilomet(?:re|er)s?\b|met(?:re|er)s?\b"
    r"|miles?\b|m\b(?!\w)))?"
)
_FIGURE = re.compile(
    rf"(?:{_LEAD.format('lead')})?"
    rf"(?:(?P<between>between|from)\s+)?(?:(?:{_PHRASE})\s+)?"
    rf"(?P<first>{NUMBER})(?P<plus>\+)?"
    rf"(?:\s*(?P<dash>[-–—]|to\b|and\b|or\b)\s*(?:(?P<limit>{_PHRASE})\s+)?(?P<second>{NUMBER}))?"
    rf"{_UNIT}(?P<tail>\s+or\s+(?:more|less|fewer|so|thereabouts)\b|,?\s+at\s+(?:most|least)\b|,?\s+give\s+or\s+take\b"
    rf"|-(?:odd|ish|plus)\b)?",
    re.IGNORECASE,
)
# Digits inside something else (T-72, 1,5 or 12:30), and words that turn a number into another one or into none.
_BEFORE = re.compile(
    r"(?:[\w][-.,:/–—]?|(?<![^\s(])[-–—−]|\b(?:no|not|nor)\s+"
    r"|\b(?:half|thirds?|quarters?|some|most|many|few|part)\s+(?:of\s+)?(?:the|those|these|their|its)\s+)\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[.,:/]?[0-9]|\s[0-9]|[a-z_]|/\w|-(?!strong\b)[a-z]"
    r"|[\s-]+(?:hal(?:f|ves)|thirds?|quarters?|fifths?|tenths?|dozens?)\b|\s+out\s+of\b"
    r"|\s+(?:battalions|brigades|companies|regiments|divisions|platoons)\b",
    re.IGNORECASE,
)
LARGEST = 10**15
"""No paper counts further; a larger figure is a slip, or an attack."""
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|scores|dozens)\s+of\s+(?:thousands|millions)|(?:several|a\s+few|many)\s+(?:dozen|hundred|thousand|million)s?"
    r"|dozens|scores|hundreds|thousands|millions|several|a\s+few|a\s+handful|a\s+number|many|numerous|countless"
    r"|(?:a\s+)?(?:large|small|significant|considerable|growing)\s+numbers?|a\s+(?:battalion|brigade|company|regiment|division|platoon)"
    r"|a\s+couple)\b",
    re.IGNORECASE,
)
_DOZEN = re.compile(rf"\b(?:(?P<count>a|half\s+a|{NUMBER})\s+)(?P<unit>dozen|score)\b", re.IGNORECASE)
_TAILS = {
    "more": Modifier.AT_LEAST, "least": Modifier.AT_LEAST, "plus": Modifier.AT_LEAST,
    "less": Modifier.UP_TO, "fewer": Modifier.UP_TO, "most": Modifier.UP_TO,
    "so": Modifier.ABOUT, "thereabouts": Modifier.ABOUT, "take": Modifier.ABOUT, "odd": Modifier.ABOUT, "ish": Modifier.ABOUT,
}  # fmt: skip
_UNITS = {"%": "percent", "per cent": "percent", "percent": "percent", "m": "m", "km": "km"}


@dataclass(frozen=True, slots=True)
class Quantity:
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
        needs = (self.modifier in _NEEDS_LOW, self.modifier in _NEEDS_HIGH)
        if needs != (self.low is not None, self.high is not None):
            wanted = " and ".join(name for name, need in zip(("low", "high"), needs, strict=True) if need)
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes {wanted or "no bounds"}, and nothing else'
            )
        if self.modifier in (Modifier.EXACTLY, Modifier.ABOUT) and self.low != self.high:
            raise ValueError(
                f'the modifier "{self.modifier.value}" takes one figure: low and high must be equal'
            )

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


def vague_words(text: str) -> str:
    """Return the vague figure word in a text (``dozens``), in small letters, or nothing."""
    match = _VAGUE.search(text)
    return " ".join(match[0].casefold().split()) if match else ""


def parse(printed: str) -> Quantity | None:
    """Read the first figure in the printed words; ``None`` where there is none that can be read safely.

    ``between 10 and 12,000`` is such a case: it may mean 10,000, and is left to the editor. So are digits that
    are part of something else (``T-72``, ``12:30``, ``the 11th``), fractions, and "two battalions".
    """
    text = " ".join(printed.translate(DOTLESS).split())
    if match := _DOZEN.search(text):
        return _dozen(printed, text, match)
    match = _FIGURE.search(text)
    vague = _VAGUE.search(text)
    if vague and (match is None or vague.start() <= match.start()):
        return Quantity(printed, Modifier.VAGUE)
    if match is None:
        return None
    first = parse_number(match["first"])
    if first is None or first > LARGEST or _entangled(text, match):
        return None
    unit = _unit(match["unit"])
    if match["second"]:
        return _range(printed, match, first, unit)
    if match["between"] and match["between"].casefold() == "between":
        return None
    modifier = _modifier(match["lead"] or "")
    if match["plus"]:
        modifier = Modifier.AT_LEAST
    if match["tail"]:
        modifier = _TAILS[re.split(r"[\s-]", match["tail"])[-1].casefold()]
    return build(printed, modifier, first, unit)


def _entangled(text: str, match: re.Match[str]) -> bool:
    """Return whether the figure found is only a piece of something that means more than it, or less."""
    if _AFTER.match(text, match.end()):
        return True
    return match["lead"] is None and _BEFORE.search(text, 0, match.start("first")) is not None


def build(printed: str, modifier: Modifier, figure: Number, unit: str | None = None) -> Quantity:
    """Return the quantity of one figure under a modifier that takes one."""
    low = figure if modifier in _NEEDS_LOW else None
    high = figure if modifier in _NEEDS_HIGH else None
    return Quantity(printed, modifier, low, high, unit)


def _modifier(lead: str) -> Modifier:
    """Return the meaning of the words before a figure: of several, the outermost bound ("up to about 30")."""
    found = [
        _MEANING[phrase.casefold()] for phrase in re.findall(_PHRASE, " ".join(lead.split()), re.IGNORECASE)
    ]
    bounds = [modifier for modifier in found if modifier is not Modifier.ABOUT]
    return (bounds or found or [Modifier.EXACTLY])[0]


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
    limit = _MEANING.get((match["limit"] or "").casefold())
    if limit is Modifier.UP_TO and _modifier(match["lead"] or "") is Modifier.AT_LEAST and first <= second:
        return Quantity(printed, Modifier.BETWEEN, first, second, unit)
    if dash == "and" and between != "between":
        # "30 and 40" are two figures, not one: the first is the one that was asked for.
        return build(printed, _modifier(match["lead"] or ""), first)
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
    lead = re.search(rf"(?:{_LEAD.format('lead')})\Z", text[: match.start()], re.IGNORECASE)
    modifier = _modifier(lead["lead"]) if lead else Modifier.ABOUT
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
