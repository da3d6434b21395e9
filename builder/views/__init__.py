"""What each kind of page shows, computed in full: templates print a view and decide nothing.

A view is a frozen dataclass. All its texts are plain, neither escaped nor Markdown, unless their docstring says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare.topics import TopicComparison
from builder.library import Library, publication_order
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
from builder.views.proof import section
from builder.views.topic import TopicView, topic_view

__all__ = ["ArticleView", "ArticlesView", "HomeView", "TextView", "TopicView", "TopicsView", "View", "views"]

View = HomeView | TopicView | TopicsView | ArticleView | ArticlesView | TextView
"""What one page shows. Every kind has ``address``, ``title`` and ``description``."""

METHOD = "method"
"""The hand-written page that also lists what was checked."""

NAVIGATION_TOPICS = 12
"""Up to so many topics of a single story stand in the navigation; above, an index page lists them."""


def views(library: Library, comparisons: Sequence[TopicComparison]) -> Iterator[View]:
    """Yield the view of every page: home, topics, indexes, articles, hand-written pages."""
    teller = Teller(library)
    by_topic = {comparison.topic.id: comparison for comparison in comparisons}
    yield home_view(library, by_topic, teller)
    for comparison in comparisons:
        yield topic_view(library, comparison, teller)
    if needs_index(library):
        yield topics_view(library, by_topic, teller)
    yield articles_view(library)
    for article in sorted(library.site.articles.values(), key=publication_order):
        yield article_view(library, by_topic, article, teller)
    for page in library.site.pages.values():
        if page.id != "index":
            yield text_view(page, section(library) if page.id == METHOD else "")


def needs_index(library: Library) -> bool:
    """Return whether the topics need an index page of their own."""
    return len(library.site.stories) > 1 or len(library.site.topics) > NAVIGATION_TOPICS
