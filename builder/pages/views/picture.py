"""The charts of a topic: the printed figures of its questions, by source.

A mark keeps the hedge: which ends are open or soft, and whether there is a figure at all. ``builder.pages.charts`` computes
the positions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.compare.rows import Comparison
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import Teller
from builder.pages.views.told import ClaimView
from builder.values.quantity import Kind, Modifier, Quantity, kind_of

LABEL = 34
"""Maximum length of a label in characters; the chart's table has the printed words in full."""

FEWEST = 3
"""Minimum number of different figures or dates that a scale shows better than their words."""

MARKS = 24
"""Maximum number of marks of a chart; of more claims, the first that gives each answer is drawn."""

PANELS = 4
"""Maximum number of charts of a topic; the rest of its figures are in the comparison."""


class MarkView(Struct, frozen=True):
    """One printed figure with its shape in a chart."""

    claim: ClaimView
    label: str
    aside: str | None
    """How it differs from what the question asks for: another thing counted, another scope, another day."""
    low: float | None
    """None if open."""
    high: float | None
    soft: bool
    """Whether its ends are soft, as for "about"; ``low`` and ``high`` then are the reach of the hedge."""
    point: float | None
    """The printed figure, or None if there is no single one."""
    beside: bool
    """Whether the point itself is excluded, as for "more than" and "less than"."""
    off: str
    """Why it has no place on the scale, as words such as "dozens" or a sum in another currency; empty if it has one."""


class OriginView(Struct, frozen=True):
    """The marks of one source."""

    name: str | None
    """None if no source is named."""
    marks: tuple[MarkView, ...]


class PanelView(Struct, frozen=True):
    """The chart of one question."""

    id: str
    title: str
    text: str
    summary: str
    target: Target
    unit: str
    groups: tuple[OriginView, ...]


def panels(rows: Iterable[Comparison], teller: Teller) -> tuple[PanelView, ...]:
    """Return the charts of a topic: one for each question with at least ``FEWEST`` different figures from several articles.

    Fewer figures need no scale, nor do dates: their words say it.
    """
    found = []
    for row in rows:
        question = row.question
        if question.answer is not Answer.QUANTITY:
            continue
        if len({claim.article for claim in row.claims}) < 2:
            continue
        if len({_place(claim) for claim in row.claims if _drawable(claim, question)}) < FEWEST:
            continue
        claims = row.claims if len(row.claims) <= MARKS else [alike.head for alike in row.groups][:MARKS]
        found.append(_panel(row, claims, teller))
    return tuple(found[:PANELS])


def _place(claim: Claim) -> tuple[object, ...]:
    """Return where a claim stands on a scale, without its hedge."""
    match claim.value:
        case Quantity() as figure:
            return (figure.low, figure.high)
        case _:
            return ()


def _drawable(claim: Claim, question: Question) -> bool:
    """Return whether a claim has a place on the scale of its question: a figure in its unit."""
    match claim.value:
        case Quantity() as figure:
            return figure.bounded and not figure.share and claim.unit == question.unit
        case _:
            return False


def _panel(row: Comparison, claims: Sequence[Claim], teller: Teller) -> PanelView:
    question = row.question
    unit = question.unit or ""
    return PanelView(
        id=f"picture_{question.id}",
        title=question.short,
        text=question.text,
        summary=row.summary,
        target=links.row(question.path),
        unit="" if unit == "people" else unit,
        groups=_groups(claims, teller, [_mark(claim, question, teller) for claim in claims]),
    )


def _groups(claims: Sequence[Claim], teller: Teller, marks: Sequence[MarkView]) -> tuple[OriginView, ...]:
    found: dict[tuple[str, ...], list[MarkView]] = {}
    for claim, mark in zip(claims, marks, strict=True):
        found.setdefault(claim.sources, []).append(mark)
    ordered = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return tuple(
        OriginView(teller.say.join_items(teller.source_names(sources)) or None, tuple(marks))
        for sources, marks in ordered
    )


def _off(claim: Claim, question: Question, teller: Teller) -> str:
    """Return why a claim has no place on the scale of its question; empty if it has one."""
    if _drawable(claim, question):
        return ""
    figure = claim.value
    bounded = isinstance(figure, Quantity) and figure.bounded
    if not bounded:
        return teller.say("words only, no figure")
    return teller.say("in another currency" if kind_of(claim.unit) is Kind.MONEY else "in another unit")


def _mark(claim: Claim, question: Question, teller: Teller) -> MarkView:
    view = teller.claim(claim)
    aside = [
        teller.say("counts {what}", what=view.counting) if view.counting else "",
        view.scope or "",
        view.as_of or "",
    ]
    remark = shortened(", ".join(part for part in aside if part), 60) or None
    match claim.value:
        case Quantity() as figure:
            low, high = figure.reach
            soft = figure.modifier is Modifier.ABOUT or figure.near
            point = figure.low if figure.low is not None else figure.high
            return MarkView(
                view,
                shortened(claim.printed, LABEL),
                remark,
                low=low if figure.low is not None or figure.near else None,
                high=None if math.isinf(high) else high,
                soft=soft,
                point=None if figure.modifier is Modifier.BETWEEN or point is None else float(point),
                beside=figure.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN),
                off=_off(claim, question, teller),
            )
        case _:
            return MarkView(
                view,
                shortened(claim.printed, LABEL),
                remark,
                None,
                None,
                False,
                None,
                False,
                _off(claim, question, teller),
            )
