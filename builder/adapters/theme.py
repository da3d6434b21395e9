"""The site's theme: rendering pages as MkDocs does, and what the theme needs to know of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec import Struct

from builder.adapters.made_files import anchors_of
from builder.adapters.overrides import narrow, theme_files
from builder.build.printing import OtherPagesError
from builder.cache import regular
from builder.pages.page import Page, Section, in_head

_ITEM = "partials/toc-item.html"
# Events for single pages. They do not happen for pages printed from forms, so plugins that use them need all pages rendered.
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
_HARMLESS = ("material.plugins.search.", "builder.adapters.plugin.")


class Theme(Struct, frozen=True, dict=True):
    """Everything that MkDocs renders a page with."""

    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def page(self, page: Page) -> MkDocsPage:
        """Return a page as MkDocs has it before it renders it."""
        file = File.generated(self.config, page.md_path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        made = MkDocsPage(None, file, self.config)
        made.markdown = ""
        fill(made, page)
        return made

    def render(self, page: MkDocsPage, *, watched: bool = False) -> str:
        """Return what MkDocs writes for a page, with the same steps as its own ``_build_page``.

        If ``watched``, raises ``OtherPagesError`` if a template looks at other pages than its own.
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
        """Return the HTML of an item of a table of contents."""
        return narrow(self.env.get_template(_ITEM).render(toc_item=item)).strip()


def fill(made: MkDocsPage, page: Page) -> None:
    """Set title, description, contents and body of a page of MkDocs."""
    texts = head_texts(page)
    made.meta.update(title=texts["title"], description=texts["description"], hide=hidden(page.wide))
    for name in ("card", "feed"):
        if texts[name]:
            made.meta[name] = texts[name]
    # Not in ``meta``, which a page of the site's own writes itself.
    made.vm_head = texts["head"]  # type: ignore[attr-defined]
    # The builder adds its own entries to the search index.
    made.meta["search"] = {"exclude": True}
    made.toc = TableOfContents(contents(page.sections))
    made.present_anchor_ids = anchors_of(page.body)
    made.content = page.body


def head_texts(page: Page) -> dict[str, str]:
    """Return ``title``, ``description``, ``card``, ``feed`` and ``head`` of a page, escaped, because themes print them unchanged."""
    card = "" if page.card is None else card_address(page)
    return {
        "title": in_head(page.title),
        "description": in_head(page.description),
        "card": card,
        "feed": page.own_feed,
        "head": page.head,
    }


def hidden(wide: bool) -> list[str]:
    """Return the sidebars that the theme must not print: the navigation is in the tabs above."""
    return ["navigation", "toc"] if wide else ["navigation"]


def card_address(page: Page) -> str:
    """Return the address of the preview image for shared links to a page."""
    return f"cards/{page.md_path.removesuffix('.md').replace('/', '-')}.png"


def contents(sections: Iterable[Section]) -> list[AnchorLink]:
    """Return a table of contents, with deeper headings nested in those before them."""
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for section in sections:
        item = AnchorLink(in_head(section.title), section.id, section.level)
        while open_ and open_[-1].level >= section.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(item)
        open_.append(item)
    return top


def theme_digest(config: MkDocsConfig) -> str:
    """Return the digest of everything that the theme renders pages from: its templates, and the site's settings.

    The digest of a form is not enough, because a template may print more on some pages of a kind.
    """
    # Without the site's folder, so that moving it changes nothing.
    known = {key: value for key, value in config.items() if key not in ("config_file_path", "site_dir")}
    settings = json.dumps(known, default=_plain, skipkeys=True, ensure_ascii=False)
    if config.config_file_path:
        settings = settings.replace(str(Path(config.config_file_path).parent), "")
    found: list[object] = [version("mkdocs"), settings]
    for folder in config.theme.dirs:
        found += (
            [name, hashlib.sha256(regular.read(Path(folder, name))).hexdigest()]
            for name in theme_files(Path(folder))
            if name.endswith(".html")
        )
        found.append("and before")
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()


def _plain(value: object) -> object:
    """Return a JSON value for a setting that JSON cannot hold, the same in each process."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, BasePlugin):
        return [type(value).__qualname__, dict(value.config)]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    # Mostly functions of extensions.
    named = value if hasattr(value, "__qualname__") else type(value)
    return f"{named.__module__}.{getattr(named, '__qualname__', '')}"


class _Unseen(Sequence[File]):
    """Stands for the site's pages in a template that must not look at them."""

    def __getitem__(self, index: Any) -> Any:
        raise OtherPagesError("the theme looks at other pages when it prints one")

    def __len__(self) -> int:
        return int(self[0])


class Listing(Sequence[Any]):
    """All pages of a site for templates that list them, such as a site map, in the order of their Markdown paths.

    Pages that MkDocs does not know have only what such templates print: address, title and day.
    """

    def __init__(self, known: Iterable[File], printed: Callable[[], Iterable[Any]]) -> None:
        self.known, self.printed = known, printed
        self._files: list[Any] | None = None

    @property
    def files(self) -> list[Any]:
        """The files, sorted on first use."""
        if self._files is None:
            self._files = sorted([*self.known, *self.printed()], key=lambda file: str(file.src_uri))
        return self._files

    def __getitem__(self, index: Any) -> Any:
        return self.files[index]

    def __len__(self) -> int:
        return len(self.files)


class Listed:
    """A printed page in a listing: file and page in one object, since there may be many."""

    __slots__ = ("_title", "canonical_url", "src_uri", "update_date", "url")
    inclusion = InclusionLevel.NOT_IN_NAV
    is_link = False

    def __init__(self, site_url: str | None, day: str, md_path: str, url: str, title: str) -> None:
        self.src_uri, self.url, self.update_date, self._title = md_path, url, day, title
        self.canonical_url = f"{site_url.rstrip('/')}/{url}" if site_url else None

    @property
    def abs_url(self) -> str | None:
        """The page's address without the host."""
        return urlsplit(self.canonical_url).path if self.canonical_url else None

    @property
    def page(self) -> Listed:
        """The page of the file."""
        return self

    @property
    def title(self) -> str:
        """The page's title, escaped."""
        return in_head(self._title)

    @property
    def meta(self) -> dict[str, Any]:
        """Always empty."""
        return {}


def page_plugin(config: MkDocsConfig) -> str | None:
    """Return the name of a plugin or hook that handles single pages and is not known to be harmless, or None."""
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            name = f"{getattr(method, '__module__', '')}.{getattr(method, '__name__', event)}"
            if not name.startswith(_HARMLESS):
                return name
    return None


def named_by_plugins(config: MkDocsConfig) -> set[str]:
    """Return the Markdown paths that settings of plugins name, such as the targets of redirects."""
    found: set[str] = set()
    # A hook is a module among the plugins, and has no settings.
    waiting: list[object] = [dict(getattr(plugin, "config", {})) for plugin in config.plugins.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            path = value.partition("#")[0]
            found |= {path} if path.endswith(".md") else set()
        elif isinstance(value, (dict, list)):
            waiting += value.values() if isinstance(value, dict) else value
    return found


def named_in_nav(nav: object) -> set[str]:
    """Return the paths of all files that a navigation names."""
    if isinstance(nav, str):
        return {nav}
    items = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {name for item in items for name in named_in_nav(item)}


def leave_out(config: MkDocsConfig, files: Files) -> None:
    """Take out of a site what Material ships and no page of it loads: source maps, and a search in English needs no other language."""
    search = config.plugins.get("search") or config.plugins.get("material/search")
    english = search is not None and search.config.get("lang") == ["en"]
    for file in list(files):
        path = file.src_uri
        other = english and path.startswith("assets/javascripts/lunr/")
        spare = other or (path.startswith("assets/") and path.endswith(".map"))
        # What a site has of its own under such a name is its own affair.
        if spare and file.src_dir not in (config.docs_dir, config.theme.custom_dir):
            files.remove(file)
