"""Read a printed figure whole, and find the figures of a text. Every word is understood, or surely changes nothing, or it is refused.

A figure is the words that an editor takes from a text: what stands before the figure in them has to be known, and what stands behind
it may be what is counted, as long as nothing in it can change the figure.
"""

from __future__ import annotations

from functools import lru_cache

from builder.values.figures.behind import PLAIN_SIGNS, behind
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import Figure
from builder.values.figures.ratios import is_open_pair, result
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.refusal import Refusal
from builder.values.figures.tokens import DIGITS, ORDINARY, SIGN, WORD, Tokens
from builder.values.figures.which import is_house
from builder.values.figures.words import Words, words_of
from builder.values.quantity import Kind, Modifier, Quantity, is_measure, kind_of

LONGEST = 2000
"""Characters; no figure is printed longer."""


@lru_cache(maxsize=8192)
def read(printed: str, language: str = "en") -> Quantity | Refusal:
    """Read a printed figure with all of its words, or say which word is not understood.

    ``language`` is a BCP 47 tag. In a language without a file a figure is read that is digits and signs only.
    """
    if len(printed) > LONGEST:
        return Refusal(printed[:40], Reason.TOO_LONG)
    words = words_of(language)
    tokens = Tokens(printed, words.spelling if words is not None else ORDINARY)
    if words is None or (not words.known and WORD in tokens.kinds):
        return Refusal(language, Reason.LANGUAGE)
    found = _whole(tokens, words)
    if isinstance(found, Figure):
        return quantity(printed, found)
    return Refusal(tokens.printed(found.start, found.end), found.reason)


def quantity(printed: str, found: Figure) -> Quantity:
    """Return the meaning of a figure that was found."""
    return Quantity(
        printed,
        found.modifier,
        found.low,
        found.high,
        found.unit,
        found.near,
        found.scale,
        found.share,
        found.words,
    )


def _whole(tokens: Tokens, words: Words) -> Figure | Trouble:
    place, size = 0, tokens.size
    while place < size:
        found = figure(tokens, place, words)
        if isinstance(found, Trouble):
            return found
        if found is not None:
            if found.modifier is Modifier.BETWEEN and place and tokens.words[place - 1] in words.changes:
                # "up 5% to 61%": how much it changed, and what it changed to
                return Trouble(found.first, found.last, Reason.CHANGE, found.end)
            if found.modifier is Modifier.BETWEEN and is_open_pair(tokens, found.start, found.end, words):
                return Trouble(found.first, found.last, Reason.RANGE, found.end)
            if is_house(tokens, found, words):
                return Trouble(found.first, found.last + 1, Reason.NAME, size)
            if (stop := _when(tokens, found, words)) is not None:
                return Trouble(found.first, stop, Reason.NAME, stop)
            return behind(tokens, found, words)
        step = _harmless(tokens, place, words)
        if step is None:
            return _unknown(tokens, place, words)
        place = step
    return Trouble(0, 0, Reason.NO_FIGURE, size)


def _when(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where a stretch of time ends that says when or how often: French "il y a 3 jours", "every two hours"; ``None`` if it is none."""
    if found.unit is None or found.share:
        return None
    often = words.recurring.ends(tokens.words, found.start) and is_measure(found.unit)
    then = found.unit in words.durations and words.ago.ends(tokens.words, found.start)
    return found.end if often or then else None


def _harmless(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return the token after a word or sign that changes no figure behind it."""
    if tokens.kinds[at] == SIGN and tokens.words[at] in PLAIN_SIGNS:
        return at + 1
    if tokens.words[at] in words.changes:
        # "fell 6%", "fell by 6%": the figure is the change
        by = (
            at
            + 1
            + (
                at + 1 < tokens.size
                and tokens.words[at + 1] in words.by
                and tokens.words[at + 1] not in words.became.heads
            )
        )
        if _is_percent(tokens, by, words):
            return by
    if (told := result(tokens, at, words)) is not None:
        return told
    ends = [
        found[1] for table in (words.harmless_before, words.when) if (found := table.match(tokens.words, at))
    ]
    end = max(ends, default=None)
    lead = words.before.match(tokens.words, at) if end is not None else None
    # French "à" changes nothing, and "à peine" does.
    return None if end is None or (lead is not None and lead[0].role == "unsafe" and lead[1] > end) else end


def _is_percent(tokens: Tokens, at: int, words: Words) -> bool:
    found = figure(tokens, at, words) if at < tokens.size else None
    return isinstance(found, Figure) and kind_of(found.unit) is Kind.PERCENT


def _is_one_unit(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a unit with its article is all that stands at a place: "the best part of a mile"."""
    if at + 1 >= tokens.size or tokens.words[at] not in words.one:
        return False
    unit = words.units.match(tokens.words, at + 1)
    return unit is not None and unit[1] == tokens.size


def _unknown(tokens: Tokens, at: int, words: Words) -> Trouble:
    """Return the trouble with a word before the figure; where there is no figure at all, that is the trouble."""
    size = tokens.size
    unsafe = words.before.match(tokens.words, at)
    if unsafe is not None and unsafe[0].role == "unsafe" and _is_one_unit(tokens, unsafe[1], words):
        return Trouble(at, unsafe[1], Reason.WORD, unsafe[1])
    if not any(
        tokens.kinds[place] == DIGITS
        or (words.may_begin(tokens, place) and figure(tokens, place, words) is not None)
        for place in range(at, size)
    ):
        return Trouble(0, 0, Reason.NO_FIGURE, size)
    end = unsafe[1] if unsafe is not None else at + 1
    return Trouble(at, end, Reason.WORD if tokens.kinds[at] == WORD else Reason.SIGN, end)
