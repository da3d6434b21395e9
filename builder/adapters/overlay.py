"""Show mistakes in the browser: a box over the last good page, while an editor is serving the site.

WSGI middleware, independent of MkDocs and the content: it gets lines of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from builder.values.hidden import visible

MOST = 20
"""Maximum number of problems in the box; the terminal shows all."""

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

_STYLE = (
    "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:45vh;overflow:auto;padding:1rem 1.25rem;"
    "background:#2b1618;color:#fff;font:14px/1.5 ui-monospace,monospace;border-top:4px solid #e5484d"
)


def _shown(line: str) -> str:
    return escape(visible(line))


class Overlay:
    """Holds the current mistakes and shows them over every page."""

    def __init__(self) -> None:
        self.title = ""
        self.lines: list[str] = []

    def show(self, title: str, lines: Iterable[str] = ()) -> None:
        """Show a mistake until it is cleared or another one is shown."""
        self.title, self.lines = title, list(lines)

    def clear(self) -> None:
        """Show nothing."""
        self.title, self.lines = "", []

    @property
    def html(self) -> str:
        """HTML of the box, empty if there is no mistake. Its text comes from files and is escaped."""
        if not self.title:
            return ""
        items = "".join(f"<li>{_shown(line)}</li>" for line in self.lines[:MOST])
        more = len(self.lines) - MOST
        rest = f"<p>... and {more} more in the terminal.</p>" if more > 0 else ""
        return (
            f'<div role="alert" id="variorum-mistake" style="{_STYLE}"><strong>{_shown(self.title)}</strong>'
            f"<ol>{items}</ol>{rest}<p>This is the last good page. It reloads when the mistake is mended.</p></div>"
        )

    def wrap(self, app: Application) -> Application:
        """Return a WSGI application that adds the box to the HTML pages of another one."""

        def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
            box = self.html
            if not box:
                return app(environ, start_response)
            started: list[tuple[str, list[tuple[str, str]], tuple[Any, ...]]] = []

            def remember(
                status: str, headers: list[tuple[str, str]], *more: Any
            ) -> Callable[[bytes], object]:
                started.append((status, headers, more))
                return lambda _: None

            body: Iterable[bytes] = app(environ, remember)
            status, headers, more = started[0]
            if any(
                name.lower() == "content-type" and value.startswith("text/html") for name, value in headers
            ):
                page = b"".join(body)
                close = getattr(body, "close", None)
                if close is not None:
                    close()
                place = page.rfind(b"</body>")
                place = place if place >= 0 else len(page)
                page = page[:place] + box.encode() + page[place:]
                headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
                headers.append(("Content-Length", str(len(page))))
                body = [page]
            start_response(status, headers, *more)
            return body

        return answer
