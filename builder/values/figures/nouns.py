"""Look at what stands behind what a figure counts and changes it: "12 people or more", "30 people a day", "200 (est.)".

What is read where it is printed and what is found in a text both go through here, so that they agree.
"""

from __future__ import annotations

from builder.values.figures.amounts import currency_sign
from builder.values.figures.grammar import figure
from builder.values.figures.meaning import BOUNDS, Figure
from builder.values.figures.numerals import is_number
from builder.values.figures.phrases import Lead
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.shares import of_every, of_so_many, rate
from builder.values.figures.tails import Tail, begins, closed, ends_noun, opened, set_apart, spoils_behind
from builder.values.figures.tokens import DASHES, DIGITS, SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import BOUNDS as NEEDS
from builder.values.quantity import Modifier

_CLOSING = frozenset(".,;:!?)]…") | DASHES
LONGEST = 5
"""How many words may name what is counted: "12 women and small children"."""
_CODE = 5
"""How many runs of letters and of digits a name of both has at most: "H5N1"."""


def with_noun(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return a figure of a text with what stands behind what it counts and changes it, or the trouble with that."""
    place = found.end
    near, kinds = (row[place : place + LONGEST + 4] for row in (tokens.words, tokens.kinds))
    # Digits of "CO2" end no noun.
    end = next((at for at, kind in enumerate(kinds) if kind == DIGITS and not tokens.glued[place + at]), None)
    near = near[:end]
    if words.behind.isdisjoint(near) and words.units_behind.isdisjoint(near[1:]):
        return found
    for _ in range(LONGEST + 1):
        word = tokens.words[place] if place < tokens.size else ""
        if (word in words.behind or word in words.tails) and (
            trouble := unsafe_beside(tokens, place, found, words)
        ):
            return trouble
        if found.modifier is Modifier.VAGUE:
            return found
        if trouble := unit_behind(tokens, place, found, words):
            return trouble
        bound = bound_behind(tokens, place, found, words) if word in words.tails else None
        if isinstance(bound, Trouble):
            return bound
        if bound is not None:
            found, place = bound._replace(noun=True), bound.end
            continue
        apart = opened(tokens, place)[0] > place
        if (place > found.end or apart) and (per := rate_behind(tokens, place, found, words)) is not None:
            found, place = per._replace(noun=True), per.end
            continue
        of = words.of.match(tokens.words, place) if place == found.end and found.unit is not None else None
        if (
            of is not None
            and not is_number(tokens, of[1], words)
            and words.unsafe_after.match(tokens.words, of[1]) is None
        ):
            # "1.2m tonnes of steel a year", and not Spanish "120 metros de largo"
            place = of[1]
            continue
        step = noun_step(tokens, place, found, words)
        counted = step is None and place == found.end and place < tokens.size and tokens.kinds[place] == WORD
        if counted and (than := compared(tokens, place + 1, words)) is not None:
            # Spanish "300 muertos más que en 2023"
            return Trouble(place + 1, than, Reason.WORD, than)
        if step is None:
            whole = whole_behind(tokens, place, found, words)
            return found if whole is None else whole._replace(noun=True)
        place = step
    return found


def whole_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Figure | None:
    """Return a figure with that of which it is a part, behind what it counts: French "19 sièges sur 45"; "3 in every 10" is a share."""
    number = found.high if found.high is not None else found.low
    if at <= found.end or found.share or found.unit is not None or number is None:
        return None
    if (end := of_every(tokens, at, number, words)) is not None:
        told = " ".join(tokens.printed(found.first, end).casefold().split())
        return found._replace(share=True, low=None, high=None, words=told, end=end)
    end = of_so_many(tokens, at, number, words)
    return None if end is None else found._replace(end=end)


def rate_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Figure | None:
    """Return a figure as the rate that it is, if that stands behind what it counts: "30 people a day"."""
    if found.share or (found.low is None and found.high is None):
        return None
    place, _ = opened(tokens, at)
    apart = place > at or (at > found.end and opened(tokens, at - 1)[0] == at)
    at = place
    per = rate(tokens, at, words, noun=True) if at < tokens.size else None
    if per is None or words.is_month(tokens, per[1]):
        # German "im Monat Mai"
        return None
    behind_verb = words.capital_nouns and at > found.end + 1 and tokens.raw(at - 1)[:1].islower()
    if behind_verb and words.per_time.match(tokens.words, at):
        # German "drei Menschen starben in der Woche nach Ostern": it says when.
        return None
    # "30, each", and neither "two men each carrying a bag" nor "30, a week before"
    if apart and tokens.words[at] in words.one:
        return None
    worded = words.rates.match(tokens.words, at)
    if (apart or (worded is not None and worded[1] == at + 1)) and not closed(tokens, per[1], words):
        return None
    return found._replace(unit=f"{found.unit} {per[0]}" if found.unit else per[0], share=True, end=per[1])


def code_end(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a name of letters and digits ends that begins at a place: "CO2", "A320", "H5N1", and not "EUR40"."""
    if tokens.kinds[at] != WORD or not tokens.is_glued(at + 1) or tokens.kinds[at + 1] != DIGITS:
        return None
    lead = words.before.match(tokens.words, at)
    if not tokens.raw(at)[0].isupper() or (lead is not None and lead[0].role != "filler"):
        return None
    if currency_sign(tokens, at, words) is not None or tokens.words[at] in words.codes:
        return None
    end = at + 1
    while tokens.is_glued(end) and tokens.kinds[end] != SIGN and end - at <= _CODE:
        end += 1
    return end if end - at <= _CODE else None


def noun_step(tokens: Tokens, at: int, found: Figure, words: Words) -> int | None:
    """Return the token after a word that may name what a figure counts; ``None`` where none stands."""
    if at >= tokens.size or tokens.kinds[at] != WORD or tokens.is_glued(at):
        return None
    if (coded := code_end(tokens, at, words)) is not None:
        return coded
    if at > found.end and words.joins.match(tokens.words, at) is not None:
        # "12 women and children or more"
        after = at + 1
        noun = after < tokens.size and tokens.kinds[after] == WORD and noun_step(tokens, after, found, words)
        return after if noun and not words.joins.match(tokens.words, after) else None
    begins_one = words.may_begin(tokens, at)
    if tokens.words[at] not in words.meant and not begins_one:
        return at + 1
    known = (
        ends_noun(tokens, at, words)
        or words.before.match(tokens.words, at) is not None
        or words.harmless_after.match(tokens.words, at) is not None
        or words.unsafe_after.match(tokens.words, at) is not None
        or words.after.match(tokens.words, at) is not None
        or begins(tokens, at, words)
        or tokens.words[at] in words.dozens
        or (begins_one and figure(tokens, at, words) is not None)
    )
    return None if known else at + 1


def bound_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Figure | Trouble | None:
    """Return a figure with the hedge or bound that stands behind what it counts: "12 people or more".

    ``None`` where none stands there; trouble where one may, and it is not sure, or cannot be read together with the figure.
    """
    tail = set_apart(tokens, at, words)
    if tail is None:
        return None
    if tail.start == at and _may_be_noun(tokens, tail, words) and not words.after.ends(tokens.words, at):
        # "12 tank tops", and not "12 or more, max"
        return None
    trouble = Trouble(tail.start, tail.end, Reason.WORD, tail.end)
    if words.than.match(tokens.words, tail.end):
        after = words.before.match(tokens.words, tail.end - 1)
        number = after is not None and begins(tokens, after[1], words)
        return None if number else trouble
    if begins(tokens, tail.end, words) or figure(tokens, tail.end, words) is not None:
        return None
    joined = words.joins.match(tokens.words, tail.start)
    if tail.goes_on and not (joined is not None and joined[0] == "or" and tail.start == at):
        return None if joined is not None or tail.start > at or tail.end - tail.start < 2 else trouble
    together = _together(found, tail.modifier)
    return trouble if together is None else together._replace(end=tail.end)


def _may_be_noun(tokens: Tokens, tail: Tail, words: Words) -> bool:
    """Return whether a hedge may be a noun: it is one word, and none that means the same before a figure."""
    if tail.end - tail.start > 1:
        return False
    lead = words.before.match(tokens.words, tail.start)
    return lead is None or lead[0].modifier is not tail.modifier


def _together(found: Figure, modifier: Modifier) -> Figure | None:
    """Return a figure hedged or bounded once more; ``None`` where the two do not go together."""
    if found.share:
        return None
    if modifier is found.modifier or (modifier is Modifier.ABOUT and found.modifier in BOUNDS):
        return found
    if modifier is Modifier.AT_LEAST and found.modifier is Modifier.MORE_THAN:
        return found  # "more than 30 people and counting"
    if found.modifier is Modifier.BETWEEN and modifier is Modifier.ABOUT:
        return found._replace(near=True, hedged=True)
    if found.modifier is not Modifier.EXACTLY:
        return None
    low, high = NEEDS[modifier]
    return found._replace(
        modifier=modifier, low=found.low if low else None, high=found.high if high else None, hedged=True
    )


def unsafe_beside(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with words behind a figure, or behind what it counts, that turn it into another or into none."""
    if at == found.end and (trouble := and_one(tokens, at, found, words) or part_beside(tokens, at, words)):
        return trouble
    if at == found.end and (trouble := or_else(tokens, at, words)):
        return trouble
    if (than := compared(tokens, at, words)) is not None:
        return Trouble(at, than, Reason.WORD, than)
    if trouble := for_one(tokens, at, found, words):
        return trouble
    start, bracket = opened(tokens, at)
    bracketed, apart = bool(bracket), start > at and not bracket
    spoils = spoils_behind(tokens, start, words)
    lead = words.before.match(tokens.words, start)
    if spoils is None:
        return None if lead is None else _dangling(tokens, start, lead, words)
    end = spoils
    hedges = lead is not None and lead[0].role != "filler" and lead[1] >= end
    if hedges and lead is not None:
        end = lead[1]
    shut = _is_shut(tokens, end)
    definite = tokens.words[found.first - 1] in words.definite if found.first else False
    if at == found.end and definite and tokens.words[start] in words.marks:
        # "the 300 mark"
        sure = True
    elif at == found.end == start and hedges and end == spoils > start + 1:
        # "30 on average"
        sure = True
    elif apart:
        # Russian "44 процента - меньше, чем ждали": what it is compared with stands behind a comma of its own
        sure = shut and not (
            end < tokens.size and tokens.words[end] == "," and words.than.match(tokens.words, end + 1)
        )
    elif hedges or tokens.words[start] in words.joints or words.is_adverb(tokens.words[end - 1]):
        # "30, hardly any of them": of what follows; "30 if that and left" ends before the next joint
        sure = shut or (spoils - start > 1 and end < tokens.size and tokens.words[end] in words.going_on)
    else:
        beside = at == found.end and spoils - start == 1 and tokens.words[start] not in words.loose
        sure = bracketed or beside or closed(tokens, end, words) or (at == found.end and end - start > 1)
    stop = end + 1 if bracketed and end < tokens.size and tokens.words[end] in ")]" else end
    return Trouble(start, end, Reason.WORD, stop) if sure else None


def compared(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where words end by which a figure before them is a difference: "300 more than last year", "300 fewer people than"."""
    more = words.compared.match(tokens.words, at)
    if more is None:
        return None
    for place in range(more[1], min(more[1] + LONGEST + 1, tokens.size)):
        if (than := more[0].match(tokens.words, place)) is not None:
            bound = place == more[1] and begins(tokens, than[1], words)
            return None if bound else than[1]
        if tokens.kinds[place] != WORD or is_number(tokens, place, words):
            return None
    return None


def for_one(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with what makes a ratio of a figure behind what it counts: "three women for one man"."""
    if at <= found.end or found.unit is not None or found.share or found.modifier is Modifier.VAGUE:
        return None
    one = words.for_one.match(tokens.words, at)
    if (
        one is None
        or not (one[1] < tokens.size and tokens.kinds[one[1]] == WORD)
        or is_number(tokens, one[1], words)
    ):
        return None
    return Trouble(at, one[1], Reason.WORD, one[1])


def _dangling(tokens: Tokens, at: int, lead: tuple[Lead, int], words: Words) -> Trouble | None:
    """Return the trouble with a hedge that has nothing behind it to hedge: "30, perhaps."."""
    meant, end = lead
    if meant.modifier is not Modifier.ABOUT or words.prepositions.match(tokens.words, at) is not None:
        # "30 people around"
        return None
    return Trouble(at, end, Reason.WORD, end) if _is_shut(tokens, end) else None


def _is_shut(tokens: Tokens, at: int) -> bool:
    """Return whether the words before a place end there."""
    return at >= tokens.size or tokens.words[at] in _CLOSING


def unit_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with a unit behind a word that makes another of it: "30 Singapore dollars", "30 cubic feet"."""
    if at <= found.end or at >= tokens.size:
        return None
    unit, lead = words.units.match(tokens.words, at), words.before.match(tokens.words, at)
    if unit is not None and lead is not None and lead[1] > unit[1]:
        return None  # Spanish "ha superado" begins like "ha", a hectare
    measured = unit is not None and at == found.end + 1 and unit[0] not in words.durations
    money = words.money.match(tokens.words, at) is not None or words.codes.get(
        tokens.words[at]
    ) == tokens.raw(at)
    return Trouble(at, at + 1, Reason.WORD, at + 1) if money or measured else None


def part_beside(tokens: Tokens, at: int, words: Words) -> Trouble | None:
    """Return the trouble with a part behind a number, which is none of it: "30 half"."""
    if at >= tokens.size:
        return None
    word = tokens.words[at]
    if word not in words.fractions and words.parts.match(tokens.words, at) is None:
        return None
    return Trouble(at, at + 1, Reason.WORD, at + 1)


def or_else(tokens: Tokens, at: int, words: Words) -> Trouble | None:
    """Return the trouble with an "or" right behind a figure that is no bound and leads to no other figure: "200 or none", "200 or better"."""
    unsure = words.unsure.match(tokens.words, at)
    if unsure is not None and words.before.match(tokens.words, at) is None:
        # French "200 si ce n'est": only if a bound or a number follows is it known what
        apart = set_apart(tokens, at, words) is not None or begins(tokens, unsure[1], words)
        return None if apart else Trouble(at, unsure[1], Reason.WORD, unsure[1])
    join = words.joins.match(tokens.words, at)
    if join is None or join[0] != "or" or join[1] >= tokens.size or tokens.kinds[join[1]] != WORD:
        return None
    if set_apart(tokens, at, words) is not None or begins(tokens, join[1], words):
        return None
    return Trouble(at, join[1] + 1, Reason.WORD, join[1] + 1)


def and_one(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with what may end a number in words: French "mille et un" is 1,001, or very many; "one hundred first"."""
    if at != found.last or tokens.kinds[at - 1] != WORD or at >= tokens.size:
        return None
    if tokens.words[at] in words.ordinals:
        # "twenty first" is the twenty-first
        return Trouble(at, at + 1, Reason.NAME, at + 1)
    if at + 1 >= tokens.size:
        return None
    if tokens.words[at] not in words.after_tens or tokens.words[at + 1] not in words.one:
        return None
    return Trouble(at, at + 2, Reason.NUMBER, at + 2)
