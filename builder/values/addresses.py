"""Addresses on the web, as people write them and as they are asked for. Opens no connection.

People and pages write addresses with any letters; what is sent has ASCII only: the host as IDNA 2008 with the mapping that
browsers do (UTS #46, not transitional), all else as percent-encoded UTF-8 (RFC 3987, section 3.1).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from msgspec import Struct

FORM = "is not an address of the form https://host/page"


class Address(Struct, frozen=True):
    """An address that can be asked for."""

    scheme: str
    """``http`` or ``https``."""
    host: str
    """In small ASCII letters; an IPv6 number is without brackets."""
    port: int
    """From 1 to 65535: the one given, or that of the scheme."""
    target: str
    """Path and query in ASCII, as the request has them: it begins with a slash."""
    url: str
    """The whole in ASCII; one that has only such letters is as it was."""


def address(url: str) -> Address:
    """Return the parts of an address. ``ValueError`` says what is wrong with it, as words that follow the address."""
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
    """Return a host's name as it is looked up. Raises ``ValueError`` where other letters make no name."""
    if host.isascii():
        return host
    # Its tables are large, and most hosts need none.
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        raise ValueError("has a host that no name can be made of") from None


def host_of(url: str) -> str:
    """Return the host of an address as outlets list it; empty where the address is none."""
    try:
        return address(url).host.removeprefix("www.")
    except ValueError:
        return ""


def readable(host: str) -> str:
    """Return a host's name in the letters that people know it by."""
    if "xn--" not in host:
        return host
    import idna

    try:
        return idna.decode(host)
    except UnicodeError:
        return host


def _encoded(text: str) -> str:
    """Return a text with all but ASCII percent-encoded. Raises ``ValueError`` where it is no text: half of a pair, a stray byte."""
    try:
        return re.sub(r"[^\x00-\x7f]+", lambda found: quote(found[0]), text)
    except UnicodeError:
        raise ValueError("holds bytes that are not UTF-8") from None
