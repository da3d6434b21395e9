"""Prose written by hand as safe HTML: précis, the home page's introduction, the method. Its parts, its marks, its plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import unescape

from markupsafe import Markup, escape
from msgspec import Struct

from builder.content.converter import convert
from builder.values.text import ELLIPSIS, normalise

_HEADING = re.compile(r'<h([2-6])(?: id="([^"]*)")?>(.*?)</h\1>', re.DOTALL)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TAG = re.compile(r"<[^>]*>")
_NO_TEXT = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)
_TO_ANCHOR = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_CHARS = {
    " ": r"\s+",
    "'": "(?:['’‘]|&#39;)",
    '"': '(?:["“”„]|&quot;)',
    "-": "[-‐-―]",
    "—": r"\s*(?:--+|[-‐-―])\s*",
    ELLIPSIS: r"\s*(?:…|\.\.\.)\s*",
}
"""How a sign of ``normalise`` may stand in a prose, which has typography of its own."""
# Texts without these have no link, and no heading, whatever else they have.
_MAY_LINK = re.compile(r"[\[<]")
_MAY_HEAD = re.compile(r"#|^ *[-=]+ *$", re.MULTILINE)


class Part(Struct, frozen=True):
    """A stretch of prose under one heading. Before the first heading there is no ``id`` and no ``title``."""

    id: str
    title: Markup
    """The heading's words, escaped, without tags."""
    level: int
    html: Markup


@lru_cache(maxsize=64)
def _alike(text: str, prefix: str) -> Markup:
    return convert(text, None, prefix)


def prose(text: str, resolve: Callable[[str], str] | None = None, prefix: str = "") -> Markup:
    """Return Markdown as safe HTML.

    ``resolve`` turns the address of each link as written into the one to print. ``prefix`` goes before the
    ids of headings, so that two texts fit on one page. A first-level heading becomes a second-level one:
    the page's title is the only first.
    """
    if resolve is not None and _MAY_LINK.search(text):
        return convert(text, resolve, prefix)
    # The same on every page, for its description and for its body: what was just converted is at hand.
    return _alike(text, prefix if _MAY_HEAD.search(text) else "")


def once(html: Markup, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those words that stand in a prose's text exactly once, outside links; within longer ones they do not count."""
    text = normalise(unescape(" ".join(_texts(html))))
    # Most words are not in the text at all, and looking for them is cheaper than making a pattern of them.
    known = {plain: words for words in wanted if (plain := _key(words)) in text}
    if not known:
        return ()
    found = Counter(
        _key(unescape(match[0])) for piece in _texts(html) for match in _anywhere(known).finditer(piece)
    )
    return tuple(words for plain, words in known.items() if found[plain] == 1)


def anchors(html: Markup) -> tuple[str, ...]:
    """Return the anchors of the same page that a prose links to, in order."""
    return tuple(unescape(match[1]) for match in _TO_ANCHOR.finditer(html))


def marked(html: Markup, words: Mapping[str, str], linked: Mapping[str, str]) -> Markup:
    """Turn mentions in a prose into buttons that open a note.

    ``words`` has words with the id of their note: the first time they stand in the text, outside tags and links, they
    are marked, the longest first. ``linked`` has anchors with the id of their note: links to them are buttons instead.
    """
    if not words and not linked:
        return html
    notes = {_key(text): id for text, id in words.items()}
    wanted = _anywhere(notes)

    def own(match: re.Match[str]) -> str:
        id = notes.pop(_key(unescape(match[0])), None)
        return match[0] if id is None else _button(id, match[0])

    def link(match: re.Match[str]) -> str:
        id = linked.get(unescape(match[1]))
        return match[0] if id is None else _button(id, match[2])

    pieces = _NO_TEXT.split(str(html))
    # What splits is every second piece.
    done = [
        _TO_ANCHOR.sub(link, piece) if at % 2 else wanted.sub(own, piece) for at, piece in enumerate(pieces)
    ]
    return Markup("".join(done))  # noqa: S704 - safe before, and only buttons were put around its parts


def _button(id: str, html: str) -> str:
    # No button breaks over lines as words do: the words are its label, and work as it does.
    button = f'<button type="button" class="vm-mention" popovertarget="{escape(id)}"></button>'
    return f'<label class="vm-mentioned">{html}{button}</label>'


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    """Return words as they are looked up: in one typography, without an ellipsis that cuts nothing between them."""
    return normalise(words).strip(f"{ELLIPSIS} ")


def _texts(html: Markup) -> list[str]:
    return _NO_TEXT.split(str(html))[::2]


def _anywhere(wanted: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for some words, as ``_key`` has them, in escaped text, the longest first; it never matches where there are none.

    Words within other words and numbers within numbers are not meant; a number followed by a month is a date.
    """
    patterns = "|".join(
        "".join(
            _CHARS.get(char) or re.escape(str(escape(char)))
            for char in words.replace(f" {ELLIPSIS} ", ELLIPSIS).replace(" - ", "—")
        )
        for words in sorted(wanted, key=lambda words: (-len(words), words))
        if words
    )
    return re.compile(
        rf"(?<![\w,.&;#'’‐-―-])(?:{patterns})(?![\w]|[,.][0-9]|['’‐-―-]\w|\s+(?:{_MONTHS})\b)"
        if patterns
        else r"(?!)"
    )


def parts(html: Markup) -> tuple[Part, ...]:
    """Cut the HTML that ``prose`` made at its headings; the first part is what stands before them."""
    found: list[Part] = []
    id, title, level, start = "", Markup(), 0, 0
    for match in _HEADING.finditer(html):
        found.append(Part(id, title, level, Markup(html[start : match.start()].strip())))  # noqa: S704 - cleaned above
        id, level, start = match[2] or "", int(match[1]), match.end()
        title = Markup(_TAG.sub("", match[3]))  # noqa: S704 - cleaned above, and the tags are gone
    found.append(Part(id, title, level, Markup(html[start:].strip())))  # noqa: S704 - cleaned above
    return tuple(found)


def plain(text: str) -> str:
    """Return a text in one line without Markdown's marks, for a description; not HTML, not escaped."""
    return " ".join(prose(text).striptags().split())


def shortened(text: str, limit: int = 160) -> str:
    """Return the text, cut at a word where it is longer than ``limit`` characters, with an ellipsis."""
    if len(text) <= limit:
        return text
    return f"{text[: limit - 1].rsplit(' ', 1)[0].rstrip(',;:–—-. ')}…"
