"""Indexes that are too long for one page, in parts: each has a link to the next, and no page grows with its site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.room import cost
from builder.pages.views.words import Words

PART = 40_000
"""Estimated size in bytes, compressed, of the entries of one part."""

_MARKUP = re.compile(r"<[^>]*>")

Entry = TypeVar("Entry")


class PartView(Struct, frozen=True):
    """Which part of a long list a page is."""

    address: str
    words: str
    """``Part 2 of 5``; empty if there is one."""
    before: Target | None = None
    after: Target | None = None

    def title(self, title: str) -> str:
        """Return the title of the list with that of the part."""
        return f"{title} ({self.words})" if self.words else title


def in_parts(
    address: str, entries: Iterable[Entry], text: Callable[[Entry], str], say: Words
) -> list[tuple[PartView, Sequence[Entry]]]:
    """Return the entries of the index at an address in parts. ``text`` returns what an entry prints, with or without markup."""
    parts: list[list[Entry]] = [[]]
    size = 0.0
    for entry in entries:
        if size > PART:
            parts.append([])
            size = 0.0
        parts[-1].append(entry)
        size += cost(_MARKUP.sub("", text(entry)))
    places = [links.part(address, number) for number in range(1, len(parts) + 1)]
    return [(part_of(places, number, say), own) for number, own in enumerate(parts, 1)]


def part_of(places: Sequence[Target], number: int, say: Words) -> PartView:
    """Return a part, from 1, of a list whose parts have these pages."""
    return PartView(
        places[number - 1].address,
        say("Part {n} of {all}", n=number, all=len(places)) if len(places) > 1 else "",
        places[number - 2] if number > 1 else None,
        places[number] if number < len(places) else None,
    )
