"""Render views as pages: the only module that knows the templates.

A ``Page`` is all that an adapter needs: address, title, description, and HTML cut at its headings, from which both the body
and the table of contents are made. Adapters do not parse the HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from markupsafe import Markup, escape

from builder.cache.memo import Memo, encoded
from builder.compare.phrases import capital
from builder.pages import charts, drawings, links
from builder.pages import prose as markup
from builder.pages.about import About
from builder.pages.cite import citations, coins
from builder.pages.full_names import spell_out
from builder.pages.head import head
from builder.pages.links import Target
from builder.pages.page import Feed, Page, Section, lang
from builder.pages.templates import Environment, in_text, in_words, reporting_mistakes
from builder.pages.typography import curly
from builder.pages.views import (
    ArticlesView,
    ArticleView,
    ChangesView,
    DataView,
    HomeView,
    IndexView,
    OutletPageView,
    PairView,
    QuestionPageView,
    SourcePageView,
    SourcesView,
    StoryView,
    TextView,
    TopicsView,
    TopicView,
    View,
)
from builder.pages.views.answers import FOLDED
from builder.pages.views.log import FeedEntry, PublicationView
from builder.pages.views.topic import COLUMNS, WORDLESS
from builder.pages.views.words import ENGLISH, Words
from builder.values.direction import bare, turns

_CHECKOUT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = (
    _CHECKOUT if (_CHECKOUT / "pages").is_dir() else Path(__file__).resolve().parents[1] / "_templates"
)
"""The folder of this project's templates: beside the package in a checkout, inside it if installed."""

KINDS: dict[type[object], str] = {
    HomeView: "home",
    StoryView: "story",
    TopicView: "topic",
    QuestionPageView: "question",
    TopicsView: "topics",
    ArticleView: "article",
    ArticlesView: "articles",
    ChangesView: "changes",
    OutletPageView: "outlet",
    SourcePageView: "source",
    SourcesView: "sources",
    IndexView: "index",
    PairView: "pair",
    DataView: "data",
    TextView: "text",
}
"""The kind of page of each view; its template is ``pages/<kind>.html``."""

WRITTEN = (HomeView, StoryView, TopicView, OutletPageView, SourcePageView, TextView, QuestionPageView)
"""The views whose titles an editor wrote."""


# Marks a heading in a template's output. Content cannot contain it, because control characters are refused
# when it is read.
_CUT = "\x00"


def verbatim(text: str) -> Markup:
    """Return a text for programs as it is, with straight quotation marks; one with right-to-left words is set apart as a whole."""
    # Quotation marks need no escape between tags, and JSON has many of them.
    found = Markup(str(escape(bare(text))).replace("&#34;", '"'))  # noqa: S704 - escaped
    return Markup("<bdi>{}</bdi>").format(found) if turns(text) else found


class Printer:
    """Renders views with the templates.

    ``folders`` have the templates; each file is taken from the first folder that has it. ``directory_urls`` selects the
    spelling of links: ``topics/casualties/`` or ``topics/casualties.html``. ``feeds`` if pages can lead to feeds. ``languages`` are the
    language of the pages and that of the editor's texts. ``about`` tells what the site is called. ``compiled`` caches compiled templates.
    ``memo`` caches rendered output under ``ground``, a
    digest of all these settings.
    """

    def __init__(
        self,
        folders: Sequence[Path] = (TEMPLATES,),
        say: Words | None = None,
        *,
        directory_urls: bool = True,
        feeds: bool = False,
        languages: tuple[str, str] = (ENGLISH, ENGLISH),
        about: About = About(),  # noqa: B008 - frozen
        compiled: BytecodeCache | None = None,
        memo: Memo | None = None,
        ground: str = "",
    ) -> None:
        self.memo, self.ground = memo, ground
        self.about = about
        self.say = say or Words()
        self.folders = folders
        self.directory_urls = directory_urls
        self.language, written = languages
        self.own = self._foreign(written)
        self.environment = Environment(
            loader=jinja2.FileSystemLoader(folders),
            trim_blocks=True,
            lstrip_blocks=True,
            # Templates do not change during a build.
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self.environment.filters["capital"] = capital
        self.environment.filters["verbatim"] = verbatim
        self.environment.filters["within"] = partial(curly, within=True)
        # Imported templates have access to globals only, not to the variables of a page.
        self.environment.globals |= {
            "_": self.say,
            "count": self.say.count,
            "feeds": feeds,
            "columns": COLUMNS,
            "wordless": WORDLESS,
            "reports": FOLDED,
            "draw_map": drawings.draw_map,
            # Attributes for the editor's texts, the comparison's sentences, and words printed by an article.
            "own": lang(self.own),
            "english": lang(self._foreign(ENGLISH)),
            "spoken": lambda language: lang(self._foreign(language)),
            # The same as elements, for texts without an element of their own.
            "written": partial(self._said, written),
            "told": partial(self._said, ENGLISH),
            "quoted": lambda text, language, tag="span": self._said(language, text, tag),
        } | {
            "draw": charts.draw,
            "draw_timeline": partial(drawings.draw_timeline, say=self.say),
        }
        self.permalink = self.say("Permanent link")
        self._macros: dict[tuple[str, str], Callable[..., str]] = {}

    def _foreign(self, language: str) -> str:
        """Return a language, or an empty text if it is that of the pages."""
        return "" if language == self.language else language

    def _said(self, language: str, text: object, tag: str = "span") -> Markup:
        """Return a text in a language, in an element with ``lang`` if that is not the page's."""
        # An SVG picture must not contain HTML elements.
        shown = Markup(in_words(text) if tag == "tspan" else in_text(text))  # noqa: S704 - escaped there
        foreign = self._foreign(language)
        return Markup("<{0}{1}>{2}</{0}>").format(tag, lang(foreign), shown) if foreign and shown else shown

    def part(self, template: str, macro: str, address: str, *values: object) -> str:
        """Return the output of a macro of ``parts/<template>.html`` for some values, with links from the page at an address.

        Raises ``ContentError`` for a mistake in one of the site's own templates.
        """
        if self.memo is None:
            return self._part(template, macro, address, *values)
        print_it = partial(self._part, template, macro, address, *values)
        return self.memo(print_it, self.ground, template, macro, address, encoded(values))

    def _part(self, template: str, macro: str, address: str, *values: object) -> str:
        def link(target: Target) -> str:
            return links.href(address, target, self.directory_urls)

        with reporting_mistakes(self.folders):
            if (template, macro) not in self._macros:
                module = self.environment.get_template(f"parts/{template}.html").module
                self._macros[template, macro] = getattr(module, macro)
            return _tidy(self._macros[template, macro](*values, link))

    def plain(self, name: str, address: str, **values: object) -> bytes:
        """Return a whole page at an address without the theme, from ``plain/<name>.html``, with links from there.

        Raises ``ContentError`` for a mistake in one of the site's own templates.
        """

        def link(target: Target) -> str:
            return links.href(address, target, self.directory_urls)

        def asset(name: str) -> str:
            return links.file_href(address, f"assets/{name}", self.directory_urls)

        with reporting_mistakes(self.folders):
            template = self.environment.get_template(f"plain/{name}.html")
            given = {"link": link, "asset": asset, "language": self.language, "home": Target(links.HOME)}
            html = _tidy(template.render(given | values))
        head, main, body = html.partition("<main>")
        # A page that stands alone on another site has no other to spell a name out.
        (told,) = spell_out([body], getattr(values.get("view"), "names", ()))
        return f"{head}{main}{told}\n".encode("utf-8", "xmlcharrefreplace")

    def page(self, view: View) -> Page:
        """Return the page of a view. Raises ``ContentError`` for a mistake in one of the site's own templates."""
        if self.memo is None:
            return self._page(view)
        print_it = partial(self._page, view)
        return self.memo(print_it, self.ground, KINDS[type(view)], encoded(view))

    def _page(self, view: View) -> Page:
        kind = KINDS[type(view)]
        headings: list[tuple[str, str, int, str, str | None]] = []

        def heading(
            id: str, title: str, level: int = 2, target: Target | None = None, *, own: bool = False
        ) -> str:
            """Begin a section, to which the following output belongs; ``own`` if the editor wrote the title."""
            language = self.own if own else ""
            headings.append((id, _curly(title), level, language, link(target) if target else None))
            return _CUT

        def link(target: Target) -> str:
            return links.href(view.address, target, self.directory_urls)

        def file(name: str) -> str:
            return links.file_href(view.address, name, self.directory_urls)

        def resolve(url: str) -> str:
            return links.beside(view.address, url, self.directory_urls)

        def read_on(title: str) -> Markup:
            return Markup('{}<span class="vm-hidden">: {}</span>').format(self.say("Read on"), title)

        def prose(text: str, prefix: str = "text-", *, own: bool = True, folded: bool = False) -> Markup:
            """Return Markdown as HTML; its headings begin sections too. ``own`` if the editor wrote it.

            ``folded`` if of each section only the first paragraph is open.
            """
            first, *rest = markup.parts(markup.prose(text, resolve, prefix))
            written = self._written if own else Markup
            html = written(first.html)
            for part in rest:
                title = str(part.title.striptags())
                html += Markup(heading(part.id, title, part.level, own=own))  # noqa: S704 - the cut
                html += written(markup.folded(part.html, read_on(title)) if folded else part.html)
            return html

        with reporting_mistakes(self.folders):
            template = self.environment.get_template(f"pages/{kind}.html")
            output = template.render(
                view=view, heading=heading, link=link, file=file, prose=prose, marked=markup.marked,
                cite=partial(citations, about=self.about, directory_urls=self.directory_urls), coins=coins,
                correction=self.about.correction,
            )  # fmt: skip
        pieces = [_tidy(piece) for piece in output.split(_CUT)]
        lead, *bodies = spell_out(pieces, getattr(view, "names", ()))
        sections = tuple(
            Section(id, title, level, html, language, href)
            for (id, title, level, language, href), html in zip(headings, bodies, strict=True)
        )
        md_path = links.md_path(view.address)
        records = view.records if isinstance(view, (TopicView, ArticleView, OutletPageView)) else ()
        language = self._titled(view)
        card = view.card if isinstance(view, (TopicView, StoryView)) else None
        return Page(
            view.address,
            md_path,
            kind,
            _curly(view.title),
            _curly(view.description),
            lead,
            sections,
            records,
            None if card is None else (_curly(card[0]), _curly(card[1])),
            self.permalink,
            language,
            head(
                view, _curly(view.title), self.about,
                directory_urls=self.directory_urls, language=language or self.language,
            ),
            self._feed(view),
        )  # fmt: skip

    def _feed(self, view: View) -> Feed | None:
        if isinstance(view, ChangesView):
            return Feed(links.FEED, view.feed) if view.follow else None
        told = view.changed if isinstance(view, (TopicView, StoryView)) else None
        if told is None or not told.feed_name:
            return None
        entries = tuple(self._entry(view.address, one) for one in told.feed)
        return Feed(told.feed_name, entries, told.former_feeds)

    def _entry(self, address: str, told: PublicationView) -> FeedEntry:
        lines = (self.part("log", "change", links.HOME, change) for change in told.changes)
        return FeedEntry(told.id, told.at, told.title, "".join(lines), address, "what_changed")

    def _written(self, html: Markup) -> Markup:
        """Return the editor's HTML, in an element with ``lang`` if it is not in the page's language."""
        return Markup("<div{}>\n{}\n</div>").format(lang(self.own), html) if self.own and html else html

    def _titled(self, view: View) -> str:
        """Return the language of a page's title, or an empty text if it is the page's."""
        if isinstance(view, ArticleView):
            return self._foreign(view.language)
        return self.own if isinstance(view, WRITTEN) else ""


def _curly(text: str) -> str:
    return str(curly(text))


def _tidy(html: str) -> str:
    """Return HTML without the blank lines and indentation that templates leave."""
    # As str: splitting Markup would wrap each line again.
    return "\n".join([line for raw in str(html).split("\n") if (line := raw.strip())])
