"""Results of earlier builds, by everything that they depend on: in memory for a server, on disk for the parts of a large site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
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

MOST = 2_000
"""Maximum number of results; the least recently used are dropped first. A site of five articles has about 700."""


class Memo:
    """A cache of results by key."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}

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


class _Within(Struct, frozen=True):
    """What was asked for while results were made."""

    asked: dict[str, list[str]] = field(default_factory=dict)
    """The name of each such result -> the names of the others."""


class Shared(Protocol):
    """Does tasks in several processes."""

    def __call__(self, work: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Yield what ``work`` returns for each task, in any order."""


class Kept:
    """Results that are carried from build to build in one record, each as bytes by the digest of everything that it depends on.

    Only those that a build asked for are kept on, and those that were asked for when they were made: if one of them has to be made
    anew, most of what it is made of can be had. ``ground`` is the digest of what all of them depend on.
    """

    def __init__(self, store: Store, name: str, ground: str, shared: Shared | None = None) -> None:
        """``shared`` does tasks in several processes that are forked from this one; None if there are to be no others."""
        self._store, self._name, self._ground, self._shared = store, name, ground, shared
        within, self._known = store.get_with_bytes(name, _Within)
        self._known_within = within.asked if within else {}
        self._asked: dict[str, bytes | memoryview] = {}
        self._within: dict[str, list[str]] = {}
        self._making: list[list[str]] = []
        """The names that were asked for by each result that is being made, the innermost last."""

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
        """Store the results that were asked for, unless they are those that were known."""
        if self._asked.keys() != self._known.keys():
            self._store.put(self._name, _Within(self._within), self._asked)
