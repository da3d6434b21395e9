"""What a page tells of its subject for programs that cite, index and join it, besides what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from msgspec import Struct

from builder.compare.groups import Group
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.content.model import Article, Claim, Outlet, Source, Topic
from builder.content.vocabulary import Speech, Where
from builder.pages import links
from builder.values.dates import DateSpan, caption

CLAIMS = 40
"""Maximum number of claims in the head of a page: the data files have all."""


class Named(Struct, frozen=True):
    """An outlet or a source."""

    address: str
    name: str
    kind: str
    same_as: tuple[str, ...]

    @property
    def unknown(self) -> bool:
        """Whether nobody knows who it is: its name is this site's, and no work or publisher is called so."""
        return self.kind == "unknown"


class CitedClaim(Struct, frozen=True):
    """A claim, or a distinct answer of a topic."""

    address: str
    """Its address with its anchor."""
    printed: str
    quoted: bool
    """Whether the words are those of its speakers."""
    speakers: tuple[Named, ...]
    """Who said it first."""
    articles: tuple[str, ...] = ()
    """Addresses of the articles that print it, in the order of publication."""
    first: str = ""
    """The address of the article that certainly printed it first; empty if that is not known."""


class CitedArticle(Struct, frozen=True):
    """A text, as a bibliography has it."""

    address: str
    id: str
    outlet: Named
    headline: str | None
    byline: tuple[str, ...]
    agency: str | None
    """The agency or paper credited for the text."""
    day: str | None
    """The day of publication, as ISO has it, if it is one day."""
    published: str | None
    """EDTF date of publication."""
    in_words: str
    """The same in words, in brackets if this site has inferred it; empty if there is none."""
    modified: str | None
    """The day on which the outlet last changed it, as ISO has it, if it is one day."""
    language: str
    url: str | None
    archived: str | None
    copy_of: str | None
    """The address of the article whose text it repeats."""
    claims: tuple[CitedClaim, ...]


class CitedTopic(Struct, frozen=True):
    """A topic's page, as a work and a set of data."""

    address: str
    id: str
    title: str
    lead: str
    table: str
    """The address of the table with its claims."""
    language: str
    licence: str | None
    day: str | None
    """The last day on which one of its claims was held against its text, as ISO 8601 writes it: what the page says is of that day."""
    claims: tuple[CitedClaim, ...]


def cited_article(library: Library, article: Article) -> CitedArticle:
    """Return an article with its claims."""
    outlet = library.site.outlets[article.outlet]
    return CitedArticle(
        links.article(article.id).address,
        article.id,
        _outlet(outlet),
        article.headline,
        article.byline,
        article.credit,
        _day(article.published),
        article.published.edtf if article.published else None,
        _published(article),
        _day(article.former[-1].revised) if article.former else None,
        article.language,
        article.url,
        article.archived,
        links.article(article.copy_of).address if article.copy_of else None,
        tuple(_claim(library, claim) for claim in article.claims[:CLAIMS]),
    )


def _published(article: Article) -> str:
    if article.published is None:
        return ""
    said = caption(article.published)
    return f"[{said}, inferred]" if "published" in article.inferred else said


def cited_topic(library: Library, topic: Topic, rows: Sequence[Comparison], table: str) -> CitedTopic:
    """Return a topic with its distinct answers. ``table`` is the address of the table with its claims."""
    settings = library.site.settings
    groups = [group for row in rows for group in row.groups][:CLAIMS]
    return CitedTopic(
        links.topic(topic.id).address,
        topic.id,
        topic.title,
        topic.lead,
        table,
        settings.language,
        settings.licence,
        _checked(library, rows),
        tuple(_answer(library, group) for group in groups),
    )


def _checked(library: Library, rows: Sequence[Comparison]) -> str | None:
    articles = {claim.article for row in rows for claim in row.claims}
    days = [found.end for id in articles if (found := library.site.articles[id].checked) and found.end]
    return max(days).isoformat() if days else None


def _claim(library: Library, claim: Claim) -> CitedClaim:
    target = links.claim(claim.article, claim.id)
    return CitedClaim(
        f"{target.address}#{target.anchor}",
        claim.printed,
        claim.speech is Speech.QUOTED and bool(claim.sources),
        tuple(_source(library.site.sources[id]) for id in claim.sources),
    )


def _answer(library: Library, group: Group) -> CitedClaim:
    """Return a distinct answer: its first print, and all articles that print it."""
    first = _claim(library, group.head)
    ids = list(dict.fromkeys(claim.article for claim in group.claims))[:CLAIMS]
    speakers = {id: None for claim in group.claims for id in claim.sources}
    return CitedClaim(
        first.address,
        first.printed,
        first.quoted,
        tuple(_source(library.site.sources[id]) for id in speakers),
        tuple(links.article(id).address for id in ids),
        _first(library, ids),
    )


def _first(library: Library, ids: Sequence[str]) -> str:
    """Return the address of the article that was certainly published before all others; empty if there is none."""
    days = {id: library.site.articles[id].published for id in ids}
    for id, day in days.items():
        if day and all(other and day.before(other) for key, other in days.items() if key != id):
            return links.article(id).address
    return ""


def _outlet(outlet: Outlet) -> Named:
    return Named(links.outlet(outlet.id).address, outlet.name, outlet.kind, outlet.same_as)


def _source(source: Source) -> Named:
    return Named(links.source(source.id).address, source.name, source.kind, source.same_as)


def _day(span: DateSpan | None) -> str | None:
    one = span is not None and span.start is not None and span.start == span.end
    return span.start.isoformat() if span and one and span.start else None


def in_original(article: Article, claim: Claim) -> str | None:
    """Return a link to a claim's words in the original, or None where it has no address or the words are not in its text.

    A text fragment (URL Fragment Text Directives, W3C community group report): a browser that does not know it opens the page.
    """
    words = claim.printed
    if (
        article.url is None
        or claim.where is Where.CAPTION
        or any(sign in words for sign in "[]…")
        or "..." in words
    ):
        return None
    address, _, anchor = article.url.partition("#")
    return f"{address}#{anchor}:~:text={quote(words, safe='').replace('-', '%2D')}"
