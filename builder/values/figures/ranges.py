"""Read the range that two amounts make, or one amount alone: "$30-45 million", "two or three hundred", "a year or two"."""

from __future__ import annotations

from decimal import Decimal

from builder.values.figures.amounts import Amount, amount, currency_sign
from builder.values.figures.ends import (
    ABOVE,
    OR_SO_MANY,
    Range,
    are_of_one_kind,
    are_two_sides,
    ends_here,
    ends_of,
    in_one_unit,
    is_a_code,
    margin,
    so_many,
)
from builder.values.figures.meaning import BOUNDS
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.sums import whole
from builder.values.figures.tails import opened as set_off
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Kind, Modifier, kind_of

_LONG_DASHES = frozenset("—―")
_HUNDRED = 100


def amounts(
    tokens: Tokens,
    at: int,
    words: Words,
    opened: str = "",
    lead: Modifier | None = None,
    number: Numeral | None = None,
    *,
    perhaps: bool = False,
) -> Range | Trouble | None:
    """Return the amount or range that begins at a token.

    ``opened`` is "between" or "from" where such a word stands before it, or "single" where no range is wanted; ``perhaps``: that word may
    mean nothing, as French "de 200" begins a range or is "of 200". ``lead`` is the bound before it: "at least 30 and at most 40" is a
    range. ``number`` is the number at the token, if it has been read.
    """
    first = amount(tokens, at, words, number)
    if first is None and not opened:
        return _one_or_two(tokens, at, words)
    if not isinstance(first, Amount):
        return first
    found = _range(tokens, at, words, first, opened, lead)
    if isinstance(found, Trouble) and found.reason is Reason.OPEN and first.number.article:
        return None  # Spanish "entre un 10% y un 15%": the article is no end of the range
    if perhaps and isinstance(found, Trouble) and found.reason is Reason.OPEN:
        return _range(tokens, at, words, first, "", lead)
    return found


def _range(
    tokens: Tokens, at: int, words: Words, first: Amount, opened: str, lead: Modifier | None
) -> Range | Trouble:
    """Return the range that an amount begins, or the amount alone."""
    alone = Range(
        first.end, first.first, first.last, first.number.value, first.number.value, first.unit,
        soft=first.number.rough, article=first.number.article,
    )  # fmt: skip
    if (unsure := _unsure(tokens, first.end, words)) is not None:
        return unsure
    join = None if opened == "single" else _join(tokens, first.end, words, opened, lead)
    if join is None:
        return Trouble(at, first.end, Reason.OPEN, first.end) if opened in ("between", "from") else alone
    kind, place = join
    if (
        kind == "to"
        and not opened
        and tokens.words[place : place + 1]
        and tokens.words[place] in words.definite
    ):
        return alone  # Spanish "en cinco horas a las 62 personas"
    if kind == "odd":
        return Trouble(first.end, first.end + 1, Reason.RANGE, first.end + 1)
    second, modifier, soft = _second(tokens, place, words, in_money=kind_of(first.unit) is Kind.MONEY)
    if isinstance(second, Trouble):
        return alone if kind == "bounds" else second
    if second is None and kind == "to" and (article := _to_one(tokens, place, first, words)) is not None:
        return Trouble(at, article, Reason.RANGE, article)
    if second is None or second.number.article:
        return Trouble(at, first.end, Reason.OPEN, first.end) if opened in ("between", "from") else alone
    if kind == "margin":
        return margin(first, second, at)
    bounded = kind == "bounds" and are_two_sides(lead, modifier)
    if kind in ("and", "bounds") and opened != "between" and not bounded:
        return alone
    if kind == "apart" and (second.unit is not None or not ends_here(tokens, second.end)):
        # "20, or 30 percent of them": the same in other words
        return alone
    joint, begin, last, end = first.end, first.first, second.last, second.end
    trouble = Trouble(at, end, Reason.RANGE, end)
    if modifier is not None and not bounded and not (modifier is Modifier.UP_TO and opened == "from"):
        return trouble
    if kind == "or" and second.unit is None and so_many(tokens, at, first, second, words):
        many = whole(first.number.value * second.number.value)
        return Range(second.end, first.first, second.last, first.number.value, many, None, ranged=True)
    same = tokens.words[first.end] in DASHES and first.number.value == second.number.value
    if bounded and lead in ABOVE:
        first, second = second, first
    if (shared := in_one_unit(first, second)) is not None:
        first, second = shared
    elif are_of_one_kind(first.unit, second.unit):
        # "from 5 ft to 2 m"
        return trouble
    ends = ends_of(first, second, kind)
    priced = kind == "to" and second.signed and not opened
    if second.unit is not None and first.unit != second.unit and (first.unit is not None or priced):
        # "cut in 2030 to €33 million"
        return trouble._replace(reason=Reason.UNITS)
    if kind == "to" and first.unit == "percent" and second.unit is None and second.number.value > _HUNDRED:
        # "fell 1.2% to 5,432 points"
        return trouble._replace(reason=Reason.UNITS)
    if ends is None or same or is_a_code(tokens, joint, ends) or _third(tokens, end, words):
        return trouble
    if ends[0] > ends[1]:
        return trouble._replace(reason=Reason.ORDER)
    unit = second.unit or first.unit
    same_unit = second.unit is not None or first.unit is None or first.signed
    if not same_unit and not (kind in ("or", "bounds") and ends_here(tokens, end)):
        return trouble
    soft = soft or first.number.rough or second.number.rough
    return Range(end, begin, last, *ends, unit, ranged=True, soft=soft, bounded=bounded)


def _unsure(tokens: Tokens, at: int, words: Words) -> Trouble | None:
    """Return the trouble with a second number that may be meant instead: "300, perhaps 400", "300 or even 400", "zwei, drei"."""
    if at + 1 >= tokens.size or tokens.words[at] not in words.unsure_starts:
        return None
    place = set_off(tokens, at)[0]
    found = words.unsure.match(tokens.words, place)
    if found is None and not (tokens.words[at] == "," and _words_in_row(tokens, at, words)):
        return None
    second = _second(tokens, at + 1 if found is None else found[1], words)[0]
    if second is None or (isinstance(second, Amount) and second.number.article):
        return None
    if found is None:
        return Trouble(at + 1, at + 2, Reason.TWO_FIGURES, second.end)
    return Trouble(place, found[1], Reason.WORD, second.end)


def _words_in_row(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether two numbers in words stand beside a comma, the second one a little larger: German "zwei, drei Menschen"."""
    if at + 1 >= tokens.size or tokens.kinds[at + 1] != WORD or not at or tokens.kinds[at - 1] != WORD:
        return False
    first, second = (words.numbers.get(tokens.words[place]) for place in (at - 1, at + 1))
    if first is None or second is None or "scale" in (first[0], second[0]):
        return False
    return first[1] < second[1] <= max(2 * first[1], first[1] + 1)


def _one_or_two(tokens: Tokens, at: int, words: Words) -> Range | None:
    """Return "a year or two", "a year and a half"; ``None`` where none begins at a token."""
    bare = tokens.words[at] in words.halved_units
    if not bare and tokens.words[at] not in words.one:
        return None
    unit = words.units.match(tokens.words, at if bare else at + 1)
    if (
        unit is not None
        and (bare or unit[0] in words.durations)
        and (part := words.and_parts.match(tokens.words, unit[1]))
    ):
        # "an hour and a half"
        value = 1 + Decimal(repr(part[0]))
        return Range(part[1], at, part[1], value, value, unit[0])
    join = words.joins.match(tokens.words, unit[1]) if unit is not None else None
    if bare or unit is None or join is None or join[0] != "or":
        return None
    many = numeral(tokens, join[1], words)
    if not isinstance(many, Numeral) or many.article or not 1 < many.value <= OR_SO_MANY:
        return None
    if tokens.is_glued(many.end) and tokens.kinds[many.end] != SIGN:
        return None
    last = words.units.match(tokens.words, many.end)
    if last is not None and last[0] != unit[0]:
        return None
    return Range(last[1] if last else many.end, at, many.end, 1, many.value, unit[0], ranged=True)


def _to_one(tokens: Tokens, at: int, first: Amount, words: Words) -> int | None:
    """Return where the second end of "two weeks to a month" ends, which has no number; ``None`` where none stands."""
    if first.unit not in words.durations or at + 1 >= tokens.size or tokens.words[at] not in words.one:
        return None
    unit = words.units.match(tokens.words, at + 1)
    return unit[1] if unit is not None and unit[0] in words.durations else None


def _join(
    tokens: Tokens, at: int, words: Words, opened: str, lead: Modifier | None
) -> tuple[str, int] | None:
    """Return what joins an amount to a second one ("to", "or", "and", "margin"; "odd": nothing that is read), and where that ends."""
    if at + 1 >= tokens.size:
        return None
    word = tokens.words[at]
    if lead in BOUNDS and not opened:
        bound = words.bound_joins.match(tokens.words, at + 1 if word == "," and tokens.glued[at] else at)
        if bound is not None:
            return "bounds", bound[1]
    if word == "," and tokens.glued[at] and not opened:
        found = words.joins.match(tokens.words, at + 1)
        if found is not None and found[0] == "margin":
            return found  # "300, give or take 20"
        return ("apart", found[1]) if found is not None and found[0] == "or" else None
    if word in DASHES and tokens.glued[at] and not tokens.glued[at + 1] and tokens.kinds[at + 1] == WORD:
        # German "zwei- bis dreihundert"
        found = words.joins.match(tokens.words, at + 1)
        return found if found is not None and found[0] in ("to", "or") else None
    if word in DASHES and tokens.glued[at] and tokens.kinds[at + 1] == WORD:
        # "two-to-three million"
        found = words.joins.match(tokens.words, at + 1)
        if (
            found is not None
            and found[0] in ("to", "or")
            and tokens.is_glued(found[1] + 1)
            and tokens.words[found[1]] in DASHES
        ):
            return found[0], found[1] + 1
    if word in DASHES:
        if not is_number(tokens, at + 1, words) and currency_sign(tokens, at + 1, words) is None:
            return None
        even = tokens.glued[at] == tokens.glued[at + 1]
        if not even or (word in _LONG_DASHES and not tokens.glued[at]):
            return "odd", at + 1
        return "to", at + 1
    found = words.joins.match(tokens.words, at)
    if found is None or (found[0] == "and" and opened != "between"):
        return None
    if tokens.kinds[at] == WORD and tokens.is_glued(found[1]) and tokens.kinds[found[1]] == DIGITS:
        return None  # Spanish "tres A320"
    phrase = words.before.match(tokens.words, at)
    if phrase is not None and phrase[0].role == "unsafe" and phrase[1] > found[1]:
        return None  # German "30 bis auf tausend": but for
    if found[0] == "or" and opened:
        return None
    return found


def _third(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a range goes on: "30 to 40 to 50", "1-2-3"."""
    found = _join(tokens, at, words, "", None)
    return found is not None and isinstance(numeral(tokens, found[1], words), Numeral | Trouble)


def _second(
    tokens: Tokens, at: int, words: Words, *, in_money: bool = False
) -> tuple[Amount | Trouble | None, Modifier | None, bool]:
    """Return the second end of a range, the bound before it, and whether it is rounded. ``in_money``: the first end is a sum."""
    modifier, soft = None, False
    for _ in range(4):
        if at >= tokens.size:
            break
        found = amount(tokens, at, words, in_money=in_money)
        if isinstance(found, Amount) and found.number.article and at + 1 < tokens.size:
            # Spanish "entre un 10% y un 15%"
            found = amount(tokens, at + 1, words) or found
        if found is not None:
            return found, modifier, soft
        lead = words.before.match(tokens.words, at)
        if lead is None or (lead[0].role not in ("hedge", "filler") and not lead[0].doubt):
            break
        if lead[0].modifier is Modifier.ABOUT or lead[0].doubt:
            soft = True
        elif lead[0].modifier is not None:
            modifier = Modifier.BETWEEN if lead[0].close else lead[0].modifier
        at = lead[1]
    return None, None, False
