"""Make a site part by part, and make again only what has changed since the last time.

What is known of each stands in the manifest. A part is as it was if its key is, if the theme's forms that its pages were
printed from are, and if its files stand in the site as they were written. All others are made anew, by several processes
where there are many: they have nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from builder.build.make import Maker
from builder.build.manifest import Entry, Head, Manifest, Told, gathered, problem_record, recorded_problem
from builder.build.output import Writer
from builder.build.partition import Part
from builder.build.printing import Kind, OtherPagesError, PagePrinter, UnlikeError, kind
from builder.build.splice import Place
from builder.build.workers import many, shared
from builder.cache.dir_cache import Stamp
from builder.cache.records import digest
from builder.compare.changes import State
from builder.content.problems import ContentError, Problem
from builder.pages import links, search_index
from builder.pages.contribution import Contribution
from builder.pages.data_files import ADDRESSES, state_of_parts
from builder.pages.render import Page

PARALLEL = 75
"""From so many articles on several processes are worth their start."""

Progress = Callable[[int, int], None]
"""Is told how many parts are done, of how many."""


class Picture(Struct, frozen=True):
    """A file that a page has beside its own."""

    name: str
    """Its path in the site."""
    key: str
    """Digest of all that it is drawn of, but for this program and what it draws with."""
    draw: Callable[[], bytes]


class BuildResult(Struct):
    """What came of a build: all that the front pages and the adapter need."""

    contribution: Contribution
    kept: list[Page] = field(default_factory=list)
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    outputs: set[str] = field(default_factory=set)
    """All files that the parts have in the site."""
    problems: list[Problem] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    made: int = 0
    """Parts that were made anew."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """All parts in their order, by their ids."""
    json_lists: dict[str, tuple[Stamp, list[Place]]] = field(default_factory=dict)
    """The files that are put together of all, with what stands where in them."""
    before: State | None = None
    """The data of the changed parts as they were; ``None`` where nothing is known of them."""
    after: State | None = None

    def enter(self, id: str, entry: Entry) -> None:
        """Add a part."""
        head = entry.head
        self.entries[id] = entry
        self.kept += head.kept
        self.pages += head.pages
        # Not joined by a sign: with the keys of a mapping that makes a new set each time.
        self.outputs.update(head.outputs)
        self.problems += [recorded_problem(*one) for one in head.problems]
        self.drafts += head.drafts


class IncrementalBuilder(Struct):
    """Makes the parts of an inventory."""

    maker: Maker
    forms: PagePrinter | None
    """``None`` where MkDocs renders all pages."""
    writer: Writer
    manifest: Manifest
    json_lists: frozenset[str]
    """Addresses of the files that are put together of what all parts give."""
    leading: frozenset[str] | None
    """Markdown paths of the pages that are not printed here, as MkDocs renders them; ``None`` for all."""
    ground: str
    """Digest of everything that a page depends on beside its part and the forms."""
    illustrate: Callable[[Page], Picture | None]
    """Returns the picture that a page has beside it."""

    def run(self, progress: Progress | None = None) -> BuildResult:
        """Make what is out of date, and return what all parts give.

        Raises ``ContentError`` where content has errors; ``UnlikeError`` where a form turns out to be none: then run again,
        with a printer that refuses that kind; ``OtherPagesError`` where the theme needs all pages: run without a printer.
        """
        parts = {one.id: one for one in self.maker.inventory.parts}
        ground = digest(self.ground, self.leading and sorted(self.leading))
        keys = {id: digest(ground, self.maker.inventory.key(one)) for id, one in parts.items()}
        known = {id: entry for id, key in keys.items() if (entry := self._known(id, key))}
        # In the order of the parts, and quick to ask.
        stale = dict.fromkeys(id for id in keys if id not in known)
        for done, _ in enumerate(self._made([(parts[id], keys[id]) for id in stale]), start=1):
            if progress is not None:
                progress(done, len(stale))
        result = BuildResult(Contribution(), made=len(stale))
        for id in keys:
            entry = known.get(id) or self.manifest.made(id)
            assert entry is not None, f"the record of {id} was taken away while the site was built"
            result.enter(id, entry)
        result.contribution = gathered(result.entries.values())
        self._compare(result, stale)
        return result

    def _compare(self, result: BuildResult, stale: Iterable[str]) -> None:
        """Put the data of what changed into a result, as it was and as it is."""
        before = self.manifest.published
        if before is None:
            return
        after = {id: _data(result.entries[id]) for id in stale}
        old = {id: _data(entry) for id, entry in before.items() if id in after or id not in result.entries}
        # Most of what is made anew says what it said before: then there is nothing to read and compare.
        same = {id for id in after if after[id] == old.get(id)}
        result.before = _state(data for id, data in old.items() if id not in same)
        result.after = _state(data for id, data in after.items() if id not in same)

    def _known(self, id: str, key: str) -> Entry | None:
        """Return a part that is as it was; ``None`` where it has to be made."""
        entry = (self.manifest.published or {}).get(id)
        return entry if entry and entry.head.key == key and self._fresh(entry) else None

    def _fresh(self, entry: Entry) -> bool:
        head, stamps = entry.head, self.writer.stamps
        return (
            self.json_lists <= entry.chunks.keys()
            and list(map(stamps.get, head.outputs)) == list(head.outputs.values())
            and all(self.forms and found and found == self.forms.digest(of) for of, found in head.forms)
        )

    def _made(self, tasks: list[tuple[Part, str]]) -> Iterator[None]:
        """Make parts, and yield after each. The order in which they are done does not show in the site."""
        articles = sum(len(part.leaves) for part, _ in tasks)
        if len(tasks) < 3 or not many(articles, PARALLEL):
            yield from map(_told, map(self._make, tasks))
            return
        # Large ones first, so that the processes end together. The very first is made here: the forms and templates that it
        # needs, the others find.
        first, *tasks = sorted(tasks, key=lambda task: -len(task[0].leaves))
        _told(self._make(first))
        yield
        yield from map(_told, shared(self._make, tasks))

    def _make(self, task: tuple[Part, str]) -> Failure | None:
        part, key = task
        try:
            made = self.maker.make(part)
            head = Head(
                key, problems=[problem_record(one) for one in made.problems], drafts=list(made.drafts)
            )
            for page in made.pages:
                self._page(page, head, made.contribution)
        except ContentError as error:
            return Failure(problems=[problem_record(one) for one in error.problems])
        except UnlikeError as error:
            return Failure(kind=error.kind, reason=error.reason)
        except OtherPagesError as error:
            return Failure(reason=str(error))
        for json_list in self.json_lists:
            made.contribution.lines.setdefault(json_list, [])
        self.manifest.make(part.id, head, made.contribution)
        return None

    def _page(self, page: Page, head: Head, contribution: Contribution) -> None:
        if page.kind == "story" and page.address == links.HOME:
            # Only a part of the home page, which is made of it at the end.
            head.kept.append(page)
            return
        urls = self.maker.inventory.style.directory_urls
        for line in search_index.entry_lines(page, urls):
            contribution.line(search_index.FILE, line)
        if picture := self.illustrate(page):
            head.pictures[picture.name] = picture.key
            head.outputs[picture.name] = self._drawn(picture)
        if self.forms is None or self.leading is None or page.md_path in self.leading:
            head.kept.append(page)
            return
        name = links.file(page.address, urls)
        head.outputs[name] = self.writer.write(name, self.forms.print(page))
        form = (kind(page), self.forms.digest(kind(page)))
        if form not in head.forms:
            head.forms.append(form)
        head.pages.append((page.md_path, links.url(page.address, urls), page.title))

    def _drawn(self, picture: Picture) -> Stamp:
        """Return the stamp of a picture's file: of the one that stands in the site, if the same was drawn for it."""
        stamp = self.writer.stamps.get(picture.name)
        if stamp is not None and self.manifest.pictures.get(picture.name) == (picture.key, stamp):
            return stamp
        return self.writer.write(picture.name, picture.draw())

    def front(self, page: Page, result: BuildResult) -> bool:
        """Enter a page of the whole into a result; return whether MkDocs renders it. The others are printed here."""
        head = Head("")
        self._page(page, head, result.contribution)
        result.outputs.update(head.outputs)
        result.pages += head.pages
        return bool(head.kept)


class Failure(Struct, frozen=True):
    """Why a part could not be made, fit to be sent from one process to another."""

    problems: list[Told] = field(default_factory=list)
    kind: Kind | None = None
    reason: str = ""


def _told(failure: Failure | None) -> None:
    """Raise what went wrong elsewhere."""
    if failure is not None and failure.kind is not None:
        raise UnlikeError(failure.kind, failure.reason)
    if failure is not None and failure.reason:
        raise OtherPagesError(failure.reason)
    if failure is not None:
        raise ContentError(recorded_problem(*one) for one in failure.problems)


def _data(entry: Entry) -> list[bytes]:
    return [entry.chunks[address].read() for address in ADDRESSES]


def state_of(entries: Iterable[Entry]) -> State:
    """Return the data of some parts."""
    return _state(map(_data, entries))


def _state(data: Iterable[list[bytes]]) -> State:
    found = list(data)
    return state_of_parts(
        {address: [one[number] for one in found] for number, address in enumerate(ADDRESSES)}
    )
