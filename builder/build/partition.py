"""Divide a site into parts: the smallest ones that can be made without looking at the rest.

A part is some stories with their topics and all articles that answer any of them, and whatever else those are
tied to. Two stories that one article speaks of are in the same part; so is a copy with its original. What
parts share are the registries alone, so a site of many stories can be made, kept and made anew piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from builder.content.load import Content, Document

LOOSE = "-loose"
"""The part of what is in no story; no story has this id."""


class Part(Struct, frozen=True):
    """Which files belong together."""

    id: str
    """Its first story's, or ``LOOSE``."""
    stories: tuple[str, ...]
    """In the order of ``stories.yml``."""
    leaves: tuple[str, ...]
    """Paths of its articles and topics, sorted."""


def ties(room: str, document: Document) -> tuple[str, ...]:
    """Return the names of everything that a document is tied to, itself among them, sorted.

    Two documents that share a name belong to one part. What is misspelled ties to nothing, and is told elsewhere.
    """
    if room == "topics":
        return (f"topic/{document.id}",)
    data = document.data
    found = {f"article/{document.id}"}
    if isinstance(original := data.get("copy_of"), str):
        found.add(f"article/{original}")
    for claim in _entries(data, "claims"):
        if isinstance(statement := claim.get("statement"), str):
            found.add(f"statement/{statement}")
    for entry in (*_entries(data, "claims"), *_entries(data, "silences")):
        if isinstance(question := entry.get("question"), str):
            found.add(f"topic/{question.partition('/')[0]}")
    return tuple(sorted(found))


def names(document: Document) -> tuple[str, ...]:
    """Return the ids of the sources and places that a document speaks of, sorted."""
    found = set()
    for claim in _entries(document.data, "claims"):
        for key in ("sources", "via"):
            ids = claim.get(key)
            found |= {id for id in ids if isinstance(id, str)} if isinstance(ids, list) else set()
    spellings = document.data.get("spellings")
    found |= {id for id in spellings if isinstance(id, str)} if isinstance(spellings, dict) else set()
    return tuple(sorted(found))


def _entries(data: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    entries = data.get(key)
    yield from (entry for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()


def stories_of(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the topics that each entry of ``stories.yml`` names, whether or not they exist."""
    document = content.registries.get("stories")
    entries = document.data if document else {}
    found = {}
    for id, entry in entries.items():
        topics = entry.get("topics") if isinstance(entry, dict) else None
        found[str(id)] = tuple(t for t in topics if isinstance(t, str)) if isinstance(topics, list) else ()
    return found


def divide(stories: Mapping[str, Iterable[str]], tied: Mapping[str, Iterable[str]]) -> list[Part]:
    """Return the parts in the order of their first stories, what is loose at the end.

    ``stories`` has the topics of each story, ``tied`` the ties of each leaf by its path.
    """
    groups = _Groups()
    for story, topics in stories.items():
        groups.join(f"story/{story}", (f"topic/{topic}" for topic in topics))
    for path, names in tied.items():
        groups.join(f"leaf/{path}", names)
    found: dict[str, tuple[list[str], list[str]]] = {}
    for story in stories:
        found.setdefault(groups.head(f"story/{story}"), ([], []))[0].append(story)
    loose: list[str] = []
    for path in sorted(tied):
        group = found.get(groups.head(f"leaf/{path}"))
        (group[1] if group else loose).append(path)
    parts = [Part(own[0], tuple(own), tuple(leaves)) for own, leaves in found.values()]
    return [*parts, *([Part(LOOSE, (), tuple(loose))] if loose else [])]


class _Groups:
    """Names in groups that grow together; the usual forest of a union-find."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def head(self, name: str) -> str:
        self.above.setdefault(name, name)
        while self.above[name] != name:
            # Each step halves the way for the next one who asks.
            self.above[name] = self.above[self.above[name]]
            name = self.above[name]
        return name

    def join(self, name: str, others: Iterable[str]) -> None:
        head = self.head(name)
        for other in others:
            self.above[self.head(other)] = head


def part_content(content: Content, part: Part, documents: Iterable[tuple[str, Document]]) -> Content:
    """Return the content of one part: its own ``documents``, each with its room, and all registries.

    Of the stories it has its own alone. Hand-written pages belong to no part.
    """
    own = Content(registries=dict(content.registries))
    stories = content.registries.get("stories")
    if stories is not None:
        data = {id: stories.data[id] for id in part.stories}
        own.registries["stories"] = Document(
            stories.path, stories.id, data, stories.lines, stories.body, stories.body_line
        )
    for room, document in documents:
        own.keep(room, document)
    return own
