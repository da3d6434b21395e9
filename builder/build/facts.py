"""What is known of a content file without parsing it again."""

from __future__ import annotations

from typing import NamedTuple

from builder.build.partition import named_ids, ties
from builder.content.load import ContentFile, Document
from builder.content.validate.drafts import is_draft


class FileFacts(NamedTuple):
    """Facts about a content file, known without parsing it again."""

    digest: str
    """SHA-256 of its bytes."""
    ties: tuple[str, ...]
    """See ``partition.ties``."""
    text: str | None
    """File name of the private text that it was written from, if it names one."""
    names: tuple[str, ...]
    """Ids of the sources and places that it names."""
    is_draft: bool = False
    """Whether it is an unfinished article, of which nothing is published."""


def facts_of(file: ContentFile, document: Document | None) -> FileFacts:
    """Return the facts of a file; its document is None if it cannot be parsed."""
    if document is None:
        return FileFacts(file.digest, (), None, ())
    text = document.data.get("source_file")
    return FileFacts(
        file.digest,
        ties(file.room, document),
        text if isinstance(text, str) else None,
        named_ids(document),
        is_draft(document),
    )
