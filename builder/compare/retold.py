"""What an outlet says that another one prints, beside what that one prints: "around 30" for "at least 30"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare import values
from builder.compare.groups import scope_key
from builder.compare.phrases import join_items, sentence
from builder.compare.scopes import thing
from builder.compare.sentences.said import Outlets
from builder.compare.speakers import Names, as_printed
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity

_SEVERAL = {"gives": "give", "has": "have"}


def retold_notes(claims: Sequence[Claim], outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield a sentence for each figure that outlets pass on from another otherwise than that one's text at hand has it."""
    found: dict[str, list[str]] = {}
    for claim, told in retold(claims, outlets, names):
        # Copies of one text say the same of it.
        found.setdefault(told, []).append(outlets[claim.outlet])
    for told, those in found.items():
        verb, _, rest = told.partition(" ")
        who = list(dict.fromkeys(those))
        yield sentence(f"{join_items(who)} {verb if len(who) == 1 else _SEVERAL[verb]} {rest}")
    for claim in claims:
        if claim.retold:
            yield sentence(
                f"{outlets[claim.outlet]} has {as_printed(claim)} as {thing(claim, several=True)}; others have that figure of the same "
                f"source as {claim.retold}: it is one figure of one source, told as two things"
            )


def retold(claims: Sequence[Claim], outlets: Outlets, names: Names) -> Iterator[tuple[Claim, str]]:
    """Yield such a figure with what is said of it behind its outlet: ``has “36” through Northwire, whose text at hand prints “31”``.

    Either it is given as the other outlet's own, with a hedge that no print of it there has, or the other outlet has only relayed it,
    and its text at hand has other figures.
    """
    printed_by: dict[str, list[Claim]] = {}
    for claim in claims:
        printed_by.setdefault(claim.outlet, []).append(claim)
    for claim in claims:
        for source in (*claim.sources, *claim.via):
            other = names.outlet(source)
            if other is None or other == claim.outlet:
                continue
            there = printed_by.get(other, ())
            own = [own for own in there if values.one_figure(own, claim)]
            if source in claim.sources and own and all(_of_else(claim, one) for one in own):
                other_name, what = outlets[other], "of" if claim.counted == own[0].counted else "counts"
                told, printed = (f"{as_printed(one)} ({getattr(one, what)})" for one in (claim, own[0]))
                yield claim, f"gives the figure of {other_name} as {told}; {other_name} prints {printed}"
                continue
            if any(values.same_meaning(claim, printed) for printed in own):
                continue
            name, figure = outlets[other], as_printed(claim)
            if source in claim.sources and own:
                yield claim, f"gives the figure of {name} as {figure}; {name} prints {_prints(own)}"
            elif source in claim.via and (figures := _of_the_same(claim, there)):
                there, day, other_day = own or figures, "", ""
                if later := _of_two_days(claim, there):
                    day, other_day = (f" for {caption(span)}" for span in later)
                yield (
                    claim,
                    f"has {figure}{day} through {name}, whose text at hand prints {_prints(there)}{other_day}",
                )


def _of_else(claim: Claim, printed: Claim) -> bool:
    """Return whether a figure counts something else, or of something else, than the same figure of the outlet that it is given to."""
    return isinstance(claim.value, Quantity) and (
        claim.counted != printed.counted or (claim.of or "").casefold() != (printed.of or "").casefold()
    )


def _of_the_same(claim: Claim, there: Sequence[Claim]) -> list[Claim]:
    """Return the figures that another outlet prints of just what a claim counts."""
    return [
        one
        for one in there
        if isinstance(one.value, Quantity)
        and isinstance(claim.value, Quantity)
        and one.value.bounded
        and (one.counted, one.of, one.unit, scope_key(one))
        == (claim.counted, claim.of, claim.unit, scope_key(claim))
    ]


def _of_two_days(claim: Claim, there: Sequence[Claim]) -> tuple[DateSpan, DateSpan] | None:
    """Return the days of a claim's figure and of another outlet's figures, if they are two: then nobody has misquoted anybody."""
    spans = {one.as_of for one in there}
    (span, *more) = spans
    if claim.as_of is None or span is None or more or claim.as_of == span:
        return None
    return claim.as_of, span


def _prints(claims: Sequence[Claim]) -> str:
    return join_items(list(dict.fromkeys(as_printed(one) for one in claims)))
