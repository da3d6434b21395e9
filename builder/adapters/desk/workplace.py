"""The site as the desk has it at hand: its files as they are now, what was found of each article, and the steps that can be taken back."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from builder.adapters.desk.beside import BESIDE, Kept, Proposed, Standing, proposals_of, standing_of
from builder.adapters.desk.preview import Preview, moved, published
from builder.adapters.desk.quiet import Quiet
from builder.adapters.desk.reading import Reading, Told
from builder.cache.records import digest, locked
from builder.content.load import Document
from builder.desk.deciding import entry_of
from builder.desk.desk import Desk
from builder.desk.edit import entries
from builder.desk.journal import Journal
from builder.desk.mends import found_of
from builder.desk.moving.plan import Plan
from builder.desk.queue import is_draft
from builder.desk.suggest.session import Session

READY: set[str] = set()
"""Languages whose words this process has read for the proof, or will in a pause."""
FEW = 4
"""So many claims of an article are held against it for the words that they need."""


class Working:
    """What is at hand of one article."""

    def __init__(self, root: Path, id: str) -> None:
        self.journal = Journal(root, id)
        self.proposals: Kept[Proposed] = Kept(Proposed())
        self.text_of: object = None
        """The digest of the text that they are of."""
        self.standing: Kept[Standing] = Kept(Standing())
        self.preview: Kept[Preview | None] = Kept(None)
        self.said = ""
        """What to tell the editor on the next page."""


class Workplace(Reading):
    """A site with all that is at hand of it."""

    def __init__(self, root: Path, content_dir: str = "content") -> None:
        super().__init__(root, content_dir)
        self.journal = Journal(self.root)
        """Steps that are no article's: what was added, published, asked."""
        self.said = ""
        """What to tell the editor on the first page."""
        self.moved: Kept[Preview | None] = Kept(None)
        """What another name, or a removal, does to the pages: of the last one that was looked at."""
        self._working: dict[str, Working] = {}
        self._sessions: dict[str, Session] = {}
        self.quiet = Quiet()
        self._cold: list[tuple[Session, Mapping[str, Any]]] = []
        """Claims that are proved in pauses, for the words that this needs."""
        self._closed = False
        # A build is a process of its own, which is waited for.
        self._builds = ThreadPoolExecutor(max_workers=1, thread_name_prefix="builds")
        self._aside = tempfile.TemporaryDirectory(prefix="variorum-desk-", ignore_cleanup_errors=True)

    def close(self) -> None:
        """Give up what is still being looked for, and remove what was built aside."""
        self._closed = True
        for one in self._working.values():
            one.proposals.close()
            one.standing.close()
        self._builds.shutdown(wait=False, cancel_futures=True)
        self._aside.cleanup()

    def working(self, id: str) -> Working:
        """Return what is at hand of an article."""
        return self._working.setdefault(id, Working(self.root, id))

    def session(self, id: str) -> tuple[Session, bool]:
        """Return an article's proposals, and whether all of them are found. Raises ``Refusal`` if there is no such article or text."""
        with self.lock:
            desk = self.desk()
            document = desk.document(id)
            working, mark = self.working(document.id), self.state_for(document)
            if working.text_of != (text := document.data.get("source_sha256")):
                # A draft that was removed and added anew: what was found in another text has no place in this one.
                working.proposals.close()
                working.text_of, working.proposals = text, Kept(Proposed())
            found, fresh = working.proposals.look(
                mark, lambda: BESIDE.submit(proposals_of, self, document.id, self.quiet.lull)
            )
            told = self._merged(document, found.told)
            session = self._sessions.get(document.id)
            if session is None or session.desk is not desk or session.known is not found.proposals:
                session = Session(desk, document, known=found.proposals, told=told.found)
                self._sessions[document.id] = session
            if fresh and session.language not in READY:
                kinds_ = {one.kind: one for one in session.open()}
                self._read_ahead(session, [entry_of(session, one, None)[0] for one in kinds_.values()])
            return session, fresh

    def _read_ahead(self, session: Session, claims: Sequence[Mapping[str, Any]]) -> None:
        """Have the words of the rules read that such claims need, unless this process has those of their language."""
        if not claims or session.language in READY:
            return  # those of a text that offers nothing are read with the next one
        READY.add(session.language)
        # By itself: what is found of them says nothing of what is shown.
        alone = Session(session.desk, session.document, known=session.known)
        self._cold += [(alone, claim) for claim in claims]

    def _merged(self, document: Document, sent: Told | None) -> Told:
        """Return what the proof says of an article's claims, with what was found beside where that is of now."""
        told = self.told(document)
        if sent is not None and sent.of == told.of:
            told.found.update(sent.found)
        return told

    def begin(self, ready: Callable[[], object]) -> None:
        """Call ``ready``, and begin to read what the first answers would wait for, while the browser starts."""
        threading.Thread(target=self._begin, args=(ready,), name="ahead", daemon=True).start()

    def _begin(self, ready: Callable[[], object]) -> None:
        # The answer that needs it tells what is wrong with a site.
        with suppress(Exception):
            ready()
            for session in self._first():
                # The process beside has its words, too, once it has looked through one text.
                self.session(session.document.id)
            while self._cold and not self._closed:
                self.quiet.lull()
                self.prepare()

    def _first(self) -> list[Session]:
        """Return a draft of each language, which may be opened first; without drafts, an article in the site's language."""
        with self.lock:
            desk, drafts, others = self.desk(), dict[str, Session](), dict[str, Session]()
            for document in desk.documents.values():
                if document.id in desk.texts:
                    session = Session(desk, document, known=[])
                    (drafts if is_draft(document) else others)[session.language] = session
            home = desk.site.settings.language
            wanted = {*drafts, *({home} & set(others))}
            for language in sorted(wanted & set(others), key=lambda one: one != home):
                claims = entries(others[language].document.data, "claims")
                self._read_ahead(others[language], claims[:FEW])
            return list(drafts.values()) or [others[one] for one in wanted]

    def prepare(self) -> bool:
        """Read some of the words of the rules, which an answer would wait for otherwise; return whether there were any left.

        For words that nobody proposed, or another question, an answer holds a claim against the text by itself.
        """
        try:
            session, claim = self._cold.pop()
        except IndexError:
            return False
        found_of(session, claim)
        return True

    def standing(self, document: Document) -> tuple[Standing, bool]:
        """Return how an article stands, and whether that is said of the files as the desk was read from them last."""
        with self.lock:
            found, fresh = self.working(document.id).standing.look(
                self.state(), lambda: BESIDE.submit(standing_of, self, document.id, self.quiet.lull)
            )
            self._merged(document, found.told)
            return found, fresh

    def waiting(self, *, proposed: bool, proved: bool) -> str:
        """Return what tells the state of the files, and what is still looked for in it, where that was read so; empty if nothing is."""
        return "" if proposed and proved else digest(self.state(), proposed)[:16]

    def waits(self, id: str, state: str) -> bool:
        """Return whether a page of that state, as ``waiting`` returned it, would be the same now."""
        if len(state) <= 1:
            return False
        session, proposed = self.session(id)
        return state == self.waiting(proposed=proposed, proved=self.standing(session.document)[1])

    def preview(self, document: Document) -> tuple[Preview | None, bool]:
        """Return the site with and without a draft, and whether it is as the files are now."""
        desk = self.desk()
        kept = self.working(document.id).preview
        return self._built(kept, "", lambda root: published(desk, document, root))

    def moving(self, plan: Plan, asked: str) -> tuple[Preview | None, bool]:
        """Return the site as it is and as a plan makes it, and whether that is of now; ``asked`` tells the plan from others."""
        desk = self.desk()
        return self._built(self.moved, asked, lambda root: moved(desk, plan, root))

    def _built(
        self, kept: Kept[Preview | None], asked: str, change: Callable[[Path], str]
    ) -> tuple[Preview | None, bool]:
        with self.lock:
            desk, state = self.desk(), f"{self.state()} {asked}"

            def build() -> tuple[str, Preview | None]:
                return state, Preview(desk, change, Path(self._aside.name))

            return kept.look(state, lambda: self._builds.submit(build))

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


def outlet_name(desk: Desk, document: Document) -> str:
    """Return the name of an article's outlet, its id where the site has no such outlet, an empty text where none is known yet."""
    id = str(document.data.get("outlet") or "")
    return desk.site.outlets[id].name if id in desk.site.outlets else id
