"""Read one number, in digits or in words: "10,000", "1½ million", "two hundred and ten", "dreiundzwanzig".

It is read whole or not at all: words and groups of digits that make no number together are trouble, not two numbers.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from builder.values.figures.digits import digits, with_fraction
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.sums import Exact, Sum, whole
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import LARGEST

_DOZEN = 12
_DECIMALS = 3
"""Decimals of a number in words."""
_LONGEST = 40
"""Tokens of one number; what goes on longer is no number."""
Item = tuple[str, Exact, str]


class Numeral(NamedTuple):
    """A number and how it is written."""

    end: int
    """The token after its last one."""
    value: Exact
    coefficient: Exact
    """What stands before its scales."""
    scale: int = 1
    """Its scales, multiplied: 1,000 in "three thousand", 100,000 in "two hundred thousand"."""
    simple: bool = False
    """Whether it is nothing but a coefficient and scales, so that another number can share them."""
    digits: bool = False
    rough: bool = False
    """Counted in dozens, which is a rounding."""
    article: bool = False
    """Only an article, which is a number only beside another one: French "un ou deux"."""


def numeral(tokens: Tokens, at: int, words: Words) -> Numeral | Trouble | None:
    """Return the number that begins at a token; ``None`` where none does."""
    if at in tokens.numerals:
        found: Numeral | Trouble | None = tokens.numerals[at]
    else:
        found = tokens.numerals[at] = _numeral(tokens, at, words)
    return found


def _numeral(tokens: Tokens, at: int, words: Words) -> Numeral | Trouble | None:
    if at >= tokens.size or not words.may_be_number(tokens, at):
        return None
    found: Numeral | Trouble | None = None
    if tokens.kinds[at] != DIGITS:
        found = _part(tokens, at, words) or _the_dozen(tokens, at, words)
    found = found or _number(tokens, at, words)
    if not isinstance(found, Numeral):
        return found
    if (
        found.end < tokens.size
        and tokens.words[found.end] in words.point
        and is_number(tokens, found.end + 1, words)
    ):
        # "three point five million"
        return Trouble(at, found.end + 2, Reason.NUMBER, _run(tokens, found.end + 1, words))
    if found.value > LARGEST:
        return Trouble(at, found.end, Reason.TOO_LARGE, found.end)
    return found


def is_number(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a token is a number or a part of one; articles are not."""
    if at >= tokens.size:
        return False
    word = tokens.words[at]
    return (
        tokens.kinds[at] == DIGITS
        or word in words.fraction_signs
        or (word not in words.one and bool(_items(tokens, at, words)))
    )


def _number(tokens: Tokens, at: int, words: Words) -> Numeral | Trouble | None:
    numbers = words.language.numbers
    word = tokens.words[at]
    by_digits = tokens.kinds[at] == DIGITS
    end = at
    if by_digits:
        read = digits(tokens, at, words)
        if isinstance(read, Trouble):
            return read
        value, end = with_fraction(tokens, *read, words)
        if not words.goes_on(tokens, end):
            return Numeral(end, value, value, 1, True, True)
    elif word not in words.one and not _items(tokens, at, words):
        return None
    total = Sum(words.bare, words.teens_after, numbers.thousands_of_millions)
    if _is_bare_with_part(tokens, at, words) or _is_bare_with_rest(tokens, at, words):
        # Spanish "millón y medio", "Hundred and eighty died"
        total.add("unit", 1)
    if by_digits:
        total.add("digits", value)
        glued = numbers.glued.get(tokens.words[end]) if tokens.is_glued(end) else None
        if glued and not (tokens.is_glued(end + 1) and tokens.kinds[end + 1] != SIGN):
            total.add("scale", glued)
            end += 1
    elif word in words.one:
        total.add("unit", 1)
        total.filled = "article"
        end = at + 1
    article = total.filled == "article"
    while end - at < _LONGEST:
        step = _step(tokens, end, words, total, by_digits)
        if step is None:
            break
        end = step
        article = False
    if end == at:
        # A scale that multiplies nothing: "million".
        # "the hundred and eighty": no part of it is a number of its own
        joined = at + 1 < tokens.size and tokens.words[at + 1] in words.after_hundreds
        return Trouble(at, at + 1, Reason.NUMBER, _run(tokens, at + 1 + joined, words))
    dozens = _over_dash(tokens, end)
    dozen = _dozens(tokens, dozens, words, total.value) if total.chain == 1 and not total.added else None
    if dozen is not None:
        return dozen
    if article and word not in words.numbers:
        return None
    if end - at >= _LONGEST or (
        is_number(tokens, end, words) and not article and not _is_joined(tokens, end, words)
    ):
        return Trouble(at, min(end + 1, tokens.size), Reason.NUMBER, _run(tokens, end, words))
    return Numeral(
        end, total.value, total.coefficient, total.chain, not total.added, by_digits, article=article
    )


def _is_bare_with_part(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a scale with nothing before it has a half behind it."""
    kind, _ = words.numbers.get(tokens.words[at], ("", 0))
    return kind == "scale" and words.and_parts.match(tokens.words, at + 1) is not None


def _is_bare_with_rest(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a scale with nothing before it has the rest of a number in words behind it: "the hundred and eighty"."""
    kind, scale = words.numbers.get(tokens.words[at], ("", 0))
    if kind != "scale" or at + 2 >= tokens.size or tokens.words[at + 1] not in words.after_hundreds:
        return False
    rest, value = words.numbers.get(tokens.words[at + 2], ("", 0))
    return rest in ("unit", "ten") and value < scale


def _over_dash(tokens: Tokens, at: int) -> int:
    """Return the place behind a hyphen that joins two words: "six-score"."""
    joined = tokens.is_glued(at) and tokens.words[at] in DASHES and tokens.is_glued(at + 1)
    return at + 1 if joined else at


def _step(tokens: Tokens, at: int, words: Words, total: Sum, by_digits: bool) -> int | None:
    """Return the end of the next piece of a number, which is added to it; ``None`` where nothing more belongs to it."""
    if at >= tokens.size:
        return None
    if (part := words.and_parts.match(tokens.words, at)) and total.add("part", Decimal(repr(part[0]))):
        return part[1]
    if found := _added(tokens, at, words, total):
        return found
    if decimals := _decimals(tokens, at, words, total):
        return decimals
    word = tokens.words[at]
    if word in DASHES and tokens.glued[at]:
        if tokens.is_glued(at + 1) or total.filled == "ten":
            joined = at + 1 < tokens.size and tokens.kinds[at + 1] == WORD
            return (
                (_added(tokens, at + 1, words, total) or _with_joint(tokens, at + 1, words, total))
                if joined
                else None
            )
        return None
    if word == "," and tokens.glued[at] and total.group is None and not by_digits and at + 1 < tokens.size:
        return _added(tokens, at + 1, words, total) if tokens.kinds[at + 1] == WORD else None
    return _with_joint(tokens, at, words, total)


def _decimals(tokens: Tokens, at: int, words: Words, total: Sum) -> int | None:
    """Add the decimals of a number in words, single figures each: "three point five million", "two-point-four billion"."""
    point = _over_dash(tokens, at)
    if (
        point >= tokens.size
        or tokens.words[point] not in words.point
        or total.total
        or total.filled not in ("unit", "ten")
    ):
        return None
    digits, end = "", point
    while len(digits) < _DECIMALS:
        place = _over_dash(tokens, end + 1)
        kind, value = words.numbers.get(tokens.words[place], ("", 0)) if place < tokens.size else ("", 0)
        if kind != "unit" or value >= len("0123456789"):
            break
        digits, end = digits + str(value), place
    if not digits.strip("0") or not total.add("part", Decimal(f"0.{digits}")):
        return None
    return end + 1


def _with_joint(tokens: Tokens, at: int, words: Words, total: Sum) -> int | None:
    """Add what stands behind an "and" within a number."""
    if at + 1 >= tokens.size or total.filled in ("digits", "part"):
        return None
    word = tokens.words[at]
    after_hundreds = total.filled == "hundreds" or (total.group is None and total.total)
    if not (word in words.after_tens and total.filled == "ten") and not (
        word in words.after_hundreds and after_hundreds
    ):
        return None
    after = at + 2 if tokens.words[at + 1] in DASHES and tokens.glued[at + 1] else at + 1
    return (
        _added(tokens, after, words, total) if after < tokens.size and tokens.kinds[after] == WORD else None
    )


def _added(tokens: Tokens, at: int, words: Words, total: Sum) -> int | None:
    """Add the piece of a number that stands at a token, whole."""
    if at >= tokens.size:
        return None
    if tokens.kinds[at] == DIGITS:
        if total.group is not None or not total.total or tokens.glued[at]:
            return None
        read = digits(tokens, at, words)
        if isinstance(read, Trouble) or not isinstance(read[0], int):
            return None
        return read[1] if total.add("digits", read[0]) else None
    if total.total and tokens.words[at] in words.seconds and not tokens.is_glued(at):
        return None  # German "räumt 20 Millionen ein": the second part of the verb
    found = _items(tokens, at, words)
    if not found:
        return None
    items, end = found
    kept = [getattr(total, name) for name in Sum.__slots__]
    for item in items:
        if not total.add(*item):
            for name, value in zip(Sum.__slots__, kept, strict=True):
                setattr(total, name, value)
            return None
    return end


def _items(tokens: Tokens, at: int, words: Words) -> tuple[list[Item], int] | None:
    """Return the pieces of a number that stand at a token: one, or several in one German word."""
    word = tokens.words[at]
    if scale := words.scales.match(tokens.words, at):
        return [("scale", scale[0], word)], scale[1]
    if phrase := words.compounds.match(tokens.words, at):
        return [(*phrase[0], word)], phrase[1]
    if known := words.numbers.get(word):
        return [(*known, word)], at + 1
    if words.language.numbers.inside and tokens.kinds[at] == WORD and (items := words.parted(word)):
        return items, at + 1
    return None


def _part(tokens: Tokens, at: int, words: Words) -> Numeral | Trouble | None:
    """Return "half a million", "three quarters of a million", "half a dozen"."""
    part = words.parts.match(tokens.words, at)
    fraction = words.fraction_signs.get(tokens.words[at])
    if part is None and fraction is not None:
        part = fraction, at + 1
    if part is None:
        return None
    share, end = Decimal(repr(part[0])), part[1]
    end = _over_dash(tokens, end)
    if end >= tokens.size:
        return None
    if dozen := _dozens(tokens, end, words, share):
        return dozen
    unit = words.units.match(tokens.words, end)
    joined = end > part[1] and part[1] == at + 1
    if unit is not None and not joined and not words.scales.match(tokens.words, end):
        # "half a percent", "half an hour"
        return Numeral(end, share, share)
    found = _items(tokens, end, words)
    if found is None or len(found[0]) != 1 or found[0][0][0] != "scale":
        return None
    scale = int(found[0][0][1])
    if is_number(tokens, found[1], words):
        return None
    return Numeral(found[1], whole(share * scale), share, scale, True)


def _dozens(tokens: Tokens, at: int, words: Words, count: Exact) -> Numeral | Trouble | None:
    """Return "two dozen", "une dizaine de milliers": the number that ends at a token with such a word behind it."""
    size = words.dozens.get(tokens.words[at]) if at < tokens.size else None
    if size is None:
        return None
    if size > _DOZEN and tokens.kinds[at - 1] == DIGITS:
        return Trouble(at, at + 1, Reason.NUMBER, at + 1)  # "200 score"
    coefficient = whole(Decimal(count))
    value, end = whole(Decimal(count) * size), at + 1
    if (
        end + 1 < tokens.size
        and tokens.words[end] in words.dozens_of
        and (scale := words.plurals.get(tokens.words[end + 1]))
    ):
        return Numeral(end + 2, value * scale, value, scale, rough=True)
    if (
        size > _DOZEN
        and end + 1 < tokens.size
        and tokens.words[end] in words.after_hundreds
        and tokens.words[end + 1] in words.numbers
    ):
        return Trouble(at, end + 2, Reason.NUMBER, end + 2)  # "three score and ten"
    return None if is_number(tokens, end, words) else Numeral(end, value, coefficient, size, True, rough=True)


def _the_dozen(tokens: Tokens, at: int, words: Words) -> Numeral | Trouble | None:
    """Return such a word behind an article that makes it one: Spanish "cerca del centenar"."""
    if not at or tokens.words[at - 1] not in words.the_one or tokens.words[at] in words.plurals:
        return None
    of = at + 1 < tokens.size and tokens.words[at + 1] in words.dozens_of
    if (
        not of
        and 20 <= words.dozens.get(tokens.words[at], 0) < 100
        and not words.before.ends(tokens.words, at - 1)
        and not _is_hedged(tokens, at, words)
    ):
        # French "la trentaine", an age
        return Trouble(at - 1, at + 1, Reason.NAME, at + 1)
    return _dozens(tokens, at, words, 1)


def _is_hedged(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a hedge of two words stands before a place: French "une bonne trentaine"."""
    lead = words.before.match(tokens.words, at - 2) if at > 1 else None
    return lead is not None and lead[0].role == "hedge" and lead[1] == at


def _is_joined(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether the number at a place stands with a word in one: "two 250-kg bombs" are two."""
    items = _items(tokens, at, words)
    end = items[1] if items is not None else at + 1
    if (
        tokens.glued[at]
        or end + 1 >= tokens.size
        or tokens.words[end] not in DASHES
        or tokens.kinds[end + 1] != WORD
    ):
        return False
    return tokens.glued[end] and tokens.glued[end + 1] and not is_number(tokens, end + 1, words)


def _run(tokens: Tokens, at: int, words: Words) -> int:
    """Return where a row of numbers ends that make none."""
    while at < tokens.size and (is_number(tokens, at, words) or tokens.words[at] in DASHES):
        at += 1
    return at
