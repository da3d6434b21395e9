"""What a server printed last time, at hand for the next: after an edit most of a site is what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from markupsafe import Markup

Made = TypeVar("Made")


def encoded(value: object) -> bytes:
    """Return all that some views say; what is HTML says another thing than the same as text."""
    return _encoder.encode(value)


def _marked(value: object) -> object:
    if isinstance(value, Markup):
        return {"html": str(value)}
    raise TypeError(f"a view has no {type(value).__name__}")


_encoder = msgspec.json.Encoder(enc_hook=_marked)


MOST = 2_000
"""Results that are kept; those are forgotten first that were not asked for the longest. A site of five articles has some 700."""


class Memo:
    """What was made, by all that it was made of."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}

    def __call__(self, make: Callable[[], Made], *key: object) -> Made:
        """Return what was made of a key, or make it. The key is all that it is made of."""
        found: Made = self._made.pop(key) if key in self._made else make()
        # Whatever was asked for last stands last.
        self._made[key] = found
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return found
