"""The clause on a running count: its figures in the order of their days, or the first and the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare import days, values
from builder.compare.groups import Group
from builder.compare.phrases import count_noun, quoted, some
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.sentences.clusters import linked, pairs_of
from builder.compare.sentences.said import Outlets, every, printed_words
from builder.compare.sentences.together import Table
from builder.content.model import Claim
from builder.values.dates import caption
from builder.values.quantity import Quantity


def running_clause(groups: Sequence[Group], table: Table, outlets: Outlets) -> str:
    """Return the clause on a running count: its figures in the order of their days."""
    dated = [(day, group) for group in groups if (day := days.running(group.head))]
    ordered = [group for _, group in sorted(dated, key=lambda item: item[0].sort_key)]
    ordered += [group for group in groups if group not in ordered]
    said = some([printed_words(group.claims, outlets, _running_day) for group in ordered], "answers")
    unsure = [group for pair in pairs_of(groups, table, Relation.TENSION) for group in pair]
    printed = dict.fromkeys(quoted(group.head.printed) for group in groups if group in unsure)
    order = f"; the order of {some(list(printed), 'answers')} is not known" if unsure else ""
    return f"the count is running: {said}{order}"


def _running_day(claim: Claim) -> str:
    day = days.running(claim)
    return caption(day) if day else "day unknown"


def is_one_count(groups: Sequence[Group], judgements: Sequence[Judgement]) -> bool:
    """Return whether all answers count one thing, so that their figures have an order."""
    return len(chains(groups, {frozenset((found.a, found.b)): found for found in judgements})) == 1


def chains(groups: Sequence[Group], table: Table) -> list[list[Group]]:
    """Return the groups in clusters that count one thing, whatever its day."""
    found = linked(groups, lambda a, b: _of_one(table, a, b))
    order = {group.head.key: at for at, group in enumerate(groups)}
    for cluster in found:
        cluster.sort(key=lambda group: order[group.head.key])
    return sorted(found, key=lambda cluster: order[cluster[0].head.key])


def _of_one(table: Table, a: Group, b: Group) -> bool:
    judgement = table.get(frozenset((a.head.key, b.head.key)))
    return (
        judgement is not None
        and judgement.relation is not Relation.NOT_COMPARABLE
        and not {Difference.SCOPE, Difference.COUNTED, Difference.POPULATION}.intersection(
            judgement.differences
        )
    )


def is_still(cluster: Sequence[Group]) -> bool:
    """Return whether the answers of a cluster are all one figure."""
    return all(values.one_figure(cluster[0].head, group.head) for group in cluster[1:])


def range_clause(
    cluster: Sequence[Group], outlets: Outlets, most: int = 3, *, counted: bool = True, whence: str = ""
) -> str:
    """Return the clause on the first and the last figure of a running count; empty if it has no two with a day.

    ``counted`` adds how many answers and reports there are; ``whence`` is the origin that all share.
    """
    dated = [
        (days.soft(day), group)
        for group in cluster
        if (day := days.running(group.head))
        and isinstance(group.head.value, Quantity)
        and group.head.value.bounded
    ]
    if len(dated) < 2 or is_still(cluster):
        return ""
    dated.sort(key=lambda item: item[0].sort_key)
    firsts = [group for day, group in dated if not dated[0][0].before(day)]
    lasts = [group for day, group in dated if not day.before(dated[-1][0])]
    # Of one day, the figures furthest apart: a count goes one way.
    first, last = max(
        ((first, last) for first in firsts for last in lasts),
        key=lambda pair: abs(_figure(pair[0].head) - _figure(pair[1].head)),
    )
    if first is last:
        return ""
    # "Many more" is no figure. One figure in two languages, or on two days, is one.
    figures = [
        group for group in cluster if isinstance(group.head.value, Quantity) and group.head.value.bounded
    ]
    reports = len({claim.article for claim in every(figures)})
    meant = {value.same_as for group in figures if isinstance(value := group.head.value, Quantity)}
    number = (
        f", {count_noun(len(meant), 'figure')} in {count_noun(reports, 'report')}"
        if counted and len(meant) > 2
        else ""
    )
    ends = [printed_words(group.claims, outlets, _running_day, most) for group in (first, last)]
    return f"the count runs from {ends[0]} to {ends[1]}{number}{f', all {whence}' if whence else ''}"


def _figure(claim: Claim) -> float:
    low, high = values.base_reach(claim.value) if isinstance(claim.value, Quantity) else (0.0, 0.0)
    return high if low == 0.0 and high != float("inf") else low
