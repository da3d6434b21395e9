"""The collector that all checks share: it reports problems and checks the schema, ids and dates of entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

import pydantic

from builder.content import problems
from builder.content.load import Content, Document, as_id, is_slug
from builder.content.problems import Kind, Problem
from builder.content.strict_yaml import KeyPath
from builder.content.validate import shape
from builder.values import dates
from builder.values.dates import DateSpan

E = TypeVar("E", bound=pydantic.BaseModel)


INDEX = "index"
WITH_PAGES = frozenset({"stories", "outlets", "sources"})
"""Registries whose entries have pages."""


TextWords = Callable[[str], int | None]
"""Returns how many words the private text of a file name has, or ``None`` if the text is missing."""


def unknown_words(_: str) -> None:
    """Know of no text how long it is."""


class Checker:
    """Collects the problems of some content in ``problems``, unsorted."""

    def __init__(self, content: Content, text_words: TextWords = unknown_words) -> None:
        self.content = content
        self.text_words = text_words
        self.problems: list[Problem] = list(content.problems)
        self.unread = {problem.path for problem in content.problems}
        """Files that could not be read, or do not match the schema at all."""
        self._named: dict[str, set[str]] = {}
        self.broken_topics: set[str] = set()
        """Ids of topics whose file exists but does not match the schema."""

    def tell(self, document: Document, path: KeyPath, kind: Kind, message: str) -> None:
        """Report a problem at a key of a document."""
        self.problems.append(document.problem(path, kind, message))

    def already_reported(self, kind: str, id: str) -> bool:
        """Return whether an article, topic or registry entry exists but has a problem that is already reported.

        If its name is the problem, it is found under the corrected name. ``kind`` is ``articles``, ``topics`` or a registry.
        """
        if kind == "topics" and id in self.broken_topics:
            return True
        if kind in ("articles", "topics"):
            return id in self._unread_ids[kind]
        document = self.content.registries.get(kind)
        return document is None or id in document.data or id in self._misnamed(kind)

    @cached_property
    def unsettled(self) -> bool:
        """Whether the settings could not be read, so that the limits of quotes and précis are unknown."""
        return any(path.endswith("/site.yml") for path in self.unread)

    @cached_property
    def _unread_ids(self) -> dict[str, set[str]]:
        """The ids, corrected if needed, of the articles and topics that could not be read."""
        return {
            room: {as_id(PurePosixPath(path).stem) for path in self.unread if f"/{room}/" in path}
            for room in ("articles", "topics")
        }

    def _misnamed(self, kind: str) -> set[str]:
        if kind not in self._named:
            data = self.content.registries[kind].data
            self._named[kind] = {as_id(id) for id in data if not is_slug(id)}
        return self._named[kind]

    def entry(self, document: Document, path: KeyPath, data: object, kind: type[E]) -> E | None:
        """Return an entry if it matches its schema; otherwise report its problems and return None."""
        entry, found = shape.check_entry(document, path, data, kind)
        self.problems.extend(found)
        return entry

    def registry(self, name: str, kind: type[E]) -> Iterable[tuple[str, Document, E]]:
        """Yield id, document and entry for each entry of ``content/NAME.yml`` that matches its schema; report the others."""
        document = self.content.registries.get(name)
        if document is None:
            return
        for id, data in document.data.items():
            if not is_slug(id):
                message = f'"{id}" cannot become an address: use small letters, digits and hyphens'
                self.tell(document, (id,), problems.BAD_NAME, message)
                continue
            if name in WITH_PAGES:
                self.reserved(document, (id,), name, id)
            entry = self.entry(document, (id,), data, kind)
            if entry is not None:
                yield id, document, entry

    def reserved(self, document: Document, path: KeyPath, folder: str, id: str) -> None:
        """Report an id whose page MkDocs and web servers would take for the index of its folder."""
        if id == INDEX:
            message = f'"{id}" cannot be an id: {folder}/{id}/ would be taken for {folder}/'
            self.tell(document, path, problems.RESERVED_ID, message)

    def unique(self, document: Document, path: KeyPath, ids: Iterable[str]) -> None:
        """Report duplicate ids in a list of entries."""
        first: dict[str, int] = {}
        for index, id in enumerate(ids):
            where: KeyPath = (*path, index, "id")
            if id in first:
                message = f'the id "{id}" is used again (first on line {first[id]})'
                self.tell(document, where, problems.DUPLICATE_ID, message)
            first.setdefault(id, document.line(where))

    def date(self, document: Document, path: KeyPath, text: str | None) -> DateSpan | None:
        """Return an EDTF date, or None after reporting why it is not one. An absent date is None too."""
        if text is None:
            return None
        try:
            return dates.parse_edtf(text)
        except ValueError as error:
            self.tell(document, path, problems.IMPOSSIBLE_DATE, str(error))
            return None
