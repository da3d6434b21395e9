"""The clause on a row in several lengths, for a topic's answer: the fullest first, the last always short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from builder.compare.groups import Group, reports
from builder.compare.phrases import MANY, count_noun, number_word
from builder.compare.relation import Difference, Judgement, Relation, is_parted, is_tense
from builder.compare.sentences import TOO_MANY, row_clause, with_open_ends
from builder.compare.sentences.asides import apart, aside, beside, is_one, plural
from builder.compare.sentences.clusters import (
    largest,
    none_comparable,
    opposing,
    pairs_of,
    put_together,
    sides,
)
from builder.compare.sentences.compact import bare
from builder.compare.sentences.opposed import in_prints
from builder.compare.sentences.places import names_and_none, names_none
from builder.compare.sentences.running import is_one_count, running_clause
from builder.compare.sentences.said import (
    LISTED,
    ONLY,
    Label,
    Outlets,
    beside_undecided,
    borne_out,
    decided,
    doubtfully,
    every,
    is_unsure,
    meant_day,
    of_one,
    open_ends,
    printed_words,
    says,
    told_answer,
    told_as,
    verb,
    voices,
    yes_or_no,
)
from builder.compare.sentences.together import Table, agreeing, is_vague, printed_figure, table_of
from builder.compare.sentences.values import exceeds, tells_things, two_days
from builder.compare.sentences.wordings import example
from builder.compare.speakers import Names, as_printed, citing
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.values.quantity import Quantity

FEW = 3
"""Maximum number of outlets or wordings that a short clause lists; more are counted."""
SHORT = 100
"""Maximum length in characters of a list of the prints of one value."""


def clauses(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield the clauses on an answered row, to be put after its question and a colon, from the fullest to the shortest.

    If the answers contradict each other or are in tension, the clauses say only how: the text before the colon says that. What the
    texts leave open is left out where there is no room. Yields nothing if there are too many different
    answers, or if there is nothing to say.
    """
    claims = every(groups)
    undecided = {(claim.article, claim.printed) for claim in claims if claim.undecided}
    for clause in _clauses(question, groups, judgements, outlets, names):
        if undecided:
            clause = beside_undecided(clause)
        longer, _ = with_open_ends(clause, open_ends(claims, outlets, names))
        yield longer
        if longer != clause:
            leave = "leaves" if len(undecided) == 1 else "leave"
            yield f"{clause}; {count_noun(len(undecided), 'answer')} {leave} it open" if undecided else clause


def _clauses(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield the clauses without what the texts leave open."""
    groups = borne_out(groups, judgements)
    if groups and not decided(groups):
        yield "; ".join(open_ends(every(groups), outlets, names))
        return
    groups = decided(groups)
    table = table_of(judgements)
    if len({claim.article for claim in every(groups)}) > LISTED and len(groups) <= TOO_MANY:
        short = [clause for clause in bare(question, groups, table, outlets, names) if clause]
        if short:
            yield from short
            return
    opposed = is_parted(judgements) or is_tense(judgements, running=question.running)
    if question.answer is Answer.YES_NO and opposed:
        outright = is_parted(judgements) or any(claim.is_reading for claim in every(groups))
        yield from _yes_and_no(groups, outlets, names, outright=outright)
    elif len(groups) > TOO_MANY:
        return
    elif question.running and len(groups) > 1:
        if not opposed and is_one_count(groups, judgements):
            yield running_clause(groups, table, outlets, names)
        yield from filter(None, bare(question, groups, table, outlets, names))
    elif opposed:
        yield from _against(groups, table, outlets, names)
    elif question.answer in (Answer.QUANTITY, Answer.DATE):
        found = tuple(_values(groups, table, outlets, names))
        if len(groups) == 1:
            alike = _shortest(groups[0], outlets, names)
            # A list of the wordings of one value is useful only if it is short.
            found = (*found, alike) if len(found[0]) <= SHORT else (alike,)
        yield from found
    else:
        whole = row_clause(question, groups, judgements, outlets, names)
        if whole:
            yield whole
            yield from _shorter(question, groups, outlets, names)
        elif question.answer is Answer.WORDING:
            label = partial(citing, names=names)
            yield from (printed_words(every(groups), outlets, label, most) for most in (MANY, FEW))


def in_few_words(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield the shortest clauses: the sides in print, the range of the figures, or that each report has words of its own."""
    table = table_of(judgements)
    if len(groups) <= TOO_MANY and question.answer is not Answer.YES_NO:
        yield from filter(None, [in_prints(groups, table, outlets, names, running=question.running)])
    claims = every(groups)
    several = count_noun(reports(claims), "report")
    asked = [claim for claim in claims if _is_asked(question, claim)]
    if len({printed_figure(claim) for claim in asked}) > 1:
        low, high = min(asked, key=printed_figure), max(asked, key=printed_figure)
        number = count_noun(reports(asked), "report")
        yield f"from {as_printed(low)} to {as_printed(high)} in {number}"
    elif question.answer is Answer.WORDING and len(groups) > 1:
        alone = len(groups) == len({claim.article for claim in claims})
        yield f"{several}, {'in other words each' if alone else f'in {number_word(len(groups))} wordings'}"


def _is_asked(question: Question, claim: Claim) -> bool:
    """Return whether a claim gives a figure of what the question asks for."""
    as_asked = (claim.unit, claim.counted, claim.of, claim.scope) == (
        question.unit,
        question.counted,
        question.of,
        None,
    )
    return as_asked and isinstance(claim.value, Quantity) and claim.value.bounded and not claim.value.share


def _yes_and_no(groups: Sequence[Group], outlets: Outlets, names: Names, *, outright: bool) -> Iterator[str]:
    ordered = sorted(groups, key=lambda group: group.head.value is False)
    labels: tuple[Label, ...] = (partial(citing, names=names), "")
    for most in (MANY, FEW):
        for label in labels:
            yield ", ".join(
                f"{printed_words(group.claims, outlets, label, most)} {says(group, outright=outright)}"
                for group in ordered
            )
    for most in (MANY, FEW):
        yield ", ".join(
            f"{yes_or_no(group)} in {_above(group.claims)}{voices(group.claims, outlets, most)}"
            f"{f', {doubtfully(group.claims)}' if is_unsure(group.head) else ''}"
            for group in ordered
        )


def _above(claims: Sequence[Claim]) -> str:
    """Return what stands before the outlets of an answer that only headlines have."""
    if any(claim.where is not Where.HEADLINE for claim in claims):
        return ""
    return "the headline of " if len({claim.article for claim in claims}) == 1 else "the headlines of "


def _against(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield clauses on the sides of each contradiction or tension: the printed words, their meaning if not obvious, the outlets."""
    found = [(cluster, opposing(cluster, table)) for cluster in put_together(groups, table)]
    exceeding = [
        pair
        for pair in pairs_of(groups, table, Relation.TENSION)
        if Difference.SCOPE in table[frozenset((pair[0].head.key, pair[1].head.key))].differences
    ]
    parted = [
        (sides(cluster, opposed, table), table[frozenset((opposed[0][0].head.key, opposed[0][1].head.key))])
        for cluster, opposed in found
        if opposed
    ]
    # Contradictions before tensions.
    parted.sort(key=lambda item: item[1].relation is not Relation.CONFLICT)
    for most, voiced in ((MANY, True), (MANY, False), (FEW, False)):
        said = []
        for opposed_sides, judgement in parted:
            between = " against " if judgement.relation is Relation.CONFLICT else " beside "
            if between == " beside " and (
                days := two_days(opposed_sides, outlets, names if voiced else None)
            ):
                said.append(days)
                continue
            claims = [claim for side in opposed_sides for claim in every(side)]
            text = between.join(
                _side(side, outlets, names, most, voiced)
                + (told_as(side, claims) if tells_things([judgement]) else "")
                for side in opposed_sides[:most]
            )
            rest = sum(map(len, opposed_sides[most:]))
            said.append(text + (f", and {count_noun(rest, 'other answer')}" if rest else ""))
        said += [exceeds(a, b, outlets, most) for a, b in exceeding]
        yield "; ".join(said)
    if tells_things([judgement for _, judgement in parted]):
        yield in_prints(groups, table, outlets, names)


def _side(side: Sequence[Group], outlets: Outlets, names: Names, most: int, voiced: bool) -> str:
    label: Label = partial(citing, names=names) if voiced else ""
    return printed_words(every(side), outlets, label, most, meant_day)


def _values(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield clauses on figures or dates: those that can be compared, and in a few words why the rest cannot."""
    found = put_together(groups, table)
    main = largest(found)
    # A figure of one outlet is never told without whose it is.
    alone = len({claim.article for claim in every(main) if not is_vague(claim)}) == 1
    for most, voiced, short in (
        (MANY, True, False),
        (MANY, True, True),
        (MANY, False, True),
        (FEW, False, True),
    ):
        if len(found) > 1 and none_comparable(found):
            yield apart(found, table, outlets, most)
            continue
        reasons: dict[str, list[Claim]] = {}
        for cluster in found:
            if cluster is not main:
                judgement = table.get(frozenset((main[0].head.key, cluster[0].head.key)))
                why, _ = aside(judgement, cluster[0].head, beside(cluster[0].head, main))
                reasons.setdefault(why.rstrip(","), []).extend(every(cluster))
        parts = [agreeing(main, table, outlets, names if voiced or alone else None, most, short=short)]
        for why, claims in reasons.items():
            said = printed_words(claims, outlets, most=most)
            parts.append(f"{said} {why if is_one(claims) else plural(why)}" if why else said)
        yield "; ".join(parts)


def _shortest(group: Group, outlets: Outlets, names: Names) -> str:
    """Return a clause with the shortest print of a value that all share, and the outlets with other words for it."""
    words = min((claim.printed.casefold() for claim in group.claims), key=len)
    own = [claim for claim in group.claims if claim.printed.casefold() == words]
    rest = [claim for claim in group.claims if claim.printed.casefold() != words]
    other = f", in other words in {voices(rest, outlets, FEW)}" if rest else ""
    return printed_words(own, outlets, most=FEW) + other + of_one(group.claims, names)


def _shorter(question: Question, groups: Sequence[Group], outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield short clauses on names, wordings, or yes and no without a contradiction: who answers, and little of what."""
    claims = every(groups)
    if len({claim.article for claim in claims}) == 1:
        yield f"{ONLY.format(outlets[claims[0].outlet])} reports this"
    elif question.answer is Answer.WORDING:
        first = example(groups, outlets, names, question.short)
        if first:
            yield first
    elif question.answer in (Answer.PLACE, Answer.WHO):
        yield names_and_none(question.answer, groups, outlets)
        named = [claim for claim in claims if claim.value]
        bare = [claim for claim in claims if not claim.value]
        what = "places" if question.answer is Answer.PLACE else "somebody"
        said = [f"{voices(named, outlets, FEW)} {verb(named, 'names', 'name')} {what}"] if named else []
        said += [f"{voices(bare, outlets, FEW)} {names_none(question.answer, bare)}"] if bare else []
        yield "; ".join(said)
    elif len(groups) == 1:
        several = count_noun(reports(claims), "report")
        yield f"all {several} {told_answer(yes_or_no(groups[0]))}"
