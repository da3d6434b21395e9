"""What a claim is about: what it counts, of whom, and its scope.

Figures for places that lie within one another: a part is counted within the whole, and cannot exceed it.
"""

from __future__ import annotations

from builder.compare.days import ends, soft
from builder.compare.phrases import count_noun, counting, is_participle, join_items, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.running import later
from builder.compare.values import above, base_reach, reach_in_words
from builder.content.model import Claim, Question
from builder.values.counting import is_part, meant
from builder.values.direction import isolated
from builder.values.quantity import Quantity, is_measure
from builder.values.units import unit_in_words


def nested(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two figures of which one is for a place within the other's; None if they are not."""
    for part, whole in ((a, b), (b, a)):
        if part.scope_place is None or whole.scope_place is None:
            continue
        if whole.scope_place.id not in part.scope_place.within:
            continue
        small, large = part.value, whole.value
        if not (
            isinstance(small, Quantity) and isinstance(large, Quantity) and small.bounded and large.bounded
        ):
            return None
        (_, most), (low, _) = base_reach(small), base_reach(large)
        if above(small, large):
            reason = (
                f"{quoted(part.printed)} for {part.scope} is more than {quoted(whole.printed)} for {whole.scope}, "
                f"though {part.scope} lies within {whole.scope}{texts_apart(part, whole)}{_tenth(small, large)}"
            )
            return Verdict(Relation.TENSION, reason, (Difference.SCOPE,))
        if most > low:
            # As large as the whole may be: no text says that it is counted within. Of one that is the larger as printed, it says how far it reaches.
            more = (small.low or 0) > max(large.low or 0, large.high or 0)
            reach = [_read(figure) if more else "" for figure in (small, large)]
            reason = (
                f"{quoted(part.printed)} for {part.scope}{reach[0]} may be a part of {quoted(whole.printed)} for {whole.scope}{reach[1]}: "
                f"{part.scope} lies within {whole.scope}"
            )
            return Verdict(Relation.COMPATIBLE, reason, (Difference.SCOPE, Difference.ROUNDING))
        reason = f"{quoted(part.printed)} for {part.scope} is counted within {quoted(whole.printed)} for {whole.scope}"
        return Verdict(Relation.PART_OF, reason, (Difference.SCOPE,))
    return None


def texts_apart(part: Claim, whole: Claim) -> str:
    """Return by how many days the text of one of two figures is the later, as a clause behind them; empty if that may be none.

    More may have been there by then, or fewer: time is a reason for which both can be right.
    """
    for late, early in ((part, whole), (whole, part)):
        if late.out_from and early.out_by and late.out_from > early.out_by:
            apart = count_noun((late.out_from - early.out_by).days, "day")
            return f"; by the dates given, the text with {quoted(late.printed)} is at least {apart} later"
    return ""


def _read(figure: Quantity) -> str:
    """Return how far the hedge of a figure reaches, as an aside behind it; empty if it is not about something."""
    return f" (which this site reads as {reach_in_words(figure)})" if figure.is_soft else ""


def _tenth(*figures: Quantity) -> str:
    """Return how far the hedges of two figures reach, as a clause behind it; empty if neither is about something.

    Of two that are both hedged that is not enough, as their reaches may meet: it says, too, why this is not what counts.
    """
    soft = [figure for figure in figures if figure.is_soft]
    if not soft:
        return ""
    told = join_items([f"{quoted(figure.printed)} as {reach_in_words(figure)}" for figure in soft])
    return f"; this site reads {told}" + (
        ", and does not take two figures for one that meet only where each hedge is stretched towards the other"
        if soft[1:]
        else ""
    )


def is_part_of(counts: str | None, whole: str | None) -> bool:
    """Return whether what one claim counts is a part of what another does: the killed of the killed or wounded."""
    part, all_of = (meant(text, "en").happened for text in (counts or "", whole or ""))
    return not part & all_of and is_part(part, all_of)


_IRREGULAR = frozenset({"lost", "cut", "given", "sold", "shot", "held", "left", "built", "found", "not"})
"""Words with which a participle begins that does not look like one: "lost", "given notice", "not renewed"."""
_WHERE = (" at ", " in ", " on ")
"""What stands between those who are counted and where they are: jobs lost *at* the mill."""


def thing(claim: Claim, *, several: bool) -> str:
    """Return what a claim counts as a noun, with whose it is if claims of ``several`` are told: ``losses of both armies``, ``crew killed``, ``jobs lost at the mill``."""
    counts = claim.counts or ""
    if not several or not claim.of:
        return counts
    if is_participle(counts) or counts.partition(" ")[0] in _IRREGULAR:
        noun, where, place = next(
            (parts for one in _WHERE if (parts := claim.of.partition(one))[2]), (claim.of, "", "")
        )
        return f"{noun} {counts}{where}{place}"
    # What is no noun in the plural may be a verb, "withdrew", and stands apart.
    return f"{counts} of {claim.of}" if counts.endswith("s") else f"{counts} ({claim.of})"


def _told_elsewhere(claim: Claim) -> str:
    """Return what others tell a figure of its source as, as a clause behind it; empty if they do not."""
    return (
        f"; others tell {quoted(claim.printed)} of the same source as {isolated(claim.retold)}"
        if claim.retold
        else ""
    )


def exceeding(question: Question, a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two figures of which one counts a part of what the other does, and is yet larger: more killed than hurt or killed.

    None if they are not of the same people, place and day: then nothing follows.
    """
    if (
        question.running
        or (a.of, a.unit, a.scope) != (b.of, b.unit, b.scope)
        or ends(a.as_of) != ends(b.as_of)
    ):
        return None
    for part, whole in ((a, b), (b, a)):
        small, large = part.value, whole.value
        if not (
            isinstance(small, Quantity) and isinstance(large, Quantity) and small.bounded and large.bounded
        ):
            return None
        if is_part_of(part.counts, whole.counts) and above(small, large):
            reason = (
                f"{quoted(part.printed)} {counting(part.counts or '')}, and is more than {quoted(whole.printed)}, "
                f"which {counting(whole.counts or '')}, them included{_told_elsewhere(part)}"
            )
            return Verdict(Relation.TENSION, reason, (Difference.COUNTED, Difference.EXCEEDS))
    return None


_SAYS = {
    Difference.UNIT: "is in {}",
    Difference.POPULATION: "is of {}",
}
_SILENT = {Difference.UNIT: "names no unit", Difference.COUNTED: "is not", Difference.POPULATION: "is not"}


def differ(difference: Difference, a: tuple[Claim, str | None], b: tuple[Claim, str | None]) -> str:
    """Return the clause on two claims of which each is given with its unit, what it counts, or of whom; one may have none."""
    if not a[1] or not b[1]:
        a, b = (a, b) if a[1] else (b, a)
    if difference is Difference.UNIT and a[1] and b[1]:
        return _units((a[0], a[1]), (b[0], b[1]))
    first, second = (
        f"{quoted(claim.printed)} {_says(difference, claim, of) if of else _SILENT[difference]}"
        for claim, of in (a, b)
    )
    return f"{first}, {second}"


_POINTS = frozenset({"percentage points", "basis points"})
_PER_HUNDRED = "percent of a rate is a fraction of that rate, percentage points are added to it"
"""Why percent and points are two things."""


def _units(a: tuple[Claim, str], b: tuple[Claim, str]) -> str:
    """Return the clause on two figures in two units; of two that both print "$", as what this site takes them."""
    first, second = (unit_in_words(of, claim.printed) for claim, of in (a, b))
    if first != second:
        told = f"{quoted(a[0].printed)} is in {first}, {quoted(b[0].printed)} is in {second}"
        points = {a[1], b[1]} & _POINTS
        return f"{told}; {_PER_HUNDRED}" if points and "percent" in (a[1], b[1]) else told
    first, second = (unit_in_words(of) for _, of in (a, b))
    return f"this site takes {quoted(a[0].printed)} as {first}, {quoted(b[0].printed)} as {second}"


def _says(difference: Difference, claim: Claim, of: str) -> str:
    if difference is Difference.COUNTED:
        return counting(of)
    if difference is Difference.POPULATION and claim.unit and not is_measure(claim.unit):
        return f"counts {isolated(of)}"
    return _SAYS[difference].format(
        unit_in_words(of, claim.printed) if difference is Difference.UNIT else isolated(of)
    )


def apart(question: Question, a: Claim, b: Claim) -> str:
    """Return the clause on two claims of different scopes; one may have none.

    One without a scope is of what its question asks for. That its text names no place, nobody can say: a question names its own.
    """
    if a.scope and b.scope:
        return f"{quoted(a.printed)} {of_scope(a)}, {quoted(b.printed)} {of_scope(b)}"
    narrow, wide = (a, b) if a.scope else (b, a)
    said = f"{quoted(narrow.printed)} {of_scope(narrow)}"
    if narrow.scope_place is None:
        return f"{said}, {quoted(wide.printed)} is not"
    if not question.places or narrow.scope_place.id in {place.id for place in question.places}:
        return said
    return f"{said}, the question names {join_items([isolated(place.name) for place in question.places])}"


def of_scope(claim: Claim) -> str:
    """Return what the scope of a claim makes of it, as a predicate: ``is said of the crew``, ``is the figure by noon``.

    A scope is in the site's words, and never in quotation marks.
    """
    scope = claim.scope or ""
    of = "is the figure" if isinstance(claim.value, Quantity) else "is said of"
    return f"{of if begins_a_phrase(scope) else 'is said of'} {isolated(scope)}"


_PREPOSITIONS = frozenset(
    "after around as at before between by during for from in near on outside since to until till up within".split()
)


def begins_a_phrase(scope: str) -> bool:
    """Return whether a scope is no noun but begins with a preposition: "by noon"."""
    return scope.split(maxsplit=1)[0].casefold() in _PREPOSITIONS if scope.strip() else False


def said_later(a: Claim, b: Claim) -> Verdict | None:
    """Return a verdict if one of two figures of which a part is larger than the whole was, or may have been, given later.

    More may have been known by then: neither is a part of the other.
    """
    if ends(a.said_on) == ends(b.said_on):
        return None
    if found := later(a, a.said_on, b, b.said_on, "dates from", "a later word, not a contradiction"):
        return found
    if a.said_on and b.said_on and soft(a.said_on).overlaps(soft(b.said_on)):
        return None
    early, late = (b, a) if a.said_on else (a, b)
    first = soft(late.said_on).start if late.said_on else None
    if early.out_from is None or first is None or first <= early.out_from:
        return None  # nothing shows that the other is of an earlier day
    reason = f"{differ(Difference.COUNTED, (a, a.counts), (b, b.counts))}; {quoted(late.printed)} may be a later word"
    return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.COUNTED, Difference.TIME))
