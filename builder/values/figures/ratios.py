"""Read ratios and results of votes and games: "three to one", "a 5-4 vote", "won 2-1". They are no ranges and no counts."""

from __future__ import annotations

from enum import Enum

from builder.values.figures.numerals import Numeral, numeral
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DASHES, DIGITS, WORD, Tokens
from builder.values.figures.words import Words

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
    if words.units.match(tokens.words, end) or words.money.match(tokens.words, end):
        return None
    behind = end + 1 if end < tokens.size and tokens.words[end] in DASHES and tokens.is_glued(end) else end
    if by is _Joint.SURE or words.ratio_behind.match(tokens.words, behind):
        return end
    if tokens.words[number.end] != ":" and (not closed(tokens, end, words) or tokens.is_glued(end + 1)):
        return None
    if any(words.ratio_before.ends(tokens.words, place) for place in (start, at)):
        return end
    scored = number.value >= other.value or max(number.value, other.value) < _SCORE
    if scored and by is _Joint.SIGN and any(words.scored.ends(tokens.words, place) for place in (start, at)):
        return end
    return end if by is _Joint.WORD and other.value == 1 < number.value else None


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
    join = words.ratio_joins.match(tokens.words, at)
    if join is None or join[1] >= tokens.size:
        return None
    return (_Joint.SURE if tokens.words[at] in words.ratios else _Joint.WORD), join[1]
