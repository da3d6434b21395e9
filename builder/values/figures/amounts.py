"""Read one amount ("$30 million", "2km", "five-year") and the range that two of them make ("$30-45 million", "two or three hundred")."""

from __future__ import annotations

from typing import NamedTuple

from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.sums import Exact, whole
from builder.values.figures.tokens import DASHES, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import LARGEST, Modifier, may_be_short

_LONG_DASHES = frozenset("—―")
_WORDED = 10**6
_NO_UNITS = frozenset({"MM"})
"""Units that are none in capitals: "20 MM" may be 20 million, and is no length."""
_GLUED = frozenset("p")
"""Units of one letter that count only against their figure."""


class Amount(NamedTuple):
    """A number with its unit."""

    end: int
    number: Numeral
    first: int
    """Where the number itself begins, behind its sign."""
    last: int
    """Where it ends, before its unit."""
    unit: str | None = None
    signed: bool = False
    """Whether the sign of its currency stands before it."""


class Range(NamedTuple):
    """One amount, or two that are the ends of a range."""

    end: int
    first: int
    last: int
    low: Exact
    high: Exact
    unit: str | None
    ranged: bool = False
    soft: bool = False
    """Whether its ends are rounded: "about 30 to 40", "two dozen"."""
    bounded: bool = False
    """Whether its ends are said to be bounds: "at least 30 and at most 40"."""
    article: bool = False


def amount(tokens: Tokens, at: int, words: Words, number: Numeral | None = None) -> Amount | Trouble | None:
    """Return the amount that begins at a token; ``None`` where none does. ``number``: the number there, if it has been read."""
    found: Numeral | Trouble | None = number
    sign, start = None, at
    if number is None:
        sign = _sign(tokens, at, words)
        start = sign[1] if sign else at
        if start >= tokens.size:
            return None
        found = numeral(tokens, start, words)
    if not isinstance(found, Numeral):
        return found
    number = found
    if words.ages.match(tokens.words, number.end):
        return Trouble(at, number.end, Reason.NAME, number.end + 1)
    end = number.end
    scale = words.language.numbers.money.get(tokens.raw(end)) if end < tokens.size else None
    if (
        scale
        and number.scale == 1
        and (tokens.is_glued(end) if sign else words.signs.match(tokens.words, end + 1))
    ):
        value = number.value * scale
        if value > LARGEST:
            return Trouble(at, end + 1, Reason.TOO_LARGE, end + 1)
        number = number._replace(value=value, scale=scale, end=end + 1)
        end += 1
    elif not sign and number.scale > 1 and _may_be_metres(tokens, number, words):
        return Trouble(start, end, Reason.NUMBER, end)
    unit = _unit(tokens, end, words, number)
    if unit is None:
        return Amount(end, number, start, end, sign[0] if sign else None, bool(sign))
    if sign and unit[0] != sign[0]:
        # "$80 a barrel" has its unit further on; "$5 million Australian dollars" contradicts itself.
        return (
            Trouble(end, unit[1], Reason.WORD, unit[1])
            if tokens.kinds[end] == WORD
            else Trouble(at, unit[1], Reason.NUMBER, unit[1])
        )
    return Amount(unit[1], number, start, end, unit[0], bool(sign))


def _sign(tokens: Tokens, at: int, words: Words) -> tuple[str, int] | None:
    """Return the currency whose sign stands at a token, and where the sign ends."""
    found = words.signs.match(tokens.words, at)
    if found is not None and found[1] - at > 1 and not tokens.glued[found[1] - 1]:
        # "US $5 million" has a sign of two words, "a $5 million deal" has not.
        word = tokens.printed(at, found[1] - 1).replace(".", "")
        found = found if len(word) > 1 and word.isupper() else None
    if found is None and at < tokens.size:
        found = words.money_words.match(tokens.words, at)
        code = words.codes.get(tokens.words[at])
        if found is None and code is not None and tokens.raw(at) == code:
            found = code, at + 1
    return found


def _unit(tokens: Tokens, at: int, words: Words, number: Numeral) -> tuple[str, int] | None:
    """Return the unit that stands behind a number, and where it ends."""
    if at >= tokens.size:
        return None
    place = at
    if tokens.words[at] in DASHES:
        # "five-year", "a 3-million-euro house"
        if not (tokens.glued[at] and tokens.is_glued(at + 1) and tokens.kinds[at + 1] == WORD):
            return None
        place = at + 1
    code = words.codes.get(tokens.words[place])
    if code is not None and tokens.raw(place) == code:
        return code, place + 1
    found = words.money.match(tokens.words, place) or words.units.match(tokens.words, place)
    if (
        found is None
        and (number.scale >= _WORDED or number.rough)
        and (of := words.of.match(tokens.words, place))
    ):
        # Spanish "medio millón de hectáreas", French "une quinzaine de jours"
        found = words.units.match(tokens.words, of[1])
    if found is None and number.value >= _WORDED:
        found = words.money_scaled.match(tokens.words, place)
    if tokens.raw(place) in _NO_UNITS:
        return None
    symbol = found is not None and found[1] == place + 1 and len(tokens.words[place]) == 1
    if symbol and tokens.raw(place).isupper():
        # "1.5 M" is no metre.
        return None
    if symbol and tokens.words[place] in _GLUED and not _stands_against(tokens, place):
        # "410p", and neither "410 p" nor "3p.m."
        return None
    if found is None or (
        place == at and tokens.glued[at] and tokens.is_glued(found[1]) and tokens.kinds[found[1]] == WORD
    ):
        return None
    return found


def _stands_against(tokens: Tokens, at: int) -> bool:
    return tokens.glued[at] and not (tokens.is_glued(at + 2) and tokens.words[at + 1] == ".")


def _may_be_metres(tokens: Tokens, number: Numeral, words: Words) -> bool:
    """Return whether "30m" may be metres: "30m tall"."""
    last = number.end - 1
    written = tokens.glued[last] and tokens.words[last] in words.language.numbers.glued
    return written and number.end < tokens.size and tokens.words[number.end] in words.lengths


def amounts(
    tokens: Tokens,
    at: int,
    words: Words,
    opened: str = "",
    lead: Modifier | None = None,
    number: Numeral | None = None,
) -> Range | Trouble | None:
    """Return the amount or range that begins at a token.

    ``opened`` is "between" or "from" where such a word stands before it, or "single" where no range is wanted. ``lead`` is the bound
    before it: "at least 30 and at most 40" is a range. ``number`` is the number at the token, if it has been read.
    """
    first = amount(tokens, at, words, number)
    if not isinstance(first, Amount):
        return first
    alone = Range(
        first.end, first.first, first.last, first.number.value, first.number.value, first.unit,
        soft=first.number.rough, article=first.number.article,
    )  # fmt: skip
    join = None if opened == "single" else _join(tokens, first.end, words, opened, lead)
    if join is None:
        return Trouble(at, first.end, Reason.OPEN, first.end) if opened in ("between", "from") else alone
    kind, place = join
    if kind == "odd":
        return Trouble(first.end, first.end + 1, Reason.RANGE, first.end + 1)
    second, modifier, soft = _second(tokens, place, words)
    if isinstance(second, Trouble):
        return second
    if second is None or second.number.article:
        return Trouble(at, first.end, Reason.OPEN, first.end) if opened in ("between", "from") else alone
    if kind == "margin":
        return _margin(first, second, at)
    bounded = lead is Modifier.AT_LEAST and modifier is Modifier.UP_TO
    if kind == "and" and opened != "between" and not bounded:
        return alone
    trouble = Trouble(at, second.end, Reason.RANGE, second.end)
    if modifier is not None and not bounded and not (modifier is Modifier.UP_TO and opened == "from"):
        return trouble
    ends = _ends(first, second, "bounds" if bounded else kind)
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return trouble._replace(reason=Reason.UNITS)
    same = tokens.words[first.end] in DASHES and first.number.value == second.number.value
    if ends is None or same or _third(tokens, second.end, words):
        return trouble
    if ends[0] > ends[1]:
        return trouble._replace(reason=Reason.ORDER)
    unit = second.unit or first.unit
    if (
        first.number.rough
        or second.number.rough
        or (second.unit is None and first.unit is not None and not first.signed)
    ):
        return trouble
    return Range(second.end, first.first, second.last, *ends, unit, ranged=True, soft=soft, bounded=bounded)


def _join(
    tokens: Tokens, at: int, words: Words, opened: str, lead: Modifier | None
) -> tuple[str, int] | None:
    """Return what joins an amount to a second one ("to", "or", "and", "margin"; "odd": nothing that is read), and where that ends."""
    if at + 1 >= tokens.size:
        return None
    word = tokens.words[at]
    if word in DASHES and tokens.glued[at] and not tokens.glued[at + 1] and tokens.kinds[at + 1] == WORD:
        # German "zwei- bis dreihundert"
        found = words.joins.match(tokens.words, at + 1)
        return found if found is not None and found[0] in ("to", "or") else None
    if word in DASHES:
        if not is_number(tokens, at + 1, words) and _sign(tokens, at + 1, words) is None:
            return None
        even = tokens.glued[at] == tokens.glued[at + 1]
        if not even or (word in _LONG_DASHES and not tokens.glued[at]):
            return "odd", at + 1
        return "to", at + 1
    found = words.joins.match(tokens.words, at)
    if found is None or (found[0] == "and" and opened != "between" and lead is not Modifier.AT_LEAST):
        return None
    if found[0] == "or" and opened:
        return None
    return found


def _third(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a range goes on: "30 to 40 to 50", "1-2-3"."""
    found = _join(tokens, at, words, "", None)
    return found is not None and isinstance(numeral(tokens, found[1], words), Numeral | Trouble)


def _second(tokens: Tokens, at: int, words: Words) -> tuple[Amount | Trouble | None, Modifier | None, bool]:
    """Return the second end of a range, the bound before it, and whether it is rounded."""
    modifier, soft = None, False
    for _ in range(4):
        if at >= tokens.size:
            break
        found = amount(tokens, at, words)
        if found is not None:
            return found, modifier, soft
        lead = words.before.match(tokens.words, at)
        if lead is None or lead[0].role not in ("hedge", "filler"):
            break
        if lead[0].modifier is Modifier.ABOUT:
            soft = True
        elif lead[0].modifier is not None:
            modifier = Modifier.BETWEEN if lead[0].close else lead[0].modifier
        at = lead[1]
    return None, None, False


def _margin(first: Amount, second: Amount, at: int) -> Range | Trouble:
    """Return "10,000 ±500" as its two ends."""
    value, margin = first.number.value, second.number.value
    fits = second.unit is None or second.unit == first.unit
    if not fits or margin > value or (first.unit is not None and second.unit is None and not first.signed):
        return Trouble(at, second.end, Reason.RANGE, second.end)
    return Range(
        second.end, first.first, second.last, value - margin, value + margin, first.unit, ranged=True
    )


def _ends(first: Amount, second: Amount, kind: str) -> tuple[Exact, Exact] | None:
    """Return the ends of a range, the second one's scales carried over to the first: "two or three hundred"."""
    one, other = first.number, second.number
    low, high = one.value, other.value
    if one.scale == 1 and one.simple and other.simple and other.scale > 1 and low < other.coefficient:
        return whole(low * other.scale), high
    if (kind != "bounds" and may_be_short(low, high)) or (kind == "or" and high > 2 * low):
        return None
    return low, high
