"""Markdown to safe HTML, for prose written by hand: précis, the home page's introduction, the method.

Markdown lets any HTML through; here HTML in a text is text and shown as such. What comes out is cleaned
once more against a short list of what prose needs: nothing may run or load anything from another host.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.toc import TocExtension, slugify
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

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
_TAG = re.compile(r"<[^>]*>")


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


class _Links(Treeprocessor):
    """Asks ``resolve`` for the address of every link in a text."""

    def __init__(self, converter: markdown.Markdown, resolve: Callable[[str], str]) -> None:
        super().__init__(converter)
        self.resolve = resolve

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            element.set("href", self.resolve(element.get("href", "")))


def prose(text: str, resolve: Callable[[str], str] | None = None, prefix: str = "") -> Markup:
    """Return Markdown as safe HTML.

    ``resolve`` turns the address of each link as written into the one to print. ``prefix`` goes before the
    ids of headings, so that two texts fit on one page. A first-level heading becomes a second-level one:
    the page's title is the only first.
    """
    toc = TocExtension(
        toc_depth="2-6",
        baselevel=1,
        slugify=lambda value, separator: prefix + (slugify(value, separator) or "section"),
    )
    converter = markdown.Markdown(extensions=[*_EXTENSIONS, toc], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    if resolve is not None:
        # After the inline patterns, which make the links; before the text is put out.
        converter.treeprocessors.register(_Links(converter, resolve), "variorum-links", 5)
    html = re.sub(r"<(/?)h1\b", r"<\1h2", converter.convert(text))
    return clean(html)


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
