"""The clause on figures or dates that can be compared and do not contradict each other: what they have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

from builder.compare import days, values
from builder.compare.groups import Group, reports
from builder.compare.phrases import MANY, count_noun, join_items, quoted
from builder.compare.relation import Difference, Judgement
from builder.compare.sentences.said import (
    Outlets,
    doubtfully,
    every,
    meant_day,
    of_one,
    printed_words,
    verb,
    voices,
)
from builder.compare.speakers import Names, as_printed
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity, base_unit

FEW = 3
"""Maximum number of wordings or outlets in a short clause."""
PRINTS = 32
"""Maximum number of words of a list of all prints of one figure."""
Table = dict[frozenset[str], Judgement]
"""The keys of two claims -> the judgement on them."""


def table_of(judgements: Iterable[Judgement]) -> Table:
    """Return judgements by the two claims that each is on, in any order."""
    return {frozenset((judgement.a, judgement.b)): judgement for judgement in judgements}


def is_vague(claim: Claim) -> bool:
    """Return whether a claim gives words such as "dozens" in place of a figure."""
    return isinstance(claim.value, Quantity) and not claim.value.bounded


def agreeing(
    cluster: Sequence[Group],
    table: Table,
    outlets: Outlets,
    names: Names | None,
    most: int = MANY,
    *,
    short: bool = False,
) -> str:
    """Return the clause on comparable values without a contradiction; an origin that all share is told if names are given.

    A ``short`` one does not say that one figure is hedged or rounded, which its prints show.
    """
    claims = every(cluster)
    figures = [claim for claim in claims if not is_vague(claim)]
    vague = [claim for claim in claims if is_vague(claim)] if figures else []
    shown = figures or claims
    whose = of_one(shown, names) if names is not None else ""
    if vague and len({claim.article for claim in figures}) == 1:
        printed = join_items(list(dict.fromkeys(as_printed(claim) for claim in figures)))
        doubt = f" ({doubtfully(figures)})" if all(claim.doubt for claim in figures) else ""
        gives = f"only {voices(figures, outlets)} gives a figure, {printed}{doubt}{whose}"
    else:
        gives = _alike(cluster, figures, table, outlets, most, whose, short=short)
        if vague and sum(not is_vague(group.head) for group in cluster) == 1:
            # Beside who gives none, those who give it need a verb, too.
            one = len({claim.printed.casefold() for claim in figures}) == 1
            gives = f"{gives.removesuffix(whose)} {'is' if one else 'are'} one figure{whose}"
    if not vague:
        return gives
    return f"{gives}; {printed_words(vague, outlets, most=most)} {verb(vague, 'gives', 'give')} none"


def agreeing_in_short(
    cluster: Sequence[Group], table: Table, outlets: Outlets, whence: str, *, listed: bool = True
) -> str:
    """Return the clause on comparable values without a contradiction in few words: the range, or the day that all allow.

    ``whence`` is the origin that all share, or empty. One figure is told with all its prints if they are ``listed``.
    """
    claims = [claim for claim in every(cluster) if not is_vague(claim)]
    groups = [group for group in cluster if not is_vague(group.head)]
    if not groups or isinstance(groups[0].head.value, (bool, tuple)):
        return printed_words(every(cluster), outlets, most=FEW)
    several = count_noun(reports(claims), "report")
    if len(groups) == 1:
        value = groups[0].head.value
        if len({claim.printed.casefold() for claim in claims}) > 1 and isinstance(value, Quantity):
            return f"{several} have {values.meant(claims)}"
        return f"{several} have {as_printed(groups[0].head)}"
    exact = min(groups, key=lambda group: _span(group.head)[1] - _span(group.head)[0])
    if isinstance(exact.head.value, DateSpan) and _inside(exact, groups):
        rest = [claim for group in groups if group is not exact for claim in group.claims]
        own = count_noun(reports(exact.claims), "report")
        agrees = "points to" if own.startswith("one ") else "point to"
        allow = "allows for it" if len({claim.printed.casefold() for claim in rest}) == 1 else "allow for it"
        return f"{own} {agrees} {caption(exact.head.value)}; {printed_words(rest, outlets, most=FEW)} {allow}"
    low = min(groups, key=lambda group: printed_figure(group.head))
    high = max(groups, key=lambda group: printed_figure(group.head))
    pairs = list(combinations([group.head for group in groups], 2))
    one = all(_rounded(table, a, b) or not values.moved(a, b) for a, b in pairs) and not _beyond(table, pairs)
    if low is high:
        plain = next(
            (group for group in groups if values.flat(group.head)),
            max(groups, key=lambda group: len(group.claims)),
        )
        told = f", all {whence}" if whence else ""
        every_one = printed_words([claim for group in groups for claim in group.claims], outlets)
        if listed and len(every_one.split()) <= PRINTS:
            return f"{every_one} are one figure{told}"
        if not values.flat(plain.head) or not isinstance(plain.head.value, Quantity):
            ways = [
                f"{values.meant(group.claims)} ({count_noun(reports(group.claims), 'report')})"
                for group in groups
            ]
            return f"{several} give one figure, hedged differently: {join_items(ways)}{told}"
        bare = reports(plain.claims)
        only = "only " if 2 * bare < reports(claims) else ""
        flat = f"without a hedge {only}in {voices(plain.claims, outlets, FEW)}"
        soft = [claim.printed.casefold() for group in groups if group is not plain for claim in group.claims]
        hedged = list(dict.fromkeys(map(quoted, soft)))
        if listed and len(hedged) <= MANY:
            return (
                f"{several} give one figure: {join_items(hedged)}, and {as_printed(plain.head)} {flat}{told}"
            )
        return f"{several} give one figure, {values.plain_caption(plain.head.value)}, {flat}{told}"
    ends = [_in_reports(group, outlets) for group in (low, high)]
    told = f", all {whence}" if whence else ""
    # "More than 150" says of no figure that it is 151.2: it is a floor of its own.
    if one and not any(_one_sided(group.head) for group in groups):
        return f"{several} give one figure, rounded or hedged differently, from {ends[0]} to {ends[1]}{told}"
    return f"{several} give figures from {ends[0]} to {ends[1]}{told}: none rules out another"


def _one_sided(claim: Claim) -> bool:
    """Return whether a figure is a floor or a ceiling only."""
    return isinstance(claim.value, Quantity) and (claim.value.low is None or claim.value.high is None)


def _in_reports(group: Group, outlets: Outlets) -> str:
    """Return a value as first printed with who prints it; where others print it in other words, how many reports have it."""
    own = _first_print(group)
    if len(own) == len(group.claims):
        return printed_words(own, outlets, most=FEW)
    return f"{as_printed(own[0])} ({count_noun(reports(group.claims), 'report')})"


def _first_print(group: Group) -> list[Claim]:
    """Return the claims of a group that print it in the words of the first."""
    words = group.head.printed.casefold()
    return [claim for claim in group.claims if claim.printed.casefold() == words]


def printed_figure(claim: Claim) -> float:
    """Return the printed figure whatever its hedge, or the first day."""
    if not isinstance(claim.value, Quantity):
        return _span(claim)[0]
    figure = claim.value.low if claim.value.low is not None else claim.value.high or 0
    return figure * base_unit(claim.value.unit)[1]


def _inside(exact: Group, groups: Sequence[Group]) -> bool:
    """Return whether a value lies within all others; the days of statements are those of no event, and allow for none."""
    if any(days.until_said(group.head) for group in groups):
        return False
    low, high = _span(exact.head)
    spans = [_span(group.head) for group in groups]
    return math.isfinite(high - low) and all(wide[0] <= low and high <= wide[1] for wide in spans)


def _alike(
    cluster: Sequence[Group],
    figures: Sequence[Claim],
    table: Table,
    outlets: Outlets,
    most: int,
    whose: str,
    *,
    short: bool,
) -> str:
    """Return the clause on values that are not all the same: how they differ, and ``whose`` they are."""
    claims = figures or every(cluster)
    words = printed_words(claims, outlets, most=most)
    groups = [group for group in cluster if not figures or not is_vague(group.head)]
    if len(groups) < 2 or not figures:
        return words + whose
    pairs = list(combinations([group.head for group in groups], 2))
    if all(values.one_figure(a, b) for a, b in pairs) and not _beyond(table, pairs):
        return f"{words} are one figure{'' if short else ', hedged differently'}{whose}"
    if all(_rounded(table, a, b) for a, b in pairs) and not _beyond(table, pairs):
        return f"{words} are one figure{'' if short else ', rounded or hedged differently'}{whose}"
    if any(_again(table, a, b) for a, b in pairs):
        return f"{words}{whose}: statements of different days"
    exact = _most_exact(groups)
    if exact is None:
        two = len({claim.printed.casefold() for claim in claims}) == 2
        none = "neither rules out the other" if two else "none rules out another"
        if any(claim.leaves_open for claim in claims):
            none = "whether they fit is open"
        # Of a day that only a statement gives, "being built" says nothing: with what it means it can be set beside a month.
        return f"{printed_words(claims, outlets, most=most, meaning=meant_day)}{whose}: {none}"
    rest = [claim for claim in claims if claim not in exact.claims]
    allow = "allows for it" if len({claim.printed.casefold() for claim in rest}) == 1 else "allow for it"
    return (
        f"{printed_words(exact.claims, outlets, most=most)} is the narrowest; "
        f"{printed_words(rest, outlets, most=most)} {allow}{whose}"
    )


def _rounded(table: Table, a: Claim, b: Claim) -> bool:
    found = table.get(frozenset((a.key, b.key)))
    reasons = {Difference.ROUNDED, Difference.HEDGE, Difference.HEDGED}
    return values.one_figure(a, b) or (found is not None and bool(reasons & set(found.differences)))


def _again(table: Table, a: Claim, b: Claim) -> bool:
    """Return whether one source gave two figures on two days, so that neither is the other told less exactly."""
    found = table.get(frozenset((a.key, b.key)))
    return found is not None and Difference.TIME in found.differences and values.moved(a, b)


def _beyond(table: Table, pairs: Iterable[tuple[Claim, Claim]]) -> bool:
    """Return whether some figure means more, or less, than one that others print: "more than 60 percent" is not 60 percent."""
    return any(
        (found := table.get(frozenset((a.key, b.key)))) is not None and Difference.BEYOND in found.differences
        for a, b in pairs
    )


def _most_exact(groups: Sequence[Group]) -> Group | None:
    """Return the group whose value lies within the values of all others, or None if there is none."""
    spans = {group.head.key: _span(group.head) for group in groups}
    exact = min(groups, key=lambda group: spans[group.head.key][1] - spans[group.head.key][0])
    if len({claim.printed.casefold() for claim in exact.claims}) > 1:
        return None
    return exact if _inside(exact, groups) else None


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
