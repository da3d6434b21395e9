"""Make pages from a site's model: the pages of some stories with their contribution, and the pages of the whole site."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from builder.compare.library import Library, index
from builder.compare.topics import compare_topic
from builder.content.map_outline import Outline
from builder.content.model import Site
from builder.pages import links
from builder.pages.contribute import contribute
from builder.pages.contribution import Contribution
from builder.pages.render import Page, Printer
from builder.pages.views import StoryView, View, front_views, own_sources, story_views
from builder.pages.views.claims import Teller


def compose(
    library: Library,
    printer: Printer,
    outline: Outline | None = None,
    *,
    single: bool,
    indexed: bool,
    own: Collection[str] = (),
    listed: Collection[str] = (),
) -> tuple[tuple[Page, ...], Contribution]:
    """Return the pages of a library's stories and articles, and their contribution to the pages of the whole site.

    ``single`` if the site has no other story, ``indexed`` if it has an index of topics. ``own`` are ids of sources that only
    this library uses, whose pages are made here. ``listed`` are ids of sources used so often that their pages list topics
    instead of comparing them.
    """
    comparisons = {
        topic.id: compare_topic(library, topic)
        for story in library.site.stories.values()
        for topic in library.topics(story)
    }
    teller = Teller(library, printer.say)
    views: list[View] = list(story_views(library, comparisons, teller, outline, single=single))
    stories = [view for view in views if isinstance(view, StoryView)]
    contribution = contribute(printer, library, comparisons, stories, teller, indexed=indexed, listed=listed)
    views += own_sources(library.site, contribution, teller, own)
    return tuple(map(printer.page, views)), contribution


def front(
    site: Site, contribution: Contribution, printer: Printer, *, texts_at_hand: bool
) -> tuple[Page, ...]:
    """Return the pages of the whole site, home first: indexes, outlets, sources, pairs and hand-written pages.

    ``site`` has the registries and the hand-written pages. ``texts_at_hand`` if the private texts were available.
    """
    teller = Teller(index(replace(site, stories={}, topics={}, articles={})), printer.say)
    return tuple(map(printer.page, front_views(site, contribution, teller, texts_at_hand=texts_at_hand)))


def assembled(front: Iterable[Page], pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return all pages of a site, home first. The page of a site's only story becomes a part of the home page."""
    home, *others = front
    rest = []
    for page in pages:
        if page.address == links.HOME:
            home = whole_home(page, home)
        else:
            rest.append(page)
    return (home, *rest, *others)


def whole_home(story: Page, rest: Page) -> Page:
    """Return the home page of a site of one story: the story's page followed by the home page's own sections."""
    return replace(rest, title=story.title, lead=story.lead, sections=(*story.sections, *rest.sections))
