"""The site's theme, as MkDocs renders a page with it."""

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

from builder.adapters.overrides import visible
from builder.build.printing import OtherPagesError
from builder.cache import regular
from builder.pages.render import Page, Section, in_head

_ITEM = "partials/toc-item.html"
# What a plugin may do to single pages: who does any of these would wait in vain for those printed from forms.
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
    """What MkDocs renders a page with."""

    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def page(self, page: Page) -> MkDocsPage:
        """Return a page as MkDocs has it before it is printed."""
        file = File.generated(self.config, page.md_path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        made = MkDocsPage(None, file, self.config)
        made.markdown = ""
        fill(made, page)
        return made

    def render(self, page: MkDocsPage, *, watched: bool = False) -> str:
        """Return what MkDocs writes for a page: the same steps as its own ``_build_page``.

        ``watched`` refuses templates that look at other pages than their own: raises ``OtherPagesError``.
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


def fill(made: MkDocsPage, page: Page) -> None:
    """Give a page of MkDocs what it is to say."""
    words = words_of(page)
    made.meta.update(title=words["title"], description=words["description"], hide=hidden(page.wide))
    if words["card"]:
        made.meta["card"] = words["card"]
    # Searches find it by records of its own.
    made.meta["search"] = {"exclude": True}
    made.toc = TableOfContents(contents(page.sections))
    made.present_anchor_ids = {section.id for section in page.sections}
    made.content = page.body


def words_of(page: Page) -> dict[str, str]:
    """Return a page's title and description as themes print them: as they are, so they are escaped. And its card."""
    card = "" if page.card is None else card_address(page)
    return {"title": in_head(page.title), "description": in_head(page.description), "card": card}


def hidden(wide: bool) -> list[str]:
    """Return what the theme is not to print beside a page: the navigation is in the tabs above."""
    return ["navigation", "toc"] if wide else ["navigation"]


def card_address(page: Page) -> str:
    """Return where the picture of a page stands that a shared link shows."""
    return f"cards/{page.md_path.removesuffix('.md').replace('/', '-')}.png"


def contents(sections: Iterable[Section]) -> list[AnchorLink]:
    """Return a table of contents, deeper headings within those before them."""
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
    """Return the digest of all that the theme makes pages of: its templates, and the site's settings.

    A form shows what all pages of its kind have in common; a template may say more on some of them.
    """
    # The folder of the site is not among them: one that is moved stays the same.
    known = {key: value for key, value in config.items() if key not in ("config_file_path", "site_dir")}
    settings = json.dumps(known, default=_plain, skipkeys=True, ensure_ascii=False)
    if config.config_file_path:
        settings = settings.replace(str(Path(config.config_file_path).parent), "")
    found: list[object] = [version("mkdocs"), settings]
    for folder in config.theme.dirs:
        found += (
            [name, hashlib.sha256(regular.read(Path(folder, name))).hexdigest()]
            for name in visible(Path(folder))
            if name.endswith(".html")
        )
        found.append("and before")
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()


def _plain(value: object) -> object:
    """Return what JSON knows in the place of a setting that it does not know, the same one in each process."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, BasePlugin):
        return [type(value).__qualname__, dict(value.config)]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    # Functions of extensions, mostly.
    named = value if hasattr(value, "__qualname__") else type(value)
    return f"{named.__module__}.{getattr(named, '__qualname__', '')}"


class _Unseen(Sequence[File]):
    """The site's pages, for a template that does not look at them."""

    def __getitem__(self, index: Any) -> Any:
        raise OtherPagesError("the theme looks at other pages when it prints one")

    def __len__(self) -> int:
        return int(self[0])


class Listing(Sequence[Any]):
    """All pages of a site for templates that list them, such as a site map: in the order of their Markdown paths, however printed.

    Of those that MkDocs does not know there is what such templates print: address, title and day.
    """

    def __init__(self, known: Iterable[File], printed: Callable[[], Iterable[Any]]) -> None:
        self.known, self.printed = known, printed
        self._files: list[Any] | None = None

    @property
    def files(self) -> list[Any]:
        """The files, made when somebody asks."""
        if self._files is None:
            self._files = sorted([*self.known, *self.printed()], key=lambda file: str(file.src_uri))
        return self._files

    def __getitem__(self, index: Any) -> Any:
        return self.files[index]

    def __len__(self) -> int:
        return len(self.files)


class Listed:
    """A page printed from a form, as a listing has it: the file and its page in one, as there may be many."""

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
        """The page's title as themes print it."""
        return in_head(self._title)

    @property
    def meta(self) -> dict[str, Any]:
        """Nothing that an editor may set."""
        return {}


def stranger(config: MkDocsConfig) -> str | None:
    """Return a plugin or hook that looks at single pages and is not known to do so harmlessly, or ``None``."""
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            name = f"{getattr(method, '__module__', '')}.{getattr(method, '__name__', event)}"
            if not name.startswith(_HARMLESS):
                return name
    return None


def named_in_nav(nav: object) -> set[str]:
    """Return all files that a navigation names."""
    if isinstance(nav, str):
        return {nav}
    items = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {name for item in items for name in named_in_nav(item)}
