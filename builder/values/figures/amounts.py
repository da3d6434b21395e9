"""Read one amount: "$30 million", "2km", "five-year"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from builder.values.figures.numerals import Numeral, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import LARGEST, Kind, kind_of

_WORDED = 10**6
_NO_UNITS = frozenset({"MM"})
"""Units that are none in capitals: "20 MM" may be 20 million, and is no length."""
_RACE = 1000
"""So many "m" are no millions, whatever stands behind them."""
_MINUTES = frozenset("'’′")
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


def amount(
    tokens: Tokens, at: int, words: Words, number: Numeral | None = None, *, in_money: bool = False
) -> Amount | Trouble | None:
    """Return the amount that begins at a token; ``None`` where none does.

    ``number`` is the number there, if it has been read; ``in_money``: it is the second end of a range of sums, "€12-15m".
    """
    if number is not None or in_money:
        return _amount(tokens, at, words, number, in_money=in_money)
    if at not in tokens.amounts:
        tokens.amounts[at] = _amount(tokens, at, words, None, in_money=False)
    known: Amount | Trouble | None = tokens.amounts[at]
    return known


def _amount(
    tokens: Tokens, at: int, words: Words, number: Numeral | None, *, in_money: bool
) -> Amount | Trouble | None:
    found: Numeral | Trouble | None = number
    sign, start = None, at
    if number is None:
        sign = currency_sign(tokens, at, words)
        start = sign[1] if sign else at
        if start >= tokens.size:
            return None
        found = numeral(tokens, start, words)
    if not isinstance(found, Numeral):
        return found
    number = found
    if words.ages.match(tokens.words, number.end):
        return Trouble(at, number.end, Reason.NAME, number.end + 1)
    if _is_in_a_name(tokens, start, number.end, words):
        return Trouble(at, number.end, Reason.NAME, number.end + 1)
    if _is_coordinate(tokens, number.end):
        return Trouble(at, number.end + 3, Reason.NAME, number.end + 3)
    end = _over_no_cents(tokens, number.end, words)
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
    elif scale and tokens.kinds[end] == WORD and not _is_joined(tokens, end):
        # French "1,5 M de personnes": a million without its sum, or something else
        return Trouble(end, end + 1, Reason.WORD, end + 1)
    unit = _unit(tokens, end, words, number)
    race = (
        tokens.words[end]
        if end < tokens.size and number.scale == _RACE and number.coefficient < _RACE
        else ""
    )
    if race in words.lengths and tokens.words[end - 1] in words.language.numbers.glued:
        # "a 10k run"
        return Trouble(start, end, Reason.NUMBER, end)
    if not sign and not in_money and number.scale > 1 and _may_be_metres(tokens, number, unit, words):
        return Trouble(start, end, Reason.NUMBER, end)
    if unit is None:
        of = words.money_behind.match(tokens.words, end) if sign and tokens.words[start - 1] == "$" else None
        if of is not None and closed(tokens, of[1], words):
            return Amount(
                of[1], number, start, end, of[0], True
            )  # "$12 million Canadian", and no Canadian bank
        return Amount(end, number, start, end, sign[0] if sign else None, bool(sign))
    if unit[1] == end + 1 and tokens.words[end] in words.language.numbers.glued and not sign:
        counted = tokens.words[unit[1]] if unit[1] < tokens.size else ""
        if counted in words.millions_of and number.scale == 1:
            # "12 m people"
            return Trouble(start, unit[1], Reason.NUMBER, unit[1])
    last = end - 1
    worded = not sign and tokens.kinds[start] == WORD and number.value == int(number.value)
    if (
        worded
        and tokens.words[end] in DASHES
        and last > start
        and tokens.kinds[last] == WORD
        and not tokens.glued[last]
    ):
        # "twenty two-year sentences" may be 20 of two years, "two million-dollar deals" two of a million
        return Trouble(start, unit[1], Reason.NUMBER, unit[1])
    if sign and unit[0] != sign[0]:
        # "$80 a barrel" has its unit further on; "$5 million Australian dollars" contradicts itself.
        return (
            Trouble(end, unit[1], Reason.WORD, unit[1])
            if tokens.kinds[end] == WORD
            else Trouble(at, unit[1], Reason.NUMBER, unit[1])
        )
    part = words.and_parts.match(tokens.words, unit[1])
    if part is not None and unit[0] in words.durations and number.value == int(number.value):
        # "two years and a half"
        number = number._replace(value=number.value + Decimal(repr(part[0])), simple=False, article=False)
        return Amount(part[1], number, start, end, unit[0])
    return Amount(unit[1], number, start, end, unit[0], bool(sign))


def _is_in_a_name(tokens: Tokens, at: int, end: int, words: Words) -> bool:
    """Return whether a number is a word with a capital letter between an article and another one: "the Four Tops"."""
    if not at or end >= tokens.size or tokens.kinds[at] != WORD or tokens.kinds[end] != WORD:
        return False
    capital = tokens.raw(at)[:1].isupper() and tokens.raw(end)[:1].isupper()
    if not capital or tokens.words[at - 1] not in words.definite:
        return False
    # Where its article has a capital too, it begins a sentence, or it is a headline in capitals.
    begins = at == 1 or tokens.kinds[at - 2] != WORD
    goes_on = end + 1 < tokens.size and tokens.kinds[end + 1] == WORD and tokens.raw(end + 1).islower()
    return tokens.raw(at - 1).islower() or (begins and goes_on)


def _is_coordinate(tokens: Tokens, at: int) -> bool:
    """Return whether minutes of arc stand behind degrees: "51° 30' N"."""
    return (
        at + 2 < tokens.size
        and tokens.words[at] == "°"
        and tokens.kinds[at + 1] == DIGITS
        and tokens.words[at + 2] in _MINUTES
        and tokens.glued[at + 2]
    )


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Return whether a letter begins a name with a hyphen: "30 T-72 tanks"."""
    return tokens.is_glued(at + 1) and (tokens.words[at + 1] in DASHES or tokens.kinds[at + 1] != SIGN)


def _over_no_cents(tokens: Tokens, at: int, words: Words) -> int:
    """Return the place behind the sign that a sum has no cents, where its currency follows: German "40,- Euro"."""
    place = at
    if place < tokens.size and tokens.words[place] in ".," and tokens.glued[place]:
        place += 1
    if place == at or not tokens.is_glued(place) or tokens.words[place] not in DASHES:
        return at
    while tokens.is_glued(place) and tokens.words[place] in DASHES:
        place += 1
    code = words.codes.get(tokens.words[place]) if place < tokens.size else None
    money = code is not None and tokens.raw(place) == code
    return place if money or words.money.match(tokens.words, place) else at


def currency_sign(tokens: Tokens, at: int, words: Words) -> tuple[str, int] | None:
    """Return the currency whose sign stands at a token, and where the sign ends."""
    if at >= tokens.size or tokens.words[at] not in words.sign_starts:
        return None
    found = words.signs.match(tokens.words, at)
    if found is not None and found[1] - at > 1 and not tokens.glued[found[1] - 1]:
        # "US $5 million" has a sign of two words, "a $5 million deal" has not.
        word = tokens.printed(at, found[1] - 1).replace(".", "")
        found = found if len(word) > 1 and word.isupper() else None
    if found is None and at < tokens.size:
        found = words.money_words.match(tokens.words, at)
        code = words.codes.get(tokens.words[at])
        named = code in words.named_codes and tokens.is_glued(at + 1)
        if found is None and code is not None and not named and tokens.raw(at) == code:
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
        if len(tokens.words[at + 1]) == 1 and not tokens.words[at + 1].isascii():
            return None  # Russian "на 14-м этаже": the ending of an ordinal
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
    if found is None and max(number.value, number.scale) >= _WORDED:
        found = words.money_scaled.match(tokens.words, place)
    if tokens.raw(place) in _NO_UNITS:
        return None
    lead = words.before.match(tokens.words, place) if found is not None else None
    if found is not None and lead is not None and lead[1] > found[1]:
        return None  # Spanish "ha superado" begins like "ha", a hectare
    if found is not None and _is_verb(tokens, place, words):
        return None  # Spanish "6,8 ha sacudido": has shaken
    symbol = len(tokens.words[place]) == 1
    if (
        symbol
        and place == at
        and tokens.raw(place) in words.language.letters
        and _stands_against(tokens, place)
    ):
        # "41C"
        return words.language.letters[tokens.raw(place)], place + 1
    symbol = symbol and found is not None and found[1] == place + 1
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


def _is_verb(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a word that may be a unit is a verb, with its participle behind it."""
    endings = words.verbs_like_units.get(tokens.words[at])
    return endings is not None and at + 1 < tokens.size and tokens.words[at + 1].endswith(endings)


def _stands_against(tokens: Tokens, at: int) -> bool:
    return tokens.glued[at] and not (tokens.is_glued(at + 2) and tokens.words[at + 1] == ".")


def _may_be_metres(tokens: Tokens, number: Numeral, unit: tuple[str, int] | None, words: Words) -> bool:
    """Return whether "30m" may be metres: it is a million only before a currency, or before what is counted in millions: "5m people"."""
    last = number.end - 1
    if not (tokens.glued[last] and tokens.words[last] in words.language.numbers.glued):
        return False
    if tokens.words[last] not in words.units.heads or (unit is not None and kind_of(unit[0]) is Kind.MONEY):
        return False
    after = tokens.words[number.end] if number.end < tokens.size else ""
    if number.coefficient < _RACE and after not in words.millions_of:
        # "1m to 2m people"
        join = words.joins.match(tokens.words, number.end)
        other = amount(tokens, join[1], words) if join is not None and join[1] < tokens.size else None
        return not isinstance(other, Amount) or other.number.scale != number.scale
    return number.coefficient >= _RACE
