"""The first checks on two claims: whether they are about one thing, and whether one of them is of a later day."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare import running, unsure, values, wordings
from builder.compare.groups import scope_key
from builder.compare.phrases import quoted, sentence
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.scopes import apart, differ, exceeding, nested, said_later, thing
from builder.compare.speakers import Names
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.counting import complements, meant
from builder.values.dates import DateSpan
from builder.values.quantity import Kind, Quantity, kind_of, rest_of_hundred
from builder.values.text import folded


def wordless(a: Claim, b: Claim) -> bool:
    """Return whether one of two claims of two articles counts something else and gives no figure at all: "troops killed"."""
    if a.article == b.article or a.counted == b.counted:
        return False
    return any(isinstance(c.value, Quantity) and not (c.value.bounded or c.value.scale) for c in (a, b))


def other_thing(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """First check: return a verdict if the claims are about different things."""
    if found := _share(a, b):
        return found
    # Skips the comparison field by field for most pairs.
    if (a.unit, a.counted, a.of, a.scope) != (b.unit, b.counted, b.of, b.scope):
        return _first_difference(question, a, b, names)
    return None


def _share(a: Claim, b: Claim) -> Verdict | None:
    """Say that one of two claims gives a share, a rate or a multiple, if the other does not: they are never set against each other."""
    if (
        not isinstance(a.value, Quantity)
        or not isinstance(b.value, Quantity)
        or a.value.share == b.value.share
    ):
        return None
    share, other = (a, b) if a.value.share else (b, a)
    # A percentage is a share as well: this one is given in words.
    reason = (
        f"{quoted(share.printed)} is a share in words, which this site does not set against {quoted(other.printed)}"
        if isinstance(other.value, Quantity) and kind_of(other.value.unit) is Kind.PERCENT
        else f"{quoted(share.printed)} is a share or a rate, {quoted(other.printed)} is not"
    )
    return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.UNIT,))


def _first_difference(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Return a verdict that names the first of unit, thing counted, population and scope that differs, if one does."""
    for difference, of_a, of_b in (
        (Difference.UNIT, *values.units(a, b)),
        (Difference.COUNTED, a.counts, b.counts),
        (Difference.POPULATION, a.of, b.of),
    ):
        if _fold(of_a) == _fold(of_b) or (difference is Difference.COUNTED and a.counted == b.counted):
            continue
        reason = differ(difference, (a, of_a), (b, of_b))
        one = names.one_origin(a, b) and values.one_figure(a, b) and a.article != b.article
        if difference in _RETOLD and of_a and of_b and one:
            if a.counts and b.counts and _fold(a.of) != _fold(b.of):
                told = [thing(claim, several=True) for claim in (a, b)]
                reason = f"{quoted(a.printed)} is told as {told[0]}, {quoted(b.printed)} as {told[1]}"
            reason = f"{reason}: one figure of {shared_name(a, b, names)}, told as two things"
            return Verdict(Relation.TENSION, reason, (difference, Difference.RETOLD))
        if difference is Difference.COUNTED and (more := exceeding(question, a, b)):
            return said_later(a, b) or _unless_open(a, b, more)
        return Verdict(Relation.NOT_COMPARABLE, reason, (difference,))
    if scope_key(a) == scope_key(b):
        return None
    if found := nested(a, b):
        later = same_day(question, a, b, names)
        if later is None:
            return found
        return Verdict(Relation.NOT_COMPARABLE, later.reason, (Difference.SCOPE, Difference.DAY))
    return Verdict(Relation.NOT_COMPARABLE, apart(question, a, b), (Difference.SCOPE,))


def _unless_open(a: Claim, b: Claim, more: Verdict) -> Verdict:
    """Return the verdict on a part that is larger than its whole: none follows where a text leaves open of what its figure is.

    It may be of other days, or of other people.
    """
    left = unsure.left_open(a, b)
    if not left:
        return more
    reason = "; ".join((more.reason, *left))
    return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.COUNTED, Difference.OPEN))


def turned(a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Return the verdict on one division of one source that two texts give the other way round: 89 percent insured, and uninsured.

    Which part is which, one of them has mistaken: the two shares make a hundred.
    """
    first, second = a.value, b.value
    if a.article == b.article or not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return None
    if not (first.rest or second.rest) or None in (first.low, second.low):
        return None
    if first.low != first.high or second.low != second.high or first.low == second.low:
        return None
    if (first.low or 0) + (second.low or 0) != 100 or not names.one_origin(a, b):
        return None
    said = [
        f"{quoted(claim.printed)} is said of {_other_part(claim) if value.rest else f'the {claim.counts}'}"
        for claim, value in ((a, first), (b, second))
    ]
    told = f"one figure of {shared_name(a, b, names)}, told as two things, which cannot both be right"
    return Verdict(Relation.TENSION, f"{said[0]}, {said[1]}: {told}", (Difference.COUNTED, Difference.RETOLD))


def _other_part(claim: Claim) -> str:
    """Return the part that a question does not ask for in words: ``the insured`` where it asks for the uninsured."""
    named = complements(meant(claim.counts or "", "en").happened)
    return f"the {min(named)}" if named else "the rest"


def turned_round(claims: Iterable[Claim], names: Names) -> frozenset[str]:
    """Return the keys of the claims that give a division of their source the other way round than more articles do."""
    found: dict[tuple[frozenset[str], float], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.value.low is not None and claim.sources:
            found.setdefault((names.origins(claim), claim.value.low), []).append(claim)
    keys: set[str] = set()
    for (origins, low), same in found.items():
        others = found.get((origins, 100 - low), [])
        if len({claim.article for claim in same}) < len({claim.article for claim in others}):
            keys |= {claim.key for claim in same if any(turned(claim, other, names) for other in others)}
    return frozenset(keys)


def eased_turned(found: Verdict | None, claim: Claim, other: Claim) -> Verdict | None:
    """Return the verdict on two figures of which ``claim`` gives a division the other way round than most do.

    A contradiction that vanishes if both are said of one part is a tension. One that stays is a contradiction on any reading.
    """
    if found is None or found.relation is not Relation.CONFLICT or not _fits_turned(claim, other):
        return found
    reason = f"{quoted(claim.printed)} and {quoted(other.printed)} would fit each other if both were said of one part"
    return Verdict(Relation.TENSION, sentence(reason), (Difference.COUNTED, Difference.RETOLD))


def _fits_turned(claim: Claim, other: Claim) -> bool:
    own, others = claim.value, other.value
    if not (isinstance(own, Quantity) and isinstance(others, Quantity)):
        return False
    verdict = values.compare_quantities(rest_of_hundred(own), others)
    return verdict is None or verdict.relation is not Relation.CONFLICT


_RETOLD = (Difference.COUNTED, Difference.POPULATION)
"""What a retelling or a translation can turn a figure into: losses of both armies into dead of one."""


def same_day(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Second check: return a verdict if one claim is of a later day than the other.

    The day of a figure is the day that it counts for, the day of a wording, and of a yes beside a no of one source, the day on which
    it was said, that of a running count any that is known. The same figure of the same source with two dates is no later count, because nothing was counted
    again; nor is the same statement a later one.
    """
    day_a: DateSpan | None
    day_b: DateSpan | None
    if question.running:
        return running.later_count(a, b, names)
    if question.answer is Answer.QUANTITY:
        day_a, day_b, verb, kind = a.as_of, b.as_of, "is for", "a later count, not a contradiction"
        if day_a is None and day_b is None:
            return None
    elif (
        question.answer is Answer.WORDING
        and names.one_origin(a, b)
        and folded(a.printed) != folded(b.printed)
        and (a.statement is None or a.statement != b.statement)
    ):
        dated = a.said_on is not None and b.said_on is not None
        if not dated and not wordings.alike(wordings.align(a.printed, b.printed)):
            return None  # two reports, of which only one has a day: nothing follows
        day_a, day_b, verb, kind = a.said_on, b.said_on, "dates from", "a later word, not another version"
    elif question.answer is Answer.YES_NO and a.value is not b.value and names.one_origin(a, b):
        day_a, day_b, verb, kind = a.said_on, b.said_on, "dates from", "a later word, not a contradiction"
    else:
        return None
    if names.one_origin(a, b) and values.one_figure(a, b):
        return None
    return running.later(a, day_a, b, day_b, verb, kind)


def shared_name(a: Claim, b: Claim, names: Names) -> str:
    """Return the name of the source that two claims of one origin have in common: that for which both speak if each names another one."""
    if shared := [source for source in a.sources if source in b.sources]:
        return names[shared[0]]
    # One of them may name whoever the other's source speaks for, or the other's outlet.
    above = [id for id in (*a.sources, *b.sources) if id in names.origins(a) & names.origins(b)]
    above += [id for one, other in ((a, b), (b, a)) for id in one.sources if names.outlet(id) == other.outlet]
    above += sorted(id for id in names.origins(a) & names.origins(b) if id in names)
    return names[above[0]] if above else "one origin"


def _fold(text: str | None) -> str:
    return (text or "").casefold()
