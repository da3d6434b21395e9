"""Detect files that would overwrite each other in the built site: copied files and files that a build writes.

Names are compared as case-insensitive and Unicode-normalising file systems compare them: a site built on one file system may be
copied to another, where one of two such files would be lost silently. Nothing here opens a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Protocol

from builder.content.problems import TAKEN, Problem, printable
from builder.content.vocabulary import ARTICLES, DATA_TABLES, OUTLETS, PAIRS, SOURCES, TOPICS

_ENDS = re.compile(r"[. ]+(?=/|\Z)")
"""Characters that Windows strips from the end of a name."""
_YEAR = re.compile(r"[0-9]{4}(-[0-9]+)?")
"""The name of a page of the log: the year, and a number from the second part on."""
_QUESTION = re.compile(r"[a-z0-9-]+--[a-z0-9-]+")
"""The name of a page of a question: its topic, the question, and a number from the second part on."""
_PART = re.compile(r"(?:articles|topics|sources|stories|outlets|pairs)-[1-9][0-9]*")
"""The name of a part of an index, from the second on."""
_FILES = {
    "feed.xml": "the feed of the site",
    "feed.json": "the feed of the site",
    "index.html": "the home page",
    "404.html": "the page that is shown where there is none",
    "sitemap.xml": "the site map",
    "sitemap.xml.gz": "the site map",
    "search/search_index.json": "the search index",
    "search/search_index.js": "the search index",
}
_DATA = re.compile(
    rf"data/(({'|'.join(DATA_TABLES)})\.(json|csv)|schemas/[a-z]+\.schema\.json|topics/[a-z0-9-]+\.(json|csv)"
    r"|datapackage\.json|annotations\.jsonld)"
)
"""The name of a data file."""
_INDEXES = {
    ARTICLES.rstrip("/"): "the list of articles",
    TOPICS.rstrip("/"): "the list of topics",
    SOURCES.rstrip("/"): "the list of sources",
    OUTLETS.rstrip("/"): "the list of outlets",
    PAIRS.rstrip("/"): "the list of pairs of outlets",
    "changes": "the log of changes",
    "data": "the page of the site's data",
}
_ROOMS = {
    "articles": "article",
    "topics": "topic",
    "stories": "story",
    "outlets": "outlet",
    "sources": "source",
}


def folded(path: str) -> str:
    """Return a path as case-insensitive, Unicode-normalising file systems compare it."""
    if not path.isascii():
        path = unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
    return _ENDS.sub("", path.lower())


class Names(Protocol):
    """Names that are taken. Names are given in the form that ``folded`` returns."""

    def file(self, name: str) -> str | None:
        """Describe the file of this name, or return None if there is none."""

    def folder(self, name: str) -> str | None:
        """Describe what the folder of this name holds, or return None if there is none."""


class Written:
    """The names of all files that a build may write, except those of the theme and of plugins.

    ``ids`` maps ``pages``, ``articles``, ``topics``, ``stories``, ``outlets`` and ``sources`` to their ids.
    """

    def __init__(self, ids: Mapping[str, Set[str]], *, directory_urls: bool) -> None:
        self.ids, self.directory_urls = ids, directory_urls
        self.end = "/index.html" if directory_urls else ".html"
        self.folders = {
            "assets": "what the theme is made of",
            "data": "the data of the site",
            "data/schemas": "the data of the site",
            "search": "the search index",
            "feeds": "the feeds of stories and topics",
            "changes": "the log of changes",
        }
        self.folders |= {room: f"the pages of {room}" for room in _ROOMS if ids[room]}
        self.folders["lists"] = "further parts of long lists"
        if len(ids["stories"]) == 1:
            # A single story has the home page as its page.
            del self.folders["stories"]
        if len(ids["outlets"]) > 1:
            self.folders["pairs"] = "the pages of two outlets each"
        if ids["topics"]:
            self.folders["cards"] = "the pictures of shared links"
            self.folders["embed"] = "the rows for other sites"
            self.folders["data/topics"] = "the data of the site"
            self.folders["questions"] = "the pages of questions"

    def file(self, name: str) -> str | None:
        """Describe what a build writes into the file of this name, or return None."""
        if name in _FILES:
            return _FILES[name]
        if _DATA.fullmatch(name):
            return "the data of the site"
        if name.startswith("cards/") and name.endswith(".png"):
            return self._card(name[len("cards/") : -len(".png")])
        return self.page(name[: -len(self.end)]) if name.endswith(self.end) else None

    def _card(self, name: str) -> str | None:
        if name == "index":
            return "the card of the home page"
        for room, one in (("topics", "topic"), ("stories", "story")):
            id = name.removeprefix(f"{room}-")
            if id != name and id in self.ids[room]:
                return f'the card of the {one} "{id}"'
        return None

    def folder(self, name: str) -> str | None:
        """Describe what a build writes into the folder of this name, or return None."""
        return self.folders.get(name) or (self.page(name) if self.directory_urls else None)

    def page(self, name: str) -> str | None:
        """Describe the page at an address, or return None."""
        room, stroke, id = name.partition("/")
        if name in self.ids["pages"] and name not in ("", "index"):
            return f'the page "{name}"'
        if not stroke:
            return _INDEXES.get(name)
        if room == "pairs":
            first, _, second = id.partition("--")
            known = first < second and {first, second} <= self.ids["outlets"]
            return f'the page of the outlets "{first}" and "{second}"' if known else None
        if room == "changes":
            return "the log of changes" if _YEAR.fullmatch(id) else None
        if room == "embed" and id in self.ids["topics"]:
            return f'the frame of the topic "{id}"'
        if room in ("questions", "embed"):
            topic = id.partition("--")[0]
            known = _QUESTION.fullmatch(id) is not None and topic in self.ids["topics"]
            page = "the page" if room == "questions" else "the frame"
            return f'{page} of a question of the topic "{topic}"' if known else None
        if room == "lists":
            return "a part of a long list" if _PART.fullmatch(id) else None
        known = room in _ROOMS and room in self.folders and id in self.ids[room]
        return f'the page of the {_ROOMS[room]} "{id}"' if known else None


class Listed:
    """File names added one by one, each with its description."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.folders: dict[str, str] = {}

    def add(self, path: str, what: str) -> None:
        """Add a file with its description."""
        name = folded(path)
        self.files.setdefault(name, what)
        for above in _above(name):
            self.folders.setdefault(above, what)

    def file(self, name: str) -> str | None:
        """Return the description of the file of this name, or None."""
        return self.files.get(name)

    def folder(self, name: str) -> str | None:
        """Return the description of the first file added to the folder of this name, or None."""
        return self.folders.get(name)


def clash(path: str, names: Names) -> str | None:
    """Return why a file conflicts with the names already taken, or None if it does not."""
    name = folded(path)
    for above in _above(name):
        if what := names.file(above):
            return f'it lies in a folder "{above}", and a file has that name: {what}'
    if what := names.file(name):
        # The description of a copied file begins with its own name.
        alike = "" if name == path or what.startswith('"') else f', to file systems that take it for "{name}"'
        return f"it would stand in the place of {what}{alike}"
    if what := names.folder(name):
        return f'a folder "{name}" is needed here, for {what}'
    return None


def collisions(
    copied: Iterable[str], written: Names, content_dir: str, sources: Mapping[str, str] | None = None
) -> Iterator[Problem]:
    """Yield a problem for each copied file that a build or another copied file would overwrite.

    ``sources`` are the files of the content folder that the others are made from, by the name that is compared.
    """
    former = Listed()
    for path in copied:
        if path.startswith(".") or "/." in path:
            continue  # hidden files are copied only if the settings name them
        if why := clash(path, written) or clash(path, former):
            yield taken((sources or {}).get(path, path), why, content_dir)
        former.add(path, f'"{printable(path)}", which is the same name to some file systems')


def taken(path: str, why: str, content_dir: str) -> Problem:
    """Return the problem of a file that cannot be copied."""
    return Problem(f"{content_dir}/{printable(path)}", 1, "", TAKEN, printable(why))


def _above(name: str) -> Iterator[str]:
    place = name.find("/")
    while place >= 0:
        yield name[:place]
        place = name.find("/", place + 1)
