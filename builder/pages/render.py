"""Views to pages: the only room that knows the templates.

A ``Page`` is all that an adapter needs to print: address, title, description, and HTML cut at its
headings, from which both the body and the table of contents come. No adapter looks into the HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from markupsafe import Markup, escape

from builder import links, markup
from builder.links import Target
from builder.pages import charts, drawings
from builder.views import (
    ArticlesView,
    ArticleView,
    HomeView,
    OutletPageView,
    PairView,
    SourcePageView,
    SourcesView,
    StoryView,
    TextView,
    TopicsView,
    TopicView,
    View,
)
from builder.views.records import RecordView
from builder.views.words import Words

_CHECKOUT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = (
    _CHECKOUT if (_CHECKOUT / "pages").is_dir() else Path(__file__).resolve().parents[1] / "_templates"
)
"""Where this project's templates are: beside the package in a checkout, inside it where it was installed."""

KINDS: dict[type[object], str] = {
    HomeView: "home",
    StoryView: "story",
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
        return self.kind in ("home", "story", "topic", "source", "pair")

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


class Printer:
    """Prints views through the templates.

    ``directory_urls`` says how links are spelled: ``topics/casualties/`` or ``topics/casualties.html``. ``folders`` hold
    templates, those of the first before those of the next, file by file. ``compiled`` keeps compiled templates.
    """

    def __init__(
        self,
        folders: Sequence[Path] = (TEMPLATES,),
        say: Words | None = None,
        *,
        directory_urls: bool = True,
        compiled: BytecodeCache | None = None,
    ) -> None:
        self.say = say or Words()
        self.directory_urls = directory_urls
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # A template does not change while a printer prints.
            auto_reload=False,
            bytecode_cache=compiled,
        )
        # Imported templates see globals, not what a page is rendered with.
        self.environment.globals |= {
            "_": self.say,
            "count": self.say.count,
            "draw_map": drawings.draw_map,
        } | {
            "draw": partial(charts.draw, say=self.say),
            "draw_timeline": partial(drawings.draw_timeline, say=self.say),
        }
        self.permalink = self.say("Permanent link")

    def part(self, template: str, macro: str, address: str, *values: object) -> str:
        """Return what a macro of ``parts/<template>.html`` prints of some values for the page at an address."""

        def link(target: Target) -> str:
            return links.href(address, target, self.directory_urls)

        module = self.environment.get_template(f"parts/{template}.html").module
        return _tidy(str(getattr(module, macro)(*values, link)))

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
        card = " ".join(view.answer) if isinstance(view, TopicView) else None
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
    return "\n".join(filter(None, map(str.strip, html.split("\n"))))
