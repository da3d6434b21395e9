"""The phrases that the sentences on rows are made of: outlets, printed words, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from builder.compare.days import is_worked_out
from builder.compare.groups import Group, reports, without_copies
from builder.compare.phrases import MANY, count_noun, join_items, quoted, some
from builder.compare.relation import Judgement, Relation
from builder.compare.scopes import begins_a_phrase, thing
from builder.compare.speakers import OWN_VOICE, OWN_VOICES, Names, as_printed, origin, whence
from builder.compare.values import NO_SIGN, plain_caption
from builder.content.model import Claim
from builder.content.vocabulary import Where
from builder.values.dates import DateSpan, caption
from builder.values.direction import isolated
from builder.values.quantity import Quantity, rest_of_hundred

_YEAR = re.compile(r"\d{4}")
ONLY = "of the texts at hand only {}"
"""How an outlet is named that alone answers: what others print that are not here, or are cut, nobody can say."""
LISTED = 5
"""Maximum number of reports whose answers are listed; those of more are summed up."""
Outlets = Mapping[str, str]
"""Outlet id -> its short name."""
Label = str | Callable[[Claim], str]
"""What is said of a claim after its outlet: the same for all, or told of each. Of each, its own source is named."""


def voices(claims: Sequence[Claim], outlets: Outlets, most: int = MANY) -> str:
    """Return the outlets of some claims: ``Express & Star and FT``; more than ``most`` are counted."""
    return some(list(dict.fromkeys(outlets[claim.outlet] for claim in claims)), "outlets", most)


def printed_words(
    claims: Sequence[Claim], outlets: Outlets, label: Label = "", most: int = MANY, meaning: Label = ""
) -> str:
    """Return the words of some claims, each once, with their outlets: ``“around 30” (Express & Star) and “30” (FT)``.

    ``label`` is put after the outlets: ``“30” (FT, citing the GUR)``; ``meaning`` before them: ``“last month” (November 2024; FT)``.
    If they are functions, outlets stand together only if they return the same for all their claims: an outlet is never given the
    source of another. A word of doubt is told of each. More than ``most`` wordings or outlets are counted.
    """
    wording: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        about = meaning if isinstance(meaning, str) else meaning(claim)
        after = label if isinstance(label, str) else label(claim)
        after = ", ".join(filter(None, (after, only_as(claim))))
        wording.setdefault((claim.printed.casefold(), about, after), []).append(claim)
    clauses = [
        f"{printed_of(said[0])} ({'; '.join(filter(None, (about, _told(said, after, outlets, most))))})"
        for (_, about, after), said in list(wording.items())[:most]
    ]
    return some([*clauses, *[""] * (len(wording) - len(clauses))], "wordings", most)


def _told(claims: Sequence[Claim], after: str, outlets: Outlets, most: int) -> str:
    """Return the outlets of claims with what is put after them: ``Post and Radio, in their own voice``."""
    several = len({claim.outlet for claim in claims}) > 1
    after = after.replace(OWN_VOICE, OWN_VOICES) if several and after.startswith(OWN_VOICE) else after
    return ", ".join(filter(None, (voices(claims, outlets, most), after)))


WORKED_OUT = ", worked out"
"""What stands behind a day that the site has worked out."""


def meant_day(claim: Claim) -> str:
    """Return the day that a printed date means, as this site's if the words name no month and no number.

    Empty if the words already say it, except for the year, and for other answers, which say themselves what they mean.
    """
    if not isinstance(claim.value, DateSpan):
        return ""
    day = caption(claim.value)
    if set(_YEAR.sub("", day).casefold().split()) <= set(claim.printed.casefold().split()):
        return ""
    return f"{day}{WORKED_OUT}" if is_worked_out(claim) else day


def only_as(claim: Claim) -> str:
    """Return ``only as “likely”`` for what a text calls likely and no more, else an empty text."""
    if claim.for_now:
        return "only for now"
    return f"only as {quoted(claim.doubt)}" if claim.doubt and not claim.no_sign else ""


def doubtfully(claims: Sequence[Claim]) -> str:
    """Return how some claims are said, all by a word of doubt: ``only as “likely”``, or ``not for certain`` if the words differ."""
    found = {only_as(claim) for claim in claims}
    return found.pop() if len(found) == 1 else "not for certain"


def parted_by_doubt(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Return the groups that are said for certain, and those that are called likely and no more."""
    return [group for group in groups if not is_unsure(group.head)], [
        group for group in groups if is_unsure(group.head)
    ]


def is_unsure(claim: Claim) -> bool:
    """Return whether an answer is called likely and no more. "No indication" is an answer of its own."""
    return bool(claim.doubt) and not claim.no_sign


def left_to_context(claims: Sequence[Claim], outlets: Outlets, names: Names) -> list[str]:
    """Return a clause for each source that the texts leave to their context: ``in FT only the context shows that “30” is from the GUR``."""
    unsaid: dict[str, list[Claim]] = {}
    for claim in filter(names.unsaid, claims):
        unsaid.setdefault(origin(claim, names), []).append(claim)
    clauses = []
    for source, told in unsaid.items():
        printed = list({claim.printed.casefold(): as_printed(claim) for claim in told}.values())
        of = f"{some(printed, 'answers')} {'is' if len(printed) == 1 else 'are'} {source}"
        clauses.append(f"in {voices(told, outlets)} only the context shows that {of}")
    return clauses


def open_ends(claims: Sequence[Claim], outlets: Outlets, names: Names | None = None) -> list[str]:
    """Return a clause for each thing that the texts leave open about some claims: ``FT leaves open on which days``.

    With ``names``, that of a row on which nobody says yes or no is told with the source of all its answers.
    """
    found: dict[tuple[str, bool], list[Claim]] = {}
    clauses = []
    decided = {claim.article for claim in claims if not claim.undecided}
    for claim in claims:
        if claim.leaves_open and claim.undecided and claim.article in decided:
            # The same text says yes or no in other words: these alone leave it open.
            clauses.append(
                f"{as_printed(claim)} ({voices([claim], outlets)}) leaves open {isolated(claim.leaves_open)}"
            )
        elif claim.leaves_open:
            found.setdefault((claim.leaves_open, claim.where is Where.HEADLINE), []).append(claim)
    for (what, headline), told in found.items():
        whose = f"{'the headline' if len(told) == 1 else 'the headlines'} of " if headline else ""
        leaves = ("leaves" if len(told) == 1 else "leave") if headline else verb(told, "leaves", "leave")
        source = of_one(told, names) if names and all(claim.undecided for claim in claims) else ""
        who = voices(told, outlets)
        if source and reports(told) > LISTED:
            who = count_noun(reports(told), "report")
        clauses.append(f"{whose}{who} {leaves} open {isolated(what)}{source}")
    return clauses


def printed_of(claim: Claim) -> str:
    """Return a claim's words in quotation marks, with what they are said of if that is all the others.

    How the site renders them stands behind them.
    """
    rest = isinstance(claim.value, Quantity) and claim.value.rest
    return as_printed(claim) + (" as the other part" if rest else "")


def of_the_rest(claims: Sequence[Claim]) -> str:
    """Return how many reports give a share by its other part: 11 percent insured for 89 percent uninsured.

    ``three of them as the other 11 percent``. Empty if none does, and for one answer in the same words, which stand there themselves.
    """
    rest = [claim for claim in claims if isinstance(claim.value, Quantity) and claim.value.rest]
    number = reports(rest)
    value = rest[0].value if rest else None
    if not isinstance(value, Quantity) or (
        len(rest) == len(claims) and len({claim.printed.casefold() for claim in rest}) == 1
    ):
        return ""
    parts = f"as the other {plain_caption(rest_of_hundred(value))}"
    return parts if len(rest) == len(claims) else f"{count_noun(number, 'of them', 'of them')} {parts}"


def all_of(claims: Sequence[Claim]) -> str:
    """Return how the reports of some claims are told, all of them: ``both``, ``all three reports``, ``both reports`` of three outlets."""
    number = reports(claims)
    if number > 2:
        return f"all {count_noun(number, 'report')}"
    return "both" if len({claim.article for claim in claims}) == 2 else "both reports"


def decided(groups: Sequence[Group]) -> list[Group]:
    """Return the groups without the answers that leave open whether it is yes or no: what they leave open is told beside the others."""
    return [group for group in groups if not group.head.undecided]


def beside_undecided(clause: str) -> str:
    """Return a clause on a row's yes or no as it stands beside answers that leave it open: those that say yes are not all."""
    clause = clause.removeprefix("all ")
    return f"two reports {clause.removeprefix('both ')}" if clause.startswith("both say ") else clause


def every(groups: Sequence[Group]) -> list[Claim]:
    """Return all claims of some groups."""
    return [claim for group in groups for claim in group.claims]


def sources_differ(sides: Sequence[Sequence[Claim]], names: Names) -> bool:
    """Return whether each of the claims on some sides names a source, and no side one of another's.

    Where an outlet names nobody, the outlets differ: who told it so is not known.
    """
    named = all(claim.sources for side in sides for claim in side)
    return named and not any(
        names.one_origin(a, b) for one, other in combinations(sides, 2) for a in one for b in other
    )


def verb(claims: Sequence[Claim], one: str, many: str) -> str:
    """Return the form of a verb that agrees with the outlets of some claims."""
    return one if len({claim.outlet for claim in claims}) == 1 else many


def of_one(claims: Sequence[Claim], names: Names) -> str:
    """Return ``, both from the GUR`` if all of some claims have the same sources, else an empty text."""
    found = {origin(claim, names) for claim in claims}
    several = len({claim.article for claim in claims})
    if several == 1:
        found = {whence(claim, names) for claim in claims}
    if len(found) != 1 or OWN_VOICE in found:
        return ""
    everyone = "" if several == 1 else "both " if several == 2 else "all "
    return f", {everyone}{found.pop()}"


def told_as(side: Sequence[Group], everyone: Sequence[Claim]) -> str:
    """Return what the figures of one side are told as: `` as killed``, `` as North Korean soldiers killed``; empty if they differ.

    ``everyone`` are the claims of all sides: who is counted is told if that is not the same for all.
    """
    several = len({claim.of for claim in everyone}) > 1
    things = {thing(claim, several=several) for claim in every(side)}
    return f" as {things.pop()}" if len(things) == 1 and all(things) else ""


def yes_or_no(group: Group) -> str:
    """Return the answer of a group: ``yes``, ``no for Kursk Oblast``, or ``no sign of it``."""
    scope = f" for {group.head.scope}" if group.head.scope else ""
    return f"{answer_of(group.head)}{scope}"


def answer_of(claim: Claim) -> str:
    """Return a claim's yes or no, or that it tells of no sign of what is asked."""
    return "yes" if claim.value else NO_SIGN if claim.no_sign else "no"


def told_answer(answer: str) -> str:
    """Return an answer as the predicate of several reports: ``say yes``, ``see no sign of it``."""
    return f"{'see' if answer.startswith(NO_SIGN) else 'say'} {answer}"


def of_what(claim: Claim) -> str:
    """Return what an answer is limited to, after its outlet: ``of the footage``, ``for Kursk Oblast``, ``by noon``; empty if to nothing."""
    scope = claim.scope or ""
    if not scope:
        return ""
    return scope if begins_a_phrase(scope) else f"{'for' if claim.scope_place else 'of'} {isolated(scope)}"


def of_different_things(groups: Sequence[Group], outlets: Outlets) -> str:
    """Return the clause on one answer that reports give of different things: ``both say no: Post of the film, Radio of the toll``."""
    everyone = all_of(every(groups))
    answer = answer_of(groups[0].head)
    # Those that do not say of what come first, so that they are not read as saying it of the same as those before them.
    counted = {claim.key for claim in without_copies(every(groups))}
    own = [
        Group(claims) for group in groups if (claims := tuple(c for c in group.claims if c.key in counted))
    ]
    told = sorted(own, key=lambda group: bool(group.head.scope))
    said = [
        " ".join(
            filter(
                None,
                (
                    voices(group.claims, outlets),
                    of_what(group.head),
                    doubtfully(group.claims) if is_unsure(group.head) else "",
                ),
            )
        )
        for group in told
    ]
    clear = join_items(said)
    if len(said) > 2 and any(" and " in item for item in said):
        clear = f"{', '.join(said[:-1])}, and {said[-1]}"
    return f"{everyone} {told_answer(answer)}: {clear}"


def says(group: Group, *, outright: bool, one: bool = False) -> str:
    """Return the answer of a group as a predicate, to be put after its words: ``say yes``, or ``read as a yes``. ``one``: after one wording."""
    one = one or len({(claim.printed.casefold(), claim.sources) for claim in group.claims}) == 1
    if group.head.no_sign:
        return f"{'sees' if one else 'see'} {yes_or_no(group)}"
    outright = outright and not all(claim.is_reading for claim in group.claims)
    return (
        f"{'say' if outright else 'read'}{'s' if one else ''} {'' if outright else 'as a '}{yes_or_no(group)}"
    )


def _without_repeats(group: Group) -> Group:
    """Return a group without the headlines whose own texts say the same in it."""
    own = {claim.article for claim in group.claims if claim.where is not Where.HEADLINE}
    claims = tuple(
        claim for claim in group.claims if claim.where is not Where.HEADLINE or claim.article not in own
    )
    return group if len(claims) == len(group.claims) or claims[0] != group.head else Group(claims)


def borne_out(groups: Sequence[Group], judgements: Sequence[Judgement]) -> Sequence[Group]:
    """Return the groups without those that only a headline prints, against its own text: a note says so."""
    against = {
        key for found in judgements if found.relation is Relation.HEADLINE for key in (found.a, found.b)
    }
    kept = [
        _without_repeats(group)
        for group in groups
        if not all(claim.where is Where.HEADLINE and claim.key in against for claim in group.claims)
    ]
    articles = {claim.article for claim in every(kept)}
    return kept if len(articles) > 1 else groups
