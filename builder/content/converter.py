"""Markdown to safe HTML.

Markdown lets any HTML through; here HTML in a text is text and shown as such. What comes out is cleaned
once more against a short list of what prose needs: nothing may run or load anything from another host.

Python-Markdown looks in each text for everything that Markdown has, and that is most of what it takes. A text without
a bracket has no link: here it is converted without looking for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from builder.content.tangled import tangle
from builder.values.direction import begins_right_to_left, each, marked_up, turns
from builder.values.latin import anchor

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
_FIRST = re.compile(r"<(/?)h1\b")
_TAG = re.compile(r"""(<(?:[^<>"]|"[^"]*")*>)""")
_BLOCK = re.compile(
    r"""(</?(?:p|h[2-6]|hr|pre|blockquote|[uod]l|li|d[td]|table|thead|tbody|tfoot|t[rhd]|caption|div)\b(?:[^<>"]|"[^"]*")*>)"""
)
_OPENS = re.compile(r"<(?:p|pre|blockquote|li|d[td]|t[hd]|caption)\b")
_CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}

_SIGNS = {
    ("`",): ("backtick",),
    ("\\",): ("escape",),
    ("[",): (
        "footnote", "footnote-duplicate", "reference", "link", "image_link", "image_reference", "short_reference",
        "short_image_ref",
    ),
    ("<",): ("autolink", "automail"),
    (" \n", "\t\n", " \r", "\t\r"): ("linebreak",),
    ("&",): ("entity",),
    ("*", "_"): ("em_strong", "em_strong2"),
    ("*", "_", "-"): ("hr",),
    ("'", '"', "--", "..."): ("smarty",),
    ("#",): ("hashheader",),
    ("=", "-"): ("setextheader",),
    ("#", "=", "-", "["): ("toc",),
    ("|",): ("table",),
    (":",): ("deflist",),
    (">",): ("quote",),
}  # fmt: skip
"""What a text has to have in it, any of these, so that a part of Markdown finds something there."""


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


def convert(text: str, resolve: Callable[[str], str] | None = None, prefix: str = "") -> Markup:
    """Return Markdown as safe HTML.

    ``resolve`` turns the address of each link as written into the one to print. ``prefix`` goes before the ids of headings.
    A first-level heading becomes a second-level one. A text that is tangled, and so refused where it is content, is shown as it is written.
    """
    if tangle(text) is not None:
        return Markup("<p>{}</p>").format(text)
    idle = [
        name for signs, names in _SIGNS.items() if not any(sign in text for sign in signs) for name in names
    ]
    return _converter(tuple(idle)).convert(text, resolve, prefix)


def directed(html: Markup) -> Markup:
    """Return clean HTML in which right-to-left words turn nothing beside them.

    A paragraph that begins with them runs as they do; in others each stretch of them is an element of its own.
    """
    if not turns(html):
        return html
    # What splits is every second piece.
    pieces = _BLOCK.split(str(html))
    for at in range(0, len(pieces), 2):
        words = unescape(_TAG.sub("", pieces[at]))
        if not turns(words):
            continue
        if not begins_right_to_left(words):
            inline = _TAG.split(pieces[at])
            inline[::2] = [marked_up(each(text)) for text in inline[::2]]
            pieces[at] = "".join(inline)
        elif at and (opens := _OPENS.match(pieces[at - 1])) and " dir=" not in pieces[at - 1]:
            pieces[at - 1] = f'{opens[0]} dir="auto"{pieces[at - 1][opens.end() :]}'
    return Markup("".join(pieces))  # noqa: S704 - clean before, and only elements and attributes without content were added


class _Converter(Treeprocessor):
    """Markdown as prose may have it, made once: a converter takes longer to make than most texts to convert.

    It does not look for what is ``idle``: names of Markdown's parts that have nothing to find.
    """

    def __init__(self, idle: tuple[str, ...] = ()) -> None:
        self.resolve: Callable[[str], str] | None = None
        """Gives the address to print for each link as written."""
        self.prefix = ""
        """Goes before the ids of headings."""
        toc = TocExtension(
            toc_depth="2-6",
            baselevel=1,
            slugify=lambda value, separator: self.prefix + (anchor(value, separator) or "section"),
        )
        converter = markdown.Markdown(extensions=[*_EXTENSIONS, toc], output_format="html")
        super().__init__(converter)
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
        for parts in (converter.inlinePatterns, converter.treeprocessors, converter.parser.blockprocessors):
            for name in idle:
                # Not every version of Markdown has all of them.
                if name in parts:
                    parts.deregister(name)
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
        return directed(clean(_FIRST.sub(r"<\1h2", html)))


@lru_cache(maxsize=32)
def _converter(idle: tuple[str, ...]) -> _Converter:
    return _Converter(idle)
