"""The sentence on each row: how the accounts differ, and why. A clause is a sentence without capital and full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from builder.compare.groups import Group, reports, without_copies
from builder.compare.phrases import count_noun, join_items, sentence
from builder.compare.relation import Judgement, Relation, is_parted
from builder.compare.sentences.compact import asides_of, besides_count, compact, fits
from builder.compare.sentences.places import place_clause
from builder.compare.sentences.running import is_one_count, running_clause
from builder.compare.sentences.said import (
    LISTED,
    ONLY,
    Outlets,
    all_of,
    beside_undecided,
    borne_out,
    decided,
    doubtfully,
    every,
    is_unsure,
    left_to_context,
    of_one,
    open_ends,
    printed_words,
    told_answer,
    voices,
    yes_or_no,
)
from builder.compare.sentences.together import table_of
from builder.compare.sentences.values import value_clause
from builder.compare.sentences.wordings import wording_clause
from builder.compare.sentences.yes_no import by_origin, yes_no_clause
from builder.compare.speakers import LEAVING, OWN_VOICE, Names, as_printed, citing, whence
from builder.compare.values import meant
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Speech, Where
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
    left_out = _left_out(clause, question, groups, judgements, outlets, names)
    claims = every(groups)
    open_to_readers = [*open_ends(claims, outlets, names), *left_to_context(claims, outlets, names)]
    # Alone they are a remark on the row, not what it says; and how words were printed is another matter than what they leave open.
    room = bool(clause) and question.answer is not Answer.WORDING
    clause, rest = with_open_ends(clause, open_to_readers, room=room)
    together = [joined] if fits(joined := "; ".join(rest)) and rest else rest
    return sentence(clause) if clause else "", tuple(map(sentence, (*left_out, *together)))


def _left_out(
    clause: str,
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> list[str]:
    """Return a clause for each answer to a question of figures that the clause on a row has no room for."""
    groups = borne_out(groups, judgements)
    if (
        question.answer is not Answer.QUANTITY
        or not 1 < len(groups) <= TOO_MANY
        or len({claim.article for claim in every(groups)}) == 1
    ):
        return []
    table = table_of(judgements)
    told = (
        besides_count(groups, table, outlets, names)
        if question.running
        else asides_of(groups, table, outlets)
    )
    return [one for one in told if not all(part in clause for part in _quoted_in(one))]


def _quoted_in(clause: str) -> list[str]:
    """Return the printed words that a clause names: those of a share's other part are others."""
    return re.findall(r"“[^”]*”(?: as the other part)?", clause)


def with_open_ends(clause: str, ends: Iterable[str], *, room: bool = True) -> tuple[str, list[str]]:
    """Return a clause with what the texts leave open, as far as there is ``room`` and it can still be read at once, and the rest."""
    rest = []
    for one in ends:
        what = one.partition(" leaves open ")[2]
        if one in clause or (what and f"{LEAVING} {what}" in clause):
            continue  # said in place of an answer or of a source
        longer = f"{clause}; {one}" if clause else one
        if room and fits(longer):
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
    if groups and not decided(groups):
        return "; ".join(open_ends(every(groups), outlets, names))
    undecided, groups = [group for group in groups if group.head.undecided], decided(groups)
    full = _full(question, groups, judgements, outlets, names)
    if undecided:
        full = beside_undecided(full)
    articles = len({claim.article for claim in every(groups)})
    counts = question.running and len(groups) > 1
    if counts and (is_parted(judgements) or not is_one_count(groups, judgements)):
        many = articles > 1
    else:
        many = articles > LISTED or (articles > 3 and not fits(full))
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
        several = count_noun(reports(every(groups)), "report")
        return f"{several} give {len(groups):,} different answers; the table holds them all"
    if question.answer is Answer.WORDING:
        return wording_clause(groups, outlets, names)
    if question.answer is Answer.YES_NO:
        return yes_no_clause(groups, judgements, outlets, names)
    named = question.answer in (Answer.PLACE, Answer.WHO)
    if named and (found := place_clause(question.answer, groups, judgements, outlets)):
        return found
    if question.running:
        return running_clause(groups, table, outlets, names)
    return value_clause(groups, table, outlets, names)


def _only(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names) -> str:
    """Return the clause on the answers of a single article, and what it says in two ways."""
    claims = every(groups)
    if any(claim.against for claim in claims):
        return ""  # a headline beside its own text: a note says it
    found = {whence(claim, names) for claim in claims}
    # Of several, each is told with its own source.
    said = join_items(
        list(
            dict.fromkeys(
                as_printed(claim) + (f" ({whence(claim, names)})" if len(found) > 1 else "")
                for claim in claims
            )
        )
    )
    answer = yes_or_no(groups[0]) if len(groups) == 1 and isinstance(claims[0].value, bool) else ""
    only = ONLY.format(outlets[claims[0].outlet])
    clause = f"{only} answers: {answer}, {said}" if answer else f"{only} reports this: {said}"
    if len(found) == 1:
        (told,) = found
        clause += f", {told}" if told != OWN_VOICE or not isinstance(claims[0].value, bool) else ""
    if all(is_unsure(claim) for claim in claims):
        clause += f", {doubtfully(claims)}"
    keys = {claim.key for claim in claims}
    own = [
        found
        for found in judgements
        if found.relation not in (Relation.PART_OF, Relation.HEADLINE) and keys >= {found.a, found.b}
    ]
    if any(found.relation in (Relation.TENSION, Relation.CONFLICT) for found in own):
        return f"{clause}, which cannot all be right"
    return f"{clause}: one figure, which the text hedges or rounds in different ways" if own else clause


def _agree(question: Question, group: Group, outlets: Outlets, names: Names) -> str:
    claims = group.claims
    texts = {claim.printed.casefold() for claim in claims}
    everyone = all_of(claims)
    if question.answer is Answer.YES_NO:
        doubt = f", but {doubtfully(claims)}" if is_unsure(group.head) else ""
        above = _only_above(claims, outlets)
        return f"{everyone} {told_answer(yes_or_no(group))}{doubt}: {by_origin(without_copies(claims), outlets, names)}{above}"
    one = of_one(claims, names)
    if not one and any(claim.sources for claim in claims):
        said = printed_words(claims, outlets, partial(citing, names=names))
        return f"{everyone} give the same answer: {said}"
    if len(texts) == 1:
        own = one and question.answer is Answer.WORDING and all(c.speech is Speech.REPORTED for c in claims)
        bare = ", not as a quotation" if own else ""
        bare += f", {doubtfully(claims)}" if is_unsure(group.head) else ""
        both = "both" if len({claim.article for claim in claims}) == 2 else "all"
        whose = one.replace(", both ", ", ").replace(", all ", ", ")
        return f"{voices(claims, outlets)} {both} print {as_printed(claims[0])}{bare}{whose}"
    if isinstance(claims[0].value, Quantity) and claims[0].value.bounded:
        return f"{everyone} give {meant(claims)}: {printed_words(claims, outlets)}{one}"
    return f"{everyone} say the same in other words: {printed_words(claims, outlets)}{one}"


def _only_above(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return which of several outlets give an answer in a headline alone, as an addition; empty if none or all do."""
    below = {claim.article for claim in claims if claim.where is not Where.HEADLINE}
    above = [claim for claim in claims if claim.article not in below]
    if not above or not below:
        return ""
    whose = "its headline" if len({claim.outlet for claim in above}) == 1 else "their headlines"
    return f", {voices(above, outlets)} only in {whose}"
