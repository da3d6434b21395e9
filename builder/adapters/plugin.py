"""The MkDocs plugin: prints the edition through MkDocs. Knows MkDocs and nothing of what the pages say."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler, get_build_date

from builder.adapters.assets import enclose
from builder.adapters.forms import Forms
from builder.adapters.overrides import mended, our_theme
from builder.adapters.serve import ContentAbort, bind_in_words, readable, tell, tell_in_browser
from builder.adapters.settings import content_place, guarded, honest, line_of, searched
from builder.adapters.telling import logger, tell_line
from builder.adapters.theme import (
    Listed,
    Listing,
    Theme,
    card_address,
    fill,
    named_in_nav,
    stranger,
    theme_digest,
)
from builder.build.incremental import Picture, Progress
from builder.build.plan import HalfwayError
from builder.build.printing import Kind, OtherPagesError, UnlikeError
from builder.build.run import Build
from builder.cache.fingerprint import folder_digest
from builder.cache.records import PLACE, digest
from builder.compare.changes import change_lines
from builder.content.copied_files import enclosed
from builder.content.problems import ContentError
from builder.content.settings_file import look_at
from builder.pages import links, search_index
from builder.pages.render import TEMPLATES, Page, in_head
from builder.pages.template_cache import Compiled
from builder.proof.check import refuse_astray

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = logger()

FONTS = "theme/assets/fonts"
"""Where the templates' folder has the fonts."""

Made = TypeVar("Made")


class VariorumConfig(Config):
    """The plugin has no settings: what holds for a site is in ``content/site.yml``."""


class VariorumPlugin(BasePlugin[VariorumConfig]):
    """Prints the edition made from ``docs_dir`` as the site's pages.

    MkDocs renders the pages of its navigation. All others are printed from forms that its theme made, and of those only
    what has changed since the last build. The site is prepared aside and put in its place at the end.
    """

    from_forms = True
    """Whether pages are printed from forms; a test compares both ways."""
    replace = False
    """Whether files in the site's folder that no build wrote may go."""
    progress: Progress | None = None
    """Is told how far a build is."""
    build: Build

    def __init__(self) -> None:
        self.number = 0
        """Pages that the site has."""
        self.refused: dict[Kind, str] = {}
        """Kinds of pages that were rendered one by one, and why."""
        self.guest: str | None = None
        """Who wants to see every page, so that MkDocs renders all of them."""
        self._begun = False
        self.built = False
        """Whether the edition is made."""
        self._content_dir = ""
        self._counter = CountHandler()
        self._counter.setLevel(logging.WARNING)

    # Before other plugins ask the theme for words.
    @event_priority(100)
    def _dress(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our part of the theme in; first make sure that the settings are text that can be printed."""
        file = Path(config.config_file_path or "")
        # What MkDocs was handed as an open file is read, and gone.
        if file.is_file():
            readable(look_at(file))
        root, content_dir = content_place(config)
        self._content(lambda: refuse_astray(root, content_dir))
        our_theme(config, Compiled(root / PLACE / "templates"))
        return config

    def _open(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the content, and have MkDocs write aside: the former site stays until this one is done.

        On errors all problems are printed and the build ends with exit code 1.
        """
        self._content(lambda: honest(config))
        self.build = self._content(
            lambda: Build(
                *content_place(config),
                Path(os.path.realpath(config.site_dir)),
                _waiting,
                directory_urls=config.use_directory_urls,
                language=str(config.theme.get("language", "en")),
                guarded=guarded(config),
                line=line_of(config, "site_dir"),
                replace=self.replace,
            )
        )
        self._begun = True
        config.site_dir = str(self.build.staging)
        if config.strict:
            logging.getLogger("mkdocs").addHandler(self._counter)
        if config.extra.get("offline"):
            # Pages opened from a folder may start no worker; this shim plays one in a frame.
            config.extra.setdefault("polyfills", []).append("assets/javascripts/iframe-worker.js")
        if config.nav is None:
            found = self.build.navigation.navigation
            config.nav = [{in_head(label): links.md_path(address)} for label, address in found]
        return config

    on_config = CombinedEvent(_dress, _open)

    # After all other plugins had their look at the folder.
    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Show MkDocs an empty folder, the one that the site is prepared in, where it would make an object of each article."""
        self._content_dir, config.docs_dir = config.docs_dir, config.site_dir

    # Before any other plugin asks for the files.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages that MkDocs renders in the place of the content files."""
        config.docs_dir = self._content_dir
        root, content_dir = content_place(config)
        found = enclosed(root / content_dir)
        self._content(lambda: self.build.inventory.admit(found, enclose(config, files, found, content_dir)))
        navigation = named_in_nav(config.nav)
        leading = {md_path for md_path in navigation if self.build.navigation.may_have(md_path)}
        guest = stranger(config) if self.from_forms else "a test"
        if guest:
            self.guest = f"{guest} wants to see every page"
            self._build_pages(config, None, None)
            leading |= self.build.pages.keys()
        self.leading = frozenset(leading)
        for md_path in sorted(leading):
            # Pages outside the navigation are meant to be there, so MkDocs need not mention them.
            inclusion = InclusionLevel.UNDEFINED if md_path in navigation else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, md_path, content="", inclusion=inclusion))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs passes them
        """Keep the navigation: printed pages show it too."""
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Leave a page of the edition without Markdown: its body is put in afterwards."""
        md_path = page.file.src_uri
        if md_path not in self.leading:
            return markdown
        # Where the navigation leaves its title to the page, all other pages print it too.
        page.meta["title"] = in_head(self.build.navigation.title(md_path))
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Put a page's body in, where all pages are rendered one by one."""
        made = self.build.pages.get(page.file.src_uri) if self.built else None
        if made is None:
            return html
        fill(page, made)
        return made.body

    # After all other plugins had their say on the environment.
    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make the edition: print what is printed from forms, and fill the pages that MkDocs renders."""
        theme = Theme(config, env, files, self.nav)
        while not self.built:
            try:
                forms = Forms(theme, self.refused, self.build.memo, theme_digest(config))
                self._build_pages(config, forms, self.leading)
            except UnlikeError as error:
                self.refused[error.kind] = error.reason
                self._content(self.build.open)
            except OtherPagesError as error:
                self.guest = str(error)
                self._content(self.build.open)
                self._build_pages(config, None, None)
                for page in self.build.pages.values():
                    if page.md_path not in self.leading:
                        files.append(theme.page(page).file)
        for file in files.documentation_pages():
            made = self.build.pages.get(file.src_uri)
            if made is not None and file.page is not None:
                fill(file.page, made)
            elif file.src_uri in self.leading:
                log.warning("The navigation names %s, and there is no such page.", file.src_uri)
        if self.guest or self.refused:
            reasons = [self.guest] if self.guest else []
            reasons += [f"pages of the kind {kind[0]!r}: {reason}" for kind, reason in self.refused.items()]
            for reason in reasons:
                # Told past the logging: strict mode counts what is logged, and this only takes longer.
                tell_line(f"Rendered page by page: {reason}")
        return env

    def _build_pages(self, config: MkDocsConfig, forms: Forms | None, leading: frozenset[str] | None) -> None:
        """Make the edition. Without forms all pages are MkDocs' to render."""
        fonts = folder_digest(TEMPLATES / FONTS)
        ground = digest(config.site_name, fonts, forms.ground if forms else theme_digest(config))
        json_lists = [search_index.FILE] if searched(config) else []
        self._content(
            lambda: self.build.build_pages(
                forms,
                leading,
                ground,
                json_lists,
                lambda page: _card(config.site_name, fonts, page),
                self.progress,
            )
        )
        tell(self.build.inventory.told(self.build.result.problems))
        self.built = True

    def on_template_context(
        self, context: TemplateContext, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Let site maps, and what else lists pages, list the printed ones too."""
        if self.built:
            pages = self.build.result.pages
            day = get_build_date()
            context["pages"] = Listing(
                context["pages"], lambda: (Listed(config.site_url, day, *page) for page in pages)
            )
        return context

    on_page_context = on_template_context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """Mend what the theme prints and the HTML standard does not allow."""
        return mended(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """The same for the page that is shown where there is none."""
        return mended(output) if template_name.endswith(".html") else output

    # After the search plugin wrote its index, and whoever else looks at what was written.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put every page, question and claim into the search index, and the site in its place."""
        path = Path(config.site_dir) / search_index.FILE
        if searched(config) and path.is_file():
            head, own = search_index.frame(
                path.read_bytes(), search_index.search_names(self.build.inventory.site)
            )
            path.unlink()
            self.build.write_json_list(search_index.FILE, head, own, search_index.TAIL)
            if config.extra.get("offline"):
                # Without a server a page may not fetch, but it may load a script.
                path.with_suffix(".js").write_bytes(
                    b"var __index = " + self.build.writer.read(search_index.FILE)
                )
        if counts := self._counter.get_counts():
            logged = ", ".join(f"{number} {level.lower()}s" for level, number in counts)
            raise Abort(f"Aborted with {logged} in strict mode!")
        files = self._content(self.build.put)
        self.number = sum(name.endswith(".html") for name in files)
        for line in change_lines(self.build.changes):
            log.info(line)
        config.site_dir = str(self.build.site)
        logging.getLogger("mkdocs").removeHandler(self._counter)
        self.build.close()

    def on_build_error(self, **_: object) -> None:
        """Throw away what was prepared; the former site stays as it was."""
        logging.getLogger("mkdocs").removeHandler(self._counter)
        if self._begun:
            self.build.discard()

    def _content(self, make: Callable[[], Made]) -> Made:
        """Make something of the content; print its problems and end the build where it has errors."""
        try:
            return make()
        except ContentError as error:
            tell(error.problems)
            raise ContentAbort(error.problems) from None
        except HalfwayError as error:
            tell_line(f"Error: {error}")
            raise Abort("The site is built and only in part in its place.") from None

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 - MkDocs passes it
    ) -> LiveReloadServer:
        """Watch the templates, ours and the site's own; MkDocs itself watches the content and ``mkdocs.yml``."""
        own = content_place(config)[0] / "templates"
        for folder in dict.fromkeys((TEMPLATES.resolve(), own.resolve())):
            if folder.is_dir():
                server.watch(str(folder))
        bind_in_words(server)
        tell_in_browser(server, Path(config.config_file_path) if config.config_file_path else None)
        return server


def _card(site_name: str, fonts: str, page: Page) -> Picture | None:
    """Return the picture that a shared link to a page shows, where it has one. ``fonts`` is their digest."""
    if (answer := page.card) is None:
        return None

    def draw() -> bytes:
        # What draws takes longer to be imported than to draw one, and most builds draw none.
        from builder.pages import cards

        return cards.card(site_name, page.title, answer, TEMPLATES / FONTS)

    return Picture(card_address(page), digest(site_name, fonts, page.title, answer), draw)


def _waiting() -> None:
    tell_line("Another build of this site is at work; this one waits for its end.")
