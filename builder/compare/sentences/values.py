"""The sentence on a row of figures or dates: which fit together, which conflict, which cannot be compared and why."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare.groups import Group
from builder.compare.judge import Names
from builder.compare.phrases import MANY, join_items, quoted, some
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.sentences.said import Outlets, every, origin, printed_words, verb, voices
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity

Table = dict[frozenset[str], Judgement]
"""The keys of two claims -> the judgement on them."""
CONTRADICT = "the accounts contradict each other"
"""The beginning of the clause on a row with a contradiction."""
_TOGETHER = {Relation.SAME, Relation.COMPATIBLE, Relation.CONFLICT, Relation.PART_OF}
_KINDS = {
    Difference.UNIT: "units",
    Difference.COUNTED: "things counted",
    Difference.POPULATION: "populations",
    Difference.SCOPE: "scopes",
    Difference.DAY: "days",
    Difference.SOURCE: "voices",
}


def value_clause(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of figures, dates or places: first the comparable ones, then the others with reasons."""
    clusters = put_together(groups, table)
    main = largest(clusters)
    rest = [cluster for cluster in clusters if cluster is not main]
    if none_comparable(clusters):
        return apart(clusters, table, outlets)
    clauses = [_cluster(main, table, outlets, names)]
    asides: dict[str, list[Claim]] = {}
    for cluster in rest:
        judgement = table.get(frozenset((main[0].head.key, cluster[0].head.key)))
        asides.setdefault(" ".join(filter(None, aside(judgement, cluster[0].head))), []).extend(
            every(cluster)
        )
    for reason, claims in asides.items():
        clauses.append(f"{printed_words(claims, outlets)} {reason if len(claims) == 1 else plural(reason)}")
    return "; ".join(clauses)


def largest(clusters: Sequence[list[Group]]) -> list[Group]:
    """Return the cluster with most values, then most claims: the main subject of a row's clause."""
    return max(clusters, key=lambda cluster: (len(cluster), sum(len(group.claims) for group in cluster)))


def none_comparable(clusters: Sequence[Sequence[Group]]) -> bool:
    """Return whether every cluster has a single claim."""
    return all(len(cluster) == 1 and len(cluster[0].claims) == 1 for cluster in clusters)


def put_together(groups: Sequence[Group], table: Table) -> list[list[Group]]:
    """Return the groups in clusters that can be compared with each other."""
    clusters: list[list[Group]] = []
    for group in groups:
        for cluster in clusters:
            judgement = table.get(frozenset((cluster[0].head.key, group.head.key)))
            if judgement is not None and judgement.relation in _TOGETHER:
                cluster.append(group)
                break
        else:
            clusters.append([group])
    return clusters


def _cluster(cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    claims = every(cluster)
    if len(cluster) == 1:
        if len({claim.article for claim in claims}) == 1:
            return f"{voices(claims, outlets)} prints {quoted(claims[0].printed)}"
        return f"{voices(claims, outlets)} agree: {printed_words(claims, outlets)}"
    conflicts = conflicting(cluster, table)
    if conflicts:
        return f"{CONTRADICT}: {_conflict(cluster, conflicts, table, outlets, names)}"
    vague = [claim for claim in claims if is_vague(claim)]
    figures = [claim for claim in claims if claim not in vague]
    if vague and figures:
        together = " fit together" if len({claim.printed for claim in figures}) > 1 else ""
        gives = verb(vague, "gives", "give")
        return (
            f"{printed_words(figures, outlets)}{together}; {printed_words(vague, outlets)} {gives} no figure"
        )
    return f"{printed_words(claims, outlets)} fit together"


def is_vague(claim: Claim) -> bool:
    """Return whether a claim gives words such as "dozens" in place of a figure."""
    return isinstance(claim.value, Quantity) and not claim.value.bounded


Pairs = Sequence[tuple[Group, Group]]
"""Pairs of groups that contradict each other."""


def conflicting(cluster: Sequence[Group], table: Table) -> Pairs:
    """Return all pairs of groups of a cluster that contradict each other."""
    return [
        (a, b)
        for index, a in enumerate(cluster)
        for b in cluster[index + 1 :]
        if (found := table.get(frozenset((a.head.key, b.head.key)))) and found.relation is Relation.CONFLICT
    ]


def sides(cluster: Sequence[Group], conflicts: Pairs, table: Table) -> list[list[Group]]:
    """Return the sides of a contradiction; the groups of one side do not contradict each other."""
    found: list[list[Group]] = []
    for group in cluster:
        if any(group in pair for pair in conflicts):
            _side(group, found, table).append(group)
    return found


def _conflict(
    cluster: Sequence[Group],
    conflicts: Pairs,
    table: Table,
    outlets: Outlets,
    names: Names,
) -> str:
    parted = sides(cluster, conflicts, table)
    said = " against ".join(_side_words(side, outlets, names) for side in parted[:MANY])
    judgement = table[frozenset((conflicts[0][0].head.key, conflicts[0][1].head.key))]
    if Difference.SOURCE in judgement.differences:
        return f"{said.rstrip(',')}; the sources differ"
    return f"{said.rstrip(',')}; the texts do not say why"


def _side(group: Group, sides: list[list[Group]], table: Table) -> list[Group]:
    """Return the first side with no group that contradicts this one, or a new side, added to ``sides``."""
    for side in sides:
        found = [table.get(frozenset((other.head.key, group.head.key))) for other in side]
        if all(judgement is not None and judgement.relation is not Relation.CONFLICT for judgement in found):
            return side
    sides.append([])
    return sides[-1]


def _side_words(side: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return one side of a contradiction in words: the printed words with their meaning and sources."""
    said = join_items([printed_words(group.claims, outlets, _label(group.head, names)) for group in side])
    return f"{said}, which fit together," if len(side) > 1 else said


def _label(claim: Claim, names: Names) -> str:
    meaning = f"{caption(claim.value)}, " if isinstance(claim.value, DateSpan) else ""
    return meaning + origin(claim, names)


def plural(reason: str) -> str:
    """Return a reason with its first word, a verb, in the plural: ``is said of`` -> ``are said of``."""
    verb, _, rest = reason.partition(" ")
    return f"{ {'is': 'are', 'counts': 'count', 'stands': 'stand'}[verb] } {rest}"


def aside(judgement: Judgement | None, claim: Claim) -> tuple[str, str]:
    """Return why a claim cannot be compared with the others, and the consequence."""
    alone = "and cannot be set against the others"
    difference = judgement.differences[0] if judgement and judgement.differences else None
    match difference:
        case Difference.COUNTED:
            return f"counts {claim.counts}", alone
        case Difference.SCOPE:
            return f"is said of {claim.scope or 'the question as asked'}", alone
        case Difference.POPULATION:
            return f"is of {claim.of}", alone
        case Difference.UNIT if isinstance(claim.value, Quantity) and claim.value.share:
            return "is given as a share or a rate", alone
        case Difference.UNIT:
            return f"is in {claim.unit}", alone
        case Difference.DAY if claim.as_of is not None:
            return f"is for {caption(claim.as_of)},", "so it does not contradict them"
        case _:
            return "stands apart", ""


def apart(clusters: Sequence[Sequence[Group]], table: Table, outlets: Outlets, most: int = MANY) -> str:
    """Return the clause on a row of which no two claims can be compared: what each is about."""
    reasons = dict.fromkeys(
        difference for judgement in table.values() for difference in judgement.differences
    )
    kinds = [_KINDS[difference] for difference in reasons if difference in _KINDS]
    said = []
    for cluster in clusters:
        claim = cluster[0].head
        labels = []
        if Difference.COUNTED in reasons and claim.counts:
            labels.append(claim.counts)
        if Difference.POPULATION in reasons and claim.of:
            labels.append(claim.of)
        if Difference.SCOPE in reasons and claim.scope:
            labels.append(claim.scope)
        if Difference.DAY in reasons and claim.as_of:
            labels.append(caption(claim.as_of))
        said.append(printed_words([claim], outlets, ", ".join(labels)))
    return f"they answer for different {join_items(kinds)}, so none contradicts another: {some(said, 'answers', most)}"
