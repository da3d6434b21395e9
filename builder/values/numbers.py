"""Read the numbers that papers print, in digits or in words, and print them again.

``twenty-one`` is 21, ``half a million`` 500,000, ``1.5 million`` 1,500,000, ``10,000`` 10,000.
"""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}

# No number that can be read has more of anything: what goes on is none, and is not read again from each of its parts.
DIGITS = (
    r"(?:[0-9]{1,3}(?>(?:,[0-9]{3}){1,20})(?!,[0-9]{3})|[0-9]{1,3}(?>(?:\s[0-9]{3}(?![0-9])){1,20})(?!\s[0-9]{3}(?![0-9]))"
    r"|[0-9]{1,40}+(?![0-9]))(?:\.[0-9]++)?"
)
"""Digits with optional commas or spaces between the thousands, and decimals."""
# "3m" is three million, "3 m" three metres.
_SCALE = r"(?:\s*(?:hundred|thousand|million|billion|trillion|mn|bn)\b|m(?![a-z]))"
_WORD = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_BIG = r"hundred|thousand|million|billion|trillion"
_NEXT = rf"[\s-]+(?:and\s+)?(?:{_BIG}|{_WORD})\b"
WORDS = (
    rf"(?:half\s+an?\s+(?:{_BIG})"
    rf"|(?>{_WORD}|an?(?=\s+(?:{_BIG})\b))(?>(?:{_NEXT}){{0,40}})(?!{_NEXT})(?:[\s-]+(?:{_WORD}))?)"
)
"""A number in words; the longest that can be read has some thirty."""
NUMBER = rf"(?:{DIGITS}{_SCALE}?|\b{WORDS}\b)"
"""Any printed number."""

_DIGITS_SCALE = re.compile(rf"({DIGITS})({_SCALE})?\Z", re.IGNORECASE)
_HALF = re.compile(rf"half\s+an?\s+({_BIG})\Z", re.IGNORECASE)

# Python takes these for an i where small and capital letters are the same, but does not fold them to one.
DOTLESS = str.maketrans("ıİ", "iI")

Number = int | float
"""A figure. Whole numbers are ``int``, so that they print and compare exactly."""


def parse_number(text: str) -> Number | None:
    """Return the number that the whole text prints, or ``None`` where it prints none.

    A magnitude without a count (``thousand``) is no number; ``twenty thirty`` is none either.
    """
    text = " ".join(text.translate(DOTLESS).split())
    if match := _DIGITS_SCALE.match(text):
        value = Decimal(match[1].replace(",", "").replace(" ", "")) * _scale(match[2])
        return _plain(value)
    if match := _HALF.match(text):
        return _plain(Decimal(_scale(match[1])) / 2)
    return _from_words(text.casefold().replace("-", " ").split())


def _scale(word: str | None) -> int:
    if word is None:
        return 1
    word = word.strip().casefold()
    return 100 if word == "hundred" else _SCALES[word]


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)


def _from_words(words: list[str]) -> Number | None:
    total = group = 0
    rank = 10**18  # the scales must fall: two million thousand is none
    filled = ""  # what stands last in the group: nothing, a unit or a ten
    seen = False
    for word in words:
        if word == "and" and seen:
            continue
        if word in ("a", "an") and not seen:
            group, filled = 1, "unit"
        elif word in _UNITS and (filled == "" or (filled == "ten" and 0 < _UNITS[word] < 10)):
            group, filled = group + _UNITS[word], "unit"
        elif word in _TENS and filled == "":
            group, filled = group + _TENS[word], "ten"
        elif word == "hundred" and 0 < group < 100:
            group, filled = group * 100, ""
        elif word in _SCALES and group and _SCALES[word] < rank:
            rank = _SCALES[word]
            total, group, filled = total + group * rank, 0, ""
        else:
            return None
        seen = True
    return total + group if seen else None


def print_number(value: Number) -> str:
    """Return the number in digits with thousands commas: ``11,000``, ``1.5``. ``parse_number`` reads it back."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    return f"{Decimal(repr(value)):,f}"
