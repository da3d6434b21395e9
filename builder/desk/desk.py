"""A site as the editor's commands need it: registries, articles, the private folder and its texts."""

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
from builder.content.validate.again import Carry
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.proof.failed import Failed, failed
from builder.proof.private_texts import FOLDER, MAX_BYTES, find, folder, folders
from builder.proof.text import Text, text_of


@dataclass
class Desk:
    """One site's content and private texts, read once. Problems of the content are kept, not raised."""

    root: Path
    content_dir: str = "content"
    read: Content | None = None
    """The content, where it was read already."""
    carry: Carry | None = None
    """Articles that were read before of the same files."""
    content: Content = field(init=False)
    site: Site = field(init=False)
    problems: list[Problem] = field(init=False)

    def __post_init__(self) -> None:
        self.content = self.read or load(self.root, self.content_dir)
        self.site, self.problems = validate(self.content, carry=self.carry)

    @cached_property
    def failed(self) -> Failed:
        """The parts of the content that have errors, so that what they contain is unknown."""
        return failed(self.content, self.site, self.problems)

    @property
    def articles_folder(self) -> Path:
        """The folder of articles."""
        return self.root / self.content_dir / "articles"

    @property
    def private(self) -> Path:
        """The private folder that texts are put into, which need not be there yet."""
        return folder(self.root) or self.root / FOLDER

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Article id -> its content file, including drafts."""
        return {document.id: document for document in self.content.articles}

    def was(self, kind: str, id: str) -> bool:
        """Return whether an id was that of something that is gone, or has another now: its old address tells what became of it."""
        return any(one.kind == kind and one.id == id for one in self.site.moved)

    def document(self, name: str) -> Document:
        """Return an article's file by its id, its path, or a unique beginning of its id.

        Raises ``ContentError`` if the file cannot be read, and ``Refusal`` if there is no such article.
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
        """Return the path of a content file."""
        return self.root / document.path

    def text(self, document: Document) -> Text:
        """Return an article's private text.

        Raises ``Refusal`` if it is missing, too large, or has another SHA-256 than the article states.
        """
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
        """Article id -> its private text, for all articles whose text is available."""
        found = {}
        for id, document in self.documents.items():
            try:
                found[id] = self.text(document)
            except (Refusal, OSError):
                continue
        return found


def sha256(data: bytes) -> str:
    """Return the SHA-256 of a text in hexadecimal, as ``source_sha256`` has it."""
    return hashlib.sha256(data).hexdigest()
