"""Web addresses as written and as requested. Opens no connection.

Written addresses may have any letters; requests are ASCII only: the host is encoded as IDNA 2008 with the mapping of browsers
(UTS #46, non-transitional), everything else as percent-encoded UTF-8 (RFC 3987, section 3.1).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from msgspec import Struct

FORM = "is not an address of the form https://host/page"


class Address(Struct, frozen=True):
    """An address that can be requested."""

    scheme: str
    """``http`` or ``https``."""
    host: str
    """In lower-case ASCII; an IPv6 address is without brackets."""
    port: int
    """From 1 to 65535: the given one, or the default of the scheme."""
    target: str
    """Path and query of the request in ASCII, beginning with a slash."""
    url: str
    """The whole address in ASCII; an ASCII address is unchanged."""


def address(url: str) -> Address:
    """Return the parts of an address. Raises ``ValueError`` with a message to be put after the address."""
    if any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise ValueError("holds spaces or control characters")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise ValueError(FORM) from None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise ValueError(FORM)
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise ValueError("has a port that is no number from 1 to 65535")
    number = port or (443 if parts.scheme == "https" else 80)
    host = ascii_host(host)
    target = _encoded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    if not url.isascii():
        netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
        fragment = f"#{_encoded(parts.fragment)}" if parts.fragment else ""
        url = f"{parts.scheme}://{netloc}{target}{fragment}"
    return Address(parts.scheme, host, number, target, url)


def ascii_host(host: str) -> str:
    """Return a host's name in ASCII. Raises ``ValueError`` if it has letters that IDNA does not allow."""
    if host.isascii():
        return host
    # Imported late: its tables are large, and most hosts do not need them.
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        raise ValueError("has a host that is not a valid name") from None


def host_of(url: str) -> str:
    """Return the host of an address without ``www.``, as outlets list it; empty if the address is invalid."""
    try:
        return address(url).host.removeprefix("www.")
    except ValueError:
        return ""


def readable(host: str) -> str:
    """Return a host's name with IDNA decoded."""
    if "xn--" not in host:
        return host
    import idna

    try:
        return idna.decode(host)
    except UnicodeError:
        return host


def _encoded(text: str) -> str:
    """Return a text with non-ASCII characters percent-encoded. Raises ``ValueError`` if it has surrogates, as of stray bytes."""
    try:
        return re.sub(r"[^\x00-\x7f]+", lambda found: quote(found[0]), text)
    except UnicodeError:
        raise ValueError("holds bytes that are not UTF-8") from None
