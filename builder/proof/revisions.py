"""Hold what an article is said to have printed before a revision against its former text, as far as that is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from builder.content.load import Document
from builder.content.model import Article, Site
from builder.content.problems import Problem
from builder.content.strict_yaml import KeyPath
from builder.proof import kinds, private_texts
from builder.proof.locate import occurrences
from builder.proof.text import Text
from builder.values.dates import parse_edtf


def former_problems(root: Path, site: Site, documents: Iterable[Document]) -> list[Problem]:
    """Return the problems of all former texts."""
    revised = [
        (document, site.articles[document.id])
        for document in documents
        if document.id in site.articles and site.articles[document.id].former
    ]
    names = {former.source_file for _, article in revised for former in article.former}
    texts = private_texts.read_texts(root, names) if names else None
    return [problem for one in revised for problem in _of(*one, texts or {})]


def _of(document: Document, article: Article, texts: Mapping[str, Text]) -> Iterator[Problem]:
    for index, former in enumerate(article.former):
        text = texts.get(former.source_file)
        if text is None:
            continue
        if text.sha256 != former.source_sha256:
            message = f"{former.source_file} is another text than the one that was published"
            yield document.problem(("former", index, "source_sha256"), kinds.FORMER_UNFIT, message)
            continue
        said: list[tuple[KeyPath, str]] = [
            (("former", index, "claims", at, "printed"), one.printed) for at, one in enumerate(former.claims)
        ]
        said += [(("former", index, "headline"), former.headline)] if former.headline else []
        for path, words in said:
            if not occurrences(words, text):
                message = f'"{words}" does not stand in the former text'
                yield document.problem(path, kinds.FORMER_UNFIT, message)


def through(site: Site) -> Site:
    """Return a site whose revised articles are dated from their publication to their last revision: of one of these days is their text."""
    dated = {id: _through(article) for id, article in site.articles.items() if article.former}
    return replace(site, articles=site.articles | dated) if dated else site


def _through(article: Article) -> Article:
    first, last = article.published, article.last_out
    if first is None or last is None or first.start is None or last.end is None or last.end < first.start:
        return article
    return replace(article, published=parse_edtf(f"{first.start}/{last.end}"))
