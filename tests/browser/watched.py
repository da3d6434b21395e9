"""Pages in a real browser, each watched for what a reader would never see but should not have to suffer."""

from __future__ import annotations

from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from scripts.chromium import Scheme, Viewport, new_context

# The page itself, or data it holds: these reach no host.
INWARD = frozenset({"about", "blob", "data"})

# The browser gave a request up itself, because the reader went on to another page.
GIVEN_UP = "net::ERR_ABORTED"


class WatchedPages:
    """Opens pages and keeps a list of all that went wrong in them.

    Every page gets a context of its own, and so an empty cache and empty storage.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.problems: list[str] = []
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        url: str,
        viewport: Viewport = "desktop",
        scheme: Scheme = "light",
        *,
        javascript: bool = True,
    ) -> Page:
        """Open the address; the page is loaded when this returns."""
        context = new_context(self.browser, viewport, scheme, javascript=javascript)
        self._contexts.append(context)
        home = urlsplit(url).netloc
        # On the context rather than the page, so that windows the page opens are watched too.
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"uncaught error: {error.error}"))
        context.on("request", lambda request: self._request(request, home))
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        page = context.new_page()
        page.goto(url)
        return page

    def _note(self, problem: str) -> None:
        self.problems.append(problem)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console error: {message.text} ({message.location['url']})")

    def _request(self, request: Request, home: str) -> None:
        address = urlsplit(request.url)
        if address.scheme not in INWARD and address.netloc != home:
            self._note(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self._note(f"request failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"answer {response.status}: {response.url}")

    def settle(self) -> None:
        """Let what the pages still have under way happen, so that it counts.

        Here rather than on opening: a page counts as quiet after half a second without a request, and
        that half second runs for all pages at once, beside what the test does.
        """
        for context in self._contexts:
            for page in context.pages:
                page.wait_for_load_state("networkidle")

    def assert_clean(self) -> None:
        self.settle()
        assert not self.problems, "in the browser:\n  " + "\n  ".join(self.problems)

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
