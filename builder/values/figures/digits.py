"""Read a number in digits as its language writes it: "10,000", German "10.000", Indian "1,20,000", "1½"."""

from __future__ import annotations

from decimal import Decimal

from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.sums import Exact, whole
from builder.values.figures.tokens import DIGITS, SIGN, SPACES, Tokens
from builder.values.figures.words import Words

_MOST_GROUPS = 24
_MOST_DIGITS = 18
_SCALED = 10**6
_PARTING = frozenset(".,'’")
_RUPEES = frozenset({"rupees", "INR", "PKR", "LKR", "NPR"})
_DIALLED = frozenset("-/.–")
"""Signs between the groups of a telephone number."""
_APOSTROPHES = frozenset("'’")
_WRITTEN = {("1", "2"): Decimal("0.5"), ("1", "4"): Decimal("0.25"), ("3", "4"): Decimal("0.75")}


def digits(tokens: Tokens, at: int, words: Words) -> tuple[Exact, int] | Trouble:
    """Return the number in digits that begins at a token, and where it ends, if the language writes numbers so."""
    texts, kinds, glued = tokens.words, tokens.kinds, tokens.glued
    end, size = at + 1, tokens.size
    if texts[at][0] == "0" and len(texts[at]) > 1:
        # "0600 hours", "agent 007", "0800 123 456"
        stop = end
        while stop < size and (
            kinds[stop] == DIGITS
            or (texts[stop] in _DIALLED and stop + 1 < size and kinds[stop + 1] == DIGITS)
        ):
            stop += 1
        return Trouble(at, end, Reason.NAME, stop)
    if len(texts[at]) <= _MOST_DIGITS and (
        end >= size or (kinds[end] != DIGITS and not (glued[end] and texts[end] in _PARTING))
    ):
        return int(texts[at]), end
    parts, signs = [texts[at]], [""]
    while end < size and len(parts) <= _MOST_GROUPS:
        sign = texts[end]
        if (
            kinds[end] == SIGN
            and glued[end]
            and sign in _PARTING
            and tokens.is_glued(end + 1)
            and kinds[end + 1] == DIGITS
        ):
            parts.append(texts[end + 1])
            signs.append("'" if sign in _APOSTROPHES else sign)
            end += 2
        elif (
            kinds[end] == DIGITS
            and not glued[end]
            and len(sign) == 3
            and len(parts[0]) <= 3
            and signs[-1] in ("", " ")
            and (tokens.text[tokens.ends[end - 1] : tokens.starts[end]] in SPACES)
        ):
            parts.append(sign)
            signs.append(" ")
            end += 1
        else:
            break
    if sum(map(len, parts)) > _MOST_DIGITS:
        return Trouble(at, end, Reason.TOO_LARGE, end)
    unit = words.units.match(texts, end)
    numbers, after = words.language.numbers, texts[end] if end < size else ""
    scale = numbers.scales.get(after) or (numbers.glued.get(after) if tokens.is_glued(end) else None)
    value = _value(
        parts,
        signs[1:],
        words,
        percent=unit is not None and unit[0] == "percent",
        scaled=scale is not None and scale >= _SCALED,
        indian=words.digits.indian or ("," in signs and _in_rupees(tokens, at, end, words)),
    )
    if value is None:
        # What it would be a number of is none by itself: German "1.2 Millionen".
        scaled = scale is not None or after in words.plurals
        return Trouble(at, end, Reason.NUMBER, end + scaled)
    return value, end


def _value(
    parts: list[str], signs: list[str], words: Words, *, percent: bool, scaled: bool, indian: bool
) -> Exact | None:
    """Return the number that groups of digits make; ``None`` where they make none, or one in some countries and another elsewhere."""
    notation, decimals = words.digits, ""
    if signs and signs[-1] == notation.decimal:
        *parts, decimals = parts
        signs = signs[:-1]
        # "10.000" is ten where decimals have a point, and ten thousand where thousands do. No paper prints a thousand percent,
        # or writes "209,175 billion".
        if (
            not signs
            and len(decimals) == 3
            and parts[0][0] != "0"
            and len(parts[0]) <= 3
            and not (percent and decimals[-1] != "0")
            and not scaled
        ):
            return None
    if signs:
        sign = signs[0]
        if (
            any(other != sign for other in signs)
            or sign not in (notation.group, " ", "'", "." if notation.decimal == "," else "")
            or parts[0][0] == "0"
        ):
            return None
        *others, last = [len(part) for part in parts[1:]]
        even = all(other == 3 for other in others) and len(parts[0]) <= 3
        twos = indian and sign == "," and all(other == 2 for other in others) and len(parts[0]) <= 2
        if last != 3 or not (even or twos):
            return None
    figure = int("".join(parts))
    return whole(Decimal(f"{figure}.{decimals}")) if decimals else figure


def _in_rupees(tokens: Tokens, at: int, end: int, words: Words) -> bool:
    """Return whether a number is a sum of rupees, whose thousands are grouped as in India in any English: "Rs 12,34,567"."""
    before = [
        words.signs.match(tokens.words, place) or words.money_words.match(tokens.words, place)
        for place in (at - 2, at - 1)
        if place >= 0
    ]
    behind = words.money.match(tokens.words, end)
    codes = [words.codes.get(tokens.words[place]) for place in (at - 1, end) if 0 <= place < tokens.size]
    found = [match[0] for match in before if match is not None and match[1] == at]
    return bool(_RUPEES & {*found, *codes, behind[0] if behind is not None else None})


def with_fraction(tokens: Tokens, value: Exact, end: int, words: Words) -> tuple[Exact, int]:
    """Add the half of "1½" and "1 1/2"."""
    if end >= tokens.size or not isinstance(value, int):
        return value, end
    sign = words.fraction_signs.get(tokens.words[end])
    if sign is not None:
        return value + Decimal(repr(sign)), end + 1
    if (
        end + 2 < tokens.size
        and tokens.kinds[end] == DIGITS
        and tokens.words[end + 1] == "/"
        and tokens.glued[end + 1]
        and tokens.glued[end + 2]
    ):
        written = _WRITTEN.get((tokens.words[end], tokens.words[end + 2]))
        if written is not None and not tokens.is_glued(end + 3):
            return value + written, end + 3
    return value, end
