"""Read a saved web page: its article's text with trafilatura, the bibliography from its own records and from what it shows."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from builder.desk.intake.agencies import KNOWN, UNABLE, Agencies
from builder.desk.intake.days import stated
from builder.desk.intake.facts import Facts
from builder.desk.intake.heads import (
    head_of,
    headings,
    headline_of,
    is_of_host,
    is_outlet,
    named_in_title,
    without_outlet,
)
from builder.desk.intake.names import is_name, is_role, papers, people
from builder.desk.intake.records import Record, Records, kinds_of, line, records
from builder.desk.intake.shown import show
from builder.desk.intake.story import Page, own_records, plain_address
from builder.desk.intake.visible import seen_at
from builder.values.addresses import host_of
from builder.values.text import count_words, folded

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?\Z")
_EMBEDDED = re.compile(r"data:[a-z]{1,20}/[^\"'()<>\s]{100,}+")
_LONG = 1_000_000
_PROGRAM = re.compile(r"<(script|svg)\b[^>]{0,2000}>", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "svg")}
_DAYS = (
    "article:published_time", "datepublished", "article:published", "og:published_time", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publishdate", "publish_date", "publication_date", "publicationdate", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "date", "dc.date",
)  # fmt: skip
_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified")  # fmt: skip
_BLOCKS = "p div li h1 h2 h3 h4 h5 h6 br dd dt pre blockquote section article option".split()
_MANY = 4_000
"""Number of blocks from which a page is read in the fast way: what else is tried takes a second for 6,000 of them, and four for 12,000."""
_FEW = 40
"""Fewest words of a story."""
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author")  # fmt: skip


def without_embedded(text: str) -> str:
    """Return a page without the pictures, fonts and programs that are written into it, which can be most of it."""
    text = _EMBEDDED.sub("data:,", text) if "data:" in text else text
    return _without_programs(text) if len(text) > _LONG else text


def _without_programs(text: str) -> str:
    """Return a page without its scripts but those that are records, and without the pictures that are drawn in it."""
    kept, at = [], 0
    for opening in _PROGRAM.finditer(text):
        if opening.start() < at or "ld+json" in opening[0]:
            continue
        closing = _CLOSING[opening[1].casefold()].search(text, opening.end())
        if closing is None:
            break
        kept.append(text[at : opening.start()])
        at = closing.end()
    return "".join([*kept, text[at:]])


def read_html(text: str, address: str | None = None, agencies: Agencies = KNOWN) -> tuple[str, Facts]:
    """Return the text of a page's article, empty if none was found, and the facts that the page states.

    ``address`` is where it is known to come from, ``agencies`` are those that it may credit.
    """
    body, facts = _read(text, address, agencies, scripts=True)
    if count_words(body) < _FEW:
        # Some pages have their story only where browsers without scripts show it, and write the same one with a script.
        other, others = _read(text, address, agencies, scripts=False)
        body, facts = (other, others) if count_words(other) >= _FEW else (body, facts)
    return body, facts


def _read(text: str, address: str | None, agencies: Agencies, *, scripts: bool) -> tuple[str, Facts]:
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8"),
            parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.LxmlError, ValueError):
        return "", Facts()
    # The records' elements are kept while the tree changes to what is shown.
    known = records(tree)
    show(tree, scripts=scripts)
    # What else trafilatura tries where it is not sure takes quadratic time in the number of a page's blocks.
    many = sum(1 for _ in tree.iter(*_BLOCKS)) > _MANY
    body = trafilatura.extract(
        tree, fast=many, include_comments=False, include_tables=True, include_links=False, output_format="txt"
    )
    return body or "", _facts(tree, known, body or "", address, agencies)


def _facts(tree: Any, known: Records, body: str, address: str | None, agencies: Agencies) -> Facts:
    facts = Facts()
    meta = _meta(tree)
    facts.url = _url(tree, meta) or address
    if facts.url:
        facts.hosts.append(host_of(facts.url))
    title = line(tree.findtext(".//title"))
    heads = headings(tree, title, facts.hosts)
    titles = [
        name
        for key in ("og:title", "twitter:title")
        if (name := line(meta.get(key))) and not is_of_host(name, facts.hosts)
    ]
    first = next((part for part in body.split("\n") if len(part) > 60), "")
    addresses = [one for one in (facts.url, meta.get("og:url")) if one]
    page = Page(
        addresses, [*heads, *titles, *([title] if title else [])], folded(body), " ".join(first.split())[:50]
    )
    own = own_records(known, page)
    facts.outlets = _outlets(own, known, meta)
    facts.headline = headline_of(own, heads, titles, title, facts.outlets)
    if not facts.outlets and (name := named_in_title(tree, title, [*heads, *titles])):
        facts.outlets.append(name)
    facts.headline = without_outlet(facts.headline, facts.outlets)
    stated_language = next((name for record in own if (name := line(record.get("inLanguage")))), None)
    facts.language = _language(stated_language) or _language(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale") or meta.get("content-language"))  # fmt: skip
    head = head_of(tree, facts.headline)
    shown = seen_at(tree, head, body, facts.language, agencies) if head is not None else None
    for record in own:
        if not facts.byline:
            _authors(facts, record, known, agencies)
    if not facts.byline and shown:
        facts.byline = [name for name in shown.byline if not is_outlet(name, facts.outlets)]
    if shown:
        facts.credit = facts.credit or shown.credit
    if not facts.byline:
        for name in _AUTHORS:
            _author(facts, line(meta.get(name)), agencies)
    _published(facts, own, known, meta, shown.day if shown else None, page)
    facts.credit = facts.credit or agencies.credited(body, facts.outlets)
    if not facts.credit and (name := agencies.speaks_of_itself(body)):
        facts.credit, facts.inferred["credit"] = name, UNABLE.format(name=name)
    free = [record["isAccessibleForFree"] for record in own if "isAccessibleForFree" in record]
    locked = meta.get("article:content_tier", "").casefold() in ("locked", "metered")
    facts.free = not locked and not any(_is_false(value) for value in free)
    return facts


def _meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for item in tree.iter("meta"):
        name = item.get("property") or item.get("name") or item.get("http-equiv")
        if not name and not any(parent.get("itemscope") is not None for parent in item.iterancestors()):
            name = item.get("itemprop")
        if name and item.get("content"):
            for one in name.casefold().split():
                meta.setdefault(re.sub(r"\A(dc|dcterms?):", r"\1.", one), item.get("content").strip())
    return meta


def _outlets(own: list[Record], known: Records, meta: dict[str, str]) -> list[str]:
    named = [_name(value) for record in own for value in known.values(record.get("publisher"))]
    titles = {folded(line(meta.get(key)) or "") for key in ("og:title", "twitter:title")}
    # Some name their program as the page.
    named += [
        line(meta.get("og:site_name")),
        *known.publishers,
        *(name for name in [line(meta.get("application-name"))] if folded(name or "") not in titles),
    ]
    found: list[str] = []
    for name in named:
        # An address is no name.
        if name and name not in found and not name.startswith(("http:", "https:")):
            found.append(name)
    return found


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("legalName")
    return line(value[0] if isinstance(value, list) and value else value)


def _authors(facts: Facts, record: Record, known: Records, agencies: Agencies) -> None:
    for value in known.values(record.get("author") or record.get("creator")):
        kinds = kinds_of(value) if isinstance(value, dict) else []
        names = value.get("name") if isinstance(value, dict) else value
        for name in names if isinstance(names, list) else [names]:
            said = line(name)
            if "organization" in kinds or "newsmediaorganization" in kinds:
                facts.credit = facts.credit or (agencies.agency(said) if said else None)
            else:
                _author(facts, said, agencies, person="person" in kinds)


def _author(facts: Facts, said: str | None, agencies: Agencies, *, person: bool = False) -> None:
    """Add the author that a record states: people, or the agency."""
    if (
        not said
        or re.match(r"https?:|www\.|@|/", said)
        or is_outlet(said, facts.outlets)
        or is_of_host(said, facts.hosts)
    ):
        return
    if found := agencies.agency(said):
        facts.credit = facts.credit or found
        return
    names, credit = people(said, sure=True, known=agencies)
    if not facts.outlets:
        facts.outlets += papers(said, agencies)
    if not names and person and is_name(said, sure=True) and not is_role(said):
        names = [said]
    facts.credit = facts.credit or credit
    facts.byline += [
        name for name in names if name not in facts.byline and not is_outlet(name, facts.outlets)
    ]


def _published(
    facts: Facts, own: list[Record], known: Records, meta: dict[str, str], shown: str | None, page: Page
) -> None:
    """Set the day and time of publication: as the page's own record states them, else as it shows them, else as its head does."""
    addresses = {plain_address(address) for address in page.addresses} - {""}
    pages = [record for record in known.pages if plain_address(str(record.get("url") or record.get("@id") or "").partition("#")[0]) in addresses]  # fmt: skip
    values = [record.get(key) for record in own for key in ("datePublished", "dateCreated")]
    values += [meta.get(name) for name in _DAYS[:4]]
    days = [day for value in values if (day := stated(value, facts.language))]
    # Some sites state the last change as publication too, in one of several places.
    changed = [*(record.get("dateModified") for record in own), *(meta.get(name) for name in _CHANGES)]
    changes = {day[:10] for value in changed if (day := stated(value, facts.language))}
    found = next((day for day in days if day[:10] not in changes), days[0] if days else None)
    if found is None:
        found = shown or next((day for value in (*(record.get("datePublished") for record in pages), *(meta.get(name) for name in _DAYS[4:])) if (day := stated(value, facts.language))), None)  # fmt: skip
    if found is None:
        return
    facts.published, _, time = found.partition("T")
    facts.time = time or None
    if facts.time is None and shown and shown[:10] == facts.published:
        facts.time = shown[11:] or None


def _is_false(value: Any) -> bool:
    values = value if isinstance(value, list) else [value]
    return any(item is False or (isinstance(item, str) and re.split(r"[/#:]", item.strip())[-1].casefold() == "false") for item in values)  # fmt: skip


def _url(tree: Any, meta: dict[str, str]) -> str | None:
    links = [
        link.get("href") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical"
    ]
    for address in (*links, meta.get("og:url")):
        if address and re.match(r"https?://[^\s<>\"']{4,480}\Z", address) and host_of(address):
            return str(address)
    return None


def _language(stated_as: str | None) -> str | None:
    match = _LANGUAGE.match((stated_as or "").strip())
    if not match:
        return None
    return match[1].lower() + (f"-{match[2].upper()}" if match[2] else "")
