"""The search index: every page by its title, every question and every claim; hand-written pages in full.

It has the format of Material's search. Tables are not indexed: the claims in them are, each with a link to its place, and the
index of a large site stays small enough to be loaded.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from builder.content.model import Site
from builder.pages import links
from builder.pages.json_list import JOINT, json_line
from builder.pages.page import Page
from builder.values.direction import isolated
from builder.values.names import FOLDS, name_words

FILE = "search/search_index.json"
"""The path of the index under the site's root."""
TAIL = b"\n]}"
"""The end of the index, after its entries."""

_WHOLE = ("text",)
"""Kinds of pages whose sections are indexed in full."""

_BOOSTS = {"text": 0.2, "topic": 2.0, "pair": 0.5, "question": 0.4}
"""Factors for the score of kinds of pages, 1 if not listed: a question, which has all answers side by side, ranks above each claim on it, claims
above prose on them, outlets above their pairs; a question on its topic's page above the page with all its answers."""
_OWN_BOOSTS = {"article": 0.3}
"""Factors for the entry of a page itself: a headline ranks below the topics and questions that have the same words."""

_THEME_SEPARATOR = r"[\s\-]+"
"""The theme's default pattern for what separates words."""

_SEPARATOR = (
    r"""(?:[\s\-\u2013\u2014\u2026\u00b7\u2068\u2069“”„"«»‘’'()\[\]:;!?/]|&(?:[a-z]+|#\d+);|[.,](?!\d))+"""
)
"""The theme's pattern, with quotation marks, brackets and punctuation, except for a comma or stop inside a figure.

A search matches the beginnings of words, so “30” or (GUR) would not be found otherwise.
"""

_NAMES = "names"
"""The section of a source's page with all names that outlets have for it."""
_LED = ("article", "source")
"""Kinds of pages that are indexed with the text before their first heading instead of their description."""


def entry_lines(page: Page, directory_urls: bool) -> list[bytes]:
    """Return the entries of a page, each as one line of JSON."""
    here = links.Target(page.address)
    # An article is found by its headline, outlet and day, its content by its claims; a source by all its names. Only the
    # first paragraph of an article's lead is indexed: the others say how much is known of the text.
    led = page.lead.partition("</p>")[0] if page.kind == "article" else page.lead
    led += "".join(section.html for section in page.sections if section.id == _NAMES)
    found = [(here, page.title, _plain(led) if page.kind in _LED else page.description)]
    if page.kind in _WHOLE:
        found += [
            (links.Target(page.address, section.id), section.title, _plain(section.html))
            for section in page.sections
        ]
    # A record that links to the page itself replaces the page's entry.
    if any(record.target == here for record in page.records):
        found = []
    found += [(record.target, record.title, record.text) for record in page.records]
    return [
        json_line(
            {
                "location": links.href(links.HOME, target, directory_urls).removeprefix("./"),
                "title": str(escape(isolated(title))),
                "text": str(escape(isolated(text))),
            }
            | _boosted(page.kind, own=target == here)
        )
        for target, title, text in found
    ]


def _boosted(kind: str, *, own: bool) -> dict[str, float]:
    factor = _OWN_BOOSTS.get(kind) if own else None
    factor = factor or _BOOSTS.get(kind)
    return {"boost": factor} if factor else {}


def search_names(site: Site) -> dict[str, Any]:
    """Return the data with which the search in the browser finds names in spellings that no text has.

    ``words`` are the words of all names in the registries. ``folds`` are the letters treated as equal: those of the key
    that proposes spellings to the editor, and z as s, because German papers write Selenskyj.
    """
    registered = [name for source in site.sources.values() for name in (source.name, *source.aliases)]
    registered += [name for place in site.places.values() for name in (place.name, *place.aliases)]
    registered += [outlet.name for outlet in site.outlets.values()]
    return {"words": name_words(registered), "folds": (*FOLDS, ("z", "s"))}


def frame(written: bytes, names: dict[str, Any]) -> tuple[bytes, bytes]:
    """Return the beginning of an index written by Material's search, up to its entries, and these entries joined.

    ``names`` are added to its settings. After the entries the index ends with ``TAIL``.
    """
    index: dict[str, Any] = json.loads(written)
    config = index.setdefault("config", {})
    config["names"] = names
    if config.get("separator") == _THEME_SEPARATOR:
        config["separator"] = _SEPARATOR
    own = [json_line(doc) for doc in index.pop("docs")]
    settings = b"".join(b"%b:%b," % (json_line(name), json_line(value)) for name, value in index.items())
    return b'{%b"docs":[\n' % settings, JOINT.join(own)


def _plain(html: str) -> str:
    return " ".join(Markup(html).striptags().split())  # noqa: S704 - only to be stripped
