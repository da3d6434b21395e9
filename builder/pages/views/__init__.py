"""Views: the content of each kind of page, computed in full, so that templates have no logic.

A view is a frozen struct. All its texts are plain, neither escaped nor Markdown, unless their docstring says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.compare.library import Library
from builder.compare.topics import TopicComparison
from builder.content.map_outline import Outline
from builder.content.model import Site, Story
from builder.content.spellings import variants
from builder.pages import links
from builder.pages.about import About
from builder.pages.contribution import Contribution
from builder.pages.links import Target
from builder.pages.views.article import ArticleView
from builder.pages.views.claims import Teller
from builder.pages.views.data import DataView, data_view
from builder.pages.views.front import (
    ArticlesView,
    HomeView,
    IndexView,
    SourcesView,
    TextView,
    TopicsView,
    articles_views,
    home_views,
    index_views,
    sources_views,
    text_view,
    topics_views,
)
from builder.pages.views.legend import meanings
from builder.pages.views.log import ChangesView, changes_views
from builder.pages.views.outlets import OutletPageView, html_list, outlet_page
from builder.pages.views.pairs import PairView, pair_view
from builder.pages.views.proof import build_state, keepers, section
from builder.pages.views.questions import QuestionPageView
from builder.pages.views.sources import SourcePageView, source_page
from builder.pages.views.story import StoryView, story_view
from builder.pages.views.topic import TopicView

__all__ = [
    "ArticleView",
    "ArticlesView",
    "ChangesView",
    "DataView",
    "HomeView",
    "IndexView",
    "OutletPageView",
    "PairView",
    "QuestionPageView",
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
    "view_of_story",
]

View = (
    HomeView
    | StoryView
    | TopicView
    | QuestionPageView
    | TopicsView
    | ArticleView
    | ArticlesView
    | ChangesView
    | OutletPageView
    | SourcePageView
    | SourcesView
    | IndexView
    | PairView
    | DataView
    | TextView
)
"""The content of one page. Every kind has ``address``, ``title`` and ``description``."""

METHOD, ABOUT = "method", "about"
"""The ids of the hand-written pages that also get sections of ours: what the labels mean and the proof, and who keeps the site."""

NAVIGATION_TOPICS = 12
"""Maximum number of topics of a single story in the navigation; more are listed on an index page."""


def needs_index(stories: int, topics: int) -> bool:
    """Return whether a site with so many stories and topics needs an index page of topics."""
    return stories > 1 or topics > NAVIGATION_TOPICS


def view_of_story(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    story: Story,
    teller: Teller,
    outline: Outline | None,
    *,
    single: bool,
) -> StoryView:
    """Return the view of a story's page; ``single`` if the site has one story, whose page is the home page."""
    address = links.HOME if single else links.story(story.id).address
    return story_view(library, comparisons, story, teller, outline, address)


def own_sources(
    site: Site, contribution: Contribution, teller: Teller, own: Iterable[str]
) -> Iterator[SourcePageView]:
    """Yield the pages of the sources that only one part uses, and remove their topics from its contribution.

    ``own`` are the ids of these sources.
    """
    spelled = variants(
        site, ((id, spelling, outlet) for id, spelling, outlet in contribution.list("spellings")), least=1
    )
    for id in own:
        if contribution.list(f"source/{id}/topics"):
            yield source_page(site.sources[id], site, contribution, spelled, teller)
            del contribution.lists[f"source/{id}/topics"]


def front_views(
    site: Site, contribution: Contribution, teller: Teller, about: About, *, texts_at_hand: bool
) -> Iterator[View]:
    """Yield the views of the pages of the whole site from the parts' contributions: home first, hand-written pages last.

    ``site`` has the registries and the hand-written pages. ``about`` tells what the site is called. ``texts_at_hand`` if the private texts were available.
    """
    say = teller.say
    spelled = variants(
        site, ((id, spelling, outlet) for id, spelling, outlet in contribution.list("spellings")), least=1
    )
    titles = contribution.list("titles")
    yield from home_views(
        site.pages.get("index"),
        (titles[0][0], titles[0][1]) if len(titles) == 1 else None,
        html_list(contribution, "stories"),
        None if texts_at_hand else build_state(contribution, texts_at_hand, say),
        say,
    )
    if contribution.list("topics"):
        yield from topics_views(contribution.list("topics"), say)
    with_articles = contribution.below("articles/")
    printing = [outlet for outlet in site.outlets.values() if outlet.id in with_articles]
    lines = {outlet.id: contribution.list(f"articles/{outlet.id}") for outlet in printing}
    yield from articles_views(printing, lines, say)
    outlets = [outlet_page(outlet, site, contribution, spelled, teller) for outlet in printing]
    yield from outlets
    yield from index_views(
        links.OUTLETS,
        say("Outlets"),
        say("All outlets compared here."),
        (
            (
                page.title,
                Target(page.address),
                " · ".join(filter(None, (page.about, say.count(page.all_claims, "claim")))),
            )
            for page in sorted(outlets, key=lambda page: page.title.casefold())
        ),
        say,
    )
    spoken = contribution.below("source/")
    sources = [source for source in site.sources.values() if source.id in spoken]
    yield from sources_views(
        (
            teller.source(
                source,
                contribution.number(f"source/{source.id}", "originates"),
                contribution.number(f"source/{source.id}", "relays"),
            )
            for source in sources
        ),
        say,
    )
    for source in sources:
        if contribution.list(f"source/{source.id}/topics"):
            yield source_page(source, site, contribution, spelled, teller)
    pairs = [
        pair_view((site.outlets[first], site.outlets[second]), site, contribution, say)
        for first, second in (name.split("--") for name in sorted(contribution.below("pair/")))
    ]
    yield from pairs
    yield from index_views(
        links.PAIRS,
        say("Pairs of outlets"),
        say("Every two outlets that answer the same questions, side by side."),
        (
            (page.title, Target(page.address), page.summary)
            for page in sorted(pairs, key=lambda page: page.title.casefold())
        ),
        say,
    )
    yield from changes_views(contribution, say)
    yield data_view(about, site.settings, say)
    for page in site.pages.values():
        if page.id != "index":
            made = {
                METHOD: lambda: meanings(say) + section(contribution, texts_at_hand, say),
                ABOUT: lambda: keepers(about, site.settings, say),
            }
            yield text_view(page, made.get(page.id, str)(), folded=page.id == METHOD)
