"""What the editor's desk knows of a site: its registries, its articles, the private folder and the texts in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from builder.cache import regular
from builder.content.load import Content, Document, load
from builder.content.model import Site
from builder.content.problems import ContentError, Problem, did_you_mean
from builder.content.validate import validate
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.proof.failed import Failed, failed
from builder.proof.private_texts import FOLDER, MAX_BYTES, find, folder, folders
from builder.proof.text import Text, text_of


@dataclass
class Desk:
    """One site's content and private texts, read once. Problems of the content are nobody's business here."""

    root: Path
    content_dir: str = "content"
    content: Content = field(init=False)
    site: Site = field(init=False)
    problems: list[Problem] = field(init=False)

    def __post_init__(self) -> None:
        self.content = load(self.root, self.content_dir)
        self.site, self.problems = validate(self.content)

    @cached_property
    def failed(self) -> Failed:
        """What of the content is not understood, so that nobody knows what it has."""
        return failed(self.content, self.site, self.problems)

    @property
    def articles_folder(self) -> Path:
        """Where articles are written."""
        return self.root / self.content_dir / "articles"

    @property
    def private(self) -> Path:
        """The private folder that texts are put into, which need not be there yet."""
        return folder(self.root) or self.root / FOLDER

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The articles' files by their id, drafts among them."""
        return {document.id: document for document in self.content.articles}

    def document(self, name: str) -> Document:
        """Return an article's file by its id, its path, or the beginning of its id if no other begins so.

        Raises ``ContentError`` where it is there and cannot be read.
        """
        id = Path(name).stem if name.endswith(".md") else name
        if (
            id not in self.documents
            and len(near := [other for other in self.documents if other.startswith(id)]) == 1
            and id
        ):
            return self.documents[near[0]]
        path = f"{self.content_dir}/articles/{id}.md"
        if unread := [problem for problem in self.content.problems if problem.path == path]:
            raise ContentError(unread)
        if id not in self.documents:
            raise Refusal(kinds.NO_ARTICLE, f'there is no article "{id}"{did_you_mean(id, self.documents)}')
        return self.documents[id]

    def path(self, document: Document) -> Path:
        """Return the file of a document."""
        return self.root / document.path

    def text(self, document: Document) -> Text:
        """Return an article's private text, and make sure that it is the one."""
        name = document.data.get("source_file")
        plain = isinstance(name, str) and "/" not in name
        file = find(folders(self.root), str(name)) if plain else None
        if file is None:
            shown = f'"{name}"' if isinstance(name, str) else "without a source_file"
            places = " or ".join(map(str, folders(self.root))) or str(self.private)
            raise Refusal(kinds.NO_PRIVATE_TEXT, f"the text {shown} of {document.id} is not in {places}")
        if file.stat().st_size > MAX_BYTES:
            raise Refusal(kinds.FILE_TOO_LARGE, f"{file.name} has more than {MAX_BYTES:,} bytes")
        found = text_of(file.name, regular.read(file))
        if found.sha256 != document.data.get("source_sha256"):
            raise Refusal(
                kinds.TEXT_CHANGED, f"{file.name} is not the text that {document.path} was made from"
            )
        return found

    @cached_property
    def texts(self) -> dict[str, Text]:
        """The private texts of all articles that are at hand, by the article's id."""
        found = {}
        for id, document in self.documents.items():
            try:
                found[id] = self.text(document)
            except (Refusal, OSError):
                continue
        return found


def sha256(data: bytes) -> str:
    """Return the hash by which an article names its text."""
    return hashlib.sha256(data).hexdigest()
