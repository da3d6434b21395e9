"""Print what changed on a page as feeds: Atom (RFC 4287) and JSON Feed 1.1.

Only here, because a feed needs the address of the site, which only its settings have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from builder.build.incremental import Attachment
from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.pages import links
from builder.pages.page import Feed, Page
from builder.pages.views.log import FeedEntry

SITE_FEED = "variorum_feed"
"""The setting under ``extra`` by which the theme knows the feed of the whole site."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OWN_LINK = re.compile(r'href="(?![a-zA-Z][a-zA-Z0-9+.-]*:|[#/])(?:\./)?([^"]*)"')


class Follow(Struct, frozen=True):
    """What feeds say of the site that they are of."""

    site_url: str
    """The site's address, with a slash at its end."""
    name: str
    language: str
    directory_urls: bool


def feeds(page: Page, site: Follow) -> Iterator[Attachment]:
    """Yield the feeds of a page, if there is something to follow."""
    if page.feed is None or not page.feed.entries:
        return
    key = digest(encoded((page.feed, page.title, page.address, site)))
    for ending, draw in ((".xml", atom), (".json", json_feed)):
        for name in (page.feed.name, *page.feed.former):
            yield Attachment(name + ending, key, partial(draw, page.title, page.address, page.feed, site))


def atom(title: str, address: str, feed: Feed, site: Follow) -> bytes:
    """Return a feed as Atom."""
    own = f"{site.site_url}{feed.name}.xml"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<title>{_text(f'{site.name}: {title}')}</title>",
        f"<id>{_text(f'{site.site_url}{feed.first}.xml')}</id>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_full(address, "", site))}/>',
        f"<updated>{max(entry.at for entry in feed.entries)}</updated>",
        f"<author><name>{_text(site.name)}</name></author>",
    ]
    for entry in feed.entries:
        link = _full(entry.address, entry.anchor, site)
        lines += [
            "<entry>",
            f"<title>{_text(entry.title)}</title>",
            f"<id>{_text(entry_id(entry, feed, site))}</id>",
            f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>',
            f"<published>{entry.at}</published>",
            f"<updated>{entry.at}</updated>",
            f'<content type="html">{_text(_absolute(entry, site))}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()


def json_feed(title: str, address: str, feed: Feed, site: Follow) -> bytes:
    """Return a feed as JSON Feed."""
    items = [
        {
            "id": entry_id(entry, feed, site),
            "url": _full(entry.address, entry.anchor, site),
            "title": entry.title,
            "content_html": _absolute(entry, site),
            "date_published": entry.at,
            "date_modified": entry.at,
        }
        for entry in feed.entries
    ]
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.name}: {title}",
        "home_page_url": _full(address, "", site),
        "feed_url": f"{site.site_url}{feed.name}.json",
        "language": site.language,
        "authors": [{"name": site.name, "url": site.site_url}],
        "items": items,
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def entry_id(entry: FeedEntry, feed: Feed, site: Follow) -> str:
    """Return the id of an entry, which stays when the page that tells it moves: a tag URI (RFC 4151) of its file in the log.

    An entry of a story or topic has only what is about that, so it is another one than that of the whole site.
    """
    parts = urlsplit(site.site_url)
    own = "" if feed.name == links.FEED else f"#{feed.first.rpartition('/')[2]}"
    return f"tag:{parts.hostname or ''},{entry.at[:10]}:{parts.path}changes/{entry.id}{own}"


def _full(address: str, anchor: str, site: Follow) -> str:
    url = urljoin(site.site_url, links.url(address, site.directory_urls))
    return f"{url}#{anchor}" if anchor else url


def _absolute(entry: FeedEntry, site: Follow) -> str:
    html = _OWN_LINK.sub(lambda match: f'href="{escape(site.site_url)}{match[1]}"', entry.html)
    return f"<ul>{html}</ul>"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("", text))
