"""Hand-written prose as safe HTML (précis, introduction, method): its sections, its mentions of claims, its plain text."""

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
"""Patterns for characters of ``normalise``, which may have another typography in prose."""
# A text without a match has no link and no heading, respectively.
_MAY_LINK = re.compile(r"[\[<]")
_MAY_HEAD = re.compile(r"#|^ *[-=]+ *$", re.MULTILINE)


SHORT = 300
"""Number of characters of a section that are not worth a fold."""


class Part(Struct, frozen=True):
    """The prose under one heading. ``id`` and ``title`` are empty before the first heading."""

    id: str
    title: Markup
    """The heading's text, escaped, without tags."""
    level: int
    html: Markup


@lru_cache(maxsize=64)
def _alike(text: str, prefix: str) -> Markup:
    return convert(text, None, prefix)


def prose(text: str, resolve: Callable[[str], str] | None = None, prefix: str = "") -> Markup:
    """Return Markdown as safe HTML.

    ``resolve`` maps the address of each link as written to the one on the page. ``prefix`` is put before the ids of headings,
    so that two texts fit on one page. A first-level heading becomes a second-level one, because the page's title is the only
    heading of the first level.
    """
    if resolve is not None and _MAY_LINK.search(text):
        return convert(text, resolve, prefix)
    # Independent of the page, so the body can reuse what was just converted for the description.
    return _alike(text, prefix if _MAY_HEAD.search(text) else "")


def once(html: Markup, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the wanted words that occur exactly once in the text of prose, outside links and not within longer ones."""
    text = normalise(unescape(" ".join(_texts(html))))
    # Most words are not in the text at all, and a search for each is cheaper than a pattern of all.
    known = {plain: words for words in wanted if (plain := _key(words)) in text}
    if not known:
        return ()
    found = Counter(
        _key(unescape(match[0])) for piece in _texts(html) for match in _anywhere(known).finditer(piece)
    )
    return tuple(words for plain, words in known.items() if found[plain] == 1)


def anchors(html: Markup) -> tuple[str, ...]:
    """Return the anchors of the same page that prose links to, in order."""
    return tuple(unescape(match[1]) for match in _TO_ANCHOR.finditer(html))


def marked(html: Markup, words: Mapping[str, str], linked: Mapping[str, str]) -> Markup:
    """Return prose with its mentions of claims as buttons that open a note.

    ``words`` maps words to the id of their note: their first occurrence outside tags and links is marked, the longest words
    first. ``linked`` maps anchors to the id of their note: links to them become buttons.
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
    # Every second piece is a separator: a tag or a link.
    done = [
        _TO_ANCHOR.sub(link, piece) if at % 2 else wanted.sub(own, piece) for at, piece in enumerate(pieces)
    ]
    return Markup("".join(done))  # noqa: S704 - safe before, and only buttons were put around its parts


def _button(id: str, html: str) -> str:
    # A button does not wrap like text, so the words are its label, which activates it too. Who listens hears the button only.
    button = f'<button type="button" class="vm-mention" aria-label="{escape(_spoken(html))}" popovertarget="{escape(id)}"></button>'
    return f'<label class="vm-mentioned"><span aria-hidden="true">{html}</span>{button}</label>'


def _spoken(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    """Return words as a look-up key: in one typography, without an ellipsis at either end."""
    return normalise(words).strip(f"{ELLIPSIS} ")


def _texts(html: Markup) -> list[str]:
    return _NO_TEXT.split(str(html))[::2]


def _anywhere(wanted: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of some words, given as by ``_key``, in escaped text, the longest first.

    It does not match words within words, numbers within numbers, or a number before a month, which is a date. Without words
    it never matches.
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
    """Return the HTML from ``prose`` cut at its headings; the first part is the text before them."""
    found: list[Part] = []
    id, title, level, start = "", Markup(), 0, 0
    for match in _HEADING.finditer(html):
        found.append(Part(id, title, level, Markup(html[start : match.start()].strip())))  # noqa: S704 - cleaned above
        id, level, start = match[2] or "", int(match[1]), match.end()
        title = Markup(_TAG.sub("", match[3]))  # noqa: S704 - cleaned above, and the tags are gone
    found.append(Part(id, title, level, Markup(html[start:].strip())))  # noqa: S704 - cleaned above
    return tuple(found)


def folded(html: Markup, words: Markup) -> Markup:
    """Return a section with all but its first paragraph folded; ``words`` open it. A short rest stays open."""
    first, end, rest = html.partition("</p>")
    if not html.startswith("<p>") or len(rest.striptags()) < SHORT:
        return html
    return Markup('{}{}<details class="vm-details vm-read-on">\n<summary>{}</summary>{}</details>').format(
        first, end, words, rest
    )


def plain(text: str) -> str:
    """Return Markdown as one line of plain text, not escaped, for a description."""
    return " ".join(prose(text).striptags().split())


def shortened(text: str, limit: int = 160) -> str:
    """Return the text, cut at a word with an ellipsis if it is longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    return f"{text[: limit - 1].rsplit(' ', 1)[0].rstrip(',;:–—-. ')}…"
