"""The MkDocs plugin: builds the site within a build of MkDocs, without knowing what the pages say."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import CountHandler, get_build_date

from builder.adapters import own_pages
from builder.adapters.assets import enclose
from builder.adapters.feeds import SITE_FEED, Follow, feeds
from builder.adapters.forms import Forms
from builder.adapters.made_files import Ours, made_file
from builder.adapters.overrides import our_theme, valid_html
from builder.adapters.own_html import Cleaning
from builder.adapters.serve import (
    ContentAbort,
    ToldAbort,
    check_settings,
    explain_bind_errors,
    print_problems,
    refuse_plugins,
    show_in_browser,
)
from builder.adapters.settings import (
    check_texts,
    content_place,
    guarded_folders,
    line_of,
    offline,
    searched,
)
from builder.adapters.telling import logger, tell_line
from builder.adapters.theme import (
    Listed,
    Listing,
    Theme,
    card_address,
    fill,
    leave_out,
    named_by_plugins,
    named_in_nav,
    page_plugin,
    theme_digest,
)
from builder.adapters.watching import watch
from builder.build.incremental import Attachment, Progress
from builder.build.plan import HalfwayError
from builder.build.printing import Kind, OtherPagesError, UnlikeError
from builder.build.run import Build
from builder.cache.fingerprint import folder_digest
from builder.cache.records import PLACE, digest
from builder.cache.system import refusal
from builder.compare.changes import change_lines
from builder.content.copied_files import enclosed
from builder.content.problems import ContentError
from builder.content.settings_file import look_at
from builder.pages import links, search_index
from builder.pages.about import About
from builder.pages.page import Page, in_head
from builder.pages.render import TEMPLATES
from builder.pages.template_cache import Compiled
from builder.proof import private_texts
from builder.proof.check import refuse_astray

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = logger()

FONTS = "theme/assets/fonts"
"""Path of the fonts in the folder of the templates."""

ROBOTS = "robots.txt"
"""The file that tells search engines where the site map is. One of the site's own stays instead."""
UNPLACED = (
    "This site does not know its address. Before you publish it, name it in mkdocs.yml (site_url: https://...): search engines, "
    "the site map, links that are shared and feeds need it."
)

Made = TypeVar("Made")


class VariorumConfig(Config):
    """The plugin has no settings: those of a site are in ``content/site.yml``."""


class VariorumPlugin(BasePlugin[VariorumConfig]):
    """Builds the site of the content in ``docs_dir``.

    MkDocs renders the pages of its navigation. All others are printed from forms that its theme rendered, and only if they
    changed since the last build. The site is prepared in a staging folder and published at the end.
    """

    from_forms = True
    """Whether pages are printed from forms. A test turns it off to compare both ways."""
    replace = False
    """Whether files in the site's folder that no build wrote may be removed."""
    progress: Progress | None = None
    """Called with the progress of a build."""
    build: Build

    def __init__(self) -> None:
        self.number = 0
        """Number of pages of the site."""
        self.refused: dict[Kind, str] = {}
        """Kinds of pages that are rendered one by one, with the reason."""
        self.all_rendered: str | None = None
        """Why MkDocs renders all pages, or None if it does not."""
        self._begun = False
        self.unplaced: str | None = None
        """What to tell of a site that does not know its address, or None."""
        self.built = False
        """Whether the pages are made."""
        self._content_dir = ""
        self._labels: list[tuple[str, str]] = []
        self._taken: set[tuple[str, ...]] = set()
        self._counter = CountHandler()
        self._counter.setLevel(logging.WARNING)

    # Before other plugins use the theme.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings file and add our overrides of the theme."""
        file = Path(config.config_file_path or "")
        # If MkDocs was given an open file, there is no path to read again.
        if file.is_file():
            check_settings(look_at(file))
        if told := refusal():
            raise ToldAbort(told)
        refuse_plugins(config)
        root, content_dir = content_place(config)
        self._content(lambda: refuse_astray(root, content_dir))
        our_theme(config, Compiled(root / PLACE / "templates"))
        config.markdown_extensions.append(Cleaning(lambda taken: self._tell_taken(config, taken)))  # type: ignore[arg-type]
        if offline(config):
            config.extra["offline"] = True
            # Pages opened as files may not start a worker; this shim runs its script in a frame.
            config.extra.setdefault("polyfills", []).append("assets/javascripts/iframe-worker.js")
        return config

    # After all other plugins looked at the folder.
    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Open the content, and make MkDocs write into the staging folder: the former site stays until this one is done.

        Not at ``on_config``: programs such as mike have that event too, to read the settings, build in another process, and look
        for the site where the settings said. If there are errors, prints all problems and ends the build with exit code 1.

        MkDocs then scans the empty staging folder instead of the content, where it would make an object for each article.
        """
        self._content(lambda: check_texts(config))
        self.build = self._content(
            lambda: Build(
                *content_place(config),
                Path(os.path.realpath(config.site_dir)),
                _waiting,
                directory_urls=config.use_directory_urls,
                language=str(config.theme.get("language", "en")),
                feeds=bool(config.site_url),
                about=about(config),
                guarded=guarded_folders(config),
                line=line_of(config, "site_dir"),
                replace=self.replace,
            )
        )
        self._begun = True
        if config.site_url and self.build.navigation.may_have(links.md_path(links.CHANGES)):
            config.extra[SITE_FEED] = links.FEED
        config.site_dir = str(self.build.staging)
        if config.strict:
            logging.getLogger("mkdocs").addHandler(self._counter)
        root, content_dir = content_place(config)
        self._found = enclosed(root / content_dir)
        self._content(lambda: self.build.inventory.admit_pages(self._found))
        self._own = own_pages.read(root / content_dir, self._found.pages)
        if config.nav is None:
            made = self.build.navigation.navigation
            self._labels = [(in_head(label), links.md_path(address)) for label, address in made]
            config.nav = own_pages.navigation(self._labels, ())
        self._content_dir, config.docs_dir = config.docs_dir, config.site_dir

    # Before any other plugin uses the files.
    @event_priority(100)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the files to copy, and the pages that MkDocs renders, instead of the content files."""
        config.docs_dir = self._content_dir
        content_dir = content_place(config)[1]
        found, navigation = self._found, named_in_nav(config.nav)
        clashes = enclose(config, files, found, content_dir)
        self._content(lambda: self.build.inventory.admit(found, clashes))
        own_pages.add(config, files, self._own)
        leave_out(config, files)
        self._ours = Ours(config, files, self.build.navigation.may_have)
        named = navigation | named_by_plugins(config)
        leading = {md_path for md_path in named if self.build.navigation.may_have(md_path)}
        plugin = page_plugin(config) if self.from_forms else "a test"
        if plugin:
            self.all_rendered = f"{plugin} wants to see every page"
            self._build_pages(config, None, None)
            leading |= self.build.pages.keys()
        self.leading = frozenset(leading)
        for md_path in sorted(leading):
            # Pages outside the navigation are intended, so MkDocs need not mention them.
            inclusion = InclusionLevel.UNDEFINED if md_path in navigation else InclusionLevel.NOT_IN_NAV
            files.append(made_file(config, md_path, inclusion))
        return files

    # After other plugins took what is theirs, such as a blog its posts.
    @event_priority(-100)
    def _list_own(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the site's own to a navigation that the settings do not name."""
        if self._labels:
            config.nav = own_pages.navigation(self._labels, own_pages.listed(config, files, self._own))
        return files

    on_files = CombinedEvent(_add_files, _list_own)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs passes them
        """Store the navigation, which printed pages show too."""
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Return no Markdown for a page that the builder makes: its body is set later."""
        md_path = page.file.src_uri
        if md_path not in self.leading:
            own_pages.prepare(page)
            return markdown
        # If the navigation gives no title, MkDocs takes it from here, and all pages print it.
        page.meta["title"] = in_head(self.build.navigation.title(md_path))
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Return the body of a page that the builder made, if all pages are rendered one by one."""
        made = self.build.pages.get(page.file.src_uri) if self.built else None
        if made is None:
            return html if page.file.src_uri in self.leading else own_pages.titled(page, html)
        fill(page, made)
        return made.body

    # After all other plugins changed the environment.
    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make the pages: print those that have forms, and fill those that MkDocs renders."""
        theme = Theme(config, env, files, self.nav)
        # Then other plugins had their say on each page, and may have changed it.
        filled = self.built
        while not self.built:
            try:
                forms = Forms(theme, self.refused, self.build.memo, theme_digest(config))
                self._build_pages(config, forms, self.leading)
            except UnlikeError as error:
                self.refused[error.kind] = error.reason
                self._content(self.build.open)
            except OtherPagesError as error:
                self.all_rendered = str(error)
                self._content(self.build.open)
                self._build_pages(config, None, None)
                for page in self.build.pages.values():
                    if page.md_path not in self.leading:
                        files.append(theme.page(page).file)
        for file in files.documentation_pages():
            made = self.build.pages.get(file.src_uri)
            if made is not None and file.page is not None:
                if not filled:
                    fill(file.page, made)
            elif file.src_uri in self.leading:
                log.warning("The navigation names %s, and there is no such page.", file.src_uri)
        urls = config.use_directory_urls
        later = {links.file(page.address, urls) for page in self.build.pages.values()}
        self._ours.tell_dead(files, self.build.result.outputs, later, self.build.writer.read_file)
        if self.all_rendered or self.refused:
            reasons = [self.all_rendered] if self.all_rendered else []
            reasons += [f"pages of the kind {kind[0]!r}: {reason}" for kind, reason in self.refused.items()]
            for reason in reasons:
                # Not logged, because strict mode counts log records, and this is only slower.
                tell_line(f"Rendered page by page: {reason}")
        return env

    def _tell_taken(self, config: MkDocsConfig, names: list[str]) -> None:
        """Warn once of what a page of the site's own may not have. A heading is converted for the table of contents too."""
        page = config._current_page
        place = f"{content_place(config)[1]}/{page.file.src_uri}" if page else "a page"
        if (place, *names) not in self._taken:
            self._taken.add((place, *names))
            log.warning("%s: a page may not have %s; it is left out", place, ", ".join(names[:20]))

    def _build_pages(self, config: MkDocsConfig, forms: Forms | None, leading: frozenset[str] | None) -> None:
        """Make the pages. Without forms MkDocs renders all of them."""
        fonts = folder_digest(TEMPLATES / FONTS)
        ground = digest(config.site_name, fonts, forms.ground if forms else theme_digest(config))
        json_lists = [search_index.FILE] if searched(config) else []
        follow = _follow(config)
        self._content(
            lambda: self.build.build_pages(
                forms,
                leading,
                ground,
                json_lists,
                lambda page: [
                    *_card(config.site_name, fonts, page),
                    *(feeds(page, follow) if follow else ()),
                ],
                self.progress,
            )
        )
        print_problems(self.build.inventory.all_problems(self.build.result.problems))
        self.built = True

    def on_template_context(
        self, context: TemplateContext, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Add the printed pages to the list that templates such as the site map use."""
        if self.built:
            pages = self.build.result.pages
            day = get_build_date()
            context["pages"] = Listing(
                context["pages"], lambda: (Listed(config.site_url, day, *page) for page in pages)
            )
        return context

    on_page_context = on_template_context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """Remove markup of the theme that the HTML standard does not allow."""
        return valid_html(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes them
        """Do the same for templates such as ``404.html``."""
        return valid_html(output) if template_name.endswith(".html") else output

    # After the search plugin wrote its index, and after other plugins used the output.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add every page, question and claim to the search index, and publish the site."""
        path = Path(config.site_dir) / search_index.FILE
        if searched(config) and path.is_file():
            head, own = search_index.frame(
                path.read_bytes(), search_index.search_names(self.build.inventory.site)
            )
            path.unlink()
            self.build.write_json_list(search_index.FILE, head, own, search_index.TAIL)
            if config.extra.get("offline"):
                # A page opened as a file may not fetch, but it may load a script.
                path.with_suffix(".js").write_bytes(
                    b"var __index = " + self.build.writer.read_file(search_index.FILE)
                )
        robots = Path(config.site_dir, ROBOTS)
        if config.site_url and not robots.exists():
            robots.write_text(
                f"User-agent: *\nAllow: /\n\nSitemap: {config.site_url}sitemap.xml\n", encoding="utf-8"
            )
        if counts := self._counter.get_counts():
            logged = ", ".join(f"{number} {level.lower()}s" for level, number in counts)
            raise Abort(f"Aborted with {logged} in strict mode!")
        files = self._content(self.build.publish)
        self.number = sum(name.endswith(".html") for name in files)
        for line in change_lines(self.build.changes):
            log.info(line)
        if not config.site_url and not config.extra.get("offline"):
            self.unplaced = UNPLACED
            log.info(UNPLACED)
        config.site_dir = str(self.build.site)
        logging.getLogger("mkdocs").removeHandler(self._counter)
        self.build.close()

    def on_build_error(self, **_: object) -> None:
        """Discard the prepared files; the former site stays as it is."""
        logging.getLogger("mkdocs").removeHandler(self._counter)
        if self._begun:
            self.build.discard()

    def _content(self, make: Callable[[], Made]) -> Made:
        """Call a function that uses the content. If it has errors, print all problems and end the build."""
        try:
            return make()
        except ContentError as error:
            print_problems(error.problems)
            raise ContentAbort(error.problems) from None
        except HalfwayError as error:
            tell_line(f"Error: {error}")
            raise Abort("The site is built, but only part of it is in place.") from None

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 - MkDocs passes it
    ) -> LiveReloadServer:
        """Watch our templates, the site's own, its theme and the private texts. MkDocs watches the content and ``mkdocs.yml``."""
        root = content_place(config)[0]
        themes = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        found = [TEMPLATES, root / "templates", *themes, *private_texts.places(root)]
        watch(server, [Path(os.path.realpath(folder)) for folder in found])
        explain_bind_errors(server)
        show_in_browser(server, Path(config.config_file_path) if config.config_file_path else None)
        return server


def about(config: MkDocsConfig) -> About:
    """Return what the settings say of the site."""
    return About(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        config.site_author or "",
        config.repo_url or "",
    )


def _follow(config: MkDocsConfig) -> Follow | None:
    """Return what feeds say of the site, or None if it does not know its address: then there are none."""
    if not config.site_url:
        return None
    language = str(config.theme.get("language", "en"))
    return Follow(config.site_url, config.site_name, language, config.use_directory_urls)


def _card(site_name: str, fonts: str, page: Page) -> Iterator[Attachment]:
    """Yield the preview image for shared links to a page, if it has one. ``fonts`` is the digest of the fonts."""
    if page.card is None:
        return

    figure, answer = page.card

    def draw() -> bytes:
        # Imported here because the import takes longer than drawing a card, and most builds draw none.
        from builder.pages import cards

        return cards.card(site_name, page.title, figure, answer, TEMPLATES / FONTS)

    yield Attachment(card_address(page), digest(site_name, fonts, page.title, figure, answer), draw)


def _waiting() -> None:
    tell_line("Another build of this site is running; this one waits until it ends.")
