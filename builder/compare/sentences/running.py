"""The clause on a running count: its figures in the order of their days, or the first and the last of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from itertools import combinations

from msgspec import Struct

from builder.compare import days, values
from builder.compare.groups import Group, reports
from builder.compare.phrases import count_noun, join_items, some
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.running import of_one_day, raised, two_counts
from builder.compare.sentences.clusters import linked, pairs_of
from builder.compare.sentences.said import Outlets, every, printed_words
from builder.compare.sentences.together import Table, printed_figure
from builder.compare.speakers import Names, as_printed, citing
from builder.content.model import Claim
from builder.values.dates import DateSpan
from builder.values.hours import begins
from builder.values.quantity import Quantity

COUNT = "the count"
"""The beginning of the clause on a running count that has an order."""
OTHERS = 3
"""Maximum number of figures of others that are named beside a count."""


def running_clause(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> str:
    """Return the clause on a running count: its figures in the order of their days, each with its source if they have several."""
    several = bool(own_count(groups, names).whose)

    def label(claim: Claim) -> str:
        return ", ".join(filter(None, (citing(claim, names) if several else "", _running_day(claim))))

    ordered = as_it_went(groups)
    ordered += [group for group in groups if group not in ordered]
    said = some([printed_words(group.claims, outlets, label) for group in ordered], "answers")
    unsure = [group for pair in pairs_of(groups, table, Relation.TENSION) for group in pair]
    printed = dict.fromkeys(as_printed(group.head) for group in groups if group in unsure)
    order = f"; the order of {some(list(printed), 'answers')} is not known" if unsure else ""
    one_day = one_day_clause(ordered, outlets, names)
    order += f"; {one_day}" if one_day else ""
    return f"the count{'s are' if several else ' is'} running: {said}{order}"


def as_it_went(groups: Sequence[Group]) -> list[Group]:
    """Return the answers that have a day in the order of their days, those of one day as the count went on the whole."""
    dated = [(day, group) for group in groups if (day := days.running(group.head))]
    found = ends([group for _, group in dated])
    falls = found is not None and went(*found) == "fell"

    def place(item: tuple[DateSpan, Group]) -> tuple[object, float, int]:
        figure = _figure(item[1].head)
        return item[0].sort_key, -figure if falls else figure, begins(item[1].head.hour)

    return [group for _, group in sorted(dated, key=place)]


def _running_day(claim: Claim) -> str:
    day = days.running(claim)
    return days.moment(claim, day) if day else "day unknown"


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


class Count(Struct, frozen=True):
    """The figures of a running count that go on from one another: those of one origin."""

    groups: tuple[Group, ...]
    whose: str = ""
    """By which names that origin gives it, if others have counts of their own."""
    others: tuple[Claim, ...] = ()
    """The figures of other sources. One that names none is of no known count."""


def own_count(cluster: Sequence[Group], names: Names) -> Count:
    """Return the count of the origin that most reports of a cluster give, apart from those of others: neither goes on from the other."""
    printing: dict[str, set[str]] = {}
    for claim in every(cluster):
        printing.setdefault(claim.outlet, set()).update(names.origins(claim))
    origins = {claim.key: _roots(claim, names, printing) for claim in every(cluster)}
    reports: dict[str, set[str]] = {}
    for claim in every(cluster):
        for root in origins[claim.key]:
            reports.setdefault(root, set()).add(claim.article)
    if len(reports) < 2:
        return Count(tuple(cluster))
    main = max(reports, key=lambda root: len(reports[root]))
    of_it = [claim for claim in every(cluster) if main in origins[claim.key]]
    others = [claim for claim in every(cluster) if claim not in of_it and origins[claim.key]]
    kept = [tuple(claim for claim in group.claims if claim in of_it) for group in cluster]
    whose = join_items([names[id] for id in names.bodies(main, of_it)])
    return Count(tuple(Group(claims) for claims in kept if claims), whose, tuple(others))


def _roots(claim: Claim, names: Names, printing: Mapping[str, Set[str]]) -> frozenset[str]:
    """Return the origins of a claim; for an outlet that other claims are of, the origins of what it prints."""
    roots = set(names.origins(claim))
    for source in claim.sources:
        if told := printing.get(names.outlet(source) or ""):
            roots.discard(names.origin(source))
            roots |= told
    return frozenset(roots)


def others_clause(
    count: Count, told: Set[str], outlets: Outlets, names: Names, *, alone: bool = False
) -> str:
    """Return the clause on the figures that are not of a count, but for those with the keys ``told``; empty if there are none.

    One that stands ``alone`` says which count is meant, and leaves out none of them.
    """
    others = [
        claim
        for claim in count.others
        if (alone or claim.key not in told) and isinstance(claim.value, Quantity) and claim.value.bounded
    ]
    if not others or len(others) > OTHERS:
        return ""
    said = printed_words(others, outlets, partial(citing, names=names))
    which = f"the count of {count.whose}" if alone else "that count"
    return f"{said} {'is' if len(others) == 1 else 'are'} not of {which}"


def one_day_clause(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on two figures of one source for one day, where no text gives the hour of either; empty if there are none.

    Of several pairs the two furthest apart are told.
    """
    claims = [claim for claim in every(groups) if (day := days.stated(claim)) and day.start == day.end]
    of_day: dict[object, list[Claim]] = {}
    for claim in claims:
        of_day.setdefault(days.ends(days.stated(claim)), []).append(claim)
    timed = {(days.ends(days.stated(claim)), _figure(claim)) for claim in claims if claim.hour}
    pairs = [
        (low, high)
        for day, found in of_day.items()
        for low, high in combinations(sorted(_apart(found, day, timed), key=_figure), 2)
        if low.article != high.article
        and values.moved(low, high)
        and names.one_origin(low, high)
        and not raised(low, high)
    ]
    if not pairs:
        return ""
    low, high = max(pairs, key=lambda pair: _figure(pair[1]) - _figure(pair[0]))
    (of_low, of_high) = (
        [c for c in of_day[days.ends(days.stated(low))] if _is_print(c, one)] for one in (low, high)
    )
    both = join_items([printed_words(of_low, outlets), printed_words(of_high, outlets)])
    return f"{both} are both of {_running_day(low)}, without an hour: {two_counts(low, high)}"


def _apart(claims: Sequence[Claim], day: object, timed: Set[tuple[object, float]]) -> list[Claim]:
    """Return one claim for each figure of a day, but for those of which some text gives the hour."""
    found: dict[object, Claim] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.value.bounded and (day, _figure(claim)) not in timed:
            found.setdefault((claim.printed.casefold(), claim.sources), claim)
    return list(found.values())


def _is_print(claim: Claim, other: Claim) -> bool:
    return (claim.printed.casefold(), claim.sources) == (other.printed.casefold(), other.sources)


def ends(cluster: Sequence[Group]) -> tuple[Group, Group] | None:
    """Return the first and the last figure of a running count; None if it has no two with a day."""
    dated = [
        (days.soft(day), group)
        for group in cluster
        if (day := days.running(group.head))
        and isinstance(group.head.value, Quantity)
        and group.head.value.bounded
    ]
    if len(dated) < 2 or is_still(cluster):
        return None
    groups = [group for _, group in sorted(dated, key=lambda item: item[0].sort_key)]
    firsts = [group for group in groups if not any(days.is_earlier(one.head, group.head) for one in groups)]
    lasts = [group for group in groups if not any(days.is_earlier(group.head, one.head) for one in groups)]
    # Of one day, the figures furthest apart: a count goes one way. That it went on at all takes two days, or two hours.
    pairs = [
        (first, last)
        for first in firsts
        for last in lasts
        if first is not last and not of_one_day(first.head, last.head)
    ]
    return max(pairs, key=lambda pair: abs(_figure(pair[0].head) - _figure(pair[1].head)), default=None)


def went(first: Group, last: Group) -> str:
    """Return how a count went between two figures: ``rose``, ``fell``, or ``runs`` where that is not sure."""
    low, high = _figure(first.head), _figure(last.head)
    return "rose" if low < high else "fell" if low > high else "runs"


def range_clause(
    cluster: Sequence[Group],
    outlets: Outlets,
    most: int = 3,
    *,
    counted: bool = True,
    whence: str = "",
    whose: str = "",
) -> str:
    """Return the clause on the first and the last figure of a running count; empty if it has no two with a day.

    ``counted`` adds how many answers and reports there are; ``whence`` is the origin that all share, ``whose`` that of the count if
    others have counts of their own.
    """
    found = ends(cluster)
    if found is None:
        return ""
    # "Many more" is no figure. One figure in two languages, on two days or in two hedges is one.
    figures = [
        group for group in cluster if isinstance(group.head.value, Quantity) and group.head.value.bounded
    ]
    several = reports(every(figures))
    meant = {printed_figure(group.head) for group in figures}
    number = (
        f", {count_noun(len(meant), 'number')} in {count_noun(several, 'report')}"
        if counted and len(meant) > 2
        else ""
    )
    first, last = (printed_words(group.claims, outlets, _running_day, most) for group in found)
    count = f"{COUNT} of {whose}" if whose else COUNT
    return f"{count} {went(*found)} from {first} to {last}{number}{f', all {whence}' if whence else ''}"


def _figure(claim: Claim) -> float:
    low, high = values.base_reach(claim.value) if isinstance(claim.value, Quantity) else (0.0, 0.0)
    return high if low == 0.0 and high != float("inf") else low
