"""Look at what stands behind a printed figure: what is counted may stand there, and nothing that could change the figure."""

from __future__ import annotations

from builder.values.figures.conversions import conversion
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import Figure
from builder.values.figures.nouns import (
    LONGEST,
    and_one,
    bound_behind,
    code_end,
    compared,
    for_one,
    noun_step,
    or_else,
    rate_behind,
    whole_behind,
)
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tails import closed, ends_noun, spoils_behind
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import is_length

PLAIN_SIGNS = frozenset("\"'“”„«»‹›‘’‚`´()[]{}.,;:!?…") | DASHES
"""Signs that change no figure."""


def behind(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return the figure with all that stands behind it understood, or the trouble with that."""
    place, size = _of_whole(tokens, found, words) or found.end, tokens.size
    noun = place == found.end
    naming = noun
    while place < size:
        if (per := rate_behind(tokens, place, found, words)) is not None:
            # "30 people a day"
            found, place, naming = per, per.end, False
            continue
        if naming and (bound := bound_behind(tokens, place, found, words)) is not None:
            if isinstance(bound, Trouble):
                return bound
            found, place = bound, bound.end
            continue
        if naming and (whole := whole_behind(tokens, place, found, words)) is not None:
            naming, found, place = False, whole, whole.end
            continue
        step = _passed(tokens, place, found, words, noun)
        if isinstance(step, Trouble):
            return step
        noun = noun and not ends_noun(tokens, place, words)
        naming = naming and place - found.end < LONGEST and noun_step(tokens, place, found, words) == step
        place = step
    return found


def _of_whole(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where "of the 200" or "of 200" ends that stands behind a figure: it is a part of them, and no figure of its own here."""
    of = words.of.match(tokens.words, found.end)
    if of is None or found.share:
        return None
    filler = words.before.match(tokens.words, of[1])
    filled = filler is not None and filler[0].role == "filler" and tokens.words[of[1]] in words.definite
    # German "300 der 500": of the
    one_word = of[1] == found.end + 1 and tokens.words[found.end] in words.definite
    place = filler[1] if filler is not None and filled else of[1]
    number = numeral(tokens, place, words) if place < tokens.size else None
    if not isinstance(number, Numeral) or number.article:
        return None
    if filled or one_word or found.unit == "percent":
        return number.end
    # "3 of 12 villages" are three, "3 of 12" may be anything.
    unit = words.units.match(tokens.words, number.end)
    smaller = found.unit is None and unit is None and (found.high or 0) <= number.value
    return number.end if smaller and not closed(tokens, number.end, words) else None


def _passed(tokens: Tokens, at: int, found: Figure, words: Words, noun: bool) -> int | Trouble:
    """Return the token after a word behind a figure that does not change it. ``noun``: what is counted is still being named."""
    word, kind = tokens.words[at], tokens.kinds[at]
    if (coded := code_end(tokens, at, words)) is not None:
        return coded
    if found.unit is not None and (again := conversion(tokens, at, found.unit, words)) is not None:
        return again.stop
    if (spoils := spoils_behind(tokens, at, words)) is not None:
        return Trouble(at, spoils, Reason.WORD, spoils)
    if at == found.end and (trouble := or_else(tokens, at, words)):
        return trouble
    if (than := compared(tokens, at, words)) is not None:
        return Trouble(at, than, Reason.WORD, than)
    if trouble := for_one(tokens, at, found, words):
        return trouble
    pronoun = words.pronouns.match(tokens.words, at)
    if pronoun is not None and words.joins.match(tokens.words, pronoun[1] - 1) is None:
        return at + 1
    if (when := words.when.match(tokens.words, at)) is not None:
        return when[1]
    if (each := words.rates.match(tokens.words, at)) is not None:
        # "30 men each with a bag": whether each or all of them had it is not known
        return Trouble(at, each[1], Reason.WORD, each[1])
    if stretch := _stretch(tokens, at, words):
        return stretch
    tail = words.after.match(tokens.words, at)
    if tail is not None and tail[1] > at + 1 and not is_number(tokens, tail[1], words):
        # "30 of them, give or take a few"
        return Trouble(at, tail[1], Reason.WORD, tail[1])
    if (name := _named(tokens, at)) is not None:
        return name
    if is_number(tokens, at, words) or word in words.dozens or figure(tokens, at, words) is not None:
        return Trouble(at, at + 1, Reason.TWO_FIGURES, at + 1)
    harmless, lead = words.harmless_after.match(tokens.words, at), words.before.match(tokens.words, at)
    if harmless is not None and (lead is None or lead[1] <= harmless[1]):
        return harmless[1]
    if kind == SIGN:
        return at + 1 if word in PLAIN_SIGNS else Trouble(at, at + 1, Reason.SIGN, at + 1)
    return _changes(tokens, at, found, words, noun) or _after_preposition(tokens, at, found, words) or at + 1


def _named(tokens: Tokens, at: int) -> int | None:
    """Return where a name ends whose number stands at a place, joined to its letters: "three F-16s"."""
    joined = tokens.kinds[at] == DIGITS and at > 1 and tokens.glued[at] and tokens.words[at - 1] in DASHES
    if not joined or not tokens.glued[at - 1] or not tokens.raw(at - 2)[0].isupper():
        return None
    return at + 1 + (tokens.is_glued(at + 1) and tokens.kinds[at + 1] == WORD)


def _changes(tokens: Tokens, at: int, found: Figure, words: Words, noun: bool) -> Trouble | None:
    """Return the trouble with a word that could change the figure before it."""
    word = tokens.words[at]
    times = words.times.match(tokens.words, at)
    part = words.parts.match(tokens.words, at) is not None and word not in words.fractions
    multiple = times is not None and (times[1] >= tokens.size or tokens.words[times[1]] in words.comparing)
    if part or multiple or (at <= found.end + 1 and word in words.fractions):
        # "two to three times higher", "one to two thirds"
        return Trouble(at, at + 1, Reason.WORD, at + 1)
    if trouble := and_one(tokens, at, found, words):
        return trouble
    if noun and word in words.one and not _ago(tokens, at + 1, words):
        # "30 people a working day"
        return Trouble(at, at + 1, Reason.WORD, at + 1)
    money = words.money.match(tokens.words, at) or words.codes.get(word) == tokens.raw(at)
    unit = words.units.match(tokens.words, at)
    if money or (unit is not None and (noun or unit[0].startswith("percent"))):
        # "30 Singapore dollars", "30 cubic feet", "30 km miles"
        return Trouble(at, at + 1, Reason.WORD, at + 1)
    tail = words.after.match(tokens.words, at)
    if tail is not None or words.is_adverb(word):
        # "30 people at least"
        end = tail[1] if tail is not None else at + 1
        return Trouble(at, end, Reason.WORD, end)
    lead = words.before.match(tokens.words, at)
    if lead is None or lead[0].role in ("filler", "open") or lead[0].filler:
        return None
    passed = _after_preposition(tokens, at, found, words)
    return None if passed is not None and passed >= lead[1] else Trouble(at, lead[1], Reason.WORD, lead[1])


def _ago(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether "day earlier" stands at a place."""
    unit = words.units.match(tokens.words, at)
    return unit is not None and words.later.match(tokens.words, unit[1]) is not None


def _after_preposition(tokens: Tokens, at: int, found: Figure, words: Words) -> int | None:
    """Return where a preposition ends that hedges before a figure and means nothing here: "30 people around the lake"."""
    preposition = words.prepositions.match(tokens.words, at)
    if preposition is None or preposition[1] >= tokens.size or tokens.kinds[preposition[1]] != WORD:
        return None
    # "12 km north of Elbing": how far it is, and from where
    named = (
        tokens.words[at] in words.lengths
        and is_length(found.unit)
        and tokens.raw(preposition[1])[0].isupper()
    )
    if at > found.end or named or words.harmless_before.match(tokens.words, preposition[1]):
        return preposition[1]
    return None


def _stretch(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a time ends that stands behind a figure and does not change it: "in two days", "in 2024", "on 14 December 2024"."""
    word = tokens.words[at]
    if words.is_month(tokens, at) or word in words.weekdays:
        return _date(tokens, at + 1)
    if tokens.kinds[at] == DIGITS and words.is_month(tokens, at + 1):
        return _date(tokens, at + 2)
    if (word not in words.year_words and word not in words.time_prepositions) or at + 1 >= tokens.size:
        return None
    timed = words.units.match(tokens.words, at + 2) if tokens.words[at + 1] in words.one else None
    if timed is not None and timed[0] in words.durations and word in words.time_prepositions:
        return timed[1]
    number = numeral(tokens, at + 1, words)
    if not isinstance(number, Numeral) or number.article:
        return None
    if number.digits and number.end == at + 2 and 1500 <= number.value < 2200:
        unit = words.units.match(tokens.words, number.end)
        return number.end if unit is None and not tokens.is_glued(number.end) else None
    unit = words.units.match(tokens.words, number.end)
    return (
        unit[1]
        if unit is not None and unit[0] in words.durations and word in words.time_prepositions
        else None
    )


def _date(tokens: Tokens, at: int) -> int:
    """Return where a date ends whose month has been read: a day, a year."""
    for longest in (2, 4):
        place = at + 1 if at < tokens.size and tokens.words[at] == "," else at
        if (
            place < tokens.size
            and tokens.kinds[place] == DIGITS
            and len(tokens.words[place]) <= longest
            and not tokens.is_glued(place + 1)
        ):
            at = place + 1
    return at
