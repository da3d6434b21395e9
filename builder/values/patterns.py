"""How figures are hedged and found in print: the words, and the patterns made of them.

``quantity`` reads a figure with these; whoever looks for figures in running text uses the same, so that what is found
is what is read.
"""

from __future__ import annotations

import re
from enum import Enum

from builder.values.numbers import NUMBER


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
MEANING = {phrase: modifier for modifier, phrases in _PHRASES.items() for phrase in phrases}
"""What each phrase makes of the figure behind it."""
PHRASE = "|".join(re.escape(phrase) for phrase in sorted(MEANING, key=len, reverse=True))
"""Any phrase that hedges or bounds, the longest first; a part of a pattern."""
# What may stand between a hedge and its figure: "at least another 30", "more than $5 million".
_FILLER = r"(?:(?:another|an?\s+(?:additional|further|extra|total\s+of)|additional|further|extra|the)\s+)?(?:(?:US|A|C)?[$€£]\s?)?"
LEAD = (
    rf"(?P<{{0}}>(?>(?:(?<![a-z])(?:just\s+|well\s+|only\s+|slightly\s+|a\s+little\s+)?(?:{PHRASE})(?![a-z])\s*){{{{1,12}}}}))"
    rf"{_FILLER}"
)
"""Such phrases, one or several, before a figure; ``{0}`` is the name of the group that holds them."""
_UNIT = (
    r"(?P<unit>[\s-]?(?:%|percent\b|per\s+cent\b|percentage\s+points?\b|km\b|kilomet(?:re|er)s?\b|met(?:re|er)s?\b"
    r"|miles?\b|m\b(?!\w)))?"
)
FIGURE = re.compile(
    rf"(?:{LEAD.format('lead')})?"
    rf"(?:(?P<between>between|from)\s+)?(?:(?:{PHRASE})\s+)?"
    rf"(?P<first>{NUMBER})(?P<plus>\+)?"
    rf"(?:\s*(?P<dash>[-–—]|to\b|and\b|or\b)\s*(?:(?P<limit>{PHRASE})\s+)?(?P<second>{NUMBER}))?"
    rf"{_UNIT}(?P<tail>\s+or\s+(?:more|less|fewer|so|thereabouts)\b|,?\s+at\s+(?:most|least)\b|,?\s+give\s+or\s+take\b"
    rf"|-(?:odd|ish|plus)\b)?",
    re.IGNORECASE,
)
"""A figure with what changes it: ``lead``, ``between``, ``first``, ``plus``, ``dash``, ``limit``, ``second``, ``unit``, ``tail``."""
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
VAGUE_COUNTS = (
    r"(?:tens|hundreds|scores|dozens)\s+of\s+(?:thousands|millions)|(?:several|a\s+few|many)\s+(?:dozen|hundred|thousand|million)s?"
    r"|dozens|scores|hundreds|thousands|millions|(?:a\s+)?(?:large|small|significant|considerable|growing)\s+numbers?"
)
"""Words for how many that mean nothing else, wherever they stand."""
VAGUE = re.compile(
    rf"\b(?:{VAGUE_COUNTS}|several|multiple|a\s+few|a\s+handful|a\s+number|many|numerous|countless|a\s+couple"
    r"|a\s+(?:battalion|brigade|company|regiment|division|platoon))\b",
    re.IGNORECASE,
)
"""Words for how many that give no figure."""
DOZEN = re.compile(rf"\b(?:(?P<count>a|half\s+a|{NUMBER})\s+)(?P<unit>dozen|score)\b", re.IGNORECASE)
"""Dozens and scores that are counted: ``count`` and ``unit``."""
TAILS = {
    "more": Modifier.AT_LEAST, "least": Modifier.AT_LEAST, "plus": Modifier.AT_LEAST,
    "less": Modifier.UP_TO, "fewer": Modifier.UP_TO, "most": Modifier.UP_TO,
    "so": Modifier.ABOUT, "thereabouts": Modifier.ABOUT, "take": Modifier.ABOUT, "odd": Modifier.ABOUT, "ish": Modifier.ABOUT,
}  # fmt: skip
"""What stands behind a figure and changes it, by its last word."""


REACH = 300
"""How many characters before a figure can change it."""


def before(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """Return where a pattern stands that ends at a place. It is not looked for further back than it can reach."""
    return pattern.search(text, max(0, place - REACH), place)


def vague_words(text: str) -> str:
    """Return the vague figure word in a text (``dozens``), in small letters, or nothing."""
    match = VAGUE.search(text)
    return " ".join(match[0].casefold().split()) if match else ""


def entangled(text: str, match: re.Match[str]) -> bool:
    """Return whether the figure found is only a piece of something that means more than it, or less."""
    if _AFTER.match(text, match.end()):
        return True
    return match["lead"] is None and before(_BEFORE, text, match.start("first")) is not None


def hedge(lead: str) -> Modifier:
    """Return the meaning of the words before a figure: of several, the outermost bound ("up to about 30")."""
    found = [
        MEANING[phrase.casefold()] for phrase in re.findall(PHRASE, " ".join(lead.split()), re.IGNORECASE)
    ]
    bounds = [modifier for modifier in found if modifier is not Modifier.ABOUT]
    return (bounds or found or [Modifier.EXACTLY])[0]
