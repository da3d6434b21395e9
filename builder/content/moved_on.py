"""Where ids lead today that were renamed since they were written down: see ``content/moved.yml``."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from builder.content.model import Tombstone


class Today(Struct):
    """The ids of today for former ones. An id that was not renamed, or that nothing follows, is returned as it is."""

    leads: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, moved: Iterable[Tombstone]) -> Today:
        """Return the ids of today by those former ids that something followed."""
        return cls({(one.kind, one.id): one.to for one in moved if one.to is not None})

    def article(self, id: str) -> str:
        """Return an article's id of today."""
        return self.leads.get(("articles", id), id)

    def topic(self, id: str) -> str:
        """Return a topic's id of today."""
        return self.leads.get(("topics", id), id)

    def outlet(self, id: str) -> str:
        """Return an outlet's id of today."""
        return self.leads.get(("outlets", id), id)

    def source(self, id: str) -> str:
        """Return a source's id of today."""
        return self.leads.get(("sources", id), id)

    def claim(self, name: str) -> str:
        """Return the name of today of a claim, given as ``article/claim``: that of a renamed article's follows it."""
        return self._within("claims", "articles", name)

    def question(self, path: str) -> str:
        """Return the path of today of a question, given as ``topic/question``."""
        return self._within("questions", "topics", path)

    def _within(self, kind: str, above: str, name: str) -> str:
        if found := self.leads.get((kind, name)):
            return found
        first, _, second = name.partition("/")
        moved = f"{self.leads.get((above, first), first)}/{second}"
        return self.leads.get((kind, moved), moved)
