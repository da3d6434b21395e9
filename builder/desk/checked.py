"""What publishing would find wrong with an article as it stands now, without writing anything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import PurePosixPath

from msgspec.structs import replace

from builder.content.load import Content, ContentFile, Document, load
from builder.content.problems import HELD_BACK, PRECIS_LENGTH, Problem
from builder.content.validate import validate
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.precis import has_precis, wanted
from builder.desk.revise import in_its_place, target
from builder.desk.suggest.write import load as text_of_file
from builder.desk.suggest.write import save, undrafted
from builder.proof.check import Proofread, proofread
from builder.proof.fix import fix
from builder.proof.kinds import LOCATOR_MISSING


def with_text(content: Content, document: Document, text: str) -> Content:
    """Return some content with an article's file as if it had this text."""
    return with_files(content, [("articles", document.path, text)])


def with_files(content: Content, files: Iterable[tuple[str, str, str]]) -> Content:
    """Return some content as if files had other texts, or were there: each is its room, its path and its text."""
    made = Content(
        list(content.articles),
        list(content.topics),
        dict(content.registries),
        list(content.pages),
        list(content.changes),
        list(content.problems),
    )
    for room, path, text in files:
        data, id = text.encode(), PurePosixPath(path).stem
        made.problems = [problem for problem in made.problems if problem.path != path]
        for documents in (made.articles, made.topics):
            documents[:] = [other for other in documents if other.path != path]
        made.add(ContentFile(room, path, id, data, hashlib.sha256(data).hexdigest()))
    made.articles.sort(key=lambda document: document.path)
    made.topics.sort(key=lambda document: document.path)
    return made


def as_if_published(desk: Desk, document: Document, text: str, *, only: str | None = None) -> Proofread:
    """Check the site as it would be with this text as an article's file; with ``only``, hold just that article against its text."""
    content = with_text(load(desk.root, desk.content_dir), document, text)
    return proofread(desk.root, desk.content_dir, content=content, only=only)


def standing(desk: Desk, document: Document) -> list[Problem]:
    """Return what publishing would tell of a draft as it stands in its file, or what a check tells of a published article."""
    text = text_of_file(desk.path(document))
    of, text = _as_published(desk, document, text)
    found = problems_of(desk, replace(document, path=of.path), as_if_published(desk, of, text, only=of.id))
    # Publishing writes where the words stand.
    return [replace(one, path=document.path) for one in found if one.kind is not LOCATOR_MISSING]


def _as_published(desk: Desk, document: Document, text: str) -> tuple[Document, str]:
    """Return the article that a draft becomes, and its text then: what revises an article takes its place."""
    if document.data.get("revises") is not None:
        try:
            return target(desk, document), in_its_place(text)
        except Refusal:
            # What it revises is not there: the check says so.
            pass
    return document, undrafted(text)


def as_published(desk: Desk, document: Document) -> Content:
    """Return the site's content as if a draft were published."""
    of, text = _as_published(desk, document, text_of_file(desk.path(document)))
    content = with_text(desk.content, of, text)
    if of.id != document.id:
        content.articles = [other for other in content.articles if other.id != document.id]
    return content


def relocate(desk: Desk, document: Document) -> None:
    """Write where the words of an article's claims stand, as publishing did; nothing where the article or its text cannot be read."""
    path = desk.path(document)
    before = text_of_file(path)
    read = validate(with_text(load(desk.root, desk.content_dir), document, before))[0]
    article = read.articles.get(document.id)
    if article is not None:
        save(
            path,
            before,
            fix(before, article, desk.text(document), datetime.now(tz=UTC).date().isoformat()).content,
        )


def problems_of(desk: Desk, document: Document, read: Proofread) -> list[Problem]:
    """Return the problems of an article to be published, including a missing précis.

    Problems that say what could not be checked because another file is broken are included too.
    """
    found = [
        problem for problem in read.problems if problem.path == document.path or problem.kind is HELD_BACK
    ]
    if has_precis(document):
        return found
    low, high = wanted(desk, document)
    message = (
        f"the article has no précis: write {low} to {high} words of your own under the last line of dashes"
    )
    problem = Problem(document.path, document.body_line, "", kinds.NO_PRECIS, message)
    return sorted(
        [*(other for other in found if other.kind is not PRECIS_LENGTH), problem], key=lambda p: p.order
    )
