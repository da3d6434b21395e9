"""What only all private texts together show: which repeat one another, which names they spell in their own way.

It only proposes: the editor's ``copy_of``, ``aliases`` and ``spellings`` decide, and until then it is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from builder.content.load import Document
from builder.content.model import Site
from builder.content.problems import Problem
from builder.content.spellings import propose
from builder.proof import kinds
from builder.proof.reuse import containment, shared_passages
from builder.proof.text import Text

SAME_CREDIT = 0.05
"""Containment from which two texts with one credit line are told: of one agency half the evidence is enough."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
"""A word with a capital inside a sentence."""
_KNOWN = re.compile(r"\b[A-Z][a-z]{4,}\b")


def across(site: Site, documents: Iterable[Document], texts: Mapping[str, Text] | None) -> list[Problem]:
    """Return the warnings that need all texts; none where the private folder is absent.

    Near linear in the number of words of all texts: see ``shared_passages`` and ``propose``.
    """
    if texts is None:
        return []
    found = {
        id: texts[article.source_file].raw
        for id, article in site.articles.items()
        if article.source_file in texts
    }
    files = {document.id: document for document in documents}
    return [*_copies(site, files, found), *_spellings(site, files, found)]


def _copies(site: Site, files: Mapping[str, Document], texts: Mapping[str, str]) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for pair in shared_passages(texts):
        told.add(frozenset((pair.a, pair.b)))
        if not _linked(site, pair.a, pair.b):
            shared = f"{pair.containment:.0%} of its runs of five words, up to {pair.run} words in a row"
            yield files[pair.b].problem((), kinds.UNMARKED_COPY, f'the text shares {shared}, with "{pair.a}"')
    for a, b in _same_credit(site, texts):
        if frozenset((a, b)) in told or _linked(site, a, b) or containment(texts[a], texts[b]) < SAME_CREDIT:
            continue
        message = f'the text shares passages with "{a}", and both are credited to {site.articles[b].credit}'
        yield files[b].problem(("credit",), kinds.UNMARKED_COPY, message)


def _linked(site: Site, a: str, b: str) -> bool:
    """Return whether one of two articles is a copy of the other, or both are copies of a third."""
    return (site.articles[a].copy_of or a) == (site.articles[b].copy_of or b)


def _same_credit(site: Site, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    credited: dict[str, list[str]] = {}
    for id in texts:
        if credit := site.articles[id].credit:
            credited.setdefault(credit.casefold(), []).append(id)
    for ids in credited.values():
        # Neighbours only: a chain of copies is found link by link, and the work stays linear.
        yield from pairwise(ids)


def _spellings(site: Site, files: Mapping[str, Document], texts: Mapping[str, str]) -> Iterator[Problem]:
    names = [(place.id, place.name, *place.aliases) for place in site.places.values()]
    names += [(source.id, source.name, *source.aliases) for source in site.sources.values()]
    known = {word: id for id, *spelled in names for name in spelled for word in _KNOWN.findall(name)}
    for id, text in texts.items():
        for word, named in propose(dict.fromkeys(_NAME.findall(text)), known):
            message = f'the text has "{word}", which may be a spelling of "{named}"'
            yield files[id].problem(("spellings",), kinds.UNKNOWN_NAME, message)
