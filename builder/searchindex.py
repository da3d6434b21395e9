"""What a search finds: every page by its title, every question and every claim; hand-written pages in full.

Written in the format that Material's search reads. The tables are left out: what they say is found by the claims, each of
which leads to its place, and a large site's index stays small enough to be loaded.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from builder import links
from builder.pages.render import Page
from builder.rolls import JOINT

FILE = "search/search_index.json"
"""Where a site has its index."""
TAIL = b"\n]}"

_WHOLE = ("text",)
"""Kinds of pages whose sections are searched word by word."""

_LED = ("article", "source")
"""Kinds of pages that are found by what stands before their first heading."""


def lines(page: Page, directory_urls: bool) -> list[str]:
    """Return the entries of a page, each as JSON."""
    here = links.Target(page.address)
    # An article is found by its headline, outlet and day, and what it says by its claims; a source by all its names.
    # The first line of an article's, all of a source's: further lines say how much is known of the text.
    led = page.lead.partition("</p>")[0] if page.kind == "article" else page.lead
    found = [(here, page.title, _plain(led) if page.kind in _LED else page.description)]
    if page.kind in _WHOLE:
        found += [
            (links.Target(page.address, section.id), section.title, _plain(section.html))
            for section in page.sections
        ]
    found += [(record.target, record.title, record.text) for record in page.records]
    # A claim comes before prose that speaks of it.
    low = {"boost": 0.2} if page.kind in _WHOLE else {}
    return [
        _line(
            {
                "location": links.href(links.HOME, target, directory_urls).removeprefix("./"),
                "title": str(escape(title)),
                "text": str(escape(text)),
            }
            | low
        )
        for target, title, text in found
    ]


def frame(written: bytes) -> tuple[bytes, bytes]:
    """Return what stands before the entries in the index that Material's search wrote, and its own entries.

    What stands after them is ``TAIL``.
    """
    index: dict[str, Any] = json.loads(written)
    own = [_line(doc).encode("utf-8") for doc in index.pop("docs")]
    settings = "".join(f"{json.dumps(name)}:{_line(value)}," for name, value in index.items())
    return f'{{{settings}"docs":[\n'.encode(), JOINT.join(own)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(html: str) -> str:
    return " ".join(Markup(html).striptags().split())  # noqa: S704 - only to be stripped
