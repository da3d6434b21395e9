"""Find the figures of a text: how many or how much of something, not when, how old or which one.

What is found is what is read: the same grammar finds a figure in a text and reads it where it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.values.figures.beside import (
    STOPS,
    again_and_again,
    bound_apart,
    carried,
    changed,
    longer,
    no_range,
    past_hedge,
    pronoun,
    spoiled,
    with_number,
    without_hedge,
)
from builder.values.figures.conversions import Conversion, conversion
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import Figure
from builder.values.figures.nouns import with_noun
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.ratios import may_be_result, with_told
from builder.values.figures.reader import quantity, read
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.refusal import Refusal
from builder.values.figures.tokens import DIGITS, WORD, Tokens
from builder.values.figures.words import Words, words_of
from builder.values.quantity import Modifier, Number, Quantity, plain

_TWO = (Reason.OPEN, Reason.ORDER, Reason.UNITS)
_FEW = 200
_DENSE = 16
"""Characters for a figure in a text with more figures than ``_FEW``. No sentence and no table is denser, and what is is not read on: its
end is one figure that is refused."""
_NOUN = 4
"""How many words behind "one" may name a speaker."""


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


def find(text: str, language: str = "en") -> list[Found]:
    """Return the figures of a text in order. Returns none in a language without a file, where they cannot be told from days."""
    words = words_of(language)
    if words is None or not words.known:
        return []
    tokens = Tokens(text, words.spelling)
    every: list[Found] = []
    done = 0
    for item in _figures(tokens, words):
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
    printed = tokens.printed(start, end)
    # What ends behind what it counts is read as it would be where an editor prints it.
    reading = read(printed, language) if found.noun else quantity(printed, found)
    return Found(first, last, place, reading, converted)


def _again(tokens: Tokens, end: int, found: Figure | Trouble, words: Words) -> Conversion | None:
    """Return where a figure that ends at a token stands once more in other units."""
    if isinstance(found, Trouble):
        return conversion(tokens, end, None, words) if found.reason is Reason.NUMBER else None
    return None if found.unit is None else conversion(tokens, end, found.unit, words)


def _figures(tokens: Tokens, words: Words) -> Iterator[tuple[int, int, tuple[int, int], Figure | Trouble]]:
    place, size, aged, done = 0, tokens.size, 0, 0
    left = max(_FEW, len(tokens.text) // _DENSE)
    while place < size:
        if not words.may_begin(tokens, place) and tokens.words[place] not in words.starts:
            place += 1
            continue
        if passed := pronoun(tokens, place, words):
            place = passed
            continue
        change = changed(tokens, place, words)
        if change is not None:
            place = change
            if place >= size:
                return
        found = figure(tokens, place, words, single=change is not None)
        if change is not None and isinstance(found, Figure):
            found = carried(tokens, found, words)
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
        left -= found is not None
        if not left:
            yield place, size, (place, size), Trouble(place, min(place + 4, size), Reason.TOO_LONG, size)
            return
        if found is None:
            place += 1
        elif isinstance(found, Trouble):
            stop = past_hedge(tokens, min(max(found.stop, place + 1), size), words)
            named = found.reason is Reason.ORDER and words.named.ends(tokens.words, place)
            if found.reason is not Reason.NAME and not named:
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
                if isinstance(ranged, Trouble):
                    yield found.start, found.end, (found.first, found.last), ranged
                    place = done = found.end
                    continue
                found = ranged
            if _is_age(tokens, found, words, aged):
                aged = found.end
            elif not _says_when_or_which(tokens, found, words):
                whole = with_noun(tokens, found, words)
                stop = past_hedge(tokens, whole.stop, words) if isinstance(whole, Trouble) else whole.end
                yield found.start, max(found.end, stop), (found.first, found.last), whole
                found = whole if isinstance(whole, Figure) else found._replace(end=max(found.end, stop))
            again = _again(tokens, found.end, found, words)
            place = done = found.end if again is None else again.stop


def _says_when_or_which(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number is no figure: a year, a deadline, the number of a flight, a word that hardly ever counts."""
    before, end = tokens.words[found.start - 1] if found.start else "", found.end
    after = tokens.words[end] if end < tokens.size else ""
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
            after in words.later
            or before in words.time_limit
            or words.counted_off.ends(tokens.words, found.start)
        )
    if found.unit is not None:
        return False
    if _year(tokens, found, words, before) or _name(tokens, found, words):
        return True
    return not found.hedged and _lone_one(tokens, found, words)


def _beside(tokens: Tokens, found: Figure, words: Words, done: int) -> Trouble | None:
    """Return the trouble with what stands beside a figure and makes another of it; ``done``: the figure before ends there."""
    two = with_number(tokens, found, words)
    end = found.end if two is None else two.stop
    for begin in (spoiled, bound_apart, longer):
        start = begin(tokens, found, words, done)
        if start is not None:
            return Trouble(start, found.start, Reason.WORD, end)
    often = again_and_again(tokens, found, words)
    return often if often is not None and often.start >= done else two


def _name(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether a number belongs to a name: "the FTSE 100", "14 Mill Lane", "Seven Oaks"."""
    first, end = found.first, found.last
    if found.start != first or found.low != found.high or end != found.end:
        return False
    if tokens.kinds[first] == WORD:
        # "led by Seven Oaks Capital"
        inside = first and tokens.kinds[first - 1] == WORD and tokens.raw(first)[0].isupper()
        return bool(inside and not words.capital_nouns and _capital(tokens, end))
    place = end
    while _capital(tokens, place):
        if place > end and tokens.words[place] in words.streets:
            return True
        place += 1
    named = first > 1 and _capital(tokens, first - 1) and tokens.words[first - 2] not in STOPS
    return named and end - first == 1 and not _counts(tokens, end, words)


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
    return not (single or (multiple is not None and multiple[1] == found.end))


def _is_age(tokens: Tokens, found: Figure, words: Words, aged: int) -> bool:
    """Return whether a number is an age: "aged 39 and 51", "when she was six", "Ada Brandt, 45, said"."""
    if found.unit not in (None, "years") or found.share or found.modifier is Modifier.VAGUE:
        return False
    start, end = found.start, found.end
    if found.unit == "years" and _set_apart(tokens, found, words):
        return True
    counts = (
        found.unit is None
        and end < tokens.size
        and tokens.kinds[end] == WORD
        and not _function(tokens, end, words)
    )
    if not counts and words.aged.ends(tokens.words, found.first):
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
    closed = tokens.words[end] in (",", ".") if tokens.words[start - 1] == "," else tokens.words[end] == ")"
    return (
        closed and tokens.raw(start - 2)[0].isupper() and tokens.kinds[start - 2] == WORD and not found.hedged
    )


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
    if (
        found.last - found.first != 1
        or tokens.kinds[found.first] != DIGITS
        or len(tokens.words[found.first]) != 4
    ):
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
