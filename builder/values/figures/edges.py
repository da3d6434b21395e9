"""Look at what stands against a figure: whether it is only a piece of a name, a day, a time or an age."""

from __future__ import annotations

import re

from builder.values.figures.meaning import Figure
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, DIGITS, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Modifier

# What may stand against a figure from the left and from the right.
_OPEN = frozenset("\"'“”„«»‹›‘’‚`´([{—―…¿¡")
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
"""A time of day with a full stop: "at 4.30"."""
_MONTHS = 12
_DAY = 24
"""Hours of a day."""
_LIFETIME = 100
"""Years that two years of a text lie apart at most that are surely none of a count."""
_ROUND = 50
"""What counts of thousands are rounded to, and years are not."""
_MINUS = frozenset("-‐‑–−")
_NOTES = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹")
_CLOSE = frozenset("\"'“”„«»‹›‘’)]},.;:!?…—―")


def edges(tokens: Tokens, words: Words, found: Figure) -> Figure | Trouble:
    """Refuse a figure that is only a piece of something: T-72, 12:30, 30-year-old, 1e5."""
    start, end = found.start, found.end
    if _is_below_zero(tokens, start):
        return Trouble(start - 1, end, Reason.BELOW, end)
    if tokens.glued[start] and start and tokens.words[start - 1] not in _OPEN:
        return Trouble(start - 1, end, Reason.NAME, _after_name(tokens, end))
    if (trouble := _hours(tokens, found, words)) is not None:
        return trouble
    if (
        not found.share
        and found.modifier is not Modifier.VAGUE
        and (stop := _day_or_time(tokens, found, words))
    ):
        return Trouble(found.first, found.last, Reason.NAME, stop)
    if not tokens.is_glued(end):
        return found
    word = tokens.words[end]
    more = tokens.is_glued(end + 1) and tokens.kinds[end + 1] in (DIGITS, WORD)
    if word in _CLOSE and not (more and word in ".,:;!?'’"):
        return found
    if _is_note(tokens, end):
        return Trouble(end, end + 1, Reason.SIGN, _after_name(tokens, end))
    if word in DASHES and (
        words.compounds_behind.match(tokens.words, end + 1) if more else end + 1 == tokens.size
    ):
        return found
    return Trouble(end, end + 1 + more, Reason.NAME, _after_name(tokens, end))


def _hours(tokens: Tokens, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with hours and minutes, "2 h 30 min", and with what may be a time of day: German "um 14 h", "von 9 bis 17 h"."""
    end, start = found.end, found.start
    hours = found.unit == "hours"
    at = end if hours else end + 1
    if at + 1 < tokens.size and tokens.words[at - 1] == "h" and tokens.kinds[at] == DIGITS:
        minutes = words.units.match(tokens.words, at + 1)
        timed = start > 0 and tokens.words[start - 1] in words.clock_before
        if minutes is not None and minutes[0] == "minutes" and not timed:
            return Trouble(found.first, minutes[1], Reason.TWO_FIGURES, minutes[1])
    if not hours or tokens.words[end - 1] != "h" or not words.hour_before:
        return None
    led = any(at and tokens.words[at - 1] in words.hour_before for at in (start, found.first))
    opening = words.before.match(tokens.words, start)
    opened = opening is not None and (opening[0].role == "open" or tokens.words[start] in words.hour_before)
    return Trouble(end - 1, end, Reason.WORD, end) if led or (start < found.first and opened) else None


def _is_below_zero(tokens: Tokens, at: int) -> bool:
    """Return whether a minus stands against a number, and nothing against the minus: "-18 °C"."""
    signed = at > 0 and tokens.glued[at] and tokens.words[at - 1] in _MINUS and tokens.kinds[at] == DIGITS
    return signed and (at == 1 or not tokens.glued[at - 1])


def _is_note(tokens: Tokens, at: int) -> bool:
    """Return whether a mark stands at a place that leads to a note, which may say anything of the figure before it: "5,000*", "5,000[1]"."""
    bracketed = tokens.words[at] == "[" and at + 2 < tokens.size and tokens.words[at + 2] == "]"
    return tokens.words[at] in _NOTES or (bracketed and tokens.kinds[at + 1] == DIGITS)


def is_time_of_day(tokens: Tokens, start: int, end: int, words: Words) -> bool:
    """Return whether what is no number is a time of day: German "14.30 Uhr", Spanish "a las 14.30 horas"."""
    if not _TIME.fullmatch(tokens.printed(start, end)):
        return False
    hours = words.units.match(tokens.words, end)
    told = start and tokens.words[start - 1] in words.clock_before
    return words.clock.match(tokens.words, end) is not None or bool(told and hours and hours[0] == "hours")


def _day_or_time(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where a day ("5-6 August", "am 11. Juni") or a time ("3 p.m.") ends whose number a figure is; ``None`` where it is none."""
    end = found.end
    if clock := words.clock.match(tokens.words, end):
        return _with_minutes(tokens, clock[1], found, words)
    led = found.first and tokens.words[found.first - 1] in words.hour_before
    if led and _is_hour(found) and (part := words.parts_of_day.match(tokens.words, end)):
        # "until nine in the evening"
        return part[1]
    if (
        found.first
        and tokens.words[found.first - 1] in words.clock_before
        and _TIME.fullmatch(tokens.printed(found.first, end))
    ):
        return end
    opening = words.before.match(tokens.words, found.start)
    if (
        found.unit == "hours"
        and found.low is not None
        and found.high is not None
        and found.low < found.high <= _DAY
        and words.clock_before
        and opening
        and opening[0].role == "open"
        and opening[0].filler
    ):
        # Spanish "de 9 a 17 horas"
        return end
    if found.unit == "hours" and found.first and tokens.words[found.first - 1] in words.clock_before:
        return _with_minutes(tokens, end, found, words)
    twice = found.first and all(
        tokens.words[at - 1] in words.clock_before for at in (found.first, found.last - 1)
    )
    if twice and found.unit is None and _are_hours(found) and closed(tokens, end, words):
        # Spanish "entre las 8 y las 10"
        return end
    if found.unit == "years" and all(_may_be_year(tokens, at) for at in (found.first, found.last - 1)):
        # Russian "2024 года", "с 2029 до 2031 года"
        return end
    if tokens.kinds[found.last - 1] != DIGITS or found.unit is not None:
        return None
    if (
        words.language.times.ordinal_dot
        and end + 1 < tokens.size
        and tokens.words[end] == "."
        and tokens.glued[end]
        and tokens.kinds[end + 1] == WORD
    ):
        # "11." before a word is the eleventh.
        return end + 1
    if words.language.times.ordinal_dot and _is_day(found) and _is_month_behind(tokens, end):
        # German "30. 5."
        return end + 3
    if (
        found.first
        and tokens.words[found.first - 1] in words.day_before
        and found.low == found.high
        and (
            tokens.is_glued(end) and tokens.words[end] == "."
            if words.language.times.ordinal_dot
            else _is_day(found)
        )
    ):
        # French "le 20", German "am 20."
        return end
    years = (
        found.low != found.high
        # "from 2029 to 2031", and neither "some 1900 to 2100" nor "at least 1900 and at most 2100"
        and (not found.hedged or (opening is not None and opening[0].role == "open" and not found.near))
        and all(_may_be_year(tokens, at) for at in (found.first, found.last - 1))
    )
    if years and (
        _are_few_years(found) or not (_may_be_counted if found.hedged else _is_word)(tokens, end, words)
    ):
        # "2019-2023", "between 2029 and 2031 prices rose"
        return end
    if not _is_day(found):
        return None
    before = found.first - 1 if found.first and tokens.words[found.first - 1] != "." else found.first - 2
    if before >= 0 and words.is_month(tokens, before):
        return end
    if (month := _month_behind(tokens, end, words)) is not None:
        return month
    # French "du mardi 29 au mercredi 30 octobre"
    join = words.joins.match(tokens.words, end)
    place = join[1] if join is not None else tokens.size
    place += place < tokens.size and tokens.words[place] in words.weekdays
    day = place < tokens.size and tokens.kinds[place] == DIGITS and len(tokens.words[place]) <= len("30")
    return end if day and _month_behind(tokens, place + 1, words) is not None else None


def _with_minutes(tokens: Tokens, at: int, found: Figure, words: Words) -> int:
    """Return where a time ends with the minutes behind its hour: French "21 h 05", German "21 Uhr 05"."""
    after = at + 1
    two = at < tokens.size and tokens.kinds[at] == DIGITS and len(tokens.words[at]) == len("05")
    hour = at == found.end + 1 or found.unit == "hours"
    if not two or not hour or tokens.words[at] >= "60":
        return at
    unit = words.units.match(tokens.words, after)
    if unit is not None and unit[0] == "minutes":
        return unit[1]  # French "2 h 30 min"
    return after if closed(tokens, after, words) else at


def _month_behind(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a month ends that stands at a place, perhaps behind "of"."""
    of = words.of.match(tokens.words, at)
    place = of[1] if of else at
    return place + 1 if words.is_month(tokens, place) else None


def _is_hour(found: Figure) -> bool:
    """Return whether a bare number may be an hour of a day."""
    bound = found.low if found.low is not None else found.high
    return found.unit in (None, "hours") and isinstance(bound, int) and 0 < bound <= _DAY


def _are_hours(found: Figure) -> bool:
    """Return whether the two ends of a range may be hours of a day."""
    low, high = found.low, found.high
    return low is not None and high is not None and low < high <= _DAY


def _are_few_years(found: Figure) -> bool:
    """Return whether two numbers that may be years are too near each other, and too exact, to bound a count: 2029 and 2031, not 1950 and 2000."""
    low, high = found.low or 0, found.high or 0
    return high - low < _LIFETIME and bool(low % _ROUND or high % _ROUND)


def _is_word(tokens: Tokens, at: int, _words: Words) -> bool:
    return at < tokens.size and tokens.kinds[at] == WORD


def _may_be_counted(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a noun in the plural may stand at a place: "between 1900 and 2100 people", and not "between 2029 and 2031 it"."""
    if not _is_word(tokens, at, words):
        return False
    word = tokens.words[at]
    if words.capital_nouns:
        return tokens.raw(at)[0].isupper()
    return (
        not words.plural_endings or word.endswith(words.plural_endings) or word in words.plural_nouns
    ) and not closed(tokens, at, words)


def _is_month_behind(tokens: Tokens, at: int) -> bool:
    """Return whether a month in digits stands behind a day, each with its full stop."""
    dot, number, last = at, at + 1, at + 2
    if last >= tokens.size or not (tokens.words[dot] == "." == tokens.words[last]):
        return False
    digits = tokens.kinds[number] == DIGITS and len(tokens.words[number]) <= len("12")
    return tokens.glued[dot] and tokens.glued[last] and digits and 1 <= int(tokens.words[number]) <= _MONTHS


def _is_day(found: Figure) -> bool:
    """Return whether a figure may be a day of a month, or two."""
    return all(
        bound is None or (isinstance(bound, int) and 0 < bound <= 31) for bound in (found.low, found.high)
    )


def _may_be_year(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == DIGITS and len(tokens.words[at]) == 4 and "1500" <= tokens.words[at] < "2200"


def _after_name(tokens: Tokens, at: int) -> int:
    """Return where a name or a date that holds a number ends: at the next space."""
    start, end = tokens.run
    if not start <= at <= end:
        # A row of tokens without a space is gone through once, however many figures it holds.
        start = end = at
        while tokens.is_glued(end):
            end += 1
        tokens.run = start, end
    return max(end, 1)
