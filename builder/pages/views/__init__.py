"""What each kind of page shows, computed in full: templates print a view and decide nothing.

A view is a frozen struct. All its texts are plain, neither escaped nor Markdown, unless their docstring says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from builder.compare.library import Library, publication_order
from builder.compare.topics import TopicComparison
from builder.content.map_outline import Outline
from builder.content.model import Site
from builder.content.spellings import variants
from builder.pages import links
from builder.pages.contribution import Share
from builder.pages.views.article import ArticleView, article_view
from builder.pages.views.claims import Teller
from builder.pages.views.front import (
    ArticlesView,
    HomeView,
    SourcesView,
    TextView,
    TopicsView,
    articles_view,
    home_view,
    sources_view,
    text_view,
    topics_view,
)
from builder.pages.views.outlets import OutletPageView, outlet_page, printed
from builder.pages.views.pairs import PairView, pair_view
from builder.pages.views.proof import build_state, section
from builder.pages.views.sources import SourcePageView, source_page
from builder.pages.views.story import StoryView, story_view
from builder.pages.views.topic import TopicView, topic_view

__all__ = [
    "ArticleView",
    "ArticlesView",
    "HomeView",
    "OutletPageView",
    "PairView",
    "SourcePageView",
    "SourcesView",
    "StoryView",
    "TextView",
    "TopicView",
    "TopicsView",
    "View",
    "front_views",
    "needs_index",
    "own_sources",
    "story_views",
]

View = (
    HomeView
    | StoryView
    | TopicView
    | TopicsView
    | ArticleView
    | ArticlesView
    | OutletPageView
    | SourcePageView
    | SourcesView
    | PairView
    | TextView
)
"""What one page shows. Every kind has ``address``, ``title`` and ``description``."""

METHOD = "method"
"""The hand-written page that also lists what was checked."""

NAVIGATION_TOPICS = 12
"""Up to so many topics of a single story stand in the navigation; above, an index page lists them."""


def needs_index(stories: int, topics: int) -> bool:
    """Return whether so many topics need an index page of their own."""
    return stories > 1 or topics > NAVIGATION_TOPICS


def story_views(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    outline: Outline | None,
    *,
    single: bool,
) -> Iterator[StoryView | TopicView | ArticleView]:
    """Yield the views of all that one fascicle has pages of: its stories, their topics, its articles.

    ``single`` says that the site has one story, whose page is the home page.
    """
    for story in library.site.stories.values():
        address = links.HOME if single else links.story(story.id).address
        yield story_view(library, comparisons, story, teller, outline, address)
    for comparison in comparisons.values():
        yield topic_view(library, comparison, teller, single=single)
    for article in sorted(library.site.articles.values(), key=publication_order):
        yield article_view(library, comparisons, article, teller)


def own_sources(site: Site, share: Share, teller: Teller, own: Iterable[str]) -> Iterator[SourcePageView]:
    """Yield the pages of sources of which one fascicle alone speaks, and take what they show out of its share."""
    spelled = variants(site, ((id, spelling, outlet) for id, spelling, outlet in share.list("spellings")))
    for id in own:
        if share.list(f"source/{id}/topics"):
            yield source_page(site.sources[id], site, share, spelled, teller)
            del share.lists[f"source/{id}/topics"]


def front_views(site: Site, share: Share, teller: Teller, *, texts_at_hand: bool) -> Iterator[View]:
    """Yield the views of all pages between the stories, of what the fascicles gave: home first, hand-written ones last.

    ``site`` has the registries and the hand-written pages.
    """
    say = teller.say
    spelled = variants(site, ((id, spelling, outlet) for id, spelling, outlet in share.list("spellings")))
    titles = share.list("titles")
    yield home_view(
        site.pages.get("index"),
        (titles[0][0], titles[0][1]) if len(titles) == 1 else None,
        printed(share, "stories"),
        None if texts_at_hand else build_state(share, texts_at_hand, say),
        say,
    )
    if share.list("topics"):
        yield topics_view(
            ((id, title, Markup(html)) for id, title, html in share.list("topics")),  # noqa: S704 - our own templates'
            say,
        )
    with_articles = share.below("articles/")
    printing = [outlet for outlet in site.outlets.values() if outlet.id in with_articles]
    lines = {outlet.id: share.list(f"articles/{outlet.id}") for outlet in printing}
    yield articles_view(printing, lines, say)
    for outlet in printing:
        yield outlet_page(outlet, site, share, spelled, teller)
    spoken = share.below("source/")
    sources = [source for source in site.sources.values() if source.id in spoken]
    yield sources_view(
        (
            teller.source(
                source,
                share.number(f"source/{source.id}", "originates"),
                share.number(f"source/{source.id}", "relays"),
            )
            for source in sources
        ),
        say,
    )
    for source in sources:
        if share.list(f"source/{source.id}/topics"):
            yield source_page(source, site, share, spelled, teller)
    for name in sorted(share.below("pair/")):
        first, second = name.split("--")
        yield pair_view((site.outlets[first], site.outlets[second]), share, say)
    for page in site.pages.values():
        if page.id != "index":
            yield text_view(page, section(share, texts_at_hand, say) if page.id == METHOD else "")
