"""The ladder of figures: what a topic's questions ask a number for, from the smallest to the largest, each with its scope.

No scale: figures of different questions count different things, and a line between them would say that they do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.rows import Comparison
from builder.compare.values import plain_caption
from builder.content.model import Claim
from builder.content.vocabulary import Answer, Where
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
    scope: str | None
    """Its scope as a phrase, if all figures of the question have one: else only those without are shown."""


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
    kept = sorted(rungs, key=lambda row: -row.reports)[:RUNGS]
    return tuple(_rung(row, teller) for row in sorted(kept, key=lambda row: _height(row) or 0.0))


def _height(row: Comparison) -> float | None:
    claims = _asked(row)
    own = [claim for claim in claims if _is_of_it(row, claim) and _size(claim) is not None]
    figures = [_size(claim) for claim in own or claims]
    return max((size for size in figures if size is not None), default=None)


def _asked(row: Comparison) -> list[Claim]:
    """Return the claims of a question that its rung is about: of no other scope, and no headline's or lead's where its text has a figure too."""
    rounded = {lead.key for lead, _ in row.leads}
    whole = [claim for claim in row.claims if claim.scope is None] or list(row.claims)
    in_text = {
        (claim.article, claim.counts, claim.of) for claim in whole if claim.where is not Where.HEADLINE
    }
    return [
        claim
        for claim in whole
        if claim.key not in rounded
        and (claim.where is not Where.HEADLINE or (claim.article, claim.counts, claim.of) not in in_text)
    ]


def _is_of_it(row: Comparison, claim: Claim) -> bool:
    """Return whether a claim counts what is asked for, in whatever words."""
    return (claim.counted, claim.of) == (row.question.counted, row.question.of)


def _size(claim: Claim) -> float | None:
    figure = claim.value
    if not isinstance(figure, Quantity) or not figure.bounded or figure.share:
        return None
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return max(ends, default=None)


def _rung(row: Comparison, teller: Teller) -> RungView:
    """Return a question with its figures, the smallest first; what counts something else, and words without a figure, come last."""
    asked = {claim.key for claim in _asked(row)}
    figures: dict[tuple[str, str | None, str | None], list[Claim]] = {}
    views: dict[tuple[str, str | None, str | None], FigureView] = {}
    for group in row.groups:
        if claims := [claim for claim in group.claims if claim.key in asked]:
            # The first that is shown tells for all of its group, in their order.
            view = _figure(claims[0], teller)
            for claim in claims:
                key = folded(view.words), view.counting, scope_of(claim)
                views.setdefault(key, view)
                figures.setdefault(key, []).append(claim)
    merged = []
    for key, claims in figures.items():
        first = views[key]
        size = _size(claims[0])
        merged.append(
            (
                size is None,
                # What counts something else, as the killed of the killed or hurt, is no end of the range.
                claims[0].unit != row.question.unit or not _is_of_it(row, claims[0]),
                size or 0.0,
                replace(first, outlets=_named(claims, teller)),
            )
        )
    merged.sort(key=lambda item: item[:3])
    if any(not words for words, *_ in merged):
        merged = [item for item in merged if not item[0]]  # what is no figure has no place beside these
    shown = [view for *_, view in merged]
    if len(shown) > FIGURES:
        # The range, and how many are within it.
        largest = max(
            at for at, (words, other, *_) in enumerate(merged) if not words and other == merged[0][1]
        )
        shown = [shown[0], shown[largest]] if largest else shown[:1]
    return RungView(links.row(row.question.path), row.question.short, tuple(shown), len(merged) - len(shown))


def _figure(claim: Claim, teller: Teller) -> FigureView:
    view = teller.claim(claim)
    figure = claim.value
    place = claim.scope_place
    scope = teller.say("for {scope}", scope=place.name) if place else view.scope_told
    if isinstance(figure, Quantity) and figure.bounded:
        return FigureView(plain_caption(figure), False, "", "", view.counting, scope)
    return FigureView(claim.printed, True, view.language, "", view.counting, scope)


def scope_of(claim: Claim) -> str | None:
    """Return the scope of a claim, by the name of its place if it is one: of two languages, one hospital is one."""
    return claim.scope_place.name if claim.scope_place else claim.scope


def _named(claims: Sequence[Claim], teller: Teller) -> str:
    names = list(dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in claims))
    if len(names) > NAMED:
        return teller.say("{n} outlets", n=len(names))
    return ", ".join(names)
