"""The clause on a row in several lengths, for a topic's answer: the fullest first, the last always short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from builder.compare.groups import Group
from builder.compare.judge import UNNAMED, Names
from builder.compare.phrases import MANY, count_noun, some
from builder.compare.relation import Judgement, is_parted
from builder.compare.sentences import TOO_MANY, row_clause
from builder.compare.sentences.places import names_and_none
from builder.compare.sentences.said import (
    Outlets,
    amounts,
    every,
    from_sources,
    origin,
    printed_words,
    verb,
    voices,
    yes_or_no,
)
from builder.compare.sentences.values import (
    Table,
    apart,
    aside,
    conflicting,
    is_vague,
    largest,
    none_comparable,
    plural,
    put_together,
    sides,
)
from builder.compare.sentences.wordings import example
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan, caption
from builder.values.quantity import Number, print_number

FEW = 3
"""Maximum number of outlets or wordings that a short clause lists; more are counted."""
SHORT = 100
"""Maximum length in characters of a list of the prints of one value."""
_YEAR = re.compile(r"\d{4}")


def clauses(
    question: Question,
    groups: Sequence[Group],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield the clauses on an answered row, to be put after its question and a colon, from the fullest to the shortest.

    If the answers contradict each other, the clauses say only how: the text before the colon says that they do. Yields
    nothing if there are too many different answers.
    """
    table = {frozenset((judgement.a, judgement.b)): judgement for judgement in judgements}
    parted = is_parted(judgements)
    if question.answer is Answer.YES_NO and parted:
        yield from _yes_and_no(groups, outlets, names)
    elif len(groups) > TOO_MANY:
        return
    elif parted:
        yield from _against(groups, table, outlets, names)
    elif question.answer in (Answer.QUANTITY, Answer.DATE):
        found = tuple(_values(groups, table, outlets, names))
        if len(groups) == 1:
            alike = _shortest(groups[0], outlets, names)
            # A list of the wordings of one value is useful only if it is short.
            found = (*found, alike) if len(found[0]) <= SHORT else (alike,)
        yield from found
    else:
        yield row_clause(question, groups, judgements, outlets, names)
        yield from _shorter(question, groups, outlets, names)


def in_numbers(groups: Sequence[Group], reach: tuple[Number | None, Number | None]) -> Iterator[str]:
    """Yield short clauses that fit any answered row: how many reports give how many answers.

    ``reach`` is the printed range, from ``rows.printed_range``.
    """
    reports = len({claim.article for claim in every(groups)})
    said = f"{count_noun(reports, 'report')} {'gives' if reports == 1 else 'give'}"
    low, high = reach
    if low is not None and high is not None and low != high:
        yield f"{said} {count_noun(len(groups), 'answer')}, from {print_number(low)} to {print_number(high)}"
    yield f"{said} {count_noun(len(groups), 'answer')}"


def _yes_and_no(groups: Sequence[Group], outlets: Outlets, names: Names) -> Iterator[str]:
    ordered = sorted(groups, key=lambda group: group.head.value is False)
    voiced = partial(from_sources, names=names)
    for most in (MANY, FEW):
        for label in (voiced, ""):
            yield ", ".join(
                f"{printed_words(group.claims, outlets, label, most)} {amounts(group)}" for group in ordered
            )
    for most in (MANY, FEW):
        yield ", ".join(
            f"{yes_or_no(group)} by the words of {voices(group.claims, outlets, most)}" for group in ordered
        )


def _against(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield clauses on the sides of a contradiction: the printed words, their meaning if not obvious, and the outlets."""
    found = [(cluster, conflicting(cluster, table)) for cluster in put_together(groups, table)]
    parted = [sides(cluster, conflicts, table) for cluster, conflicts in found if conflicts]
    if not parted:
        return
    for most, voiced in ((MANY, True), (MANY, False), (FEW, False)):
        text = " against ".join(_side(side, outlets, names, most, voiced) for side in parted[0][:most])
        rest = sum(map(len, parted[0][most:]))
        yield text + (f", and {count_noun(rest, 'other answer')}" if rest else "")


def _side(side: Sequence[Group], outlets: Outlets, names: Names, most: int, voiced: bool) -> str:
    said = []
    for group in side:
        labels = [_meaning(group.head), origin(group.head, names) if voiced else ""]
        said.append(printed_words(group.claims, outlets, ", ".join(filter(None, labels)), most))
    return some(said, "answers", most)


def _meaning(claim: Claim) -> str:
    """Return the meaning of a printed date, or an empty text if the words already say it, except for the year."""
    if not isinstance(claim.value, DateSpan):
        return ""
    meaning = caption(claim.value)
    said = set(_YEAR.sub("", meaning).casefold().split())
    return "" if said <= set(claim.printed.casefold().split()) else meaning


def _values(groups: Sequence[Group], table: Table, outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield clauses on figures or dates: those that can be compared, and in a few words why the rest cannot."""
    found = put_together(groups, table)
    main = largest(found)
    for most, voiced in ((MANY, True), (MANY, False), (FEW, False)):
        if len(found) > 1 and none_comparable(found):
            yield apart(found, table, outlets, most)
            continue
        reasons: dict[str, list[Claim]] = {}
        for cluster in found:
            if cluster is not main:
                judgement = table.get(frozenset((main[0].head.key, cluster[0].head.key)))
                why, _ = aside(judgement, cluster[0].head)
                reasons.setdefault(why.rstrip(","), []).extend(every(cluster))
        parts = [_together(main, outlets, names if voiced else None, most)]
        for why, claims in reasons.items():
            parts.append(
                f"{printed_words(claims, outlets, most=most)} {why if len(claims) == 1 else plural(why)}"
            )
        yield "; ".join(parts)


def _shortest(group: Group, outlets: Outlets, names: Names) -> str:
    """Return a clause with the shortest print of a value that all share, and the outlets with other words for it."""
    words = min((claim.printed.casefold() for claim in group.claims), key=len)
    own = [claim for claim in group.claims if claim.printed.casefold() == words]
    rest = [claim for claim in group.claims if claim.printed.casefold() != words]
    other = f", in other words in {voices(rest, outlets, FEW)}" if rest else ""
    return printed_words(own, outlets, most=FEW) + other + _of_one(group.claims, names)


def _together(cluster: Sequence[Group], outlets: Outlets, names: Names | None, most: int) -> str:
    claims = every(cluster)
    figures = [claim for claim in claims if not is_vague(claim)]
    vague = [claim for claim in claims if is_vague(claim)] if figures else []
    shown = figures or claims
    different = len({claim.printed.casefold() for claim in shown})
    fit = sum(not is_vague(group.head) for group in cluster) > 1 and different > 1
    text = printed_words(shown, outlets, most=most) + (" fit together" if fit else "")
    if names is not None:
        text += _of_one(shown, names)
    if vague:
        text += f"; {printed_words(vague, outlets, most=most)} {verb(vague, 'gives', 'give')} no figure"
    return text


def _of_one(claims: Sequence[Claim], names: Names) -> str:
    """Return a phrase with the origin of some claims if they all have the same, else an empty text."""
    found = {origin(claim, names) for claim in claims}
    if len(found) != 1 or UNNAMED in found:
        return ""
    reports = len({claim.article for claim in claims})
    everyone = "" if reports == 1 else "both " if reports == 2 else "all "
    return f", {everyone}{found.pop()}"


def _shorter(question: Question, groups: Sequence[Group], outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield short clauses on places, wordings, or yes and no without a contradiction: who answers, and little of what."""
    claims = every(groups)
    if len({claim.article for claim in claims}) == 1:
        yield f"only {outlets[claims[0].outlet]} answers this"
    elif question.answer is Answer.WORDING:
        first = example(groups, outlets, names, question.short)
        if first:
            yield first
    elif question.answer is Answer.PLACE:
        yield names_and_none(groups, outlets)
        named = [claim for claim in claims if claim.value]
        bare = [claim for claim in claims if not claim.value]
        said = [(claims, what) for claims, what in ((named, "places"), (bare, "none")) if claims]
        yield "; ".join(
            f"{voices(claims, outlets, FEW)} {verb(claims, 'names', 'name')} {what}" for claims, what in said
        )
    elif len(groups) == 1:
        yield f"all say {yes_or_no(groups[0])}"
