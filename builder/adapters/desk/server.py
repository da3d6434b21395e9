"""Serve the desk on this machine until it is interrupted."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from builder.adapters.desk.app import App
from builder.adapters.desk.guard import guarded, new_token
from builder.adapters.desk.workplace import Workplace
from builder.desk import kinds
from builder.desk.kinds import Refusal

HOST = "127.0.0.1"


class _SaysNothing(WSGIRequestHandler):
    """Logs nothing: an address has the secret in it."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def _listening(port: int) -> socket.socket:
    """Return a socket that listens at a port, or at a free one for 0. Raises ``Refusal`` if it cannot."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        number = error.errno or 0
        why = (
            "is in use by another program"
            if number == errno.EADDRINUSE
            else f"cannot be listened at: {os.strerror(number)}"
        )
        raise Refusal(kinds.CANNOT_LISTEN, f"port {port} {why}") from None


@contextmanager
def desk_server(
    root: Path, content_dir: str = "content", port: int = 0
) -> Iterator[tuple[BaseWSGIServer, str]]:
    """Yield a server that listens at a free port, or at ``port``, and the address to open. Raises ``Refusal`` if it cannot listen."""
    # Its own socket: where the library cannot listen, it prints and ends the program.
    with _listening(port) as listening:
        token, place = new_token(), Workplace(root, content_dir)
        app, quiet = App(place), place.quiet

        def answer(request: Request) -> Response:
            with quiet.answering():
                return app(request)

        server = make_server(
            HOST,
            port,
            guarded(answer, token, lambda: server.port),
            threaded=True,
            request_handler=_SaysNothing,
            fd=listening.fileno(),
        )

    def meanwhile() -> None:
        if not (quiet.is_pause() and place.prepare()):
            quiet.tidy()

    # The server calls the one when somebody asks, and the other right after that, and twice a second while nobody does.
    server.verify_request = lambda *_: quiet.noticed()  # type: ignore[method-assign]
    server.service_actions = meanwhile  # type: ignore[method-assign]
    place.begin(app.ready)
    try:
        with quiet.kept():
            yield server, f"http://{HOST}:{server.port}/{token}/"
    finally:
        server.server_close()
        place.close()
