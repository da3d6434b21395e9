"""Articles whose proof found nothing to tell: they are proved again only if something changed that their proof looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain

import msgspec
from msgspec import Struct

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.content.load import Document
from builder.content.model import Article
from builder.content.validate.again import Carry
from builder.proof.budget import Budget
from builder.proof.case import Book


class Proved(Struct, frozen=True):
    """What the proof of an article gives besides problems."""

    claims: tuple[str, ...]
    """Keys of its claims whose words were found."""
    budget: Budget | None
    """How much of its text is published in sum; None if the text is missing."""


class _FoundError(Exception):
    """The proof found something, which has to be told in each build."""


class Again:
    """Takes what an earlier build proved of the articles of a book."""

    def __init__(self, book: Book, carry: Carry) -> None:
        """``carry`` has what was proved. Its key has the file of an article; what the proof looks at besides is added here."""
        self._book, self._carry = book, carry

    def __call__(
        self, document: Document, article: Article, prove: Callable[[], Proved | None]
    ) -> Proved | None:
        """Return what was proved of an article, or else what ``prove`` returns now: None if it found something to tell."""

        def make() -> bytes:
            found = prove()
            if found is None:
                raise _FoundError
            return msgspec.json.encode(found)

        try:
            return _decoder.decode(self._carry(document, make, *self._key(article)))
        except _FoundError:
            return None

    def _key(self, article: Article) -> Iterator[object]:
        """Yield all that the proof of an article looks at besides its file. A rule that looks at more of other articles has to say so here."""
        book = self._book
        yield self._shared
        text = book.text(article)
        # Any source may be one that a text names; without the text, only those are looked at that claims name.
        yield (text.sha256, self._every_source) if text else (book.texts is None, self._named_in(article))
        # A claim without a scope is told of where all other answers have one.
        yield [claim.question for claim in article.claims if claim.question in self._unscoped]
        yield [
            (claim.statement in book.stated, encoded(book.statements[claim.statement]))
            for claim in article.claims
            if claim.statement is not None
        ]
        # What is published of copies is published of their one text.
        yield [encoded(copy.claims) for copy in book.copies.get(article.copy_of or article.id, ())]

    @cached_property
    def _shared(self) -> str:
        """Digest of the other registries, the settings and all questions."""
        site = self._book.site
        return digest(encoded((site.settings, site.outlets, site.places, site.topics)))

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {id: digest(encoded(source)) for id, source in self._book.site.sources.items()}

    @cached_property
    def _every_source(self) -> str:
        return digest(self._sources)

    def _named_in(self, article: Article) -> list[str | None]:
        """Return the digests of the sources that an article's claims name, and the other claims of their statements."""
        book = self._book
        stated = (book.statements[claim.statement] for claim in article.claims if claim.statement is not None)
        claims = chain(article.claims, *stated)
        ids = {id for claim in claims for ids in (claim.sources, claim.via) for id in ids}
        return [self._sources.get(id) for id in sorted(ids)]

    @cached_property
    def _unscoped(self) -> frozenset[str]:
        """The questions that one answer alone leaves without a scope."""
        return frozenset(
            path
            for path, claims in self._book.answers.items()
            if len(claims) > 1 and sum(not claim.scope for claim in claims) == 1
        )


_decoder = msgspec.json.Decoder(Proved)
