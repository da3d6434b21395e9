"""The pages of the whole site: the home page, the indexes, the hand-written pages.

Their lists may be long, so their entries are HTML that was rendered with each part (``builder.pages.contribute``), and an index
that is too long for a page is one in parts (``builder.pages.views.parts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from builder.compare.phrases import capital
from builder.content.model import Article, Outlet, TextPage
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import Teller
from builder.pages.views.parts import PartView, in_parts
from builder.pages.views.told import SourceView
from builder.pages.views.words import Words

LISTED = 200
"""Maximum number of articles that their index lists; with more it only links to the outlets' pages."""


class HomeView(Struct, frozen=True):
    """The home page: the list of stories, or on a site of one story the content that follows the story."""

    address: str
    title: str
    description: str
    introduction: str
    """Markdown; may be empty."""
    single: bool
    """Whether the site has one story, whose page this is."""
    stories: tuple[Markup, ...]
    part: PartView
    unchecked: str | None
    """A remark if the private texts were not available, else None."""


class TopicsView(Struct, frozen=True):
    """The index of all topics, for sites with more than fit into the navigation."""

    address: str
    title: str
    description: str
    stories: tuple[tuple[str, str, Target | None, tuple[Markup, ...]], ...]
    """Id, title, page and topics of each story; the page is None if there is only one story, whose page is home."""
    part: PartView


class ArticleLineView(Struct, frozen=True):
    """One article in the index."""

    headline: str
    rendering: str | None
    """The headline in the site's language; None if the editor has not done so."""
    language: str
    """The headline's language."""
    target: Target
    published: str
    inferred: bool
    """Whether the date is inferred."""
    byline: str
    claims: str
    """Number of claims: ``twelve claims``."""


class ArticlesView(Struct, frozen=True):
    """The index of all articles, by outlet."""

    address: str
    title: str
    description: str
    outlets: tuple[tuple[str, str, str | None, Target, str, tuple[Markup, ...]], ...]
    """Id, name, note, page, number of articles (``twelve articles``) and articles of each outlet; no articles if there are
    too many to list."""
    part: PartView
    every: Target = Target(links.OUTLETS)
    """The index of outlets."""


class SourcesView(Struct, frozen=True):
    """The index of all sources, by side, and by stake where the registry has no side."""

    address: str
    title: str
    description: str
    stakes: tuple[tuple[str, bool, tuple[SourceView, ...]], ...]
    """Each side, or stake in words, with its sources; and whether the words are the editor's: sides come first."""
    part: PartView


class IndexView(Struct, frozen=True):
    """An index of pages, each with a line on it: of outlets, of pairs of outlets."""

    address: str
    title: str
    description: str
    entries: tuple[tuple[str, Target, str], ...]
    """Title, page and words on each."""
    part: PartView
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""


class TextView(Struct, frozen=True):
    """A hand-written page."""

    address: str
    title: str
    description: str
    body: str
    """Markdown."""
    more: str
    """Generated Markdown to put after the body, in the site's language."""
    folded: bool = False
    """Whether of each section only the first paragraph is open."""


def home_views(
    introduction: TextPage | None,
    story: tuple[str, str] | None,
    stories: Iterable[Markup],
    unchecked: str | None,
    say: Words,
) -> Iterator[HomeView]:
    """Yield the home page, and further parts of its list of stories.

    ``story`` is the title and summary of a site's only story, or None; ``stories`` are HTML lines.
    """
    title, summary = story or (introduction.title if introduction else say("Stories"), "")
    description = shortened((introduction.description if introduction else "") or summary or title)
    for part, lines in in_parts(links.HOME, stories, str, say):
        first = part.address == links.HOME
        yield HomeView(
            address=part.address,
            title=title if first else part.title(title),
            description=description,
            introduction=introduction.body if introduction and first else "",
            single=story is not None,
            stories=tuple(lines),
            part=part,
            unchecked=unchecked if first else None,
        )


def topics_views(stories: Iterable[Sequence[str]], say: Words) -> Iterator[TopicsView]:
    """Yield the index of all topics, in parts. ``stories`` are the id and title of a topic's story, and the topic's HTML line."""
    listed = [(id, title, Markup(line)) for id, title, line in stories]  # noqa: S704 - printed by our own templates
    several = len({id for id, _, _ in listed}) > 1
    for part, lines in in_parts(links.TOPICS, listed, lambda line: "".join(line[1:]), say):
        yield TopicsView(
            part.address,
            part.title(say("Topics")),
            say("Everything that is compared here, story by story."),
            tuple(
                (id, title, links.story(id) if several else None, tuple(line for *_, line in own))
                for (id, title), own in groupby(lines, lambda line: line[:2])
            ),
            part,
        )


def article_line(article: Article, teller: Teller) -> ArticleLineView:
    """Return one article's line in the index."""
    say = teller.say
    return ArticleLineView(
        headline=teller.headline(article),
        rendering=article.headline_rendering,
        language=teller.headed(article),
        target=links.article(article.id),
        published=say.date(article.published),
        inferred="published" in article.inferred,
        byline=", ".join(article.byline) or say("no byline"),
        claims=say.count(len(article.claims), "claim"),
    )


def articles_views(
    outlets: Iterable[Outlet], lines: Mapping[str, Sequence[list[str]]], say: Words
) -> Iterator[ArticlesView]:
    """Yield the index of all articles, in parts: outlets by name, with their lines.

    ``lines`` maps ids of outlets to pairs of a text that sorts by day of publication and the line as HTML.
    """
    listed = sum(map(len, lines.values())) <= LISTED
    entries = [
        (
            outlet.id,
            outlet.name,
            outlet.note,
            links.outlet(outlet.id),
            say.count(len(lines[outlet.id]), "article"),
            tuple(Markup(html) for _, html in sorted(lines[outlet.id])) if listed else (),  # noqa: S704 - printed by our own templates
        )
        for outlet in sorted(outlets, key=lambda outlet: (outlet.name.casefold(), outlet.id))
    ]
    for part, own in in_parts(
        links.ARTICLES, entries, lambda entry: entry[1] + (entry[2] or "") + "".join(entry[5]), say
    ):
        yield ArticlesView(
            part.address,
            part.title(say("Articles")),
            say("All articles compared here, by outlet."),
            tuple(own),
            part,
        )


def sources_views(sources: Iterable[SourceView], say: Words) -> Iterator[SourcesView]:
    """Yield the index of all sources with a claim, in parts: by side or stake, those with most claims first."""

    def heading(view: SourceView) -> tuple[str, bool]:
        # What else there is to say of a source is said beside it, and says more than that it has no stake.
        return view.side or ("" if view.introduced else view.stake), bool(view.side)

    ranked = sorted(sources, key=lambda view: (-view.originates, -view.relays, view.target.address))
    # A side stands where its source with most claims would.
    headings = {found: at for at, found in reversed([*enumerate(map(heading, ranked))])}
    ordered = sorted(ranked, key=lambda view: (not heading(view)[0], not view.side, headings[heading(view)]))
    for part, own in in_parts(links.SOURCES, ordered, lambda view: view.name + (view.note or ""), say):
        yield SourcesView(
            part.address,
            part.title(say("Sources")),
            say("On whose word it is, and what they have at stake."),
            tuple(
                (capital(words) or say("Other sources"), is_side, tuple(found))
                for (words, is_side), found in groupby(own, heading)
            ),
            part,
        )


def index_views(
    address: str, title: str, description: str, entries: Iterable[tuple[str, Target, str]], say: Words
) -> Iterator[IndexView]:
    """Yield an index at an address, in parts; nothing without entries."""
    listed = list(entries)
    if not listed:
        return
    for part, own in in_parts(address, listed, lambda entry: entry[0] + entry[2], say):
        yield IndexView(part.address, part.title(title), description, tuple(own), part)


def text_view(page: TextPage, more: str = "", *, folded: bool = False) -> TextView:
    """Return a hand-written page; ``more`` is Markdown to put at its end. ``folded`` if of each section only the first paragraph is open."""
    description = shortened(page.description or page.title)
    return TextView(links.text(page.id).address, page.title, description, page.body, more, folded)
