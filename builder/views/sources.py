"""What a source's page shows: what each outlet says that it said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder import links
from builder.compare.phrases import capital
from builder.compare.topics import TopicComparison
from builder.compare.variants import variants
from builder.library import Library
from builder.links import Target
from builder.model import Source
from builder.views.claims import SourceView, Teller
from builder.views.narrow import narrow
from builder.views.topic import OutletView, RowView, columns, outlet_view, row_view


@dataclass(frozen=True, slots=True)
class SourceTopicView:
    """What the outlets relay of a source on one topic."""

    id: str
    title: str
    target: Target
    outlets: tuple[OutletView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """A source's page."""

    address: str
    title: str
    description: str
    short: str
    source: SourceView
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """Each way to name it, with the outlets that do."""
    reports: int
    """Outlets that relay it."""
    topics: tuple[SourceTopicView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The index of all sources, by stake."""

    address: str
    title: str
    description: str
    stakes: tuple[tuple[str, tuple[SourceView, ...]], ...]


def source_page(
    library: Library, comparisons: Mapping[str, TopicComparison], source: Source, teller: Teller
) -> SourcePageView:
    """Return the page of a source."""
    told = [
        claim
        for comparison in comparisons.values()
        for row in comparison.rows
        for claim in row.claims
        if source.id in (*claim.sources, *claim.via)
    ]
    spelled = next(
        (v.spellings for v in variants(library, library.site.articles.values()) if v.id == source.id), ()
    )
    outlets = library.site.outlets
    relays = sum(source.id in claim.via for claim in told)
    return SourcePageView(
        address=links.origin(source.id).address,
        title=source.name,
        description=teller.say("What each outlet says {name} said, side by side.", name=source.short),
        short=source.short,
        source=teller.source(source, len(told) - relays, relays),
        spellings=tuple((spelling, tuple(outlets[id].short for id in ids)) for spelling, ids in spelled),
        reports=len({claim.outlet for claim in told}),
        topics=tuple(
            topic
            for comparison in comparisons.values()
            if (topic := _topic(library, comparison, source, teller)) is not None
        ),
    )


def _topic(
    library: Library, comparison: TopicComparison, source: Source, teller: Teller
) -> SourceTopicView | None:
    topic = comparison.topic
    told = {
        claim.key
        for row in comparison.rows
        for claim in row.claims
        if source.id in (*claim.sources, *claim.via)
    }
    if not told:
        return None
    story = library.story(topic.id)
    relaying = {key.partition("/")[0] for key in told}
    outlets = tuple(
        outlet
        for outlet in columns(library, story.id)
        if any(library.site.articles[id].outlet == outlet.id for id in relaying)
    )
    rows = [
        narrow(
            row_view(row, outlets, teller),
            f"{topic.id}--",
            lambda claim: claim.key in told,
            teller.say,
            None,
            row.question.text,
        )
        for row in comparison.rows
    ]
    heads = tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets)
    found = tuple(row for row in rows if row is not None)
    return SourceTopicView(f"on_{topic.id}", topic.title, links.topic(topic.id), heads, found)


def sources_view(comparisons: Mapping[str, TopicComparison], teller: Teller) -> SourcesView:
    """Return the index of all sources that stand behind a claim."""
    claims = [claim for found in comparisons.values() for row in found.rows for claim in row.claims]
    stakes: dict[str, list[SourceView]] = {}
    for view in teller.sources(claims):
        stakes.setdefault(view.stake, []).append(view)
    return SourcesView(
        links.SOURCES,
        teller.say("Sources"),
        teller.say("Who said it first, and what they have at stake."),
        tuple((capital(stake), tuple(found)) for stake, found in stakes.items()),
    )


def spoken(library: Library) -> tuple[Source, ...]:
    """Return the sources that stand behind a claim, in the order of their file."""
    used = {
        id
        for article in library.site.articles.values()
        for claim in article.claims
        for id in (*claim.sources, *claim.via)
    }
    return tuple(source for source in library.site.sources.values() if source.id in used)
