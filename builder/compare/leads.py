"""A lead that rounds up what its own text goes on to print: "over 30" above "at least 30"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from builder.compare import days, values
from builder.compare.phrases import sentence
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.speakers import Names, as_printed, origin
from builder.content.model import Claim, Question
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


def lead_notes(
    question: Question,
    pairs: Iterable[tuple[Claim, Claim]],
    claims: Iterable[Claim],
    outlets: Mapping[str, str],
    names: Names,
) -> Iterator[str]:
    """Yield a sentence for each lead that says more than its text; ``outlets`` maps ids of outlets to their names.

    It is said to round up only where no other text has a count by then that bears it out: a running count may have gone on.
    """
    every = tuple(claims)
    for lead, text in pairs:
        both = f"{as_printed(lead)} above {as_printed(text)}"
        if question.running and any(_bears_out(other, lead, text) for other in every):
            # What nobody is named for, a reader may take to be the source's below.
            if text.sources and not lead.sources:
                both = f"{as_printed(lead)}, for which it names nobody, above {as_printed(text)} {origin(text, names)}"
            yield sentence(f"{outlets[lead.outlet]} prints {both}; why, its text does not say")
        else:
            does = "sharpens" if values.one_figure(lead, text) else "rounds up"
            yield sentence(f"{outlets[lead.outlet]} {does} its own figure: it prints {both}")


def _bears_out(other: Claim, lead: Claim, text: Claim) -> bool:
    """Return whether another text's figure, above that of the text under a lead, may be of a day by which the lead was out."""
    if other.article == lead.article or not isinstance(other.value, Quantity) or not other.value.bounded:
        return False
    day = days.running(other)
    by_then = day is None or day.start is None or lead.out_by is None or day.start <= lead.out_by
    least = [
        values.base_reach(claim.value)[0] for claim in (other, lead) if isinstance(claim.value, Quantity)
    ]
    return (
        by_then
        and least[0] >= least[1]
        and not values.one_figure(other, lead)
        and not values.one_figure(other, text)
    )
