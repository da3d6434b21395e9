"""Serve the desk on this machine until it is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from builder.adapters.desk.app import App
from builder.adapters.desk.guard import guarded, new_token
from builder.adapters.desk.quiet import Quiet
from builder.adapters.desk.workplace import Workplace

HOST = "127.0.0.1"


class _SaysNothing(WSGIRequestHandler):
    """Logs nothing: an address has the secret in it."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@contextmanager
def desk_server(
    root: Path, content_dir: str = "content", port: int = 0
) -> Iterator[tuple[BaseWSGIServer, str]]:
    """Yield a server that listens at a free port, or at ``port``, and the address to open. Raises ``OSError`` if it cannot listen."""
    token, place, quiet = new_token(), Workplace(root, content_dir), Quiet()
    app = App(place)

    def answer(request: Request) -> Response:
        with quiet.answering():
            return app(request)

    server = make_server(
        HOST,
        port,
        guarded(answer, token, lambda: int(server.server_port)),
        threaded=True,
        request_handler=_SaysNothing,
    )
    # The server calls this between requests, and twice a second while there are none.
    server.service_actions = quiet.tidy  # type: ignore[method-assign,assignment]
    try:
        with quiet.kept():
            yield server, f"http://{HOST}:{server.server_port}/{token}/"
    finally:
        server.server_close()
        place.close()
