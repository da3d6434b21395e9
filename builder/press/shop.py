"""Have MkDocs render one page of each kind through its theme, and print the rest of that kind from it.

Everything that a theme may ask about a page is either the same for all pages of a kind or a slot of its frame. Whether
that holds is not believed but tried: at each build some pages of each kind, the most unlike ones, are rendered in the
ordinary way too and compared. A kind with one difference is built as MkDocs builds any page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from builder.pages.render import Page
from builder.press.frame import Frame, NoFrameError, cut, slot, trace

FEWEST = 8
"""Of a kind with fewer pages all are built in the ordinary way: a frame and its trial cost about as much."""

_NAMES = ("title", "description", "canonical", "address", "card", "body", "first", "contents")
_ITEM = "partials/toc-item.html"
# What a plugin may do to single pages: who does any of these would wait in vain for pressed ones.
_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
    "nav",
    "env",
)
_HARMLESS = ("material.plugins.search.", "builder.plugin.")

Kind = tuple[object, ...]
"""What all pages of a frame have in common."""
Fill = Callable[[MkDocsPage, Page], None]
"""Gives a page of MkDocs its title, description, contents and body."""


@dataclass(frozen=True)
class Theme:
    """What MkDocs renders a page with."""

    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def render(self, page: MkDocsPage, *, watched: bool = False) -> str:
        """Return what MkDocs writes for a page: the same steps as its own ``_build_page``.

        ``watched`` refuses templates that look at other pages than their own.
        """
        config = self.config
        config._current_page = page
        page.active = True
        try:
            known = self.files.documentation_pages()
            context = get_context(self.nav, known, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            if watched:
                context["pages"] = _Unseen()
            return str(config.plugins.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False
            config._current_page = None

    def item(self, item: AnchorLink) -> str:
        """Return an item of a table of contents."""
        return self.env.get_template(_ITEM).render(toc_item=item)


class _Unseen(Sequence[File]):
    """The site's pages, for a template that does not look at them."""

    def __getitem__(self, index: Any) -> Any:
        raise NoFrameError("the theme looks at other pages when it prints one")

    def __len__(self) -> int:
        return int(self[0])


class _Listing(Sequence[File]):
    """The files of all pages in the edition's order, for templates that list them, such as a site map."""

    def __init__(self, shop: Shop, known: Iterable[File]) -> None:
        self.shop, self.known = shop, known

    @cached_property
    def files(self) -> list[File]:
        found = {file.src_uri: file for file in self.known}
        aside = self.shop.aside
        own = [
            self.shop.made(replace(page, lead="", sections=())).file
            if page.source in aside
            else found.pop(page.source, None)
            for page in self.shop.pages
        ]
        return [*(file for file in own if file is not None), *found.values()]

    def __getitem__(self, index: Any) -> Any:
        return self.files[index]

    def __len__(self) -> int:
        return len(self.files)


@dataclass(frozen=True)
class Form:
    """How the pages of one kind are printed."""

    frame: Frame
    gap: str
    """What stands between two items of a table of contents."""

    def fill(self, page: MkDocsPage, theme: Theme) -> str:
        """Return a page."""
        items = list(page.toc)
        return self.frame.fill(
            {
                "title": str(page.meta["title"]),
                "description": str(page.meta["description"]),
                "card": str(page.meta.get("card", "")),
                "canonical": page.canonical_url or "",
                "address": page.abs_url or "",
                "body": page.content or "",
                "first": items[0].url if items else "",
                "contents": self.gap.join(map(theme.item, items)),
            }
        )


@dataclass
class Shop:
    """The pages that are to be pressed: MkDocs does not know of them."""

    config: MkDocsConfig
    fill: Fill
    pages: Sequence[Page]
    """All pages of the edition, in their order."""
    waiting: dict[Kind, list[Page]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """Why pages are not pressed."""

    def choose(self) -> set[str]:
        """Set pages aside; return the sources of those that are MkDocs' to build, its navigation's among them."""
        everything = {page.source for page in self.pages}
        if guest := stranger(self.config):
            self.told.append(f"{guest} wants to see every page")
            return everything
        found: dict[Kind, list[Page]] = {}
        leading = named(self.config.nav)
        for page in self.pages:
            if page.source not in leading:
                found.setdefault(kind(page), []).append(page)
        self.waiting = {key: pages for key, pages in found.items() if len(pages) >= FEWEST}
        return everything - self.aside

    @property
    def aside(self) -> set[str]:
        """The sources of the pages that were set aside."""
        return {page.source for pages in self.waiting.values() for page in pages}

    def press(self, theme: Theme, seen: Callable[[MkDocsPage, Page], None]) -> list[MkDocsPage]:
        """Write the pages that were set aside, and return those that must be built in the ordinary way.

        ``seen`` is told of every page that is written.
        """
        refused: list[MkDocsPage] = []
        for key, pages in list(self.waiting.items()):
            try:
                form = self.form(pages[0], theme)
                for page in unlike(pages):
                    if form.fill(self.made(page), theme) != theme.render(self.made(page)):
                        raise NoFrameError(
                            f"{page.source} printed from its frame is not what the theme makes of it"
                        )
            except (NoFrameError, jinja2.TemplateError) as error:
                self.told.append(f"pages of the kind {key[0]!r}: {error}")
                refused += map(self.made, self.waiting.pop(key))
                continue
            for page in pages:
                made = self.made(page)
                path = Path(made.file.abs_dest_path)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(form.fill(made, theme).encode("utf-8", errors="xmlcharrefreplace"))
                seen(made, page)
        return refused

    def made(self, page: Page) -> MkDocsPage:
        """Return a page as MkDocs has it before it is printed."""
        file = File.generated(self.config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        made = MkDocsPage(None, file, self.config)
        made.markdown = ""
        self.fill(made, page)
        return made

    def form(self, page: Page, theme: Theme) -> Form:
        """Return the form of a kind, made of what the theme does with one of its pages."""
        made = self.made(page)
        made.meta.update({name: slot(name) for name in ("title", "description", "card") if name in made.meta})
        made.title = slot("title")
        if made.canonical_url:
            made.canonical_url, made.abs_url = slot("canonical"), slot("address")
        # Themes ask whether a body has a heading of its own.
        made.content = f"<h1>{slot('body')}</h1>"
        items = (
            [AnchorLink(trace(f"title-{place}"), trace(place), 2) for place in ("first", "second")]
            if page.sections
            else []
        )
        made.toc = TableOfContents(items)
        html = theme.render(made, watched=True).replace(made.content, slot("body"))
        gap = ""
        if items:
            html, gap = _contents(html, *map(theme.item, items))
            html = html.replace(items[0].url, slot("first"))
        return Form(cut(html, _NAMES, "body"), gap)

    def listing(self, known: Iterable[File]) -> Sequence[File]:
        """Return the files of all pages, those set aside among them; made when a template asks for them."""
        return _Listing(self, known)


def named(nav: object) -> set[str]:
    """Return all files that a navigation names."""
    if isinstance(nav, str):
        return {nav}
    items = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {name for item in items for name in named(item)}


def kind(page: Page) -> Kind:
    """Return what all pages of a frame have in common."""
    return (page.kind, page.address.count("/"), page.wide, bool(page.sections), page.card is not None)


def unlike(pages: Sequence[Page]) -> list[Page]:
    """Return the pages on which a form is tried: the last one, and those with most and fewest signs and sections."""

    def signs(page: Page) -> int:
        return sum(not char.isalnum() for char in page.title + page.description)

    def sections(page: Page) -> int:
        return len(page.sections)

    chosen = [
        pages[-1],
        max(pages, key=signs),
        min(pages, key=signs),
        max(pages, key=sections),
        min(pages, key=sections),
    ]
    return list({page.source: page for page in chosen}.values())


def _contents(html: str, first: str, second: str) -> tuple[str, str]:
    """Put a slot in the place of a table of contents of two items; also return what stands between them."""
    gaps: set[str] = set()
    while (start := html.find(first)) >= 0:
        end = html.find(second, start)
        if end < 0:
            raise NoFrameError("the theme prints the table of contents in parts")
        gaps.add(html[start + len(first) : end])
        html = html[:start] + slot("contents") + html[end + len(second) :]
    if len(gaps) > 1:
        raise NoFrameError("the theme prints two different tables of contents")
    return html, gaps.pop() if gaps else ""


def stranger(config: MkDocsConfig) -> str | None:
    """Return a plugin or hook that looks at single pages and is not known to do so harmlessly, or ``None``."""
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            name = f"{getattr(method, '__module__', '')}.{getattr(method, '__name__', event)}"
            if not name.startswith(_HARMLESS):
                return name
    return None
