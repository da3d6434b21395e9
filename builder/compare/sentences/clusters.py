"""The answers of a row in clusters that can be compared, and the sides of a contradiction or tension within one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from builder.compare.groups import Group
from builder.compare.relation import Difference, Judgement, Relation, is_unordered
from builder.compare.sentences.together import Table

_TOGETHER = {Relation.SAME, Relation.COMPATIBLE, Relation.TENSION, Relation.CONFLICT, Relation.PART_OF}


_OTHER_THING = frozenset({Difference.UNIT, Difference.COUNTED, Difference.POPULATION, Difference.SCOPE})


Pairs = Sequence[tuple[Group, Group]]
"""Pairs of groups with a relation."""


def put_together(groups: Sequence[Group], table: Table) -> list[list[Group]]:
    """Return the groups in clusters in which each can be compared with another."""
    clusters = linked(groups, lambda a, b: _comparable(table, a, b))
    order = {group.head.key: at for at, group in enumerate(groups)}
    return sorted(clusters, key=lambda cluster: order[cluster[0].head.key])


def linked(groups: Sequence[Group], are: Callable[[Group, Group], bool]) -> list[list[Group]]:
    """Return the groups in clusters in which each ``are`` linked to another, directly or through others."""
    clusters: list[list[Group]] = []
    for group in groups:
        own = [cluster for cluster in clusters if any(are(group, other) for other in cluster)]
        joined = [other for cluster in own for other in cluster]
        clusters = [cluster for cluster in clusters if cluster not in own]
        clusters.append([*joined, group])
    return clusters


def _comparable(table: Table, a: Group, b: Group) -> bool:
    judgement = table.get(frozenset((a.head.key, b.head.key)))
    return (
        judgement is not None
        and judgement.relation in _TOGETHER
        and Difference.SCOPE not in judgement.differences
    )


def largest(clusters: Sequence[list[Group]]) -> list[Group]:
    """Return the cluster with most values, then most claims: the main subject of a row's clause."""
    return max(clusters, key=lambda cluster: (len(cluster), sum(len(group.claims) for group in cluster)))


def none_comparable(clusters: Sequence[Sequence[Group]]) -> bool:
    """Return whether every cluster has a single claim."""
    return all(len(cluster) == 1 and len(cluster[0].claims) == 1 for cluster in clusters)


def pairs_of(cluster: Sequence[Group], table: Table, relation: Relation) -> Pairs:
    """Return all pairs of groups of a cluster that have a relation."""
    keyed = [(group.head.key, group) for group in cluster]
    return [
        (first, second)
        for (a, first), (b, second) in combinations(keyed, 2)
        if (found := table.get(frozenset((a, b)))) and found.relation is relation
    ]


def opposing(cluster: Sequence[Group], table: Table, *, running: bool = False) -> Pairs:
    """Return the pairs of a cluster that contradict each other, or if there are none, those that are in tension.

    Two answers to a ``running`` count of which nobody knows the order are no finding.
    """
    parted = pairs_of(cluster, table, Relation.CONFLICT)
    if parted:
        return parted
    tense = pairs_of(cluster, table, Relation.TENSION)
    return [pair for pair in tense if not (running and is_unordered(judgement_of(pair, table)))]


def judgement_of(pair: tuple[Group, Group], table: Table) -> Judgement:
    """Return the judgement on two groups that have one."""
    a, b = pair
    return table[frozenset((a.head.key, b.head.key))]


def sides(cluster: Sequence[Group], opposed: Pairs, table: Table) -> list[list[Group]]:
    """Return the sides of a contradiction or tension; the groups of one side have neither."""
    found: list[list[Group]] = []
    for group in cluster:
        if any(group in pair for pair in opposed):
            _side(group, found, table).append(group)
    return found


def _side(group: Group, sides: list[list[Group]], table: Table) -> list[Group]:
    """Return the first side that a group can join, or a new side, added to ``sides``. A side is of one thing and one scope."""
    against = {Relation.CONFLICT, Relation.TENSION}
    for side in sides:
        found = [table.get(frozenset((other.head.key, group.head.key))) for other in side]
        if all(
            judgement is not None
            and judgement.relation not in against
            and _OTHER_THING.isdisjoint(judgement.differences)
            for judgement in found
        ):
            return side
    sides.append([])
    return sides[-1]


def by_scope(pair: tuple[Group, Group], table: Table) -> bool:
    """Return whether the scopes of two groups are what keeps them apart."""
    return Difference.SCOPE in judgement_of(pair, table).differences


def part_and_whole(a: Group, b: Group) -> tuple[Group, Group]:
    """Return two groups of which one is for a place within the other's, that one first."""
    inner, outer = a.head.scope_place, b.head.scope_place
    return (a, b) if inner and outer and outer.id in inner.within else (b, a)
