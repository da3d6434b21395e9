"""The site as its files have it now: read again whenever one of them changed, whoever changed it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct, field

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.content.load import Content, Document, parse, survey
from builder.content.problems import Problem
from builder.desk.desk import Desk
from builder.desk.queue import is_draft
from builder.desk.suggest.session import DROPPED
from builder.proof.failed import Failed
from builder.proof.private_texts import folders

_OWN = frozenset({"claims", "silences", "checked"})
"""Keys of an article that its proposals do not hang on."""


class Told(Struct):
    """What the proof said of single claims, each by itself, and of which state of the site that holds."""

    of: tuple[str, str, Failed]
    found: dict[str, list[Problem]] = field(default_factory=dict)
    """As ``Session.told`` has it."""


class Reading:
    """A site's files, and the desk that was read from them."""

    def __init__(self, root: Path, content_dir: str = "content") -> None:
        self.root, self.content_dir = root.resolve(), content_dir
        self.lock = threading.RLock()
        self._desk: Desk | None = None
        self._files: dict[str, tuple[int, int, int]] = {}
        self._parsed: dict[tuple[str, str], tuple[Document | None, list[Problem]]] = {}
        self._carried: dict[tuple[str, int], tuple[Document, tuple[object, ...], bytes]] = {}
        """Path of an article, with how much else what was read hung on -> its file as it was then, all that, and what was read.

        What an article names hangs on nothing else, and what it says on that.
        """
        self._told: dict[str, Told] = {}

    def desk(self) -> Desk:
        """Return the site as its files have it now."""
        with self.lock:
            files = dict(self._stats())
            if self._desk is None or files != self._files:
                content = self._content()
                self._desk, self._files = Desk(self.root, self.content_dir, content, self._carry), files
            return self._desk

    def state(self) -> str:
        """Return what tells the files that the desk was read from last from any others."""
        return digest(encoded(sorted(self._files.items())))

    def state_for(self, document: Document) -> str:
        """Return the same for all that an article's proposals hang on."""
        others = sorted(
            (path, stat) for path, stat in self._files.items() if not path.endswith(document.path)
        )
        own = {key: value for key, value in document.data.items() if key not in _OWN}
        return digest(encoded((others, sorted(own), [str(own[key]) for key in sorted(own)])))

    def told(self, document: Document) -> Told:
        """Return what the proof said of an article's claims, as long as nothing changes that it hangs on."""
        desk = self.desk()
        # Claims of articles that readers have are held against each other.
        now = self.state_for(document), "" if is_draft(document) else self.state(), desk.failed
        known = self._told.get(document.id)
        if known is None or known.of != now:
            known = self._told[document.id] = Told(now)
        return known

    def _carry(self, document: Document, make: Callable[[], bytes], *key: object) -> bytes:
        """Return what an article was read as: what ``make`` reads, unless its file and all else that it hangs on are as they were."""
        before = self._carried.get((document.path, len(key)))
        # A file that is as it was is the same document: see ``_content``.
        if before is not None and before[0] is document and before[1] == key:
            return before[2]
        found = make()
        self._carried[document.path, len(key)] = document, key, found
        return found

    def _content(self) -> Content:
        """Return the content; files that are as they were are not parsed again."""
        files, problems = survey(self.root, self.content_dir)
        content = Content(problems=problems)
        known = {(file.path, file.digest): file for file in files}
        self._parsed = {key: self._parsed.get(key) or parse(file) for key, file in known.items()}
        for key, file in known.items():
            document, found = self._parsed[key]
            content.problems += found
            if document is not None:
                content.keep(file.room, document)
        return content

    def _stats(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        """Yield every file that the site is read from, with what tells whether it changed."""
        content = self.root / self.content_dir
        for folder in (
            content,
            content / "articles",
            content / "topics",
            content / "changes",
            *folders(self.root),
        ):
            try:
                entries = list(os.scandir(folder))
            except OSError:
                continue
            for entry in entries:
                # What was dropped is read whenever it is asked for.
                if entry.name.startswith(".") or entry.name == DROPPED or not entry.is_file():
                    continue
                found = entry.stat()
                yield entry.path, (found.st_mtime_ns, found.st_size, found.st_ino)
