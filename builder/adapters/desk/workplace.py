"""The site as the desk has it at hand: its files as they are now, what was found of each article, and the steps that can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from builder.adapters.desk.beside import BESIDE, Kept, Proposed, Standing, proposals_of, standing_of
from builder.adapters.desk.preview import Preview, moved, published
from builder.adapters.desk.reading import Reading, Told
from builder.cache.records import digest, locked
from builder.content.load import Document
from builder.desk.deciding import entry_of
from builder.desk.desk import Desk
from builder.desk.journal import Journal
from builder.desk.mends import found_of
from builder.desk.moving.plan import Plan
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session


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
        self._ready: set[str] = set()
        """Languages whose words were read, or are in ``_cold``."""
        self._cold: list[tuple[Session, Proposal]] = []
        # A build is a process of its own, which is waited for.
        self._builds = ThreadPoolExecutor(max_workers=1, thread_name_prefix="builds")
        self._aside = tempfile.TemporaryDirectory(prefix="variorum-desk-", ignore_cleanup_errors=True)

    def close(self) -> None:
        """Give up what is still being looked for, and remove what was built aside."""
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
                mark, lambda: BESIDE.submit(proposals_of, self, document.id)
            )
            told = self._merged(document, found.told)
            session = self._sessions.get(document.id)
            if session is None or session.desk is not desk or session.known is not found.proposals:
                session = Session(desk, document, known=found.proposals, told=told.found)
                self._sessions[document.id] = session
            if fresh and session.language not in self._ready:
                self._ready.add(session.language)
                kinds_ = {one.kind: one for one in session.open()}
                self._cold += [(Session(desk, document, known=session.known), one) for one in kinds_.values()]
            return session, fresh

    def _merged(self, document: Document, sent: Told | None) -> Told:
        """Return what the proof says of an article's claims, with what was found beside where that is of now."""
        told = self.told(document)
        if sent is not None and sent.of == told.of:
            told.found.update(sent.found)
        return told

    def prepare(self) -> bool:
        """Read some of the words of the rules, which an answer would wait for otherwise; return whether there were any left.

        For words that nobody proposed, or another question, an answer holds a claim against the text by itself.
        """
        if not self._cold:
            return False
        session, proposal = self._cold.pop()
        found_of(session, entry_of(session, proposal, None)[0])
        return True

    def standing(self, document: Document) -> tuple[Standing, bool]:
        """Return how an article stands, and whether that is said of the files as the desk was read from them last."""
        with self.lock:
            found, fresh = self.working(document.id).standing.look(
                self.state(), lambda: BESIDE.submit(standing_of, self, document.id)
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
