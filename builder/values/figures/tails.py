"""Words behind a figure that hedge or bound it: "12 or more", "12 (at least)", "12 -- if not more --", "30-odd", "30+"."""

from __future__ import annotations

from typing import NamedTuple

from builder.values.figures.numerals import is_number
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Kind, Modifier, kind_of

_STOPS = frozenset("()[]{}.,;:!?…—–")
_BRACKETS = {"(": ")", "[": "]"}


class Tail(NamedTuple):
    """A hedge or bound behind a figure."""

    modifier: Modifier
    end: int
    """The token after it, its closing bracket included."""
    start: int
    """The token where its words begin."""
    goes_on: bool = False
    """Whether what stands behind it may belong to it, so that it may be no hedge: "at most sites"."""


def tail(tokens: Tokens, at: int, words: Words) -> Tail | None:
    """Return what the words behind a number make of it: "or more", "-odd", "+". ``None`` if they are no hedge of it."""
    if at >= tokens.size or tokens.words[at] not in words.tails:
        return None
    if tokens.words[at] == "+" and tokens.glued[at]:
        more = tokens.is_glued(at + 1) and tokens.kinds[at + 1] in (DIGITS, WORD)
        return None if more else Tail(Modifier.AT_LEAST, at + 1, at)
    if tokens.words[at] in words.good:
        unit = words.units.match(tokens.words, at + 1)
        # "cinq bons kilomètres", and neither a share nor a sum
        measured = unit is not None and kind_of(unit[0]) is Kind.MEASURE
        return Tail(Modifier.MORE_THAN, at + 1, at) if measured else None
    found = set_apart(tokens, at, words)
    if found is None or _more(tokens, found.end, words):
        return None
    if tokens.words[found.start] in DASHES and not (
        tokens.glued[found.start] and tokens.is_glued(found.start + 1)
    ):
        return None
    return None if found.start > at and found.goes_on else found


def set_apart(tokens: Tokens, at: int, words: Words) -> Tail | None:
    """Return the hedge that begins at a token, perhaps behind a comma, a dash or an opening bracket."""
    found = words.after.match(tokens.words, at)
    if found is not None and _leads_on(tokens, at, found[1], words):
        return None
    if found is not None:
        return Tail(found[0], found[1], at, not closed(tokens, found[1], words))
    place, bracket = opened(tokens, at)
    found = words.after.match(tokens.words, place) if place > at else None
    if found is None:
        return None
    end = found[1]
    if _begins_clause(tokens, place, end, words):
        return None
    if bracket:
        if end >= tokens.size or tokens.words[end] != bracket:
            return None
        return Tail(found[0], end + 1, place)
    return Tail(found[0], end, place, not closed(tokens, end, words))


def _begins_clause(tokens: Tokens, at: int, end: int, words: Words) -> bool:
    """Return whether a hedge behind a comma begins a clause of its own instead: "620 ballots, or so the office says"."""
    opener = words.clause_openers.match(tokens.words, at)
    return (
        opener is not None
        and opener[1] == end < tokens.size
        and tokens.words[at - 1] == ","
        and tokens.words[end] in words.definite
    )


def _leads_on(tokens: Tokens, at: int, end: int, words: Words) -> bool:
    """Return whether words are the beginning of others that belong to the next figure: "and up to 22", and not "and up"."""
    for place in range(at + 1, end):
        lead = words.before.match(tokens.words, place)
        if lead is not None and lead[1] > end:
            return True
    return False


def opened(tokens: Tokens, at: int) -> tuple[int, str]:
    """Return where what is set apart begins, and the bracket that closes it: behind ", ", " -- ", " (". Else the same place."""
    word = tokens.words[at] if at < tokens.size else ""
    if word == ",":
        return at + 1, ""
    if word in _BRACKETS:
        return at + 1, _BRACKETS[word]
    place = at
    while place < tokens.size and place < at + 2 and tokens.words[place] in DASHES:
        place += 1
    return place, ""


def spoils_behind(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where words end that stand at a place behind a figure and make another one of it; ``None`` where none do."""
    found = words.unsafe_after.match(tokens.words, at)
    if found is None or _is_designation(tokens, at):
        return None
    numbered = words.numbered.match(tokens.words, at)
    if numbered is not None and numbered[1] == found[1] < tokens.size and tokens.kinds[found[1]] == WORD:
        filler = words.before.match(tokens.words, found[1])
        place = filler[1] if filler is not None and filler[0].role == "filler" else found[1]
        if not words.is_body(tokens, found[1]) and not is_number(tokens, place, words):
            return None  # "12 million out of the pair"
    return found[1]


def _is_designation(tokens: Tokens, at: int) -> bool:
    """Return whether a letter is the beginning of what things are named by: "three F-16s"."""
    joined = tokens.is_glued(at + 1) and tokens.words[at + 1] in DASHES and tokens.is_glued(at + 2)
    return joined and len(tokens.words[at]) == 1 and tokens.kinds[at + 2] == DIGITS


def closed(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether nothing stands at a place that the words before it could belong to."""
    return at >= tokens.size or tokens.kinds[at] == SIGN or ends_noun(tokens, at, words)


def ends_noun(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a word or sign shows that what is counted has been named."""
    word = tokens.words[at]
    if tokens.kinds[at] == SIGN:
        return word in _STOPS
    return (
        word in words.year_words
        or word in words.joints
        or word in words.time_prepositions
        or words.harmless_before.match(tokens.words, at) is not None
        or words.of.match(tokens.words, at) is not None
        or words.prepositions.match(tokens.words, at) is not None
    )


def _more(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether what stands behind a hedge shows that it is none: "30 and more than 40", "30, at least 40 of them"."""
    return begins(tokens, at, words) or words.than.match(tokens.words, at) is not None


def begins(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether another number may begin at a place, or its hedge."""
    if at >= tokens.size:
        return False
    filler = words.before.match(tokens.words, at)
    return (
        is_number(tokens, filler[1] if filler is not None and filler[0].filler else at, words)
        or tokens.words[at] in words.one
        or words.signs.match(tokens.words, at) is not None
    )
