"""Make a site fascicle by fascicle, and make again only what has changed since the last time.

What is known of each stands in the manifest. A fascicle is as it was if its key is, if the theme's forms that its pages were
printed from are, and if its files stand in the site as they were written. All others are made anew, by several processes
where there are many: they have nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from builder.build.make import Maker
from builder.build.manifest import Entry, Head, Manifest, Told, gathered
from builder.build.output import Writer
from builder.build.partition import Fascicle
from builder.build.printing import Kind, OtherPagesError, Press, UnlikeError, kind
from builder.build.result import Binding, listed, problem
from builder.build.workers import many, shared
from builder.cache.dir_cache import Stamp
from builder.cache.records import digest
from builder.compare.changes import State
from builder.content.problems import ContentError
from builder.pages import links
from builder.pages import search_index as searchindex
from builder.pages.contribution import Share
from builder.pages.data_files import ADDRESSES, state_of_parts
from builder.pages.render import Page

PARALLEL = 75
"""From so many articles on several processes are worth their start."""

Progress = Callable[[int, int], None]
"""Is told how many fascicles are done, of how many."""


class Picture(Struct, frozen=True):
    """A file that a page has beside its own."""

    name: str
    """Its path in the site."""
    key: str
    """Digest of all that it is drawn of, but for this program and what it draws with."""
    draw: Callable[[], bytes]


class Bindery(Struct):
    """Binds the fascicles of an inventory."""

    maker: Maker
    press: Press | None
    """``None`` where MkDocs renders all pages."""
    writer: Writer
    manifest: Manifest
    rolls: frozenset[str]
    """Addresses of the files that are put together of what all fascicles give."""
    leading: frozenset[str] | None
    """Sources of the pages that are not printed here, as MkDocs renders them; ``None`` for all."""
    ground: str
    """Digest of everything that a page depends on beside its part and the forms."""
    illustrate: Callable[[Page], Picture | None]
    """Returns the picture that a page has beside it."""

    def bind(self, progress: Progress | None = None) -> Binding:
        """Make what is out of date, and return what all fascicles give.

        Raises ``ContentError`` where content has errors; ``UnlikeError`` where a form turns out to be none: then bind again,
        with a press that refuses that kind; ``OtherPagesError`` where the theme needs all pages: bind without a press.
        """
        fascicles = {one.id: one for one in self.maker.inventory.fascicles}
        ground = digest(self.ground, self.leading and sorted(self.leading))
        keys = {id: digest(ground, self.maker.inventory.key(one)) for id, one in fascicles.items()}
        known = {id: entry for id, key in keys.items() if (entry := self._known(id, key))}
        # In the order of the fascicles, and quick to ask.
        stale = dict.fromkeys(id for id in keys if id not in known)
        for done, _ in enumerate(self._made([(fascicles[id], keys[id]) for id in stale]), start=1):
            if progress is not None:
                progress(done, len(stale))
        binding = Binding(Share(), made=len(stale))
        for id in keys:
            entry = known.get(id) or self.manifest.made(id)
            assert entry is not None, f"the record of {id} was taken away while the site was built"
            binding.enter(id, entry)
        binding.share = gathered(binding.entries.values())
        self._compare(binding, stale)
        return binding

    def _compare(self, binding: Binding, stale: Iterable[str]) -> None:
        """Put the data of what changed into a binding, as it was and as it is."""
        before = self.manifest.published
        if before is None:
            return
        after = {id: _data(binding.entries[id]) for id in stale}
        old = {id: _data(entry) for id, entry in before.items() if id in after or id not in binding.entries}
        # Most of what is made anew says what it said before: then there is nothing to read and compare.
        same = {id for id in after if after[id] == old.get(id)}
        binding.before = _state(data for id, data in old.items() if id not in same)
        binding.after = _state(data for id, data in after.items() if id not in same)

    def _known(self, id: str, key: str) -> Entry | None:
        """Return a fascicle that is as it was; ``None`` where it has to be made."""
        entry = (self.manifest.published or {}).get(id)
        return entry if entry and entry.head.key == key and self._fresh(entry) else None

    def _fresh(self, entry: Entry) -> bool:
        head, stamps = entry.head, self.writer.stamps
        return (
            self.rolls <= entry.chunks.keys()
            and list(map(stamps.get, head.outputs)) == list(head.outputs.values())
            and all(self.press and found and found == self.press.digest(of) for of, found in head.forms)
        )

    def _made(self, tasks: list[tuple[Fascicle, str]]) -> Iterator[None]:
        """Make fascicles, and yield after each. The order in which they are done does not show in the site."""
        articles = sum(len(fascicle.leaves) for fascicle, _ in tasks)
        if len(tasks) < 3 or not many(articles, PARALLEL):
            yield from map(_told, map(self._make, tasks))
            return
        # Large ones first, so that the processes end together. The very first is made here: the forms and templates that it
        # needs, the others find.
        first, *tasks = sorted(tasks, key=lambda task: -len(task[0].leaves))
        _told(self._make(first))
        yield
        yield from map(_told, shared(self._make, tasks))

    def _make(self, task: tuple[Fascicle, str]) -> Failure | None:
        fascicle, key = task
        try:
            bound = self.maker.make(fascicle)
            head = Head(key, problems=[listed(one) for one in bound.problems], drafts=list(bound.drafts))
            for page in bound.pages:
                self._page(page, head, bound.share)
        except ContentError as error:
            return Failure(problems=[listed(one) for one in error.problems])
        except UnlikeError as error:
            return Failure(kind=error.kind, reason=error.reason)
        except OtherPagesError as error:
            return Failure(reason=str(error))
        for roll in self.rolls:
            bound.share.lines.setdefault(roll, [])
        self.manifest.make(fascicle.id, head, bound.share)
        return None

    def _page(self, page: Page, head: Head, share: Share) -> None:
        if page.kind == "story" and page.address == links.HOME:
            # Only a part of the home page, which is made of it at the end.
            head.kept.append(page)
            return
        urls = self.maker.inventory.style.directory_urls
        for line in searchindex.lines(page, urls):
            share.line(searchindex.FILE, line)
        if picture := self.illustrate(page):
            head.pictures[picture.name] = picture.key
            head.outputs[picture.name] = self._drawn(picture)
        if self.press is None or self.leading is None or page.source in self.leading:
            head.kept.append(page)
            return
        name = links.file(page.address, urls)
        head.outputs[name] = self.writer.write(name, self.press.print(page))
        form = (kind(page), self.press.digest(kind(page)))
        if form not in head.forms:
            head.forms.append(form)
        head.pages.append((page.source, links.url(page.address, urls), page.title))

    def _drawn(self, picture: Picture) -> Stamp:
        """Return the stamp of a picture's file: of the one that stands in the site, if the same was drawn for it."""
        stamp = self.writer.stamps.get(picture.name)
        if stamp is not None and self.manifest.pictures.get(picture.name) == (picture.key, stamp):
            return stamp
        return self.writer.write(picture.name, picture.draw())

    def front(self, page: Page, binding: Binding) -> bool:
        """Enter a page of the whole into a binding; return whether MkDocs renders it. The others are printed here."""
        head = Head("")
        self._page(page, head, binding.share)
        binding.outputs.update(head.outputs)
        binding.pages += head.pages
        return bool(head.kept)


class Failure(Struct, frozen=True):
    """Why a fascicle could not be made, fit to be sent from one process to another."""

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
        raise ContentError(problem(*one) for one in failure.problems)


def _data(entry: Entry) -> list[bytes]:
    return [entry.chunks[address].read() for address in ADDRESSES]


def state_of(entries: Iterable[Entry]) -> State:
    """Return the data of some fascicles."""
    return _state(map(_data, entries))


def _state(data: Iterable[list[bytes]]) -> State:
    found = list(data)
    return state_of_parts(
        {address: [one[number] for one in found] for number, address in enumerate(ADDRESSES)}
    )
