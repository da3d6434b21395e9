"""Results in memory, for a server that builds again after each edit, when most of the site is unchanged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from markupsafe import Markup

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
