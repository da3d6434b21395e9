"""The sentence on each row: how the accounts differ, and why. A clause is a sentence without capital and full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from builder.compare.groups import Group
from builder.compare.phrases import count_noun, join_items, quoted, sentence
from builder.compare.relation import Judgement, Relation, is_parted
from builder.compare.sentences.compact import LISTED, asides_of, compact, fits
from builder.compare.sentences.places import place_clause
from builder.compare.sentences.running import is_one_count, running_clause
from builder.compare.sentences.said import (
    Label,
    Outlets,
    borne_out,
    doubtfully,
    every,
    of_different_things,
    of_one,
    only_as,
    open_ends,
    parted_by_doubt,
    printed_words,
    says,
    verb,
    voices,
    yes_or_no,
)
from builder.compare.sentences.together import table_of
from builder.compare.sentences.values import CONTRADICT, TENSE, value_clause, why_tense
from builder.compare.sentences.wordings import wording_clause
from builder.compare.speakers import OWN_VOICE, OWN_VOICES, Names, citing, origin, whence
from builder.compare.values import plain_caption
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Speech
from builder.values.dates import caption
from builder.values.quantity import Quantity

TOO_MANY = 40
"""Maximum number of distinct answers that a sentence lists and that are compared pair by pair, at quadratic cost."""


def row_summary(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> tuple[str, tuple[str, ...]]:
    """Return one plain sentence on a row, and further ones on what it has no room for: other answers, and what texts leave open.

    The first is empty if there is nothing to say that the answers do not say themselves. ``outlets`` and ``names`` map ids of outlets
    and sources to their names.
    """
    clause = row_clause(question, groups, judgements, outlets, names)
    left_out = _left_out(clause, question, groups, judgements, outlets)
    clause, rest = with_open_ends(clause, every(groups), outlets)
    return sentence(clause) if clause else "", tuple(map(sentence, (*left_out, *rest)))


def _left_out(
    clause: str,
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
) -> list[str]:
    """Return a clause for each answer to a question of figures that the clause on a row has no room for."""
    groups = borne_out(groups, judgements)
    if (
        question.answer is not Answer.QUANTITY
        or question.running
        or not 1 < len(groups) <= TOO_MANY
        or len({claim.article for claim in every(groups)}) == 1
    ):
        return []
    told = asides_of(groups, table_of(judgements), outlets)
    return [one for one in told if not all(part in clause for part in _quoted_in(one))]


def _quoted_in(clause: str) -> list[str]:
    """Return the printed words that a clause names."""
    return re.findall(r"“[^”]*”", clause)


def with_open_ends(clause: str, claims: Sequence[Claim], outlets: Outlets) -> tuple[str, list[str]]:
    """Return a clause with what the texts leave open of some claims, as far as it can still be read at once, and the rest."""
    rest = []
    for one in open_ends(claims, outlets):
        longer = f"{clause}; {one}" if clause else one
        if fits(longer):
            clause = longer
        else:
            rest.append(one)
    return clause, rest


def row_clause(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> str:
    """Return the sentence on a row as a clause, to be put after a colon; empty if there is none.

    It lists the answers, or says how they go together in few words if there are too many to be read at once.
    """
    groups = borne_out(groups, judgements)
    full = _full(question, groups, judgements, outlets, names)
    reports = len({claim.article for claim in every(groups)})
    counts = question.running and len(groups) > 1
    if counts and (is_parted(judgements) or not is_one_count(groups, judgements)):
        many = reports > 1
    else:
        many = reports > LISTED or (reports > 3 and not fits(full))
    if not many or len(groups) > TOO_MANY:
        return full
    short = [clause for clause in compact(question, groups, judgements, outlets, names) if clause]
    return next(filter(fits, short), short[-1] if short else full)


def _full(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> str:
    """Return the clause that lists the answers of a row."""
    if not groups:
        return "no text at hand answers this"
    articles = {claim.article for group in groups for claim in group.claims}
    table = table_of(judgements)
    if len(articles) == 1:
        return _only(groups, judgements, outlets, names)
    if len(groups) == 1:
        return _agree(question, groups[0], outlets, names)
    if len(groups) > TOO_MANY:
        reports = count_noun(len(articles), "report")
        return f"{reports} give {len(groups):,} different answers; the table holds them all"
    if question.answer is Answer.WORDING:
        return wording_clause(groups, outlets, names)
    if question.answer is Answer.YES_NO:
        return _yes_no(groups, judgements, outlets, names)
    named = question.answer in (Answer.PLACE, Answer.WHO)
    if named and (found := place_clause(question.answer, groups, judgements, outlets)):
        return found
    if question.running:
        return running_clause(groups, table, outlets)
    return value_clause(groups, table, outlets, names)


def _only(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names) -> str:
    """Return the clause on the answers of a single article, and what it says in two ways."""
    claims = every(groups)
    said = join_items(list(dict.fromkeys(quoted(claim.printed) for claim in claims)))
    answer = yes_or_no(groups[0]) if len(groups) == 1 and isinstance(claims[0].value, bool) else ""
    only = f"only {outlets[claims[0].outlet]}"
    clause = f"{only} answers: {answer}, {said}" if answer else f"{only} reports this: {said}"
    found = {whence(claim, names) for claim in claims}
    if len(found) == 1:
        (told,) = found
        clause += f", {told}" if told != OWN_VOICE or not isinstance(claims[0].value, bool) else ""
    if all(claim.doubt for claim in claims):
        clause += f", {doubtfully(claims)}"
    own = [found for found in judgements if found.relation not in (Relation.PART_OF, Relation.HEADLINE)]
    if any(found.relation in (Relation.TENSION, Relation.CONFLICT) for found in own):
        return f"{clause}, which cannot all be right"
    return f"{clause}: one figure, which the text hedges or rounds in different ways" if own else clause


def _by_origin(claims: Sequence[Claim], outlets: Outlets, names: Names) -> str:
    """Return the outlets of some claims by where each has it: ``Post in its own voice, Radio and Wire from the coastguard``."""
    if one := of_one(claims, names):
        return f"{voices(claims, outlets)}{one}"
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(origin(claim, names), []).append(claim)
    if list(found) == [OWN_VOICE] or len(found) > LISTED:
        return voices(claims, outlets)
    clauses = []
    for told, said in found.items():
        own = OWN_VOICES if len({claim.outlet for claim in said}) > 1 else OWN_VOICE
        clauses.append(f"{voices(said, outlets)} {own if told == OWN_VOICE else told}")
    return ", ".join(clauses)


def _agree(question: Question, group: Group, outlets: Outlets, names: Names) -> str:
    claims = group.claims
    texts = {claim.printed.casefold() for claim in claims}
    number = len({claim.article for claim in claims})
    everyone = "both" if number == 2 else f"all {count_noun(number, 'report')}"
    if question.answer is Answer.YES_NO:
        doubt = f", but {doubtfully(claims)}" if group.head.doubt else ""
        return f"{everyone} say {yes_or_no(group)}{doubt}: {_by_origin(claims, outlets, names)}"
    one = of_one(claims, names)
    if not one and any(claim.sources for claim in claims):
        said = printed_words(claims, outlets, partial(citing, names=names))
        return f"{everyone} give the same answer: {said}"
    if len(texts) == 1:
        own = one and question.answer is Answer.WORDING and all(c.speech is Speech.REPORTED for c in claims)
        bare = ", not as a quotation" if own else ""
        bare += f", {doubtfully(claims)}" if group.head.doubt else ""
        return f"{everyone} print {quoted(claims[0].printed)}{bare}: {voices(claims, outlets)}{one}"
    if isinstance(claims[0].value, Quantity) and claims[0].value.bounded:
        return f"{everyone} give {plain_caption(claims[0].value)}: {printed_words(claims, outlets)}{one}"
    return f"{everyone} say the same in other words: {printed_words(claims, outlets)}{one}"


def _yes_no(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of answers that say yes or no, outright or as the site reads them."""
    if len({group.head.value for group in groups}) == 1:
        sure, unsure = parted_by_doubt(groups)
        if sure and unsure:
            return _partly_unsure(sure, unsure, outlets, names)
        return of_different_things(groups, outlets)
    found = {judgement.relation for judgement in judgements}
    if not found & {Relation.CONFLICT, Relation.TENSION} and Relation.LATER_COUNT in found:
        return _later_word(groups, outlets, names)
    tense = [judgement for judgement in judgements if judgement.relation is Relation.TENSION]
    label, outright = partial(citing, names=names), is_parted(judgements) or not tense
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
    reports = len({claim.article for claim in claims})
    if len(sure) > 1:
        said = of_different_things(sure, outlets)
    elif reports == 1:
        said = f"{voices(claims, outlets)} says {yes_or_no(sure[0])}, {origin(claims[0], names)}"
    else:
        said = (
            f"{count_noun(reports, 'report')} say {yes_or_no(sure[0])}: {_by_origin(claims, outlets, names)}"
        )
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for group in unsure:
        for claim in group.claims:
            found.setdefault((yes_or_no(group), only_as(claim), origin(claim, names)), []).append(claim)
    told = [
        f"{voices(those, outlets)} {verb(those, 'says', 'say')} {answer} {doubt}, {whence}"
        for (answer, doubt, whence), those in found.items()
    ]
    return "; ".join([said, *told])


def _later_word(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on a yes and a no that one source said at two times, the earlier first."""
    claims = every(groups)
    whose = of_one(claims, names)
    ordered = sorted(groups, key=lambda group: _said_first(group) or date.max)
    said = [
        f"{'the later ' if at else ''}"
        f"{printed_words(group.claims, outlets, _label_of_day(group, outlets, None if whose else names))} "
        f"reads as a {yes_or_no(group)}"
        for at, group in enumerate(ordered)
    ]
    return f"{', '.join(said)}{whose}"


def _said_first(group: Group) -> date | None:
    return min((claim.said_on.sort_key[0] for claim in group.claims if claim.said_on), default=None)


def _label_of_day(group: Group, outlets: Outlets, names: Names | None) -> Label:
    """Return the days on which a group's words were said, and by whom if names are given."""
    told = [claim for claim in group.claims if claim.said_on]
    days = {f"dated {caption(claim.said_on)}" for claim in told if claim.said_on}
    own = {_unquoted(claim) for claim in group.claims}
    if names is None and len(days) == len(own) == 1:
        day = days.pop() + ("" if len(told) == len(group.claims) else f" in {voices(told, outlets)}")
        return ", ".join(filter(None, (own.pop(), day)))

    def label(claim: Claim) -> str:
        day = f"dated {caption(claim.said_on)}" if claim.said_on else ""
        return ", ".join(filter(None, (citing(claim, names) if names else "", _unquoted(claim), day)))

    return label


def _unquoted(claim: Claim) -> str:
    """Return that the words of a claim are no quotation, if its outlet only reports what a source said."""
    return "not as a quotation" if claim.sources and claim.speech is not Speech.QUOTED else ""
