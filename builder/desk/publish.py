"""Publish a draft if it has no errors that would stop the build."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from builder.content.load import Document
from builder.content.model import Change
from builder.content.problems import Problem, errors
from builder.content.vocabulary import News
from builder.desk import kinds
from builder.desk.checked import as_if_published, problems_of
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal, UnfinishedError
from builder.desk.log import news_of, unlogged, write
from builder.desk.revise import in_its_place, target, with_former
from builder.desk.suggest.write import gaps_left, load, save, undrafted
from builder.desk.suggest.write import publish as without_draft
from builder.desk.unsaid import unsaid, with_unlooked
from builder.proof.check import Proofread, proofread
from builder.proof.fix import fix
from builder.proof.private_texts import FOLDER, folders


def publish(desk: Desk, document: Document) -> list[Problem]:
    """Remove ``draft: true`` from an article's file, write the locators of its claims, and return warnings.

    The article is checked and held against its text as for a build, and it must have a précis. Of questions that a line of it may
    answer, and on which nobody decided, its file then says that nobody looked. Returns warnings; with errors, the file is as it was:
    ``UnfinishedError``.
    """
    if document.data.get("revises") is not None:
        return _publish_revision(desk, document)
    path = desk.path(document)
    before = load(path)
    if document.data.get("draft") is not True:
        raise Refusal(kinds.NOT_A_DRAFT, f"{document.path} is no draft")
    decided = with_unlooked(desk, document, before)
    done = without_draft(decided)
    read = as_if_published(desk, document, undrafted(decided))
    found = problems_of(desk, document, read)
    _refuse_errors(document, found)
    article = read.site.articles[document.id]
    if text := read.texts.get(article.source_file) if read.texts else None:
        done = fix(done, article, text, datetime.now(tz=UTC).date().isoformat()).content
    entry = _log(desk, document.id, read)
    try:
        save(path, before, done)
        return problems_of(desk, document, proofread(desk.root, desk.content_dir))
    except BaseException:
        if entry is not None:
            entry.unlink(missing_ok=True)
        if load(path) == done:
            save(path, done, before)
        raise


def _refuse_errors(document: Document, found: list[Problem]) -> None:
    """Raise ``UnfinishedError`` if some of a draft's problems are errors, with what mends each."""
    if stopping := errors(found):
        listed = "\n".join(f"{problem}\n    mend: {problem.kind.mend}" for problem in stopping)
        number = f"{len(stopping)} error{'s'[: len(stopping) != 1]}"
        raise UnfinishedError(f"{listed}\n{document.path} stays a draft: it has {number}", found)


def _publish_revision(desk: Desk, document: Document) -> list[Problem]:
    """Put a draft in the place of the article that it revises, keep the former words, and return warnings."""
    if document.data.get("draft") is not True:
        raise Refusal(kinds.NOT_A_DRAFT, f"{document.path} is no draft")
    of = target(desk, document)
    article, path, aside = desk.site.articles[of.id], desk.path(of), desk.path(document)
    if document.data.get("source_sha256") == article.source_sha256:
        # The program was killed when only this was left to do.
        aside.unlink()
        return []
    before, draft = load(path), with_unlooked(desk, document, load(aside))
    now = in_its_place(draft)
    entry: Path | None = None
    save(path, before, now)
    try:
        read = proofread(desk.root, desk.content_dir)
        found = [
            replace(one, path=document.path) for one in problems_of(desk, of, read) if one.path == of.path
        ]
        _refuse_errors(document, found)
        revised = read.site.articles[of.id]
        done = with_former(without_draft(draft), article, document)
        if text := read.texts.get(revised.source_file) if read.texts else None:
            done = fix(done, revised, text, datetime.now(tz=UTC).date().isoformat()).content
        save(path, now, done)
        now = done
        after = proofread(desk.root, desk.content_dir)
        found = problems_of(desk, of, after)
        if stopping := errors(found):
            raise UnfinishedError("\n".join(map(str, stopping)), found)
        news: tuple[Change, ...] = (Change(News.REVISED, article=of.id, revision=len(article.former) + 1),)
        if not errors(after.problems):
            then = replace(after.site, articles={**after.site.articles, of.id: article})
            news = news_of(then, after.site, of.id)
        if left := unlogged(after.site, news):
            entry = write(desk.root / desk.content_dir, of.id, left)
        aside.unlink()
        return found
    except BaseException:
        if entry is not None:
            entry.unlink(missing_ok=True)
        save(path, now, before)
        raise


def _log(desk: Desk, id: str, read: Proofread) -> Path | None:
    """Write what the article changes into the log, and return the file; None if the log has all of it already.

    Written before the article is: if the program is killed in between, the log tells of a draft, which is a warning, and is complete
    once the draft is published. Beside errors of other files nothing can be compared, and only the article is told.
    """
    found: tuple[Change, ...] = (Change(News.NEW_ARTICLE, article=id),)
    if not errors(read.problems):
        others = {other: article for other, article in read.site.articles.items() if other != id}
        found = news_of(replace(read.site, articles=others), read.site, id)
    left = unlogged(read.site, found)
    return write(desk.root / desk.content_dir, id, left) if left else None


def as_json(desk: Desk, id: str, found: Iterable[Problem]) -> str:
    """Return the result of publishing an article as JSON: its warnings, and the questions that it will be shown to leave out."""
    silent = [
        {"question": item.question.path, "short": item.question.short, "line": item.line}
        for item in unsaid(desk, desk.document(id))
    ]
    told = {
        "published": id,
        "problems": [problem.record for problem in found],
        "texts_at_hand": unproved(desk) is None,
        "gaps": gaps_left(load(desk.path(desk.document(id)))),
        "says_nothing_on": silent,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def unproved(desk: Desk) -> str | None:
    """Return a line that says so if nothing can be held against full texts, as there is no private folder; else ``None``."""
    if folders(desk.root):
        return None
    return f"There is no private folder ({FOLDER}/): none of its claims was checked against its text."
