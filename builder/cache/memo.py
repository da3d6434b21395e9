"""Results of earlier builds, by everything that they depend on: in memory for a server, on disk for the parts of a large site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

import msgspec
from markupsafe import Markup
from msgspec import Struct, field

from builder.cache.records import Store, digest

Made = TypeVar("Made")
Task = TypeVar("Task")
Done = TypeVar("Done")


def encoded(value: object) -> bytes:
    """Return a value as bytes for a key. HTML and the same characters as text give different bytes."""
    return _encoder.encode(value)


def _marked(value: object) -> object:
    if isinstance(value, Markup):
        return {"html": str(value)}
    raise TypeError(f"a view has no {type(value).__name__}")


_encoder = msgspec.json.Encoder(enc_hook=_marked)


NAME = 32
"""Number of hexadecimal digits by which a result is known on disk: no two of them have the same by chance."""


def short_digest(data: bytes | memoryview) -> str:
    """Return the digest of some bytes, as long as the name of a result."""
    return hashlib.sha256(data).hexdigest()[:NAME]


ENOUGH = 16
"""Number of tasks from which other processes are started, which takes as long as some ten pages."""

SHARE = 0.15
"""Share of the results that may be new or spare before all are written again."""

MOST = 2_000
"""Maximum number of results; the least recently used are dropped first. A site of five articles has about 700."""


_Results = Mapping[str, bytes | memoryview]
"""Results by name."""
_Asked = dict[str, list[str]]
"""The name of a result -> the names of those that were asked for while it was made."""


class _Within(Struct, frozen=True):
    """What was asked for while results were made."""

    asked: _Asked = field(default_factory=dict)


class _Record(Struct, frozen=True):
    """What was kept by the last build."""

    first: _Results
    """What the last record of all had, without what was added since."""
    known: _Results
    """All results."""
    within: _Asked


class Memo:
    """A cache of results by key."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}
        self.records: dict[str, _Record] = {}
        """What ``Kept`` would read from records, by their name."""

    def __call__(self, make: Callable[[], Made], *key: object) -> Made:
        """Return the result for a key, calling ``make`` if there is none. The key must have everything that the result depends on."""
        # By their digest, because the bytes of a page are as long as the page.
        key = tuple(hashlib.sha256(part).digest() if isinstance(part, bytes) else part for part in key)
        found: Made = self._made.pop(key) if key in self._made else make()
        # The most recently used result is the last one.
        self._made[key] = found
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return found


class Shared(Protocol):
    """Does tasks in several processes."""

    def __call__(self, work: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Yield what ``work`` returns for each task, in any order."""


class Kept:
    """Results that are carried from build to build, each as bytes by the digest of everything that it depends on.

    Those that a build asked for are kept on, and those that were asked for when they were made: if one of them has to be made
    anew, most of what it is made of can be had. ``ground`` is the digest of what all of them depend on.

    There is one record of all, and a small one of what was made since: most edits write that alone. All are written again, without
    those that nobody asked for, when both kinds together come to ``SHARE`` of them.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        ground: str,
        shared: Shared | None = None,
        memo: Memo | None = None,
    ) -> None:
        """``shared`` does tasks in several processes that are forked from this one; None if there are to be no others. ``memo`` has
        what this process kept before: then the record is only written, for the next process."""
        self._store, self._name, self._ground, self._shared, self._memo = store, name, ground, shared, memo
        found = memo.records.get(name) if memo is not None else None
        self._record = found or self._read()
        self._known, self._known_within = self._record.known, self._record.within
        self._asked: dict[str, bytes | memoryview] = {}
        self._within: _Asked = {}
        self._making: list[list[str]] = []
        """The names that were asked for by each result that is being made, the innermost last."""

    def _read(self) -> _Record:
        (within, first), (more, later) = (
            self._store.get_with_bytes(name, _Within) for name in records_of(self._name)
        )
        asked = (within.asked if within else {}) | (more.asked if more else {})
        return _Record(first, {**first, **later} if later else first, asked)

    def __call__(self, make: Callable[[], bytes], *key: object) -> bytes | memoryview:
        """Return the result for a key, calling ``make`` if there is none. The key must have everything that it depends on."""
        name = digest(self._ground, *key)[:NAME]
        if self._making:
            self._making[-1].append(name)
        if name not in self._asked and not self._carried(name):
            self._making.append([])
            try:
                self._asked[name] = make()
            finally:
                asked = self._making.pop()
            if asked:
                self._within[name] = asked
        return self._asked[name]

    def _carried(self, name: str) -> bool:
        """Return whether there is a result of the last build; if so, keep it with all that was asked for when it was made."""
        waiting = [name]
        while waiting:
            at = waiting.pop()
            if at in self._known and at not in self._asked:
                self._asked[at] = self._known[at]
                if inner := self._known_within.get(at):
                    self._within[at] = inner
                    waiting += inner
        return name in self._asked

    def has(self, *key: object) -> bool:
        """Return whether there is a result for a key, which is not asked for by this."""
        name = digest(self._ground, *key)[:NAME]
        return name in self._asked or name in self._known

    def text(self, make: Callable[[], str], *key: object) -> str:
        """Return a text likewise."""
        return str(self(lambda: make().encode(), *key), "utf-8")

    def value(self, kind: type[Made], make: Callable[[], Made], *key: object) -> Made:
        """Return a value of plain texts and numbers likewise."""
        return msgspec.json.decode(self(lambda: msgspec.json.encode(make()), *key), type=kind)

    def together(self, work: Callable[[Task], Done], tasks: Sequence[Task], alone: int = 1) -> Iterator[Done]:
        """Yield what ``work`` returns for each task, in any order, done in several processes if there are enough tasks.

        The results that it asks for are here then, too. It may return and raise only what can be sent between processes. The first
        ``alone`` tasks are done here, so that all processes have the templates and forms that these need.
        """
        if self._shared is None or len(tasks) < ENOUGH:
            yield from map(work, tasks)
            return
        yield from map(work, tasks[:alone])

        def elsewhere(task: Task) -> tuple[Done, list[tuple[str, bytes | None, list[str] | None]]]:
            number = len(self._asked)
            done = work(task)
            names = list(islice(self._asked, number, None))
            return done, [
                (name, None if name in self._known else bytes(self._asked[name]), self._within.get(name))
                for name in names
            ]

        for done, found in self._shared(elsewhere, tasks[alone:]):
            for name, made, within in found:
                self._asked[name] = self._known[name] if made is None else made
                if within:
                    self._within[name] = within
            yield done

    def save(self) -> None:
        """Store the results that were asked for, unless all of them were known, and few others."""
        first, asked, (name, later) = self._record.first, self._asked, records_of(self._name)
        added = {one: made for one, made in asked.items() if one not in first}
        spare = sum(len(made) for one, made in self._known.items() if one not in asked)
        if (spare + sum(map(len, added.values()))) / SHARE > sum(map(len, first.values())):
            first, known, within = asked, asked, self._within
            self._store.put(name, _Within(within), asked)
            self._store.put(later, _Within())
        else:
            known, within = {**first, **added}, self._known_within | self._within
            if not added.keys() <= self._known.keys():
                of = {one: within[one] for one in added if one in within}
                self._store.put(later, _Within(of), added)
        if self._memo is not None:
            self._memo.records[self._name] = _Record(first, known, within)


def records_of(name: str) -> tuple[str, str]:
    """Return the names of the records with the results of a part: of most, and of those that were made since."""
    return f"kept-{name}", f"since-{name}"
