"""Which of a page's records is that of its own story: by address, headline and text, never by its place on the page."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from builder.desk.intake.records import Record, Records, line
from builder.values.text import folded

LIKE = 0.4
"""Share of the shorter headline's runs of three letters that the other has too, from which both may be of one story."""
_SAME = 0.8


class Page(Struct):
    """What is known of a page beside its records."""

    addresses: list[str]
    """Its own addresses: canonical, og:url, where it was fetched from."""
    heads: list[str]
    """What it shows as its headline and title: h1, og:title, title."""
    text: str
    """The text of its article, as ``builder.values.text.folded`` has it."""
    first: str
    """The beginning of its first paragraph, as one line; empty if it has none."""


def own_records(records: Records, page: Page) -> list[Record]:
    """Return the records of the page's own story, the best first; none of those that are of other stories or may be."""
    scored = [(_score(record, page), -index, record) for index, record in enumerate(records.stories)]
    good = sorted((item for item in scored if item[0] > 0), key=lambda item: item[:2], reverse=True)
    if not good and len(scored) == 1 and scored[0][0] == 0:
        good = scored
    best = good[0][2] if good else None
    return [
        record for score, _, record in good
        if record is best or (score >= 3 and best is not None and _agree(best, record))
    ]  # fmt: skip


def likeness(one: str, other: str) -> float:
    """Return how alike two headlines are, from 0 to 1: the share of the shorter one's runs of three letters that the other has."""
    a, b = _runs(one), _runs(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def plain_address(address: str) -> str:
    """Return an address in the form in which two of one page are equal: without scheme, "www.", query and trailing slash."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    host = re.sub(r"^(?:www|m|amp|mobile)\.", "", parts.netloc.casefold())
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", parts.path)
    return f"{host}{path}" if path else ""


def _score(record: Record, page: Page) -> int:
    return _by_address(record, page) + _by_headline(record, page) + _by_text(record, page)


def _by_address(record: Record, page: Page) -> int:
    known = {plain_address(address) for address in page.addresses} - {""}
    stated = {plain_address(address) for address in _addresses(record)} - {""}
    if not known or not stated:
        return 0
    paths = {address.partition("/")[2] for address in known} - {""}
    if known & stated or paths & {address.partition("/")[2] for address in stated}:
        return 4
    # What only has a path names the page's own site.
    return -1


def _addresses(record: Record) -> list[str]:
    found = []
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in record[key] if isinstance(record.get(key), list) else [record.get(key)]:
            value = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
            if isinstance(value, str) and re.match(r"https?://|/", value):
                found.append(value)
    return found


def _by_headline(record: Record, page: Page) -> int:
    said = line(record.get("headline")) or line(record.get("name"))
    if not said or not page.heads:
        return 0
    like = max(likeness(said, head) for head in page.heads)
    return 4 if like >= _SAME else 2 if like >= LIKE else -3


def _by_text(record: Record, page: Page) -> int:
    element: Any = record.get("@element")
    if element is not None:
        # Of microdata: does its element hold the article, or only a teaser?
        return (3 if page.first in " ".join(element.text_content().split()) else -2) if page.first else 0
    body = line(record.get("articleBody"))
    return 3 if body and len(body) > 80 and folded(body)[:50] in page.text else 0


def _agree(best: Record, other: Record) -> bool:
    """Return whether two records may be of one story by their headlines."""
    one, two = (line(record.get("headline")) or line(record.get("name")) for record in (best, other))
    return not one or not two or likeness(one, two) >= LIKE


def _runs(text: str) -> set[str]:
    plain = "".join(char for char in text.casefold() if char.isalnum())
    size = 3 if plain.isascii() or len(plain) > 12 else 2
    return {plain[at : at + size] for at in range(len(plain) - size + 1)} or ({plain} if plain else set())
