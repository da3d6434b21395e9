"""Validate the log of changes, the files of ``content/changes/``.

A part of a site is validated with the files that speak of it, and keeps what is about its own articles and topics. Only where the
whole content is at hand is a name that nobody knows a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from builder.content import problems, schema
from builder.content.load import Document
from builder.content.model import Change, Publication, Question, Site
from builder.content.moved_on import Today
from builder.content.problems import Kind, did_you_mean
from builder.content.strict_yaml import KeyPath
from builder.content.validate.checker import Checker
from builder.content.vocabulary import News

_OF_TEXTS = (News.NEW_ARTICLE, News.REMOVED, News.REVISED)
"""What changes the texts that are compared."""
_WANTED: dict[News, tuple[str, ...]] = {
    News.NEW_ARTICLE: ("article",),
    News.REMOVED: ("gone",),
    News.NEW_HIGH: ("question", "claims", "now"),
    News.NEW_LOW: ("question", "claims", "now"),
    News.TURNED: ("question", "claims", "was", "now"),
    News.FIRST: ("question", "article"),
    News.REVISED: ("article", "revision"),
    News.CORRECTION: ("text",),
}
"""The keys that each kind of change needs. One that names what is gone needs ``topic`` in the place of its ids."""
_NAMES = ("article", "question", "claims")


def read_log(
    checker: Checker, site: Site, questions: Mapping[str, Question], *, whole: bool
) -> tuple[Publication, ...]:
    """Return the log, newest first. ``whole`` if the content has all articles and topics of the site."""
    reader = _Reader(checker, site, questions, whole)
    found = [told for document in checker.content.changes if (told := reader.publication(document))]
    return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))


class _Reader:
    def __init__(self, checker: Checker, site: Site, questions: Mapping[str, Question], whole: bool) -> None:
        self.checker, self.site, self.questions, self.whole = checker, site, questions, whole
        self.documents = {document.id: document for document in checker.content.articles}
        self.today = Today.of(site.moved)

    def publication(self, document: Document) -> Publication | None:
        """Return what a file tells of this content, or None if that is nothing."""
        entry = self.checker.entry(document, (), document.data, schema.ChangesEntry)
        if entry is None:
            return None
        try:
            datetime.fromisoformat(entry.at)
        except ValueError:
            message = f'"{entry.at}" is no time: there is no such day or hour'
            self.checker.tell(document, ("at",), problems.IMPOSSIBLE_DATE, message)
            return None
        found = []
        for index, item in enumerate(entry.changes):
            change = self._change(item)
            if _Item(self, document, ("changes", index), change).is_told():
                found.append(change)
        # All that the file tells counts, not only what it tells of this content.
        reread = not any(item.what in _OF_TEXTS for item in entry.changes)
        return Publication(document.id, entry.at, tuple(found), reread) if found else None

    def _change(self, item: schema.ChangeEntry) -> Change:
        """Return a change with the ids that its articles, claims, questions and topics have today."""
        today, was = self.today, item.was
        return Change(
            what=item.what,
            article=today.article(item.article) if item.article else None,
            question=today.question(item.question) if item.question else None,
            claims=tuple(map(today.claim, item.claims)),
            topic=today.topic(item.topic) if item.topic else None,
            was=today.article(was) if item.what is News.FIRST and isinstance(was, str) else was,
            was_printed=item.was_printed,
            now=item.now,
            pairs=item.pairs,
            revision=item.revision,
            text=item.text,
            gone=item.gone,
        )


class _Item(Struct):
    """One change, at its place in a file."""

    reader: _Reader
    document: Document
    path: KeyPath
    change: Change

    def is_told(self) -> bool:
        """Return whether a change is about this content, and right. Reports what is wrong with it."""
        lacking = list(self._lacking())
        for key, message in lacking:
            self._tell(key, problems.MISSING_KEY, message)
        unknown = [found for found in self._names() if found is not None]
        for key, kind, message in unknown:
            if message:
                self._tell(key, kind, message)
        return not lacking and not unknown

    def _tell(self, key: str, kind: Kind, message: str) -> None:
        self.reader.checker.tell(self.document, (*self.path, key), kind, message)

    def _lacking(self) -> Iterator[tuple[str, str]]:
        change, what = self.change, self.change.what
        for key in _WANTED[what]:
            if getattr(change, key) in (None, ()) and not (change.gone and key in _NAMES):
                yield key, f'a change of the kind "{what.value}" must say "{key}"'
        if change.gone and change.topic is None:
            yield "topic", 'a change with "gone" must say in which topic it stood'
        if what is News.TURNED and len(change.claims) != 2 and not change.gone:
            yield "claims", "a relation is one of two claims"
        if what is News.CORRECTION and not (
            change.article or change.question or change.claims or change.topic
        ):
            yield "text", "a correction must say of what: article, question, claims or topic"

    def _names(self) -> Iterator[tuple[str, Kind, str] | None]:
        """Yield what is named and not there: the key, and what to report, which is empty if something else reports it."""
        change = self.change
        if change.article is not None:
            yield self._article("article", change.article)
        if change.what is News.FIRST and isinstance(change.was, str):
            yield self._article("was", change.was)
        for claim in change.claims:
            yield self._claim(claim)
        if change.question is not None:
            yield self._question(change.question)
        if change.topic is not None and change.topic not in self.reader.site.topics:
            told = self.reader.checker.already_reported("topics", change.topic)
            message = "" if told else self._unknown("topic", change.topic, self.reader.site.topics)
            yield "topic", problems.LOG_UNKNOWN, message
        if change.what is News.REVISED and change.article in self.reader.site.articles and change.revision:
            known = len(self.reader.site.articles[change.article].former)
            if change.revision == known + 1 and self._is_coming(change.article):
                message = f'"{change.article}" is revised by a draft, so nobody is told of it'
                yield "revision", problems.LOG_DRAFT, message
            elif change.revision > known:
                message = f'"{change.article}" has {known} revisions, and no number {change.revision}'
                yield "revision", problems.LOG_UNKNOWN, message

    def _is_coming(self, article: str) -> bool:
        """Return whether a draft revises an article."""
        site, documents = self.reader.site, self.reader.documents
        return any(documents[id].data.get("revises") == article for id in site.drafts if id in documents)

    def _article(self, key: str, id: str) -> tuple[str, Kind, str] | None:
        reader = self.reader
        if id in reader.site.articles:
            return None
        if id in reader.site.drafts:
            return key, problems.LOG_DRAFT, f'"{id}" is a draft, so nobody is told of it'
        if id in reader.documents or reader.checker.already_reported("articles", id):
            return key, problems.LOG_UNKNOWN, ""
        return key, problems.LOG_UNKNOWN, self._unknown("article", id, reader.site.articles)

    def _unknown(self, what: str, id: str, known: Iterable[str]) -> str:
        """Return what to report of an unknown article or topic: nothing where another part of the site may have it."""
        return f'unknown {what} "{id}"{did_you_mean(id, known)}' if self.reader.whole else ""

    def _claim(self, name: str) -> tuple[str, Kind, str] | None:
        article, _, id = name.partition("/")
        if told := self._article("claims", article):
            return told
        own = self.reader.site.articles[article]
        known = {claim.id for claim in own.claims} | {
            one.id for former in own.former for one in former.claims
        }
        if id in known:
            return None
        # What could not be read is reported in its article.
        entries = self.reader.documents[article].data.get("claims") or []
        if any(isinstance(entry, dict) and entry.get("id") == id for entry in entries):
            return "claims", problems.LOG_UNKNOWN, ""
        hint = did_you_mean(id, known)
        return "claims", problems.LOG_UNKNOWN, f'the article "{article}" has no claim "{id}"{hint}'

    def _question(self, path: str) -> tuple[str, Kind, str] | None:
        reader, topic = self.reader, path.partition("/")[0]
        if path in reader.questions:
            return None
        if reader.checker.already_reported("topics", topic):
            return "question", problems.LOG_UNKNOWN, ""
        message = f'unknown question "{path}"{did_you_mean(path, reader.questions)}'
        return (
            "question",
            problems.LOG_UNKNOWN,
            message if reader.whole or topic in reader.site.topics else "",
        )
