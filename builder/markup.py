"""Markdown to safe HTML, for prose written by hand: précis, the home page's introduction, the method.

Markdown lets any HTML through; here HTML in a text is text and shown as such. What comes out is cleaned
once more against a short list of what prose needs: nothing may run or load anything from another host.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.toc import TocExtension, slugify
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from builder.values.text import ELLIPSIS, normalise

_EXTENSIONS = ("tables", "footnotes", "def_list", "sane_lists", "smarty")
_TAGS = frozenset(
    "p br hr h2 h3 h4 h5 h6 em strong b i s sub sup small mark q cite abbr code kbd pre blockquote ul ol li dl dt dd"
    " table thead tbody tfoot tr th td caption a div span".split()
)
_ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
_CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}
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
    ELLIPSIS: r"\s*(?:…|\.\.\.)\s*",
}
"""How a sign of ``normalise`` may stand in a prose, which has typography of its own."""
# Texts without these have no link, and no heading, whatever else they have.
_MAY_LINK = re.compile(r"[\[<]")
_MAY_HEAD = re.compile(r"#|^ *[-=]+ *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of prose under one heading. Before the first heading there is no ``id`` and no ``title``."""

    id: str
    title: Markup
    """The heading's words, escaped, without tags."""
    level: int
    html: Markup


def clean(html: str) -> Markup:
    """Return the HTML with everything removed that prose does not need.

    Links may lead to ``http``, ``https``, ``mailto`` and relative addresses. There are no images: those of
    other hosts would be loaded from there, and those of this site have no room in a text.
    """
    return Markup(  # noqa: S704 - this is the one place that makes foreign HTML safe
        nh3.clean(
            html,
            tags=set(_TAGS),
            attributes=_ATTRIBUTES,
            allowed_classes=_CLASSES,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
    )


class _Converter(Treeprocessor):
    """Markdown as prose may have it, made once: a converter takes longer to make than most texts to convert."""

    def __init__(self) -> None:
        self.resolve: Callable[[str], str] | None = None
        """Gives the address to print for each link as written."""
        self.prefix = ""
        """Goes before the ids of headings."""
        toc = TocExtension(
            toc_depth="2-6",
            baselevel=1,
            slugify=lambda value, separator: self.prefix + (slugify(value, separator) or "section"),
        )
        converter = markdown.Markdown(extensions=[*_EXTENSIONS, toc], output_format="html")
        super().__init__(converter)
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
        # After the inline patterns, which make the links; before the text is put out.
        converter.treeprocessors.register(self, "variorum-links", 5)
        self.converter = converter

    def run(self, root: Element) -> None:
        if self.resolve is not None:
            for element in root.iter("a"):
                element.set("href", self.resolve(element.get("href", "")))

    def convert(self, text: str, resolve: Callable[[str], str] | None, prefix: str) -> Markup:
        """Return a text as safe HTML."""
        self.resolve, self.prefix = resolve, prefix
        try:
            html = self.converter.reset().convert(text)
        finally:
            self.resolve = None
        return clean(re.sub(r"<(/?)h1\b", r"<\1h2", html))


@cache
def _converter() -> _Converter:
    return _Converter()


@lru_cache(maxsize=64)
def _alike(text: str, prefix: str) -> Markup:
    return _converter().convert(text, None, prefix)


def prose(text: str, resolve: Callable[[str], str] | None = None, prefix: str = "") -> Markup:
    """Return Markdown as safe HTML.

    ``resolve`` turns the address of each link as written into the one to print. ``prefix`` goes before the
    ids of headings, so that two texts fit on one page. A first-level heading becomes a second-level one:
    the page's title is the only first.
    """
    if resolve is not None and _MAY_LINK.search(text):
        return _converter().convert(text, resolve, prefix)
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
            for char in words.replace(f" {ELLIPSIS} ", ELLIPSIS)
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
