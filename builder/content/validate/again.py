"""Articles that were read before and had no problem: they are read again only if something changed that reading them looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from builder.cache.memo import encoded, short_digest
from builder.cache.records import digest
from builder.content.load import Document
from builder.content.model import Article, Question, Site
from builder.content.validate.articles import read_article
from builder.content.validate.checker import Checker
from builder.content.vocabulary import Answer


class Carry(Protocol):
    """Returns what was found of a document before, or else what ``make`` finds now."""

    def __call__(self, document: Document, make: Callable[[], bytes], *key: object) -> bytes | memoryview:
        """Return it as bytes. The key has what it depends on besides the document and its private text."""


class _ToldError(Exception):
    """The article has problems, which have to be told in each build."""


class Reader:
    """Reads the articles of a site whose registries and topics are read."""

    def __init__(
        self, checker: Checker, site: Site, questions: Mapping[str, Question], carry: Carry | None
    ) -> None:
        self._checker, self._site, self._questions = checker, site, questions
        # What could not be read makes some problems of others untold.
        self._carry = None if checker.unread else carry

    def read(self, document: Document) -> Article | None:
        """Return the article of a document, or None if it does not match the schema; problems are told."""
        told = len(self._checker.problems)
        read: list[Article | None] = []

        def make() -> bytes:
            read.append(read_article(self._checker, document, self._site, self._questions))
            if read[0] is None or len(self._checker.problems) > told:
                raise _ToldError
            return msgspec.json.encode(read[0])

        if self._carry is None:
            return read_article(self._checker, document, self._site, self._questions)
        try:
            found = self._carry(document, make, *self._key(document, self._carry))
        except _ToldError:
            return read[0]
        article = (read and read[0]) or _decoder.decode(found)
        self._site.read[article.id] = article, short_digest(found)
        return article

    def _key(self, document: Document, carry: Carry) -> Iterator[object]:
        """Yield all that reading an article looks at besides its document and its text."""
        site, named = self._site, _named.decode(carry(document, lambda: encoded(_names(document)), "names"))
        yield self._shared
        yield named.outlet in site.outlets
        yield named.story in site.stories
        yield list(map(self._asked.get, named.questions))
        if not self._persons.isdisjoint(named.questions):
            yield self._every_source
        yield list(map(self._sources.get, named.sources))

    @cached_property
    def _shared(self) -> str:
        return digest(encoded((self._site.settings, self._site.places)))

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {id: digest(encoded(source)) for id, source in self._site.sources.items()}

    @cached_property
    def _every_source(self) -> str:
        return digest(self._sources)

    @cached_property
    def _persons(self) -> frozenset[str]:
        """The questions that a source may answer under any of its names."""
        return frozenset(path for path, found in self._questions.items() if found.answer is Answer.WHO)

    @cached_property
    def _asked(self) -> dict[str, str]:
        return {path: digest(encoded(question)) for path, question in self._questions.items()}


class _Names(Struct, frozen=True):
    """What an article's document names, of whatever is looked up elsewhere to read it."""

    outlet: str
    story: str
    questions: list[str]
    sources: list[str]


def _names(document: Document) -> _Names:
    data = document.data
    entries = [*_entries(data.get("claims")), *_entries(data.get("silences"))]
    sources: set[str] = set()
    for ids in (data.get("spellings"), *(one.get(key) for one in entries for key in _NAMING)):
        if ids and isinstance(ids, list | dict):
            sources.update(_texts(ids))
    outlet, story = ("".join(_texts([data.get(key)])) for key in ("outlet", "story"))
    return _Names(outlet, story, _texts(entry.get("question") for entry in entries), sorted(sources))


_decoder = msgspec.json.Decoder(Article)
_named = msgspec.json.Decoder(_Names)
_NAMING = ("sources", "via")
"""The keys of a claim that name sources."""


def _entries(found: object) -> list[dict[str, Any]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _texts(found: Iterable[object]) -> list[str]:
    """Return those that may be ids of something: no other is looked up with success."""
    return [one for one in found if isinstance(one, str) and one.isascii()]
