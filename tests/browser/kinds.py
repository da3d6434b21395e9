"""A page of every kind."""

from __future__ import annotations

KINDS = {
    "home": "",
    "topic": "topics/casualties/",
    "topic over time": "topics/troop-numbers/",
    "articles": "articles/",
    "article": "articles/financial-times-first-combat/",
    "index": "outlets/",
    "index of pairs": "pairs/",
    "outlet": "outlets/newsweek/",
    "sources": "sources/",
    "source": "sources/gur/",
    "pair": "pairs/financial-times--newsweek/",
    "text": "method/",
    "changes": "changes/2026/",
    "data": "data/",
    "none": "404.html",
}
"""The address of one page of each kind, under the site's root."""
