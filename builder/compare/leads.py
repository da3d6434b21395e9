"""A lead that rounds up what its own text goes on to print: "over 30" above "at least 30"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from builder.compare import values
from builder.compare.phrases import quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation
from builder.content.model import Claim
from builder.content.vocabulary import Where
from builder.values.quantity import Quantity

Judging = Callable[[Claim, Claim], Judgement | None]


def rounded_up(claims: Iterable[Claim], judge: Judging) -> list[tuple[Claim, Claim]]:
    """Return each claim of a row that says more than a later one of its own text, which gives the same figure, with that one.

    A headline is held against its text by rules of its own.
    """
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.where is not Where.HEADLINE:
            own.setdefault(claim.article, []).append(claim)
    return [
        (lead, text)
        for found in own.values()
        for lead in found
        for text in found
        if lead is not text
        and _is_above(lead, text)
        and _says_more(lead, text)
        and _is_one(judge(lead, text))
    ]


def _is_above(lead: Claim, text: Claim) -> bool:
    return bool(lead.locator and text.locator and lead.locator.start < text.locator.start)


def _says_more(lead: Claim, text: Claim) -> bool:
    if not (isinstance(lead.value, Quantity) and isinstance(text.value, Quantity)):
        return False
    return values.base_reach(lead.value)[0] > values.base_reach(text.value)[0]


def _is_one(found: Judgement | None) -> bool:
    changed = {Difference.HEDGE, Difference.HEDGED}
    return (
        found is not None and found.relation is Relation.COMPATIBLE and bool(changed & set(found.differences))
    )


def lead_notes(pairs: Iterable[tuple[Claim, Claim]], outlets: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each lead that rounds up; ``outlets`` maps ids of outlets to their names."""
    for lead, text in pairs:
        yield sentence(
            f"{outlets[lead.outlet]} rounds up its own figure: it prints {quoted(lead.printed)} above {quoted(text.printed)}"
        )
