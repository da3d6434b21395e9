"""The site as the desk has it at hand: read again whenever a file changed, whoever changed it.

What takes longer than an editor waits (the proposals of a long text, the proof of a whole article) is found on a thread beside, and
is kept as long as nothing changed that it hangs on.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from builder.adapters.desk.preview import Preview
from builder.cache.memo import encoded
from builder.cache.records import digest, locked
from builder.content.load import Content, Document, parse, survey
from builder.content.problems import Problem
from builder.desk.checked import standing
from builder.desk.desk import Desk
from builder.desk.journal import Journal
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import DROPPED, Session
from builder.desk.unsaid import Unsaid, unsaid
from builder.proof.budget import Budget
from builder.proof.case import ArticleCase, Book
from builder.proof.private_texts import folders

Found = TypeVar("Found")

_OWN = frozenset({"claims", "silences", "checked"})
"""Keys of an article that its proposals do not hang on."""


class Beside:
    """A thread for what takes longer than an editor waits. It begins nothing while an answer is being made, which it would slow down."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._answers = 0
        self._quiet = threading.Condition()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Make an answer in the block."""
        with self._quiet:
            self._answers += 1
        try:
            yield
        finally:
            with self._quiet:
                self._answers -= 1
                self._quiet.notify_all()

    def submit(self, find: Callable[[], Found]) -> Future[Found]:
        """Do something once no answer is being made."""

        def run() -> Found:
            with self._quiet:
                self._quiet.wait_for(lambda: not self._answers)
            return find()

        return self._pool.submit(run)

    def close(self) -> None:
        """Give up what was not begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Kept(Generic[Found]):
    """Something found on another thread, with what it hangs on."""

    def __init__(self, empty: Found) -> None:
        self.value = empty
        self.mark = ""
        """What the value hangs on; empty if there is none yet."""
        self._wanted = ""
        self._future: Future[Found] | None = None

    def look(self, mark: str, find: Callable[[], Found], beside: Beside) -> tuple[Found, bool]:
        """Return what was found, and whether it is of now; if it is not, it is being looked for. Raises what looking for it raised."""
        if self.mark == mark:
            return self.value, True
        if self._wanted != mark or self._future is None:
            if self._future is not None:
                self._future.cancel()
            self._wanted, self._future = mark, beside.submit(find)
        try:
            self.value = self._future.result(0)
        except Late:
            return self.value, False
        except BaseException:
            self._future = None
            raise
        self.mark, self._future = mark, None
        return self.value, True


class Standing(Struct, frozen=True):
    """How an article stands: all that takes longer to say than an editor waits."""

    problems: tuple[Problem, ...] = ()
    """What publishing would say of it."""
    unsaid: tuple[Unsaid, ...] = ()
    """What readers will be told that it does not mention."""
    budget: Budget | None = None
    """How much of its text is given away in sum; None where the text is missing."""


def _standing(desk: Desk, document: Document) -> Standing:
    article = desk.site.articles.get(document.id) or desk.site.drafts.get(document.id)
    budget = None
    if article is not None and document.id in desk.texts:
        text = desk.text(document)
        budget = ArticleCase(Book(desk.site, {text.name: text}, desk.failed), article, document.data).budget
    return Standing(tuple(standing(desk, document)), tuple(unsaid(desk, document)), budget)


class Working:
    """What is at hand of one article."""

    def __init__(self, root: Path) -> None:
        self.journal = Journal(root)
        self.proposals: Kept[list[Proposal]] = Kept([])
        self.standing: Kept[Standing] = Kept(Standing())
        self.preview: Kept[Preview | None] = Kept(None)
        self.said = ""
        """What to tell the editor on the next page."""


class Workplace:
    """A site with all that is at hand of it."""

    def __init__(self, root: Path, content_dir: str = "content") -> None:
        self.root, self.content_dir = root.resolve(), content_dir
        self.lock = threading.RLock()
        self.journal = Journal(self.root)
        """Steps that are no article's: what was added, published, asked."""
        self.said = ""
        """What to tell the editor on the first page."""
        self._desk: Desk | None = None
        self._files: dict[str, tuple[int, int, int]] = {}
        self._parsed: dict[tuple[str, str], tuple[Document | None, list[Problem]]] = {}
        self._working: dict[str, Working] = {}
        self._sessions: dict[str, Session] = {}
        self.beside, self._builds = Beside(), Beside()
        self._aside = tempfile.TemporaryDirectory(prefix="variorum-desk-", ignore_cleanup_errors=True)

    def close(self) -> None:
        """Give up what is still being looked for, and remove what was built aside."""
        for one in (self.beside, self._builds):
            one.close()
        self._aside.cleanup()

    def desk(self) -> Desk:
        """Return the site as its files have it now."""
        with self.lock:
            files = dict(self._stats())
            if self._desk is None or files != self._files:
                self._desk, self._files = Desk(self.root, self.content_dir, self._content()), files
                self._sessions.clear()
            return self._desk

    def working(self, id: str) -> Working:
        """Return what is at hand of an article."""
        return self._working.setdefault(id, Working(self.root))

    def session(self, id: str) -> tuple[Session, bool]:
        """Return an article's proposals, and whether all of them are found. Raises ``Refusal`` if there is no such article or text."""
        with self.lock:
            desk = self.desk()
            document = desk.document(id)
            found, fresh = self.working(document.id).proposals.look(
                self._mark(document), Session(desk, document).find, self.beside
            )
            session = self._sessions.get(document.id)
            if session is None or session.known is not found:
                session = self._sessions[document.id] = Session(desk, document, known=found)
            return session, fresh

    def standing(self, document: Document) -> tuple[Standing, bool]:
        """Return how an article stands, and whether that is said of its file as it is now."""
        with self.lock:
            desk = self.desk()
            return self.working(document.id).standing.look(
                self._all(), lambda: _standing(desk, document), self.beside
            )

    def preview(self, document: Document) -> tuple[Preview | None, bool]:
        """Return the site with and without a draft, and whether it is as the files are now."""
        with self.lock:
            desk = self.desk()
            return self.working(document.id).preview.look(
                self._all(), lambda: Preview(desk, document, Path(self._aside.name)), self._builds
            )

    @contextmanager
    def step(
        self, what: str, id: str | None, paths: Iterable[Path], folders: Iterable[Path] = ()
    ) -> Iterator[Desk]:
        """Change files as one step that can be taken back, while nobody else changes them; the desk is as the files are now.

        What is made or removed in ``folders`` is part of the step.
        """
        with self.lock, self.alone():
            journal = self.working(id).journal if id else self.journal
            with journal.step(what, paths, folders):
                yield self.desk()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other desk of this site change anything meanwhile."""
        with locked(self.root, lambda: None, "editing"):
            yield

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

    def _all(self) -> str:
        return digest(encoded(sorted(self._files.items())))

    def _mark(self, document: Document) -> str:
        others = sorted(
            (path, stat) for path, stat in self._files.items() if not path.endswith(document.path)
        )
        own = {key: value for key, value in document.data.items() if key not in _OWN}
        return digest(encoded((others, sorted(own), [str(own[key]) for key in sorted(own)])))

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
