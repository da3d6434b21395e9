"""Answer only requests for a name of this machine, while an editor is serving the site.

A page of another site, open in the same browser, can make its own name resolve to this machine (DNS rebinding) and then read
drafts from the server as if they were its own. It cannot change the name in the ``Host`` header.

WSGI middleware, independent of MkDocs and the content.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import Any

from builder.adapters.overlay import Application, StartResponse
from builder.content.problems import printable

ALWAYS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names that every machine has for itself."""
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - what an editor may bind to
"""Addresses to listen at that mean all addresses of the machine."""
_HOST = re.compile(r"(?:\[(?P<number>[0-9a-f:.]+)\]|(?P<name>[^\s\[\]:/@,]+?)\.?)(?::[0-9]{1,5})?")


def wrap(app: Application, bound: str) -> Application:
    """Return a WSGI application that passes requests for a name of this machine to another one, and refuses all others.

    ``bound`` is the address that the server listens at.
    """

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        asked = str(environ.get("HTTP_HOST", ""))
        if is_own(asked, bound):
            return app(environ, start_response)
        text = (
            f'Not shown: this server was asked for "{printable(asked[:100])}", and answers only to the names of the machine '
            "that it runs on, such as localhost. Open the address that the terminal shows.\n"
        ).encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(text)))]
        start_response("403 Forbidden", headers)
        return [text]

    return answer


def is_own(asked: str, bound: str) -> bool:
    """Return whether a ``Host`` header, with or without a port, names this machine to a server that listens at ``bound``.

    If the server listens at every address of the machine, each of them is a valid name.
    """
    found = _HOST.fullmatch(asked.lower())
    if found is None:
        return False
    name = _plain(found["number"] or found["name"])
    if name in ALWAYS or name in (_plain(bound.lower()), socket.gethostname().lower()):
        return True
    return bound in EVERYWHERE and name not in EVERYWHERE and _is_here(name)


def _plain(host: str) -> str:
    """Return an IP address in its usual spelling, and a name unchanged."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host


def _is_here(number: str) -> bool:
    """Return whether an IP address belongs to this machine: only then can a socket be bound to it."""
    try:
        ip = ipaddress.ip_address(number)
        if ip.is_multicast or ip.is_reserved:
            return False
        with socket.socket(
            socket.AF_INET6 if ip.version == 6 else socket.AF_INET, socket.SOCK_STREAM
        ) as probe:
            probe.bind((number, 0))
    except (ValueError, OSError):
        return False
    return True
