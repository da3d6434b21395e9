"""Fetch one page, but never from the local network.

The host is resolved here, every address of it is checked, and the connection is made to the checked address, so that the
host cannot resolve to another one in between. The same is done for each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from urllib.parse import urljoin

from msgspec import Struct

from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.values.addresses import Address, address

MAX_BYTES = 2_000_000
MAX_PDF = 20_000_000
MAX_REDIRECTS = 5
SECONDS = 30.0
_AGENT = "variorum (an editor's tool; fetches single pages)"
_TUNNELS = tuple(
    ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
"""IPv6 ranges whose addresses contain an IPv4 address, which may be a local one."""


class Fetched(Struct, frozen=True):
    """A fetched page."""

    url: str
    """Its address after redirects, in ASCII."""
    data: bytes
    kind: str
    """Its media type."""
    charset: str = ""
    """The encoding that the server declares, or an empty text."""


def fetch(
    url: str, *, allow_local: bool = False, seconds: float = SECONDS, limit: int | None = None
) -> Fetched:
    """Return the page at an address, which may have non-ASCII letters.

    Raises ``Refusal`` if the address is invalid or local, or if the page cannot be fetched within the limits.
    ``seconds`` is the time for everything, redirects included; ``limit`` the maximum size in bytes.
    """
    end = time.monotonic() + seconds
    forwarder = ""
    for _ in range(MAX_REDIRECTS + 1):
        try:
            there = address(url)
        except ValueError as error:
            which = f"{forwarder} forwards to an address that" if forwarder else "the address"
            raise Refusal(kinds.BAD_ADDRESS, f'{which} {error}: "{url[:100]}"') from None
        try:
            answer = _get(there, allow_local, end, limit)
        except TimeoutError:
            raise Refusal(kinds.NOT_FETCHED, f"{there.host} took more than {seconds:g} seconds") from None
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() >= end:
                raise Refusal(kinds.NOT_FETCHED, f"{there.host} took more than {seconds:g} seconds") from None
            why = str(error) or type(error).__name__
            raise Refusal(kinds.NOT_FETCHED, f"{there.host} could not be read: {why[:120]}") from None
        if isinstance(answer, Fetched):
            return answer
        url, forwarder = answer, there.host
    raise Refusal(kinds.NOT_FETCHED, f"the address was forwarded more than {MAX_REDIRECTS} times")


def _forwarded(there: Address, location: str) -> str:
    """Return the address in a ``Location`` header. ``http.client`` has decoded its bytes as ISO 8859-1."""
    try:
        where = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        raise Refusal(
            kinds.BAD_ADDRESS, f"{there.host} forwards to an address that is not UTF-8 text"
        ) from None
    # Unchanged, because "urljoin" would repair an address without a host and remove control characters.
    if re.match(r"[a-z][a-z0-9+.-]*:|.*[\x00-\x20\x7f]", where, re.IGNORECASE | re.DOTALL):
        return where
    return f"{there.scheme}:{where}" if where.startswith("//") else urljoin(there.url, where)


def is_local(address: str) -> bool:
    """Return whether an IP address is not on the public internet, or contains one that may not be."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or any(ip in net for net in _TUNNELS)):
        return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified


def judged(host: str, port: int, allow_local: bool) -> str:
    """Return an IP address of a host to connect to. Raises ``Refusal`` if any of its addresses is local."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refusal(kinds.NOT_FETCHED, f'there is no host "{host}"') from None
    addresses = [str(item[4][0]) for item in found]
    if not allow_local and (local := [address for address in addresses if is_local(address)]):
        told = local[0] if host == local[0] else f'"{host}" is {local[0]}, which'
        raise Refusal(kinds.LOCAL_ADDRESS, f"{told} is not on the public internet")
    return addresses[0]


def _get(there: Address, allow_local: bool, end: float, limit: int | None) -> Fetched | str:
    """Return the page, or the address that it redirects to."""
    connection = _Connection(there, judged(there.host, there.port, allow_local), end)
    headers = {
        "User-Agent": _AGENT,
        "Accept": "text/html, text/plain, application/pdf",
        "Accept-Encoding": "identity",
    }
    # A timeout of the socket starts again with every byte, so a slow host could go on for ever.
    clock = threading.Timer(max(0.1, end - time.monotonic()), connection.cut)
    clock.daemon = True
    clock.start()
    response = None
    try:
        connection.request("GET", there.target, headers=headers)
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308):
            where = response.getheader("Location")
            if not where:
                raise Refusal(kinds.NOT_FETCHED, f"{there.host} forwards to nowhere")
            return _forwarded(there, where)
        if response.status != 200:
            raise Refusal(
                kinds.NOT_FETCHED, f"{there.host} answered {response.status} {response.reason[:60]}"
            )
        if response.getheader("Content-Encoding", "identity").casefold() not in ("", "identity"):
            raise Refusal(kinds.NOT_FETCHED, f"{there.host} sends only compressed pages")
        kind = response.getheader("Content-Type", "").partition(";")[0].strip().casefold()
        most = limit or (MAX_PDF if kind == "application/pdf" else MAX_BYTES)
        charset = response.headers.get_content_charset() or ""
        return Fetched(there.url, _body(response, connection, most, end), kind, charset)
    finally:
        clock.cancel()
        if response is not None:
            response.close()
        connection.close()


def _body(response: http.client.HTTPResponse, connection: _Connection, most: int, end: float) -> bytes:
    found = bytearray()
    while True:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.raw is not None:
            connection.raw.settimeout(left)
        chunk = response.read1(65536)
        if not chunk:
            # An incomplete page is an error, whether the timer or the host cut it.
            if time.monotonic() >= end:
                raise TimeoutError
            if response.length:
                raise http.client.IncompleteRead(bytes(found), response.length)
            return bytes(found)
        found += chunk
        if len(found) > most:
            raise Refusal(kinds.NOT_FETCHED, f"the page has more than {most:,} bytes")


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address, whatever the host's name resolves to now."""

    def __init__(self, there: Address, judged: str, end: float) -> None:
        super().__init__(there.host, there.port, timeout=max(0.1, end - time.monotonic()))
        self.address = judged
        # http.client drops its socket if the host will close the connection, before the body is read.
        self.raw: socket.socket | None = None
        self.scheme = there.scheme
        if there.scheme == "https":
            # So that http.client leaves the port out of the Host header.
            self.default_port = 443

    def connect(self) -> None:
        """Connect to the address. For https, the certificate must be that of the host's name."""
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
        self.raw = self.sock

    def cut(self) -> None:
        """End the connection from another thread, whatever it is waiting for."""
        try:
            if self.raw is not None:
                self.raw.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended already
