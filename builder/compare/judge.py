"""Judge how two claims on one question stand to each other.

The questions are asked in the order of ``Relation``: can they be compared at all, are they of the same
day, is one a part of the other, and only then whether the values are the same, compatible or in conflict.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.compare import values
from builder.compare.phrases import quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation
from builder.model import Answer, Claim, Question
from builder.values.dates import caption

Names = Mapping[str, str]
"""Source id -> how a sentence names it."""


def judge(question: Question, a: Claim, b: Claim, names: Names) -> Judgement:
    """Return how two claims on ``question`` stand to each other, with the reason in words.

    ``judge(q, a, b)`` and ``judge(q, b, a)`` have the same relation and the same differences.
    """
    for ask in (_comparable, _same_day, _part):
        found = ask(question, a, b, names)
        if found is not None:
            return found
    verdict = values.compare(question.answer, a, b)
    differences = verdict.differences
    reason = verdict.reason
    if verdict.relation is Relation.CONFLICT:
        differences, reason = _explain(a, b, names, differences, reason)
    return Judgement(a.key, b.key, verdict.relation, sentence(reason), differences)


def _comparable(question: Question, a: Claim, b: Claim, names: Names) -> Judgement | None:
    """The first question: do both answer for the same thing?"""
    for difference, of_a, of_b, words in (
        (Difference.UNIT, a.unit, b.unit, "{} is in {}, {} in {}"),
        (Difference.COUNTED, a.counts, b.counts, "{} counts {}, {} counts {}"),
        (Difference.POPULATION, a.of, b.of, "{} is of {}, {} of {}"),
        (Difference.SCOPE, a.scope, b.scope, "{} is said of {}, {} of {}"),
    ):
        if _fold(of_a) != _fold(of_b):
            reason = words.format(
                quoted(a.printed), of_a or "the question as asked", quoted(b.printed), of_b or "the question as asked"
            )
            return Judgement(a.key, b.key, Relation.NOT_COMPARABLE, sentence(reason), (difference,))
    if question.answer is Answer.WORDING and a.sources and b.sources and not set(a.sources) & set(b.sources):
        reason = f"{quoted(a.printed)} is the word of {speaker(a, names)}, {quoted(b.printed)} that of {speaker(b, names)}"
        return Judgement(a.key, b.key, Relation.NOT_COMPARABLE, sentence(reason), (Difference.SOURCE,))
    return None


def _same_day(question: Question, a: Claim, b: Claim, names: Names) -> Judgement | None:
    """The second question: is one figure simply a later count than the other?"""
    if question.answer is not Answer.QUANTITY or a.as_of is None or b.as_of is None or a.as_of.overlaps(b.as_of):
        return None
    early, late = (a, b) if a.as_of.before(b.as_of) else (b, a)
    assert early.as_of is not None and late.as_of is not None
    reason = (
        f"{quoted(late.printed)} is for {caption(late.as_of)}, {quoted(early.printed)} for {caption(early.as_of)}: "
        "a later count, not a contradiction"
    )
    return Judgement(a.key, b.key, Relation.LATER_COUNT, sentence(reason), (Difference.DAY,))


def _part(question: Question, a: Claim, b: Claim, names: Names) -> Judgement | None:
    """The third question: is one counted within the other?"""
    for part, whole in ((a, b), (b, a)):
        if part.article == whole.article and part.part_of == whole.id:
            return part_judgement(part, whole, a, b)
    return None


def part_judgement(part: Claim, whole: Claim, a: Claim, b: Claim) -> Judgement:
    """Return the judgement on two claims of which one is a part of the other."""
    reason = f"{quoted(part.printed)} is counted within {quoted(whole.printed)}"
    return Judgement(a.key, b.key, Relation.PART_OF, sentence(reason))


def _explain(
    a: Claim, b: Claim, names: Names, differences: tuple[Difference, ...], reason: str
) -> tuple[tuple[Difference, ...], str]:
    """Say why two claims are in conflict, as far as the data can say."""
    if a.sources and b.sources and not set(a.sources) & set(b.sources):
        both = f"the first goes back to {speaker(a, names)}, the second to {speaker(b, names)}"
        return (*differences, Difference.SOURCE), f"{reason}; {both}"
    if bool(a.sources) != bool(b.sources):
        named, bare = (a, b) if a.sources else (b, a)
        both = f"{quoted(named.printed)} goes back to {speaker(named, names)}, for {quoted(bare.printed)} nobody is named"
        return (*differences, Difference.SOURCE), f"{reason}; {both}"
    return (*differences, Difference.UNEXPLAINED), f"{reason}; the texts do not say why"


def speaker(claim: Claim, names: Names) -> str:
    """Return who is named for a claim: ``the GUR``, ``the Pentagon and Ukrainian officials``, ``nobody named``."""
    found = [names[source] for source in claim.sources]
    if not found:
        return "nobody named"
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def _fold(text: str | None) -> str:
    return (text or "").casefold()
