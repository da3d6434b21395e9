"""The clauses on answers that cannot be set against the others of their row, and why."""

from __future__ import annotations

import operator
from collections.abc import Sequence, Set

from builder.compare.groups import Group
from builder.compare.phrases import MANY, count_noun, counting, is_participle, join_items, quoted, some
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.scopes import begins_a_phrase, is_part_of, of_scope
from builder.compare.sentences.said import Outlets, every, meant_day, printed_words
from builder.compare.sentences.together import Table
from builder.compare.speakers import as_printed
from builder.content.model import Claim
from builder.values.dates import caption
from builder.values.direction import isolated
from builder.values.quantity import Kind, Quantity, kind_of
from builder.values.units import unit_in_words

_KINDS = {
    Difference.UNIT: "units",
    Difference.COUNTED: "things counted",
    Difference.POPULATION: "populations",
    Difference.SCOPE: "things",
    Difference.DAY: "days",
    Difference.SOURCE: "voices",
}


def between(a: Sequence[Group], b: Sequence[Group], table: Table) -> Judgement | None:
    """Return the first judgement between two clusters."""
    found = (table.get(frozenset((one.head.key, other.head.key))) for one in a for other in b)
    return next((judgement for judgement in found if judgement is not None), None)


_PLURALS = {"is": "are", "lies": "lie", "covers": "cover", "counts": "count"}


def plural(reason: str) -> str:
    """Return a reason with its first word, a verb, in the plural: ``is said of`` -> ``are said of``."""
    verb, _, rest = reason.partition(" ")
    rest = rest.replace("a count of ", "counts of ", 1) if rest.startswith("a count of ") else rest
    rest = rest.replace("so it does not", "so they do not").replace("does not set it", "does not set them")
    return f"{_PLURALS.get(verb, verb)} {rest}"


def is_one(claims: Sequence[Claim]) -> bool:
    """Return whether some claims are one answer of one outlet, whether or not it gives it twice."""
    return len({(claim.outlet, claim.printed.casefold()) for claim in claims}) == 1


def _by_what(claim: Claim, whole: Claim) -> str:
    """Return what makes a figure a part of another one: of whom it is, or else what it counts or its scope."""
    if claim.of and claim.of != whole.of:
        return claim.of
    return _those(claim.counts) if claim.counts and claim.counts != whole.counts else claim.scope or ""


def aside(judgement: Judgement | None, claim: Claim, other: Claim) -> tuple[str, str]:
    """Return why a claim cannot be compared with the others, one of which is given, and the consequence."""
    if is_part(claim, other):
        return (
            f"is a part of {as_printed(other)}: {isolated(_by_what(claim, other))}",
            "",
        )
    alone = "and cannot be set against the others"
    difference = judgement.differences[0] if judgement and judgement.differences else None
    match difference:
        case Difference.COUNTED if is_part_of(claim.counts, other.counts):
            return f"counts only {_those(claim.counts or '')}", ""
        case Difference.COUNTED:
            return counting(claim.counts or ""), alone
        case Difference.SCOPE if judgement and judgement.relation in (Relation.PART_OF, Relation.COMPATIBLE):
            inner = (
                claim.scope_place and other.scope_place and other.scope_place.id in claim.scope_place.within
            )
            if inner:
                within = "counted" if judgement.relation is Relation.PART_OF else "which lies"
                return f"is for {claim.scope}, {within} within {other.scope}", ""
            return f"is for the whole of {claim.scope}", ""
        case Difference.SCOPE if claim.scope and not claim.scope_place and not begins_a_phrase(claim.scope):
            # Whether it is another thing than the others speak of, its text does not say.
            return f"{of_scope(claim)},", "so this site does not set it against the others"
        case Difference.SCOPE if claim.scope:
            return of_scope(claim) + ("," if "," in claim.scope else ""), alone
        case Difference.SCOPE if other.scope:
            return f"is not limited to {other.scope}", alone
        case Difference.SCOPE:
            return "is of another scope", alone
        case Difference.POPULATION:
            return f"is of {claim.of}", alone
        case Difference.UNIT if isinstance(claim.value, Quantity) and claim.value.share:
            if kind_of(other.unit) is Kind.PERCENT:
                return "is a share in words, which this site does not set against the others", ""
            return "is given as a share or a rate", alone
        case Difference.UNIT:
            return (
                f"is in {unit_in_words(claim.unit, claim.printed)}" if claim.unit else "names no unit"
            ), alone
        case Difference.DAY if claim.as_of is not None:
            return f"is for {caption(claim.as_of)},", "so it does not contradict the others"
        case Difference.DAY:
            return "is of another day", ""
        case Difference.TWICE:
            return "is the day of another statement, or of the same one dated otherwise", ""
        case _:
            return "", ""


def is_part(claim: Claim, other: Claim) -> bool:
    """Return whether a claim is given as a part of another one of its text, of other people or of another scope than that."""
    apart = (claim.of, claim.counts, claim.scope) != (other.of, other.counts, other.scope)
    return claim.article == other.article and claim.part_of == other.id and apart


def beside(claim: Claim, main: Sequence[Group]) -> Claim:
    """Return the answer of the main ones that another is set beside: that of which it is a part, or else the first."""
    return next((other for other in every(main) if is_part(claim, other)), main[0].head)


def unanswered(cluster: Sequence[Group], main: Sequence[Group], judgement: Judgement | None) -> list[Claim]:
    """Return the claims of a cluster that is told beside the main one: not those of articles that give the sum in its unit, too."""
    if judgement is None or judgement.differences[:1] != (Difference.UNIT,):
        return every(cluster)
    answering = {claim.article for claim in every(main)}
    return [claim for claim in every(cluster) if claim.article not in answering]


def _those(counts: str) -> str:
    """Return those who are counted: ``the killed``, or the words themselves if they are no plain participle."""
    return f"the {counts}" if is_participle(counts) else quoted(counts)


def apart(clusters: Sequence[Sequence[Group]], table: Table, outlets: Outlets, most: int = MANY) -> str:
    """Return the clause on a row of which no two claims can be compared: what each is about."""
    reasons = dict.fromkeys(
        difference for judgement in table.values() for difference in judgement.differences
    )
    if reasons and reasons.keys() <= _STATEMENTS.keys():
        told = _STATEMENTS[next(iter(reasons))]
        days = [printed_words(every(cluster), outlets, meaning=meant_day) for cluster in clusters]
        return f"{some(days, 'answers', most)}: {told}"
    kinds = [_KINDS[difference] for difference in reasons if difference in _KINDS]
    scoped = [claim for cluster in clusters for claim in every(cluster) if claim.scope]
    if scoped and all(claim.scope_place for claim in scoped):
        kinds = ["places" if kind == _KINDS[Difference.SCOPE] else kind for kind in kinds]
    said = []
    for cluster in clusters:
        claims = every(cluster)
        claim = claims[0]
        labels = []
        if Difference.COUNTED in reasons and claim.counts:
            labels.append(claim.counts)
        if Difference.POPULATION in reasons and claim.of:
            labels.append(claim.of)
        if Difference.SCOPE in reasons and claim.scope:
            labels.append(claim.scope_place.name if claim.scope_place else claim.scope)
        if Difference.DAY in reasons and claim.as_of:
            labels.append(caption(claim.as_of))
        said.append(printed_words(claims, outlets, meaning=", ".join(labels)))
    none = "neither contradicts the other" if len(said) == 2 else "none contradicts another"
    about = "of" if kinds == [_KINDS[Difference.DAY]] else "about"
    return f"the answers are {about} different {join_items(kinds)}, so {none}: {some(said, 'answers', most)}"


_STATEMENTS = {
    Difference.TWICE: "the dates of two statements, or of one that is dated twice; the texts do not say",
    Difference.SAID: "each the day of a statement of what had happened by then; whether they mean one event is open",
}
"""What is said of the days of statements, which neither fit nor part."""


_FEW = 3
"""Maximum number of answers that cannot be compared with the others and are all named."""
_OTHERWISE = {
    Difference.UNIT: "in other units",
    Difference.COUNTED: "of something else",
    Difference.POPULATION: "of others",
    Difference.SCOPE: "of another scope",
    Difference.DAY: "of another day",
}


def short_asides(
    clusters: Sequence[Sequence[Group]],
    main: Sequence[Group],
    table: Table,
    outlets: Outlets,
    said: Set[str],
    *,
    named: bool = True,
) -> list[str]:
    """Return a clause for each reason why some clusters cannot be compared with the main one; those in ``said`` are left out.

    A few answers are all ``named``, of more the first; the others are counted.
    """
    found: dict[Difference | None, list[tuple[Claim, Judgement | None]]] = {}
    for cluster in clusters:
        if cluster is main or cluster[0].head.key in said:
            continue
        judgement = between(main, cluster, table)
        reason = judgement.differences[0] if judgement and judgement.differences else None
        found.setdefault(reason, []).extend(
            (claim, judgement) for claim in unanswered(cluster, main, judgement)
        )
    clauses = []
    for reason, claims in filter(operator.itemgetter(1), found.items()):
        claim, judgement = claims[0]
        others = len({other.article for other, _ in claims} - {claim.article})
        words = printed_words([claim], outlets)
        every_one = [claim for claim, _ in claims]
        if not others and len({claim.printed.casefold() for claim in every_one}) == 1:
            clauses.append(" ".join(filter(None, (words, *aside(judgement, claim, beside(claim, main))))))
        elif (
            reason in _OTHERWISE and named and len({claim.printed.casefold() for claim in every_one}) <= _FEW
        ):
            # Sums in two currencies may contradict each other: nobody has set them against each other.
            told = (
                "and are not compared here"
                if reason is Difference.UNIT
                else "so they do not contradict the others"
            )
            between_them = " " if reason is Difference.UNIT else ", "
            money = reason is Difference.UNIT and all(
                kind_of(one.unit) is Kind.MONEY for one in (*every_one, main[0].head)
            )
            otherwise = "in other currencies" if money else _OTHERWISE[reason]
            clauses.append(f"{printed_words(every_one, outlets)} are {otherwise}{between_them}{told}")
        elif reason in _OTHERWISE and others:
            rest = f"the answer{'s'[: others != 1]} of {count_noun(others, 'other report')}"
            clauses.append(
                f"{words} and {rest} are {_OTHERWISE[reason]} and cannot be set against the others"
            )
    return clauses
