"""What the log of changes says of something that goes: it is named in words, since no id leads to it any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from builder.content.load import Document
from builder.content.model import Site
from builder.content.moved_on import Today
from builder.content.vocabulary import News
from builder.desk.moving.edits import Drop, Edit, Put
from builder.desk.moving.names import Named, entries

_BOUNDS = (News.NEW_HIGH.value, News.NEW_LOW.value)


def log_edits(document: Document, gone: Collection[Named], site: Site) -> Iterator[Edit]:
    """Yield the changes of a file of the log. An item goes if no topic is left on which it could stand.

    ``site`` still has what goes.
    """
    today = Today.of(site.moved)
    for place, item in enumerate(entries(document.data.get("changes"))):
        yield from _Item(item, gone, site, today).edits(("changes", place))


class _Item:
    def __init__(self, item: dict[str, Any], gone: Collection[Named], site: Site, today: Today) -> None:
        self.item, self.gone, self.site = item, gone, site
        self.article = today.article(str(item["article"])) if "article" in item else None
        self.question = today.question(str(item["question"])) if "question" in item else None
        self.claims = [today.claim(str(name)) for name in item.get("claims") or ()]
        self.topic = today.topic(str(item["topic"])) if "topic" in item else None
        self.was = today.article(str(item.get("was"))) if item["what"] == News.FIRST.value else None

    def edits(self, path: tuple[str, int]) -> Iterator[Edit]:
        lost = [name for name in self.claims if self._is_gone("claims", name)]
        named = (("articles", self.article), ("questions", self.question), ("topics", self.topic))
        if not any(id and self._is_gone(kind, id) for kind, id in named):
            if self.was and self._is_gone("articles", self.was):
                yield Drop((*path, "was"))
            if lost and len(lost) < len(self.claims) and self.item["what"] in _BOUNDS:
                yield from (Drop((*path, "claims", self.claims.index(name))) for name in lost)
                return
            if not lost:
                return
        where = self._topic()
        if where is None:
            yield Drop(path)
            return
        yield from (Drop((*path, key)) for key in ("article", "question", "claims") if key in self.item)
        if self.was and self._is_gone("articles", self.was):
            yield Drop((*path, "was"))
        yield Put(path, "gone", self._called(lost))
        if self.topic is None:
            yield Put(path, "topic", where)

    def _is_gone(self, kind: str, id: str) -> bool:
        above = {"claims": "articles", "questions": "topics"}.get(kind, kind)
        return Named(kind, id) in self.gone or Named(above, id.partition("/")[0]) in self.gone

    def _topic(self) -> str | None:
        """Return the topic on which the item can stand."""
        found = [self.topic] if self.topic else []
        found += [self.question.partition("/")[0]] if self.question else []
        for name in (*([self.article] if self.article else ()), *(c.partition("/")[0] for c in self.claims)):
            if article := self.site.articles.get(name):
                found += [claim.question.partition("/")[0] for claim in article.claims]
        return next((topic for topic in found if Named("topics", topic) not in self.gone), None)

    def _called(self, lost: list[str]) -> str:
        """Return what to call what is gone."""
        if self.question and self._is_gone("questions", self.question):
            topic = self.site.topics[self.question.partition("/")[0]]
            return next(asked.short for asked in topic.questions if asked.path == self.question)
        name = self.article or next(iter(lost), "")
        article = self.site.articles.get(name.partition("/")[0])
        if article is None:
            return name
        outlet = self.site.outlets[article.outlet].name
        printed = next((claim.printed for claim in article.claims if claim.key == name), None)
        title = f"“{printed}”" if printed else article.headline or article.working_title or article.id
        return f"{outlet}: {title}"[:400]
