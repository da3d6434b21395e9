"""Where ids lead today that were renamed since they were written down: see ``content/moved.yml``."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from builder.content.model import Tombstone


class Today(Struct):
    """The ids of today for former ones. An id that was not renamed, or that nothing follows, is returned as it is."""

    leads: dict[tuple[str, str], str] = field(default_factory=dict)
    formers: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Kind and id of today -> the ids before."""

    @classmethod
    def of(cls, moved: Iterable[Tombstone]) -> Today:
        """Return the ids of today by those former ids that something followed."""
        found = cls()
        for one in moved:
            if one.to is not None:
                found.leads[one.kind, one.id] = one.to
                found.formers.setdefault((one.kind, one.to), []).append(one.id)
        return found

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
        owner = self.leads.get((above, first))
        if owner is None:
            return name
        # What stood in it may have been renamed under any of its names.
        names = (owner, *self.formers.get((above, owner), ()))
        under = (self.leads.get((kind, f"{one}/{second}")) for one in names)
        return next(filter(None, under), f"{owner}/{second}")
