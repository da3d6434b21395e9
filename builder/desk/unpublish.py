"""Take a publication back: the article is a draft again, and the log no longer tells that it came."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.content.load import Document
from builder.content.problems import Problem, errors
from builder.content.validate import validate
from builder.content.vocabulary import News
from builder.desk import kinds
from builder.desk.checked import with_text
from builder.desk.desk import Desk
from builder.desk.edit import entries
from builder.desk.kinds import Refusal
from builder.desk.log import FOLDER
from builder.desk.suggest.write import load, save


def unpublish(desk: Desk, document: Document) -> list[Path]:
    """Make a published article a draft again; return the files of the log that told of its coming, which are removed.

    Raises ``Refusal``, with nothing changed, if it is a draft, if it was revised, or if the site would have errors without it: then others
    speak of it, and it is renamed or removed, not taken back.
    """
    if document.data.get("draft") is True:
        raise Refusal(kinds.NOT_PUBLISHED, f"{document.path} is a draft already")
    if document.data.get("former"):
        raise Refusal(kinds.NOT_PUBLISHED, f"{document.path} was revised: readers know its former text")
    path = desk.path(document)
    before = load(path)
    newline = "\r\n" if before.split("\n", 1)[0].endswith("\r") else "\n"
    first, _, rest = before.partition("\n")
    after = f"{first}\ndraft: true{newline}{rest}"
    told = [one for one in desk.content.changes if _tells_of(one, document.id)]
    content = with_text(desk.content, document, after)
    content.changes = [one for one in content.changes if one not in told]
    _, found = validate(content)
    now = {problem.message for problem in errors(desk.problems)}
    if new := [one for one in errors(found) if one.message not in now]:
        raise Refusal(kinds.NOT_PUBLISHED, "; ".join(_where(new)))
    gone = [desk.root / one.path for one in told]
    save(path, before, after)
    for file in gone:
        file.unlink(missing_ok=True)
    return gone


def _tells_of(change: Document, id: str) -> bool:
    """Return whether a file of the log is the one that tells of an article's coming."""
    return f"/{FOLDER}/" in f"/{change.path}" and any(
        one.get("what") == News.NEW_ARTICLE.value and one.get("article") == id
        for one in entries(change.data, "changes")
    )


def _where(found: Iterable[Problem]) -> list[str]:
    return [f"{one.path}:{one.line}: {one.message}" for one in found]
