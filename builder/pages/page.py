"""A page as adapters get it: its address and title, and HTML cut at its headings, from which both body and table of contents are made."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape
from msgspec import Struct

from builder.pages import links
from builder.pages.templates import apart
from builder.pages.views.log import FeedEntry
from builder.pages.views.records import RecordView
from builder.values.direction import isolated

TITLE_ID = "page_title"
"""The id of a page's first heading; ids of questions and claims have no underscores."""


class Section(Struct, frozen=True):
    """A heading and the HTML under it."""

    id: str
    title: str
    """Plain text."""
    level: int
    """2 to 6."""
    html: str
    """Safe HTML without the heading."""
    language: str = ""
    """The heading's language; empty if it is the page's."""
    href: str | None = None
    """A relative link from the heading to another page of the site."""


class Feed(Struct, frozen=True):
    """What changed on a page, to be followed by programs."""

    name: str
    """The feed's files in the site without their endings."""
    entries: tuple[FeedEntry, ...]
    """The newest first."""
    former: tuple[str, ...] = ()
    """The names that its files had before, the oldest first. Who follows it by one of these goes on getting it."""

    @property
    def first(self) -> str:
        """Its first name, from which its ids are made: a reader takes entries with other ids for new."""
        return self.former[0] if self.former else self.name


class Page(Struct, frozen=True):
    """One page, ready to be written by any adapter."""

    address: str
    """Its path under the site's root; empty for the home page."""
    md_path: str
    """The path of the Markdown file that it would be made from: ``topics/casualties.md``."""
    kind: str
    """``home``, ``topic``, ``article``, ``outlet``...: the values of ``KINDS``."""
    title: str
    """Plain text."""
    description: str
    """Plain text."""
    lead: str
    """HTML under the title, before the first section."""
    sections: tuple[Section, ...]
    records: tuple[RecordView, ...] = ()
    """Search records in addition to its sections."""
    card: tuple[str, str] | None = None
    """The answer on the preview image of a shared link, or None if the page has no such image."""
    permalink: str = "Permanent link"
    """The title of the link at each heading, in the site's language."""
    language: str = ""
    """The title's language; empty if it is the page's."""
    head: str = ""
    """HTML in its head for programs: metadata."""
    feed: Feed | None = None
    """What can be followed of the page, or None."""

    @property
    def own_feed(self) -> str:
        """The name of the page's feed if that is not the site's; empty if it has none."""
        return self.feed.name if self.feed and self.feed.name != links.FEED else ""

    @property
    def wide(self) -> bool:
        """Whether the page has a table that needs the full width of the window."""
        return self.kind in ("home", "story", "topic", "source", "pair")

    @property
    def body(self) -> str:
        """The page's content as HTML, from its title on."""
        sections = (section_html(section, self.permalink) for section in self.sections)
        title = f'<h1 id="{TITLE_ID}"{lang(self.language)}>{apart(self.title)}</h1>'
        return "\n".join([title, self.lead, *sections])


def section_html(section: Section, permalink: str = "Permanent link") -> str:
    """Return a section with its heading and a permanent link to it."""
    level, id = section.level, _escaped(section.id)
    anchor = f'<a class="headerlink" href="#{id}" title="{_escaped(permalink)}">#</a>'
    title = _apart(section.title)
    words = f'<a href="{escape(section.href)}">{title}</a>' if section.href else title
    return f'<h{level} id="{id}"{lang(section.language)}>{words}{anchor}</h{level}>\n{section.html}'


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    """Return a heading's id escaped. Cached, because many pages share them."""
    return str(escape(text))


@lru_cache(maxsize=4096)
def _apart(text: str) -> str:
    """Return a heading's text as HTML. Cached, because many pages share them."""
    return apart(text)


def in_head(text: str) -> str:
    """Return a title or description escaped. Themes print it unchanged in text, in attributes and in the page's head."""
    return str(escape(isolated(text)))


@lru_cache(maxsize=64)
def lang(language: str) -> Markup:
    """Return a ``lang`` attribute with a leading space, or an empty text for an empty language."""
    return Markup(' lang="{}"').format(language) if language else Markup()
