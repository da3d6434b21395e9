"""Views to pages: the only room that knows the templates.

A ``Page`` is all that an adapter needs to print: address, title, description, and HTML cut at its
headings, from which both the body and the table of contents come. No adapter looks into the HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from builder import links, markup
from builder.links import Target
from builder.pages import charts, drawings, words
from builder.views import (
    ArticlesView,
    ArticleView,
    HomeView,
    OutletPageView,
    PairView,
    SourcePageView,
    SourcesView,
    TextView,
    TopicsView,
    TopicView,
    View,
)
from builder.views.records import RecordView

_CHECKOUT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = (
    _CHECKOUT if (_CHECKOUT / "pages").is_dir() else Path(__file__).resolve().parents[1] / "_templates"
)
"""Where this project's templates are: beside the package in a checkout, inside it where it was installed."""

KINDS: dict[type[object], str] = {
    HomeView: "home",
    TopicView: "topic",
    TopicsView: "topics",
    ArticleView: "article",
    ArticlesView: "articles",
    OutletPageView: "outlet",
    SourcePageView: "source",
    SourcesView: "sources",
    PairView: "pair",
    TextView: "text",
}
"""The kind of page that each view makes; its template is ``pages/<kind>.html``."""

TITLE_ID = "page_title"
"""The id of a page's first heading; no question or claim has an underscore in its own."""

# Stands in a template's output where a heading was asked for. No content holds it: control characters
# are refused when it is read.
_CUT = "\x00"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    id: str
    title: str
    """Plain text."""
    level: int
    """2 to 6."""
    html: str
    """What follows the heading, safe."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be printed by any adapter."""

    address: str
    """Where it stands under the site's root; empty for the home page."""
    source: str
    """The Markdown file it would be made of: ``topics/casualties.md``."""
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
    """What a search finds on it beside its sections."""
    card: str | None = None
    """The answer that the picture of a shared link shows."""
    permalink: str = "Permanent link"
    """What the link at each heading is called, in the site's language."""

    @property
    def wide(self) -> bool:
        """Whether the page shows a table that needs the window's whole width."""
        return self.kind in ("home", "topic", "source", "pair")

    @property
    def body(self) -> str:
        """The whole page as HTML, from its title on."""
        sections = (section_html(section, self.permalink) for section in self.sections)
        return "\n".join([f'<h1 id="{TITLE_ID}">{escape(self.title)}</h1>', self.lead, *sections])


def section_html(section: Section, permalink: str = "Permanent link") -> str:
    """Return a section with its heading and a permanent link to it."""
    level, id = section.level, escape(section.id)
    anchor = f'<a class="headerlink" href="#{id}" title="{escape(permalink)}">#</a>'
    return f'<h{level} id="{id}">{escape(section.title)}{anchor}</h{level}>\n{section.html}'


def render(
    views: Iterable[View],
    directory_urls: bool = True,
    templates: Path = TEMPLATES,
    language: str = words.ENGLISH,
    own: Path | None = None,
) -> tuple[Page, ...]:
    """Return the pages of some views, in their order.

    ``directory_urls`` says how links are spelled: ``topics/casualties/`` or ``topics/casualties.html``.
    ``own`` is a folder of templates that stand before ours, file by file.
    """
    folders = [own, templates] if own is not None else [templates]
    printer = _Printer(directory_urls, folders, words.read(templates / "words", language))
    return tuple(printer.page(view) for view in views)


class _Printer:
    def __init__(self, directory_urls: bool, templates: list[Path], say: words.Words) -> None:
        self.directory_urls = directory_urls
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # Imported templates see globals, not what a page is rendered with.
        self.environment.globals |= {"_": say, "count": say.count, "draw_map": drawings.draw_map} | {
            "draw": partial(charts.draw, say=say),
            "draw_timeline": partial(drawings.draw_timeline, say=say),
        }
        self.permalink = say("Permanent link")

    def page(self, view: View) -> Page:
        """Return the page of one view."""
        kind = KINDS[type(view)]
        headings: list[tuple[str, str, int]] = []

        def heading(id: str, title: str, level: int = 2) -> str:
            """Begin a section; what the template prints next belongs to it."""
            headings.append((id, title, level))
            return _CUT

        def link(target: Target) -> str:
            return links.href(view.address, target, self.directory_urls)

        def resolve(url: str) -> str:
            return links.beside(view.address, url, self.directory_urls)

        def prose(text: str, prefix: str = "text-") -> Markup:
            """Print Markdown; its headings begin sections too."""
            first, *rest = markup.parts(markup.prose(text, resolve, prefix))
            html = first.html
            for part in rest:
                html += Markup(heading(part.id, str(part.title.striptags()), part.level)) + part.html  # noqa: S704 - the cut
            return html

        template = self.environment.get_template(f"pages/{kind}.html")
        output = template.render(view=view, heading=heading, link=link, prose=prose, marked=markup.marked)
        lead, *bodies = (_tidy(piece) for piece in output.split(_CUT))
        sections = tuple(Section(*head, html) for head, html in zip(headings, bodies, strict=True))
        source = links.source(view.address)
        records = view.records if isinstance(view, (TopicView, ArticleView)) else ()
        card = view.summary if isinstance(view, TopicView) else None
        return Page(
            view.address,
            source,
            kind,
            view.title,
            view.description,
            lead,
            sections,
            records,
            card,
            self.permalink,
        )


def _tidy(html: str) -> str:
    """Return the HTML without the blank lines and indents that templates leave."""
    return "\n".join(line for line in (line.strip() for line in html.split("\n")) if line)
