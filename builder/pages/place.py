"""Where in a template's HTML a value is printed: in text, in words that no element may stand in, or in an attribute that is no words."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*["'][^"']*\Z""")
_BARE = frozenset({"svg", "title", "option", "textarea", "script", "style"})
"""Elements in which others are not shown, or not those of text."""
_READ = frozenset({"title", "aria-label", "alt", "abbr", "placeholder", "content", "label"})
"""Attributes that are words for people."""


class Place:
    """Follows a template's HTML, as it is read piece by piece."""

    def __init__(self) -> None:
        self._inside: list[str] = []
        """The elements of ``_BARE`` that are open."""
        self._tag: str | None = None
        """What was read of the tag that is open."""
        self._quote = ""

    @property
    def kind(self) -> str:
        """Where what comes next stands: ``text``, ``words`` or ``code``."""
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
