"""What stands beside a figure of a text and makes another of it: a hedge that is none, a bound a few words before it, a share, a second unit."""

from __future__ import annotations

from builder.values.figures.amounts import Amount, amount, currency_sign
from builder.values.figures.changes import STOPS
from builder.values.figures.grammar import figure, goes_on
from builder.values.figures.meaning import BOUNDS, Figure
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.shares import behind_owner
from builder.values.figures.tails import closed
from builder.values.figures.tokens import DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.lexicon import everywhere
from builder.values.quantity import Modifier, is_length, is_measure

_APART = 6
"""How many words before a figure a bound is looked for that does not stand against it."""
_CHANGE = 8
"""How many words before a figure a verb of change is looked for."""
_LED = 3
"""How many words before "up to" make no bound of it: "was revised up to"."""
_LONGEST = 6
"""How many words a phrase has at most."""
_SUMS = frozenset("+×x*=")
"""Signs that make one number of two."""
_FILLED = 3
"""How many fillers may stand between a share and the number that it is a part of."""


def pronoun(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where "one another" begins to be no figure: it counts nothing, unless a figure goes on behind it: "one or two"."""
    found = words.pronouns.match(tokens.words, at)
    if found is None:
        return None
    longer = figure(tokens, at, words)
    if isinstance(longer, Trouble) and longer.start > at:
        # French "l'une des 1 200 ou 300": the trouble is with what follows
        longer = figure(tokens, at, words, single=True)
    single = any(words.single.match(tokens.words, place) for place in (found[1] - 1, found[1]))
    lead = words.before.match(tokens.words, found[1])
    hedged = lead is not None and lead[0].role != "filler"
    behind = single or hedged or (found[1] < tokens.size and is_number(tokens, found[1], words))
    if (
        isinstance(longer, Trouble)
        and longer.start == at
        and longer.stop > found[1]
        and (behind or longer.end > found[1])
    ):
        # French "un des 300": one of them
        return None
    within = words.within.match(tokens.words, found[1] - 1) is not None
    if (
        isinstance(longer, Figure)
        and longer.first == at
        and longer.end > found[1]
        # Russian "один из пяти"
        and (not longer.share or within)
    ):
        return None
    lead = words.before.match(tokens.words, at)
    return found[1] if lead is not None and lead[0].role == "unsafe" else at + 1  # "no one"


def without_hedge(tokens: Tokens, found: Figure, words: Words) -> Figure:
    """Take away a hedge that is none: "talked about 30 cases", "a raise of 9% over two years"."""
    if found.start == found.first:
        return found
    first, before = tokens.words[found.start], tokens.words[found.start - 1] if found.start else ""
    # German joins words: "Großauftrag über 30 Millionen"
    spoken = any(
        before == word or (words.capital_nouns and before.endswith(word))
        for word in words.talk.get(first, ())
    )
    during = first in words.during and found.unit in words.durations and before not in words.lasting
    closing = words.closings.match(tokens.words, found.start)
    if closing is not None and closing[1] == found.first and _came_to(tokens, found, words):
        during = True
    if not spoken and not during:
        return found
    bare = figure(tokens, found.start + 1 if closing is None else closing[1], words)
    return bare if isinstance(bare, Figure) else found


def _came_to(tokens: Tokens, found: Figure, words: Words) -> bool:
    """Return whether what may bound a figure tells what a count came to: "was revised up to 300", Spanish "subieron un 3 % hasta 300".

    "Cut up to 300 jobs" is a bound, and so is "cayeron hasta 30 cm de nieve".
    """
    whole = (
        words.harmless_before.match(tokens.words, at) for at in range(max(0, found.start - _LED), found.start)
    )
    if any(end is not None and end[1] == found.first for end in whole):
        return True
    near = tokens.words[max(0, found.start - _CHANGE) : found.start]
    came = tokens.words[found.start] in words.came_to and not is_length(found.unit)
    return came and any(word in words.changes for word in near)


def bound_apart(tokens: Tokens, found: Figure, words: Words, done: int) -> int | None:
    """Return where a bound begins that stands a few words before a figure and may be meant of it: "at most for another 30".

    ``done``: the figure before ends there.
    """
    at = found.start
    for place in range(at - 1, max(done - 1, at - 1 - _APART), -1):
        if tokens.kinds[place] != WORD or words.may_begin(tokens, place):
            return None
        lead = words.before.match(tokens.words, place)
        if lead is None or lead[1] > at or lead[0].modifier not in BOUNDS:
            continue
        past = lead[0].verb and lead[0].bare and not lead[0].is_level
        if past or (lead[0].verb and goes_on(tokens, lead[1], words)):
            # "passed by 54 votes to 46"
            continue
        if lead[0].is_level and found.unit is not None:
            continue
        # "over the bridge", "up to the river"
        others = (table.match(tokens.words, place) for table in (words.prepositions, words.closings))
        if all(other is None or other[1] < lead[1] for other in others):
            return place
    return None


def negated(tokens: Tokens, found: Figure, words: Words, done: int) -> int | None:
    """Return where a negation stands right before a figure, or some words before a bound, which it turns: "did not draw more than 300"."""
    if found.modifier not in BOUNDS or found.start == found.first:
        beside = found.start > done and words.negating.ends(tokens.words, found.start)
        return found.start - 1 if beside else None
    for place in range(found.start, max(done, found.start - _APART), -1):
        if (
            tokens.kinds[place - 1] == DIGITS
            or tokens.words[place - 1] in STOPS
            or tokens.words[place - 1] in ",;"
        ):
            return None
        if words.negating.ends(tokens.words, place):
            return place - 1
    return None


def longer(tokens: Tokens, found: Figure, words: Words, done: int) -> int | None:
    """Return where a stretch of time begins of which a figure is the smaller part: "an hour and 50 minutes"."""
    at = found.first - 1
    if (
        found.unit not in words.durations
        or at < max(1, done + 1)
        or words.joins.match(tokens.words, at) is None
    ):
        return None
    before = words.units.match(tokens.words, at - 1)
    return at - 1 if before is not None and before[0] in words.durations and before[1] == at else None


def spoiled(tokens: Tokens, found: Figure, words: Words, done: int) -> int | None:
    """Return where words begin that stand right before a figure, change it and are not read with it: "daily 300", "effectively 300".

    So does one that is a figure itself: "doubled at most 300". ``done``: the figure before ends there.
    """
    at = found.start
    if at <= done or tokens.kinds[at - 1] not in (WORD, SIGN):
        return None
    for table in (words.spoils, words.multiples):
        if not table.ends(tokens.words, at):
            continue
        for place in range(at - 1, max(done - 1, at - 1 - _LONGEST), -1):
            spoil = table.match(tokens.words, place)
            if spoil is not None and spoil[1] == at:
                return place
        return None
    if not words.is_adverb(tokens.words[at - 1]):
        return None
    known = (words.harmless_after, words.harmless_before, words.before, words.named, words.labels)
    return None if any(table.ends(tokens.words, at) for table in known) else at - 1


def past_hedge(tokens: Tokens, stop: int, words: Words) -> int:
    """Return where a search goes on behind words that are not read: not between a hedge among them and its number, "15 short of 200"."""
    if stop < tokens.size and (
        words.multiples.ends(tokens.words, stop)
        or words.spoils.ends(tokens.words, stop)
        or _is_hedged(tokens, stop, words)
    ):
        return max(stop, _next_number(tokens, stop, words) or stop)
    return stop


def _is_hedged(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a hedge ends before a place."""
    for place in range(max(0, at - _LONGEST), at):
        lead = words.before.match(tokens.words, place)
        if lead is not None and lead[1] == at and lead[0].role in ("hedge", "unsafe"):
            return True
    return False


def with_number(tokens: Tokens, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with a number right behind a figure that makes one figure with it, or is part of it.

    "Half the 300", "twice 300", "3 of 12", "6ft 2in", "two hours and 30 minutes": none of the two numbers is what is counted.
    """
    if found.share and found.low is None and found.high is None:
        if _is_change(tokens, found.end, words):
            return None
        end = _next_number(tokens, found.end, words)
    elif found.modifier is Modifier.VAGUE or found.share:
        return None
    elif (every := words.within.match(tokens.words, found.end)) and currency_sign(tokens, every[1], words):
        # "$12 for every $100"
        return Trouble(found.end, every[1], Reason.WORD, every[1])
    elif found.unit is None:
        end = (
            _whole(tokens, found, words)
            or _plural(tokens, found.end, words)
            or _added(tokens, found.end, words)
        )
        times = words.times.match(tokens.words, found.end) if end is None else None
        if times is not None:
            # "three times 300"
            end = _next_number(tokens, times[1], words)
    else:
        end = _smaller_unit(tokens, found, words) or _of_as_many(tokens, found, words)
    return None if end is None else Trouble(found.start, end, Reason.TWO_FIGURES, end)


def _is_change(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether a multiple that ends at a place is a verb of change with what it was or came to behind it: "doubled from 30 to 60"."""
    if at >= tokens.size or tokens.words[at - 1] not in words.changes:
        return False
    lead = words.before.match(tokens.words, at)
    was = lead is not None and lead[0].role == "open" and not lead[0].bare
    return was or words.became.match(tokens.words, at) is not None


def _next_number(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a figure ends that begins at a place, fillers and further shares left out: "half of twice the 300"."""
    end = None
    for _ in range(_FILLED + 1):
        if at >= tokens.size or tokens.kinds[at] == SIGN:
            break
        if words.may_begin(tokens, at) and tokens.words[at] not in words.articles:
            second = figure(tokens, at, words)
            if second is None:
                break
            end = second.stop if isinstance(second, Trouble) else second.end
            if isinstance(second, Trouble) or not second.share or second.low is not None:
                break
            at = end
            continue
        filler = words.before.match(tokens.words, at)
        behind = filler[1] if filler is not None else behind_owner(tokens, at, words)
        if behind is None:
            break
        at = behind
    return end


def _whole(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where the number ends behind "of" that a figure is a part of: "3 of 12", and not "3 of 12 villages", which are three."""
    of = words.of.match(tokens.words, found.end)
    if of is None or tokens.words[found.end] in words.definite:
        return None
    number = numeral(tokens, of[1], words) if of[1] < tokens.size else None
    if not isinstance(number, Numeral) or not number.digits or tokens.kinds[found.first] != DIGITS:
        # "one of three sections" is one of them
        return None
    dated = words.units.match(tokens.words, number.end)
    whole = dated is None and (found.low or 0) <= number.value
    return number.end if whole and closed(tokens, number.end, words) else None


def _added(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a number ends with which one before it is a sum or a product: "12 + 3", "4 x 100"."""
    if at + 1 >= tokens.size or tokens.words[at] not in _SUMS or not is_number(tokens, at + 1, words):
        return None
    second = numeral(tokens, at + 1, words)
    return second.end if isinstance(second, Numeral) else at + 2


def _of_as_many(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where the number ends of which an amount is a part: French "24 heures sur 24", "20 percent of 30 percent"."""
    of = (
        words.of if found.unit == "percent" else words.within_apart if found.unit in words.durations else None
    )
    joint = of.match(tokens.words, found.end) if of is not None else None
    if joint is None or not is_number(tokens, joint[1], words):
        return None
    second = amount(tokens, joint[1], words)
    if not isinstance(second, Amount) or second.unit != (found.unit if found.unit == "percent" else None):
        return None
    return second.end


def _plural(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a scale in the plural ends that stands right behind a number, which is none with it: "300 thousands"."""
    return at + 1 if at < tokens.size and tokens.words[at] in words.plurals else None


def _smaller_unit(tokens: Tokens, found: Figure, words: Words) -> int | None:
    """Return where a second amount ends whose unit is a smaller one of the same kind: "two hours and 30 minutes", "6ft 2in"."""
    place = found.end
    if place < tokens.size and tokens.words[place] == ",":
        place += 1
    join = words.joins.match(tokens.words, place)
    place = join[1] if join is not None and join[0] == "and" else place
    if place >= tokens.size or not is_number(tokens, place, words):
        return None
    digits = place == found.end and tokens.kinds[place] == DIGITS and tokens.is_glued(place + 1)
    if digits and tokens.kinds[place + 1] == WORD and tokens.glued[found.end - 1]:
        # "2lb 3oz", "12st 4lb"
        return place + 2
    family = next((family for family in everywhere().families.values() if found.unit in family), None)
    if family is None or found.unit is None:
        return None
    second = amount(tokens, place, words)
    if not isinstance(second, Amount):
        return None
    if second.unit is None:
        # "6ft 2in"
        beside = place == found.end and tokens.kinds[place] == DIGITS and tokens.is_glued(second.end)
        glued = beside and tokens.kinds[second.end] == WORD
        return second.end + 1 if glued else None
    smaller = second.unit in family and family[second.unit] < family[found.unit]
    return second.end if smaller else None


def again_and_again(tokens: Tokens, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with a figure that says how often: "every two hours", German "alle 200 Meter"."""
    if found.share or not is_measure(found.unit) or not words.recurring.ends(tokens.words, found.start):
        return None
    start = next(
        place for place in range(found.start - 1, -1, -1) if words.recurring.match(tokens.words, place)
    )
    return Trouble(start, found.start, Reason.WORD, found.end)
