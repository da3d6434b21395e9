"""The question that a topic leads with: its heading, its first sentence and its picture all speak of that one."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare.disputes import LIVES, disputes, rank, weight
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.content.vocabulary import Answer
from builder.values.quantity import Number


def leading_rows(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the one or two rows that a topic's sentences are about, the leading one first; none if no text answers any.

    A first question for a count of lives, or for one that rises, comes first, because it is what a reader came for. Else contradictions
    come first, then tensions, then the first question, then others by their number of reports.
    """
    answered = [row for row in rows if row.claims]
    if not answered:
        return []
    first = answered[0]
    opposed = opposed_rows(answered)
    others = sorted(answered[1:], key=lambda row: -row.reports)
    valued = [row for row in others if row.question.answer is not Answer.WORDING and row not in opposed]
    shared = [row for row in valued if row.reports > 1]
    told = first.question.answer is not Answer.WORDING or bool(first.summary)
    if first.question.answer is Answer.WORDING:
        further = [row for row in others if row.reports > 1 and row.summary]
    else:
        further = [row for row in other_figures(rows) if row in valued]
    ordered = [
        *([first] if is_awaited(first) else []),
        *opposed,
        *([first] if told else []),
        *shared,
        *further,
        first,
    ]
    return list({row.question.path: row for row in ordered}.values())[:2]


def opposed_rows(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the rows with a contradiction or tension: contradictions first, then the first of all rows, then by weight and reports."""
    found = [row for row in rows if row.parted or row.tense]
    return sorted(
        found,
        key=lambda row: (
            not row.parted,
            row is not rows[0],
            rank(row.question),
            -row.reports,
        ),
    )


def is_awaited(row: Comparison) -> bool:
    """Return whether a row is what readers come for, whoever contradicts whom elsewhere: a count of lives, or one that rises."""
    asked = row.question
    return asked.answer is Answer.QUANTITY and (asked.running or weight(asked) == LIVES)


def other_figures(rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the other rows counted in the first question's unit, by number of reports, then by size of the figure."""
    first = rows[0].question
    if first.answer is not Answer.QUANTITY:
        return []
    found = [
        row
        for row in rows[1:]
        if row.question.answer is Answer.QUANTITY
        and row.question.unit == first.unit
        and _size(row)
        and len(row.groups) == 1
    ]
    return sorted(found, key=lambda row: (-row.reports, -_size(row)))


def alone(rows: Sequence[Comparison]) -> tuple[str, list[Comparison]]:
    """Return the outlet that alone contradicts several others, on at least two questions, and the rows of these.

    An empty text and no rows if there is none, or if there are two.
    """
    found: dict[str, list[Comparison]] = {}
    for row in rows:
        for dispute in disputes([row]):
            sides = [{claim.outlet for claim in side} for side in dispute.sides]
            if dispute.relation is not Relation.CONFLICT or len(sides) != 2:
                continue
            for own, others in (sides, sides[::-1]):
                if len(own) == 1 and len(others - own) > 1 and not own & others:
                    found.setdefault(next(iter(own)), []).append(row)
    several = [(outlet, against) for outlet, against in found.items() if len(against) > 1]
    return several[0] if len(several) == 1 else ("", [])


def _size(row: Comparison) -> Number:
    return max(row.low or 0, row.high or 0)
