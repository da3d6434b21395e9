"""Hold what an editor states of words that are not read against the numbers in them."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.values.figures.search import numbers
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import Words, words_of
from builder.values.quantity import Number, print_number

_MOST = 16
"""Numbers, and scales, of one printed figure that are looked at."""
_RUN = re.compile(r"[0-9]+(?:[.,'’\u00a0\u202f ][0-9]+)*")
_DIGITS = re.compile(r"[0-9]+")
_LONGEST = 18


def agrees(printed: str, low: Number | None, high: Number | None, language: str) -> bool:
    """Return whether bounds that an editor states can be the meaning of printed words that are not read.

    They can if the words print them ("barely 100": up to 100), or if every number of the words lies between two ("closer to 90": from
    85 to 95), by itself or times a scale or a dozen of the words, or is the round one that they begin from ("mid-70s": from 74 to 76).
    Words without any number or digit state none. ``low`` and ``high`` are ``None`` where that side is open.
    """
    words = words_of(language)
    scales = _scales(printed, words) if words is not None else []
    # "barely a dozen" holds no number, but a dozen.
    readings = _readings(printed, language) or [[Decimal(scale)] for scale in scales]
    every = {value * scale for values in readings for value in values for scale in (1, *scales)} | set(scales)
    bounds = [Decimal(str(bound)) for bound in (low, high) if bound is not None]
    if every and all(bound in every or _has_digits(printed, bound) for bound in bounds):
        return True
    if len(bounds) < 2:
        return False  # "barely 100" is not less than 150: nobody printed that.
    least, most = bounds
    return bool(readings) and all(
        any(_fits(value * scale, least, most) for value in values for scale in (1, *scales))
        for values in readings
    )


def _readings(printed: str, language: str) -> list[list[Decimal]]:
    """Return the numbers of the words, each in all ways in which it may be meant: "10.000" as 10,000 and as 10."""
    found = []
    taken: list[tuple[int, int]] = []
    for match in _RUN.finditer(printed):
        parts = _DIGITS.findall(match[0])
        if len(parts) > _MOST or sum(map(len, parts)) > _LONGEST:
            continue
        values = [Decimal("".join(parts))]
        if len(parts) > 1:
            values += [Decimal(f"{''.join(parts[:-1])}.{parts[-1]}"), *map(Decimal, parts)]
        found.append(values)
        taken.append(match.span())
    for start, end, value in numbers(printed, language):
        if not any(a < end and start < b for a, b in taken):
            found.append([Decimal(str(value))])
        else:
            place = next(place for place, (a, b) in enumerate(taken) if a < end and start < b)
            found[place].append(Decimal(str(value)))
    return found[:_MOST]


def _scales(printed: str, words: Words) -> list[int]:
    """Return the scales, dozens and the like of the words."""
    found = []
    for word in Tokens(printed, words.spelling).words:
        kind, value = words.numbers.get(word, ("", 0))
        size = value if kind == "scale" else words.dozens.get(word) or words.plurals.get(word)
        if size and size not in found:
            found.append(size)
    return found[:_MOST]


def _fits(number: Decimal, low: Decimal, high: Decimal) -> bool:
    """Return whether a number lies within bounds, or is the round one from which they begin."""
    if low <= number <= high:
        return True
    if number != number.to_integral_value():
        return False
    text = str(int(number))
    return number <= low and high < number + 10 ** (len(text) - len(text.rstrip("0")))


def _has_digits(printed: str, bound: Decimal) -> bool:
    digits = print_number(float(bound) if bound % 1 else int(bound)).replace(",", "").replace(".", "")
    return (digits.strip("0") or "0") in "".join(_DIGITS.findall(printed))
