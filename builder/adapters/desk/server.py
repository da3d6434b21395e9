"""Serve the desk on this machine until it is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from builder.adapters.desk.app import App
from builder.adapters.desk.guard import guarded, new_token
from builder.adapters.desk.workplace import Workplace

HOST = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Logs nothing: an address has the secret in it."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@contextmanager
def desk_server(
    root: Path, content_dir: str = "content", port: int = 0
) -> Iterator[tuple[BaseWSGIServer, str]]:
    """Yield a server that listens at a free port, or at ``port``, and the address to open. Raises ``OSError`` if it cannot listen."""
    token, place = new_token(), Workplace(root, content_dir)
    server = make_server(
        HOST,
        port,
        guarded(App(place), token, lambda: int(server.server_port)),
        threaded=True,
        request_handler=_Quiet,
    )
    try:
        yield server, f"http://{HOST}:{server.server_port}/{token}/"
    finally:
        server.server_close()
        place.close()
