"""Former ids: what ``content/moved.yml`` says of them, held against the ids that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from builder.content import problems, schema
from builder.content.load import MOVED, Document
from builder.content.model import Site, Tombstone
from builder.content.problems import Problem
from builder.content.validate.checker import Checker
from builder.content.validate.circles import circles, tops
from builder.content.validate.drafts import is_draft
from builder.content.vocabulary import KINDS_OF_IDS

Find = Callable[[str, str], Document | bool]
"""Returns the document of a room (``articles``, ``topics``) and an id; False if there is none, True if it cannot be read."""

_PARTS = {"claims": ("articles", "claims"), "questions": ("topics", "questions")}
"""Kinds of ids that stand within a file: its room, and the key of their list."""


def read_moved(checker: Checker) -> tuple[Tombstone, ...]:
    """Return the former ids, each with what stands in its place today; report circles and entries that say nothing."""
    document = checker.content.registries.get(MOVED)
    entry = checker.entry(document, (), document.data, schema.MovedFile) if document else None
    if document is None or entry is None:
        return ()
    return tuple(
        found for kind in KINDS_OF_IDS for found in _of_kind(checker, document, kind, getattr(entry, kind))
    )


def _of_kind(
    checker: Checker, document: Document, kind: str, entries: Mapping[str, schema.MovedEntry]
) -> Iterator[Tombstone]:
    above = {id: entry.to for id, entry in entries.items() if entry.to is not None}
    round_about = circles(above)
    last = tops({id: to for id, to in above.items() if id not in round_about})
    for id, entry in entries.items():
        on = checker.date(document, (kind, id, "on"), entry.on)
        if entry.to is None and entry.why is None:
            message = f'"{id}" has neither "to" nor "why": say what took its place, or why nothing did'
            checker.tell(document, (kind, id), problems.MISSING_KEY, message)
        if id in round_about:
            message = f'"{id}" would lead back to itself'
            checker.tell(document, (kind, id, "to"), problems.MOVED_ROUND, message)
            continue
        # What stands in its place today is the end of its chain; that may be an id that nothing followed.
        to = above.get(last.get(id, id))
        gone = entries.get(to) if to is not None and to not in round_about else None
        yield Tombstone(kind, id, None if gone else to, on, entry.why or (gone.why if gone else None))


def faults(site: Site, registries: Mapping[str, Document], find: Find) -> list[Problem]:
    """Return the problems of former ids that lead to nothing, and of those that are in use."""
    document = registries.get(MOVED)
    return list(_faults(site.moved, document, registries, find)) if document else []


def _faults(
    moved: Iterable[Tombstone], document: Document, registries: Mapping[str, Document], find: Find
) -> Iterator[Problem]:
    for one in moved:
        if _there(one.kind, one.id, registries, find, unread=False):
            message = f'"{one.id}" is in use'
            yield document.problem((one.kind, one.id), problems.MOVED_AND_THERE, message)
        if one.to is not None and not _there(one.kind, one.to, registries, find, unread=True):
            message = f'"{one.id}" leads to "{one.to}", and there is none'
            yield document.problem((one.kind, one.id, "to"), problems.MOVED_NOWHERE, message)


def _there(kind: str, id: str, registries: Mapping[str, Document], find: Find, *, unread: bool) -> bool:
    """Return whether an id is published; ``unread`` where that cannot be told, because its file cannot be read."""
    if kind not in _PARTS and kind not in ("articles", "topics"):
        return id in registries[kind].data if kind in registries else unread
    room, key = _PARTS.get(kind, (kind, ""))
    owner, _, part = id.partition("/")
    document = find(room, owner)
    if isinstance(document, bool):
        return document and unread
    if room == "articles" and is_draft(document):
        return False
    return not key or any(entry.get("id") == part for entry in _entries(document.data.get(key)))


def _entries(found: object) -> Iterator[dict[str, Any]]:
    yield from (entry for entry in found if isinstance(entry, dict)) if isinstance(found, list) else ()
