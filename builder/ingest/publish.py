"""Make a draft part of the site, if it would not stop the build."""

from __future__ import annotations

from builder.ingest import kinds
from builder.ingest.desk import Desk
from builder.ingest.kinds import Refusal
from builder.ingest.suggest.write import load, save
from builder.ingest.suggest.write import publish as without_draft
from builder.load import Document
from builder.problems import Problem, errors


def publish(desk: Desk, document: Document) -> list[Problem]:
    """Take ``draft: true`` out of an article's file. Returns warnings; with errors, the file is as it was."""
    path = desk.path(document)
    before = load(path)
    if document.data.get("draft") is not True:
        raise Refusal(kinds.NOT_A_DRAFT, f"{document.path} is no draft")
    after = without_draft(before)
    save(path, before, after)
    try:
        found = [
            problem for problem in Desk(desk.root, desk.content_dir).problems if problem.path == document.path
        ]
    except BaseException:
        save(path, after, before)
        raise
    if stopping := errors(found):
        save(path, after, before)
        listed = "\n".join(str(problem) for problem in stopping)
        raise Refusal(
            kinds.UNFINISHED, f"{listed}\n{document.path} stays a draft: it has {len(stopping)} errors"
        )
    return found
