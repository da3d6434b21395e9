"""Tell numbers that are figures from those that say when, how old or which one: years, ages, flights, streets, names."""

from __future__ import annotations

import re

from builder.values.figures.changes import STOPS
from builder.values.figures.meaning import Figure
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Modifier

_PERSON = 3
"""How many words before a person an article stands at most."""
_NOUN = 4
"""How many words behind a number may name what it counts, or a speaker."""
_YOUNGEST, _OLDEST = 10, 110
_DIED = 8
"""How many words of a phrase of ages may stand between its two: "died at her home on Friday at 87"."""
_SHORT = 2
"""Letters of an abbreviation: "bd", "c"."""
_TWO = 2
"""Digits of a year behind an apostrophe."""
_OPENS, _CLOSES = frozenset('"“«„'), frozenset('"”»“')
_APOSTROPHES = frozenset("'’‘")
_PARTED = 3
"""Tokens of a number with a comma or a full stop in it."""


_JETS = re.compile("7[0-9]7")
"""The numbers of a maker's aircraft, which texts print without its name."""


def says_when_or_which(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number is no figure: a year, a deadline, the number of a flight, a word that hardly ever counts."""
    before, end = tokens.words[found.start - 1] if found.start else "", found.end
    noun = end < tokens.size and tokens.kinds[end] == WORD
    if found.rare or (found.before_noun and not (noun and not words.before.match(tokens.words, end))):
        return True
    if found.modifier is Modifier.VAGUE:
        return False
    if found.share and words.named.ends(tokens.words, found.first):
        return True  # "Boeing 747-8"
    if found.share:
        return (
            found.low is None
            and found.high is None
            and not found.hedged
            and not _is_share(tokens, found, words)
        )
    if any(
        words.named.ends(tokens.words, place) and not words.when.ends(tokens.words, place)
        # "flight 17", and neither "the number exceeded 17" nor "last year 17"
        for place in ({found.first} if found.hedged else {found.first, found.start})
    ):
        return True
    if found.unit in words.durations:
        return (
            (
                words.later.match(tokens.words, found.end) is not None
                and not (before in words.lasting and before in words.time_prepositions)
            )
            or before in words.time_limit
            or words.counted_off.ends(tokens.words, found.start)
        )
    if found.unit is not None:
        return False
    if _year(tokens, found, words, before) or _name(tokens, found, words) or _labelled(tokens, found, words):
        return True
    return not found.hedged and _lone_one(tokens, found, words)


def passed(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a time passed from one event to another: "seven hours after the fall", and not "seven hours ago"."""
    return (
        found.unit in words.durations
        and words.passed.match(tokens.words, found.end) is not None
        and not words.counted_off.ends(tokens.words, found.start)
    )


def _name(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number belongs to a name: "the FTSE 100", "14 Mill Lane", "Seven Oaks"."""
    first, end = found.first, found.last
    if found.start != first or found.low != found.high or end != found.end:
        return False
    if tokens.kinds[first] == WORD:
        # "led by Seven Oaks Capital"
        inside = first and tokens.kinds[first - 1] == WORD and tokens.raw(first)[0].isupper()
        inside = inside or _is_title(tokens, first)
        # "the Big Four", "the Seven Dwarfs", and not "Fire Kills Four"
        the = any(tokens.words[at] in words.definite for at in range(max(0, first - 2), first))
        return bool(
            inside
            and not words.capital_nouns
            and (_capital(tokens, end) or (the and _capital(tokens, first - 1)))
        )
    if is_house(tokens, found, words) or _is_aircraft(tokens, found, words):
        return True
    if first and words.capital_nouns and _capital(tokens, first - 1) and len(tokens.words[first - 1]) == 1:
        # German "die A 7", "U 17"
        return not _counts(tokens, end, words)
    named = first > 1 and _capital(tokens, first - 1) and tokens.words[first - 2] not in STOPS
    if end - first == _PARTED and (words.capital_nouns or words.harmless_before.ends(tokens.words, first)):
        # German "der Stärke 5,7", where every noun has a capital, and "Magnitude 5.7"
        return False
    # "Route 66", French "Jean 3,16"
    return named and end - first in (1, _PARTED) and not _counts(tokens, end, words)


def _is_title(tokens: Tokens, at: int) -> bool:
    """Return whether a number opens a title in quotation marks, all of capitals behind a word without one: the novel "Forty Winters"."""
    if at < 2 or tokens.words[at - 1] not in _OPENS or tokens.kinds[at - 2] != WORD:
        return False
    if tokens.raw(at - 2)[0].isupper() or not tokens.raw(at)[0].isupper():
        return False
    end = next((place for place in range(at, tokens.size) if tokens.kinds[place] != WORD), tokens.size)
    return (
        at + 1 < end < tokens.size
        and tokens.words[end] in _CLOSES
        and all(_capital(tokens, place) for place in range(at, end))
    )


def _is_aircraft(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number is that of a make of aircraft: "the 737 landed", and not "the 737 rowers"."""
    first, end = found.first, found.end
    led = first > 0 and (tokens.words[first - 1] in words.definite or tokens.words[first - 1] in words.one)
    if not led or end - first != 1 or not _JETS.fullmatch(tokens.words[first]):
        return False
    return not _counts(tokens, end, words)


def is_also_named(tokens: Tokens, found: Figure, words: Words, named: int) -> bool:
    """Return whether a number goes on behind one that says which one, and ends at ``named``: "verses 4 and 5"."""
    if not named or found.hedged or found.unit is not None or words.joins.match(tokens.words, named) is None:
        return False
    return found.start == named + 1 and not _counts(tokens, found.end, words)


def is_house(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number is that of a house, with its street behind it: "14 Mill Lane", French "14, rue des Tilleuls"."""
    if tokens.kinds[found.first] != DIGITS or found.low != found.high or found.unit is not None:
        return False
    place = found.last
    while _capital(tokens, place):
        if place > found.last and tokens.words[place] in words.streets:
            return True
        place += 1
    return place == found.last and words.streets_first and _is_before_street(tokens, found, words)


def _is_before_street(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a street follows a number: "65 rue d'Oye", and "63" of "au 63 et au 65 rue d'Oye"; "12 rues" are counted."""
    place = found.last
    joint = words.joins.match(tokens.words, place)
    if joint is not None:
        place = next((at for at in range(joint[1], tokens.size) if tokens.kinds[at] != WORD), tokens.size)
        if place - joint[1] > 1 or place == tokens.size or tokens.kinds[place] != DIGITS:
            return False
        place += 1
    comma = place < tokens.size and tokens.words[place] == ","
    street = place + comma
    if street + 1 >= tokens.size or tokens.words[street] not in words.streets:
        return False
    # Short ones may be units: "a 25 c".
    word = tokens.words[street]
    several = found.low != 1 and len(word) > _SHORT and not word.endswith(words.plural_endings)
    return bool(comma or several or _capital(tokens, street + 1))


def _labelled(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number stands behind what it is the number of: "building 7", and not "the building 30 families left"."""
    if found.start != found.first:
        return False
    sign = found.end >= tokens.size or tokens.kinds[found.end] == SIGN
    if sign and words.named_alone.ends(tokens.words, found.first):
        # "a poll put the party on 41"
        return tokens.kinds[found.first] == DIGITS
    if not words.labels.ends(tokens.words, found.first):
        return False
    verb = words.verb_endings and not sign and tokens.words[found.end].endswith(words.verb_endings)
    return tokens.kinds[found.first] == DIGITS and bool(verb or not _counts(tokens, found.end, words))


def _capital(tokens: Tokens, at: int) -> bool:
    return at < tokens.size and tokens.kinds[at] == WORD and tokens.raw(at)[0].isupper()


def _counts(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a noun in the plural follows, which a number before it counts: "2000 new reports"."""
    for place in range(at, min(at + _NOUN, tokens.size)):
        if tokens.kinds[place] != WORD or _function(tokens, place, words):
            return False
        word = tokens.words[place]
        if not words.plural_endings and not words.capital_nouns:
            return True
        if word in words.plural_nouns or (words.plural_endings and word.endswith(words.plural_endings)):
            return True
        if words.capital_nouns and _capital(tokens, place):
            return True
    return False


def _is_share(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a bare part or multiple is said of something: "half of", and not "half" or "twice" alone."""
    word = tokens.words[found.end - 1]
    single = word in words.fractions and (
        found.words in words.halves or tokens.words[found.first] in words.one
    )
    multiple = words.multiples.match(tokens.words, found.first)
    of = words.of.match(tokens.words, found.end)
    if single and of is not None and of[1] < tokens.size and tokens.kinds[of[1]] == WORD:
        # "half of the lakes", and neither "a foot and a half of snow" nor "a fifth of a percent"
        whole = of[1] + (tokens.words[of[1]] in words.one)
        joined = found.start > 0 and words.joins.match(tokens.words, found.start - 1) is not None
        return not joined and words.units.match(tokens.words, whole) is None
    return not (single or (multiple is not None and multiple[1] == found.end))


def is_age(tokens: Tokens, found: Figure, words: Words, aged: int) -> bool:
    """Return whether a number is an age: "aged 39 and 51", "when she was six", "Ada Brandt, 45, said"."""
    if found.unit not in (None, "years") or found.share or found.modifier is Modifier.VAGUE:
        return False
    start, end = found.start, found.end
    if found.unit == "years" and (_set_apart(tokens, found, words) or _is_age_group(tokens, found, words)):
        return True
    counts = (
        found.unit is None
        and end < tokens.size
        and tokens.kinds[end] == WORD
        and not _function(tokens, end, words)
        and _counts(tokens, end, words)
    )
    if not counts and words.aged.ends(tokens.words, found.first):
        return True
    if not counts and (_died_at(tokens, found, words) or _opens_with_age(tokens, found, words)):
        return True
    if (
        aged
        and not counts
        and start == aged + 1
        and (words.joins.match(tokens.words, aged) or tokens.words[aged] == ",")
    ):
        return True
    if (
        start < 2
        or end >= tokens.size
        or tokens.words[start - 1] not in (",", "(")
        or not (found.low or 0) < 120
    ):
        return False
    closing = (",", ";", ".") if tokens.words[start - 1] == "," else (")",)
    if found.hedged or tokens.kinds[start - 2] != WORD:
        return False
    if tokens.words[end] in closing and tokens.raw(start - 2)[0].isupper():
        return True
    # "a student, 19, was held", "the driver, 58, was held" and not "the toll, 58", "two boys, 9 and 11, were hurt"
    counted = words.harmless_before.ends(tokens.words, start - 1)
    somebody = any(
        tokens.words[place] in words.one
        or is_number(tokens, place, words)
        or (tokens.words[place] in words.definite and not counted)
        for place in range(max(0, start - 2 - _PERSON), start - 2)
    )
    join = words.joins.match(tokens.words, end)
    other = numeral(tokens, join[1], words) if join is not None and join[1] < tokens.size else None
    last = other.end if isinstance(other, Numeral) else end
    digits = found.unit is None and found.last - found.first == 1 and tokens.kinds[found.first] == DIGITS
    return digits and somebody and last < tokens.size and tokens.words[last] in closing[:2]


def may_be_age(tokens: Tokens, found: Figure, words: Words, done: int) -> int | None:
    """Return where words begin behind which a bare number may be an age as well as how many: "were over 60"."""
    number = found.low if found.low is not None else found.high
    if found.unit is not None or number is None or not _YOUNGEST <= number <= _OLDEST or found.start <= done:
        return None
    told = words.may_be_aged.ends(tokens.words, found.first) and closed(tokens, found.end, words)
    return found.start - 1 if told else None


def _died_at(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number ends a phrase of ages some words after it began: "died at her home on Friday at 87", and not "stood at 87"."""
    at = found.first - 1
    hedged = found.start != found.first
    if hedged or found.unit is not None or at < 0 or not closed(tokens, found.end, words):
        return False
    level = words.harmless_before.match(tokens.words, at - 1) or words.before.match(tokens.words, at - 1)
    if level is not None and level[1] > at:
        return False  # "the number of those who died stood at 87"
    for place in range(at - 1, max(-1, at - 1 - _DIED), -1):
        word = tokens.words[place]
        joined = word in words.joints or words.joins.match(tokens.words, place) is not None
        if tokens.kinds[place] != WORD or joined or words.is_body(tokens, place):
            return False
        phrase = words.aged.match([tokens.words[place], tokens.words[at]], 0)
        if phrase is not None and phrase[1] == 2:
            # "Ada Moll died", and not "the number of people who died remains at 87"
            return place > 0 and tokens.raw(place - 1)[0].isupper()
    return False


def _opens_with_age(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a sentence opens with somebody's age: "At 95, she still swims", German "Mit 95 schwimmt sie"."""
    place, end = found.first - 1, found.end
    if (
        found.start != found.first
        or found.unit is not None
        or place < 0
        or not (found.low or _OLDEST) < _OLDEST
    ):
        return False
    if place and tokens.kinds[place - 1] == WORD:
        return False
    end += end < tokens.size and tokens.words[end] == ","
    who = words.age_openers.get(tokens.words[place], frozenset())
    return not who.isdisjoint(tokens.words[end : end + 2])


def _is_age_group(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether years are those of a group of people: French "les 18-25 ans"."""
    ranged = found.low is not None and found.high is not None and found.low < found.high
    dash = tokens.words[found.first + 1] in DASHES
    return ranged and dash and found.start > 0 and tokens.words[found.start - 1] in words.definite


def _set_apart(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether years stand between commas: Spanish "el concejal, de 41 años, dimitió"."""
    place = found.first - 1
    if place > 0 and words.of.match(tokens.words, place):
        place -= 1
    closed = found.end < tokens.size and tokens.words[found.end] in (",", ")")
    return place > 0 and tokens.words[place] in (",", "(") and closed


def _function(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a word is one of those that join and point, and no noun."""
    return (
        words.harmless_before.match(tokens.words, at) is not None
        or words.before.match(tokens.words, at) is not None
        or tokens.words[at] in words.year_words
        or tokens.words[at] in words.joints
        or words.joins.match(tokens.words, at) is not None
        or words.prepositions.match(tokens.words, at) is not None
    )


def _year(tokens: Tokens, found: Figure, words: Words, before: str) -> bool:
    """Return whether four digits are a year: behind "in", or with nothing behind them that they could count."""
    if found.last - found.first != 1 or tokens.kinds[found.first] != DIGITS:
        return False
    if before in _APOSTROPHES and tokens.glued[found.first] and len(tokens.words[found.first]) == _TWO:
        # "the summer of '69", and not "'69 people died'"
        return not _counts(tokens, found.end, words)
    if len(tokens.words[found.first]) != 4:
        return False
    if not 1500 <= (found.low or found.high or 0) < 2200 or found.end > found.last:
        return False
    counts = _counts(tokens, found.end, words)
    if found.start != found.first:
        # "contracts that run beyond 2038"
        hedge = words.prepositions.match(tokens.words, found.start)
        return not counts and hedge is not None and hedge[1] == found.first
    return before in words.year_words or before in words.months or not counts


def _lone_one(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether "one" counts nothing: no noun follows."""
    if (
        found.low != 1
        or found.high != 1
        or tokens.kinds[found.first] == DIGITS
        or found.last - found.first != 1
    ):
        return False
    if found.end >= tokens.size or tokens.kinds[found.end] != WORD or _function(tokens, found.end, words):
        return True
    # "one official said"
    for place in range(found.end, min(found.end + _NOUN, tokens.size)):
        if tokens.words[place] in words.saying and place > found.end:
            return True
        if tokens.kinds[place] != WORD or _function(tokens, place, words):
            return False
    return False
