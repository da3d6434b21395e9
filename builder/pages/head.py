"""What a page's head tells programs: JSON-LD in the words of schema.org, and Dublin Core for programs that cite.

No ``ClaimReview``: this site says how accounts differ, not who is right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from builder.pages import links
from builder.pages.about import About
from builder.pages.data_package import PACKAGE, licence_url
from builder.pages.links import data_address
from builder.pages.views import ArticleView, DataView, HomeView, TopicView, View
from builder.pages.views.cited import CitedArticle, CitedClaim, CitedTopic, Named
from builder.values.direction import bare

_HERE = "\x01"
"""Begins an address under the site's root; content has no such character."""
_ADDRESS = re.compile(r'"\\u0001([^"#]*)')
_PERSONS = frozenset({"person", "head of state"})
_NO_SPEAKERS = frozenset({"video"})
_CONTEXT = "https://schema.org"


def head(view: View, title: str, about: About, *, directory_urls: bool, language: str) -> str:
    """Return what stands in a page's head for programs, as HTML.

    Addresses are full if the site knows its own, else relative to the page.
    """
    graph = _graph(view, about)
    found = [_script(graph, view.address, about, directory_urls=directory_urls)] if graph else []
    own = about.full(links.url(view.address, directory_urls))
    core = {
        "DC.title": title,
        "DC.publisher": about.name,
        "DC.language": language,
        "DC.identifier": own,
    }
    found += [f'<meta name="{name}" content="{escape(bare(text))}">' for name, text in core.items() if text]
    return "\n".join(found)


def _script(graph: list[dict[str, Any]], address: str, about: About, *, directory_urls: bool) -> str:
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    root = about.url or links.file_href(address, ".", directory_urls)
    root = root if root.endswith("/") else f"{root}/"

    def full(match: re.Match[str]) -> str:
        found = match[1]
        if found == address and not about.url and text[match.end()] == "#":
            return '"'
        return f'"{root}{links.url(found, directory_urls) if found.endswith("/") or not found else found}'

    return f'<script type="application/ld+json">{_ADDRESS.sub(full, text)}</script>'


def _graph(view: View, about: About) -> list[dict[str, Any]]:
    match view:
        case ArticleView():
            return _article(view.cited)
        case TopicView():
            return _topic(view.cited, about)
        case HomeView():
            return [_filled({"@type": "WebSite", "@id": f"{_HERE}#site", "url": _HERE, "name": about.name})]
        case DataView():
            return [_catalogue(view, about)]
        case _:
            return []


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def _text_of(article: str) -> dict[str, str]:
    """Return a reference to the text that an article's page is about."""
    return {"@id": f"{_HERE}{article}#the-text"}


def _article(cited: CitedArticle) -> list[dict[str, Any]]:
    outlet = cited.outlet
    return [
        _filled(
            {
                "@type": "NewsArticle",
                **_text_of(cited.address),
                "headline": cited.headline,
                "author": [{"@type": "Person", "name": name} for name in cited.byline],
                "publisher": None if outlet.unknown else _named(outlet, "NewsMediaOrganization"),
                "datePublished": cited.day,
                "dateModified": cited.modified,
                "temporalCoverage": None if cited.day else cited.published,
                "inLanguage": cited.language,
                "url": cited.url,
                "archivedAt": cited.archived,
                "isBasedOn": _text_of(cited.copy_of) if cited.copy_of else None,
                "mainEntityOfPage": f"{_HERE}{cited.address}",
                # Said once from here, and not by each claim of where it stands.
                "@reverse": {"appearance": list(_claims(cited.claims))} if cited.claims else None,
            }
        )
    ]


def _claims(claims: Iterable[CitedClaim]) -> Iterator[dict[str, Any]]:
    """Yield claims as nodes. Who said several of them is told with the first, and then by the address alone."""
    told: set[str] = set()
    for claim in claims:
        by = [one for one in claim.speakers if one.kind not in _NO_SPEAKERS]
        speakers = [
            {"@id": f"{_HERE}{one.address}"}
            if one.address in told
            else _named(one, "Person" if one.kind in _PERSONS else "Organization")
            for one in by
        ]
        told.update(one.address for one in by)
        yield _filled(
            {
                "@type": ["Claim", "Quotation"] if claim.quoted and speakers else "Claim",
                "@id": f"{_HERE}{claim.address}",
                "text": claim.printed,
                "author": _bare(speakers),
                "spokenByCharacter": _bare([{"@id": one["@id"]} for one in speakers]) if claim.quoted else [],
                "firstAppearance": _text_of(claim.first) if claim.first else None,
            }
        )


def _bare(nodes: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, Any]:
    """Return a list of nodes, or the only one by itself: JSON-LD means the same by both."""
    return nodes[0] if len(nodes) == 1 else nodes


def _named(one: Named, kind: str) -> dict[str, Any]:
    return _filled(
        {"@type": kind, "@id": f"{_HERE}{one.address}", "name": one.name, "sameAs": list(one.same_as)}
    )


def _topic(cited: CitedTopic, about: About) -> list[dict[str, Any]]:
    data = _filled(
        {
            "@type": "Dataset",
            "@id": f"{_HERE}{cited.address}#its_data",
            "name": cited.title,
            "description": cited.lead,
            "url": f"{_HERE}{cited.address}",
            "inLanguage": cited.language,
            "license": licence_url(cited.licence) if cited.licence else None,
            "creator": {"@type": "Organization", "name": about.name} if about.name else None,
            "isAccessibleForFree": True,
            "includedInDataCatalog": {"@type": "DataCatalog", "@id": f"{_HERE}{links.DATA}"},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": form,
                    "contentUrl": f"{_HERE}{file}",
                }
                for file, form in (
                    (cited.table, "text/csv"),
                    (data_address(cited.id, "json"), "application/json"),
                )
            ],
        }
    )
    articles = [[_text_of(article) for article in claim.articles] for claim in cited.claims]
    claims = zip(_claims(cited.claims), articles, strict=True)
    return [data, *(claim | {"appearance": texts} for claim, texts in claims)]


def _catalogue(view: DataView, about: About) -> dict[str, Any]:
    return _filled(
        {
            "@type": "DataCatalog",
            "@id": f"{_HERE}{links.DATA}",
            "name": about.name,
            "description": about.description or view.description,
            "license": view.licence_url,
            "version": view.version,
            "url": f"{_HERE}{links.DATA}",
            "hasPart": {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": f"{_HERE}{PACKAGE}",
            },
        }
    )
