"""A theme's rendered page, cut into a frame with slots for a page's own text.

The theme renders a page whose texts are slots: text that no page has, with characters that templates may escape, strip or
shorten. A text that comes out unchanged becomes a slot of the frame. If a trace of one is left anywhere else, the theme does
more with the text than print it, and there is no frame.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

_TRACE = "vm5lot"
# Every filter that does more than print changes one of these: striptags, escape, urlencode, trim, upper, replace...
_SLOT = "{trace}{name}&lt;b&gt; &amp; &#34;'  A-z.,;: é</i>{trace}{name}"


class NoFrameError(Exception):
    """The theme does something with a page's text that a frame cannot repeat."""


def slot(name: str) -> str:
    """Return the placeholder for a page's own text."""
    return _SLOT.format(trace=_TRACE, name=name)


def trace(name: str) -> str:
    """Return a word of which no trace may be left in a frame."""
    return f"{_TRACE}-{name}"


class Frame(Struct, frozen=True):
    """A page of one kind with slots."""

    pieces: tuple[str, ...]
    """HTML and names of slots, alternating; the first and the last are HTML."""

    def fill(self, words: Mapping[str, str]) -> str:
        """Return the page with these texts in its slots, by the slot's name."""
        return "".join(words[piece] if number % 2 else piece for number, piece in enumerate(self.pieces))


def cut(html: str, names: Sequence[str], once: str) -> Frame:
    """Cut a page that was rendered with slots. The slot ``once``, the page's body, must occur exactly once.

    Raises ``NoFrameError`` if the theme changed a slot, or if the body is missing or repeated.
    """
    known = {slot(name): name for name in names}
    pieces = re.split("|".join(f"({re.escape(text)})" for text in known), html)
    kept = [piece for piece in pieces if piece is not None]
    found = [known.get(piece, piece) if number % 2 else piece for number, piece in enumerate(kept)]
    if any(_TRACE in piece.casefold() for piece in found[::2]):
        raise NoFrameError(
            "the theme changes a page's title, description, address, contents or body before it prints it"
        )
    if found[1::2].count(once) != 1:
        raise NoFrameError(f"the theme prints a page's {once} {found[1::2].count(once)} times")
    return Frame(tuple(found))
