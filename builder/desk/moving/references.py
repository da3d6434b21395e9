"""Where ids stand in the content: what defines them, and what refers to them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from builder.content.load import Content, Document
from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Answer
from builder.desk.moving.names import Named, entries, files_of

_OF_ARTICLE = {"outlet": "outlets", "story": "stories", "copy_of": "articles", "revises": "articles"}
_WITH_IDS = ("stories", "outlets", "sources", "places")
_OF_ENTRY = {"sources": ("speaks_for", "sources"), "places": ("within", "places")}


class Reference(Struct, frozen=True):
    """One place of a file that has an id."""

    path: KeyPath
    named: Named
    key: bool = False
    """Whether it is the last key of the path, and not the value there."""
    defines: bool = False
    """Whether the thing itself stands here."""

    def written(self, to: Named) -> str:
        """Return how this place names something: a claim within its own article by the part behind the stroke alone."""
        return to.part if self.named.kind == "claims" or self._in_topic else to.id

    @property
    def _in_topic(self) -> bool:
        return self.named.kind == "questions" and self.path[-1] in ("id", "detail_of")


class References:
    """Finds the ids in the files of some content."""

    def __init__(self, content: Content) -> None:
        self.sources = set(content.registries["sources"].data) if "sources" in content.registries else set()
        self.answers = {
            f"{document.id}/{entry.get('id')}": entry.get("answer")
            for document in content.topics
            for entry in entries(document.data.get("questions"))
        }

    def all(self, content: Content) -> Iterator[tuple[str, Document, Reference]]:
        """Yield all ids with their files, and what these are: ``articles``, ``topics``, or a registry."""
        for room, document in files_of(content):
            found = self.of_article(document) if room == "articles" else self.of_topic(document)
            yield from ((room, document, one) for one in found)
        for kind, document in content.registries.items():
            if kind in _WITH_IDS:
                yield from ((kind, document, one) for one in self.of_registry(kind, document))

    def of_article(self, document: Document) -> Iterator[Reference]:
        """Yield the ids in an article's front matter."""
        data, own = document.data, document.id
        for key, kind in _OF_ARTICLE.items():
            yield from _single(data, (key,), kind)
        for id in _mapping(data.get("spellings")):
            # One id may be that of a source and of a place; it is then read as the source's.
            kind = "sources" if id in self.sources else "places"
            yield Reference(("spellings", id), Named(kind, id), key=True)
        for place, entry in _numbered(data.get("claims")):
            yield from self._of_claim(own, ("claims", place), entry)
        for place, entry in _numbered(data.get("silences")):
            yield from _single(entry, ("silences", place, "question"), "questions")
        for place, entry in _numbered(data.get("former")):
            path: KeyPath = ("former", place)
            for number, claim in _numbered(entry.get("claims")):
                yield from _single(claim, (*path, "claims", number, "id"), "claims", own)
            yield from _several(entry, (*path, "added"), "claims", own)

    def _of_claim(self, article: str, path: KeyPath, entry: dict[str, Any]) -> Iterator[Reference]:
        yield from _single(entry, (*path, "id"), "claims", article, defines=True)
        yield from _single(entry, (*path, "question"), "questions")
        yield from _single(entry, (*path, "part_of"), "claims", article)
        yield from _single(entry, (*path, "scope"), "places")
        for key, kind, owner in (
            ("sources", "sources", ""),
            ("via", "sources", ""),
            ("against", "claims", article),
        ):
            yield from _several(entry, (*path, key), kind, owner)
        kind = {Answer.PLACE.value: "places", Answer.WHO.value: "sources"}.get(
            str(self.answers.get(str(entry.get("question")))), ""
        )
        if kind:
            yield from _several(entry, (*path, "value"), kind)

    @staticmethod
    def of_topic(document: Document) -> Iterator[Reference]:
        """Yield the ids in a topic's file."""
        for place, entry in _numbered(document.data.get("questions")):
            path = ("questions", place)
            yield from _single(entry, (*path, "id"), "questions", document.id, defines=True)
            yield from _single(entry, (*path, "detail_of"), "questions", document.id)

    @staticmethod
    def of_registry(kind: str, document: Document) -> Iterator[Reference]:
        """Yield the ids in a registry: stories, outlets, sources, places."""
        for id, entry in document.data.items():
            yield Reference((id,), Named(kind, str(id)), key=True, defines=True)
            if not isinstance(entry, dict):
                continue
            if kind == "stories":
                yield from _several(entry, (id, "topics"), "topics")
            if kind in _OF_ENTRY:
                key, of = _OF_ENTRY[kind]
                yield from _single(entry, (id, key), of)


def _mapping(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _numbered(found: object) -> Iterator[tuple[int, dict[str, Any]]]:
    for place, entry in enumerate(found if isinstance(found, list) else []):
        if isinstance(entry, dict):
            yield place, entry


def _single(
    entry: Mapping[str, Any], path: KeyPath, kind: str, owner: str = "", *, defines: bool = False
) -> Iterator[Reference]:
    if isinstance(id := entry.get(str(path[-1])), str):
        yield Reference(path, Named(kind, f"{owner}/{id}" if owner else id), defines=defines)


def _several(entry: dict[str, Any], path: KeyPath, kind: str, owner: str = "") -> Iterator[Reference]:
    found = entry.get(str(path[-1]))
    if isinstance(found, str):
        yield from _single(entry, path, kind, owner)
    for place, id in enumerate(found if isinstance(found, list) else []):
        if isinstance(id, str):
            yield Reference((*path, place), Named(kind, f"{owner}/{id}" if owner else id))


_LINK = re.compile(
    r"""(?P<before>\]\(<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<path>[^\s<>()"'#?:]*)(?:\#(?P<anchor>[^\s<>()"']*))?(?=[\s<>()"']|$)""",
    re.MULTILINE,
)
"""A link of Markdown to something in the site."""
_PAGES = re.compile(r"(articles|topics|stories|outlets|sources)/([^/]+)\.md\Z")
_ROWS = re.compile(r"((?:questions|embed)/)([^/]+?)--([^/]+?)((?:--[0-9]+)?\.md)\Z")
_PAIRS = re.compile(r"pairs/([^/]+?)--([^/]+?)\.md\Z")
_OF_TOPIC = re.compile(r"(data/topics/|feeds/topics-|feeds/stories-)([^/.]+)(\.[a-z]+)\Z")
_CLAIM = "claim-"

Today = Callable[[Named], Named]
"""Returns what something is called now."""


def respelled(path: str, anchor: str, now: Today) -> tuple[str, str]:
    """Return a link to a page or file of the site, given from the site's root, as it has to be spelled now."""
    if match := _PAGES.match(path):
        kind, id = match[1], match[2]
        if kind == "articles" and anchor.startswith(_CLAIM):
            anchor = _CLAIM + now(Named("claims", f"{id}/{anchor.removeprefix(_CLAIM)}")).part
        elif kind == "topics" and anchor:
            question, dashes, outlet = anchor.partition("--")
            row = now(Named("questions", f"{id}/{question}")).part
            anchor = row + dashes + (now(Named("outlets", outlet)).id if outlet else "")
        return f"{kind}/{now(Named(kind, id)).id}.md", anchor
    if match := _ROWS.match(path):
        row = now(Named("questions", f"{match[2]}/{match[3]}")).id.replace("/", "--")
        return f"{match[1]}{row}{match[4]}", anchor
    if match := _PAIRS.match(path):
        return f"pairs/{'--'.join(sorted(now(Named('outlets', id)).id for id in match.groups()))}.md", anchor
    if match := _OF_TOPIC.match(path):
        kind = "stories" if "stories" in match[1] else "topics"
        return f"{match[1]}{now(Named(kind, match[2])).id}{match[3]}", anchor
    return path, anchor


def relinked(text: str, page: str, now: Today) -> str:
    """Return Markdown with its links as they have to be spelled now. ``page`` is the path of its file in the content folder."""
    folder = posixpath.dirname(page)

    def link(match: re.Match[str]) -> str:
        path, anchor = match["path"], match["anchor"] or ""
        whole = posixpath.normpath(posixpath.join(folder, path)) if path else page
        found, to = respelled(whole, anchor, now)
        if (found, to) == (whole, anchor):
            return match[0]
        shown = posixpath.relpath(found, folder or ".") if path else ""
        return f"{match['before']}{shown}{f'#{to}' if to else ''}"

    return _LINK.sub(link, text)
