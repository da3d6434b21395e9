"""Who may use the desk: only pages of this server, opened by the address that the terminal shows.

A page of another site, open in the same browser, can send requests to this machine, and can make its own name lead here. So the
``Host`` has to be this server's, the address has to begin with a secret, and what changes something has to come from a page of
this server. What is shown is hostile: no script, style or picture from elsewhere, and nothing inline, is ever run.
"""

from __future__ import annotations

import hmac
import io
import secrets
import time
from collections.abc import Callable, Iterable
from typing import IO, Any

from werkzeug.wrappers import Request, Response

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

MOST = 24_000_000
"""Bytes of a request: a PDF has at most 20 MB."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def new_token() -> str:
    """Return a secret for the address."""
    return secrets.token_urlsafe(24)


def guarded(app: Callable[[Request], Response], token: str, port: Callable[[], int]) -> Application:
    """Return a WSGI application that passes on what may use the desk, below ``/token/``, and refuses all else.

    Each answer says how many milliseconds it took (``desk``), and the processor's for it (``work``).
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        began, worked = time.perf_counter(), time.thread_time()
        request = Request(environ)
        response = _refused(request, token, port())
        if response is None:
            response = app(_below(request, token))
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        took, work = 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - worked)
        response.headers["Server-Timing"] = f"desk;dur={took:.1f}, work;dur={work:.1f}"
        return response(environ, start_response)

    return answer


def _refused(request: Request, token: str, port: int) -> Response | None:
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    if request.environ.get("HTTP_HOST", "").lower() not in hosts:
        return _no("This server answers only to the address that the terminal shows.")
    given = request.path.split("/")[1]
    if not hmac.compare_digest(given.encode(), token.encode()):
        return _no("The address is not whole: open the one that the terminal shows.")
    origins = {f"http://{host}" for host in hosts}
    own = request.headers.get("Origin") in origins and request.headers.get(
        "Sec-Fetch-Site", "same-origin"
    ) == ("same-origin")
    if request.method not in ("GET", "HEAD") and not own:
        return _no("Only a page of the desk itself can change something.")
    return None


def _no(why: str) -> Response:
    return Response(f"Not done: {why}\n", status=403, mimetype="text/plain")


class InMemory(Request):
    """A request whose files stay in memory: what is given in is private, and at most ``MOST`` bytes."""

    max_content_length = MOST
    max_form_memory_size = MOST

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return io.BytesIO()


def _below(request: Request, token: str) -> Request:
    request.environ["SCRIPT_NAME"] = f"/{token}"
    request.environ["PATH_INFO"] = request.environ["PATH_INFO"][len(token) + 1 :] or "/"
    return InMemory(request.environ)
