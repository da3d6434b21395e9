"""Nothing foreign runs in a site's own pages: the HTML that Markdown and its extensions make is cleaned, and told if that takes something.

Markdown passes HTML through. What is cleaned is what comes out of Markdown at the very end, so that it is cleaned wherever it goes,
such as into a blog's list of posts. What plugins, hooks and templates add afterwards is the site's own program, and stays.
"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_TAGS = frozenset(
    "a abbr address article aside audio b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label li main mark nav ol p picture pre q rp rt ruby s samp"
    " section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr"
    " svg g path circle ellipse line polygon polyline rect title".split()
)
"""All that text, code, tables, pictures, tabs, admonitions and icons need; nothing that runs or shows a page of another host."""
_SHAPE = {
    "d",
    "fill",
    "stroke",
    "stroke-width",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "points",
    "transform",
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "lang", "dir", "title", "role", "hidden", "style", "data-lang", "data-tabs", "data-linenums", "data-sort-method"},
    "a": {"href", "name", "rel", "target", "download", "hreflang"},
    "audio": {"src", "controls", "preload", "loop", "muted"},
    "blockquote": {"cite"}, "q": {"cite"}, "del": {"datetime", "cite"}, "ins": {"datetime", "cite"}, "time": {"datetime"},
    "col": {"span", "width"}, "colgroup": {"span"},
    "details": {"open", "name"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "align"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for", "tabindex"},
    "ol": {"start", "type", "reversed"}, "li": {"value"},
    "pre": {"tabindex"}, "code": {"tabindex"}, "div": {"align"}, "p": {"align"},
    "source": {"src", "srcset", "sizes", "media", "type"}, "track": {"src", "kind", "srclang", "label", "default"},
    "svg": {"xmlns", "viewBox", "viewbox", "width", "height", *_SHAPE},
    "table": {"align"},
    "td": {"colspan", "rowspan", "align"}, "th": {"colspan", "rowspan", "scope", "align"}, "tr": {"align"},
    "video": {"src", "controls", "preload", "poster", "width", "height", "loop", "muted", "playsinline"},
    **dict.fromkeys(("g", "path", "circle", "ellipse", "line", "polygon", "polyline", "rect"), _SHAPE),
}  # fmt: skip
_STYLES = {"text-align", "width", "height", "max-width", "counter-reset", "--md-annotation"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = {"href", "src", "cite", "poster"}


def clean(html: str) -> str:
    """Return HTML without what is not listed above."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        generic_attribute_prefixes={"aria-"},
        filter_style_properties=set(_STYLES),
        url_schemes=set(_SCHEMES),
        link_rel=None,
        # A blog's "more" is a comment.
        strip_comments=False,
    )


class _Foreign(HTMLParser):
    """Collects the names of what ``clean`` takes away."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: dict[str, None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.names[f"<{tag}>"] = None
            return
        allowed = _ATTRIBUTES["*"] | _ATTRIBUTES.get(tag, set())
        for name, value in attrs:
            if name not in allowed and not name.startswith("aria-"):
                self.names[f"<{tag} {name}>"] = None
            elif name in _ADDRESSES and _scheme(value or "") not in {"", *_SCHEMES}:
                self.names[f"<{tag} {name}={_scheme(value or '')}:>"] = None


def _scheme(address: str) -> str:
    before, colon, _ = "".join(address.split()).partition(":")
    return before.casefold() if colon and not set(before) & set("/?#") else ""


def foreign(html: str) -> list[str]:
    """Return the names of the tags and attributes that ``clean`` takes away, in their order."""
    return list(_Foreign(html).names)


class Cleaning(Extension):
    """A Markdown extension that cleans what all others made, and calls ``tell`` with the names of what it takes away."""

    def __init__(self, tell: Callable[[list[str]], None]) -> None:
        super().__init__()
        self.tell = tell

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come after all other processors."""
        md.postprocessors.register(_Cleaner(md, self.tell), "variorum", -1000)


class _Cleaner(Postprocessor):
    def __init__(self, md: Markdown, tell: Callable[[list[str]], None]) -> None:
        super().__init__(md)
        self.tell = tell

    def run(self, text: str) -> str:
        if "<" not in text and "&" not in text:
            return text
        if taken := foreign(text):
            self.tell(taken)
        return clean(text)
