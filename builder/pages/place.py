"""Tracks where in a template's HTML a value is printed, because right-to-left words are isolated differently by place."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*["'][^"']*\Z""")
_BARE = frozenset({"svg", "title", "option", "textarea", "script", "style"})
"""Elements that may not contain HTML elements for text."""
_READ = frozenset({"title", "aria-label", "alt", "abbr", "placeholder", "content", "label"})
"""Attributes whose values are words for readers."""


class Place:
    """The place in a template's HTML after the pieces read so far."""

    def __init__(self) -> None:
        self._inside: list[str] = []
        """Names of the open elements of ``_BARE``."""
        self._tag: str | None = None
        """The part read of an open tag, or None outside tags."""
        self._quote = ""
        """The quotation mark of an open attribute value, or an empty text."""

    @property
    def kind(self) -> str:
        """The kind of place that comes next: ``text``, where elements may stand; ``words``, where they may not; ``code``,
        an attribute whose value is not words."""
        if self._tag is not None:
            found = _ATTRIBUTE.search(self._tag) if self._quote else None
            return "words" if found and found[1].lower() in _READ else "code"
        return "words" if self._inside else "text"

    def read(self, html: str) -> None:
        """Read a piece of HTML."""
        at = 0
        while at < len(html):
            at = self._in_tag(html, at) if self._tag is not None else self._in_text(html, at)

    def _in_text(self, html: str, at: int) -> int:
        match = _TAG.search(html, at)
        if match is None:
            return len(html)
        name = match[2].lower()
        if name in _BARE and not match[1]:
            self._inside.append(name)
        elif match[1] and name in self._inside:
            self._inside.remove(name)
        self._tag = match[0]
        return match.end()

    def _in_tag(self, html: str, at: int) -> int:
        assert self._tag is not None
        char = html[at]
        if self._quote:
            self._quote = "" if char == self._quote else self._quote
        elif char in "\"'":
            self._quote = char
        elif char == ">":
            self._tag = None
            return at + 1
        self._tag += char
        return at + 1
