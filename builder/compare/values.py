"""Compare the values of two comparable claims: same, compatible or in conflict.

There is one function for each kind of answer. Each is symmetric in its relation and differences, and returns a conflict
only if no reading of the printed words lets both be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from builder.compare import wordings
from builder.compare.phrases import in_words, join_items, quoted
from builder.compare.places import PARTIES, PLACES, compare_places
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import Names
from builder.content.model import Claim, Value
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan
from builder.values.dates import caption as date_caption
from builder.values.quantity import (
    Modifier,
    Quantity,
    base_unit,
    caption,
    precision,
    print_number,
    rest_of_hundred,
    step,
)
from builder.values.text import folded
from builder.values.units import unit_in_words


def quantity_caption(figure: Quantity, *others: Quantity) -> str:
    """Return the meaning of a figure in standard words, with millions and more in words: ``more than 175.4 billion euros``.

    ``others`` mean the same in other words: whose dollars they are is said only if all say so.
    """
    said = in_words(caption(figure))
    # A vague figure's caption is its own words, which may end with anything.
    if not figure.bounded or not figure.unit or not said.endswith(f" {figure.unit}"):
        return said
    printed = (one.printed for one in (figure, *others))
    return said.removesuffix(figure.unit) + unit_in_words(figure.unit, *printed)


def plain_caption(figure: Quantity, *others: Quantity) -> str:
    """Return the same without its "exactly", for a sentence that says that a figure is given."""
    return quantity_caption(figure, *others).removeprefix("exactly ")


def meant(claims: Iterable[Claim]) -> str:
    """Return what the figures of claims that mean the same are, in standard words: whose currency it is only if all say so."""
    return plain_caption(*(claim.value for claim in claims if isinstance(claim.value, Quantity)))


NO_SIGN = "no sign of it"
"""What an answer is called that is no plain no."""


def compare(answer: Answer, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Compare the values of two claims on a question with the given kind of answer.

    None for two wordings that are not prints of one statement, and for two vague figures: there is nothing to say of them.
    """
    if a.undecided or b.undecided:
        return _undecided(a, b)
    if a.no_sign or b.no_sign:
        return _without_sign(a, b)
    found = _valued(answer, a.printed, a.value, b.printed, b.value)
    return found if found or answer is Answer.QUANTITY else wordings.compare(a, b, names)


@lru_cache(maxsize=16_384)
def _valued(answer: Answer, printed_a: str, value_a: Value, printed_b: str, value_b: Value) -> Verdict | None:
    """Compare two values; None if they are words. Cached, because a few values are printed very often."""
    match answer, value_a, value_b:
        case Answer.QUANTITY, Quantity() as left, Quantity() as right:
            return compare_quantities(left, right)
        case Answer.DATE, DateSpan() as left, DateSpan() as right:
            return compare_dates(printed_a, left, printed_b, right)
        case ((Answer.PLACE | Answer.WHO), tuple() as left, tuple() as right):
            return compare_places(
                printed_a, left, printed_b, right, PLACES if answer is Answer.PLACE else PARTIES
            )
        case Answer.YES_NO, bool() as left, bool() as right:
            return compare_yes_no(printed_a, left, printed_b, right)
        case _:
            return None


_PRINTED = {
    Modifier.AT_LEAST: "print one figure, the second as the least",
    Modifier.UP_TO: "print one figure, the second as the most",
    Modifier.MORE_THAN: "print one figure, the second as one that is exceeded",
    Modifier.LESS_THAN: "print one figure, the second as one that is not reached",
}
"""How a flat figure and a bound of the same number differ: "over 3,000" is not 3,000 with a hedge."""


def compare_quantities(a: Quantity, b: Quantity) -> Verdict | None:
    """Compare two figures of one kind. See ``Quantity.reach`` for what a hedge allows, ``precision`` for rounding.

    None for two of which neither gives a figure nor an order of magnitude that the other lacks.
    """
    both = f"{quoted(a.printed)} and {quoted(b.printed)}"
    if a.same_as == b.same_as:
        meaning = quantity_caption(a, b)
        if a.rest is not b.rest:
            left, whole = (a, b) if a.rest else (b, a)
            reason = f"{quoted(left.printed)} counts the other part and leaves {meaning}, as {quoted(whole.printed)} says"
            return Verdict(Relation.SAME, reason)
        if a.printed.casefold() == b.printed.casefold():
            return Verdict(Relation.SAME, f"both print {quoted(a.printed)}")
        # Two complements are told in their own number.
        return Verdict(Relation.SAME, f"{both} both mean {meaning if not a.rest else _of_the_rest(a)}")
    if not (a.bounded and b.bounded):
        return _without_figure(a, b)
    if same_figure(a, b):
        hedged, flat = (a, b) if b.modifier is Modifier.EXACTLY else (b, a)
        if flat.modifier is Modifier.EXACTLY:
            # Two statements may be meant: nobody need have left a hedge off.
            how = _PRINTED.get(hedged.modifier, "give one figure, the first without a hedge beside it")
            reason = f"{_named(flat, hedged)} and {_named(hedged, flat)} {how}"
            return Verdict(Relation.COMPATIBLE, reason, (Difference.HEDGE,))
    if fit(a, b):
        if same_figure(a, b):
            return Verdict(
                Relation.COMPATIBLE,
                f"{_named(a, b)} and {_named(b, a)} can be one figure with different hedges",
                (Difference.HEDGED,),
            )
        return Verdict(Relation.COMPATIBLE, _allowing(a, b), (Difference.ROUNDING,))
    if a.modifier is b.modifier is Modifier.EXACTLY and (rounded := _rounded(a, b)):
        rough, fine = rounded
        reason = f"{_named(rough, fine)} is {_named(fine, rough)} rounded"
        return Verdict(Relation.COMPATIBLE, reason, (Difference.ROUNDED,))
    rests = [
        f"{quoted(one.printed)} counts the other part and leaves {quantity_caption(one)}"
        for one in (a, b)
        if one.rest
    ]
    why = join_items(rests) if len(rests) == 1 else NO_FIGURE
    return Verdict(Relation.CONFLICT, f"{both} cannot both be right: {why}{_though(a, b)}")


NO_FIGURE = "no figure fits both"


def _though(*figures: Quantity) -> str:
    """Return how far this site lets the hedge of a figure reach, as a clause behind what follows from it; empty without one."""
    if not any(figure.is_soft for figure in figures):
        return ""
    return ", though this site lets “about” reach a tenth to either side"


def _read_as(figure: Quantity) -> str:
    """Return a printed figure with what this site reads it as, if its words do not say it: ``“about 30” (read as 27 to 33)``."""
    if not figure.is_soft:
        return quoted(figure.printed)
    return f"{quoted(figure.printed)} (which this site reads as {reach_in_words(figure)})"


def _named(figure: Quantity, other: Quantity) -> str:
    """Return a printed figure as a noun; one said of the rest, beside one that is not, by what it leaves: 89 percent of "11 percent"."""
    if not figure.rest or other.rest:
        return quoted(figure.printed)
    return f"the {plain_caption(figure)} that {quoted(figure.printed)} leaves"


def reach_in_words(figure: Quantity) -> str:
    """Return how far a hedged figure reaches: ``10,800 to 13,200``."""
    low, high = (in_words(print_number(round(bound, 3))) for bound in figure.reach)
    return f"{low} to {high}"


def _of_the_rest(figure: Quantity) -> str:
    """Return what a complement means in its own number, and what it leaves."""
    return f"{quantity_caption(rest_of_hundred(figure))} and leave {quantity_caption(figure)}"


def _allowing(a: Quantity, b: Quantity) -> str:
    """Return the clause on two figures of which one lies within what the other allows, or of which both allow some."""
    (low_a, high_a), (low_b, high_b) = base_reach(a), base_reach(b)
    for (exact, low, high), (wide, least, most) in (
        ((a, low_a, high_a), (b, low_b, high_b)),
        ((b, low_b, high_b), (a, low_a, high_a)),
    ):
        if least <= low and high <= most:
            return f"{_allows(wide, exact)} allows for {_named(exact, wide)}"
    return f"{_allows(a, b)} and {_allows(b, a)} allow for some of the same figures"


def _allows(figure: Quantity, other: Quantity) -> str:
    """Return a figure as what allows for another one; two that are both said of the rest are told in their own numbers."""
    if figure.rest and other.rest:
        return _read_as(rest_of_hundred(figure))
    return _named(figure, other) if figure.rest or _is_meant(figure, other) else _read_as(figure)


def _is_meant(figure: Quantity, other: Quantity) -> bool:
    """Return whether "about 151" is 151.2 in round numbers: then nothing rests on how far this site lets "about" reach."""
    if other.modifier is not Modifier.EXACTLY or figure.low is None or figure.low != figure.high:
        return False
    size, other_size = (base_unit(value.unit)[1] for value in (figure, other))
    return abs(figure.low * size - (other.low or 0) * other_size) <= precision(figure.low) * size


def _without_figure(a: Quantity, b: Quantity) -> Verdict | None:
    """Compare two of which one at least gives no figure: vague words, or a share in words."""
    both = f"{quoted(a.printed)} and {quoted(b.printed)}"
    if a.share and b.share:
        return Verdict(Relation.NOT_COMPARABLE, f"{both} are shares in other words", (Difference.UNIT,))
    if a.bounded or b.bounded:
        vague, other = (b, a) if a.bounded else (a, b)
        reason = f"{quoted(vague.printed)} gives no figure, so it neither confirms nor contradicts {quoted(other.printed)}"
    elif a.scale and b.scale and a.scale != b.scale:
        reason = f"{both} give no figure, and not the same order of magnitude"
    else:
        return None
    return Verdict(Relation.COMPATIBLE, reason, (Difference.ROUNDING,))


def base_reach(figure: Quantity) -> tuple[float, float]:
    """Return what a figure's words allow, in the smallest unit that its unit turns into exactly."""
    return _base(figure, figure.reach)


def fit(a: Quantity, b: Quantity) -> bool:
    """Return whether some figure fits the words of both. Of two that are each about something, the hedges do not add up."""
    return not (above(a, b) or above(b, a))


def above(a: Quantity, b: Quantity) -> bool:
    """Return whether a figure is more than another one, whatever their hedges allow."""
    (least_a, _), (_, most_b) = base_reach(a), base_reach(b)
    (low_a, _), (_, high_b) = _base(a, a.at_its_word), _base(b, b.at_its_word)
    return least_a > high_b and low_a > most_b


def _base(figure: Quantity, reach: tuple[float, float]) -> tuple[float, float]:
    _, factor = base_unit(figure.unit)
    return reach[0] * factor, reach[1] * factor


def _rounded(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the rough and the fine one of two flat figures of which one is the other rounded; None if neither is."""
    found = []
    for rough, fine in ((a, b), (b, a)):
        (figure, size), (other, other_size) = (
            (value.low or 0, base_unit(value.unit)[1]) for value in (rough, fine)
        )
        if abs(figure * size - other * other_size) <= precision(figure) * size:
            found.append((precision(figure) * size, rough, fine))
    return max(found, key=lambda item: item[0])[1:] if found else None


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Return whether two single figures differ in their hedge only: "more than 2,500" and "2,500" are one figure."""
    if Modifier.BETWEEN in (a.modifier, b.modifier) or not (a.bounded and b.bounded):
        return False
    return printed_number(a) == printed_number(b)


def printed_number(figure: Quantity) -> float:
    """Return the number that a single figure prints whatever its hedge, in the smallest unit that its unit turns into exactly."""
    number = figure.low if figure.low is not None else figure.high or 0
    return number * base_unit(figure.unit)[1]


def moved(a: Claim, b: Claim) -> bool:
    """Return whether two claims give figures that are further apart than rounding: "at least four" and "at least 12".

    A count went on between them. "around 30" and "31" may be one and the same.
    """
    left, right = a.value, b.value
    if not (isinstance(left, Quantity) and isinstance(right, Quantity) and left.bounded and right.bounded):
        return False
    (low_a, high_a), (low_b, high_b) = _stretch(left), _stretch(right)
    return low_a >= high_b or low_b >= high_a


def overlap(a: Claim, b: Claim) -> bool:
    """Return whether some figure fits the words of both claims."""
    left, right = a.value, b.value
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    return fit(left, right)


def may_be_one_in_round_numbers(a: Claim, b: Claim) -> bool:
    """Return whether two figures, one of them of a hedge such as "about", may be one that is rounded: "about 140" and "152"."""
    left, right = a.value, b.value
    if not (isinstance(left, Quantity) and isinstance(right, Quantity) and fit(left, right)):
        return False
    reaches = (*left.reach, *right.reach)
    return (left.is_soft or right.is_soft) and min(reaches) > 0 and max(reaches) < math.inf


def _stretch(figure: Quantity) -> tuple[float, float]:
    """Return the printed figure with its rounding, whatever its hedge, in the smallest unit that its unit turns into exactly."""
    _, factor = base_unit(figure.unit)
    low = figure.low if figure.low is not None else figure.high or 0
    high = figure.high if figure.high is not None else low
    below, above = (max(precision(bound), step(bound)) for bound in (low, high))
    return (low - below) * factor, (high + above) * factor


def one_figure(a: Claim, b: Claim) -> bool:
    """Return whether two claims give one figure, hedged or not."""
    left, right = a.value, b.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    return same_figure(left, right) or (left.bounded and left.same_as == right.same_as)


def rough_figure(value: Quantity) -> float:
    """Return what two bounded figures share wherever they are one figure (``one_figure``), so that only those need be looked at."""
    bound = value.low if value.low is not None else value.high or 0
    return float(f"{bound * base_unit(value.unit)[1]:.9g}")


def units(a: Claim, b: Claim) -> tuple[str | None, str | None]:
    """Return the units of two claims; the same one if they turn into each other without rounding."""
    return (a.unit, a.unit) if base_unit(a.unit)[0] == base_unit(b.unit)[0] else (a.unit, b.unit)


def same_meaning(a: Claim, b: Claim) -> bool:
    """Return whether two figures mean the same in whatever words, or two other values are equal."""
    left, right = a.value, b.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return left.same_as == right.same_as
    return left is not None and left == right


def flat(claim: Claim) -> bool:
    """Return whether a claim gives a figure without a hedge."""
    return isinstance(claim.value, Quantity) and claim.value.modifier is Modifier.EXACTLY


def compare_dates(printed_a: str, a: DateSpan, printed_b: str, b: DateSpan) -> Verdict:
    """Compare two dates by the days that each may mean."""
    named_a, named_b = _dated(printed_a, a), _dated(printed_b, b)
    if (a.start, a.end, a.approximate) == (b.start, b.end, b.approximate):
        if folded(printed_a) == folded(printed_b):
            plain = folded(date_caption(a)) == folded(printed_a)
            means = "" if plain else f", which means {date_caption(a)}"
            return Verdict(Relation.SAME, f"both print {quoted(printed_a)}{means}")
        return Verdict(
            Relation.SAME, f"{quoted(printed_a)} and {quoted(printed_b)} both mean {date_caption(a)}"
        )
    soft_a, soft_b = DateSpan("", *a.reach), DateSpan("", *b.reach)
    if not soft_a.overlaps(soft_b):
        return Verdict(Relation.CONFLICT, f"{named_a} and {named_b} are different times")
    if None in (a.start, a.end, b.start, b.end):
        return Verdict(Relation.COMPATIBLE, f"{named_a} does not rule out {named_b}", (Difference.ROUNDING,))
    if a.encloses(b) or b.encloses(a):
        narrow, wide = (named_b, named_a) if a.encloses(b) else (named_a, named_b)
        return Verdict(Relation.COMPATIBLE, f"{narrow} lies within {wide}", (Difference.ROUNDING,))
    return Verdict(
        Relation.COMPATIBLE, f"{named_a} and {named_b} can mean the same day", (Difference.ROUNDING,)
    )


def _dated(printed: str, span: DateSpan) -> str:
    plain = folded(date_caption(span)) == folded(printed)
    return quoted(printed) if plain else f"{quoted(printed)} ({date_caption(span)})"


def _undecided(a: Claim, b: Claim) -> Verdict:
    """Compare two answers to a yes-or-no question of which the text of one at least leaves open which it is."""
    if a.undecided and b.undecided:
        return Verdict(Relation.SAME, f"{quoted(a.printed)} and {quoted(b.printed)} say neither yes nor no")
    one, other = (a, b) if a.undecided else (b, a)
    reason = f"{quoted(one.printed)} says neither yes nor no, and neither confirms nor contradicts {quoted(other.printed)}"
    return Verdict(Relation.COMPATIBLE, reason, (Difference.OPEN,))


def _without_sign(a: Claim, b: Claim) -> Verdict:
    """Compare two answers of which at least one only says that there is no sign of what is asked, which is less than a no."""
    said = [
        f"{quoted(claim.printed)} says {f'only that there is {NO_SIGN}' if claim.no_sign else 'yes' if claim.value else 'no'}"
        for claim in (a, b)
    ]
    if a.value != b.value:
        return Verdict(Relation.CONFLICT, ", ".join(said))
    if a.no_sign is not b.no_sign:
        return Verdict(Relation.COMPATIBLE, ", ".join(said), (Difference.NO_SIGN,))
    if folded(a.printed) == folded(b.printed):
        return Verdict(
            Relation.SAME, f"both print {quoted(a.printed)}, which says only that there is {NO_SIGN}"
        )
    both = f"{quoted(a.printed)} and {quoted(b.printed)}"
    return Verdict(Relation.SAME, f"{both} both say only that there is {NO_SIGN}")


def compare_yes_no(printed_a: str, a: bool, printed_b: str, b: bool) -> Verdict:
    """Compare two answers to a yes-or-no question."""
    words = {True: "yes", False: "no"}
    if a == b:
        if folded(printed_a) == folded(printed_b):
            return Verdict(Relation.SAME, f"both print {quoted(printed_a)}, which says {words[a]}")
        return Verdict(Relation.SAME, f"{quoted(printed_a)} and {quoted(printed_b)} both say {words[a]}")
    return Verdict(
        Relation.CONFLICT, f"{quoted(printed_a)} says {words[a]}, {quoted(printed_b)} says {words[b]}"
    )
