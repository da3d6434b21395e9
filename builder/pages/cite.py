"""Citations of articles and of the site's pages: in plain words, BibTeX, CSL-JSON and Wikipedia's template."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct

from builder.pages import links
from builder.pages.about import About
from builder.pages.data_package import citation
from builder.pages.views.cited import CitedArticle, CitedTopic

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_"
}  # fmt: skip
_WIKI = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;", ">": "&gt;"}


class Citation(Struct, frozen=True):
    """One thing to cite in one form."""

    form: str
    """``BibTeX``."""
    text: str


def citations(
    cited: CitedArticle | CitedTopic, about: About, *, directory_urls: bool
) -> tuple[Citation, ...]:
    """Return how an article, or the page of a topic, is cited."""
    page = about.full(links.url(cited.address, directory_urls))
    fields = _article(cited) if isinstance(cited, CitedArticle) else _topic(cited, about, page)
    agency = (cited.agency or "") if isinstance(cited, CitedArticle) else ""
    plain = (
        _plain(cited)
        if isinstance(cited, CitedArticle)
        else citation(about, cited.title, links.url(cited.address, directory_urls), day=cited.day)
    )
    return (
        Citation("", plain),
        Citation("BibTeX", _bibtex(cited.id, fields)),
        Citation("CSL-JSON", json.dumps([fields], ensure_ascii=False)),
        Citation("Wikipedia", _wikipedia(fields, agency)),
    )


def coins(cited: CitedArticle) -> str:
    """Return the original of an article as a context object in a query (Z39.88-2004, COinS), which Zotero and others read."""
    name = "" if cited.outlet.unknown else cited.outlet.name
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "document" if cited.outlet.unknown else "newspaperArticle"),
        ("rft.title", cited.headline or ""),
        ("rft.source", name),
        ("rft.publisher", name),
        ("rft.date", cited.day or ""),
        ("rft.language", cited.language),
        ("rft.identifier", cited.url or ""),
        *(("rft.creator", name) for name in cited.byline),
    ]
    return urlencode([(key, value) for key, value in pairs if value])


def _article(cited: CitedArticle) -> dict[str, Any]:
    return _filled(
        {
            "id": cited.id,
            "type": "document" if cited.outlet.unknown else "article-newspaper",
            "title": cited.headline,
            "author": [{"literal": name} for name in cited.byline],
            "container-title": None if cited.outlet.unknown else cited.outlet.name,
            "note": "; ".join(filter(None, (_nameless(cited) if cited.outlet.unknown else "", cited.agency))),
            "issued": _issued(cited.day),
            "language": cited.language,
            "URL": cited.url,
            "archive_location": cited.archived,
        }
    )


def _nameless(cited: CitedArticle) -> str:
    """Return what stands in place of a periodical that nobody knows: the name is this site's own."""
    return f"Publisher unknown; text called “{cited.outlet.name}” by this site"


def _topic(cited: CitedTopic, about: About, page: str) -> dict[str, Any]:
    return _filled(
        {
            "id": cited.id,
            "type": "webpage",
            "title": cited.title,
            "container-title": about.name,
            "issued": _issued(cited.day),
            "language": cited.language,
            "URL": page,
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}


def _issued(day: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _plain(cited: CitedArticle) -> str:
    title = f"“{cited.headline}”" if cited.headline else "No headline"
    published = cited.day or cited.in_words or "no date"
    outlet = f"[{_nameless(cited)}]" if cited.outlet.unknown else cited.outlet.name
    by = ", ".join(cited.byline)
    by = f"{by} ({cited.agency})" if by and cited.agency else by or cited.agency or ""
    return ". ".join(filter(None, [by, title, outlet, published, cited.url]))


def _bibtex(key: str, fields: dict[str, Any]) -> str:
    named = {
        "title": fields.get("title"),
        "author": " and ".join(f"{{{_tex(one['literal'])}}}" for one in fields.get("author", ())),
        ("organization" if fields["type"] == "webpage" else "journal"): fields.get("container-title"),
        "date": "-".join(f"{part:02}" for part in fields.get("issued", {}).get("date-parts", [[]])[0]),
        "language": fields.get("language"),
        "url": fields.get("URL"),
        "note": fields.get("note"),
    }
    kind = {"webpage": "online", "document": "misc"}.get(fields["type"], "article")
    # Names are in braces already, and the address stays as it is.
    lines = [
        f"  {name} = {{{value if name in ('author', 'url') else _tex(value)}}}"
        for name, value in named.items()
        if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)


def _wikipedia(fields: dict[str, Any], agency: str) -> str:
    web = fields["type"] == "webpage"
    named = {
        "url": fields.get("URL"),
        "title": fields.get("title"),
        "author": "; ".join(one["literal"] for one in fields.get("author", ())),
        "website" if web else "work": fields.get("container-title"),
        "agency": agency,
        "date": "-".join(f"{part:02}" for part in fields.get("issued", {}).get("date-parts", [[]])[0]),
        "language": re.split("-", fields.get("language", ""))[0],
        "archive-url": fields.get("archive_location"),
    }
    parts = [f" |{name}={_wiki(value)}" for name, value in named.items() if value]
    return (
        "{{"
        + {"webpage": "cite web", "document": "cite document"}.get(fields["type"], "cite news")
        + "".join(parts)
        + "}}"
    )


def _wiki(text: str) -> str:
    return "".join(_WIKI.get(char, char) for char in text)
