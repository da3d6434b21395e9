"""The private text of an article that this machine lacks: a draft came through git, and its text never does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.content.load import Document
from builder.desk import kinds
from builder.desk.desk import Desk, sha256
from builder.desk.files import Writing, is_empty
from builder.desk.intake.add import head
from builder.desk.intake.draft import Bibliography
from builder.desk.intake.outlets import agency_names
from builder.desk.intake.read import read_apart
from builder.desk.intake.taken import take_article
from builder.desk.kinds import Refusal
from builder.proof.private_texts import find, folders


def missing(desk: Desk, document: Document) -> bool:
    """Return whether an article names a private text that no private folder has."""
    name = document.data.get("source_file")
    return isinstance(name, str) and "/" not in name and find(folders(desk.root), name) is None


def restore(desk: Desk, document: Document, what: str, *, allow_local: bool = False) -> Path:
    """Put an article's text into the private folder: from the text itself, or the page that it was taken from; return its path.

    Raises ``Refusal`` with nothing written if it is another text than the article was made from, or if there is one already.
    """
    name = str(document.data.get("source_file"))
    if not missing(desk, document):
        raise Refusal(kinds.ALREADY_ADDED, f"the private folder has {name} already")
    file, data, _ = take_article(what, allow_local)
    wanted = document.data.get("source_sha256")
    found = next((one for one in _stored(desk, document, file, data) if sha256(one) == wanted), None)
    if found is None:
        raise Refusal(kinds.TEXT_CHANGED, f"this is not the text that {document.path} was made from")
    path, writing = desk.private / name, Writing()
    if is_empty(desk.private):
        writing.create(desk.private / ".gitignore", b"*\n")
    writing.create(path, found)
    writing.commit()
    return path


def _stored(desk: Desk, document: Document, file: Path, data: bytes) -> Iterator[bytes]:
    """Yield what may have been stored of it: the text itself, or that of its page, with what the page says beside it put before."""
    yield data
    text = read_apart(file.name, data, agency_names(desk.site.outlets)).text
    yield text.encode()
    keys = document.data
    byline = keys.get("byline")
    known = Bibliography(
        headline=str(keys["headline"]) if keys.get("headline") else None,
        byline=[str(one) for one in byline] if isinstance(byline, list) else [],
        credit=str(keys["credit"]) if keys.get("credit") else None,
        published=str(keys["published"]) if keys.get("published") else None,
    )
    outlet = desk.site.outlets.get(str(keys.get("outlet")))
    names = outlet.names if outlet else ()
    # The outlet may have been known from the beginning, or named later.
    for first in (names, ()):
        once = head(known, first, text) + text
        yield once.encode()
        yield (head(known, names, once) + once).encode()
