"""Read a saved web page: its article's text with trafilatura, the bibliography from its own records and from what it shows."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from builder.desk.intake.agencies import UNABLE, agency, credited, speaks_of_itself
from builder.desk.intake.days import stated
from builder.desk.intake.facts import Facts
from builder.desk.intake.names import is_name, is_role, people
from builder.desk.intake.records import Record, Records, kinds_of, line, records
from builder.desk.intake.shown import show
from builder.desk.intake.story import Page, likeness, own_records, plain_address
from builder.desk.intake.visible import seen_at
from builder.values.addresses import host_of
from builder.values.text import folded

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?\Z")
_EMBEDDED = re.compile(r"data:[a-z]{1,20}/[^\"'()<>\s]{100,}+")
_DAYS = (
    "article:published_time", "datepublished", "article:published", "og:published_time", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publishdate", "publish_date", "publication_date", "publicationdate", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "date", "dc.date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author")  # fmt: skip
_PARTING = re.compile(r"\s+(?:[|–—-]|::|·|•|»|«|<|>|\u2022)\s+|\s*\|\s*")


def without_embedded(text: str) -> str:
    """Return a page without the pictures and fonts that are written into it, which can be most of it."""
    return _EMBEDDED.sub("data:,", text) if "data:" in text else text


def read_html(text: str, address: str | None = None) -> tuple[str, Facts]:
    """Return the text of a page's article, empty if none was found, and the facts that the page states.

    ``address`` is where it is known to come from.
    """
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (etree.LxmlError, ValueError):
        return "", Facts()
    known = records(tree)
    # The records' elements are held while the tree changes to what is shown.
    show(tree)
    body = trafilatura.extract(
        tree, include_comments=False, include_tables=True, include_links=False, output_format="txt"
    )
    return body or "", _facts(tree, known, body or "", address)


def _facts(tree: Any, known: Records, body: str, address: str | None) -> Facts:
    facts = Facts()
    meta = _meta(tree)
    facts.url = _url(tree, meta) or address
    if facts.url:
        facts.hosts.append(host_of(facts.url))
    heads = [found for element in tree.iter("h1") if (found := line(element.text_content()))]
    title = line(tree.findtext(".//title"))
    titles = [name for key in ("og:title", "twitter:title") if (name := line(meta.get(key)))]
    first = next((part for part in body.split("\n") if len(part) > 60), "")
    addresses = [one for one in (facts.url, meta.get("og:url")) if one]
    page = Page(addresses, [*heads, *titles, *([title] if title else [])], folded(body), folded(first)[:50])
    own = own_records(known, page)
    facts.outlets = _outlets(own, known, meta)
    facts.headline = _headline(own, heads, titles, title, facts.outlets)
    if not facts.outlets and (name := _in_title(tree, title, [*heads, *titles])):
        facts.outlets.append(name)
    facts.headline = _without_outlet(facts.headline, facts.outlets)
    stated_language = next((name for record in own if (name := line(record.get("inLanguage")))), None)
    facts.language = _language(stated_language) or _language(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale") or meta.get("content-language"))  # fmt: skip
    head = _head(tree, facts.headline)
    shown = seen_at(tree, head, body, facts.language) if head is not None else None
    for record in own:
        if not facts.byline:
            _authors(facts, record, known)
    if not facts.byline and shown:
        facts.byline = [name for name in shown.byline if not _is_outlet(name, facts.outlets)]
        facts.credit = facts.credit or shown.credit
    if not facts.byline:
        for name in _AUTHORS:
            _author(facts, line(meta.get(name)), sure=True)
    _published(facts, own, known, meta, shown.day if shown else None, page)
    facts.credit = facts.credit or credited(body)
    if not facts.credit and (name := speaks_of_itself(body)):
        facts.credit, facts.inferred["credit"] = name, UNABLE.format(name=name)
    free = [record["isAccessibleForFree"] for record in own if "isAccessibleForFree" in record]
    locked = meta.get("article:content_tier", "").casefold() in ("locked", "metered")
    facts.free = not locked and not any(_is_false(value) for value in free)
    return facts


def _meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for item in tree.iter("meta"):
        name = item.get("property") or item.get("name") or item.get("itemprop") or item.get("http-equiv")
        if name and item.get("content"):
            meta.setdefault(name.casefold(), item.get("content").strip())
    return meta


def _outlets(own: list[Record], known: Records, meta: dict[str, str]) -> list[str]:
    named = [_name(value) for record in own for value in known.values(record.get("publisher"))]
    named += [line(meta.get("og:site_name")), *known.publishers, line(meta.get("application-name"))]
    found: list[str] = []
    for name in named:
        # An address is no name.
        if name and name not in found and not name.startswith(("http:", "https:")):
            found.append(name)
    return found


def _headline(
    own: list[Record], heads: list[str], titles: list[str], title: str | None, outlets: list[str]
) -> str | None:
    """Return the headline of the page's own record, or the one that it shows, or that it gives to be shared, or None."""
    stated = next((found for record in own if (found := line(record.get("headline")))), None)
    if stated is not None:
        # Records cut long ones.
        short = folded(stated.rstrip(" .…"))
        whole = next(
            (head for head in heads if folded(head).startswith(short) and len(head) > len(stated)), None
        )
        return whole if whole and (stated.endswith(("…", "...")) or len(stated) >= 60) else stated
    shared = _without_outlet(titles[0], outlets) if titles else None
    beside = [name for name in (shared, title) if name]
    alike = [
        head
        for head in heads
        if any(likeness(head, name) >= 0.6 for name in beside) and not _is_outlet(head, outlets)
    ]
    if len(set(alike)) == 1:
        return alike[0]
    if shared:
        return shared
    return heads[0] if len(heads) == 1 and not _is_outlet(heads[0], outlets) else None


def _head(tree: Any, headline: str | None) -> Any:
    """Return the element that shows the headline, or that of the only main heading, or None."""
    heads = list(tree.iter("h1"))
    wanted = folded(headline or "")
    for names in (("h1",), ("h2", "h3", "p", "div", "span")):
        for element in tree.iter(*names):
            if wanted and len(element) < 6 and folded(" ".join(element.text_content().split())) == wanted:
                return element
    near = [element for element in heads if headline and likeness(element.text_content(), headline) >= 0.4]
    return near[0] if near else heads[0] if len(heads) == 1 else None


def _in_title(tree: Any, title: str | None, heads: list[str]) -> str | None:
    """Return the site's name from a title such as "Trams stand still | Elbing Courier", or None if it may be something else."""
    parts = [part.strip() for part in _PARTING.split(title or "") if part.strip()]
    if len(parts) < 2:
        return None
    links = {folded(" ".join(link.text_content().split())) for link in tree.iter("a")}
    for name in (parts[-1], parts[0]):
        words = name.split()
        if (
            len(words) > 5
            or len(name) > 50
            or not (name[0].isupper() or not name[0].isalpha() or not name.isascii())
        ):
            continue
        others = [part for part in parts if part is not name]
        if any(folded(name) in folded(head) for head in heads) or folded(name) in links or not others:
            continue
        # The other part has to be the story's.
        if heads and not any(likeness(other, head) >= 0.4 for other in others for head in heads):
            continue
        return name
    return None


def _without_outlet(headline: str | None, outlets: list[str]) -> str | None:
    """Return a headline without the outlet's name that sites append: "... | The Harbour Post"."""
    for outlet in outlets:
        if headline:
            headline = re.sub(rf"\s*[|–—·•:»-]\s*{re.escape(outlet)}\s*\Z", "", headline, flags=re.IGNORECASE)
            headline = re.sub(rf"\A{re.escape(outlet)}\s*[|·•»]\s*", "", headline, flags=re.IGNORECASE)
    return headline or None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("legalName")
    return line(value[0] if isinstance(value, list) and value else value)


def _authors(facts: Facts, record: Record, known: Records) -> None:
    for value in known.values(record.get("author") or record.get("creator")):
        kinds = kinds_of(value) if isinstance(value, dict) else []
        names = value.get("name") if isinstance(value, dict) else value
        for name in names if isinstance(names, list) else [names]:
            said = line(name)
            if "organization" in kinds or "newsmediaorganization" in kinds:
                facts.credit = facts.credit or (agency(said) if said else None)
            else:
                _author(facts, said, sure=True, person="person" in kinds)


def _author(facts: Facts, said: str | None, *, sure: bool, person: bool = False) -> None:
    """Add the author that a record states: people, or the agency."""
    if not said or re.match(r"https?:|www\.|@|/", said) or _is_outlet(said, facts.outlets):
        return
    if found := agency(said):
        facts.credit = facts.credit or found
        return
    names, credit = people(said, sure=sure)
    if not names and person and is_name(said, sure=True) and not is_role(said):
        names = [said]
    facts.credit = facts.credit or credit
    facts.byline += [
        name for name in names if name not in facts.byline and not _is_outlet(name, facts.outlets)
    ]


def _is_outlet(name: str, outlets: list[str]) -> bool:
    return any(folded(name).removeprefix("the ") == folded(outlet).removeprefix("the ") for outlet in outlets)


def _published(
    facts: Facts, own: list[Record], known: Records, meta: dict[str, str], shown: str | None, page: Page
) -> None:
    """Set the day and time of publication: as the page's own record states them, else as it shows them, else as its head does."""
    addresses = {plain_address(address) for address in page.addresses} - {""}
    pages = [record for record in known.pages if plain_address(str(record.get("url") or record.get("@id") or "").partition("#")[0]) in addresses]  # fmt: skip
    values = [record.get(key) for record in own for key in ("datePublished", "dateCreated")]
    values += [meta.get(name) for name in _DAYS[:4]]
    found = next((day for value in values if (day := stated(value, facts.language))), None)
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
