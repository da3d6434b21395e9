"""Files that would stand in each other's place in the built site: those that are copied, and those that a build writes.

Compared is as file systems do that do not tell capitals, or two ways of writing one accent, apart: a site that is built on one
may be copied to another, and a file that is there twice would be lost in silence. Nothing here opens a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Protocol

from builder.content.problems import TAKEN, Problem, printable
from builder.content.vocabulary import ARTICLES, SOURCES, TOPICS

_ENDS = re.compile(r"[. ]+(?=/|\Z)")
"""What Windows leaves out at the end of a name."""
_FILES = {
    "index.html": "the home page",
    "404.html": "the page that is shown where there is none",
    "sitemap.xml": "the site map",
    "sitemap.xml.gz": "the site map",
    "search/search_index.json": "the search index",
    "search/search_index.js": "the search index",
    "data/articles.json": "the data of the site",
    "data/claims.json": "the data of the site",
    "data/comparisons.json": "the data of the site",
}
_INDEXES = {
    ARTICLES.rstrip("/"): "the list of articles",
    TOPICS.rstrip("/"): "the list of topics",
    SOURCES.rstrip("/"): "the list of sources",
}
_ROOMS = {
    "articles": "article",
    "topics": "topic",
    "stories": "story",
    "outlets": "outlet",
    "sources": "source",
}


def folded(path: str) -> str:
    """Return a path as file systems compare it that do not tell capitals and ways of writing accents apart."""
    if not path.isascii():
        path = unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
    return _ENDS.sub("", path.lower())


class Names(Protocol):
    """Names that are taken, asked for as ``folded`` makes them."""

    def file(self, name: str) -> str | None:
        """Return what stands in a file of this name, or ``None`` where there is none."""

    def folder(self, name: str) -> str | None:
        """Return what stands in a folder of this name, or ``None`` where there is none."""


class Written:
    """The names of all files that a build of some content may write, but for those of its theme and of plugins.

    ``ids`` has those of ``pages``, ``articles``, ``topics``, ``stories``, ``outlets`` and ``sources``.
    """

    def __init__(self, ids: Mapping[str, Set[str]], *, directory_urls: bool) -> None:
        self.ids, self.directory_urls = ids, directory_urls
        self.end = "/index.html" if directory_urls else ".html"
        self.folders = {
            "assets": "what the theme is made of",
            "data": "the data of the site",
            "search": "the search index",
        }
        self.folders |= {room: f"the pages of {room}" for room in _ROOMS if ids[room]}
        if len(ids["stories"]) == 1:
            # Its page is the home page.
            del self.folders["stories"]
        if len(ids["outlets"]) > 1:
            self.folders["pairs"] = "the pages of two outlets each"
        if ids["topics"]:
            self.folders["cards"] = "the pictures of shared links"

    def file(self, name: str) -> str | None:
        """Return what a build writes into a file of this name, or ``None``."""
        if name in _FILES:
            return _FILES[name]
        if name.startswith("cards/topics-") and name.endswith(".png"):
            topic = name[len("cards/topics-") : -len(".png")]
            return f'the card of the topic "{topic}"' if topic in self.ids["topics"] else None
        return self.page(name[: -len(self.end)]) if name.endswith(self.end) else None

    def folder(self, name: str) -> str | None:
        """Return what a build writes into a folder of this name, or ``None``."""
        return self.folders.get(name) or (self.page(name) if self.directory_urls else None)

    def page(self, name: str) -> str | None:
        """Return which page has an address, or ``None``."""
        room, stroke, id = name.partition("/")
        if not stroke:
            own = f'the page "{name}"' if name in self.ids["pages"] and name != "index" else None
            return _INDEXES.get(name) or own
        if room == "pairs":
            first, _, second = id.partition("--")
            known = first < second and {first, second} <= self.ids["outlets"]
            return f'the page of the outlets "{first}" and "{second}"' if known else None
        known = room in _ROOMS and room in self.folders and id in self.ids[room]
        return f'the page of the {_ROOMS[room]} "{id}"' if known else None


class Listed:
    """Names of files that are known one by one, each with what is to be told of it."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.folders: dict[str, str] = {}

    def add(self, path: str, what: str) -> None:
        """Add a file."""
        name = folded(path)
        self.files.setdefault(name, what)
        for above in _above(name):
            self.folders.setdefault(above, what)

    def file(self, name: str) -> str | None:
        """Return what was told of a file of this name."""
        return self.files.get(name)

    def folder(self, name: str) -> str | None:
        """Return what was told of a file in a folder of this name."""
        return self.folders.get(name)


def clash(path: str, names: Names) -> str | None:
    """Return why a file cannot stand beside those that have names already, or ``None`` where it can."""
    name = folded(path)
    for above in _above(name):
        if what := names.file(above):
            return f'it lies in a folder "{above}", and a file has that name: {what}'
    if what := names.file(name):
        # The copied ones are told by their own names.
        alike = "" if name == path or what.startswith('"') else f', to file systems that take it for "{name}"'
        return f"it would stand in the place of {what}{alike}"
    if what := names.folder(name):
        return f'a folder "{name}" is needed here, for {what}'
    return None


def collisions(copied: Iterable[str], written: Names, content_dir: str) -> Iterator[Problem]:
    """Yield a problem for each copied file that a build would write over, or that is one with another copied file."""
    former = Listed()
    for path in copied:
        if path.startswith(".") or "/." in path:
            continue  # not copied, if the settings do not ask for it by name
        if why := clash(path, written) or clash(path, former):
            yield taken(path, why, content_dir)
        former.add(path, f'"{printable(path)}", which is the same name to some file systems')


def taken(path: str, why: str, content_dir: str) -> Problem:
    """Return the problem of a file that cannot be copied."""
    return Problem(f"{content_dir}/{printable(path)}", 1, "", TAKEN, printable(why))


def _above(name: str) -> Iterator[str]:
    place = name.find("/")
    while place >= 0:
        yield name[:place]
        place = name.find("/", place + 1)
