"""Rows of a topic reduced to some claims: those of two outlets, or those of one source."""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from builder.pages.views.claims import ClaimView, SilenceView
from builder.pages.views.rows import CellView, RowView
from builder.pages.views.words import Words


def narrow(
    row: RowView,
    prefix: str,
    keep: Callable[[ClaimView], bool],
    say: Words,
    outlets: Collection[str] | None = None,
    summary: str = "",
) -> RowView | None:
    """Return a row with only the claims that ``keep`` accepts, or None if there are none.

    Only the cells of the given outlets are kept, or all if ``outlets`` is None. Anchors get a prefix, so that rows of several
    topics fit on one page. ``summary`` replaces the row's.
    """
    elsewhere = SilenceView(
        say("Says it on another’s word"), say("It answers, but not on the word of this source."), None
    )
    cells = tuple(
        _cell(cell, prefix, keep, elsewhere)
        for cell in row.cells
        if outlets is None or cell.outlet_id in outlets
    )
    if not any(cell.claims for cell in cells):
        return None
    answering = sum(bool(cell.claims) for cell in cells)
    silences = tuple(
        (
            words,
            tuple(
                (cell.short, None)
                for cell in cells
                if any(silence.words == words for silence in cell.silences)
            ),
        )
        for words in dict.fromkeys(silence.words for cell in cells for silence in cell.silences)
    )
    return replace(
        row,
        anchor=f"{prefix}{row.anchor}",
        summary=summary,
        notes=(),
        reports=answering,
        texts=answering,
        tally=False,
        cells=cells,
        silences=silences,
    )


def _cell(cell: CellView, prefix: str, keep: Callable[[ClaimView], bool], elsewhere: SilenceView) -> CellView:
    claims = tuple(claim for claim in cell.claims if keep(claim))
    silences = () if claims else cell.silences or (elsewhere,)
    anchor = f"{prefix}{cell.anchor}"
    return CellView(anchor, cell.outlet_id, cell.outlet, cell.short, cell.label, claims, silences)
