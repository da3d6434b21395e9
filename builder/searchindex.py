"""The search index: every page's sections but for what its templates leave out, every question and every claim.

Sections are read by the theme's own search, whose format the index has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import escape

from builder import links
from builder.pages.render import Page

_LEFT_OUT = re.compile(r"<([a-z][a-z0-9]*)(?=[\s>])[^>]*?\sdata-search-exclude(?=[\s=>])[^>]*>")
_MARKS = re.compile(r"\s?data-search-\w+(?:=\"[^\"]*\")?(?=[\s>])")


def add(index: Any, page: Any, made: Page) -> None:
    """Put a page's sections into the index of Material's search; ``page`` is MkDocs' own of it."""
    words = SimpleNamespace(
        meta={"title": page.meta["title"]}, content=searchable(made.body), toc=page.toc, url=page.url
    )
    index.add_entry_from_context(words)


def finish(path: Path, pages: Iterable[Page], directory_urls: bool) -> str:
    """Put questions and claims into a written index, and everything in the order of the pages; return the index."""
    index = json.loads(path.read_text(encoding="utf-8"))
    places: dict[str, int] = {}
    for number, page in enumerate(pages):
        places[_location(links.Target(page.address), directory_urls)] = number
        for record in page.records:
            location = _location(record.target, directory_urls)
            title, text = str(escape(record.title)), str(escape(record.text))
            index["docs"].append({"location": location, "title": title, "text": text})
    # However its page was printed, an entry has its place.
    index["docs"].sort(key=lambda doc: places.get(doc["location"].partition("#")[0], len(places)))
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(written, encoding="utf-8")
    return written


def _location(target: links.Target, directory_urls: bool) -> str:
    return links.href(links.HOME, target, directory_urls).removeprefix("./")


def searchable(html: str) -> str:
    """Return the HTML with an empty element in the place of each that is left out.

    Reading what is left out would take most of the time: on an article's page it is what all the others say.
    """
    kept: list[str] = []
    end = 0
    while match := _LEFT_OUT.search(html, end):
        kept += (html[end : match.start()], "<i></i>")
        end = _closed(html, match[1], match.end())
    kept.append(html[end:])
    return "".join(kept)


def unmarked(html: str) -> str:
    """Return the HTML without the marks that only tell a search what to leave out."""
    return _MARKS.sub("", html) if "data-search-" in html else html


def _closed(html: str, tag: str, start: int) -> int:
    """Return where the element ends whose content begins at ``start``."""
    depth = 1
    for match in re.compile(rf"<(/?){tag}(?=[\s>])[^>]*>").finditer(html, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return len(html)
