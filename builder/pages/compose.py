"""Make pages from a site's model: the pages of some stories with their contribution, and the pages of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from markupsafe import escape
from msgspec.structs import replace

from builder.cache.memo import Kept, encoded
from builder.cache.records import digest
from builder.compare.library import Library, index, publication_order
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison, compare_topic
from builder.content.map_outline import Outline
from builder.content.model import Article, Question, Site, Story
from builder.pages import links
from builder.pages.about import About
from builder.pages.contribute import contribute, lines_of
from builder.pages.contribution import Contribution
from builder.pages.data_files import put_article
from builder.pages.leaf import Leaf
from builder.pages.page import Page
from builder.pages.render import Printer
from builder.pages.topic_data import topic_data
from builder.pages.views import View, front_views, own_sources, view_of_story
from builder.pages.views.article import article_key, article_view
from builder.pages.views.basis import Basis
from builder.pages.views.claims import Teller
from builder.pages.views.embed import EmbedView, embed_view, picture_view
from builder.pages.views.former import former_ids, former_questions, moved_pages, moved_question
from builder.pages.views.questions import question_key, question_page, question_parts
from builder.pages.views.story import StoryView
from builder.pages.views.topic import topic_view

Made = TypeVar("Made")


def compose(
    library: Library,
    printer: Printer,
    outline: Outline | None = None,
    *,
    single: bool,
    indexed: bool,
    own: Collection[str] = (),
    listed: Collection[str] = (),
    kept: Kept | None = None,
) -> tuple[Iterator[Leaf], Contribution]:
    """Return the pages of a library's stories and articles, and their contribution to the pages of the whole site.

    Pages are made when they are asked for, so that not all of them are in memory at once. ``single`` if the site has no other
    story, ``indexed`` if it has an index of topics. ``own`` are ids of sources that only this library uses, whose pages are made
    here. ``listed`` are ids of sources used so often that their pages list topics instead of comparing them. ``kept`` has texts
    from the last build of the same part.
    """
    basis = Basis(library, outline, kept)
    teller = Teller(library, printer.say, kept, basis)

    def carry(
        kind: type[Made],
        make: Callable[[], Made],
        question: str,
        what: str,
        *,
        story: bool = False,
        on: Callable[[], object] | None = None,
    ) -> Made:
        def found() -> Made:
            return (
                make()
                if on is None
                else teller.carried(kind, make, what, basis.named(question), encoded(on()))
            )

        return teller.carried(kind, found, what, basis.silent(question) if story else basis.row(question))

    comparisons = {
        topic.id: compare_topic(library, topic, carry if kept else None)
        for story in library.site.stories.values()
        for topic in library.topics(story)
    }

    def story_page(story: Story) -> StoryView:
        return teller.once(
            ("story", story.id),
            lambda: view_of_story(library, comparisons, story, teller, outline, single=single),
        )

    contribution = contribute(
        printer, library, comparisons, story_page, teller, single=single, indexed=indexed, listed=listed
    )
    # These take from the contribution, so they do not wait.
    sources = list(own_sources(library.site, contribution, teller, own))

    def leaves() -> Iterator[Leaf]:
        for story in library.site.stories.values():
            yield Leaf(
                links.HOME if single else links.story(story.id).address,
                partial(basis.story, story.id),
                partial(_printed, printer, partial(story_page, story)),
            )
        for comparison in comparisons.values():
            id = comparison.topic.id
            view = partial(topic_view, library, comparison, teller, outline, single=single)
            yield Leaf(
                links.topic(id).address,
                partial(basis.topic, id),
                partial(_printed, printer, view),
                files=partial(_topic_files, library, comparison, teller, printer),
            )
            for row in comparison.rows:
                if row.claims:
                    yield _frame(row, library, teller, printer)
            for question, parts in question_parts(library, comparison, teller):
                for part in range(1, parts + 1):
                    of = partial(question_page, library, comparison, question, part, teller)
                    key = partial(_part_key, library, question, part, parts, teller)
                    yield Leaf(
                        links.question(question.path, part).address, key, partial(_printed, printer, of)
                    )
        for article in sorted(library.site.articles.values(), key=publication_order):
            yield _article(library, comparisons, article, teller, printer)
        for source in sources:
            yield Leaf(source.address, partial(_digest, source), partial(printer.page, source))

    return leaves(), contribution


def _digest(view: View) -> str:
    return digest(encoded(view))


def _part_key(library: Library, question: Question, part: int, parts: int, teller: Teller) -> str:
    return digest(question_key(library, question, teller), part, parts)


def _printed(printer: Printer, view: Callable[[], View]) -> Page:
    return printer.page(view())


def _topic_files(
    library: Library, comparison: TopicComparison, teller: Teller, printer: Printer
) -> Iterator[tuple[str, bytes]]:
    """Yield what goes with a topic's page: its data, and its picture for the frames of other sites."""
    records = [lines_of(row, teller)[0] for row in comparison.rows]
    yield from topic_data(library, comparison, records, room=teller.in_cells(comparison.topic.id))
    moved = library.site.moved
    if picture := picture_view(comparison, teller):
        before = map(links.embed_picture, former_ids(moved, "topics", comparison.topic.id))
        yield from _frames(picture, before, library, printer)
    known = {one.id for one in moved if one.kind == "questions"}
    for question, _ in question_parts(library, comparison, teller):
        for former in former_questions(moved, question.path):
            # Those of questions that were renamed themselves are made with all other former addresses.
            if former not in known:
                view = moved_question(former, question.path)
                page = printer.plain("moved", view.address, view=view)
                yield links.file(view.address, printer.directory_urls), page


def _frame(row: Comparison, library: Library, teller: Teller, printer: Printer) -> Leaf:
    """Return the leaf of a row for the frames of other sites."""
    path = row.question.path
    before = former_questions(library.site.moved, path)

    def files() -> Iterator[tuple[str, bytes]]:
        return _frames(embed_view(row, teller), map(links.embed, before), library, printer)

    return Leaf(
        links.embed(path).address,
        lambda: digest("frame", question_key(library, row.question, teller), before),
        None,
        files=files,
    )


def _frames(
    view: EmbedView, former: Iterable[links.Target], library: Library, printer: Printer
) -> Iterator[tuple[str, bytes]]:
    """Yield a page for the frames of other sites, at its former addresses too: whoever shows it does not know of a new one."""
    about, urls, licence = printer.about, printer.directory_urls, library.site.settings.licence
    script = about.full("assets/javascripts/embed.js")
    page = about.full(links.url(view.target.address, urls))
    here = f"{page}#{view.target.anchor}" if page else ""
    address = about.full(links.url(view.address, urls))
    frame = FRAME.format(address=address, title=escape(view.short), script=script) if address else ""
    given = {"view": view, "here": here, "frame": frame, "about": about, "licence": licence}
    for where in (view.address, *(target.address for target in former)):
        yield links.file(where, urls), printer.plain("embed", where, **given)


FRAME = """<iframe src="{address}" title="{title}" width="100%" height="420" loading="lazy" style="border:0"></iframe>
<script src="{script}" async></script>"""
"""What another site writes to show one."""


def _article(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    article: Article,
    teller: Teller,
    printer: Printer,
) -> Leaf:
    """Return the leaf of an article, with its lines in the data files."""
    return Leaf(
        links.article(article.id).address,
        lambda: article_key(library, comparisons, article, teller),
        lambda: printer.page(article_view(library, comparisons, article, teller)),
        lambda contribution: put_article(contribution, library, article),
    )


def front(
    site: Site,
    contribution: Contribution,
    printer: Printer,
    about: About = About(),  # noqa: B008 - frozen
    *,
    texts_at_hand: bool,
) -> tuple[Page, ...]:
    """Return the pages of the whole site, home first: indexes, outlets, sources, pairs and hand-written pages.

    ``site`` has the registries and the hand-written pages. ``about`` tells what the site is called. ``texts_at_hand`` if the private texts were available.
    """
    teller = Teller(index(replace(site, stories={}, topics={}, articles={})), printer.say)
    return tuple(
        map(printer.page, front_views(site, contribution, teller, about, texts_at_hand=texts_at_hand))
    )


def former_pages(site: Site, printer: Printer, *, single: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the files at former addresses, each with its path in the site. ``single`` if the site has one story."""
    for view in moved_pages(site, printer.say, single=single):
        name = links.file(view.address, printer.directory_urls)
        yield name, printer.plain("moved", view.address, view=view)


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
    return replace(
        rest,
        title=story.title,
        lead=story.lead,
        sections=(*story.sections, *rest.sections),
        card=story.card,
    )
