"""The heading over a topic: its weightiest finding in one line, without a name that the sentences under it spell out.

It says no more than the comparison found: one source behind every figure, a contradiction, a tension, one voice, or none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.compare import values
from builder.compare.findings import as_asked, covering, told_figure
from builder.compare.phrases import capital, count_noun, quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation, is_parted, is_tense, is_unordered
from builder.compare.rows import Comparison
from builder.compare.sentences.said import Outlets
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.values.direction import isolated
from builder.values.quantity import Quantity

PARTED, TENSE = "The accounts contradict each other", "Hard to reconcile"
LONG = 95
"""Maximum length of a heading in characters; a longer one gives way to one that counts instead of quoting."""


def topic_heading(comparison: TopicComparison, outlets: Outlets) -> str:
    """Return the heading of a topic, without a full stop. ``outlets`` maps ids of outlets to their short names."""
    answered = [row for row in comparison.rows if row.claims]
    if not answered:
        return "No text at hand answers"
    if comparison.findings.sentences:
        return _one_source(answered[0])
    parted = [row for row in answered if is_parted(row.judgements)]
    if parted:
        return _opposed(parted, answered[0], Relation.CONFLICT, PARTED, "or")
    tense = [row for row in answered if is_tense(row.judgements, running=row.question.running)]
    if tense:
        return _opposed(tense, answered[0], Relation.TENSION, TENSE, "and")
    heard = list(dict.fromkeys(claim.outlet for row in answered for claim in row.claims))
    if len(heard) == 1:
        return f"Only {isolated(outlets[heard[0]])} answers"
    return f"No contradiction found among {count_noun(len(heard), 'outlet')}"


def topic_card(comparison: TopicComparison, outlets: Outlets) -> tuple[str, str]:
    """Return what the card of a topic shows large, and the sentence under it, which says of what that is and does not repeat it.

    Large is the figure of its finding, or both sides of a contradiction or tension, or else the first printed figure; an empty text if
    the topic has none.
    """
    answered = [row for row in comparison.rows if row.claims]
    heading = sentence(topic_heading(comparison, outlets))
    if comparison.findings.sentences:
        row, claims = answered[0], as_asked(answered[0])
        counted = " ".join(filter(None, (row.question.of, row.question.counts)))
        told = f"{counted or 'Told'}, on the word of {comparison.findings.source} alone"
        covered = covering(row.question)
        return _figure(claims), sentence(told if covered.startswith("on ") else f"{told}, {covered}")
    parted = [row for row in answered if is_parted(row.judgements)]
    tense = [row for row in answered if is_tense(row.judgements, running=row.question.running)]
    for rows, relation, between, says in (
        (parted, Relation.CONFLICT, "or", PARTED),
        (tense, Relation.TENSION, "and", TENSE),
    ):
        # The figure of the row that the heading names, and of no other.
        if rows and (pair := _pair(row := _leading(rows, answered[0]), relation, between)):
            return pair, f"{says}: {isolated(row.question.text)}"
    for row in answered:
        for claim in row.claims:
            if isinstance(claim.value, Quantity):
                return quoted(claim.printed), f"{isolated(row.question.text)} {heading}"
    return "", heading


def _behind(row: Comparison, claims: Sequence[Claim]) -> str:
    every = "both figures" if len({claim.article for claim in claims}) == 2 else "every figure"
    return f"One source behind {every} {covering(row.question)}"


def _one_source(row: Comparison) -> str:
    """Return the heading over figures that all go back to one source: with the hedge that it gave them, if any report has one."""
    asked, claims = row.question, as_asked(row)
    counted = " ".join(filter(None, (_figure(claims), asked.counts)))
    behind = _behind(row, claims)
    # A long question would hide the figure: what it counts stands for it.
    short = behind.removesuffix(f" {covering(asked)}")
    told = f"{behind}: {counted}"
    return told if len(told) <= LONG else f"{short}: {counted}"


def _figure(claims: Sequence[Claim]) -> str:
    value = told_figure(claims).value
    return values.plain_caption(value) if isinstance(value, Quantity) else ""


def _leading(rows: Sequence[Comparison], first: Comparison) -> Comparison:
    """Return the topic's first row if it is among some rows, as its answer begins with that; else the one that most reports answer."""
    return first if first in rows else max(rows, key=lambda row: row.origins.reports)


def _opposed(
    rows: Sequence[Comparison], first: Comparison, relation: Relation, says: str, between: str
) -> str:
    """Return the heading over rows with answers in a relation: both sides of the leading one.

    ``first`` is the topic's first row. ``between`` stands between the sides.
    """
    row = _leading(rows, first)
    short = quoted(row.question.short)
    more = f", and on {count_noun(len(rows) - 1, 'more question')}" if len(rows) > 1 else ""
    pair = _pair(row, relation, between)
    forms = (
        f"{pair}: {says[:1].lower()}{says[1:]} on {short}{more}" if pair else "",
        f"{says} on {short}{more}",
        f"{says} on {short}",
        f"{says} on {count_noun(len(rows), 'question')}",
    )
    return capital(next((form for form in forms if form and len(form) <= LONG), forms[-1]))


def _pair(row: Comparison, relation: Relation, between: str) -> str:
    """Return both sides of a row's first two answers in a relation: ``“27” or “14”``, ``yes or no``; empty if there are none."""
    claims = {claim.key: claim for claim in row.claims}
    told = _told(row.judgements, relation, running=row.question.running)
    # Figures of two scopes would have to be told with them.
    for found in sorted(told, key=lambda found: Difference.SCOPE in found.differences):
        a, b = claims.get(found.a), claims.get(found.b)
        if a is None or b is None:
            continue
        if isinstance(a.value, bool):
            return f"yes {between} no"
        if a.printed.casefold() != b.printed.casefold():
            return f"{quoted(a.printed)} {between} {quoted(b.printed)}"
    return ""


def _told(judgements: Iterable[Judgement], relation: Relation, *, running: bool) -> Iterable[Judgement]:
    return (
        found for found in judgements if found.relation is relation and not (running and is_unordered(found))
    )
