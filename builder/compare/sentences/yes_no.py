"""The sentence on a row of yes and no: who says which, whose word is the later, and who is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from builder.compare.groups import Group, reports, without_copies
from builder.compare.phrases import count_noun, join_items, quoted
from builder.compare.relation import Judgement, Relation, is_parted
from builder.compare.sentences.said import (
    LISTED,
    Label,
    Outlets,
    answer_of,
    every,
    of_different_things,
    of_one,
    only_as,
    parted_by_doubt,
    printed_words,
    says,
    told_answer,
    verb,
    voices,
    yes_or_no,
)
from builder.compare.sentences.values import CONTRADICT, TENSE, why_tense
from builder.compare.speakers import OWN_VOICE, OWN_VOICES, Names, as_printed, citing, origin, speaker
from builder.content.model import Claim
from builder.content.vocabulary import Speech
from builder.values.dates import caption


def yes_no_clause(
    groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names
) -> str:
    """Return the clause on a row of answers that say yes or no, outright or as the site reads them."""
    if len({answer_of(group.head) for group in groups}) == 1:
        sure, unsure = parted_by_doubt(groups)
        if sure and unsure:
            return _partly_unsure(sure, unsure, outlets, names)
        return of_different_things(groups, outlets)
    found = {judgement.relation for judgement in judgements}
    if not found & {Relation.CONFLICT, Relation.TENSION} and Relation.LATER_COUNT in found:
        return _later_word(groups, outlets, names)
    tense = [judgement for judgement in judgements if judgement.relation is Relation.TENSION]
    label = partial(citing, names=names)
    outright = is_parted(judgements) or not tense or any(claim.is_reading for claim in every(groups))
    said = join_items(
        [
            f"{printed_words(group.claims, outlets, label)} {says(group, outright=outright)}"
            for group in groups
        ]
    )
    if is_parted(judgements):
        return f"{CONTRADICT}: {said}"
    return f"{TENSE}: {said}; {why_tense(tense)}" if tense else said


def _partly_unsure(sure: Sequence[Group], unsure: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on one answer that some reports give for certain, and others only call likely."""
    claims = every(sure)
    several = reports(claims)
    if len(sure) > 1:
        said = of_different_things(sure, outlets)
    elif len({claim.article for claim in claims}) == 1:
        said = f"{voices(claims, outlets)} says {yes_or_no(sure[0])}, {origin(claims[0], names)}"
    else:
        said = f"{count_noun(several, 'report')} {told_answer(yes_or_no(sure[0]))}: {by_origin(without_copies(claims), outlets, names)}"
    found: dict[tuple[str, str], list[Claim]] = {}
    for group in unsure:
        for claim in group.claims:
            found.setdefault((only_as(claim), origin(claim, names)), []).append(claim)
    shared = {origin(claim, names) for claim in claims}
    told = [
        # The doubt is its source's: the same report may have the answer from another one without it.
        f"{voices(those, outlets)} {verb(those, 'says', 'say')} it {doubt}"
        if whence == OWN_VOICE
        else f"{voices(those, outlets)} {verb(those, 'has', 'have')} it {doubt}"
        if shared == {whence}
        else f"{whence}, {voices(those, outlets)} {verb(those, 'has', 'have')} it {doubt}"
        for (doubt, whence), those in found.items()
    ]
    return "; ".join([said, *told])


def _later_word(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on a yes and a no that one source said at two times, the earlier first."""
    claims = every(groups)
    whose = of_one(claims, names)
    ordered = sorted(groups, key=lambda group: _said_first(group) or date.max)
    if (
        whose
        and len(ordered) == 2
        and (told := [_in_print(group, outlets) for group in ordered])
        and all(told)
    ):
        return f"of the earlier word of {speaker(claims[0], names)}, {told[0]}; of the later one, {told[1]}"
    said = [
        f"{'the later ' if at else ''}"
        f"{printed_words(group.claims, outlets, _label_of_day(group, outlets, None if whose else names))} "
        f"{says(group, outright=True)}"
        for at, group in enumerate(ordered)
    ]
    return f"{', '.join(said)}{whose}"


def _in_print(group: Group, outlets: Outlets) -> str:
    """Return what outlets print of one word of a source, when it was said and what it answers; empty if not all print the same.

    What they print is theirs, quoted or not: no words are called the source's.
    """
    days = {_dated(claim) for claim in group.claims if claim.said_on}
    if len({claim.printed.casefold() for claim in group.claims}) > 1 or len(days) != 1:
        return ""
    told = [claim for claim in group.claims if claim.said_on]
    by = "" if len(told) == len(group.claims) else f" in {voices(told, outlets)}"
    who = f"{voices(group.claims, outlets)} {verb(group.claims, 'prints', 'print')}"
    return f"{who} {as_printed(group.head)} ({days.pop()}{by}), which {says(group, outright=True, one=True)}"


def _said_first(group: Group) -> date | None:
    return min((claim.said_on.sort_key[0] for claim in group.claims if claim.said_on), default=None)


def _label_of_day(group: Group, outlets: Outlets, names: Names | None) -> Label:
    """Return the days on which a group's words were said, and by whom if names are given."""
    told = [claim for claim in group.claims if claim.said_on]
    days = {_dated(claim) for claim in told}
    own = {_unquoted(claim) for claim in group.claims}
    if names is None and len(days) == len(own) == 1:
        day = days.pop() + ("" if len(told) == len(group.claims) else f" in {voices(told, outlets)}")
        return ", ".join(filter(None, (own.pop(), day)))

    def label(claim: Claim) -> str:
        day = _dated(claim)
        return ", ".join(filter(None, (citing(claim, names) if names else "", _unquoted(claim), day)))

    return label


def _dated(claim: Claim) -> str:
    """Return when a claim was said: in its text's words if the site has worked out the day from them; empty if that is not known."""
    if claim.said_as:
        return f"said {quoted(claim.said_as)}"
    return f"dated {caption(claim.said_on)}" if claim.said_on else ""


def _unquoted(claim: Claim) -> str:
    """Return that the words of a claim are no quotation, if its outlet only reports what a source said."""
    return "not as a quotation" if claim.sources and claim.speech is not Speech.QUOTED else ""


def by_origin(claims: Sequence[Claim], outlets: Outlets, names: Names) -> str:
    """Return the outlets of some claims by where each has it: ``Post in its own voice, Radio and Wire from the coastguard``."""
    if one := of_one(claims, names):
        return f"{voices(claims, outlets)}{one}"
    # An outlet that has it from several is named once, or it would read as two.
    wheres: dict[str, dict[str, None]] = {}
    for claim in claims:
        wheres.setdefault(claim.outlet, {})[origin(claim, names)] = None
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault(tuple(wheres[claim.outlet]), []).append(claim)
    if list(found) == [(OWN_VOICE,)] or len(found) > LISTED:
        return voices(claims, outlets)
    clauses = []
    for told, said in found.items():
        own = OWN_VOICES if len({claim.outlet for claim in said}) > 1 else OWN_VOICE
        where = join_items([own if one == OWN_VOICE else one for one in told])
        clauses.append(f"{voices(said, outlets)} {where}")
    return ", ".join(clauses)
