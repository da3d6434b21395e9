"""What a topic's picture shows: the printed figures and dates of its questions, by who said them first.

A mark keeps the hedge: which ends are open, which are soft, whether there is a figure at all. Where it stands on
the paper is the business of ``builder.pages.charts``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.compare.groups import group
from builder.compare.rows import Comparison
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import ClaimView, Teller
from builder.values import dates
from builder.values.dates import DateSpan
from builder.values.quantity import Modifier, Quantity

LABEL = 34
"""Printed words longer than this are cut in a picture; its table has them whole."""

PANELS = 4
"""Pictures of one topic; the rest of its figures are in the comparison."""


class MarkView(Struct, frozen=True):
    """One printed figure or date, as it is to be drawn."""

    claim: ClaimView
    label: str
    aside: str | None
    """What sets it apart: another thing counted, another stretch of land, another day."""
    low: float | None
    """``None``: open."""
    high: float | None
    soft: bool
    """``about``: its edges are soft; ``low`` and ``high`` are how far it reaches."""
    point: float | None
    """The figure itself, where one is printed."""
    beside: bool
    """``more than`` and ``less than``: the point itself is not meant."""
    words: bool
    """No figure is printed at all: the words stand for themselves."""


class OriginView(Struct, frozen=True):
    """The marks of one origin."""

    name: str | None
    """``None``: nobody is named."""
    marks: tuple[MarkView, ...]


class PanelView(Struct, frozen=True):
    """One question's picture."""

    id: str
    title: str
    text: str
    summary: str
    told: bool
    """Whether that is the comparison's sentence rather than one of the interface."""
    target: Target
    unit: str
    days: bool
    """Whether the scale is of days rather than figures."""
    groups: tuple[OriginView, ...]


def panels(rows: Iterable[Comparison], teller: Teller) -> tuple[PanelView, ...]:
    """Return the pictures of a topic: its questions to which several answers with different values are printed."""
    found = []
    for row in rows:
        question = row.question
        if question.answer not in (Answer.QUANTITY, Answer.DATE):
            continue
        if len({claim.article for claim in row.claims}) < 2 or len(group(row.claims)) < 2:
            continue
        if sum(_drawable(claim) for claim in row.claims) < 2:
            continue
        found.append(_panel(row, row.claims, teller))
        days = {(claim.as_of.start, claim.as_of.end) for claim in row.claims if claim.as_of}
        if question.answer is Answer.QUANTITY and len(days) > 1:
            found.append(_over_time(row, teller))
    return tuple(found[:PANELS])


def _drawable(claim: Claim) -> bool:
    match claim.value:
        case Quantity() as figure:
            return figure.bounded and not figure.share
        case DateSpan():
            return True
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
        told=True,
        target=links.row(question.path),
        unit="" if unit == "people" else unit,
        days=question.answer is Answer.DATE,
        groups=_groups(claims, teller, [_mark(claim, teller) for claim in claims]),
    )


def _over_time(row: Comparison, teller: Teller) -> PanelView:
    claims = [claim for claim in row.claims if claim.as_of]
    claims.sort(key=lambda claim: claim.as_of.sort_key if claim.as_of else dates.parse_edtf("1").sort_key)
    marks = [_dated(claim, claim.as_of, teller) for claim in claims if claim.as_of]
    say = teller.say
    question = row.question
    return PanelView(
        id=f"days_{question.id}",
        title=say("{question}: the days that the figures are for", question=question.short),
        text=question.text,
        summary=say("Figures for different days do not contradict each other."),
        told=False,
        target=links.row(question.path),
        unit="",
        days=True,
        groups=(OriginView("", tuple(marks)),),
    )


def _groups(claims: Sequence[Claim], teller: Teller, marks: Sequence[MarkView]) -> tuple[OriginView, ...]:
    found: dict[tuple[str, ...], list[MarkView]] = {}
    for claim, mark in zip(claims, marks, strict=True):
        found.setdefault(claim.sources, []).append(mark)
    ordered = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return tuple(
        OriginView(teller.say.listed(teller.names(sources)) or None, tuple(marks))
        for sources, marks in ordered
    )


def _mark(claim: Claim, teller: Teller) -> MarkView:
    view = teller.claim(claim)
    aside = [
        teller.say("counts {what}", what=view.counting) if view.counting else "",
        view.scope or "",
        view.as_of or "",
    ]
    told = shortened(", ".join(part for part in aside if part), 60) or None
    match claim.value:
        case Quantity() as figure:
            low, high = figure.reach
            soft = figure.modifier is Modifier.ABOUT or figure.near
            point = figure.low if figure.low is not None else figure.high
            return MarkView(
                view,
                shortened(claim.printed, LABEL),
                told,
                low=low if figure.low is not None or figure.near else None,
                high=None if math.isinf(high) else high,
                soft=soft,
                point=None if figure.modifier is Modifier.BETWEEN or point is None else float(point),
                beside=figure.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN),
                words=not _drawable(claim),
            )
        case DateSpan() as span:
            return _dated(claim, span, teller)
        case _:
            return MarkView(view, shortened(claim.printed, LABEL), told, None, None, False, None, False, True)


def _dated(claim: Claim, span: DateSpan, teller: Teller) -> MarkView:
    low = float(span.start.toordinal()) if span.start else None
    high = float(span.end.toordinal() + 1) if span.end else None
    return MarkView(
        teller.claim(claim),
        shortened(claim.printed, LABEL),
        dates.caption(span, teller.say),
        low,
        high,
        soft=span.approximate,
        point=None,
        beside=False,
        words=False,
    )
