"""Divide a site into parts, the smallest sets of files that can be made without looking at the rest.

A part has some stories with their topics, all articles that answer questions of those topics, and everything else that these
are tied to. Two stories that one article answers are in the same part; so are a copy and its original. Parts share only the
registries, so each part can be made, stored and made again separately.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from builder.content.load import Content, Document
from builder.content.moved_on import Today

LOOSE = "-loose"
"""Id of the part with the files that belong to no story. No story can have this id."""


class Part(Struct, frozen=True):
    """Files that belong together."""

    id: str
    """The id of its first story, or ``LOOSE``."""
    stories: tuple[str, ...]
    """Ids, in the order of ``stories.yml``."""
    files: tuple[str, ...]
    """Paths of its articles and topics, sorted."""
    log: tuple[str, ...] = ()
    """Paths of the files of the log that speak of any of these, sorted."""


def ties(kind: str, document: Document) -> tuple[str, ...]:
    """Return the names of everything that a document is tied to, including itself, sorted.

    Two documents that share a name belong to one part. ``kind`` is ``topics`` or ``articles``. Values of a wrong type are
    ignored: validation reports them. A file of the log (``changes``) has the names of all that it speaks of, and ties nothing.
    """
    if kind == "changes":
        return tuple(sorted(_spoken_of(document.data)))
    if kind == "topics":
        return (f"topic/{document.id}",)
    data = document.data
    found = {f"article/{document.id}"}
    if isinstance(original := data.get("copy_of"), str):
        found.add(f"article/{original}")
    if isinstance(story := data.get("story"), str):
        found.add(f"story/{story}")
    for claim in _entries(data, "claims"):
        if isinstance(statement := claim.get("statement"), str):
            found.add(f"statement/{statement}")
    for entry in (*_entries(data, "claims"), *_entries(data, "silences")):
        if isinstance(question := entry.get("question"), str):
            found.add(f"topic/{question.partition('/')[0]}")
    return tuple(sorted(found))


def _spoken_of(data: Mapping[str, Any]) -> Iterator[str]:
    for change in _entries(data, "changes"):
        claims = change.get("claims")
        named = [(key, change.get(key)) for key in ("article", "question", "topic")]
        named += [("claim", claim) for claim in claims] if isinstance(claims, list) else []
        yield from (f"{key}/{name}" for key, name in named if isinstance(name, str))


def named_ids(document: Document) -> tuple[str, ...]:
    """Return the ids of the sources and places that a document names, sorted."""
    found = set()
    for claim in _entries(document.data, "claims"):
        for key in ("sources", "via"):
            ids = claim.get(key)
            found |= {id for id in ids if isinstance(id, str)} if isinstance(ids, list) else set()
    spellings = document.data.get("spellings")
    found |= {id for id in spellings if isinstance(id, str)} if isinstance(spellings, dict) else set()
    return tuple(sorted(found))


def spoken_of_today(names: Iterable[str], today: Today) -> Iterator[str]:
    """Yield the names of the files (``article/x``, ``topic/x``) that have what a file of the log speaks of, by the ids of today."""
    for name in names:
        kind, _, id = name.partition("/")
        match kind:
            case "article":
                yield f"article/{today.article(id)}"
            case "claim":
                yield f"article/{today.claim(id).partition('/')[0]}"
            case "question":
                yield f"topic/{today.question(id).partition('/')[0]}"
            case _:
                yield f"topic/{today.topic(id)}"


def _entries(data: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    entries = data.get(key)
    yield from (entry for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()


def stories_of(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the ids of the topics in each entry of ``stories.yml``, by the story's id. Topics need not exist."""
    document = content.registries.get("stories")
    entries = document.data if document else {}
    found = {}
    for id, entry in entries.items():
        topics = entry.get("topics") if isinstance(entry, dict) else None
        found[str(id)] = tuple(t for t in topics if isinstance(t, str)) if isinstance(topics, list) else ()
    return found


def divide(stories: Mapping[str, Iterable[str]], tied: Mapping[str, Iterable[str]]) -> list[Part]:
    """Return the parts in the order of their first stories, ``LOOSE`` last.

    ``stories`` has the topics of each story, ``tied`` the ties of each file by its path.
    """
    groups = _Groups()
    for story, topics in stories.items():
        groups.join(f"story/{story}", (f"topic/{topic}" for topic in topics))
    for path, names in tied.items():
        groups.join(f"file/{path}", names)
    found: dict[str, tuple[list[str], list[str]]] = {}
    for story in stories:
        found.setdefault(groups.head(f"story/{story}"), ([], []))[0].append(story)
    loose: list[str] = []
    for path in sorted(tied):
        group = found.get(groups.head(f"file/{path}"))
        (group[1] if group else loose).append(path)
    parts = [Part(own[0], tuple(own), tuple(files)) for own, files in found.values()]
    return [*parts, *([Part(LOOSE, (), tuple(loose))] if loose else [])]


def with_log(
    parts: Iterable[Part], names: Mapping[str, str], spoken_of: Mapping[str, Iterable[str]]
) -> list[Part]:
    """Return the parts with the files of the log that speak of them.

    ``names`` has the name of each article's and topic's file (``article/x``) by its path, ``spoken_of`` those that have what each file of
    the log speaks of.
    """
    found = list(parts)
    part_of = {names[path]: place for place, part in enumerate(found) for path in part.files}
    logs: dict[int, list[str]] = {}
    for path in sorted(spoken_of):
        for place in {part_of[name] for name in spoken_of[path] if name in part_of}:
            logs.setdefault(place, []).append(path)
    return [
        Part(part.id, part.stories, part.files, tuple(logs.get(place, ())))
        for place, part in enumerate(found)
    ]


class _Groups:
    """Groups of names that can be joined: a union-find forest."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def head(self, name: str) -> str:
        self.above.setdefault(name, name)
        while self.above[name] != name:
            # Halve the path for the next lookup.
            self.above[name] = self.above[self.above[name]]
            name = self.above[name]
        return name

    def join(self, name: str, others: Iterable[str]) -> None:
        head = self.head(name)
        for other in others:
            self.above[self.head(other)] = head


def part_content(content: Content, part: Part, documents: Iterable[tuple[str, Document]]) -> Content:
    """Return the content of one part: its own ``documents``, each with its kind, and all registries.

    The registry of stories has only the part's own. Hand-written pages belong to no part.
    """
    own = Content(registries=dict(content.registries))
    stories = content.registries.get("stories")
    if stories is not None:
        data = {id: stories.data[id] for id in part.stories}
        own.registries["stories"] = Document(
            stories.path, stories.id, data, stories.lines, stories.body, stories.body_line
        )
    for kind, document in documents:
        own.keep(kind, document)
    return own
