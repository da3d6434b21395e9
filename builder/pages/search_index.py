"""What a search finds: every page by its title, every question and every claim; hand-written pages in full.

Written in the format that Material's search reads. The tables are left out: what they say is found by the claims, each of
which leads to its place, and a large site's index stays small enough to be loaded.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from builder.content.model import Site
from builder.pages import links
from builder.pages.json_list import JOINT, line
from builder.pages.render import Page
from builder.values.direction import isolated
from builder.values.names import FOLDS, name_words

FILE = "search/search_index.json"
"""Where a site has its index."""
TAIL = b"\n]}"

_WHOLE = ("text",)
"""Kinds of pages whose sections are searched word by word."""

_BOOSTS = {"text": 0.2, "topic": 0.9, "pair": 0.5}
"""What counts for less, where the same words are found: a claim comes before its question and before prose that speaks of
it, an outlet before the pairs that it is part of.
"""

_THEME_SEPARATOR = r"[\s\-]+"
"""What divides words where the site's settings do not say."""

_SEPARATOR = (
    r"""(?:[\s\-\u2013\u2014\u2026\u00b7\u2068\u2069“”„"«»‘’'()\[\]:;!?/]|&(?:[a-z]+|#\d+);|[.,](?!\d))+"""
)
"""As the theme's, and quotation marks, brackets and stops; not the comma or stop inside a figure.

Else “30” or (GUR) could not be found by the word: a search finds what a word begins with.
"""

_LED = ("article", "source")
"""Kinds of pages that are found by what stands before their first heading."""


def lines(page: Page, directory_urls: bool) -> list[bytes]:
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
    # A page that has a record of its own is found by that.
    if any(record.target == here for record in page.records):
        found = []
    found += [(record.target, record.title, record.text) for record in page.records]
    low = {"boost": _BOOSTS[page.kind]} if page.kind in _BOOSTS else {}
    return [
        line(
            {
                "location": links.href(links.HOME, target, directory_urls).removeprefix("./"),
                "title": str(escape(isolated(title))),
                "text": str(escape(isolated(text))),
            }
            | low
        )
        for target, title, text in found
    ]


def names(site: Site) -> dict[str, Any]:
    """Return what the search in the browser needs to find names in spellings that no text has.

    The words of all names in the registries, and the letters that count as one: those of the key that proposes
    spellings to the editor, and s for z, as German papers write Selenskyj.
    """
    registered = [name for source in site.sources.values() for name in (source.name, *source.aliases)]
    registered += [name for place in site.places.values() for name in (place.name, *place.aliases)]
    registered += [outlet.name for outlet in site.outlets.values()]
    return {"words": name_words(registered), "folds": (*FOLDS, ("z", "s"))}


def frame(written: bytes, names: dict[str, Any]) -> tuple[bytes, bytes]:
    """Return what stands before the entries in the index that Material's search wrote, and its own entries.

    ``names`` are put into its settings. What stands after the entries is ``TAIL``.
    """
    index: dict[str, Any] = json.loads(written)
    config = index.setdefault("config", {})
    config["names"] = names
    if config.get("separator") == _THEME_SEPARATOR:
        config["separator"] = _SEPARATOR
    own = [line(doc) for doc in index.pop("docs")]
    settings = b"".join(b"%b:%b," % (line(name), line(value)) for name, value in index.items())
    return b'{%b"docs":[\n' % settings, JOINT.join(own)


def _plain(html: str) -> str:
    return " ".join(Markup(html).striptags().split())  # noqa: S704 - only to be stripped
