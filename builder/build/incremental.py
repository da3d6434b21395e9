"""Make the parts of a site that changed since the last build, and reuse the others.

The manifest records each part. A part is reused if its key and the forms that its pages were printed from are unchanged and
its files in the site still have the recorded stamps. All others are made again, in several processes if there are many:
parts are independent of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from builder.build.failure import TOLD, Failure, failure_of, raised
from builder.build.make import MadePart, Maker
from builder.build.manifest import (
    Entry,
    Former,
    Head,
    Manifest,
    gathered,
    problem_record,
)
from builder.build.partition import Part
from builder.build.printing import PagePrinter, kind_of
from builder.build.result import BuildResult
from builder.build.workers import many, shared
from builder.build.writer import Writer
from builder.cache.dir_cache import Stamp
from builder.cache.memo import Kept
from builder.cache.records import digest
from builder.compare.changes import State
from builder.pages import links, search_index
from builder.pages.contribution import Contribution
from builder.pages.data_files import ADDRESSES, differing_states, state_of_parts
from builder.pages.json_list import joint
from builder.pages.leaf import Leaf
from builder.pages.page import Page

LARGE = 50
"""Number of files from which a part's pages are recorded one by one. To make all pages of a smaller part takes hardly longer than
to look them up; but if a site has only one part, they are recorded too."""

PARALLEL = 75
"""Number of articles from which starting several processes pays off."""

Progress = Callable[[int, int], None]
"""Called with the number of parts that are done and the number of all parts to make."""


Printed = tuple[Head, Mapping[str, bytes | memoryview]]
"""A page with its files, and its lines in the data files, joined."""


class Attachment(Struct, frozen=True):
    """A file that belongs to a page: its picture for shared links, or a feed."""

    name: str
    """Its path in the site."""
    key: str
    """Digest of everything that it is made from, except this program and the drawing library."""
    draw: Callable[[], bytes]


class IncrementalBuilder(Struct):
    """Makes the parts of an inventory."""

    maker: Maker
    forms: PagePrinter | None
    """None if MkDocs renders all pages."""
    writer: Writer
    manifest: Manifest
    json_lists: frozenset[str]
    """Addresses of the files that are spliced from the lines of all parts."""
    leading: frozenset[str] | None
    """Markdown paths of the pages that MkDocs renders, so that they are not printed here; None for all pages."""
    ground: str
    """Digest of everything that a page depends on besides its part and the forms."""
    attach: Callable[[Page], Iterable[Attachment]]
    """Returns the files that belong to a page."""

    def run(self, progress: Progress | None = None) -> BuildResult:
        """Make the parts that are out of date, and return the result of all parts.

        Raises ``ContentError`` if the content has errors; ``UnlikeError`` if a page printed from a form differs from the page
        that the theme renders: run again with a printer that refuses the kind; ``OtherPagesError`` if the theme needs all
        pages: run again without a printer.
        """
        parts = {one.id: one for one in self.maker.inventory.parts}
        ground = digest(self.ground, self.leading and sorted(self.leading))
        keys = {id: digest(ground, self.maker.inventory.key(one)) for id, one in parts.items()}
        known = {id: entry for id, key in keys.items() if (entry := self._known(id, key))}
        # A dict, to keep the order of the parts with fast lookup.
        stale = dict.fromkeys(id for id in keys if id not in known)
        for done, _ in enumerate(self._made([(parts[id], keys[id]) for id in stale]), start=1):
            if progress is not None:
                progress(done, len(stale))
        result = BuildResult(Contribution(), made=len(stale))
        for id in keys:
            entry = known.get(id) or self.manifest.made(id)
            assert entry is not None, f"the record of {id} was removed during the build"
            result.enter(id, entry)
        result.contribution = gathered(result.entries.values())
        self._compare(result, stale)
        return result

    def _compare(self, result: BuildResult, stale: Iterable[str]) -> None:
        """Set ``before`` and ``after`` of a result to what differs in the data of the parts that changed."""
        before = self.manifest.published
        if before is None:
            return
        after = {id: _data(result.entries[id]) for id in stale}
        old = {id: _data(entry) for id, entry in before.items() if id in after or id not in result.entries}
        # Most parts that are made again have the same data as before and need not be parsed and compared.
        same = {id for id in after if after[id] == old.get(id)}
        result.before, result.after = differing_states(
            *(_by_address(data for id, data in state.items() if id not in same) for state in (old, after))
        )

    def _known(self, id: str, key: str) -> Entry | None:
        """Return the entry of a part that can be reused, or None if it has to be made."""
        entry = (self.manifest.published or {}).get(id)
        return entry if entry and entry.head.key == key and self._fresh(entry) else None

    def _fresh(self, entry: Entry) -> bool:
        return self.json_lists <= entry.chunks.keys() and all(map(self._in_place, entry.heads))

    def _in_place(self, head: Head) -> bool:
        """Return whether the files of a head are in the site as they were written, from the forms that pages have now."""
        return list(map(self.writer.stamps.get, head.outputs)) == list(head.outputs.values()) and all(
            self.forms and found and found == self.forms.digest(of) for of, found in head.forms
        )

    def _made(self, tasks: list[tuple[Part, str]]) -> Iterator[None]:
        """Make parts, and yield after each. The site does not depend on the order in which they are finished."""
        articles = sum(len(part.files) for part, _ in tasks)
        if len(tasks) < 3 or not many(articles, PARALLEL):
            yield from map(raised, map(self._make, tasks))
            return
        # Large ones first, so that the processes end at about the same time. The first is made here, before the processes
        # are forked, so that they share the forms and templates that it needed.
        first, *tasks = sorted(tasks, key=lambda task: -len(task[0].files))
        raised(self._make(first))
        yield
        yield from map(raised, shared(self._make, tasks))

    def _make(self, task: tuple[Part, str]) -> Failure | None:
        part, key = task
        try:
            kept = self._kept(part) if self._recorded(part) else None
            made = self.maker.make(part, kept)
            head = Head(
                key, problems=[problem_record(one) for one in made.problems], drafts=list(made.drafts)
            )
            leaves = self._leaves(part, made, head, kept)
            if kept is not None:
                kept.save()
        except TOLD as error:
            return failure_of(error)
        self.manifest.make(part.id, head, made.contribution, leaves)
        return None

    def _kept(self, part: Part) -> Kept:
        """Return what is carried from the last build of a part; of a large one, what it lacks is made in several processes."""
        together = shared if many(len(part.files), PARALLEL) else None
        inventory = self.maker.inventory
        return Kept(self.manifest.store, part.id, inventory.paper, together, inventory.style.memo)

    def _recorded(self, part: Part) -> bool:
        """Return whether the pages of a part are recorded one by one."""
        return len(self.maker.inventory.parts) == 1 or len(part.files) >= LARGE

    def _leaves(self, part: Part, made: MadePart, head: Head, kept: Kept | None) -> dict[str, Printed]:
        """Print the pages of a part. Return what each of them adds, unless the part is small: then ``head`` has it all."""
        for json_list in self.json_lists:
            made.contribution.lines.setdefault(json_list, [])
        if kept is None:
            for leaf in made.leaves:
                self._print_leaf(leaf, head, made.contribution)
            return {}
        entry = (self.manifest.published or {}).get(part.id)
        former = Former(entry if entry and self.json_lists <= entry.chunks.keys() else None)
        paper = digest(self.ground, self.leading and sorted(self.leading), self.maker.inventory.paper)
        found: dict[str, Printed | None] = {}
        stale: list[tuple[Leaf, str]] = []
        for leaf in made.leaves:
            key = digest(paper, leaf.key())
            known = former.head(leaf.address, key)
            if known is not None and self._in_place(known):
                found[leaf.address] = known, former.lines(leaf.address)
            else:
                found[leaf.address] = None  # its place among the others
                stale.append((leaf, key))

        def printed(at: int) -> tuple[int, Printed] | Failure:
            try:
                return at, self._printed(*stale[at])
            except TOLD as error:
                return failure_of(error)

        # One of each kind first: their forms are then made once.
        kinds = {leaf.address.partition("/")[0]: at for at, (leaf, _) in enumerate(stale)}
        first = sorted(kinds.values())
        for done in kept.together(
            printed, sorted(range(len(stale)), key=lambda at: at not in first), len(first)
        ):
            if isinstance(done, Failure):
                raised(done)
                continue
            at, (own, lines) = done
            found[stale[at][0].address] = own, lines
            # Another process may have drawn them, which does not know here that they are drawn.
            self.manifest.pictures |= {name: (key, own.outputs[name]) for name, key in own.pictures.items()}
        return {address: one for address, one in found.items() if one is not None}

    def _printed(self, leaf: Leaf, key: str) -> Printed:
        own, lines = Head(key), Contribution()
        self._print_leaf(leaf, own, lines)
        joined = {
            name: joint(name).join(those) for name, those in lines.lines.items() if name in self.json_lists
        }
        return own, joined

    def _print_leaf(self, leaf: Leaf, head: Head, contribution: Contribution) -> None:
        leaf.lines(contribution)
        for name, data in leaf.files():
            head.outputs[name] = self.writer.write(name, data)
        if leaf.page is not None:
            self._print(leaf.page(), head, contribution)

    def _print(self, page: Page, head: Head, contribution: Contribution) -> None:
        for file in self.attach(page):
            head.pictures[file.name] = file.key
            head.outputs[file.name] = self._drawn(file)
        if page.kind == "story" and page.address == links.HOME:
            # Only a section of the home page, which is put together at the end.
            head.kept.append(page)
            return
        urls = self.maker.inventory.style.directory_urls
        for line in search_index.entry_lines(page, urls):
            contribution.line(search_index.FILE, line)
        if self.forms is None or self.leading is None or page.md_path in self.leading:
            head.kept.append(page)
            return
        name = links.file(page.address, urls)
        head.outputs[name] = self.writer.write(name, self.forms.print(page))
        form = (kind_of(page), self.forms.digest(kind_of(page)))
        if form not in head.forms:
            head.forms.append(form)
        head.pages.append((page.md_path, links.url(page.address, urls), page.title))

    def _drawn(self, picture: Attachment) -> Stamp:
        """Make a file and return its stamp, unless the site already has the same: then return its stamp.

        The only story's page and the home page have the same: drawn twice, its file would not be as the first drawing left it.
        """
        known = self.manifest.pictures
        found, stamp = known.get(picture.name, ("", None))
        if stamp is None or found != picture.key:
            stamp = self.writer.write(picture.name, picture.draw())
            known[picture.name] = picture.key, stamp
        return stamp

    def front(self, page: Page, result: BuildResult) -> bool:
        """Print a page of the whole site and add it to a result. Return True if it is not printed, because MkDocs renders it."""
        head = Head("")
        self._print(page, head, result.contribution)
        result.outputs.update(head.outputs)
        result.pages += head.pages
        return bool(head.kept)


def _data(entry: Entry) -> list[bytes]:
    return [entry.chunks[address].read() for address in ADDRESSES]


def state_of(entries: Iterable[Entry]) -> State:
    """Return the data of some parts as one state."""
    return state_of_parts(_by_address(map(_data, entries)))


def _by_address(data: Iterable[list[bytes]]) -> dict[str, list[bytes]]:
    found = list(data)
    return {address: [one[number] for one in found] for number, address in enumerate(ADDRESSES)}
