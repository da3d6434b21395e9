"""Rows of a few outlets side by side, as pages of pairs and of sources have them; and the columns of a story."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.compare.library import Library
from builder.compare.origins import Origin
from builder.compare.rows import Comparison
from builder.content.model import Outlet
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.answers import of_outlet, once
from builder.pages.views.claims import ClaimView, SilenceView, Teller
from builder.values.direction import isolated

DAYS = 2
"""Maximum number of days of publication that the head of a column lists; of more, the first and the last."""


class OutletView(Struct, frozen=True):
    """A column: an outlet with its articles of the story."""

    id: str
    target: Target
    name: str
    short: str
    published: str
    """Its days of publication in words."""
    articles: tuple[tuple[str, Target], ...]
    """Headline and page of each article."""


class CellView(Struct, frozen=True):
    """One outlet's answer to one question."""

    anchor: str
    outlet_id: str
    outlet: str
    short: str
    label: str
    """Short outlet and question: the cell's name for screen readers."""
    claims: tuple[ClaimView, ...]
    silences: tuple[SilenceView, ...]
    """Why it does not answer; empty if it does."""


class RowView(Struct, frozen=True):
    """One question and all answers to it."""

    anchor: str
    target: Target
    short: str
    text: str
    when: str | None
    """The day or days that the question is about."""
    note: str | None
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    summary: str
    notes: tuple[str, ...]
    """Sentences on hedges that some reports have and others lack."""
    reports: int
    """Number of articles that answer."""
    texts: int
    """Number of distinct texts that answer: copies of one text count once."""
    origins: int
    """Number of distinct sources."""
    voices: str
    """The sources by name: ``the GUR, and reports that name nobody``."""
    tally: bool
    """Whether to show the numbers of reports and origins."""
    answered: bool
    cells: tuple[CellView, ...]
    silences: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]
    """Each kind of silence with its outlets and the editor's notes, for narrow windows."""


def columns(library: Library, story: str) -> tuple[Outlet, ...]:
    """Return the outlets of a story in the order of their first article."""
    found = dict.fromkeys(article.outlet for article in library.articles_of_story[story])
    return tuple(library.site.outlets[id] for id in found)


def outlet_view(library: Library, story: str, outlet: Outlet, teller: Teller) -> OutletView:
    """Return the column head of an outlet."""
    articles = [article for article in library.articles_of_story[story] if article.outlet == outlet.id]
    say = teller.say
    days = list(dict.fromkeys(say.date(article.published) for article in articles if article.published))
    if len(days) > DAYS:
        days = [say("{first} to {last}", first=days[0], last=days[-1])]
    return OutletView(
        id=outlet.id,
        target=links.outlet(outlet.id),
        name=outlet.name,
        short=outlet.short,
        published=say.join_items(days) or say("date unknown"),
        articles=tuple((teller.headline(article), links.article(article.id)) for article in articles),
    )


def row_view(row: Comparison, outlets: tuple[Outlet, ...], teller: Teller) -> RowView:
    """Return one row with a cell for each outlet, for pages that compare a few of them."""
    question = row.question
    target = links.row(question.path)
    cells = _cells(row, outlets, teller)
    return RowView(
        anchor=target.anchor,
        target=target,
        short=question.short,
        text=question.text,
        when=teller.say.date(question.when) if question.when else None,
        note=question.note,
        wording=question.answer in (Answer.WORDING, Answer.YES_NO),
        summary=row.summary,
        notes=row.notes,
        reports=row.origins.reports,
        texts=row.origins.texts,
        origins=row.origins.count,
        voices=_voices(row, teller),
        tally=bool(row.claims),
        answered=bool(row.claims),
        cells=cells,
        silences=_kept(cells),
    )


def _cells(row: Comparison, outlets: Iterable[Outlet], teller: Teller) -> tuple[CellView, ...]:
    """Return each outlet's answer to a question, or why it has none."""
    claims: dict[str, list[ClaimView]] = {}
    for claim in once(row, of_outlet):
        claims.setdefault(claim.outlet, []).append(teller.claim(claim))
    silences: dict[str, dict[SilenceView, None]] = {}
    for silence in row.silences:
        if silence.outlet not in claims:
            silences.setdefault(silence.outlet, {})[teller.silence(silence.kind, silence.note)] = None
    path = row.question.path
    return tuple(
        CellView(
            links.cell(path, outlet.id).anchor,
            outlet.id,
            outlet.name,
            outlet.short,
            f"{isolated(outlet.short)}, {isolated(row.question.short)}",
            tuple(claims.get(outlet.id, ())),
            tuple(silences.get(outlet.id, ())),
        )
        for outlet in outlets
    )


def _kept(cells: tuple[CellView, ...]) -> tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]:
    found: dict[str, list[tuple[str, str | None]]] = {}
    for cell in cells:
        for silence in cell.silences:
            found.setdefault(silence.words, []).append((cell.short, silence.note))
    return tuple((words, tuple(outlets)) for words, outlets in found.items())


def _voices(row: Comparison, teller: Teller) -> str:
    say = teller.say
    names = [_origin_name(origin, teller) for origin in row.origins.roots]
    shown = names if len(names) <= 3 else [*names[:2], say("{n} more", n=len(names) - 2)]
    if names and row.origins.unattributed:
        return say("{names}, and reports that name nobody", names=say.join_items(shown))
    return say.join_items(shown)


def _origin_name(origin: Origin, teller: Teller) -> str:
    """Return the name of an origin, with the names of those who speak for it."""
    name, *others = teller.source_names((origin.source, *origin.others))
    return (
        teller.say("{name} (also named as {others})", name=name, others=teller.say.join_items(others))
        if others
        else name
    )
