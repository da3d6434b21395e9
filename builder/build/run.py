"""One build of a site, from taking the lock to publishing. Independent of MkDocs."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from msgspec import structs

from builder.build import output
from builder.build.incremental import Attachment, IncrementalBuilder, Progress, state_of
from builder.build.inventory import RECORDS, Inventory, Style, remember, remembered
from builder.build.make import Maker
from builder.build.manifest import Manifest
from builder.build.navigation import PlannedPages
from builder.build.printing import PagePrinter
from builder.build.result import BuildResult
from builder.build.site_place import refuse_place
from builder.build.splice import pieces, places, runs
from builder.build.writer import Writer
from builder.cache.dir_cache import DirCache, Stamp
from builder.cache.fingerprint import fingerprint
from builder.cache.memo import Memo, records_of
from builder.cache.records import PLACE, Beside, Store, digest, locked
from builder.compare.changes import Change, changes
from builder.compare.renamed import renamed
from builder.content.moved_on import Today
from builder.pages import links
from builder.pages.about import About
from builder.pages.compose import whole_home
from builder.pages.data_files import ADDRESSES, FRAMES, state_of_folder
from builder.pages.json_list import joint
from builder.pages.page import Page
from builder.pages.template_cache import Compiled

COMPARED = 10_000_000
"""Size of the data in bytes up to which the former site is compared if its build is unknown, as after an upgrade."""

_FOLDERS = "folders"
"""Name of the record with the cache of the site's folders."""


SELDOM = (300_000, 20, 50)
"""How often garbage is collected in a build: most of what it makes lives until its end."""

_MEMO = Memo()
"""Results of earlier builds of the one site that a process serves."""


class Build:
    """A build of the content in ``root/content_dir`` for a site.

    Waits while another build of the site is running, after calling ``waiting`` once. The site may not be, contain or be inside a
    folder that holds people's work; ``guarded`` are such folders besides those that every site has, ``line`` is the line of
    ``mkdocs.yml`` that names the site. With ``replace``, files in the site's folder that no build wrote may be removed. Raises
    ``ContentError`` if the site's folder is refused, a file cannot be read or a registry has errors.
    """

    result: BuildResult
    """The result of ``build_pages``."""
    pages: dict[str, Page]
    """The pages that are not printed here, by Markdown path."""
    changes: tuple[Change, ...] | None
    """The changes since the last build, or None if there was none. Set by ``publish``."""

    def __init__(
        self,
        root: Path,
        content_dir: str,
        site: Path,
        waiting: Callable[[], None],
        *,
        directory_urls: bool,
        language: str,
        feeds: bool = False,
        about: About = About(),  # noqa: B008 - frozen
        guarded: Iterable[Path] = (),
        line: int = 1,
        replace: bool = False,
    ) -> None:
        self.root, self.content_dir, self.site = root, content_dir, site
        refuse_place(site, root, root / content_dir, guarded, shown="mkdocs.yml", line=line, key="site_dir")
        self._lock = ExitStack()
        self._lock.enter_context(locked(root, waiting))
        self._lock.callback(gc.set_threshold, *gc.get_threshold())
        gc.set_threshold(*SELDOM)
        try:
            style = Style(directory_urls, language, feeds=feeds, about=about)
            self._begin(style, replace=replace)
        except BaseException:
            self.close()
            raise

    def _begin(self, style: Style, *, replace: bool) -> None:
        root, site = self.root, self.site
        # Even if this build fails, the plan of the last one has to be carried out.
        output.finish(site)
        # A server builds into a new temporary folder each time; they share one store.
        inside = site.is_relative_to(root)
        name = f"site-{digest(site.relative_to(root).as_posix())[:12]}" if inside else "served"
        self.store = Store(root / PLACE / name, fingerprint())
        self.compiled = Compiled(root / PLACE / "templates")
        self.memo = None if inside else _MEMO
        """Results of earlier builds, if this is a server's build."""
        self._style = structs.replace(style, compiled=self.compiled, memo=self.memo)
        output.discard(site)
        self._facts, self._stat_cache = remembered(self.store)
        self.open()
        stamps, self._folders = self._look()
        self._shown = os.path.relpath(site, root) if inside else str(site)
        ours = output.own_files(site, stamps, self._shown, replace=replace)
        self._cleared = output.foreign_files(stamps, ours) if replace else None
        if len(ours) < len(stamps):
            stamps = {name: stamp for name, stamp in stamps.items() if name in ours}
        self.staging = output.prepare(site)
        self.writer = Writer(site, self.staging, stamps)
        self.manifest = Manifest(self.store, site, stamps)

    def _look(self) -> tuple[dict[str, Stamp], bytes | None]:
        """Return the stamps of all files of the former site, and the cache of its folders to store, or None if it is unchanged."""
        kept = self.store.get_with_bytes(_FOLDERS, Beside)[1]
        dir_cache = DirCache(bytes(kept.get(_FOLDERS, b"")))
        stamps = dir_cache.stamps(self.site, output.OWN)
        return stamps, dir_cache.record() if dir_cache.changed else None

    def open(self) -> None:
        """Open the content, or open it again for a build that has to start over. Raises ``ContentError``."""
        self.inventory = Inventory(self.root, self.content_dir, self._style, self._facts, self._stat_cache)
        self.inventory.refuse_errors()
        self.maker = Maker(self.inventory)
        self.navigation = PlannedPages(self.inventory, self.maker.printer.say)

    def build_pages(
        self,
        forms: PagePrinter | None,
        leading: frozenset[str] | None,
        ground: str,
        json_lists: Collection[str],
        attach: Callable[[Page], Iterable[Attachment]],
        progress: Progress | None = None,
    ) -> None:
        """Make all pages and data files. See ``IncrementalBuilder`` for the arguments and errors.

        ``json_lists`` are addresses of more JSON lists to gather besides the data files.
        """
        every = frozenset([*FRAMES, *json_lists])
        incremental = IncrementalBuilder(
            self.maker, forms, self.writer, self.manifest, every, leading, ground, attach
        )
        result = incremental.run(progress)
        self.inventory.release()
        remember(self.store, self.inventory)
        pages = {page.md_path: page for page in result.kept}
        story = pages.pop(links.md_path(links.HOME), None)
        for page in self.maker.front(result.contribution):
            whole = whole_home(story, page) if story and page.address == links.HOME else page
            if incremental.front(whole, result):
                pages[whole.md_path] = whole
        self.result, self.pages = result, pages
        for address, (head, tail) in FRAMES.items():
            self.write_json_list(address, head, tail=tail)
        sizes = {address: self.result.json_lists[address][0][0] for address in FRAMES}
        tables = self.maker.site_tables(result.contribution)
        sizes |= {address: len(data) for address, data in tables.items()}
        for name, data in [*tables.items(), *self.maker.package(sizes).items(), *self.maker.former()]:
            result.outputs.add(name)
            self.writer.write(name, data)

    def write_json_list(
        self, address: str, head: bytes = b"[\n", own: bytes = b"", tail: bytes = b"\n]\n"
    ) -> None:
        """Write a JSON list or a CSV table spliced from the lines of all parts and of the pages of the whole site, followed by ``own``."""
        chunks = [entry.chunks[address] for entry in self.result.entries.values()]
        front = self.result.contribution.lines.get(address, [])
        between = joint(address)
        found = pieces([*runs(chunks, between), *front, own], head, tail, between)
        self.result.outputs.add(address)
        self.result.json_lists[address] = (
            self.writer.assemble(address, found),
            places(chunks, head, between),
        )

    def publish(self) -> set[str]:
        """Publish the site, and return the names of all its files. Raises as ``output.publish`` does."""
        self.changes = self._changes()
        self.manifest.prepare(self.result.entries, self.result.json_lists)
        files = output.publish(self.site, self.result.outputs, self.writer.stamps, self._shown, self._cleared)
        if not self.writer.stamps:
            dir_cache = DirCache()
            dir_cache.learn(self.site, files)
            self._folders = dir_cache.record()
        if self._folders is not None:
            self.store.put(_FOLDERS, Beside(), {_FOLDERS: self._folders})
        self.manifest.publish([*RECORDS, _FOLDERS, *chain(*map(records_of, self.result.entries))])
        self.compiled.tidy()
        return files

    def _changes(self) -> tuple[Change, ...] | None:
        """Return the changes since the last build. The former site has to be in place still."""
        result, today = self.result, Today.of(self.inventory.site.moved)
        if result.before is not None and result.after is not None:
            return changes(renamed(result.before, today), result.after)
        # Without a manifest, only the data files of the site can tell. Of a large site these are hundreds of megabytes, twice.
        size = sum(_length(self.site / address) for address in ADDRESSES)
        before = state_of_folder(self.site) if size <= COMPARED else None
        return changes(renamed(before, today), state_of(result.entries.values())) if before else None

    def discard(self) -> None:
        """Discard the prepared files and release the lock; the former site stays as it is.

        If the plan is written already, nothing is discarded and the next build carries it out.
        """
        if not output.decided(self.site):
            output.discard(self.site)
        self.close()

    def close(self) -> None:
        """Release the lock."""
        self._lock.close()


def _length(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0
