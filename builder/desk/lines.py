"""Lines of an article that no field of the desk has: a key that nobody knows, an id used twice, words of a former text. Each has its own mend."""

from __future__ import annotations

import re

from msgspec import Struct

from builder.content.load import Document
from builder.content.problems import DUPLICATE_ID, UNKNOWN_KEY, Problem
from builder.content.strict_yaml import KeyPath, spell
from builder.desk import kinds
from builder.desk.checked import standing
from builder.desk.desk import Desk
from builder.desk.edit import entries
from builder.desk.kinds import Refusal
from builder.desk.moving.edits import Drop, Edit, Set, edited
from builder.desk.suggest.write import load, save
from builder.proof.fix import front_matter
from builder.proof.kinds import FORMER_UNFIT


class Line(Struct, frozen=True):
    """What mends a line."""

    label: str
    """What is done without words given, in words."""
    edit: Edit
    words: str = ""
    """The words that stand there, where others can be written in their place."""


def line_of(document: Document, problem: Problem) -> Line | None:
    """Return what mends the line that a problem of an article is about; None where a field has it."""
    path = next((path for path in document.lines if spell(path) == problem.key), None)
    if path is None or problem.path != document.path:
        return None
    if problem.kind is UNKNOWN_KEY:
        return Line(f"Take “{path[-1]}” out", Drop(path))
    if problem.kind is DUPLICATE_ID and path[0] == "claims" and path[-1] == "id":
        name = _free(document, str(_at(document, path)))
        return Line(f"Call this one “{name}”", Set(path, name))
    if problem.kind is DUPLICATE_ID and path[0] == "silences":
        return Line("Take the second one out", Drop(path[:2]))
    if problem.kind is FORMER_UNFIT and path[-1] in ("printed", "headline"):
        item = path[:-1] if path[-1] == "printed" else path
        return Line("Take it out of what was printed before", Drop(item), str(_at(document, path)))
    return None


def mend_line(desk: Desk, document: Document, key: str, words: str = "") -> None:
    """Mend the line with a key such as ``former[0].headline``: with other words where some are given, else as ``line_of`` says.

    Raises ``Refusal`` with nothing changed if there is no such mend.
    """
    lines = (line_of(document, problem) for problem in standing(desk, document) if problem.key == key)
    line = next((line for line in lines if line), None)
    if line is None or (words and not line.words):
        raise Refusal(kinds.CHANGED_SINCE, f'there is nothing to mend at "{key}" in this way')
    before = load(desk.path(document))
    start, end = front_matter(before)
    path = next(path for path in document.lines if spell(path) == key)
    edit = Set(path, " ".join(words.split())) if words.strip() else line.edit
    save(desk.path(document), before, before[:start] + edited(before[start:end], [edit]) + before[end:])


def _free(document: Document, id: str) -> str:
    known = {one.get("id") for one in entries(document.data, "claims")}
    stem = re.sub(r"-\d+$", "", id)
    return next(name for number in range(2, 1000) if (name := f"{stem}-{number}") not in known)


def _at(document: Document, path: KeyPath) -> object:
    found: object = document.data
    for step in path:
        assert isinstance(found, dict | list)
        found = found[step]  # type: ignore[index]
    return found
