"""Validate the whole content: build its model, or report all problems.

Each file is checked against its schema first, then the meaning of its values and the existence of every name that it uses.
Validation does not stop at the first problem.
"""

from __future__ import annotations

from msgspec.structs import replace

from builder.content.load import Content
from builder.content.model import Site
from builder.content.problems import Problem
from builder.content.validate import drafts
from builder.content.validate.again import Carry, Reader
from builder.content.validate.articles import check_copies, check_revisions, read_article
from builder.content.validate.checker import Checker, TextWords, unknown_words
from builder.content.validate.log import read_log
from builder.content.validate.moved import read_moved
from builder.content.validate.registries import (
    read_outlets,
    read_page,
    read_places,
    read_settings,
    read_sources,
    read_stories,
    read_topic,
)


def validate(
    content: Content,
    shared: Site | None = None,
    text_words: TextWords = unknown_words,
    carry: Carry | None = None,
) -> tuple[Site, list[Problem]]:
    """Return the site's model and all problems, sorted.

    Where a problem is an error the model is partial and must not be published. ``shared`` is a model whose outlets, sources,
    places and settings were made of the same files before, and without errors: they are taken from it. ``text_words`` is asked for
    the length of texts whose précis is a short one. ``carry`` has articles that were read before.
    """
    checker = Checker(content, text_words)
    site = _site(checker, shared, carry)
    return site, sorted(checker.problems, key=lambda problem: problem.order)


def _site(checker: Checker, shared: Site | None, carry: Carry | None) -> Site:
    content = checker.content
    settings = shared.settings if shared else read_settings(checker)
    places = shared.places if shared else read_places(checker)
    found = {
        document.id: read_topic(checker, document, settings.language, places) for document in content.topics
    }
    topics = {id: topic for id, topic in found.items() if topic is not None}
    site = Site(
        stories=read_stories(checker, topics),
        topics=topics,
        outlets=shared.outlets if shared else read_outlets(checker),
        sources=shared.sources if shared else read_sources(checker),
        places=places,
        settings=settings,
        moved=shared.moved if shared else read_moved(checker),
    )
    questions = {question.path: question for topic in topics.values() for question in topic.questions}
    reader = Reader(checker, site, questions, carry)
    for document in content.articles:
        if drafts.is_draft(document):
            told = len(checker.problems)
            site.drafts[document.id] = read_article(checker, document, site, questions)
            checker.problems[told:] = drafts.softened(checker.problems[told:])
            continue
        article = reader.read(document)
        if article is not None:
            site.articles[article.id] = article
    check_copies(checker, site)
    check_revisions(checker, site)
    for document in content.pages:
        site.pages[document.id] = read_page(checker, document)
    if content.changes:
        return replace(site, log=read_log(checker, site, questions, whole=shared is None))
    return site
