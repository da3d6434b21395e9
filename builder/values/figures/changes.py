"""Read figures behind a verb of change: "rose from 20 to 30" is two figures and no range, "fell from 52 to 40 million" was 52 million."""

from __future__ import annotations

from builder.values.figures.amounts import Amount, amount
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import Figure
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tokens import DIGITS, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Kind, kind_of, plain

STOPS = frozenset(".!?:…")
_CHANGE = 8
"""How many words before a figure a verb of change is looked for."""
_FROM = 5
"""The same before "from"."""
_SIZE = 5
"""How many words the size of a change has at most."""
_SCALED = 1000
"""The smallest scale that what a count became shares with what it was before."""
_LIKE = 10
"""How many times as large the one may be as the other."""
_FILLED = 3
"""How many fillers may stand before what a count became."""


def changed(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where the number begins behind "rose from": what follows are two figures, and no range."""
    lead = words.before.match(tokens.words, at)
    if lead is None or lead[0].role != "open" or lead[0].bare or lead[1] - at > 1:
        return None  # "anything from" opens a range, whatever changes
    if words.changes.isdisjoint(tokens.words[max(0, at - 2 * _FROM - _SIZE) : at]):
        return None
    told = _has_change(tokens, at, words, _FROM)
    told = told or _has_change(tokens, _before_size(tokens, at, words), words, _FROM)
    return lead[1] if told else None


def _before_size(tokens: Tokens, at: int, words: Words) -> int:
    """Return where the size of a change begins that ends at a place, perhaps before a comma: "rose 31 percent, from"; else the place."""
    end = at - (at > 0 and tokens.words[at - 1] == ",")
    for place in range(end - 1, max(-1, end - 1 - _SIZE), -1):
        if not words.may_begin(tokens, place):
            continue
        size = figure(tokens, place, words, single=True)
        # A number of two words is found whole from its first one.
        if isinstance(size, Figure) and size.end == end and not is_number(tokens, place - 1, words):
            return size.start
        if isinstance(size, Figure) and size.end > end:
            break
    return at


def carried(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return a figure that a count was with the scale and the unit of what it became: "fell from 52 to 40 million euros" was 52 million euros.

    Trouble where it may be meant without the scale: "rose from 900 to 1.2 million".
    """
    number = numeral(tokens, found.first, words)
    if not isinstance(number, Numeral) or number.scale != 1 or not number.simple:
        return found
    to = words.became.match(tokens.words, found.end)
    place = to[1] if to is not None else tokens.size
    for _ in range(_FILLED):
        other = amount(tokens, place, words) if place < tokens.size else None
        lead = words.before.match(tokens.words, place) if other is None else None
        if lead is None or lead[0].role not in ("hedge", "near", "far", "filler"):
            break
        place = lead[1]
    if to is None or not isinstance(other, Amount) or not other.number.simple:
        return found
    if found.unit is not None and other.unit is not None and found.unit != other.unit:
        return found
    if other.number.scale < _SCALED or number.value >= _SCALED:
        whole = figure(tokens, place, words, single=True)
        if found.unit is not None or not isinstance(whole, Figure) or (whole.share and whole.low is None):
            return found
        # "from 20 to 30 euros a kilo"
        return found._replace(unit=whole.unit, share=whole.share)
    if not other.number.coefficient <= number.value * _LIKE <= other.number.coefficient * _LIKE**2:
        return Trouble(found.first, found.last, Reason.NUMBER, found.end)
    low, high = (
        None if bound is None else plain(number.value * other.number.scale)
        for bound in (found.low, found.high)
    )
    return found._replace(low=low, high=high, unit=found.unit or other.unit)


def change_of(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return how much a count changed with the unit of what it became: "rose by 15 to 980 euros". A change to a percentage may be of points."""
    at = found.start
    if not at or found.unit is not None or tokens.words[at - 1] not in words.by:
        return found
    if not _has_change(tokens, at - 1, words, _CHANGE):
        return found
    whole = carried(tokens, found, words)
    if isinstance(whole, Figure) and kind_of(whole.unit) is Kind.PERCENT:
        return Trouble(found.first, found.last, Reason.CHANGE, found.end)
    return whole


def _has_change(tokens: Tokens, at: int, words: Words, reach: int) -> bool:
    """Return whether a verb of change stands within so many words before a place, in the same clause."""
    for place in range(at - 1, max(-1, at - 1 - reach), -1):
        if tokens.words[place] in words.changes:
            return True
        if tokens.words[place] in STOPS or (
            is_number(tokens, place, words) and not _is_year(tokens, place, words)
        ):
            return False
    return False


def _is_year(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a number is the year of a change: "narrowed its loss in 2030 by"."""
    four = tokens.kinds[at] == DIGITS and len(tokens.words[at]) == len("2030")
    return four and at > 0 and tokens.words[at - 1] in words.year_words


def no_range(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return a range as it is behind a verb of change: "rose by 2% to 5%" is two figures, of which the first is returned.

    Trouble where it cannot be told what is meant: "rose 2 to 5 percent". A range of the same unit stays one behind "by" where its ends lie
    near each other: "rose by 10 to 15 percent".
    """
    at = found.start
    by = at > 0 and tokens.words[at - 1] in words.by and _has_change(tokens, at - 1, words, _CHANGE)
    place = at - 1
    while place > 0 and (
        words.is_adverb(tokens.words[place])
        or ((filler := words.before.match(tokens.words, place)) is not None and filler[0].filler)
    ):
        place -= 1
    if not by and not (place >= 0 and tokens.words[place] in words.changes):
        return found
    # "rose between 2 and 5 percent", "rose about 2 to 5 percent"
    lead = words.before.match(tokens.words, at)
    if lead is not None and (lead[0].role == "open" or not by):
        return found
    first = figure(tokens, at, words, single=True)
    if not isinstance(first, Figure) or found.low is None or found.high is None:
        return found
    wide = 2 * found.low < found.high
    # "fell $1.20 to $85.40 a barrel"
    rated = wide and first.unit is not None and (found.unit or "").startswith(f"{first.unit} per ")
    if first.unit == found.unit or rated:
        return first if wide else Trouble(found.first, found.last, Reason.CHANGE, found.end)
    return found if by and not wide else Trouble(found.first, found.last, Reason.CHANGE, found.end)
