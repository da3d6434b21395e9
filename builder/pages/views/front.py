"""The pages of the whole site: the home page, the indexes, the hand-written pages.

Their lists may be long, so their entries are HTML that was rendered with each part (``builder.pages.contribute``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from builder.compare.phrases import capital
from builder.content.model import Article, Outlet, TextPage
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import SourceView, Teller
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
    unchecked: str | None
    """A remark if the private texts were not available, else None."""


class TopicsView(Struct, frozen=True):
    """The index of all topics, for sites with more than fit into the navigation."""

    address: str
    title: str
    description: str
    stories: tuple[tuple[str, str, Target | None, Markup], ...]
    """Id, title, page and topics of each story; the page is None if there is only one story, whose page is home."""


class ArticleLineView(Struct, frozen=True):
    """One article in the index."""

    headline: str
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


class SourcesView(Struct, frozen=True):
    """The index of all sources, by side, and by stake where the registry has no side."""

    address: str
    title: str
    description: str
    stakes: tuple[tuple[str, bool, tuple[SourceView, ...]], ...]
    """Each side, or stake in words, with its sources; and whether the words are the editor's: sides come first."""


class TextView(Struct, frozen=True):
    """A hand-written page."""

    address: str
    title: str
    description: str
    body: str
    """Markdown."""
    more: str
    """Generated Markdown to put after the body, in the site's language."""


def home_view(
    introduction: TextPage | None,
    story: tuple[str, str] | None,
    stories: Iterable[Markup],
    unchecked: str | None,
    say: Words,
) -> HomeView:
    """Return the home page. ``story`` is the title and summary of a site's only story, or None; ``stories`` are HTML lines."""
    title, summary = story or (introduction.title if introduction else say("Stories"), "")
    return HomeView(
        address=links.HOME,
        title=title,
        description=shortened((introduction.description if introduction else "") or summary or title),
        introduction=introduction.body if introduction else "",
        single=story is not None,
        stories=tuple(stories),
        unchecked=unchecked,
    )


def topics_view(stories: Iterable[tuple[str, str, Markup]], say: Words) -> TopicsView:
    """Return the index of all topics. ``stories`` are the id, title and HTML list of topics of each story."""
    description = say("Everything that is compared here, story by story.")
    listed = list(stories)
    several = len(listed) > 1
    return TopicsView(
        links.TOPICS,
        say("Topics"),
        description,
        tuple((id, title, links.story(id) if several else None, topics) for id, title, topics in listed),
    )


def article_line(article: Article, teller: Teller) -> ArticleLineView:
    """Return one article's line in the index."""
    say = teller.say
    return ArticleLineView(
        headline=teller.headline(article),
        language=teller.headed(article),
        target=links.article(article.id),
        published=say.date(article.published),
        inferred="published" in article.inferred,
        byline=", ".join(article.byline) or say("no byline"),
        claims=say.count(len(article.claims), "claim"),
    )


def articles_view(
    outlets: Iterable[Outlet], lines: Mapping[str, Sequence[list[str]]], say: Words
) -> ArticlesView:
    """Return the index of all articles: outlets by name, with their lines.

    ``lines`` maps ids of outlets to pairs of a text that sorts by day of publication and the line as HTML.
    """
    listed = sum(map(len, lines.values())) <= LISTED
    ordered = sorted(outlets, key=lambda outlet: (outlet.name.casefold(), outlet.id))
    return ArticlesView(
        address=links.ARTICLES,
        title=say("Articles"),
        description=say("All articles compared here, by outlet."),
        outlets=tuple(
            (
                outlet.id,
                outlet.name,
                outlet.note,
                links.outlet(outlet.id),
                say.count(len(lines[outlet.id]), "article"),
                tuple(Markup(html) for _, html in sorted(lines[outlet.id])) if listed else (),  # noqa: S704 - printed by our own templates
            )
            for outlet in ordered
        ),
    )


def sources_view(sources: Iterable[SourceView], say: Words) -> SourcesView:
    """Return the index of all sources with a claim: by side or stake, those with most claims first."""
    stakes: dict[tuple[str, bool], list[SourceView]] = {}
    for view in sorted(sources, key=lambda view: (-view.originates, -view.relays, view.target.address)):
        stakes.setdefault((view.side or view.stake, bool(view.side)), []).append(view)
    return SourcesView(
        links.SOURCES,
        say("Sources"),
        say("On whose word it is, and what they have at stake."),
        tuple(
            (capital(words) or say("Other sources"), is_side, tuple(found))
            for (words, is_side), found in sorted(
                stakes.items(), key=lambda item: (not item[0][0], not item[0][1])
            )
        ),
    )


def text_view(page: TextPage, more: str = "") -> TextView:
    """Return a hand-written page; ``more`` is Markdown to put at its end."""
    description = shortened(page.description or page.title)
    return TextView(links.text(page.id).address, page.title, description, page.body, more)
