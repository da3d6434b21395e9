"""Results of earlier builds, by everything that they depend on: in memory for a server, on disk for the parts of a large site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from markupsafe import Markup

from builder.cache.records import Beside, Store, digest

Made = TypeVar("Made")


def encoded(value: object) -> bytes:
    """Return a value as bytes for a key. HTML and the same characters as text give different bytes."""
    return _encoder.encode(value)


def _marked(value: object) -> object:
    if isinstance(value, Markup):
        return {"html": str(value)}
    raise TypeError(f"a view has no {type(value).__name__}")


_encoder = msgspec.json.Encoder(enc_hook=_marked)


MOST = 2_000
"""Maximum number of results; the least recently used are dropped first. A site of five articles has about 700."""


class Memo:
    """A cache of results by key."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}

    def __call__(self, make: Callable[[], Made], *key: object) -> Made:
        """Return the result for a key, calling ``make`` if there is none. The key must have everything that the result depends on."""
        found: Made = self._made.pop(key) if key in self._made else make()
        # The most recently used result is the last one.
        self._made[key] = found
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return found


class Kept:
    """Results that are carried from build to build in one record, each as bytes by the digest of everything that it depends on.

    Only those that a build asked for are kept on. ``ground`` is the digest of what all of them depend on.
    """

    def __init__(self, store: Store, name: str, ground: str) -> None:
        self._store, self._name, self._ground = store, name, ground
        self._known = store.get_with_bytes(name, Beside)[1]
        self._asked: dict[str, bytes | memoryview] = {}

    def __call__(self, make: Callable[[], bytes], *key: object) -> bytes | memoryview:
        """Return the result for a key, calling ``make`` if there is none. The key must have everything that it depends on."""
        name = digest(self._ground, *key)
        if name not in self._asked:
            known = self._known.get(name)
            self._asked[name] = make() if known is None else known
        return self._asked[name]

    def text(self, make: Callable[[], str], *key: object) -> str:
        """Return a text likewise."""
        return str(self(lambda: make().encode(), *key), "utf-8")

    def save(self) -> None:
        """Store the results that were asked for, unless they are those that were known."""
        if self._asked.keys() != self._known.keys():
            self._store.put(self._name, Beside(), self._asked)
