"""The sentence on a row of figures, dates or names: which agree, which conflict, which cannot be compared and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from builder.compare import days
from builder.compare.groups import Group
from builder.compare.phrases import MANY, join_items, quoted, some
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.sentences.said import Outlets, every, printed_words
from builder.compare.sentences.together import Table, agreeing
from builder.compare.speakers import Names, origin
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity

CONTRADICT = "the accounts contradict each other"
"""The beginning of the clause on a row with a contradiction."""
TENSE = "the accounts are in tension"
"""The beginning of the clause on a row with a tension."""
_TOGETHER = {Relation.SAME, Relation.COMPATIBLE, Relation.TENSION, Relation.CONFLICT, Relation.PART_OF}
_KINDS = {
    Difference.UNIT: "units",
    Difference.COUNTED: "things counted",
    Difference.POPULATION: "populations",
    Difference.SCOPE: "scopes",
    Difference.DAY: "days",
    Difference.SOURCE: "voices",
}
_WHY = {
    Difference.STATEMENT: "they may be two statements that mean different things",
    Difference.TIME: "they date from different days",
    Difference.DAY: "they need not be of the same day",
    Difference.READING: "no text says so outright",
}
"""What keeps two answers from being a contradiction."""


def value_clause(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of values: first contradictions and tensions, then what agrees, then the rest with reasons."""
    clusters = put_together(groups, table)
    main = largest(clusters)
    opposed = [clause for cluster in clusters if (clause := _opposed(cluster, table, outlets, names))]
    exceeding = [pair for pair in pairs_of(groups, table, Relation.TENSION) if _by_scope(pair, table)]
    opposed += [exceeds(a, b, outlets) for a, b in exceeding]
    told = {group.head.key for pair in exceeding for group in pair}
    if none_comparable(clusters) and not opposed:
        return apart(clusters, table, outlets)
    clauses = list(opposed)
    if not _is_opposed(main, table):
        clauses.append(_cluster(main, table, outlets, names))
    asides: dict[str, list[Claim]] = {}
    for cluster in clusters:
        if any(group.head.key in told for group in cluster):
            continue
        if cluster is not main and not _is_opposed(cluster, table):
            judgement = _between(main, cluster, table)
            reason = " ".join(filter(None, aside(judgement, cluster[0].head, main[0].head)))
            asides.setdefault(reason, []).extend(every(cluster))
    for reason, claims in asides.items():
        said = printed_words(claims, outlets)
        clauses.append(f"{said} {reason if len(claims) == 1 else plural(reason)}" if reason else said)
    return "; ".join(clauses)


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


def largest(clusters: Sequence[list[Group]]) -> list[Group]:
    """Return the cluster with most values, then most claims: the main subject of a row's clause."""
    return max(clusters, key=lambda cluster: (len(cluster), sum(len(group.claims) for group in cluster)))


def none_comparable(clusters: Sequence[Sequence[Group]]) -> bool:
    """Return whether every cluster has a single claim."""
    return all(len(cluster) == 1 and len(cluster[0].claims) == 1 for cluster in clusters)


def put_together(groups: Sequence[Group], table: Table) -> list[list[Group]]:
    """Return the groups in clusters in which each can be compared with another."""
    clusters: list[list[Group]] = []
    for group in groups:
        own = [cluster for cluster in clusters if any(_comparable(table, group, other) for other in cluster)]
        joined = [other for cluster in own for other in cluster]
        clusters = [cluster for cluster in clusters if cluster not in own]
        clusters.append([*joined, group])
    order = {group.head.key: at for at, group in enumerate(groups)}
    return sorted(clusters, key=lambda cluster: order[cluster[0].head.key])


def _comparable(table: Table, a: Group, b: Group) -> bool:
    judgement = table.get(frozenset((a.head.key, b.head.key)))
    return (
        judgement is not None
        and judgement.relation in _TOGETHER
        and Difference.SCOPE not in judgement.differences
    )


def _between(a: Sequence[Group], b: Sequence[Group], table: Table) -> Judgement | None:
    """Return the first judgement between two clusters."""
    found = (table.get(frozenset((one.head.key, other.head.key))) for one in a for other in b)
    return next((judgement for judgement in found if judgement is not None), None)


Pairs = Sequence[tuple[Group, Group]]
"""Pairs of groups with a relation."""


def pairs_of(cluster: Sequence[Group], table: Table, relation: Relation) -> Pairs:
    """Return all pairs of groups of a cluster that have a relation."""
    return [
        (a, b)
        for index, a in enumerate(cluster)
        for b in cluster[index + 1 :]
        if (found := table.get(frozenset((a.head.key, b.head.key)))) and found.relation is relation
    ]


def opposing(cluster: Sequence[Group], table: Table) -> Pairs:
    """Return the pairs of a cluster that contradict each other, or if there are none, those that are in tension."""
    return pairs_of(cluster, table, Relation.CONFLICT) or pairs_of(cluster, table, Relation.TENSION)


def _is_opposed(cluster: Sequence[Group], table: Table) -> bool:
    return bool(opposing(cluster, table))


def sides(cluster: Sequence[Group], opposed: Pairs, table: Table) -> list[list[Group]]:
    """Return the sides of a contradiction or tension; the groups of one side have neither."""
    found: list[list[Group]] = []
    for group in cluster:
        if any(group in pair for pair in opposed):
            _side(group, found, table).append(group)
    return found


def _side(group: Group, sides: list[list[Group]], table: Table) -> list[Group]:
    """Return the first side that a group can join, or a new side, added to ``sides``."""
    against = {Relation.CONFLICT, Relation.TENSION}
    for side in sides:
        found = [table.get(frozenset((other.head.key, group.head.key))) for other in side]
        if all(judgement is not None and judgement.relation not in against for judgement in found):
            return side
    sides.append([])
    return sides[-1]


def _opposed(cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    """Return the clause on a contradiction or a tension within a cluster; empty if it has neither."""
    opposed = opposing(cluster, table)
    if not opposed:
        return ""
    parted = sides(cluster, opposed, table)
    judgements = [table[frozenset((a.head.key, b.head.key))] for a, b in opposed]
    conflict = judgements[0].relation is Relation.CONFLICT
    said = f" {'against' if conflict else 'beside'} ".join(
        _side_words(side, outlets, names) for side in parted[:MANY]
    )
    if not conflict:
        return f"{TENSE}: {said}; {why_tense(judgements)}"
    differ = all(Difference.SOURCE in judgement.differences for judgement in judgements)
    named = {group.head.key for side in parted for group in side}
    tense = {group.head.key for pair in pairs_of(cluster, table, Relation.TENSION) for group in pair}
    rest = [group for group in cluster if group.head.key in tense - named]
    beside = f"; in tension with one of them, {_side_words(rest, outlets, names)}" if rest else ""
    return f"{CONTRADICT}: {said}; {'the sources differ' if differ else 'the texts do not say why'}{beside}"


def why_tense(judgements: Sequence[Judgement]) -> str:
    """Return what keeps the answers of some judgements from being contradictions."""
    found = dict.fromkeys(reason for judgement in judgements for reason in judgement.differences)
    return join_items([_WHY[reason] for reason in found if reason in _WHY])


def _by_scope(pair: tuple[Group, Group], table: Table) -> bool:
    a, b = pair
    return Difference.SCOPE in table[frozenset((a.head.key, b.head.key))].differences


def exceeds(a: Group, b: Group, outlets: Outlets, most: int = MANY) -> str:
    """Return a clause on two figures of which one is for a place within the other's, and yet larger."""
    inner = a.head.scope_place is not None and b.head.scope_place is not None
    part, whole = (a, b) if inner and b.head.scope_place.id in a.head.scope_place.within else (b, a)  # type: ignore[union-attr]
    return (
        f"{printed_words(part.claims, outlets, most=most)} for {part.head.scope} is more than "
        f"{printed_words(whole.claims, outlets, most=most)} for {whole.head.scope}, which it lies within"
    )


def _cluster(cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    claims = every(cluster)
    if len(cluster) == 1 and len({claim.article for claim in claims}) > 1:
        return f"{printed_words(claims, outlets, partial(origin, names=names))} agree"
    return agreeing(cluster, table, outlets, names)


def _side_words(side: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return one side of a contradiction in words: the printed words with their meaning and sources."""
    return join_items([printed_words(group.claims, outlets, partial(_label, names=names)) for group in side])


def _label(claim: Claim, names: Names) -> str:
    meaning = f"{caption(claim.value)}, " if isinstance(claim.value, DateSpan) else ""
    return meaning + origin(claim, names)


_PLURALS = {"is": "are", "counts": "count", "lies": "lie", "covers": "cover"}


def plural(reason: str) -> str:
    """Return a reason with its first word, a verb, in the plural: ``is said of`` -> ``are said of``."""
    verb, _, rest = reason.partition(" ")
    return f"{_PLURALS.get(verb, verb)} {rest}"


def aside(judgement: Judgement | None, claim: Claim, other: Claim) -> tuple[str, str]:
    """Return why a claim cannot be compared with the others, one of which is given, and the consequence."""
    alone = "and cannot be set against the others"
    difference = judgement.differences[0] if judgement and judgement.differences else None
    match difference:
        case Difference.COUNTED:
            return f"counts {claim.counts}", alone
        case Difference.SCOPE if judgement and judgement.relation is Relation.PART_OF:
            inner = (
                claim.scope_place and other.scope_place and other.scope_place.id in claim.scope_place.within
            )
            if inner:
                return f"is for {claim.scope}, counted within {other.scope}", ""
            return f"is for the whole of {claim.scope}", ""
        case Difference.SCOPE if claim.scope:
            return f"is said of {claim.scope}", alone
        case Difference.SCOPE:
            return f"is not limited to {other.scope}", alone
        case Difference.POPULATION:
            return f"is of {claim.of}", alone
        case Difference.UNIT if isinstance(claim.value, Quantity) and claim.value.share:
            return "is given as a share or a rate", alone
        case Difference.UNIT:
            return f"is in {claim.unit}", alone
        case Difference.DAY if claim.as_of is not None:
            return f"is for {caption(claim.as_of)},", "so it does not contradict them"
        case Difference.DAY:
            return "is of another day", ""
        case _:
            return "", ""


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
    return f"they are about different {join_items(kinds)}, so none contradicts another: {some(said, 'answers', most)}"
