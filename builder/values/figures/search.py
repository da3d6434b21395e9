"""Find the figures of a text: how many or how much of something, not when, how old or which one.

What is found is what is read: the same grammar finds a figure in a text and reads it where it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.values.figures.beside import (
    again_and_again,
    bound_apart,
    longer,
    negated,
    past_hedge,
    pronoun,
    spoiled,
    with_number,
    without_hedge,
)
from builder.values.figures.changes import carried, change_of, changed, no_range
from builder.values.figures.conversions import Conversion, conversion
from builder.values.figures.edges import is_time_of_day
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import Figure
from builder.values.figures.nouns import with_noun
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.ratios import is_open_pair, is_pair, may_be_result, with_told
from builder.values.figures.reader import quantity, read
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.refusal import Refusal
from builder.values.figures.tokens import DASHES, Tokens
from builder.values.figures.which import is_age, is_also_named, may_be_age, passed, says_when_or_which
from builder.values.figures.words import Words, words_of
from builder.values.quantity import Modifier, Number, Quantity, plain

_TWO = (Reason.OPEN, Reason.ORDER, Reason.UNITS)
_FEW = 1650
"""So often the grammar may look for something in any text."""
_FAR = 24
"""Tokens that may stand between the beginning of a figure, its hedges included, and what makes it one."""
_DENSE = 6
"""Characters of a long text for each such look. Sentences have nowhere near as many unless they are full of figures, and then some 110
figures are found; what is denser is not read on: its end is one figure that is refused."""
_BESIDE = 7
"""Looks that what stands beside a figure takes."""


class Found(Struct, frozen=True):
    """A figure in a text."""

    start: int
    """Characters, its hedge and its unit included."""
    end: int
    number: tuple[int, int]
    """Where the number itself stands."""
    reading: Quantity | Refusal
    """What it means, or why that is not read."""
    converted: tuple[int, int] | None = None
    """Where the same figure stands once more in other units: "£3.4m ($4.2m)", "$30 million, or about €28 million"."""


def find(text: str, language: str = "en", *, since: bool = False) -> list[Found]:
    """Return the figures of a text in order. Returns none in a language without a file, where they cannot be told from days.

    ``since``: with the times that passed from one event to another, "seven hours after the fall", which else only say when.
    """
    words = words_of(language)
    if words is None or not words.known:
        return []
    tokens = Tokens(text, words.spelling)
    every: list[Found] = []
    done = 0
    for item in _figures(tokens, words, since):
        every.append(_found(tokens, language, words, done, *item))
        done = item[1]
    return every


def numbers(text: str, language: str = "en") -> list[tuple[int, int, Number]]:
    """Return every number of a text, days and names included: where it begins and ends, and its value.

    In a language without a file these are the numbers in digits.
    """
    words = words_of(language)
    if words is None:
        return []
    tokens = Tokens(text, words.spelling)
    found, place = [], 0
    while place < tokens.size:
        read = numeral(tokens, place, words) if is_number(tokens, place, words) else None
        if isinstance(read, Numeral):
            found.append((tokens.starts[place], tokens.ends[read.end - 1], plain(read.value)))
            place = read.end
        else:
            # What makes no number together is not gone over again from each of its parts.
            place = max(place + 1, read.stop if read is not None else 0)
    return found


def _found(
    tokens: Tokens,
    language: str,
    words: Words,
    done: int,
    start: int,
    end: int,
    number: tuple[int, int],
    found: Figure | Trouble,
) -> Found:
    if isinstance(found, Figure) and found.share and found.low is None and found.high is None:
        bare = read(tokens.printed(start, end), language)
        if isinstance(bare, Refusal) or not bare.share:
            # "lost 1-2" is a result, and "1-2" by itself a range
            start, end = with_told(tokens, start, end, done, words)
    first, last = tokens.starts[start], tokens.ends[end - 1]
    place = tokens.starts[number[0]], tokens.ends[number[1] - 1]
    again = _again(tokens, end, found, words)
    converted = None if again is None else (tokens.starts[again.first], tokens.ends[again.last - 1])
    if isinstance(found, Trouble):
        refused = Refusal(tokens.printed(found.start, found.end), found.reason)
        return Found(first, last, place, refused, converted)
    if found.modifier is Modifier.BETWEEN and is_pair(tokens, found.first, end):
        alone = Tokens(tokens.printed(start, end))
        if is_open_pair(alone, found.first - start, end - start, words):
            # "1-4" by itself may be a score
            last, end = tokens.ends[end], end + 1
    printed = tokens.printed(start, end)
    # What ends behind what it counts is read as it would be where an editor prints it.
    reading = read(printed, language) if found.noun else quantity(printed, found)
    return Found(first, last, place, reading, converted)


def _again(tokens: Tokens, end: int, found: Figure | Trouble, words: Words) -> Conversion | None:
    """Return where a figure that ends at a token stands once more in other units."""
    if isinstance(found, Trouble):
        return conversion(tokens, end, None, words) if found.reason is Reason.NUMBER else None
    return None if found.unit is None else conversion(tokens, end, found.unit, words)


def _figures(
    tokens: Tokens, words: Words, since: bool
) -> Iterator[tuple[int, int, tuple[int, int], Figure | Trouble]]:
    place, size, aged, named, done, ahead = 0, tokens.size, 0, 0, 0, -1
    most, figures = max(_FEW, len(tokens.text) // _DENSE), 0
    while place < size:
        if not words.may_open(tokens, place):
            place += 1
            continue
        if ahead < place:
            ahead = _ahead(tokens, place, words)
        if ahead - place > _FAR:
            place = ahead - _FAR
            continue
        if tokens.looks + _BESIDE * figures > most:
            yield place, size, (place, size), Trouble(place, min(place + 4, size), Reason.TOO_LONG, size)
            return
        if _is_doubled(tokens, place, words):
            place += 1
            continue
        if behind := pronoun(tokens, place, words):
            place = behind
            continue
        change = changed(tokens, place, words)
        if change is not None:
            place = change
            if place >= size:
                return
        found = figure(tokens, place, words, single=change is not None)
        if change is not None and isinstance(found, Figure):
            found = carried(tokens, found, words)
        elif isinstance(found, Figure):
            found = change_of(tokens, found, words)
        if isinstance(found, Trouble) and found.reason in _TWO:
            opening = words.before.match(tokens.words, place)
            if opening is not None and opening[0].role == "open" and not opening[0].bare:
                # "a loss of 30", where "of" may also begin a range
                place = opening[1]
                continue
            if found.reason is not Reason.OPEN and (opening is None or opening[0].role != "open"):
                # "voted 30 to 12", "rose 12% to $4 billion": two figures.
                alone = figure(tokens, place, words, single=True)
                found = alone if isinstance(alone, Figure) else found
        if (
            isinstance(found, Trouble)
            and found.reason is Reason.AGAINST
            and tokens.words[place] in words.during
        ):
            # "over almost three years": during them
            rest = figure(tokens, place + 1, words)
            found = rest if isinstance(rest, Figure) and rest.unit in words.durations else found
        figures += found is not None
        if found is None:
            place += 1
        elif isinstance(found, Trouble):
            stop = past_hedge(tokens, min(max(found.stop, place + 1), size), words)
            which = found.reason is Reason.ORDER and words.named.ends(tokens.words, place)
            timed = found.reason is Reason.NUMBER and is_time_of_day(tokens, found.start, found.end, words)
            if found.reason is not Reason.NAME and not which and not timed:
                yield place, stop, (place, stop), found
            again = _again(tokens, stop, found, words)
            place = done = stop if again is None else again.stop
        else:
            found = without_hedge(tokens, found, words)
            if (trouble := _beside(tokens, found, words, done)) is not None:
                start, stop = min(trouble.start, found.start), max(trouble.stop, found.end)
                last = stop if trouble.stop > found.end else found.last
                yield start, stop, (found.first, last), trouble
                place = done = stop
                continue
            if found.modifier is Modifier.BETWEEN:
                ranged = no_range(tokens, found, words)
                game = may_be_result(tokens, found.start, found.end, words)
                if game is not None and game >= done:
                    yield (
                        game,
                        found.end,
                        (found.first, found.last),
                        Trouble(found.first, found.last, Reason.RANGE, found.end),
                    )
                    place = done = found.end
                    continue
                if isinstance(ranged, Figure) and _may_be_score(tokens, ranged, words, aged):
                    ranged = Trouble(found.first, found.last, Reason.RANGE, found.end)
                if isinstance(ranged, Trouble):
                    yield found.start, found.end, (found.first, found.last), ranged
                    place = done = found.end
                    continue
                found = ranged
            if is_age(tokens, found, words, aged):
                aged = found.end
            elif is_also_named(tokens, found, words, named):
                named = found.end
            elif not says_when_or_which(tokens, found, words) or (since and passed(tokens, found, words)):
                whole = with_noun(tokens, found, words)
                stop = past_hedge(tokens, whole.stop, words) if isinstance(whole, Trouble) else whole.end
                yield found.start, max(found.end, stop), (found.first, found.last), whole
                found = whole if isinstance(whole, Figure) else found._replace(end=max(found.end, stop))
            elif words.named.ends(tokens.words, found.first):
                named = found.end
            elif found.share:
                # "doubled" without anything that it is of: no figure, and what changes the one behind it
                place = found.end
                continue
            again = _again(tokens, found.end, found, words)
            place = done = found.end if again is None else again.stop


def _ahead(tokens: Tokens, place: int, words: Words) -> int:
    """Return where from a place on the first word or sign stands that may make a figure: neither an article nor the sign of a currency."""
    while place < tokens.size and (
        tokens.words[place] in words.dull
        or not words.is_body(tokens, place)
        or _is_doubled(tokens, place, words)
    ):
        place += 1
    return place


def _is_doubled(tokens: Tokens, place: int, words: Words) -> bool:
    """Return whether an article follows another one, or "½" does, so that no figure begins with the first."""
    word, after = tokens.words[place], place + 1
    row = words.one if word in words.one else words.fraction_signs
    if word not in row or after >= tokens.size:
        return False
    after += tokens.words[after] in DASHES
    return after < tokens.size and tokens.words[after] in row


def _may_be_score(tokens: Tokens, found: Figure, words: Words, aged: int) -> bool:
    """Return whether two numbers may be a score as well as a range, and are neither ages nor say which one: "pages 1-4"."""
    return (
        is_open_pair(tokens, found.first, found.end, words)
        and not is_age(tokens, found, words, aged)
        and not says_when_or_which(tokens, found, words)
    )


def _beside(tokens: Tokens, found: Figure, words: Words, done: int) -> Trouble | None:
    """Return the trouble with what stands beside a figure and makes another of it; ``done``: the figure before ends there."""
    two = with_number(tokens, found, words)
    end = found.end if two is None else two.stop
    for begin in (spoiled, bound_apart, negated, longer, may_be_age):
        start = begin(tokens, found, words, done)
        if start is not None:
            return Trouble(start, found.start, Reason.WORD, end)
    often = again_and_again(tokens, found, words)
    return often if often is not None and often.start >= done else two
