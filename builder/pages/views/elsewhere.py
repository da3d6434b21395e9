"""Links to what is the same elsewhere: an entry of Wikidata, a page of an encyclopedia."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from builder.values.addresses import readable

_NAMES = {"wikidata.org": "Wikidata", "wikipedia.org": "Wikipedia"}


def elsewhere(addresses: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each address with the name of the site that it is on: the one readers know it by, else its host."""
    return tuple((_site(address), address) for address in addresses)


def _site(address: str) -> str:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return next((name for known, name in _NAMES.items() if f".{host}".endswith(f".{known}")), readable(host))
