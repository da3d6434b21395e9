"""Read a saved web page: the article's text with trafilatura, the bibliography from the page's metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from builder.desk.intake.agencies import agency, credited
from builder.desk.intake.facts import Facts
from builder.desk.intake.plain import people
from builder.values.addresses import host_of
from builder.values.dates import parse_edtf

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?=\Z|[T ])")
_ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "blogposting",
    "backgroundnewsarticle",
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?\Z")


def read_html(text: str) -> tuple[str, Facts]:
    """Return the text of a page's article, empty if none was found, and the facts that the page states."""
    body = trafilatura.extract(
        text, include_comments=False, include_tables=True, include_links=False, output_format="txt"
    )
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return body or "", Facts()
    return body or "", _facts(tree, body or "")


def _facts(tree: Any, body: str) -> Facts:
    facts = Facts()
    meta: dict[str, str] = {}
    for item in tree.iter("meta"):
        name = item.get("property") or item.get("name") or item.get("itemprop")
        if name and item.get("content"):
            meta.setdefault(name.casefold(), item.get("content").strip())
    record: dict[str, Any] = next(_records(tree), {})
    headline = _text(record.get("headline")) or _text(meta.get("og:title")) or _first(tree, "h1")
    facts.outlets = [
        name for name in (_name(record.get("publisher")), _text(meta.get("og:site_name"))) if name
    ]
    facts.headline = _without_outlet(headline, facts.outlets)
    _authors(facts, record.get("author"), meta.get("author") or meta.get("article:author"))
    for stated in (
        record.get("datePublished"), meta.get("article:published_time"), meta.get("datepublished"),
        meta.get("date"), meta.get("dc.date"), _time(tree),
    ):  # fmt: skip
        if facts.published is None:
            facts.published = _date(stated)
    facts.url = _url(tree, meta)
    if facts.url:
        facts.hosts.append(host_of(facts.url))
    facts.language = _language(_text(record.get("inLanguage")) or tree.get("lang") or meta.get("og:locale"))
    facts.credit = facts.credit or credited(body)
    facts.free = record.get("isAccessibleForFree") not in (False, "False", "false")
    return facts


def _records(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the records of articles in the page's JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text or len(script.text) > 300_000:
            continue
        try:
            waiting: list[Any] = [json.loads(script.text)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < 500:
            item = waiting.pop(0)
            seen += 1
            if isinstance(item, list):
                waiting.extend(item[:100])
            elif isinstance(item, dict):
                kinds = item.get("@type")
                names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
                if any(isinstance(name, str) and name.casefold() in _ARTICLES for name in names):
                    yield item
                waiting.append(item.get("@graph"))


def _text(value: Any) -> str | None:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())[:400]
    return None


def _name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(tree: Any, tag: str) -> str | None:
    found = list(tree.iter(tag))
    # Of two main headings, either may be the article's.
    return _text(found[0].text_content()) if len(found) == 1 else None


def _without_outlet(headline: str | None, outlets: list[str]) -> str | None:
    """Return a headline without the outlet's name that sites append: "... | The Harbour Post"."""
    for outlet in outlets:
        if headline:
            headline = re.sub(rf"\s*[|–—-]\s*{re.escape(outlet)}\s*\Z", "", headline)
    return headline or None


def _authors(facts: Facts, stated: Any, meta: str | None) -> None:
    names = [_name(item) for item in (stated if isinstance(stated, list) else [stated])]
    for words in [name for name in names if name] or [meta or ""]:
        if words.startswith(("http:", "https:")):
            continue
        if found := agency(words):
            facts.credit = facts.credit or found
            continue
        found_names, credit = people(words)
        facts.byline += [
            name for name in found_names if name not in facts.byline and name not in facts.outlets
        ]
        facts.credit = facts.credit or credit


def _time(tree: Any) -> str | None:
    stamps = {item.get("datetime") for item in tree.iter("time") if item.get("datetime")}
    # If there are several, they may be those of other articles on the page.
    return stamps.pop() if len(stamps) == 1 else None


def _date(stated: Any) -> str | None:
    """Return the day, month or year that is stated, without hour and time zone, or None."""
    match = _DAY.match(stated.strip()) if isinstance(stated, str) else None
    if not match:
        return None
    try:
        return parse_edtf(match[0]).edtf
    except ValueError:
        return None


def _url(tree: Any, meta: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    for address in (*links, meta.get("og:url")):
        if address and re.match(r"https?://[^\s<>\"']{4,480}\Z", address) and host_of(address):
            return str(address)
    return None


def _language(stated: str | None) -> str | None:
    match = _LANGUAGE.match(stated or "")
    if not match:
        return None
    return match[1].lower() + (f"-{match[2].upper()}" if match[2] else "")
