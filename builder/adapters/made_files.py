"""The pages and data of the comparison as files of MkDocs, for links, navigation and plugins that ask for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from builder.adapters.telling import logger
from builder.pages.tables import FILES

log = logger()

_ID = re.compile(r'\sid="([^"]*)"')


def made_file(config: MkDocsConfig, md_path: str, inclusion: InclusionLevel) -> File:
    """Return the file of a page that we make. Plugins that ask for the day of its source look at what it is made from."""
    file = File.generated(config, md_path, content="", inclusion=inclusion)
    folder, _, name = md_path.removesuffix(".md").rpartition("/")
    content = Path(config.docs_dir)
    near = (
        content / md_path,
        content / folder / f"{name}.yml",
        content / f"{folder or name}.yml",
        content / "stories.yml",
    )
    file.abs_src_path = str(next((path for path in near if path.is_file()), content))
    return file


class Ours:
    """The pages and data of the comparison, as files that links find: there are too many for MkDocs to have an object for each.

    ``may_have`` tells whether the site may have a page of a Markdown path. Whether it has, is known when it is built.
    """

    def __init__(self, config: MkDocsConfig, files: Files, may_have: Callable[[str], bool]) -> None:
        self.config, self.may_have = config, may_have
        self.known: dict[str, File | None] = {}
        self.asked: dict[str, list[str]] = {}
        """Path of each of our files that a page links to -> the paths of these pages."""
        self._find = files.get_file_from_path
        files.get_file_from_path = self.file  # type: ignore[method-assign]

    def file(self, path: str) -> File | None:
        """Return the file of this path, or None. Replaces the method of ``Files``."""
        if (file := self._find(path)) is not None:
            return file
        if path not in self.known:
            there = path in FILES or (path.endswith(".md") and self.may_have(path))
            made = (
                File.generated(self.config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                if there
                else None
            )
            self.known[path] = made
        if self.known[path] and (page := self.config._current_page):
            self.asked.setdefault(path, []).append(page.file.src_uri)
        return self.known[path]

    def dead(self, outputs: Container[str], later: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield the page and the target of each link to one of our files that was not written, as of a draft."""
        for path, pages in self.asked.items():
            file = self.known[path]
            if file is not None and file.dest_uri not in outputs and file.dest_uri not in later:
                yield from ((page, path) for page in dict.fromkeys(pages))

    def dead_anchors(
        self, pages: Iterable[MkDocsPage], outputs: Container[str], read: Callable[[str], bytes]
    ) -> Iterator[tuple[str, str]]:
        """Yield the page and the target of each link to an anchor that one of our written files does not have.

        MkDocs compares those of the pages that it renders.
        """
        ids: dict[str, set[str]] = {}
        for page in pages:
            for file, anchors in (page.links_to_anchors or {}).items():
                name = file.dest_uri
                if file.page is not None or file is not self.known.get(file.src_uri) or name not in outputs:
                    continue
                if name not in ids:
                    ids[name] = anchors_of(read(name).decode("utf-8", "replace"))
                yield from (
                    (page.file.src_uri, link) for anchor, link in anchors.items() if anchor not in ids[name]
                )

    def tell_dead(
        self, files: Files, outputs: Container[str], later: Container[str], read: Callable[[str], bytes]
    ) -> None:
        """Log links to pages and anchors of ours that are not there, at the levels that the settings name.

        ``outputs`` are the names of the files that are written, which ``read`` reads, ``later`` of those that MkDocs will write.
        """
        if not self.asked:
            return
        how = self.config.validation.links
        for page, target in self.dead(outputs, later):
            told = "Doc file '%s' contains a link '%s', but the site has no such page; a draft is none."
            log.log(how.not_found, told, page, target)
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for page, link in self.dead_anchors(pages, outputs, read):
            told = "Doc file '%s' contains a link '%s', but that page has no such anchor."
            log.log(how.anchors, told, page, link)


def anchors_of(html: str) -> set[str]:
    """Return the ids of a page's elements."""
    return {unescape(id) for id in _ID.findall(html)}
