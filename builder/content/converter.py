"""Convert Markdown to safe HTML.

Markdown passes HTML through; here HTML in a text is escaped and shown as text. The output is then sanitised
against a short allowlist of what prose needs: nothing may run, or load anything from another host.

Most of Python-Markdown's time goes into searching each text for every construct. Constructs whose characters a text does not
contain are skipped: a text without a bracket has no link.
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

_EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists", "smarty")
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
"""Characters -> names of Markdown's processors. A processor can only match if the text contains one of its characters."""


def clean(html: str) -> Markup:
    """Return sanitised HTML: everything that prose does not need is removed.

    Links may use ``http``, ``https``, ``mailto`` and relative addresses. Images are removed: remote ones would be
    loaded from other hosts, and prose needs no local ones.
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
    """Convert Markdown to safe HTML.

    ``resolve`` maps the address of each link as written to the one to print. ``prefix`` is prepended to the ids of headings.
    First-level headings become second-level ones. A tangled text (see ``tangled``) is not converted but shown as written.
    """
    if tangle(text) is not None:
        return Markup("<p>{}</p>").format(text)
    idle = [
        name for signs, names in _SIGNS.items() if not any(sign in text for sign in signs) for name in names
    ]
    return _converter(tuple(idle)).convert(text, resolve, prefix)


def directed(html: Markup) -> Markup:
    """Return clean HTML in which right-to-left words do not reorder the text beside them.

    A block that begins with right-to-left words gets ``dir="auto"``; in other blocks each run of them becomes a ``<bdi>``.
    """
    if not turns(html):
        return html
    # Every second piece is a block tag.
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
    """A reusable Markdown converter: creating one takes longer than converting most texts.

    ``idle`` names the processors to leave out because they have nothing to match.
    """

    def __init__(self, idle: tuple[str, ...] = ()) -> None:
        self.resolve: Callable[[str], str] | None = None
        """Maps the address of each link as written to the one to print."""
        self.prefix = ""
        """Prepended to the ids of headings."""
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
                # Not every version of Markdown has all processors.
                if name in parts:
                    parts.deregister(name)
        # After the inline patterns, which create the links, and before serialisation.
        converter.treeprocessors.register(self, "variorum-links", 5)
        self.converter = converter

    def run(self, root: Element) -> None:
        if self.resolve is not None:
            for element in root.iter("a"):
                element.set("href", self.resolve(element.get("href", "")))

    def convert(self, text: str, resolve: Callable[[str], str] | None, prefix: str) -> Markup:
        """Convert one text to safe HTML."""
        self.resolve, self.prefix = resolve, prefix
        try:
            html = self.converter.reset().convert(text)
        finally:
            self.resolve = None
        return directed(clean(_FIRST.sub(r"<\1h2", html)))


@lru_cache(maxsize=32)
def _converter(idle: tuple[str, ...]) -> _Converter:
    return _Converter(idle)
