"""Make a site fascicle by fascicle, and make again only what has changed since the last time.

Of each fascicle two records are kept: its head (the key of what it is made of, and the stamps of the files that were
written) and its share in the pages of the whole. A fascicle is as it was if its key is, if the theme's forms that its
pages were printed from are, and if its files stand in the site as they were written. All others are made anew, by several
processes where there are many: they have nothing to do with each other.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from builder import links, searchindex
from builder.compare.changes import State
from builder.data import FILES, data_files, state_of_files
from builder.fascicles import Fascicle
from builder.links import Target
from builder.manuscript import Manuscript, Memory
from builder.pages.render import Page, Section
from builder.press.place import Stamp
from builder.press.press import Kind, Press, UnlikeError, kind
from builder.press.theme import OtherPagesError
from builder.problems import CATALOGUE, ContentError, Problem
from builder.seen import Seen
from builder.share import Share, gather
from builder.store import Store, digest, fits
from builder.views.records import RecordView

PARALLEL = 300
"""From so many articles on several processes are worth their start."""

_LEAVES = "leaves"
_SEEN = "seen"
_PUBLISHED = "published"
Progress = Callable[[int, int], None]
"""Is told how many fascicles are done, of how many."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is kept of a fascicle beside its share."""

    key: str
    forms: list[list[Any]]
    """Kinds of its pages, each with the digest of its form."""
    outputs: dict[str, list[int]]
    """Files of the site by their path, each with its stamp."""
    pages: list[list[str]]
    """Source, address under the root, and title of the pages that were printed."""
    kept: list[dict[str, Any]]
    """The pages that MkDocs prints itself."""
    problems: list[list[Any]]
    drafts: list[str]


_TEXTS = (str, str, str)
_SECTION = {"id": str, "title": str, "level": int, "html": str}
_RECORD = {"target": {"address": str, "anchor": str}, "title": str, "text": str}
_PAGE = {
    "address": str, "source": str, "kind": str, "title": str, "description": str, "lead": str, "sections": [_SECTION],
    "records": [_RECORD], "card": str | None, "permalink": str,
}  # fmt: skip
_HEAD = {
    "key": str, "forms": [((str, str, bool, bool, bool), str | None)], "outputs": {str: (int, int)}, "pages": [_TEXTS],
    "kept": [_PAGE], "problems": [(str, int, str, str, str)], "drafts": [str],
}  # fmt: skip
_MEMORY = {str: (str, [str], str | None, [str])}
"""What records are made of. Whatever else stands in one is no record."""


@dataclass(slots=True)
class Binding:
    """What came of binding: all that the front pages and the adapter need."""

    share: Share
    kept: list[Page] = field(default_factory=list)
    pages: list[list[str]] = field(default_factory=list)
    outputs: set[str] = field(default_factory=set)
    """All files that the fascicles have in the site."""
    problems: list[Problem] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    made: int = 0
    """Fascicles that were made anew."""
    keys: dict[str, str] = field(default_factory=dict)
    """Of all fascicles, by their ids."""
    before: State | None = None
    """The data of the changed fascicles as they were; ``None`` where nothing is known of them."""
    after: State | None = None


class Writer:
    """Writes the files of a build: into the staging folder, but for those that stand in the site already."""

    def __init__(self, site: Path, staging: Path, stamps: Mapping[str, Stamp]) -> None:
        self.site, self.staging, self.stamps = site, staging, stamps

    def write(self, name: str, data: bytes) -> Stamp:
        """Write a file and return its stamp."""
        stamp = self.stamps.get(name)
        if stamp is not None and stamp[0] == len(data) and (self.site / name).read_bytes() == data:
            return stamp
        path = self.staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        found = path.stat()
        return (found.st_size, found.st_mtime_ns)


@dataclass
class Bindery:
    """Binds the fascicles of a manuscript."""

    manuscript: Manuscript
    press: Press | None
    """``None`` where MkDocs renders all pages."""
    writer: Writer
    store: Store
    leading: frozenset[str] | None
    """Sources of the pages that are not printed here, as MkDocs renders them; ``None`` for all."""
    ground: str
    """Digest of everything that a page depends on beside the manuscript and the forms."""
    illustrate: Callable[[Page], Iterable[tuple[str, bytes]]]
    """Returns the files that a page has beside its own, by their path in the site."""
    processes: int = field(default_factory=lambda: os.cpu_count() or 1)

    def bind(self, progress: Progress | None = None) -> Binding:
        """Make what is out of date, and return what all fascicles give.

        Raises ``ContentError`` where content has errors; ``UnlikeError`` where a form turns out to be none: then bind again,
        with a press that refuses that kind; ``OtherPagesError`` where the theme needs all pages: bind without a press.
        """
        fascicles = {one.id: one for one in self.manuscript.fascicles}
        keys = {
            id: digest(self.ground, self.leading and sorted(self.leading), self.manuscript.key(one))
            for id, one in fascicles.items()
        }
        published = self._published()
        heads = {id: self._head(id) for id in {**fascicles, **(published or {})}}
        shares = {id: self._share(id, head) for id, head in heads.items()}
        # In the order of the fascicles, and quick to ask.
        stale = dict.fromkeys(
            id
            for id in fascicles
            if (head := heads[id]) is None or shares[id] is None or not self._fresh(head, keys[id])
        )
        before = self._before(
            published, heads, shares, [id for id in heads if id in stale or id not in fascicles]
        )
        for done, _ in enumerate(self._made([(fascicles[id], keys[id]) for id in stale]), start=1):
            if progress is not None:
                progress(done, len(stale))
        heads |= {id: self._head(id) for id in stale}
        shares |= {id: self._share(id, heads[id]) for id in stale}
        if self.manuscript.changed:
            known = self.manuscript.memory.items()
            self.store.put(_LEAVES, {path: [m.digest, m.ties, m.text, m.names] for path, m in known})
        if self.manuscript.seen.changed:
            self.store.put(_SEEN, {}, {_SEEN: self.manuscript.seen.lines()})
        self.store.forget(
            {_LEAVES, _SEEN, _PUBLISHED, *(f"{room}-{id}" for id in fascicles for room in ("head", "share"))}
        )
        binding = Binding(
            gather(share for id in fascicles if (share := shares[id])), made=len(stale), keys=keys
        )
        for id in fascicles:
            head = heads[id]
            assert head is not None, f"the record of {id} was taken away while the site was built"
            binding.kept += map(_page, head.kept)
            binding.pages += head.pages
            binding.outputs |= head.outputs.keys()
            binding.problems += [_problem(*problem) for problem in head.problems]
            binding.drafts += head.drafts
        if before is not None:
            after = {id: share for id in stale if (share := shares[id])}
            # Most of what is made anew says what it said before: then there is nothing to read and compare.
            same = {id for id, share in after.items() if id in before and _data(share) == _data(before[id])}
            binding.before = _state(share for id, share in before.items() if id not in same)
            binding.after = _state(share for id, share in after.items() if id not in same)
        return binding

    def _published(self) -> dict[str, str] | None:
        """Return the keys of the fascicles that the site has which is in its place; ``None`` where nothing is known of it."""
        record = self.store.get(_PUBLISHED)
        return dict(record) if fits(record, {str: str}) else None

    @staticmethod
    def _before(
        published: dict[str, str] | None,
        heads: Mapping[str, Head | None],
        shares: Mapping[str, Share | None],
        ids: Iterable[str],
    ) -> dict[str, Share] | None:
        """Return the published shares of some fascicles, or ``None`` where one is lost.

        What is kept may come from a build that came to no site: of a mistake, a kill, a form that turned out to be none.
        """
        if published is None:
            return None
        found = {}
        for id in ids:
            if id in published:
                head, share = heads[id], shares[id]
                if head is None or share is None or head.key != published[id]:
                    return None
                found[id] = share
        return found

    def _fresh(self, head: Head, key: str) -> bool:
        return (
            head.key == key
            and all(self.writer.stamps.get(name) == tuple(stamp) for name, stamp in head.outputs.items())
            and all(
                self.press and found and found == self.press.digest(_kind(of)) for of, found in head.forms
            )
        )

    def _head(self, id: str) -> Head | None:
        record = self.store.get(f"head-{id}")
        known = fits(record, _HEAD) and all(kind in CATALOGUE for *_, kind, _ in record["problems"])
        return Head(**record) if known else None

    def _share(self, id: str, head: Head | None) -> Share | None:
        """Return the share that was made with a head: a build that was broken off may have left one of another time."""
        record, lines = self.store.get_with_lines(f"share-{id}")
        made_with = head is not None and fits(record, (str, dict)) and record[0] == head.key
        return Share.of(record[1], lines) if made_with else None

    def _made(self, tasks: list[tuple[Fascicle, str]]) -> Iterator[None]:
        """Make fascicles, and yield after each. The order in which they are done does not show in the site."""
        articles = sum(len(fascicle.leaves) for fascicle, _ in tasks)
        # A process with threads may not be forked: that is a server's.
        alone = self.processes == 1 or articles < PARALLEL or threading.active_count() > 1
        if alone or "fork" not in multiprocessing.get_all_start_methods():
            yield from map(_told, map(self._make, tasks))
            return
        # What is there by now is shared by all processes; the collector would only copy it.
        gc.freeze()
        _Worker.bindery = self
        # Large ones first, so that the processes end together.
        tasks = sorted(tasks, key=lambda task: -len(task[0].leaves))
        with multiprocessing.get_context("fork").Pool(self.processes) as pool:
            yield from map(_told, pool.imap_unordered(_Worker.make, tasks, chunksize=4))

    def _make(self, task: tuple[Fascicle, str]) -> Failure | None:
        fascicle, key = task
        try:
            bound = self.manuscript.bind(fascicle)
            head = Head(
                key, [], {}, [], [], [_listed(problem) for problem in bound.problems], list(bound.drafts)
            )
            for page in bound.pages:
                self._page(page, head, bound.share)
        except ContentError as error:
            return Failure(problems=[_listed(problem) for problem in error.problems])
        except UnlikeError as error:
            return Failure(kind=error.kind, reason=error.reason)
        except OtherPagesError as error:
            return Failure(reason=str(error))
        self.store.put(f"head-{fascicle.id}", asdict(head))
        share = bound.share
        record = [key, {"lists": share.lists, "counts": share.counts}]
        self.store.put(f"share-{fascicle.id}", record, share.lines)
        return None

    def _page(self, page: Page, head: Head, share: Share) -> None:
        if page.kind == "story" and page.address == links.HOME:
            # Only a part of the home page, which is made of it at the end.
            head.kept.append(asdict(page))
            return
        urls = self.manuscript.style.directory_urls
        for line in searchindex.lines(page, urls):
            share.line("search", line)
        for name, data in self.illustrate(page):
            head.outputs[name] = list(self.writer.write(name, data))
        if self.press is None or self.leading is None or page.source in self.leading:
            head.kept.append(asdict(page))
            return
        name = links.file(page.address, urls)
        head.outputs[name] = list(self.writer.write(name, self.press.print(page)))
        form = [list(kind(page)), self.press.digest(kind(page))]
        if form not in head.forms:
            head.forms.append(form)
        head.pages.append([page.source, links.url(page.address, urls), page.title])

    def front(self, page: Page, binding: Binding) -> bool:
        """Enter a page of the whole into a binding; return whether MkDocs renders it. The others are printed here."""
        head = Head("", [], {}, [], [], [], [])
        self._page(page, head, binding.share)
        binding.outputs |= head.outputs.keys()
        binding.pages += head.pages
        return bool(head.kept)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a fascicle could not be made, fit to be sent from one process to another."""

    problems: list[list[Any]] = field(default_factory=list)
    kind: Kind | None = None
    reason: str = ""


class _Worker:
    """What a process that was forked knows: the bindery as it was then."""

    bindery: Bindery

    @staticmethod
    def make(task: tuple[Fascicle, str]) -> Failure | None:
        return _Worker.bindery._make(task)


def _told(failure: Failure | None) -> None:
    """Raise what went wrong elsewhere."""
    if failure is not None and failure.kind is not None:
        raise UnlikeError(failure.kind, failure.reason)
    if failure is not None and failure.reason:
        raise OtherPagesError(failure.reason)
    if failure is not None:
        raise ContentError(_problem(*problem) for problem in failure.problems)


def publish(store: Store, binding: Binding) -> None:
    """Remember that a site was put in its place: what changes after, changes against this one."""
    store.put(_PUBLISHED, binding.keys)


def remembered(store: Store) -> dict[str, Memory]:
    """Return what is known of content files from the last build."""
    record = store.get(_LEAVES)
    if not fits(record, _MEMORY):
        return {}
    return {
        path: Memory(digest, tuple(ties), text, tuple(names))
        for path, (digest, ties, text, names) in record.items()
    }


def seen(store: Store) -> Seen:
    """Return which files were read when the site was built last."""
    return Seen(store.get_with_lines(_SEEN)[1].get(_SEEN, ()))


def _data(share: Share) -> list[list[bytes]]:
    return [share.lines.get(f"data/{name}", []) for name in FILES]


def _state(shares: Iterable[Share]) -> State:
    return state_of_files(data_files(gather(shares)))


def _kind(of: list[Any]) -> Kind:
    name, folder, wide, sections, card = of
    return (name, folder, wide, sections, card)


def _listed(problem: Problem) -> list[Any]:
    return [problem.path, problem.line, problem.key, problem.kind.name, problem.message]


def _problem(path: str, line: int, key: str, kind: str, message: str) -> Problem:
    return Problem(path, line, key, CATALOGUE[kind], message)


def _page(record: dict[str, Any]) -> Page:
    sections = tuple(Section(**section) for section in record["sections"])
    records = tuple(
        RecordView(Target(**found["target"]), found["title"], found["text"]) for found in record["records"]
    )
    return Page(**record | {"sections": sections, "records": records})
