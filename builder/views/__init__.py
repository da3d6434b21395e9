"""What each kind of page shows, computed in full: templates print a view and decide nothing.

A view is a frozen dataclass. All its texts are plain, neither escaped nor Markdown, unless their docstring says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.compare.topics import TopicComparison
from builder.library import Library, publication_order
from builder.model import Story
from builder.outline import Outline
from builder.views.article import ArticleView, article_view
from builder.views.claims import Teller
from builder.views.home import (
    ArticlesView,
    HomeView,
    TextView,
    TopicsView,
    articles_view,
    home_view,
    text_view,
    topics_view,
)
from builder.views.outlets import OutletPageView, outlet_page
from builder.views.pairs import PairView, pair_view, paired
from builder.views.proof import section
from builder.views.sources import SourcePageView, SourcesView, source_page, sources_view, spoken
from builder.views.topic import TopicView, topic_view
from builder.views.words import Words

__all__ = [
    "ArticleView",
    "ArticlesView",
    "HomeView",
    "OutletPageView",
    "PairView",
    "SourcePageView",
    "SourcesView",
    "TextView",
    "TopicView",
    "TopicsView",
    "View",
    "views",
]

View = (
    HomeView
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


def views(
    library: Library,
    comparisons: Sequence[TopicComparison],
    outline: Outline | None = None,
    say: Words | None = None,
) -> Iterator[View]:
    """Yield the view of every page: home, topics, indexes, articles, outlets, sources, pairs, hand-written pages.

    ``say`` gives the interface's words in the site's language; without it they are English.
    """
    teller = Teller(library, say)
    by_topic = {comparison.topic.id: comparison for comparison in comparisons}
    yield home_view(library, by_topic, teller, outline)
    for comparison in comparisons:
        yield topic_view(library, comparison, teller)
    if needs_index(library):
        yield topics_view(library, by_topic, teller)
    yield articles_view(library, teller)
    for article in sorted(library.site.articles.values(), key=publication_order):
        yield article_view(library, by_topic, article, teller)
    printing = {article.outlet for article in library.site.articles.values()}
    for outlet in library.site.outlets.values():
        if outlet.id in printing:
            yield outlet_page(library, by_topic, outlet, teller)
    yield sources_view(by_topic, teller)
    for source in spoken(library):
        yield source_page(library, by_topic, source, teller)
    yield from _pairs(library, by_topic, teller)
    for page in library.site.pages.values():
        if page.id != "index":
            yield text_view(page, section(library, teller.say) if page.id == METHOD else "")


def needs_index(library: Library) -> bool:
    """Return whether the topics need an index page of their own."""
    return len(library.site.stories) > 1 or len(library.site.topics) > NAVIGATION_TOPICS


def _pairs(library: Library, by_topic: Mapping[str, TopicComparison], teller: Teller) -> Iterator[PairView]:
    """Yield the pages of two outlets; two that share several stories have one, of all of them."""
    shared: dict[tuple[str, str], list[str]] = {}
    outlets = library.site.outlets
    stories: dict[tuple[str, str], Story] = {}
    for story in library.site.stories.values():
        for a, b in paired(library, story):
            key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
            shared.setdefault(key, []).extend(story.topics)
            stories.setdefault(key, story)
    for key, topics in shared.items():
        pair = (outlets[key[0]], outlets[key[1]])
        yield pair_view(library, stories[key], [by_topic[id] for id in topics], pair, teller)
