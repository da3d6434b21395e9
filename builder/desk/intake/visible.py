"""The byline and the day that a page shows beside its headline, for pages whose records do not have them.

Only what stands between the headline and the first paragraph is looked at, or carries the mark of an author: other names and days on
a page are those of other stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from msgspec import Struct, field

from builder.desk.intake.agencies import KNOWN, Agencies
from builder.desk.intake.days import Stated, says_a_day, stated_in
from builder.desk.intake.names import has_label, is_name, is_role, people, without_label
from builder.desk.intake.shown import shown_text
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, languages
from builder.values.text import folded

_BYLINE = frozenset(
    "byline bylines author authors autor autores autorin autore autori auteur auteurs writer contributor reporter redactor signature firma journalist kirjoittaja".split()
)
_DATE = frozenset(
    "date dates dateline datetime datum fecha data published publish pubdate publication pubtime posted timestamp time created erscheinungsdatum veroeffentlicht".split()
)
_CHANGED = frozenset("updated update modified lastmod lastupdated changed revised dtmodified".split())
_ELSEWHERE = frozenset(
    """related teaser teasers promo recommended recommendations recommend sidebar comments comment widget newsletter footer nav navigation menu
    breadcrumb breadcrumbs popular trending mostread ad ads advert share social caption figcaption card cards""".split()
)
_BESIDE = frozenset(
    "location place city role title position job bio biography description avatar image social twitter follow email".split()
)
"""What stands beside an author's name, and is none."""
_AROUND = ("nav", "aside", "footer", "form", "figure", "figcaption", "button")
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|writers?|by|profiles?|people|staff|journalists?|autor(?:en|es)?|auteurs?|redaktion)/[^/?#]+/?(?:[?#]|\Z)"
)
"""The address of a page on one author."""
_MONTHS = ",".join(file.times.months for code in languages() if (file := language_file(code)) is not None)
"""The names of months in all languages that have a file."""
_BEHIND_NAMES = re.compile(
    rf"\s(?=(?:{alternatives(_MONTHS)})\.?\s[0-9])|\s(?=[0-9])|[0-9]{{1,2}}[.:/][0-9]{{1,2}}|\s[|•·–—]\s",
    re.IGNORECASE,
)
"""Where a day begins behind the names of a byline, or something else behind a sign."""
_TRAILING = re.compile(r"(?:\s+(?:le|el|am|on|den|du|del|vom))+\Z")
"""What stands before a day: French "le 4 juin"."""
_PARTS = re.compile(r"\s*(?:[|/•·]|\s[-–—]\s)\s*")
"""What parts the names, desks and days of one line."""
_PARAGRAPH = 80
"""Fewest characters of a first paragraph: headlines and bylines are shorter, or no sentence."""
_PARAGRAPHS = ("p", "div", "span", "section")
_BEFORE = 60
"""How many elements before the headline may be those of its byline and day."""
_AFTER = 400
_LARGEST = 600
"""Most characters of an element that is looked at, with all spaces in it."""


class Seen(Struct):
    """What a page shows beside its headline."""

    byline: list[str] = field(default_factory=list)
    credit: str | None = None
    day: str | None = None
    """The day of publication, with the time of day if it is shown; None if none is, or if several may be it."""


def seen_at(tree: Any, head: Any, text: str, language: str | None, known: Agencies = KNOWN) -> Seen:
    """Return the byline and day that a page shows around ``head``, the element of its headline. ``text`` is its article's.

    ``known`` are the agencies that it may credit.
    """
    seen = Seen()
    zone = list(_zone(tree, head, text))
    _byline([element for element, _ in zone], seen, known)
    if seen.credit is None:
        lines = (_said(element) for element, early in zone if early)
        seen.credit = next(filter(None, (_beside_a_role(line, language, known) for line in lines)), None)
    seen.day = _day([element for element, early in zone if early], language)
    return seen


def _zone(tree: Any, head: Any, text: str) -> Iterator[tuple[Any, bool]]:
    """Yield the elements from shortly before the headline to the second paragraph of the article, and whether each stands before the first.

    A summary above the byline may be the first of them.
    """
    elements = [
        element
        for element in (tree.body if tree.find("body") is not None else tree).iter()
        if isinstance(element.tag, str)
    ]
    at = next((i for i, element in enumerate(elements) if element is head), None)
    if at is None:
        return
    within = set(head.iterancestors())
    paragraphs = {folded(part)[:50] for part in text.split("\n") if len(part) >= _PARAGRAPH}
    judged: dict[Any, bool] = dict.fromkeys(within, False)
    passed: set[str] = set()
    for index in range(max(0, at - _BEFORE), min(len(elements), at + _AFTER)):
        element = elements[index]
        if element in within or _is_elsewhere(element, judged, paragraphs if index > at else set()):
            continue
        if index > at and element.tag == "h1":
            return
        if index > at and element.tag in _PARAGRAPHS and (begun := _beginning(element)) in paragraphs:
            if passed and begun not in passed:
                return
            passed.add(begun)
        yield element, not passed


def _beginning(element: Any) -> str:
    said = element.text_content()
    return folded(said[:400])[:50] if len(said) >= _PARAGRAPH and len(element) < 40 else ""


def _is_elsewhere(element: Any, judged: dict[Any, bool], paragraphs: set[str]) -> bool:
    """Return whether an element is within something that is not of this story: a menu, a box of another one.

    ``judged`` are the elements of which it is known. ``paragraphs`` are those of the story, or none before its headline.
    """
    chain = [element]
    while chain[-1] not in judged and (parent := chain[-1].getparent()) is not None:
        chain.append(parent)
    elsewhere = judged.get(chain[-1], False)
    for part in reversed(chain):
        if part not in judged:
            judged[part] = (
                elsewhere
                or part.tag in _AROUND
                or bool(_tokens(part) & _ELSEWHERE)
                or _is_box(part, paragraphs)
            )
        elsewhere = judged[part]
    return elsewhere


def _is_box(element: Any, paragraphs: set[str]) -> bool:
    """Return whether an element is that of another story: an article without this one's text, or something with a heading of its own."""
    if element.tag == "article":
        return not any(_beginning(part) in paragraphs for part in element.iter(*_PARAGRAPHS))
    if paragraphs or element.tag not in ("div", "li", "section"):
        return False
    return any(element.find(f".//{name}") is not None for name in ("h2", "h3", "h4"))


def _tokens(element: Any) -> set[str]:
    """Return the words of an element's class and id."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", said[:400])
    return {word.casefold() for word in words} | {
        re.sub(r"[-_]", "", word).casefold() for word in said.split()
    }


def _said(element: Any) -> str:
    """Return the text of a small element; an empty one of a large element, which is no byline or day."""
    return shown_text(element) if len(element.text_content()) <= _LARGEST else ""


def _byline(zone: Sequence[Any], seen: Seen, known: Agencies) -> None:
    named: list[str] = []
    marked: list[str] = []
    worded: list[str] = []
    shortened: list[str] = []
    """First lines, of what has others below the names: what somebody is, and the day."""
    linked: set[Any] = set()
    """What a link with the name of somebody stands in: the rest of it is what he is."""
    for element in reversed(zone):
        is_link = element.tag == "a" and _AUTHORS_PAGE.search(element.get("href") or "")
        if is_link and is_name(_said(element), sure=True):
            linked.update(element.iterancestors())
    beside = {_said(element) for element in zone if _tokens(element) & _BESIDE}
    for element in zone:
        said = _said(element)
        if not 2 <= len(said) <= 200 or said in beside:
            continue
        rel = (element.get("rel") or "").split()
        if (
            "author" in rel
            or element.get("itemprop") == "author"
            or "author" in (element.get("property") or "")
        ):
            if len(said) <= 80:
                named.append(said)
        elif element.tag == "a" and _AUTHORS_PAGE.search(element.get("href") or ""):
            marked.append(said)
        elif (tokens := _tokens(element)) & _BYLINE and not tokens & _BESIDE:
            if element not in linked:
                marked.append(said)
        elif has_label(said) and len(said) <= 120:
            worded.append(said)
            if (first := _lines(element)[0]) != said:
                shortened.append(first)
    for lines, sure in ((named, True), (marked, True), (worded, False), (shortened, False)):
        for said in lines:
            names, credit = _people(said, sure, known)
            seen.credit = seen.credit or credit
            seen.byline += [name for name in names if name not in seen.byline]
        if seen.byline:
            seen.byline = _with_others(zone, seen.byline, known)
            return


def _lines(element: Any) -> list[str]:
    """Return what an element shows between its breaks; at least one line."""
    said: list[str] = [""]
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            said += [""] if part.tag == "br" else []
            said[-1] += f" {part.text or ''}"
        elif part is not element:
            said[-1] += f" {part.tail or ''}"
    return list(filter(None, (" ".join(one.split()) for one in said))) or [""]


def _beside_a_role(said: str, language: str | None, known: Agencies) -> str | None:
    """Return the agency that a line without a label names beside nothing but a desk and a day: "Newsroom | Reuters | 4 June 2031"."""
    parts = _PARTS.split(said) if len(said) <= 120 else []
    named = [credit for part in parts if (credit := known.agency(part))]
    others = [part for part in parts if not known.agency(part)]
    is_byline = others and all(is_role(part) or says_a_day(part, language) for part in others)
    return named[0] if is_byline and named else None


def _with_others(zone: Sequence[Any], found: list[str], known: Agencies) -> list[str]:
    """Return names with those that stand beside them in one byline and are not marked: "By <a>Ida Brandt</a> and Tom Holm"."""
    for element in zone:
        said = _said(element)
        if has_label(said) and len(said) <= 120:
            names, _ = _people(said, sure=False, known=known)
            if set(found) < set(names) and all(is_name(name, sure=True) for name in names):
                return names
    return found


def _people(said: str, sure: bool, known: Agencies) -> tuple[list[str], str | None]:
    # "By Ada Brandt 4 June 2031": what follows the names is the day.
    said = _TRAILING.sub("", _BEHIND_NAMES.split(without_label(said))[0])
    if len(said.split()) > 14:
        return [], None
    if sure and not said.isascii() and is_name(said, sure=True):
        return [said], None
    return people(said, sure=sure and len(said) < 60, known=known)


def _day(zone: Sequence[Any], language: str | None) -> str | None:
    published: list[str] = []
    plain: list[str] = []
    for element in zone:
        tokens = _tokens(element)
        for day, kind in _days(element, tokens, language):
            changed = kind == "changed" or (
                kind is None and (tokens & _CHANGED or element.get("itemprop") == "dateModified")
            )
            if changed:
                continue
            is_marked = (
                kind == "published"
                or element.get("itemprop") == "datePublished"
                or element.get("pubdate") is not None
            )
            (published if is_marked else plain).append(day)
    return _one(published) or (None if published else _one(plain))


def _days(element: Any, tokens: set[str], language: str | None) -> list[tuple[str, str | None]]:
    said = _said(element)
    if element.tag == "time" or element.get("itemprop") in ("datePublished", "dateModified"):
        stamp = element.get("datetime") or element.get("content")
        beside = _label(element)
        stamped = stated_in(stamp, language) if stamp else []
        found: list[Stated] = stamped if len(stamped) == 1 else stated_in(said, language)
        kind = (
            next((item.kind for item in stated_in(f"{beside} 1 January 2000", "en")), None)
            if beside
            else None
        )
        kind = kind or next((item.kind for item in stated_in(said, language)), None)
        return [(item.edtf, item.kind or kind) for item in found]
    if len(said) > 120:
        return []
    if tokens & (_DATE | _CHANGED) or any(child.tag == "time" for child in element):
        found = stated_in(said, language)
        inside = any(
            child.tag == "time" or child.get("itemprop") for child in element.iter() if child is not element
        )
        return [] if inside else [(item.edtf, item.kind) for item in found]
    if len(element) <= 3:
        # A line of its own may say it: "By Ada Holm<br>Posted Friday, 10 September".
        lines = _lines(element) if element.find("br") is not None else [said]
        return [(item.edtf, item.kind) for one in lines for item in says_a_day(one, language)]
    return []


def _label(element: Any) -> str:
    """Return the words directly before an element of time: "Updated"."""
    previous, parent = element.getprevious(), element.getparent()
    said = (
        (previous.tail or "") if previous is not None else (parent.text or "" if parent is not None else "")
    )
    if not said.strip() and previous is not None and previous.tag != "time":
        said = _said(previous)
    return " ".join(said.split())[-60:]


def _one(days: list[str]) -> str | None:
    """Return the day that all state, in its most precise form, or None if they differ."""
    if len({day[:10] for day in days}) != 1:
        return None
    times = {day for day in days if len(day) > 10}
    return times.pop() if len(times) == 1 else days[0][:10]
