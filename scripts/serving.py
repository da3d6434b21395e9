"""Serve a folder on this machine, as a plain web server would: for tests and screenshots."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A browser opens many connections at once; the default backlog of 5 would drop some.
    request_queue_size = 128


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    more: Mapping[str, str] = {}
    """Further headers of every answer."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing: the browser's side is what is watched."""

    def end_headers(self) -> None:
        # A page built anew under the same address must not come from the cache.
        self.send_header("Cache-Control", "no-store")
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the address, ending in a slash, under which the folder is served while the block runs, with these headers."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    # Port 0: the system gives a free one.
    handler = type("_Headed", (_Quiet,), {"more": headers or {}})
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        # Asked twenty times a second whether to stop: at the default, each server takes half a second to.
        thread = threading.Thread(
            target=server.serve_forever, args=(0.05,), name=f"serve {folder}", daemon=True
        )
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
