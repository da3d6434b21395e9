"""Judge how two claims on one question relate to each other.

The checks run in the order of ``Relation``: whether the claims can be compared at all, whether they are of the same day,
whether one is a part of the other, and only then whether the values are the same, compatible or in conflict.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.compare import values
from builder.compare.phrases import join_items, quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation, Verdict
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.quantity import Quantity, base_unit
from builder.values.text import folded

Names = Mapping[str, str]
"""Source id -> its name in a sentence."""

UNNAMED = "nobody named"
"""The speaker of a claim without a named source. Sentences that need other words test for this value."""


def judge(question: Question, a: Claim, b: Claim, names: Names) -> Judgement:
    """Return how two claims on ``question`` relate to each other, with the reason in words.

    ``judge(q, a, b)`` and ``judge(q, b, a)`` have the same relation and the same differences.
    """
    return Judgement(a.key, b.key, *_verdict(question, a, b, names))


def _verdict(question: Question, a: Claim, b: Claim, names: Names) -> Verdict:
    found = _comparable(question, a, b, names) or _same_day(question, a, b) or _part(a, b)
    if found is None:
        found = _dated(question, a, b, _voiced(a, b, names, values.compare(question.answer, a, b)))
        if found.relation is Relation.CONFLICT:
            found = _explain(a, b, names, found)
    return Verdict(found.relation, sentence(found.reason), found.differences)


class Judge:
    """Judges any two claims on one question.

    Verdicts are cached by what the claims say, because a figure of a news agency is printed many times.
    """

    def __init__(self, question: Question, names: Names) -> None:
        self.question, self.names = question, names
        self._readings: dict[object, int] = {}
        self._reading: dict[str, int | None] = {}
        self._known: dict[tuple[int, int], Verdict] = {}

    def __eq__(self, other: object) -> bool:
        # The cache is no part of its identity.
        return isinstance(other, Judge) and (self.question, self.names) == (other.question, other.names)

    def __hash__(self) -> int:
        return hash(self.question)

    def __call__(self, a: Claim, b: Claim) -> Judgement:
        """Return how two claims relate to each other, as ``judge`` does."""
        return Judgement(a.key, b.key, *self.verdict(a, b))

    def verdict(self, a: Claim, b: Claim) -> Verdict:
        """Return the verdict on two claims, the same object for claims that say the same. Its reason is a sentence."""
        first, second = self._reads(a), self._reads(b)
        if first is None or second is None:
            return _verdict(self.question, a, b, self.names)
        known = self._known.get((first, second))
        if known is None:
            known = self._known[first, second] = _verdict(self.question, a, b, self.names)
        return known

    def _reads(self, claim: Claim) -> int | None:
        """Return a number shared by all claims that are the same in everything that a judgement depends on.

        None if it also depends on the article: for claims with a day, and for parts of another claim.
        """
        key = claim.key
        if key not in self._reading:
            alone = claim.as_of or claim.said_on or claim.part_of
            reading = (
                claim.printed, claim.value, claim.unit, claim.counts, claim.of, claim.scope,
                claim.sources, claim.statement,
            )  # fmt: skip
            self._reading[key] = None if alone else self._readings.setdefault(reading, len(self._readings))
        return self._reading[key]


def _voiced(a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict, with ``COMPATIBLE`` for ``SAME`` if the same words come from different sources."""
    if a.value is not None or verdict.relation is not Relation.SAME or set(a.sources) == set(b.sources):
        return verdict
    reason = f"{verdict.reason}, the first from {speaker(a, names)}, the second from {speaker(b, names)}"
    return Verdict(Relation.COMPATIBLE, reason, (*verdict.differences, Difference.SOURCE))


def _dated(question: Question, a: Claim, b: Claim, verdict: Verdict) -> Verdict:
    """Return the verdict, with ``COMPATIBLE`` for ``SAME`` if two outlets give one figure for different days."""
    if question.answer is not Answer.QUANTITY or _days(a) == _days(b):
        return verdict
    relation = Relation.COMPATIBLE if verdict.relation is Relation.SAME else verdict.relation
    first, second = (caption(claim.as_of) if claim.as_of else "no day" for claim in (a, b))
    reason = f"{verdict.reason}; the first is for {first}, the second for {second}"
    return Verdict(relation, reason, (*verdict.differences, Difference.DAY))


def _days(claim: Claim) -> tuple[object, object] | None:
    return (claim.as_of.start, claim.as_of.end) if claim.as_of else None


def _comparable(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """First check: return a verdict if the claims are about different things."""
    if found := _share(a, b):
        return found
    # Skips the comparison field by field for most pairs.
    if (a.unit, a.counts, a.of, a.scope) != (b.unit, b.counts, b.of, b.scope) and (
        found := _other_thing(a, b)
    ):
        return found
    if question.answer is Answer.WORDING and a.sources and b.sources and not set(a.sources) & set(b.sources):
        reason = f"{quoted(a.printed)} is the word of {speaker(a, names)}, {quoted(b.printed)} that of {speaker(b, names)}"
        return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.SOURCE,))
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
    reason = f"{quoted(share.printed)} is a share or a rate, {quoted(other.printed)} is not"
    return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.UNIT,))


def _other_thing(a: Claim, b: Claim) -> Verdict | None:
    """Return a verdict that names the first of unit, thing counted, population and scope that differs, if one does."""
    for difference, of_a, of_b, words in (
        (Difference.UNIT, *_units(a, b), "{} is in {}, {} in {}"),
        (Difference.COUNTED, a.counts, b.counts, "{} counts {}, {} counts {}"),
        (Difference.POPULATION, a.of, b.of, "{} is of {}, {} of {}"),
        (Difference.SCOPE, a.scope, b.scope, "{} is said of {}, {} of {}"),
    ):
        if _fold(of_a) != _fold(of_b):
            reason = words.format(
                quoted(a.printed),
                of_a or "the question as asked",
                quoted(b.printed),
                of_b or "the question as asked",
            )
            return Verdict(Relation.NOT_COMPARABLE, reason, (difference,))
    return None


def _units(a: Claim, b: Claim) -> tuple[str | None, str | None]:
    """Return the units of two claims; the same one if they turn into each other without rounding."""
    return (a.unit, a.unit) if base_unit(a.unit)[0] == base_unit(b.unit)[0] else (a.unit, b.unit)


def _same_day(question: Question, a: Claim, b: Claim) -> Verdict | None:
    """Second check: return a verdict if one claim is of a later day than the other.

    The day of a figure is the day that it counts for, the day of a wording the day on which it was said. The same figure
    of the same source with two dates is no later count, because nothing was counted again; nor is the same statement a
    later one.
    """
    if question.answer is Answer.QUANTITY:
        day_a, day_b, verb, kind = a.as_of, b.as_of, "is for", "a later count, not a contradiction"
        if (day_a is None and day_b is None) or _one_figure(a, b):
            return None
    elif (
        question.answer is Answer.WORDING
        and set(a.sources) & set(b.sources)
        and folded(a.printed) != folded(b.printed)
        and (a.statement is None or a.statement != b.statement)
    ):
        day_a, day_b, verb, kind = a.said_on, b.said_on, "was said on", "a later word, not another version"
    else:
        return None
    for (early, first), (late, last) in (((a, day_a), (b, day_b)), ((b, day_b), (a, day_a))):
        if last is not None and (bound := _day_before(early, first, last, verb)):
            reason = f"{quoted(late.printed)} {verb} {caption(last)}, {quoted(early.printed)} {bound}: {kind}"
            return Verdict(Relation.LATER_COUNT, reason, (Difference.DAY,))
    return None


def _day_before(claim: Claim, day: DateSpan | None, other: DateSpan, verb: str) -> str | None:
    """Return the day of a claim in words if it is certainly before another day, else None.

    A claim without a day is of the day its article was out, or earlier. That is an upper bound only: a late article may
    report on any day before.
    """
    if day is not None:
        return f"{verb} {caption(day)}" if day.before(other) else None
    if claim.out_by is None or other.start is None or claim.out_by >= other.start:
        return None
    return f"was out by {caption(parse_edtf(claim.out_by.isoformat()))}"


def _one_figure(a: Claim, b: Claim) -> bool:
    """Return whether two claims give the same figure of the same source, hedged or not."""
    if (
        not isinstance(a.value, Quantity)
        or not isinstance(b.value, Quantity)
        or not set(a.sources) & set(b.sources)
    ):
        return False
    figures = {(value.low if value.low is not None else value.high, value.high if value.high is not None else value.low)
               for value in (a.value, b.value)}  # fmt: skip
    return len(figures) == 1 and None not in next(iter(figures))


def _part(a: Claim, b: Claim) -> Verdict | None:
    """Third check: return a verdict if one claim is counted within the other."""
    for part, whole in ((a, b), (b, a)):
        if part.article == whole.article and part.part_of == whole.id:
            return _within(part, whole)
    return None


def _within(part: Claim, whole: Claim) -> Verdict:
    return Verdict(Relation.PART_OF, f"{quoted(part.printed)} is counted within {quoted(whole.printed)}")


def part_judgement(part: Claim, whole: Claim) -> Judgement:
    """Return the judgement on a claim and the claim that it is a part of."""
    found = _within(part, whole)
    return Judgement(part.key, whole.key, found.relation, sentence(found.reason))


def _explain(a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict on a conflict with its cause, as far as the data has one."""
    difference = Difference.SOURCE
    if a.sources and b.sources and set(a.sources).isdisjoint(b.sources):
        why = f"the first goes back to {speaker(a, names)}, the second to {speaker(b, names)}"
    elif bool(a.sources) != bool(b.sources):
        named, bare = (a, b) if a.sources else (b, a)
        why = f"{quoted(named.printed)} goes back to {speaker(named, names)}, for {quoted(bare.printed)} nobody is named"
    else:
        difference, why = Difference.UNEXPLAINED, "the texts do not say why"
    return Verdict(verdict.relation, f"{verdict.reason}; {why}", (*verdict.differences, difference))


def speaker(claim: Claim, names: Names) -> str:
    """Return the named sources of a claim: ``the GUR``, ``the Pentagon and Ukrainian officials``, or ``UNNAMED``."""
    return join_items([names[source] for source in claim.sources]) or UNNAMED


def _fold(text: str | None) -> str:
    return (text or "").casefold()
