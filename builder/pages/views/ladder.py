"""The ladder of figures: what a topic's questions ask a number for, from the smallest to the largest, each with its scope.

No scale: figures of different questions count different things, and a line between them would say that they do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.compare.groups import Group
from builder.compare.rows import Comparison
from builder.compare.values import plain_caption
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.values.quantity import Quantity
from builder.values.text import folded

RUNGS, FIGURES, NAMED = 8, 4, 4
"""Maximum number of questions, of figures on each, and of outlets that are named beside a figure."""


class FigureView(Struct, frozen=True):
    """A distinct figure."""

    words: str
    """The figure with its hedge, in standard words; as printed if it is no figure."""
    printed: bool
    """Whether ``words`` are the printed ones."""
    language: str
    """The language of printed words."""
    outlets: str
    """Who prints it: ``FT, Newsweek``."""
    counting: str | None
    """What it counts, if that is not what the question asks for."""


class RungView(Struct, frozen=True):
    """A question with its figures."""

    target: Target
    short: str
    figures: tuple[FigureView, ...]
    more: int
    """Number of figures that are not shown."""


def ladder(rows: Sequence[Comparison], teller: Teller) -> tuple[RungView, ...]:
    """Return the ladder of the figures in the unit of a topic's first question for a figure; empty if there are fewer than two rungs."""
    asked = [row for row in rows if row.question.answer is Answer.QUANTITY and row.claims]
    if not asked:
        return ()
    unit = asked[0].question.unit
    rungs = [row for row in asked if row.question.unit == unit and _height(row) is not None]
    if len(rungs) < 2:
        return ()
    # Of too many, those that most articles answer.
    kept = sorted(rungs, key=lambda row: -row.origins.reports)[:RUNGS]
    return tuple(_rung(row, teller) for row in sorted(kept, key=lambda row: _height(row) or 0.0))


def _height(row: Comparison) -> float | None:
    figures = [_size(claim) for claim in row.claims]
    return max((size for size in figures if size is not None), default=None)


def _size(claim: Claim) -> float | None:
    figure = claim.value
    if not isinstance(figure, Quantity) or not figure.bounded or figure.share:
        return None
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return max(ends, default=None)


def _rung(row: Comparison, teller: Teller) -> RungView:
    """Return a question with its figures, the smallest first; words without a figure come last."""
    figures: dict[tuple[str, str | None], list[tuple[Group, FigureView]]] = {}
    for group in row.groups:
        view = _figure(group, teller)
        figures.setdefault((folded(view.words), view.counting), []).append((group, view))
    merged = []
    for same in figures.values():
        claims = [claim for group, _ in same for claim in group.claims]
        first = same[0][1]
        size = _size(claims[0])
        merged.append(
            (
                size is None,
                size or 0.0,
                FigureView(
                    first.words, first.printed, first.language, _named(claims, teller), first.counting
                ),
            )
        )
    merged.sort(key=lambda item: item[:2])
    views = [view for _, _, view in merged]
    if len(views) > FIGURES:
        # The range, and how many are within it.
        largest = max(at for at, (words, _, _) in enumerate(merged) if not words)
        views = [views[0], views[largest]] if largest else views[:1]
    return RungView(links.row(row.question.path), row.question.short, tuple(views), len(merged) - len(views))


def _figure(group: Group, teller: Teller) -> FigureView:
    claim = group.head
    view = teller.claim(claim)
    figure = claim.value
    if isinstance(figure, Quantity) and figure.bounded:
        return FigureView(plain_caption(figure), False, "", "", view.counting)
    return FigureView(claim.printed, True, view.language, "", view.counting)


def _named(claims: Sequence[Claim], teller: Teller) -> str:
    names = list(dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in claims))
    if len(names) > NAMED:
        return teller.say("{n} outlets", n=len(names))
    return ", ".join(names)
