"""Another process for what takes longer than an editor waits: the proposals of a text, and how an article stands.

A thread would take turns with the answers, which are then several times as slow. The process reads the site by itself, and says of what
state of the files its findings are. It ends with the desk, also where that is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from builder.adapters.desk.card import told
from builder.adapters.desk.items import items
from builder.adapters.desk.reading import Reading, Told
from builder.content.problems import Problem
from builder.desk.checked import standing
from builder.desk.deciding import entry_of
from builder.desk.mends import found_of
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.desk.unsaid import Unsaid, unsaid
from builder.proof.budget import Budget
from builder.proof.case import ArticleCase, Book
from builder.proof.private_texts import VARIABLE

Found = TypeVar("Found")
LESS = 5
"""By how much it stands back where the processor is wanted by others."""


class Finder(Reading):
    """The site as the process beside this one has it, with the proposals that it found last."""

    def __init__(self, root: Path, content_dir: str = "content") -> None:
        super().__init__(root, content_dir)
        self.known: dict[str, tuple[str, list[Proposal]]] = {}
        """Article id -> what tells the state of all that they hang on, and its proposals."""

    def session(self, id: str) -> tuple[str, Session]:
        """Return an article's session after the state of the files; its proposals are known if they were found in that state."""
        document = self.desk().document(id)
        state = self.state_for(document)
        of, found = self.known.get(document.id, ("", []))
        known = found if of == state else None
        return state, Session(self.desk(), document, known=known, told=self.told(document).found)


class Proposed(Struct, frozen=True):
    """What a text offers."""

    proposals: list[Proposal] = field(default_factory=list)
    told: Told | None = None
    """What the proof says of each, as the claim that it would be."""


class Standing(Struct, frozen=True):
    """How an article stands: all that takes longer to say than an editor waits."""

    problems: tuple[Problem, ...] = ()
    """What publishing would say of it."""
    unsaid: tuple[Unsaid, ...] = ()
    """What readers will be told that it does not mention."""
    budget: Budget | None = None
    """How much of its text is given away in sum; None where the text is missing."""
    told: Told | None = None
    """What the proof says of claims with something to mend, and of all that was tried to mend them."""


def proposals_of(site: Finder, id: str) -> tuple[str, Proposed]:
    """Return an article's proposals, after the state of the files that they are of."""
    state, session = site.session(id)
    site.known[session.document.id] = state, session.all
    for one in session.open():
        found_of(session, entry_of(session, one, None)[0])
    return state, Proposed(session.all, site.told(session.document))


def standing_of(site: Finder, id: str) -> tuple[str, Standing]:
    """Return how an article stands, after the state of the files."""
    desk = site.desk()
    document = desk.document(id)
    article = desk.site.articles.get(document.id) or desk.site.drafts.get(document.id)
    budget = None
    if article is not None and document.id in desk.texts:
        text = desk.text(document)
        budget = ArticleCase(Book(desk.site, {text.name: text}, desk.failed), article, document.data).budget
    problems = tuple(standing(desk, document))
    _, session = site.session(id) if document.id in desk.texts else ("", None)
    if session is not None and session.known is not None:
        for item in items(session, problems, "wrong"):
            if item.problems and item.entry is not None:
                list(told(session, item, item.entry))
    return site.state(), Standing(problems, tuple(unsaid(desk, document)), budget, site.told(document))


class Beside:
    """The process beside this one, which does one thing after the other. It is there from the first one on."""

    def __init__(self) -> None:
        self._waiting = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._ended = False

    def end(self) -> None:
        """Give up what is being looked for, so that the program can end at once; nothing can be asked afterwards."""
        self._ended = True
        self._waiting.shutdown(wait=False, cancel_futures=True)
        if self._process is not None:
            self._process.terminate()

    def submit(
        self,
        find: Callable[[Finder, str], Found],
        site: Reading,
        id: str,
        lull: Callable[[], None] = lambda: None,
    ) -> Future[Found]:
        """Have ``find``, a function of a module, called there for an article of a site, after ``lull``."""
        task = find, site.root, site.content_dir, os.environ.get(VARIABLE), id
        return self._waiting.submit(self._ask, task, lull)

    def _ask(self, task: tuple[object, ...], lull: Callable[[], None]) -> Any:
        # The answer that asks for it is shown first: with two processors, the desk and the browser need both.
        lull()
        try:
            found, error = self._told(task)
        except (EOFError, OSError):
            if self._ended:
                raise
            # Somebody ended it: another one is asked, once.
            self._line = None
            found, error = self._told(task)
        if error is not None:
            raise error
        return found

    def _told(self, task: tuple[object, ...]) -> Any:
        if self._line is None or self._process is None or not self._process.is_alive():
            self._begin()
        assert self._line is not None
        self._line.send(task)
        return self._line.recv()

    def _begin(self) -> None:
        if self._ended:
            raise EOFError
        # A process with threads must not be forked.
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        self._process = context.Process(target=_answer, args=(other,), daemon=True)
        self._process.start()
        other.close()


BESIDE = Beside()
"""One is enough for all desks of a process."""


def _answer(line: Connection) -> None:
    """Do what is asked for until who asks is gone."""
    # Ctrl+C in the terminal is for the desk.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LESS)
    site = Finder(Path())
    while True:
        try:
            find, root, content_dir, texts, id = line.recv()
        except (EOFError, OSError):
            return
        if texts is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = texts
        if (site.root, site.content_dir) != (root, content_dir):
            site = Finder(root, content_dir)
        answer: tuple[object, Exception | None]
        try:
            answer = find(site, id), None
        except Exception as error:  # noqa: BLE001 - the desk tells it
            answer = None, error
        try:
            line.send(answer)
        except OSError:
            # Who asked is gone, and did not wait for it.
            return


class Kept(Generic[Found]):
    """Something that is found beside, with what it hangs on."""

    def __init__(self, empty: Found) -> None:
        self.value = empty
        self.mark = ""
        """What the value hangs on; empty if there is none yet."""
        self._wanted = ""
        self._future: Future[tuple[str, Found]] | None = None

    def look(self, mark: str, ask: Callable[[], Future[tuple[str, Found]]]) -> tuple[Found, bool]:
        """Return what was found last, and whether it is of now; if it is not, it is being looked for. Raises what looking for it raised."""
        if self.mark == mark:
            return self.value, True
        if self._wanted != mark or self._future is None:
            if self._future is not None:
                self._future.cancel()
            self._wanted, self._future = mark, ask()
        try:
            self.mark, self.value = self._future.result(0)
        except Late:
            return self.value, False
        except BaseException:
            self._future = None
            raise
        self._future = None
        # The files may have changed between the question and the answer.
        return self.value, self.mark == mark

    def close(self) -> None:
        """Give up what is not being looked for yet."""
        if self._future is not None:
            self._future.cancel()
