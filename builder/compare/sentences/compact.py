"""The clause on a row that many outlets answer: the range, the sides and how many, in the place of a list of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare.groups import Group
from builder.compare.phrases import count_noun, join_items, quoted
from builder.compare.relation import Judgement, Relation, is_parted, is_tense
from builder.compare.sentences.asides import apart, short_asides
from builder.compare.sentences.places import names_none, with_spellings
from builder.compare.sentences.running import chains, is_still, range_clause
from builder.compare.sentences.said import (
    Outlets,
    doubtfully,
    every,
    of_different_things,
    of_the_rest,
    printed_of,
    told_as,
    verb,
)
from builder.compare.sentences.together import Table, agreeing_in_short, table_of
from builder.compare.sentences.values import (
    CONTRADICT,
    TENSE,
    Pairs,
    all_for,
    by_scope,
    exceeds,
    fitting,
    judgement_of,
    largest,
    on_both_sides,
    opposing,
    pairs_of,
    put_together,
    sides,
    tells_things,
    why_tense,
)
from builder.compare.speakers import CITING, OWN_VOICE, SAID, Names, citing, origin
from builder.compare.values import plain_caption
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity

WORDS = 45
"""Maximum number of words of a sentence that is read at once."""
LISTED = 5
"""Maximum number of reports whose answers are listed; those of more are summed up."""
_NAMED = 3
"""Maximum number of outlets, or of answers on one side, that are named; more are counted."""
MOST = 4
"""Maximum number of answers of all sides together that are named in the shortest clause."""


def fits(clause: str) -> bool:
    """Return whether a clause is short enough to be read at once."""
    return len(clause.split()) <= WORDS


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
    told |= {cluster[0].head.key for cluster in clusters if opposing(cluster, table)}
    over = [exceeds(a, b, outlets, _NAMED) for a, b in exceeding]
    return [*over, *short_asides(clusters, largest(clusters), table, outlets, told)]


def bare(
    question: Question, groups: Sequence[Group], table: Table, outlets: Outlets, names: Names
) -> Iterator[str]:
    """Yield the clauses of ``compact`` without the words that say whether the accounts agree."""
    match question.answer:
        case Answer.YES_NO:
            yield from _yes_no(groups, table, outlets, names)
        case Answer.PLACE | Answer.WHO:
            yield _named(question.answer, groups, outlets)
        case Answer.QUANTITY | Answer.DATE:
            yield from _values(question, groups, table, outlets, names)
        case _:
            return


def who(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return the outlets of some claims, or their number if they are many: ``Post and Radio``, ``six reports``."""
    found = list(dict.fromkeys(outlets[claim.outlet] for claim in claims))
    if len(found) <= _NAMED:
        return join_items(found)
    return count_noun(len({claim.article for claim in claims}), "report")


def _whence(claims: Sequence[Claim], names: Names, said: str = SAID) -> str:
    """Return ``from the GUR and its spokesman`` if some claims are all of one origin, by the names that they give it.

    ``said`` is the word before who speaks: from, or citing. Empty if they are not, or if none names anybody.
    """
    found = {(origin if said == SAID else citing)(claim, names) for claim in claims}
    if len(found) == 1:
        (whence,) = found
        return "" if whence == OWN_VOICE else whence
    (root, *others) = {names.origins(claim) for claim in claims}
    sources = list(dict.fromkeys(source for claim in claims for source in claim.sources))
    if others or len(root) != 1 or any(names.manner(source) != SAID for source in sources):
        return ""
    if len(sources) > _NAMED:
        return f"{said} {names[next(iter(root))]} and those who speak for it"
    return f"{said} {join_items([names[source] for source in sources])}"


def _yes_no(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    by_answer: dict[bool, list[Claim]] = {True: [], False: []}
    for claim in every(groups):
        by_answer[bool(claim.value)].append(claim)
    yes, no = ([claim.article for claim in by_answer[answer]] for answer in (True, False))
    if not yes or not no:
        claims = by_answer[bool(yes)]
        sure, unsure = ([claim for claim in claims if bool(claim.doubt) is doubt] for doubt in (False, True))
        if unsure:
            answer = "yes" if yes else "no"
            reports = count_noun(len({claim.article for claim in sure or unsure}), "report")
            clause = f"{reports} {'says' if reports.startswith('one ') else 'say'} {answer}"
            if sure:
                told = _whence(sure, names)
                own = f"{who(unsure, outlets)} {verb(unsure, 'says', 'say')} it {doubtfully(unsure)}"
                yield "; ".join((", ".join(filter(None, (clause, told))), own))
            else:
                yield f"all {clause}, but {doubtfully(unsure)}"
            return
        if len(groups) > 1:
            yield of_different_things(groups, outlets)
            yield f"all {count_noun(len(set(yes or no)), 'report')} say {'yes' if yes else 'no'}, though not all of the same"
            return
        everyone = f"all {count_noun(len(set(yes or no)), 'report')}"
        claims = by_answer[bool(yes)]
        yield ", ".join(filter(None, (f"{everyone} say {'yes' if yes else 'no'}", _whence(claims, names))))
        return
    said = [_answered(answer, by_answer[answer], outlets, names) for answer in (True, False)]
    both = [claim for claim in by_answer[True] if claim.article in no]
    told = f"{who(both, outlets)} {verb(both, 'has', 'have')} both" if both else ""
    tense = [found for found in table.values() if found.relation is Relation.TENSION]
    parted = any(found.relation is Relation.CONFLICT for found in table.values())
    why = "" if parted or not tense else why_tense(tense)
    yield "; ".join(filter(None, (*said, told, why)))
    yield "; ".join(filter(None, (*said, told)))


def _answered(answer: bool, claims: Sequence[Claim], outlets: Outlets, names: Names) -> str:
    """Return who says yes or no, in which words if all have the same, and from whom."""
    printed = {claim.printed.casefold() for claim in claims}
    words = quoted(claims[0].printed) if len(printed) == 1 else ""
    above = "the headline of " if all(claim.where is Where.HEADLINE for claim in claims) else ""
    said = f"{'yes' if answer else 'no'} in {above}{who(claims, outlets)}"
    unsure = [claim for claim in claims if claim.doubt]
    of_them = "" if len(unsure) == len(claims) else f"{who(unsure, outlets)} "
    doubt = f"{of_them}{doubtfully(unsure)}" if unsure else ""
    return ", ".join(filter(None, (said, words, _whence(claims, names), doubt)))


def _named(answer: Answer, groups: Sequence[Group], outlets: Outlets) -> str:
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
        clauses.append(f"{everyone}{who(claims, outlets)} {verb(claims, 'names', 'name')} {named}")
    if none:
        clauses.append(f"{who(none, outlets)} {names_none(answer, none)}")
    return "; ".join(clauses)


def _values(
    question: Question, groups: Sequence[Group], table: Table, outlets: Outlets, names: Names
) -> Iterator[str]:
    if len(groups) == 1:
        claims = every(groups)
        said = f"all {count_noun(len({claim.article for claim in claims}), 'report')} have {_alike(claims)}"
        yield ", ".join(filter(None, (said, _whence(claims, names))))
        return
    clusters = chains(groups, table) if question.running else put_together(groups, table)
    main = largest(clusters)
    found = [
        (cluster, opposed)
        for cluster in clusters
        if (opposed := opposing(cluster, table, running=question.running))
    ]
    clauses = [
        _sides(cluster, opposed, table, outlets, names, all_for(cluster, groups))
        for cluster, opposed in found
    ]
    beside = [] if question.running else _beside(found, table, outlets, names)
    exceeding = [pair for pair in pairs_of(groups, table, Relation.TENSION) if by_scope(pair, table)]
    over = [exceeds(a, b, outlets, _NAMED) for a, b in exceeding[:1]]
    unvoiced = [
        _sides(cluster, opposed, table, outlets, None, all_for(cluster, groups)) for cluster, opposed in found
    ] + over
    clauses += over
    parted = bool(clauses)
    if question.running and len(clusters) > 1 and all(is_still(cluster) for cluster in clusters):
        yield apart(clusters, table, outlets)
        return
    short = list(clauses)
    if question.running:
        clauses.append(range_clause(main, outlets, whence=_whence(every(main), names)))
        short.append(range_clause(main, outlets, counted=False))
    elif not opposing(main, table):
        whence = _whence(every(main), names)
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


def _beside(
    found: Sequence[tuple[list[Group], Pairs]], table: Table, outlets: Outlets, names: Names
) -> list[str]:
    """Return who prints both sides of a contradiction or a tension, and which answers fit both."""
    clauses = []
    for cluster, opposed in found:
        parted = sides(cluster, opposed, table)
        # Who passes on both sides is told beside each of them.
        retold = [claim for side in parted for group in side for claim in _retelling(group.claims, names)]
        clauses.append(on_both_sides(parted, outlets, _NAMED, {claim.key for claim in retold}))
        clauses.append(fitting(cluster, parted, table, outlets, most=_NAMED))
    return list(filter(None, clauses))


def _doubts(claims: Sequence[Claim]) -> list[str]:
    """Return how the claims of a group are said if they are only called likely."""
    return [doubtfully(claims)] if claims[0].doubt else []


def _printed(claims: Sequence[Claim]) -> str:
    """Return the words that some claims print, or what they mean if these are not the same."""
    alike = len({claim.printed.casefold() for claim in claims}) == 1
    return printed_of(claims[0]) if alike else _alike(claims)


def _alike(claims: Sequence[Claim]) -> str:
    """Return what some claims that say the same have in common: the day, the words that all print, or else what they mean."""
    if isinstance(claims[0].value, DateSpan):
        return caption(claims[0].value)
    if len({claim.printed.casefold() for claim in claims}) > 1 and isinstance(claims[0].value, Quantity):
        return plain_caption(claims[0].value)
    return quoted(claims[0].printed)


def _sides(
    cluster: Sequence[Group], opposed: Pairs, table: Table, outlets: Outlets, names: Names | None, scope: str
) -> str:
    """Return the clause on the sides of a contradiction or tension: what each prints, in how many reports, from whom.

    ``scope`` is put after them if that of others in the row is another.
    """
    parted = sides(cluster, opposed, table)
    judgements = [judgement_of(pair, table) for pair in opposed]
    conflict = judgements[0].relation is Relation.CONFLICT
    counted = tells_things(judgements)
    claims = [claim for side in parted for claim in every(side)]
    both, retold = _of_both(parted, outlets, names)
    own = [claim for claim in claims if claim not in retold]
    whose = _whence(own, names) if names and (counted or conflict) else ""
    said = [
        _side(side, outlets, names, voiced=not whose, without=retold if both else ())
        + (told_as(side, claims) if counted else "")
        for side in parted[:_NAMED]
    ]
    rest = sum(map(len, parted[_NAMED:]))
    text = (" against " if conflict else " beside ").join(said)
    text += f", and {count_noun(rest, 'other answer')}" if rest else ""
    text += f", {'both' if len({claim.article for claim in own}) == 2 else 'all'} {whose}" if whose else ""
    text += scope
    text += f"; {both}" if both else ""
    return text if conflict else f"{text}; {why_tense(judgements)}"


def _of_both(
    parted: Sequence[Sequence[Group]], outlets: Outlets, names: Names | None
) -> tuple[str, list[Claim]]:
    """Return the clause on the outlets that only pass on what each side says, and all claims that pass on another's.

    The clause is empty if those of the sides are not the same.
    """
    by_side = [[claim for group in side for claim in _retelling(group.claims, names)] for side in parted]
    retold = [claim for side in by_side for claim in side]
    if not retold or len({frozenset(claim.outlet for claim in side) for side in by_side}) > 1:
        return "", retold
    both = "both" if len(parted) == 2 else "all of them"
    return f"{who(retold, outlets)} {verb(retold, 'passes', 'pass')} on {both}", retold


def _side(
    side: Sequence[Group],
    outlets: Outlets,
    names: Names | None,
    *,
    voiced: bool = True,
    without: Sequence[Claim] = (),
) -> str:
    """Return what one side prints, who does, and from whom if that is ``voiced``; claims ``without`` which it is told are left out."""
    shown = side if len(side) <= _NAMED else [max(side, key=lambda group: len(group.claims))]
    said = []
    for group in shown:
        told = _whence(group.claims, names, CITING) if names and voiced else ""
        own, passed_on = _first_hand([one for one in group.claims if one not in without], outlets, names)
        told_by = ", ".join(filter(None, (who(own, outlets), told, *_doubts(group.claims), of_the_rest(own))))
        notes = "; ".join(filter(None, (told_by, passed_on)))
        said.append(f"{_alike(group.claims)} ({notes})")
    rest = len(side) - len(shown)
    return join_items([*said, *([count_noun(rest, "other answer")] if rest else [])])


def _first_hand(
    claims: Sequence[Claim], outlets: Outlets, names: Names | None
) -> tuple[Sequence[Claim], str]:
    """Return the claims that are nobody else's of the same answer, and a clause on the outlets that only pass on what one of these says."""
    retold = _retelling(claims, names)
    own = [claim for claim in claims if claim not in retold]
    if not own or not retold:
        return claims, ""
    return own, f"{who(retold, outlets)} {verb(retold, 'passes', 'pass')} it on"


def _retelling(claims: Sequence[Claim], names: Names | None) -> list[Claim]:
    """Return the claims that have another outlet of the same answer as their source."""
    printing = {claim.outlet for claim in claims}
    return [
        claim for claim in claims if names and printing & {names.outlet(source) for source in claim.sources}
    ]


def in_prints(
    groups: Sequence[Group], table: Table, outlets: Outlets, names: Names, *, running: bool = False
) -> str:
    """Return the sides of all contradictions or tensions of a row in as few words as there are; empty if it has none."""
    clusters = put_together(groups, table)
    found = [(cluster, opposing(cluster, table, running=running)) for cluster in clusters]
    return "; ".join(
        _in_prints(cluster, opposed, table, outlets, names) for cluster, opposed in found if opposed
    )


def _in_prints(cluster: Sequence[Group], opposed: Pairs, table: Table, outlets: Outlets, names: Names) -> str:
    judgement = judgement_of(opposed[0], table)
    counted = tells_things([judgement])
    parted = sides(cluster, opposed, table)
    every_one = sum(map(len, parted)) <= MOST
    shown = [
        side if every_one else [max(side, key=lambda group: len(group.claims))] for side in parted[:_NAMED]
    ]
    claims = [claim for side in parted for claim in every(side)]
    said = [
        join_items(
            [
                f"{_printed(group.claims)} ({who(_first_hand(group.claims, outlets, names)[0], outlets)})"
                for group in side
            ]
        )
        + (told_as(side, claims) if counted else "")
        for side in shown
    ]
    rest = sum(map(len, parted)) - sum(map(len, shown))
    text = (" against " if judgement.relation is Relation.CONFLICT else " beside ").join(said)
    return text + (f", and {count_noun(rest, 'other answer')}" if rest else "")
