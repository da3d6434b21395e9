"""From a site's model to its pages: those of some stories with their contribution to the whole, and those of the whole."""

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
    """Return the pages of a library's stories and articles, and what these give to the pages of the whole.

    ``single`` says that the site has no other story, ``indexed`` that it has an index of topics. ``own`` are the sources of
    which the rest of the site does not speak: their pages are made here. ``listed`` are those of which so much of the site
    speaks that their pages list topics and compare nothing.
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
    """Return the pages between the stories, home first. ``site`` has the registries and the hand-written pages."""
    teller = Teller(index(replace(site, stories={}, topics={}, articles={})), printer.say)
    return tuple(map(printer.page, front_views(site, contribution, teller, texts_at_hand=texts_at_hand)))


def assembled(front: Iterable[Page], pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return all pages of a site, home first. The page of its only story is its home page."""
    home, *others = front
    rest = []
    for page in pages:
        if page.address == links.HOME:
            home = whole_home(page, home)
        else:
            rest.append(page)
    return (home, *rest, *others)


def whole_home(story: Page, rest: Page) -> Page:
    """Return the home page of a site of one story: the story's page, and what follows it."""
    return replace(rest, title=story.title, lead=story.lead, sections=(*story.sections, *rest.sections))
