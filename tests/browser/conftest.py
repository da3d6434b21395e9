"""A real headless browser, and pages that fail their test when something goes wrong in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from scripts.chromium import NoChromiumError, launch
from tests.browser.watched import WatchedPages
from tests.policy import cannot_run


@pytest.fixture(scope="session")
def browsers() -> Iterator[Playwright]:
    """What starts browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(browsers: Playwright) -> Iterator[Browser]:
    """Chromium, started once a worker."""
    try:
        chromium = launch(browsers)
    except NoChromiumError as problem:
        cannot_run(str(problem))
    yield chromium
    chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[WatchedPages]:
    """open_page(url, viewport="desktop"|"phone", scheme="light"|"dark", javascript=True) gives a Page.

    At the end of the test it fails on any console error, uncaught error, failed request or request to
    another host in any page that was opened. A test of a page that is meant to do such a thing empties
    open_page.problems after looking at them.
    """
    with WatchedPages(browser) as pages:
        yield pages
        pages.assert_clean()
