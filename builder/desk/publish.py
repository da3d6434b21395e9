"""Make a draft part of the site, if it would not stop the build."""

from __future__ import annotations

from datetime import UTC, datetime

from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.suggest.write import load, save
from builder.desk.suggest.write import publish as without_draft
from builder.load import Document
from builder.problems import Problem, errors
from builder.proof.fix import fix
from builder.proofread import proofread


def publish(desk: Desk, document: Document) -> list[Problem]:
    """Take ``draft: true`` out of an article's file, and write where its claims stand in its text.

    The article is checked and held against its text as for a build. Returns warnings; with errors, the file is as it was.
    """
    path = desk.path(document)
    before = load(path)
    if document.data.get("draft") is not True:
        raise Refusal(kinds.NOT_A_DRAFT, f"{document.path} is no draft")
    now = without_draft(before)
    save(path, before, now)
    try:
        read = proofread(desk.root, desk.content_dir)
        article = read.site.articles.get(document.id)
        text = read.texts.get(article.source_file) if article and read.texts else None
        if article is not None and text is not None:
            fixed = fix(now, article, text, datetime.now(tz=UTC).date().isoformat()).content
            save(path, now, fixed)
            now = fixed
            read = proofread(desk.root, desk.content_dir)
        found = [problem for problem in read.problems if problem.path == document.path]
        if stopping := errors(found):
            listed = "\n".join(f"{problem}\n    mend: {problem.kind.mend}" for problem in stopping)
            number = f"{len(stopping)} error{'s'[: len(stopping) != 1]}"
            raise Refusal(kinds.UNFINISHED, f"{listed}\n{document.path} stays a draft: it has {number}")
    except BaseException:
        save(path, now, before)
        raise
    return found
