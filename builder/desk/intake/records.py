"""The records that a page has about itself for machines: JSON-LD, microdata and RDFa, as one kind of mapping.

All of it is written by the page, and much of it broken: what can be read is, and nothing else.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from builder.desk.intake.shown import without_comments

Record = dict[str, Any]
_MAX_SCRIPT = 3_000_000
_MAX_NODES = 5_000
_STEPS_IN = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys that lead from a page's record to that of its story. Others, as ``itemListElement``, lead to other stories."""
_ARTICLE = re.compile(r"(?:article|blogposting|^report|socialmediaposting)$")
_PAGE = re.compile(r"webpage$")
_COMMA = re.compile(r",(\s*[}\]])")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and spaces without width: where a word may be divided."""
_INLINE = re.compile(r"</?(?:em|i|b|strong|span|small|mark|cite|u|a|sup|sub|p|br)\b[^<>]*>", re.IGNORECASE)


class Records(Struct):
    """The records of one page."""

    stories: list[Record]
    """Those of articles that may be the page's own, in their order."""
    pages: list[Record]
    """Those of the page as such."""
    named: dict[str, Record]
    """All records with an ``@id``, by it."""
    publishers: list[str]
    """Names of the site, from a record of its own."""

    def resolved(self, value: Any) -> Any:
        """Return a value, or the record that it only refers to."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.named.get(value["@id"], value)
        if isinstance(value, str) and value in self.named:
            return self.named[value]
        return value

    def values(self, value: Any) -> list[Any]:
        """Return a value as a list, with references resolved."""
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [self.resolved(item) for item in items[:50]]


def kinds_of(record: Record) -> list[str]:
    """Return the names of a record's types in small letters, without the vocabulary's address."""
    kinds = record.get("@type")
    names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return [re.split(r"[/#:]", name)[-1].casefold() for name in names if isinstance(name, str)]


def is_story(record: Record) -> bool:
    """Return whether a record is of an article of any kind: news, opinion, a report, a live blog."""
    return any(_ARTICLE.search(name) for name in kinds_of(record))


def line(value: Any) -> str | None:
    """Return a text of a record as one line without entities and markup, or None if it is none."""
    if not isinstance(value, str):
        return None
    # Twice, because programs that write records escape what was escaped before.
    text = _INLINE.sub("", html.unescape(html.unescape(value[:4000]))).translate(_UNSEEN)
    return " ".join(text.split())[:400] or None


def records(tree: Any) -> Records:
    """Return the records of a page."""
    found = Records([], [], {}, [])
    roots: list[Any] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().casefold().startswith("application/ld+json") and script.text:
            roots += parsed(script.text)
    _index(roots, found)
    waiting: list[Any] = list(roots)
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_NODES:
        item = found.resolved(waiting.pop(0))
        # References may go round in circles.
        if not isinstance(item, dict | list) or id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, list):
            waiting = [*item[:200], *waiting]
        else:
            if is_story(item):
                found.stories.append(item)
                continue
            if any(_PAGE.search(name) for name in kinds_of(item)):
                found.pages.append(item)
            waiting = [*(item[key] for key in _STEPS_IN if isinstance(item.get(key), dict | list)), *waiting]
    found.stories += items(tree)
    return found


def parsed(text: str) -> list[Any]:
    """Return the values of a script of JSON, one if it is sound; of one with usual mistakes what can be read, or nothing."""
    if len(text) > _MAX_SCRIPT:
        return []
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.lstrip("\ufeff"))).strip().rstrip(";")
    for tried in (text, *_mended(text)):
        try:
            # Line ends within texts are no JSON, and usual.
            decoder = json.JSONDecoder(strict=False)
            values: list[Any] = []
            at = 0
            while at < len(tried) and len(values) < 50:
                value, end = decoder.raw_decode(tried, at)
                values.append(value)
                at = end + len(tried[end:]) - len(tried[end:].lstrip(" \t\r\n,;"))
            return values
        except (ValueError, RecursionError):
            continue
    return []


def _mended(text: str) -> Iterator[str]:
    """Yield a text without commas before closing brackets, comments, and escapes that JSON does not know; then with entities resolved."""
    for tried in (text, html.unescape(text) if "&quot;" in text else None):
        if tried is None:
            continue
        parts, at = [], 0
        for match in _STRING.finditer(tried):
            parts += [_bare(tried[at : match.start()]), _BAD_ESCAPE.sub("", match[0])]
            at = match.end()
        # A comma may stand in one part and the bracket that it stands before in the same: between two texts there is none.
        mended = "".join([*parts, _bare(tried[at:])]).strip()
        yield mended
        if (whole := _closed(mended)) is not None:
            yield whole


def _closed(text: str) -> str | None:
    """Return a text that was cut off up to the last pair that is whole, with its brackets closed; None if nothing was cut off."""
    open_: list[str] = []
    whole: tuple[int, tuple[str, ...]] | None = None
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == '"':
            string = _STRING.match(text, at)
            if string is None:
                break
            at = string.end()
            continue
        if sign in "{[":
            open_.append("}" if sign == "{" else "]")
        elif sign in "}]":
            if not open_ or open_.pop() != sign:
                return None
        elif sign == "," and open_:
            whole = at, tuple(open_)
        at += 1
    if not open_ or whole is None:
        return None
    return text[: whole[0]] + "".join(reversed(whole[1]))


def _bare(text: str) -> str:
    text = re.sub(r"(?<![:\w])//[^\n]*", "", without_comments(text))
    return re.sub(r",\s*,", ",", _COMMA.sub(r"\1", text))


def _index(roots: list[Any], found: Records) -> None:
    """Note all records with an ``@id`` and with more than it, and the names that the site gives itself."""
    waiting, seen = list(roots), 0
    while waiting and seen < _MAX_NODES:
        item = waiting.pop()
        seen += 1
        if isinstance(item, list):
            waiting += item[:500]
        elif isinstance(item, dict):
            name = item.get("@id")
            if isinstance(name, str) and len(item) > 1 and len(item) > len(found.named.get(name, {})):
                found.named[name] = item
            if (
                "website" in kinds_of(item)
                and (site := line(item.get("name")))
                and site not in found.publishers
            ):
                found.publishers.append(site)
            waiting += [value for value in item.values() if isinstance(value, dict | list)]


def items(tree: Any) -> list[Record]:
    """Return the records of articles in a page's microdata and RDFa that stand in no other record. ``@element`` is where each stands."""
    found: list[Record] = []
    for scope, kind, key in (("itemscope", "itemtype", "itemprop"), ("typeof", "typeof", "property")):
        for element in tree.xpath(f"//*[@{scope}]"):
            record = {"@type": list((element.get(kind) or "").split()), "@element": element}
            if not is_story(record) or len(found) >= 50:
                continue
            inside = element.get(key) is not None and any(
                parent.get(scope) is not None for parent in element.iterancestors()
            )
            if inside and element.get(key) not in _STEPS_IN:
                continue
            found.append(record | _properties(element, scope, kind, key))
    return found


def _properties(element: Any, scope: str, kind: str, key: str, depth: int = 0) -> Record:
    record: Record = {}
    waiting = list(reversed(element))
    seen = 0
    while waiting and seen < _MAX_NODES:
        child = waiting.pop()
        seen += 1
        if not isinstance(child.tag, str):
            continue
        is_item = child.get(scope) is not None
        for name in (child.get(key) or "").split():
            name = name.rpartition(":")[2]
            if is_item and depth < 3:
                value: Any = _properties(child, scope, kind, key, depth + 1) | {
                    "@type": (child.get(kind) or "").split()
                }
                value.setdefault("name", " ".join(child.text_content().split())[:200])
            else:
                value = _value(child)
            record[name] = [*_listed(record[name]), value] if name in record else value
        if not is_item:
            waiting += reversed(child)
    return record


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _value(element: Any) -> str:
    """Return what an element says of a property, as HTML's microdata has it."""
    for name in ("content", "datetime"):
        if element.get(name):
            return str(element.get(name))
    if element.tag in ("a", "link", "area") and element.get("href") and not element.text_content().strip():
        return str(element.get("href"))
    if element.tag in ("img", "audio", "video", "source", "embed", "iframe"):
        return str(element.get("src") or "")
    return " ".join(element.text_content().split())[:4000]
