"""What a topic's page shows: one comparison, first in sentences, then side by side."""

from __future__ import annotations

from dataclasses import dataclass

from builder import links
from builder.compare.phrases import counted, listed
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.library import Library
from builder.links import Target
from builder.markup import plain, shortened
from builder.model import Answer, Outlet
from builder.values import dates
from builder.views.claims import (
    ClaimView,
    RelationView,
    SilenceView,
    SourceView,
    Teller,
    figures,
    silence_view,
)


@dataclass(frozen=True, slots=True)
class OutletView:
    """A column: an outlet with its articles of the story."""

    name: str
    short: str
    published: str
    """When, in words."""
    articles: tuple[tuple[str, Target], ...]
    """Headline and page of each article."""


@dataclass(frozen=True, slots=True)
class CellView:
    """What one outlet says to one question."""

    anchor: str
    outlet: str
    short: str
    claims: tuple[ClaimView, ...]
    silences: tuple[SilenceView, ...]
    """Why it says nothing; empty where it says something."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One question and all answers to it."""

    anchor: str
    target: Target
    short: str
    text: str
    when: str | None
    """For which day or days the question asks."""
    note: str | None
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    summary: str
    notes: tuple[str, ...]
    """Who states flatly what another hedges."""
    reports: str
    """``three reports``."""
    origins: str
    """``one origin: the GUR``, ``no origin named``..."""
    figures: str | None
    """Lowest and highest printed figure."""
    answered: bool
    opened: bool
    """Whether its details are shown from the start: those of the first question are, so that one sees what is there."""
    cells: tuple[CellView, ...]
    relations: tuple[RelationView, ...]
    quotes: tuple[ClaimView, ...]
    """Claims whose wording can be shown."""


@dataclass(frozen=True, slots=True)
class SilentView:
    """An outlet that says nothing on the whole topic."""

    outlet: str
    target: Target
    why: tuple[str, ...]
    """The kinds of its silence."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page."""

    address: str
    title: str
    description: str
    story: str
    lead: str
    summary: str
    outlets: tuple[OutletView, ...]
    rows: tuple[RowView, ...]
    silent: tuple[SilentView, ...]
    sources: tuple[SourceView, ...]


def topic_view(library: Library, comparison: TopicComparison, teller: Teller) -> TopicView:
    """Return the page of a topic."""
    topic = comparison.topic
    story = library.story(topic.id)
    outlets = columns(library, story.id)
    rows = tuple(row_view(row, outlets, teller, first=row is comparison.rows[0]) for row in comparison.rows)
    claims = [claim for row in comparison.rows for claim in row.claims]
    return TopicView(
        address=links.topic(topic.id).address,
        title=topic.title,
        description=shortened(plain(f"{topic.lead} {comparison.summary}")),
        story=story.title,
        lead=topic.lead,
        summary=comparison.summary,
        outlets=tuple(outlet_view(library, story.id, outlet) for outlet in outlets),
        rows=rows,
        silent=_silent(library, comparison),
        sources=teller.sources(claims),
    )


def columns(library: Library, story: str) -> tuple[Outlet, ...]:
    """Return the outlets of a story in the order of their first article."""
    found = dict.fromkeys(article.outlet for article in library.articles_of_story[story])
    return tuple(library.site.outlets[id] for id in found)


def outlet_view(library: Library, story: str, outlet: Outlet) -> OutletView:
    """Return an outlet as the head of a column."""
    articles = [article for article in library.articles_of_story[story] if article.outlet == outlet.id]
    days = [dates.caption(article.published) for article in articles if article.published]
    return OutletView(
        name=outlet.name,
        short=outlet.short,
        published=listed(list(dict.fromkeys(days))) or "date unknown",
        articles=tuple(
            (article.headline or "No headline in the text", links.article(article.id)) for article in articles
        ),
    )


def row_view(row: Comparison, outlets: tuple[Outlet, ...], teller: Teller, first: bool = False) -> RowView:
    """Return one row with a cell for every outlet."""
    question = row.question
    target = links.row(question.path)
    return RowView(
        anchor=target.anchor,
        target=target,
        short=question.short,
        text=question.text,
        when=dates.caption(question.when) if question.when else None,
        note=question.note,
        wording=question.answer in (Answer.WORDING, Answer.YES_NO),
        summary=row.summary,
        notes=row.notes,
        reports=_reports(row),
        origins=_origins(row, teller),
        figures=figures(row),
        answered=bool(row.claims),
        opened=first,
        cells=tuple(cell_view(row, outlet, teller) for outlet in outlets),
        relations=tuple(teller.relation(judgement) for judgement in row.judgements),
        quotes=tuple(
            teller.claim(claim) for claim in row.claims if claim.quote or question.answer is Answer.WORDING
        ),
    )


def cell_view(row: Comparison, outlet: Outlet, teller: Teller) -> CellView:
    """Return what one outlet says to a question, or why it says nothing."""
    claims = tuple(teller.claim(claim) for claim in row.claims if claim.outlet == outlet.id)
    silences = {
        (silence.kind, silence.note): teller.silence(silence)
        for silence in row.silences
        if silence.outlet == outlet.id and not claims
    }
    anchor = links.cell(row.question.path, outlet.id).anchor
    return CellView(anchor, outlet.name, outlet.short, claims, tuple(silences.values()))


def _reports(row: Comparison) -> str:
    """Copies of one text are reports, but not texts of their own."""
    reports, texts = row.origins.reports, row.origins.texts
    return counted(reports, "report") + ("" if texts == reports else f" of {counted(texts, 'text')}")


def _origins(row: Comparison, teller: Teller) -> str:
    origins = row.origins
    names = [teller.site.sources[origin.source].short for origin in origins.roots]
    if not names:
        return "no origin named"
    shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    unnamed = ", and reports that name nobody" if origins.unattributed else ""
    return f"{counted(origins.count, 'origin')}: {listed(shown)}{unnamed}"


def _silent(library: Library, comparison: TopicComparison) -> tuple[SilentView, ...]:
    found: list[SilentView] = []
    for id in comparison.silent:
        article = library.site.articles[id]
        kinds = dict.fromkeys(
            silence.kind for row in comparison.rows for silence in row.silences if silence.article == id
        )
        why = tuple(silence_view(kind).explained for kind in kinds)
        found.append(SilentView(library.site.outlets[article.outlet].name, links.article(id), why))
    return tuple(found)
