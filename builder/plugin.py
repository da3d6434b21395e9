"""The MkDocs plugin: prints the edition through MkDocs. Knows MkDocs and nothing of what the pages say."""

from __future__ import annotations

import logging
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from builder import edition, links, searchindex
from builder.overlay import Overlay
from builder.pages import cards, render
from builder.press.shop import Shop, Theme
from builder.problems import ContentError, Problem, errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    import jinja2
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.variorum")

FONTS = "theme/assets/fonts"
"""Where the templates' folder has the fonts."""

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?type="checkbox"[^>]*?) autocomplete="off"')
"""A checkbox may not be completed by itself, so it may not say so either."""

_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
"""Labels a switch that pages without a side navigation do not have."""

_OURS = (".md", ".yml", ".yaml")
"""Files of the content folder that are read, not copied."""


class ContentAbort(Abort):
    """The content has errors, told already; the build ends."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(count(problems))


class VariorumConfig(Config):
    """The plugin has no settings: what holds for a site is in ``content/site.yml``."""


class VariorumPlugin(BasePlugin[VariorumConfig]):
    """Prints the edition made from ``docs_dir`` as the site's pages. Everything is made anew at each build."""

    pressing = True
    """Whether pages of which there are many are printed from a frame; a test compares both ways."""

    def __init__(self) -> None:
        self.edition: edition.Edition | None = None
        self.pages: dict[str, render.Page] = {}
        self.nav: Navigation | None = None
        self.shop: Shop | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content, before MkDocs empties the site's folder.

        On errors all problems are printed and the build ends with exit code 1; the former site stays.
        """
        root, content_dir = content_place(config)
        _our_theme(config)
        try:
            made = edition.make(
                root,
                content_dir,
                directory_urls=config.use_directory_urls,
                language=str(config.theme.get("language", "en")),
            )
        except ContentError as error:
            tell(error.problems)
            raise ContentAbort(error.problems) from None
        # Told past the logging: strict mode counts what is logged, and a warning about content stops nothing.
        tell(made.warnings)
        self.edition = made
        self.pages = {page.source: page for page in made.pages}
        if config.extra.get("offline"):
            # Pages opened from a folder may start no worker; this shim plays one in a frame.
            config.extra.setdefault("polyfills", []).append("assets/javascripts/iframe-worker.js")
        if config.nav is None:
            config.nav = [{str(escape(label)): links.source(address)} for label, address in made.navigation]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the edition's pages and data in the place of the content files."""
        assert self.edition is not None
        content = Path(config.docs_dir)
        for file in list(files):
            if file.src_dir and Path(file.src_dir) == content and file.src_uri.endswith(_OURS):
                files.remove(file)
        leading = {links.source(address) for _, address in self.edition.navigation}
        self.shop = Shop(config, self.fill, self.edition.pages)
        known = self.shop.choose() if self.pressing else set(self.pages)
        for source in self.pages:
            if source not in known:
                continue
            # Pages outside the navigation are meant to be there, so MkDocs need not mention them.
            inclusion = InclusionLevel.UNDEFINED if source in leading else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, source, content="", inclusion=inclusion))
        for address, text in self.edition.data.items():
            files.append(File.generated(config, address, content=text))
        for page in self.pages.values():
            if page.card is not None:
                drawn = cards.card(config.site_name, page.title, page.card, render.TEMPLATES / FONTS)
                files.append(File.generated(config, card_address(page), content=drawn))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs passes them
        """Keep the navigation: pressed pages show it too."""
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Leave a page of the edition without Markdown: its body is put in afterwards."""
        return "" if page.file.src_uri in self.pages else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Print the page's body as its content, and put it into the search index."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html
        self.fill(page, made)
        self.index(config, page, made)
        return page.content or ""

    def fill(self, page: Page, made: render.Page) -> None:
        """Give a page its words; themes print title and description as they are, so they are escaped."""
        page.meta["title"] = str(escape(made.title))
        page.meta["description"] = str(escape(made.description))
        if made.card is not None:
            page.meta["card"] = card_address(made)
        # The navigation is in the tabs above; beside a wide table there is no room for more.
        page.meta["hide"] = ["navigation", "toc"] if made.wide else ["navigation"]
        # It is put into the index here, without the parts that no search looks at.
        page.meta["search"] = {"exclude": True}
        page.toc = contents(made)
        page.present_anchor_ids = {section.id for section in made.sections}
        page.content = searchindex.unmarked(made.body)

    def index(self, config: MkDocsConfig, page: Page, made: render.Page) -> None:
        """Put a page into the search index of Material's search."""
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is not None:
            searchindex.add(index, page, made)

    # After all other plugins had their say on the environment.
    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Print the pages of which there are many, each from the frame of its kind."""
        assert self.shop is not None
        assert self.nav is not None
        for page in self.shop.press(Theme(config, env, files, self.nav), partial(self.index, config)):
            files.append(page.file)
            self.index(config, page, self.pages[page.file.src_uri])
        for reason in self.shop.told:
            log.info("Every page is rendered by itself: %s", reason)
        return env

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Let site maps, and what else lists pages, list the pressed ones too."""
        assert self.shop is not None
        context["pages"] = self.shop.listing(context["pages"])
        return context

    on_page_context = on_template_context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """Mend what the theme prints and the HTML standard does not allow."""
        return mended(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """The same for the page that is shown where there is none."""
        return mended(output) if template_name.endswith(".html") else output

    # After the search plugin wrote its index.
    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put every question and claim into the search index, each with the place that it leads to."""
        path = Path(config.site_dir) / "search" / "search_index.json"
        if not path.is_file():
            return
        written = searchindex.finish(path, self.pages.values(), config.use_directory_urls)
        if config.extra.get("offline"):
            # Without a server a page may not fetch, but it may load a script.
            path.with_suffix(".js").write_text(f"var __index = {written}", encoding="utf-8")

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes both
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch the templates; MkDocs itself watches the content and ``mkdocs.yml``."""
        server.watch(str(render.TEMPLATES))
        _tell_in_browser(server)
        return server


def mended(html: str) -> str:
    """Return a page of the theme without what the HTML standard does not allow."""
    html = _SWITCH.sub(r"\1", html)
    return html if 'id="__toc"' in html else _LABEL.sub(r'<span class="md-nav__title">\1</span>', html)


def card_address(page: render.Page) -> str:
    """Return where the picture of a page stands that a shared link shows."""
    return f"cards/{page.source.removesuffix('.md').replace('/', '-')}.png"


def _tell_in_browser(server: LiveReloadServer) -> None:
    """Show what is wrong over the last good page, and go on serving; MkDocs alone would seem stuck."""
    overlay = Overlay()
    build = server.builder

    def rebuild() -> None:
        try:
            build()
        except ContentAbort as error:
            sys.stderr.write(f"{error}\n")
            overlay.show(str(error), map(str, errors(error.problems)))
        except SystemExit as error:
            sys.stderr.write(f"{error}\n")
            overlay.show(str(error) or "The build failed; the terminal says why.")
        except Exception as error:  # noqa: BLE001 - a template, a plugin, the settings: told, and mended while it runs
            line = f"{type(error).__name__}: {error}"
            sys.stderr.write(f"{line}\n")
            overlay.show("The build failed.", [line])
        else:
            overlay.clear()

    server.builder = rebuild
    server.set_app(overlay.around(server.serve_request))


def _our_theme(config: MkDocsConfig) -> None:
    """Put our overrides of the theme after the site's own and before the theme's, where the site does not name them."""
    ours = str(render.TEMPLATES / "theme")
    folders = config.theme.dirs
    if not any(Path(folder).resolve() == Path(ours) for folder in folders):
        folders.insert(1 if config.theme.custom_dir else 0, ours)


def content_place(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the site's root and the content folder's name in it."""
    content = Path(config.docs_dir)
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else content.parent
    if content.is_relative_to(root) and content != root:
        return root, content.relative_to(root).as_posix()
    return content.parent, content.name


def contents(page: render.Page) -> TableOfContents:
    """Return the table of contents of a page, deeper headings within those before them."""
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for section in page.sections:
        item = AnchorLink(str(escape(section.title)), section.id, section.level)
        while open_ and open_[-1].level >= section.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(item)
        open_.append(item)
    return TableOfContents(top)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems, one a line, where an editor looks for them."""
    for problem in problems:
        sys.stderr.write(f"{problem}\n")


def count(problems: list[Problem]) -> str:
    """Return how many problems stopped the build."""
    number = len(errors(problems))
    rest = len(problems) - number
    warnings = f" and {rest} warning{'s'[: rest != 1]}" if rest else ""
    return f"{number} error{'s'[: number != 1]}{warnings} in the content. Nothing was built; the former site is as it was."
