"""The clause on a row that many outlets answer: the range, the sides and how many, in the place of a list of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.compare.groups import Group, reports
from builder.compare.phrases import count_noun, join_items, without_renderings
from builder.compare.relation import Difference, Judgement, Relation, is_parted, is_tense
from builder.compare.sentences.asides import apart, short_asides
from builder.compare.sentences.clusters import (
    Pairs,
    by_scope,
    judgement_of,
    largest,
    opposing,
    pairs_of,
    put_together,
    sides,
)
from builder.compare.sentences.opposed import (
    NAMED,
    beside_sides,
    in_prints,
    meant_alike,
    sides_clause,
    tense_beside,
    whence_all,
    who,
)
from builder.compare.sentences.places import names_none, with_spellings
from builder.compare.sentences.running import (
    Count,
    chains,
    is_still,
    one_day_clause,
    others_clause,
    own_count,
    range_clause,
    running_clause,
)
from builder.compare.sentences.said import (
    Outlets,
    answer_of,
    doubtfully,
    every,
    is_unsure,
    of_different_things,
    told_answer,
    verb,
)
from builder.compare.sentences.together import Table, agreeing_in_short, table_of
from builder.compare.sentences.values import CONTRADICT, TENSE, all_for, exceeds, tells_things, why_tense
from builder.compare.speakers import Names, as_printed
from builder.compare.values import NO_SIGN
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where

_ARTICLE = re.compile(r"\b[Tt]he (?=[^\W\d_a-z])")
"""An article before a name."""
FEW = 3
"""Maximum number of reports on a running count that are all told where it has no first and last figure."""
WORDS = 47
"""Maximum number of words of a sentence that is read at once, without renderings and the articles of names: these cost a reader nothing."""


def fits(clause: str) -> bool:
    """Return whether a clause is short enough to be read at once."""
    return len(_ARTICLE.sub("", without_renderings(clause)).split()) <= WORDS


def compact(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield clauses on a row in few words, from the fullest to the shortest; none on a row of wordings.

    If answers contradict each other or are in tension, the clause begins with that.
    """
    table = table_of(judgements)
    head = (
        CONTRADICT
        if is_parted(judgements)
        else TENSE
        if is_tense(judgements, running=question.running)
        else ""
    )
    for clause in bare(question, groups, table, outlets, names):
        yield f"{head}: {clause}" if head else clause


def asides_of(groups: Sequence[Group], table: Table, outlets: Outlets) -> list[str]:
    """Return a clause for each answer that a row's clause may have no room for: of another thing or scope, or larger than its whole."""
    clusters = put_together(groups, table)
    exceeding = [pair for pair in pairs_of(groups, table, Relation.TENSION) if by_scope(pair, table)]
    told = {group.head.key for pair in exceeding for group in pair}
    found = [(cluster, opposed) for cluster in clusters if (opposed := opposing(cluster, table))]
    told |= {cluster[0].head.key for cluster, _ in found}
    tense = [
        tense_beside(cluster, sides(cluster, opposed, table), opposed, table, outlets)
        for cluster, opposed in found
    ]
    over = [exceeds(a, b, outlets, NAMED) for a, b in exceeding]
    return [*over, *filter(None, tense), *short_asides(clusters, largest(clusters), table, outlets, told)]


def besides_count(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> list[str]:
    """Return a clause on each kind of answers to a running count that its clause may have no room for: of others, of another scope."""
    clusters = chains(groups, table)
    main = largest(clusters)
    found = [
        (cluster, opposed) for cluster in clusters if (opposed := opposing(cluster, table, running=True))
    ]
    told = {cluster[0].head.key for cluster, _ in found}
    count = own_count(main, names)
    others = others_clause(count, _sided(found), outlets, names, alone=True)
    went = range_clause(count.groups, outlets, counted=False, whose=count.whose) if count.whose else ""
    one_day = one_day_clause(count.groups, outlets, names)
    return list(filter(None, (went, others, one_day, *short_asides(clusters, main, table, outlets, told))))


def _sided(found: Sequence[tuple[list[Group], Pairs]]) -> set[str]:
    """Return the keys of the claims that stand on a side of some clusters' contradictions or tensions."""
    return {claim.key for _, pairs in found for pair in pairs for claim in every(pair)}


def bare(
    question: Question, groups: Sequence[Group], table: Table, outlets: Outlets, names: Names
) -> Iterator[str]:
    """Yield the clauses of ``compact`` without the words that say whether the accounts agree."""
    match question.answer:
        case Answer.YES_NO:
            yield from _yes_no(groups, table, outlets, names)
        case Answer.PLACE | Answer.WHO:
            yield _named(question.answer, groups, outlets, names)
            yield _named(question.answer, groups, outlets, None)
        case Answer.QUANTITY | Answer.DATE:
            yield from _values(question, groups, table, outlets, names)
        case _:
            return


def _yes_no(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    by_answer: dict[str, list[Claim]] = {}
    for claim in every(groups):
        by_answer.setdefault(answer_of(claim), []).append(claim)
    if len(by_answer) == 1:
        ((answer, claims),) = by_answer.items()
        reported = count_noun(reports(claims), "report")
        sure, unsure = ([claim for claim in claims if is_unsure(claim) is doubt] for doubt in (False, True))
        if unsure:
            several = count_noun(reports(sure or unsure), "report")
            clause = f"{several} {'says' if several.startswith('one ') else 'say'} {answer}"
            if sure:
                told = whence_all(sure, names)
                own = f"{who(unsure, outlets)} {verb(unsure, 'says', 'say')} it {doubtfully(unsure)}"
                yield "; ".join((", ".join(filter(None, (clause, told))), own))
            else:
                yield f"all {clause}, but {doubtfully(unsure)}"
            return
        if len(groups) > 1:
            yield of_different_things(groups, outlets)
            yield f"all {reported} {told_answer(answer)}, though not all of the same"
            return
        yield ", ".join(filter(None, (f"all {reported} {told_answer(answer)}", whence_all(claims, names))))
        return
    order = sorted(by_answer, key=("yes", "no", NO_SIGN).index)
    no = {claim.article for claim in by_answer.get("no", ())}
    both = [claim for claim in by_answer.get("yes", ()) if claim.article in no]
    told = f"{who(both, outlets)} {verb(both, 'has', 'have')} both" if both else ""
    # Who is not sure is told with the answer.
    tense = [
        found
        for found in table.values()
        if found.relation is Relation.TENSION
        and not {Difference.DOUBT, Difference.FOR_NOW, Difference.NO_SIGN}.intersection(found.differences)
    ]
    parted = any(found.relation is Relation.CONFLICT for found in table.values())
    why = "" if parted or not tense else why_tense(tense)
    # Three answers, each with whose it is, are too long for a card.
    for quotes, voiced in ((True, True), (False, True), *(((False, False),) if NO_SIGN in by_answer else ())):
        said = [
            _answered(answer, by_answer[answer], outlets, names, quotes=quotes, voiced=voiced)
            for answer in order
        ]
        yield "; ".join(filter(None, (*said, told, why)))
        yield "; ".join(filter(None, (*said, told)))


def _answered(
    answer: str, claims: Sequence[Claim], outlets: Outlets, names: Names, *, quotes: bool, voiced: bool
) -> str:
    """Return who says yes or no, with ``quotes`` in which words if all have the same, and if it is ``voiced`` from whom."""
    printed = {claim.printed.casefold() for claim in claims}
    words = as_printed(claims[0]) if quotes and len(printed) == 1 else ""
    above = "the headline of " if all(claim.where is Where.HEADLINE for claim in claims) else ""
    said = f"{answer} in {above}{who(claims, outlets)}"
    # What is printed as a doubt is not said twice.
    unsure = [claim for claim in claims if is_unsure(claim) and (claim.doubt or "") not in words]
    of_them = "" if len(unsure) == len(claims) else f"in {who(unsure, outlets)} "
    said += f" ({of_them}{doubtfully(unsure)})" if unsure else ""
    return ", ".join(filter(None, (said, words, whence_all(claims, names) if voiced else "")))


def _named(answer: Answer, groups: Sequence[Group], outlets: Outlets, names: Names | None) -> str:
    """Return who names whom or what, with ``names`` also who has it only from another of them."""
    naming: dict[tuple[str, ...], list[Claim]] = {}
    for group in groups:
        ids = (
            tuple(sorted(place.name for place in group.head.value))
            if isinstance(group.head.value, tuple)
            else ()
        )
        naming.setdefault(ids, []).extend(group.claims)
    none = naming.pop((), [])
    articles = {claim.article for claim in every(groups)}
    clauses = []
    for found, claims in sorted(naming.items(), key=lambda item: -len(item[1])):
        everyone = "all " if {claim.article for claim in claims} == articles else ""
        named = with_spellings(claims, found) if len(naming) == 1 else join_items(list(found))
        own = {claim.outlet for claim in claims}
        after = [
            f"{outlets[claim.outlet]} after {names[source]}"
            for claim in claims
            for source in claim.sources
            if names and names.outlet(source) in own - {claim.outlet}
        ]
        passed = f" ({join_items(after)})" if after else ""
        clauses.append(f"{everyone}{who(claims, outlets)}{passed} {verb(claims, 'names', 'name')} {named}")
    if none:
        clauses.append(f"{who(none, outlets)} {names_none(answer, none)}")
    return "; ".join(clauses)


def _values(
    question: Question, groups: Sequence[Group], table: Table, outlets: Outlets, names: Names
) -> Iterator[str]:
    if len(groups) == 1:
        claims = every(groups)
        have = "say" if question.answer is Answer.DATE else "have"
        said = f"all {count_noun(reports(claims), 'report')} {have} {meant_alike(claims)}"
        yield ", ".join(filter(None, (said, whence_all(claims, names))))
        return
    clusters = chains(groups, table) if question.running else put_together(groups, table)
    main = largest(clusters)
    found = [
        (cluster, opposed)
        for cluster in clusters
        if (opposed := opposing(cluster, table, running=question.running))
    ]
    clauses = [
        sides_clause(cluster, opposed, table, outlets, names, all_for(cluster, groups))
        for cluster, opposed in found
    ]
    beside = [] if question.running else beside_sides(found, table, outlets, names)
    exceeding = [pair for pair in pairs_of(groups, table, Relation.TENSION) if by_scope(pair, table)]
    over = [exceeds(a, b, outlets, NAMED) for a, b in exceeding[:1]]
    unvoiced = [
        sides_clause(cluster, opposed, table, outlets, None, all_for(cluster, groups))
        for cluster, opposed in found
    ] + over
    clauses += over
    parted = bool(clauses)
    if question.running and len(clusters) > 1 and all(is_still(cluster) for cluster in clusters):
        yield apart(clusters, table, outlets)
        return
    short = list(clauses)
    one_day = ""
    if question.running:
        count = own_count(main, names)
        whence = "" if count.whose else whence_all(every(main), names)
        went = range_clause(count.groups, outlets, whence=whence, whose=count.whose)
        if not went and not clauses and len({claim.article for claim in every(main)}) <= FEW:
            # Nothing went on from one figure to another, and they are few: each is told.
            went = running_clause(main, table, outlets, names)
            count = Count(count.groups)
        clauses.append(went)
        short.append(range_clause(count.groups, outlets, counted=False, whose=count.whose))
        one_day = one_day_clause(count.groups, outlets, names) if clauses[-1] else ""
        others = others_clause(count, _sided(found), outlets, names) if clauses[-1] else ""
        beside = list(filter(None, (one_day, others)))
    elif not opposing(main, table):
        whence = whence_all(every(main), names)
        clauses.append(agreeing_in_short(main, table, outlets, whence))
        short.append(agreeing_in_short(main, table, outlets, whence, listed=False))
    told = {cluster[0].head.key for cluster, _ in found}
    told |= {group.head.key for pair in exceeding for group in pair}
    named = short_asides(clusters, main, table, outlets, told)
    # What has no room in a row that is no running count is told beside it, by name.
    rest = short_asides(clusters, main, table, outlets, told, named=False) if question.running else named
    for asides in (named, rest, []):
        if beside or asides is named:
            yield "; ".join(filter(None, (*clauses, *beside, *asides)))
    if one_day:
        # That one source has two figures for one day tells more than how many reports give how many.
        yield "; ".join(filter(None, (*short, one_day)))
    for fewer in range(len(beside) - 1, 0, -1):
        yield "; ".join(filter(None, (*clauses, *beside[:fewer])))
    yield "; ".join(filter(None, (*clauses, *rest)))
    yield "; ".join(filter(None, clauses))
    yield "; ".join(filter(None, short))
    if len(unvoiced) > 1:
        yield "; ".join(unvoiced)
    if parted:
        yield clauses[0]
        prints = in_prints(groups, table, outlets, names, running=question.running)
        why = [judgement_of(pair, table) for _, opposed in found for pair in opposed]
        if tells_things(why):
            yield f"{prints}; {why_tense(why)}"
        yield prints
