"""What all checks share: telling a problem, checking an entry's shape, ids and dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pydantic

from builder.content import problems
from builder.content.load import Content, Document, is_slug
from builder.content.problems import Kind, Problem
from builder.content.strict_yaml import KeyPath
from builder.content.validate import shape
from builder.values import dates
from builder.values.dates import DateSpan

E = TypeVar("E", bound=pydantic.BaseModel)


class Checker:
    """Collects what is wrong with some content. ``problems`` holds all of it, in no order."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.problems: list[Problem] = list(content.problems)
        self.unread = {problem.path for problem in content.problems}
        """Files that could not be read, or whose shape is wrong as a whole."""
        self.broken_topics: set[str] = set()
        """Topics whose file is there and wrong."""

    def tell(self, document: Document, path: KeyPath, kind: Kind, message: str) -> None:
        """Add a problem at a key of a document."""
        self.problems.append(document.problem(path, kind, message))

    def told(self, kind: str, id: str) -> bool:
        """Return whether a topic or an entry of a registry is there but has a problem of its own, told already."""
        if kind == "topics":
            return id in self.broken_topics or any(path.endswith(f"/topics/{id}.yml") for path in self.unread)
        document = self.content.registries.get(kind)
        return document is None or id in document.data

    def entry(self, document: Document, path: KeyPath, data: object, kind: type[E]) -> E | None:
        """Return an entry whose keys and types are right; tell all that is wrong with another."""
        entry, found = shape.check(document, path, data, kind)
        self.problems.extend(found)
        return entry

    def registry(self, name: str, kind: type[E]) -> Iterable[tuple[str, Document, E]]:
        """Yield the good entries of ``content/NAME.yml``, each with its id."""
        document = self.content.registries.get(name)
        if document is None:
            return
        for id, data in document.data.items():
            if not is_slug(id):
                message = f'"{id}" cannot become an address: use small letters, digits and hyphens'
                self.tell(document, (id,), problems.BAD_NAME, message)
                continue
            entry = self.entry(document, (id,), data, kind)
            if entry is not None:
                yield id, document, entry

    def unique(self, document: Document, path: KeyPath, ids: Iterable[str]) -> None:
        """Tell ids that stand twice in a list of entries."""
        first: dict[str, int] = {}
        for index, id in enumerate(ids):
            where: KeyPath = (*path, index, "id")
            if id in first:
                message = f'the id "{id}" is used again (first on line {first[id]})'
                self.tell(document, where, problems.DUPLICATE_ID, message)
            first.setdefault(id, document.line(where))

    def date(self, document: Document, path: KeyPath, text: str | None) -> DateSpan | None:
        """Read an EDTF date, or tell why it is none."""
        if text is None:
            return None
        try:
            return dates.parse_edtf(text)
        except ValueError as error:
            self.tell(document, path, problems.IMPOSSIBLE_DATE, str(error))
            return None
