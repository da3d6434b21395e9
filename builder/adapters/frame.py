"""A theme's rendered page, cut at the places where a page's own words stand.

To find them the theme renders a page whose words are ``Slots``: text that no page has, full of what templates might
escape, strip or shorten. What comes out unchanged is a slot; where a trace of a slot is left outside of one, the theme
does more with it than print it, and there is no frame.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

_TRACE = "vm5lot"
# Every filter that is more than printing changes one of these: striptags, escape, urlencode, trim, upper, replace...
_SLOT = "{trace}{name}&lt;b&gt; &amp; &#34;'  A-z.,;: é</i>{trace}{name}"


class NoFrameError(Exception):
    """The theme does something with a page's words that a frame cannot repeat."""


def slot(name: str) -> str:
    """Return the text that stands for a page's own."""
    return _SLOT.format(trace=_TRACE, name=name)


def trace(name: str) -> str:
    """Return a word of which nothing may be left in a frame."""
    return f"{_TRACE}-{name}"


class Frame(Struct, frozen=True):
    """A page of one kind with its slots: text, name of a slot, text, name of a slot, ..., text."""

    pieces: tuple[str, ...]

    def fill(self, words: Mapping[str, str]) -> str:
        """Return the page with these words in its slots."""
        return "".join(words[piece] if number % 2 else piece for number, piece in enumerate(self.pieces))


def cut(html: str, names: Sequence[str], once: str) -> Frame:
    """Cut a page rendered with slots. The slot ``once``, the page's body, must stand in it exactly once.

    Raises ``NoFrameError`` where a slot was changed, and where the body is missing or doubled.
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
