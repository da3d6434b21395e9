"""The sentence on each row: how the accounts differ, and why. A clause is a sentence without capital and full stop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from builder.compare.groups import Group
from builder.compare.judge import UNNAMED, Names, speaker
from builder.compare.phrases import count_noun, join_items, quoted, sentence
from builder.compare.relation import Judgement, is_parted
from builder.compare.sentences.places import place_clause
from builder.compare.sentences.said import Outlets, amounts, every, from_sources, printed_words, voices
from builder.compare.sentences.values import CONTRADICT, value_clause
from builder.compare.sentences.wordings import wording_clause
from builder.content.model import Question
from builder.content.vocabulary import Answer

TOO_MANY = 40
"""Maximum number of distinct answers that a sentence lists and that are compared pair by pair, at quadratic cost."""


def row_summary(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> str:
    """Return one plain sentence on a row. ``outlets`` and ``names`` map ids of outlets and sources to their names."""
    return sentence(row_clause(question, groups, judgements, outlets, names))


def row_clause(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> str:
    """Return the sentence on a row as a clause, to be put after a colon."""
    if not groups:
        return "no text at hand answers this"
    articles = {claim.article for group in groups for claim in group.claims}
    if len(articles) == 1:
        return _only(groups, outlets, names)
    if len(groups) == 1:
        return _agree(question, groups[0], outlets)
    if len(groups) > TOO_MANY:
        reports = count_noun(len(articles), "report")
        return f"{reports} give {len(groups):,} different answers; the table holds them all"
    if question.answer is Answer.WORDING:
        return wording_clause(groups, outlets, names)
    if question.answer is Answer.YES_NO:
        return _yes_no(groups, judgements, outlets, names)
    if question.answer is Answer.PLACE and (found := place_clause(groups, judgements, outlets)):
        return found
    table = {frozenset((judgement.a, judgement.b)): judgement for judgement in judgements}
    return value_clause(groups, table, outlets, names)


def _only(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    claims = every(groups)
    said = join_items(list(dict.fromkeys(quoted(claim.printed) for claim in claims)))
    words = {speaker(claim, names) for claim in claims}
    word = ""
    if len(words) == 1:
        (who,) = words
        word = ", with nobody named for it" if who == UNNAMED else f", according to {who}"
    return f"only {outlets[claims[0].outlet]} answers this: {said}{word}"


def _agree(question: Question, group: Group, outlets: Outlets) -> str:
    claims = group.claims
    texts = {claim.printed.casefold() for claim in claims}
    number = len({claim.article for claim in claims})
    everyone = "both" if number == 2 else f"all {count_noun(number, 'report')}"
    if question.answer is Answer.YES_NO:
        return f"{everyone} say {'yes' if claims[0].value else 'no'}: {voices(claims, outlets)}"
    if len(texts) == 1:
        return f"{everyone} print {quoted(claims[0].printed)}: {voices(claims, outlets)}"
    return f"{everyone} say the same in other words: {printed_words(claims, outlets)}"


def _yes_no(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of answers that amount to yes or no without saying so literally."""
    clauses = (
        f"{printed_words(group.claims, outlets, partial(from_sources, names=names))} {amounts(group)}"
        for group in groups
    )
    head = CONTRADICT if is_parted(judgements) else "the answers do not contradict each other"
    return f"{head}: {', '.join(clauses)}"
