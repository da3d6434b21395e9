"""The sides of a contradiction or tension in few words: what each prints, in how many reports, and on whose word."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare.groups import Group, reports
from builder.compare.phrases import count_noun, join_items
from builder.compare.relation import Relation
from builder.compare.sentences.clusters import Pairs, judgement_of, opposing, pairs_of, put_together, sides
from builder.compare.sentences.said import (
    Outlets,
    doubtfully,
    every,
    is_unsure,
    meant_day,
    of_the_rest,
    printed_of,
    printed_words,
    told_as,
    verb,
)
from builder.compare.sentences.together import Table
from builder.compare.sentences.values import fitting, of_more, on_both_sides, tells_things, why_tense
from builder.compare.speakers import CITING, OWN_VOICE, SAID, Names, citing, origin
from builder.compare.values import meant
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Quantity

NAMED = 3
"""Maximum number of outlets, or of answers on one side, that are named; more are counted."""


MOST = 4
"""Maximum number of answers of all sides together that are named in the shortest clause."""


def who(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return the outlets of some claims, or their number if they are many: ``Post and Radio``, ``six reports``."""
    found = list(dict.fromkeys(outlets[claim.outlet] for claim in claims))
    if len(found) <= NAMED:
        return join_items(found)
    return count_noun(reports(claims), "report")


def whence_all(claims: Sequence[Claim], names: Names, said: str = SAID) -> str:
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
    if len(sources) > NAMED:
        return f"{said} {names[next(iter(root))]} and those who speak for it"
    return f"{said} {join_items([names[source] for source in sources])}"


def sides_clause(
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
    whose = whence_all(own, names) if names else ""
    said = [
        _side(side, outlets, names, voiced=not whose, without=retold if both else ())
        + (told_as(side, claims) if counted else "")
        for side in parted[:NAMED]
    ]
    rest = sum(map(len, parted[NAMED:]))
    text = (" against " if conflict else " beside ").join(said)
    text += f", and {count_noun(rest, 'other answer')}" if rest else ""
    text += f", {'both' if len({claim.article for claim in own}) == 2 else 'all'} {whose}" if whose else ""
    text += scope
    text += f"; {both}" if both else ""
    return text if conflict else "; ".join(filter(None, (text, why_tense(judgements) or of_more(claims))))


def _of_both(
    parted: Sequence[Sequence[Group]], outlets: Outlets, names: Names | None
) -> tuple[str, list[Claim]]:
    """Return the clause on the outlets that only pass on what each side says, and all claims that pass on another's.

    The clause is empty if those of the sides are not the same.
    """
    by_side = [[claim for group in side for claim in retelling(group.claims, names)] for side in parted]
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
    shown = side if len(side) <= NAMED else [max(side, key=lambda group: len(group.claims))]
    said = []
    for group in shown:
        told = whence_all(group.claims, names, CITING) if names and voiced else ""
        own, passed_on = _first_hand([one for one in group.claims if one not in without], outlets, names)
        told_by = ", ".join(filter(None, (who(own, outlets), told, *_doubts(group.claims), of_the_rest(own))))
        notes = "; ".join(filter(None, (told_by, passed_on)))
        said.append(f"{meant_alike(group.claims)} ({notes})")
    rest = len(side) - len(shown)
    return join_items([*said, *([count_noun(rest, "other answer")] if rest else [])])


def _first_hand(
    claims: Sequence[Claim], outlets: Outlets, names: Names | None
) -> tuple[Sequence[Claim], str]:
    """Return the claims that are nobody else's of the same answer, and a clause on the outlets that only pass on what one of these says."""
    retold = retelling(claims, names)
    own = [claim for claim in claims if claim not in retold]
    if not own or not retold:
        return claims, ""
    return own, f"{who(retold, outlets)} {verb(retold, 'passes', 'pass')} it on"


def retelling(claims: Sequence[Claim], names: Names | None) -> list[Claim]:
    """Return the claims that have another outlet of the same answer as their source."""
    printing = {claim.outlet for claim in claims}
    return [
        claim for claim in claims if names and printing & {names.outlet(source) for source in claim.sources}
    ]


def beside_sides(
    found: Sequence[tuple[list[Group], Pairs]], table: Table, outlets: Outlets, names: Names
) -> list[str]:
    """Return who prints both sides of a contradiction or a tension, and which answers fit both."""
    clauses = []
    for cluster, opposed in found:
        parted = sides(cluster, opposed, table)
        # Who passes on both sides is told beside each of them.
        retold = [claim for side in parted for group in side for claim in retelling(group.claims, names)]
        clauses.append(on_both_sides(parted, outlets, NAMED, {claim.key for claim in retold}))
        clauses.append(fitting(cluster, parted, table, outlets, most=NAMED))
        clauses.append(tense_beside(cluster, parted, opposed, table, outlets))
    return list(filter(None, clauses))


def tense_beside(
    cluster: Sequence[Group],
    parted: Sequence[Sequence[Group]],
    opposed: Pairs,
    table: Table,
    outlets: Outlets,
) -> str:
    """Return the clause on the answers that are in tension with the sides of a contradiction; empty if there are none."""
    if judgement_of(opposed[0], table).relation is not Relation.CONFLICT:
        return ""
    told = [group for side in parted for group in side]
    tense = [
        pair
        for pair in pairs_of(cluster, table, Relation.TENSION)
        if (pair[0] in told) is not (pair[1] in told)
    ]
    rest = [group for group in cluster if group not in told and any(group in pair for pair in tense)]
    if not rest:
        return ""
    tell = printed_words(every(rest), outlets, most=NAMED)
    one = len(every(rest)) == 1
    verb = "is" if one else "are"
    against = [group for group in told if any(group in pair for pair in tense)]
    if len(against) < len(told):
        of = join_items([meant_alike(group.claims) for group in against])
        return f"{tell} {verb} in tension with {of} ({who(every(against), outlets)})"
    why = why_tense([judgement_of(pair, table) for pair in tense])
    return f"{tell} {verb} in tension with the other answers{f': {why}' if why else ''}"


def _doubts(claims: Sequence[Claim]) -> list[str]:
    """Return how the claims of a group are said if they are only called likely."""
    return [doubtfully(claims)] if is_unsure(claims[0]) else []


def _printed(claims: Sequence[Claim]) -> str:
    """Return the words that some claims print, or what they mean if these are not the same."""
    alike = len({claim.printed.casefold() for claim in claims}) == 1
    return printed_of(claims[0]) if alike else meant_alike(claims)


def _day(claims: Sequence[Claim]) -> str:
    """Return the day that words mean which all claims print, as it stands before their outlets; empty if the words say it themselves."""
    alike = len({claim.printed.casefold() for claim in claims}) == 1
    day = meant_day(claims[0]) if alike else ""
    return f"{day}; " if day else ""


def meant_alike(claims: Sequence[Claim]) -> str:
    """Return what some claims that say the same have in common: the day, the words that all print, or else what they mean."""
    if isinstance(claims[0].value, DateSpan):
        return caption(claims[0].value)
    if len({claim.printed.casefold() for claim in claims}) > 1 and isinstance(claims[0].value, Quantity):
        return meant(claims)
    return printed_of(claims[0])


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
        side if every_one else [max(side, key=lambda group: len(group.claims))] for side in parted[:NAMED]
    ]
    claims = [claim for side in parted for claim in every(side)]
    said = [
        join_items(
            [
                f"{_printed(group.claims)} ({_day(group.claims)}{who(_first_hand(group.claims, outlets, names)[0], outlets)})"
                for group in side
            ]
        )
        + (told_as(side, claims) if counted else "")
        for side in shown
    ]
    rest = sum(map(len, parted)) - sum(map(len, shown))
    text = (" against " if judgement.relation is Relation.CONFLICT else " beside ").join(said)
    return text + (f", and {count_noun(rest, 'other answer')}" if rest else "")
