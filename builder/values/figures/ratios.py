"""Read ratios and results of votes and games: "three to one", "a 5-4 vote", "won 2-1". They are no ranges and no counts."""

from __future__ import annotations

from enum import Enum

from builder.values.figures.numerals import Numeral, numeral
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, DIGITS, WORD, Tokens
from builder.values.figures.words import Words

_RESULT = 1000
"""Results of votes and games have smaller numbers."""
_HOURS = 24
_LONGEST = 6
"""Words that tell of a result."""
_SCORE = 10
"""A pair of smaller numbers may be a score whichever of the two is the larger one: "lost 1-2"."""


def ratio(tokens: Tokens, at: int, number: Numeral, start: int, words: Words) -> int | None:
    """Return where the ratio ends whose first number begins at a token; ``None`` where it is none.

    ``start`` is where the words before that number begin that belong to it.
    """
    if number.scale != 1 or number.article or not number.simple or not 0 < number.end < tokens.size - 1:
        return None
    joined = _joined(tokens, number.end, words)
    if joined is None:
        return None
    by, place = joined
    other = numeral(tokens, place, words)
    if (
        not isinstance(other, Numeral)
        or other.scale != 1
        or not other.simple
        or number.digits != other.digits
    ):
        return None
    end = other.end
    if (
        by is _Joint.WORD
        and end < tokens.size
        and tokens.words[end] in words.ballots
        and words.closings.match(tokens.words, number.end) is None
    ):
        # German "54 gegen 46 Stimmen", and not "3 to 4 votes"
        return end + 1
    if words.units.match(tokens.words, end) or words.money.match(tokens.words, end):
        return None
    behind = end + 1 if end < tokens.size and tokens.words[end] in DASHES and tokens.is_glued(end) else end
    named = words.ratio_behind.match(tokens.words, behind)
    if named is not None:
        # German "ein 3:1-Sieg"
        return end if behind == end else named[1]
    if by is _Joint.SURE:
        return end
    told = any(words.scored.ends(tokens.words, place) for place in (start, at))
    to = by is _Joint.WORD and words.closings.match(tokens.words, number.end) is not None
    if by is _Joint.WORD and not to and (told or (start and tokens.words[start - 1] in words.by)):
        # "voted 211 against 209", German "stimmten mit 211 gegen 209 zu"
        return end
    colon = tokens.words[number.end] == ":"
    more = tokens.is_glued(end + 1) and tokens.kinds[end + 1] in (DIGITS, WORD)
    dated = end < tokens.size and (
        tokens.words[end] in words.weekdays or words.when.match(tokens.words, end) is not None
    )
    if not colon and (
        (not dated and not closed(tokens, end, words)) or (tokens.is_glued(end) and tokens.is_glued(end + 1))
    ):
        return None
    if any(words.ratio_before.ends(tokens.words, place) for place in (start, at)):
        return end
    scored = number.value >= other.value or max(number.value, other.value) < _SCORE
    if scored and by is _Joint.SIGN and told:
        return end
    if to and _RESULT > number.value > other.value and not _has_change(tokens, start, words):
        # "The bill passed, 211 to 209"
        return end
    if by is _Joint.SIGN and not more and max(number.value, other.value) < _RESULT:
        # "3-1" is no range, "3:1" no time of day
        timed = len(tokens.words[end - 1]) > 1 and number.value < _HOURS
        return end if (not timed if colon else number.value >= other.value or not number.value) else None
    return end if by is _Joint.WORD and other.value == 1 < number.value else None


def _has_change(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a verb of change stands some words before a place: "fell, 300 to 200"."""
    return any(word in words.changes for word in tokens.words[max(0, at - _LONGEST) : at])


def is_open_pair(tokens: Tokens, start: int, end: int, words: Words) -> bool:
    """Return whether what stands there is two single digits with a dash between them and counts nothing, so that it may be a score: "1-4"."""
    return is_pair(tokens, start, end) and closed(tokens, end, words)


def is_pair(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether what stands there is two single digits with a dash between them, whatever they count."""
    if end - start != len(("1", "-", "2")) or tokens.words[start + 1] not in DASHES:
        return False
    return all(tokens.kinds[at] == DIGITS and len(tokens.words[at]) == 1 for at in (start, end - 1))


def result(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where the words end that begin at a token and tell of the result behind them, and where a ratio begins: "won" before "3-1"."""
    for table in (words.scored, words.ratio_before):
        told = table.match(tokens.words, at)
        number = numeral(tokens, told[1], words) if told is not None and told[1] < tokens.size else None
        if (
            told
            and isinstance(number, Numeral)
            and ratio(tokens, told[1], number, told[1], words) is not None
        ):
            return told[1]
    if tokens.words[at] in words.by and isinstance(number := numeral(tokens, at + 1, words), Numeral):
        # "by 54 votes to 46"
        cast = number.end < tokens.size and tokens.words[number.end] in words.ballots
        return at + 1 if cast and ratio(tokens, at + 1, number, at + 1, words) is not None else None
    return None


def with_told(tokens: Tokens, start: int, end: int, done: int, words: Words) -> tuple[int, int]:
    """Return where a result begins and ends together with the words that tell of it: "lost 1-2", "a 1-2 defeat".

    ``done``: nothing before it belongs to them.
    """
    dash = end < tokens.size and tokens.words[end] in DASHES and tokens.is_glued(end)
    named = words.ratio_behind.match(tokens.words, end + 1 if dash else end)
    if named is not None:
        return start, named[1]
    for place in range(max(done, start - _LONGEST), start):
        if result(tokens, place, words) == start:
            return place, end
    return start, end


def may_be_result(tokens: Tokens, start: int, end: int, words: Words) -> int | None:
    """Return where the words begin that tell of a game, if what looks like a range some words behind may be its result: "lost to Ilva 1-2"."""
    if not is_open_pair(tokens, start, end, words):
        return None
    for place in range(start - 1, max(-1, start - 1 - _LONGEST), -1):
        if tokens.kinds[place] != WORD:
            return None
        if words.scored.match(tokens.words, place) is not None:
            return place
    return None


class _Joint(Enum):
    """What joins two numbers."""

    SIGN = 1
    """ "5-4", "2:1" """
    WORD = 2
    """A word that may also join the ends of a range: "3 to 1"."""
    SURE = 3
    """One that makes a ratio of all numbers: German "5 zu 4"."""


def _joined(tokens: Tokens, at: int, words: Words) -> tuple[_Joint, int] | None:
    """Return what joins two numbers, and where the second begins."""
    word = tokens.words[at]
    glued = tokens.glued[at] and tokens.is_glued(at + 1)
    if (word in DASHES or word == ":") and glued and tokens.kinds[at + 1] == DIGITS:
        return _Joint.SIGN, at + 1
    if word in DASHES and glued and tokens.kinds[at + 1] == WORD:
        # "a three-to-one majority"
        join = words.ratio_joins.match(tokens.words, at + 1)
        after = join[1] if join is not None else tokens.size
        dash = after + 1 < tokens.size and tokens.words[after] in DASHES and tokens.is_glued(after + 1)
        return (_Joint.WORD, after + 1) if dash else None
    cast = word in words.ballots
    join = words.ratio_joins.match(tokens.words, at + cast)
    if join is None or join[1] >= tokens.size:
        return None
    return (_Joint.SURE if cast or tokens.words[at] in words.ratios else _Joint.WORD), join[1]
