"""Read parts, rates and multiples: "one in ten", "a quarter of 12,000", "three times as many as", "30 a day". They are no counts."""

from __future__ import annotations

from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Number

_FEW, _HUNDRED = 10, 100
_USUAL = frozenset({20, 100, 1000, 10_000, 100_000, 1_000_000})
_OWNER = 3
"""How many words name an owner at most."""
_MOST = 1_000_000
"""The largest whole of "one in ..."."""


def counted_share(tokens: Tokens, at: int, number: Numeral, words: Words) -> int | Trouble | None:
    """Return where a share ends that begins with the number at a place; ``None`` where the number is none of one."""
    end = number.end
    fraction = end + 1 if end < tokens.size and tokens.words[end] in DASHES and tokens.is_glued(end) else end
    if fraction < tokens.size and (size := words.fractions.get(tokens.words[fraction])):
        if number.article or number.value == 1:
            return _one_part(tokens, fraction, words)
        if number.value >= size * 100 or (number.digits and number.value > size):
            return Trouble(fraction, fraction + 1, Reason.WORD, fraction + 1)
        return _of_whole(tokens, fraction + 1, words)
    if (within := _within(tokens, number, words)) is not None:
        return within
    times = words.times.match(tokens.words, end)
    if times is not None and times[1] < tokens.size and tokens.words[times[1]] in words.comparing:
        return _compared(tokens, times[1], words)
    if times is None:
        return None
    # "a 3-fold rise", "1.5 times", Russian "в три раза"; "ten times" may be how often
    multiple = tokens.words[end] in DASHES or number.value != int(number.value)
    return times[1] if multiple or words.times_in.ends(tokens.words, at) else None


def part_behind(tokens: Tokens, start: int, at: int, words: Words) -> int | Trouble | None:
    """Return where a part ends whose article stands in the words right before it, which begin at ``start``: "a good third of the boats".

    Without a whole behind it, or the end of all words, it may be something else: "a good quarter" for a firm.
    """
    if tokens.words[at] not in words.fractions or words.one.isdisjoint(tokens.words[start:at]):
        return None
    whole = at + 1 == tokens.size or words.of.match(tokens.words, at + 1) is not None
    return _one_part(tokens, at, words) if whole else None


def worded_share(tokens: Tokens, at: int, words: Words) -> int | Trouble | None:
    """Return where a share ends that begins without a number: "half", "a third of", "every third", "twice as many"."""
    word = tokens.words[at]
    if word in words.share_signs:
        return _of_whole(tokens, at + 1, words)
    after = at + 1
    if multiple := words.multiples.match(tokens.words, at):
        compared = multiple[1] < tokens.size and tokens.words[multiple[1]] in words.comparing
        return _compared(tokens, multiple[1], words) if compared else multiple[1]
    if alone := words.fraction_alone.match(tokens.words, at):
        return _of_whole(tokens, alone[1], words)
    if word in words.one and after < tokens.size and tokens.words[after] in words.fractions:
        return _one_part(tokens, after, words)
    if word in words.every and after < tokens.size and tokens.words[after] in words.share_ordinals:
        end = _of_whole(tokens, after + 1, words)
        if words.units.match(tokens.words, after) and end == after + 1 and not _counts(tokens, end, words):
            # "every second counts"
            return None
        return end
    return None


def _counts(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a noun in the singular may stand at a place: "every second voter"."""
    if at >= tokens.size or not _is_noun(tokens, at, words) or words.harmless_before.match(tokens.words, at):
        return False
    return not (words.plural_endings and tokens.words[at].endswith(words.plural_endings))


def _one_part(tokens: Tokens, at: int, words: Words) -> int | Trouble:
    """Return the end of "a third": of something, or of what is not said. "A third village" is the next one."""
    end = at + 1
    if tokens.words[at] in words.share_ordinals and end < tokens.size and tokens.kinds[end] == WORD:
        known = words.of.match(tokens.words, end) or words.harmless_before.match(tokens.words, end)
        if not known:
            return Trouble(at, end, Reason.NAME, end)
    return _of_whole(tokens, end, words)


def _of_whole(tokens: Tokens, at: int, words: Words) -> int | Trouble:
    """Return the end of "of the 12,000", if that stands at a place, else the place."""
    place = at
    of = words.of.match(tokens.words, place)
    if of is not None:
        place = of[1]
    elif is_number(tokens, place, words):
        return Trouble(place, place + 1, Reason.NUMBER, place + 1)
    else:
        # "half past 12"
        return at
    for _ in range(4):
        number = numeral(tokens, place, words)
        if isinstance(number, Numeral) and not number.article:
            unit = words.units.match(tokens.words, number.end) if not number.digits else None
            # French "un quart d'un demi %"
            return (unit[1] if unit is not None else number.end) if place > at else at
        filler = words.before.match(tokens.words, place)
        if filler is None or filler[0].role not in ("filler", "hedge"):
            owner = behind_owner(tokens, place, words)
            if owner is None:
                break
            place = owner
            continue
        if not words.good.isdisjoint(tokens.words[place : filler[1]]):
            # French "la moitié d'un bon 1 200": what is good there, the half or the number?
            return Trouble(place, filler[1], Reason.WORD, filler[1])
        place = filler[1]
    return at


def behind_owner(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where the words end that name at a place whose a number behind them is: "half of the town's 4,000"; ``None`` if none do."""
    for place in range(at, min(at + _OWNER, tokens.size)):
        if tokens.kinds[place] != WORD or is_number(tokens, place, words):
            return None
        whose = words.whose.match(tokens.words, place + 1)
        if whose is not None:
            return whose[1]
    return None


def _within(tokens: Tokens, number: Numeral, words: Words) -> int | Trouble | None:
    """Return the end of "one in ten", "one person in every ten", French "une personne sur dix"."""
    end = number.end
    if end + 1 >= tokens.size:
        return None
    found = joined = words.within.match(tokens.words, end)
    one, after = False, tokens.words[end + 1]
    if joined is None and tokens.words[end] in DASHES and tokens.is_glued(end):
        # "a one-in-five chance"
        hyphened = words.within.match(tokens.words, end + 1)
        if hyphened is not None and tokens.is_glued(hyphened[1]) and tokens.words[hyphened[1]] in DASHES:
            found = joined = True, hyphened[1] + 1
    if joined is None and (after in words.within_apart.heads or after in words.one_in.heads):
        found = words.within_apart.match(tokens.words, end + 1) if _is_noun(tokens, end, words) else None
        one = found is None and _is_one(tokens, number, words)
        found = words.one_in.match(tokens.words, end + 1) if one else found
    if found is None or words.units.match(tokens.words, end):
        return None
    whole = numeral(tokens, found[1], words)
    if not isinstance(whole, Numeral) or whole.article:
        return None
    if one and not closed(tokens, whole.end, words):
        # "one person in ten" is a share, "one person in ten villages" is not, and "one child in five goes hungry" may be either.
        return None if whole.digits else Trouble(found[1], whole.end, Reason.TWO_FIGURES, whole.end)
    timed = words.units.match(tokens.words, whole.end)
    if (timed and timed[0] in words.durations) or not number.value < whole.value <= _MOST or _is_year(whole):
        return None
    of = words.of.match(tokens.words, end)
    is_of = joined is None or (of is not None and of[1] == joined[1])
    if is_of and number.value != 1 and not _is_usual(whole):
        # French "19 sièges sur 45" are 19, and so is German "19 von 45", as English "19 of 45" is
        return None
    return whole.end


def _is_usual(whole: Numeral) -> bool:
    """Return whether parts are told of so many: "nine in ten", and not "19 of the 45"."""
    return whole.value <= _FEW or whole.value in _USUAL


def of_so_many(tokens: Tokens, at: int, number: Number, words: Words) -> int | None:
    """Return where the whole ends, behind what is counted, of which a figure is a part: French "19 sièges sur 45", "12 seats out of 30"."""
    joined = words.within_apart.match(tokens.words, at)
    if joined is None:
        return None
    place = joined[1]
    filler = words.before.match(tokens.words, place)
    if filler is not None and filler[0].role == "filler" and tokens.words[place] in words.definite:
        place = filler[1]
    whole = numeral(tokens, place, words)
    if not isinstance(whole, Numeral) or whole.article or whole.value < number or _is_year(whole):
        return None
    measured = words.units.match(tokens.words, whole.end) or words.money.match(tokens.words, whole.end)
    return whole.end if measured is None and closed(tokens, whole.end, words) else None


def of_every(tokens: Tokens, at: int, number: Number, words: Words) -> int | None:
    """Return the same where it makes a share of the figure, however large the two are: "12 empty homes in every 1,150"."""
    joined = words.of_every.match(tokens.words, at)
    whole = numeral(tokens, joined[1], words) if joined is not None else None
    if not isinstance(whole, Numeral) or whole.article or whole.value <= number:
        return None
    return whole.end if words.units.match(tokens.words, whole.end) is None else None


def _is_one(tokens: Tokens, number: Numeral, words: Words) -> bool:
    """Return whether a number is one, in words, with what is counted behind it."""
    one = number.value == 1 and not number.digits and not number.article
    return one and number.end < tokens.size and _is_noun(tokens, number.end, words)


def _is_noun(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a word may be what is counted: one that is not known for something else."""
    known = words.before.match(tokens.words, at) or words.unsafe_after.match(tokens.words, at)
    return tokens.kinds[at] == WORD and not known and not is_number(tokens, at, words)


def _is_year(number: Numeral) -> bool:
    return number.digits and 1500 <= number.value < 2200 and number.value % 100 != 0


def _compared(tokens: Tokens, at: int, words: Words) -> int:
    """Return the end of "as many as 100", "more than the 30", "that": what a multiple is set against."""
    end = at
    for _ in range(6):
        if at >= tokens.size:
            break
        number = numeral(tokens, at, words)
        if isinstance(number, Numeral) and not number.article:
            return number.end
        lead = words.before.match(tokens.words, at)
        if tokens.words[at] in words.comparing or words.than.match(tokens.words, at):
            # A hedge counts only with the number behind it.
            at = lead[1] if lead is not None and lead[0].role in ("hedge", "filler") else at + 1
            end = at
        elif lead is not None and lead[0].role in ("hedge", "filler"):
            at = lead[1]
        else:
            break
    return end


def rate(tokens: Tokens, at: int, words: Words, *, noun: bool) -> tuple[str, int] | None:
    """Return the unit of a rate that stands behind a figure ("a day", "per shift"), and where it ends.

    ``noun``: what is counted stands between the two. "$80 a barrel" has a unit behind its article, "30 people a day" a time.
    """
    when = words.when.match(tokens.words, at)
    many = words.per_many.match(tokens.words, at)
    if many is not None and (whole := _round(tokens, many[1], words)) is not None:
        # French "12 cas pour 100 000 habitants"
        return f"per {whole.value:,}", whole.end
    per = words.per.match(tokens.words, at)
    lead = words.before.match(tokens.words, at)
    if per is not None and lead is not None and lead[1] > per[1]:
        # Spanish "por encima de" begins like "por día".
        return None
    alone = words.rates.match(tokens.words, at)
    longer = per is not None and alone is not None and alone[1] > per[1]  # Spanish "cada uno"
    if per is not None and not longer and (found := _per(tokens, at, per[1], words, noun)):
        return found
    if alone is None or (when is not None and when[1] > alone[1]):
        return None  # French "l'an dernier" begins like "l'an"
    return alone


def _round(tokens: Tokens, at: int, words: Words) -> Numeral | None:
    """Return a number of which rates are told, 100, 1,000 and so on, if it stands at a place."""
    number = numeral(tokens, at, words)
    if (
        not isinstance(number, Numeral)
        or number.article
        or number.value not in _USUAL
        or number.value < _HUNDRED
    ):
        return None
    measured = words.units.match(tokens.words, number.end) or words.money.match(tokens.words, number.end)
    return number if measured is None else None


def priced(tokens: Tokens, at: int, words: Words) -> tuple[str, int] | None:
    """Return what a sum is the price of, behind an article, and where that ends: French "65 dollars le baril"."""
    article = words.price_per.match(tokens.words, at)
    if article is None or article[1] >= tokens.size:
        return None
    unit = words.units.match(tokens.words, article[1])
    when = words.when.match(tokens.words, at)
    if unit is not None and when is not None and when[1] > unit[1]:
        return None  # French "40 euros le mois dernier"
    alone = unit is not None and (unit[1] >= tokens.size or tokens.kinds[unit[1]] == SIGN)
    timed = unit is not None and unit[0] in words.durations and alone
    if unit is not None and (timed or tokens.words[article[1]] in words.per_piece):
        # German "12 Euro die Stunde", and not French "12 euros le mois dernier"
        return f"per {_singular(unit[0])}", unit[1]
    if tokens.words[article[1]] not in words.per_piece:
        return None
    return f"per {tokens.words[article[1]]}", article[1] + 1


def _per(tokens: Tokens, at: int, place: int, words: Words, noun: bool) -> tuple[str, int] | None:
    """Return what a rate is for, behind its "per"."""
    if place >= tokens.size:
        return None
    if words.per_time.match(tokens.words, at) and tokens.words[place] not in words.per_piece:
        # German "30 am Tag", and not "30 am Bahnhof", nor "30 in der Nacht", which says when.
        stretch = words.units.match(tokens.words, place)
        if stretch is None or stretch[0] not in words.durations or tokens.words[place] in words.day_parts:
            return None
    if unit := words.units.match(tokens.words, place):
        # "30 a year after": only an article may begin a stretch of time that goes on so, and no "al año" does
        ago = words.later.match(tokens.words, unit[1]) is not None and tokens.words[at] in words.one
        strange = noun and tokens.words[at] in words.one and unit[0] not in words.durations
        dated = is_number(tokens, unit[1], words)
        return None if ago or strange or dated else (f"per {_singular(unit[0])}", unit[1])
    if tokens.words[at] in words.one and not noun and tokens.words[place] in words.per_piece:
        return f"per {tokens.words[place]}", place + 1
    if tokens.words[at] in words.one or tokens.words[at] == "/":
        return None
    whole = numeral(tokens, place, words)
    if isinstance(whole, Numeral) and not whole.article:
        return f"per {whole.value:,}", whole.end
    known = words.before.match(tokens.words, place) or words.unsafe_after.match(tokens.words, place)
    joint = (
        words.joins.match(tokens.words, place)
        or words.per.match(tokens.words, place)
        or tokens.words[place] in words.joints
    )
    if tokens.kinds[place] != WORD or is_number(tokens, place, words) or known or joint:
        return None
    if noun and tokens.words[at] in words.every and tokens.words[place] not in words.per_piece:
        # "two men each carrying a bag"
        return None
    return f"per {tokens.words[place]}", place + 1


def _singular(unit: str) -> str:
    return unit[:-1] if unit.endswith("s") else unit
