"""Answer to the names of this machine only, while the site is being served to its editor.

A page of somebody else's, open in the same browser, can have its own name lead to this machine (DNS rebinding) and would
then read drafts from the server as if they were its own. What it cannot change is the name in the ``Host`` header.

A WSGI application around another one, as the box over the pages is. It knows neither MkDocs nor the content.
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
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - what an editor may bind to
_HOST = re.compile(r"(?:\[(?P<number>[0-9a-f:.]+)\]|(?P<name>[^\s\[\]:/@,]+?)\.?)(?::[0-9]{1,5})?")


def around(app: Application, bound: str) -> Application:
    """Return an application that answers like another one, but only where it is asked by a name of this machine.

    ``bound`` is the address that the server listens at.
    """

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        asked = str(environ.get("HTTP_HOST", ""))
        if is_own(asked, bound):
            return app(environ, start_response)
        told = (
            f'Not shown: this server was asked for "{printable(asked[:100])}", and answers only to the names of the machine '
            "that it runs on, such as localhost. Open the address that the terminal tells.\n"
        ).encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(told)))]
        start_response("403 Forbidden", headers)
        return [told]

    return answer


def is_own(asked: str, bound: str) -> bool:
    """Return whether a ``Host`` header, with its port or without, names this machine as seen from a server at ``bound``.

    Where a server listens at every address of the machine, each of those is a name of it.
    """
    found = _HOST.fullmatch(asked.lower())
    if found is None:
        return False
    name = _plain(found["number"] or found["name"])
    if name in ALWAYS or name in (_plain(bound.lower()), socket.gethostname().lower()):
        return True
    return bound in EVERYWHERE and name not in EVERYWHERE and _is_here(name)


def _plain(host: str) -> str:
    """Return a number as it is usually written, and a name as it is."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host


def _is_here(number: str) -> bool:
    """Return whether a number is an address of this machine: only such a one can be listened at."""
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
