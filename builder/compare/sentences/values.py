"""The sentence on a row of figures, dates or names: which agree, which conflict, which cannot be compared and why."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial

from builder.compare.days import is_worked_out, of_statement, until_said
from builder.compare.groups import Group
from builder.compare.phrases import MANY, join_items
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.sentences.asides import apart, aside, beside, between, is_one, plural, unanswered
from builder.compare.sentences.clusters import (
    by_scope,
    largest,
    none_comparable,
    opposing,
    pairs_of,
    part_and_whole,
    put_together,
    sides,
)
from builder.compare.sentences.said import (
    WORKED_OUT,
    Label,
    Outlets,
    every,
    meant_day,
    of_one,
    of_what,
    printed_words,
    sources_differ,
    told_as,
    verb,
    voices,
)
from builder.compare.sentences.together import Table, agreeing
from builder.compare.speakers import Names, as_printed, citing
from builder.compare.unsure import LESS_THAN_NO
from builder.content.model import Claim
from builder.values.direction import isolated
from builder.values.quantity import Quantity

CONTRADICT = "the accounts contradict each other"
"""The beginning of the clause on a row with a contradiction."""
TENSE = "the accounts are in tension"
"""The beginning of the clause on a row with a tension."""
_WHY = {
    Difference.STATEMENT: "they may be two statements that mean different things",
    Difference.TIME: "they date from different days",
    Difference.DAY: "they need not be of the same day",
    Difference.RETOLD: "it is one figure of one source, told as two things",
    Difference.HEADLINE: "one of them is a headline's, and not its text's",
    Difference.EXCEEDS: "a part would be larger than the whole",
    Difference.READING: "neither answer denies the other outright",
    Difference.DOUBT: "not all of them are said for certain",
    Difference.FOR_NOW: "one answer is given only for now",
    Difference.NO_SIGN: LESS_THAN_NO,
    Difference.OPEN: "what one of them means, its text leaves open",
    Difference.SAID: "one of the days is that of a statement, not of the event",
    Difference.INFERRED: "one of the days is worked out from its text, not printed",
}
"""What keeps two answers from being a contradiction."""


def value_clause(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of values: first contradictions and tensions, then what agrees, then the rest with reasons."""
    clusters = put_together(groups, table)
    main = largest(clusters)
    opposed = [
        clause
        for cluster in clusters
        if (clause := _opposed(cluster, table, outlets, names, all_for(cluster, groups)))
    ]
    exceeding = [pair for pair in pairs_of(groups, table, Relation.TENSION) if by_scope(pair, table)]
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
            judgement = between(main, cluster, table)
            if claims := unanswered(cluster, main, judgement):
                claim = cluster[0].head
                reason = " ".join(filter(None, aside(judgement, claim, beside(claim, main))))
                asides.setdefault(reason, []).extend(claims)
    for reason, claims in asides.items():
        said = printed_words(claims, outlets)
        clauses.append(f"{said} {reason if is_one(claims) else plural(reason)}" if reason else said)
    return "; ".join(clauses)


def _is_opposed(cluster: Sequence[Group], table: Table) -> bool:
    return bool(opposing(cluster, table))


def _opposed(cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names, scope: str) -> str:
    """Return the clause on a contradiction or a tension within a cluster; empty if it has neither.

    ``scope`` is put after the sides if that of others in the row is another.
    """
    opposed = opposing(cluster, table)
    if not opposed:
        return ""
    parted = sides(cluster, opposed, table)
    judgements = [table[frozenset((a.head.key, b.head.key))] for a, b in opposed]
    conflict = judgements[0].relation is Relation.CONFLICT
    if not conflict and tells_things(judgements):
        return _retold(parted, judgements, outlets, names)
    whose = of_one([claim for side in parted for claim in every(side)], names) if conflict else ""
    said = f" {'against' if conflict else 'beside'} ".join(
        _side_words(side, outlets, None if whose else names) for side in parted[:MANY]
    )
    said = said if conflict else two_days(parted, outlets, names) or said
    said += scope
    if not conflict:
        why = why_tense(judgements) or of_more([claim for side in parted for claim in every(side)])
        fits = fitting(cluster, parted, table, outlets, partial(citing, names=names))
        return "; ".join(filter(None, (f"{TENSE}: {said}", why, fits)))
    named = {group.head.key for side in parted for group in side}
    tense = {group.head.key for pair in pairs_of(cluster, table, Relation.TENSION) for group in pair}
    rest = [group for group in cluster if group.head.key in tense - named]
    beside = f"; in tension with one of them, {_side_words(rest, outlets, names)}" if rest else ""
    differ = sources_differ([every(side) for side in parted], names)
    # Where the sources differ, each side is told with its own.
    why = "" if differ else f"{', and' if whose else ';'} the texts do not say why they differ"
    return f"{CONTRADICT}: {said}{whose}{why}{beside}"


SINGLE = 4
"""Of so many articles each has a clause of its own."""


def two_days(parted: Sequence[Sequence[Group]], outlets: Outlets, names: Names | None) -> str:
    """Return days on two sides in clauses without brackets, an article each: who prints which, and what it means; empty for others.

    Also empty for more than ``SINGLE`` articles: there brackets are shorter.
    """
    articles: dict[str, list[Claim]] = {}
    for claim in (claim for side in parted for claim in every(side)):
        articles.setdefault(claim.article, []).append(claim)
    if len(parted) != 2 or not 2 <= len(articles) <= SINGLE:
        return ""
    if not any(meant_day(claim) for claims in articles.values() for claim in claims):
        return ""
    said = []
    for claims in articles.values():
        words = join_items([_with_day(claim) for claim in claims])
        whose = f", {citing(claims[0], names)}," if names is not None else ""
        said.append(f"{voices(claims, outlets)}{whose} prints {words}")
    return "; ".join(said)


def _with_day(claim: Claim) -> str:
    """Return printed words with the day that they mean behind a comma."""
    day = meant_day(claim)
    if not day:
        return as_printed(claim)
    if is_worked_out(claim):
        return f"{as_printed(claim)}, by this site’s reckoning {day.removesuffix(WORKED_OUT)}"
    return f"{as_printed(claim)}, which means {day}"


def fitting(
    cluster: Sequence[Group],
    parted: Sequence[Sequence[Group]],
    table: Table,
    outlets: Outlets,
    label: Label = "",
    most: int = MANY,
) -> str:
    """Return the clause on the answers of a cluster that can be right whichever side is; empty if there are none."""
    opposed = [group for side in parted for group in side]
    fit = {Relation.SAME, Relation.COMPATIBLE}
    rest = [
        group
        for group in cluster
        if group not in opposed
        and (not isinstance(group.head.value, Quantity) or group.head.value.bounded)
        and all(
            (found := _between(group, other, table))
            and (found.relation in fit or Difference.SAID in found.differences)
            for other in opposed
        )
    ]
    # That it had happened by then fits many days, and says nothing of them.
    by_then = [claim for claim in every(rest) if until_said(claim)]
    dates_none = [_dates_none(claim, outlets, label) for claim in by_then]
    fitting = [claim for claim in every(rest) if claim not in by_then]
    # Who gives a round figure is no witness for either side.
    vague = all(isinstance(claim.value, Quantity) and claim.value.is_soft for claim in fitting)
    fits = "fits" if is_one(fitting) else "fit"
    both = f"{fits} {'both' if len(parted) == 2 else 'all'}"
    if vague:
        both = f"{'is' if is_one(fitting) else 'are'} too round to tell"
    told = [f"{printed_words(fitting, outlets, label, most)} {both}"] if fitting else []
    return "; ".join([*told, *dates_none])


def _dates_none(claim: Claim, outlets: Outlets, label: Label) -> str:
    told = label if isinstance(label, str) else label(claim)
    who = f"{voices([claim], outlets)}, {told}," if told else voices([claim], outlets)
    return f"{who} prints {as_printed(claim)} and gives no day but that of a statement, {of_statement(claim)}"


def _between(a: Group, b: Group, table: Table) -> Judgement | None:
    return table.get(frozenset((a.head.key, b.head.key)))


def on_both_sides(
    parted: Sequence[Sequence[Group]], outlets: Outlets, most: int = MANY, without: Set[str] = frozenset()
) -> str:
    """Return the clause on the articles that print the answers of several sides; empty if there are none.

    Claims with the keys ``without`` are left out.
    """
    found: dict[str, set[int]] = {}
    for at, side in enumerate(parted):
        for claim in every(side):
            found.setdefault(claim.article, set()).add(at)
    both = {
        claim.key: claim
        for side in parted
        for claim in every(side)
        if len(found[claim.article]) > 1 and claim.key not in without
    }
    if not both:
        return ""
    claims = list(both.values())
    several = "both" if len(parted) == 2 else "several of these"
    return f"{voices(claims, outlets, most)} {verb(claims, 'prints', 'print')} {several}"


def tells_things(judgements: Sequence[Judgement]) -> bool:
    """Return whether what is counted is what keeps the sides of a tension apart, so that it has to be said of each."""
    found = {difference for judgement in judgements for difference in judgement.differences}
    return bool(found & {Difference.RETOLD, Difference.EXCEEDS})


def why_tense(judgements: Sequence[Judgement]) -> str:
    """Return what keeps the answers of some judgements from being contradictions."""
    found = dict.fromkeys(reason for judgement in judgements for reason in judgement.differences)
    return ", and ".join(_WHY[reason] for reason in found if reason in _WHY)


def of_more(claims: Sequence[Claim]) -> str:
    """Return as what others tell the figures of some claims that these give for less; empty if there are none."""
    told = {claim.printed.casefold(): claim for claim in claims if claim.retold}
    if len(told) != 1:
        return ""
    (claim,) = told.values()
    return f"others tell {as_printed(claim)} of the same source as {isolated(claim.retold or '')}"


def exceeds(a: Group, b: Group, outlets: Outlets, most: int = MANY) -> str:
    """Return a clause on two figures of which one is for a place within the other's, and yet larger."""
    part, whole = part_and_whole(a, b)
    return (
        f"{printed_words(part.claims, outlets, most=most)} for {part.head.scope} alone is more than "
        f"{printed_words(whole.claims, outlets, most=most)} for the whole of {whole.head.scope}"
    )


def all_for(cluster: Sequence[Group], groups: Sequence[Group]) -> str:
    """Return ``, all for Kursk`` if all answers of a cluster have one scope and others of the row another; else an empty text."""
    scopes = {of_what(group.head) for group in cluster}
    if len(scopes) > 1 or all(of_what(group.head) in scopes for group in groups):
        return ""
    (scope,) = scopes
    everyone = "both" if len({claim.article for claim in every(cluster)}) == 2 else "all"
    return f", {everyone} {scope}" if scope else ""


def _cluster(cluster: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    claims = every(cluster)
    if len(cluster) == 1 and len({claim.article for claim in claims}) > 1:
        return f"{printed_words(claims, outlets, partial(citing, names=names))} agree"
    return agreeing(cluster, table, outlets, names)


def _retold(
    parted: Sequence[Sequence[Group]], judgements: Sequence[Judgement], outlets: Outlets, names: Names
) -> str:
    """Return the clause on figures of two things, such as one figure of one source told as both: what each report makes of it."""
    claims = [claim for side in parted for claim in every(side)]
    said = " beside ".join(
        f"{printed_words(every(side), outlets)}{told_as(side, claims)}" for side in parted[:MANY]
    )
    whose = of_one(claims, names)
    return "; ".join(filter(None, (f"{TENSE}: {said}{whose}", why_tense(judgements))))


def _side_words(side: Sequence[Group], outlets: Outlets, names: Names | None) -> str:
    """Return one side of a contradiction in words: the printed words with their meaning, and sources if names are given."""
    label: Label = partial(citing, names=names) if names is not None else ""
    return printed_words(every(side), outlets, label, meaning=meant_day)
