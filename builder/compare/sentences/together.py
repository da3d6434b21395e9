"""The clause on figures or dates that can be compared and do not contradict each other: what they have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from builder.compare import values
from builder.compare.groups import Group
from builder.compare.phrases import MANY, join_items, quoted
from builder.compare.relation import Difference, Judgement
from builder.compare.sentences.said import Outlets, every, of_one, printed_words, verb, voices
from builder.compare.speakers import Names
from builder.content.model import Claim
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity

Table = dict[frozenset[str], Judgement]
"""The keys of two claims -> the judgement on them."""


def is_vague(claim: Claim) -> bool:
    """Return whether a claim gives words such as "dozens" in place of a figure."""
    return isinstance(claim.value, Quantity) and not claim.value.bounded


def agreeing(
    cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names | None, most: int = MANY
) -> str:
    """Return the clause on comparable values without a contradiction; an origin that all share is told if names are given."""
    claims = every(cluster)
    figures = [claim for claim in claims if not is_vague(claim)]
    vague = [claim for claim in claims if is_vague(claim)] if figures else []
    shown = figures or claims
    whose = of_one(shown, names) if names is not None else ""
    if vague and len({claim.article for claim in figures}) == 1:
        printed = join_items(list(dict.fromkeys(quoted(claim.printed) for claim in figures)))
        gives = f"only {voices(figures, outlets)} gives a figure, {printed}{whose}"
    else:
        gives = _alike(cluster, figures, table, outlets, most, short=names is None) + whose
    if not vague:
        return gives
    return f"{gives}; {printed_words(vague, outlets, most=most)} {verb(vague, 'gives', 'give')} none"


def _alike(
    cluster: Sequence[Group],
    figures: Sequence[Claim],
    table: Table,
    outlets: Outlets,
    most: int,
    *,
    short: bool,
) -> str:
    """Return the clause on values that are not all the same: how they differ."""
    claims = figures or every(cluster)
    words = printed_words(claims, outlets, most=most)
    groups = [group for group in cluster if not figures or not is_vague(group.head)]
    if len(groups) < 2 or not figures:
        return words
    pairs = list(combinations([group.head for group in groups], 2))
    if all(values.one_figure(a, b) for a, b in pairs):
        return f"{words} are one figure{'' if short else ', hedged differently'}"
    if all(_rounded(table, a, b) for a, b in pairs):
        return f"{words} are one figure{'' if short else ', rounded or hedged differently'}"
    exact = _most_exact(groups)
    if exact is None:
        return f"{words} do not exclude each other"
    rest = [claim for claim in claims if claim not in exact.claims]
    allow = "allows for it" if len({claim.printed.casefold() for claim in rest}) == 1 else "allow for it"
    return (
        f"{printed_words(exact.claims, outlets, most=most)} is the most exact; "
        f"{printed_words(rest, outlets, most=most)} {allow}"
    )


def _rounded(table: Table, a: Claim, b: Claim) -> bool:
    found = table.get(frozenset((a.key, b.key)))
    reasons = {Difference.ROUNDED, Difference.HEDGE, Difference.HEDGED}
    return values.one_figure(a, b) or (found is not None and bool(reasons & set(found.differences)))


def _most_exact(groups: Sequence[Group]) -> Group | None:
    """Return the group whose value lies within the values of all others, or None if there is none."""
    spans = {group.head.key: _span(group.head) for group in groups}
    exact = min(groups, key=lambda group: spans[group.head.key][1] - spans[group.head.key][0])
    low, high = spans[exact.head.key]
    if len({claim.printed.casefold() for claim in exact.claims}) > 1:
        return None
    within = all(wide[0] <= low and high <= wide[1] for wide in spans.values())
    return exact if within and math.isfinite(high - low) else None


def _span(claim: Claim) -> tuple[float, float]:
    match claim.value:
        case Quantity() as figure:
            return values.base_reach(figure)
        case DateSpan() as span:
            first, last = span.reach
            return (
                float(first.toordinal()) if first else -math.inf,
                float(last.toordinal()) if last else math.inf,
            )
        case _:
            return (-math.inf, math.inf)
