"""The harness itself: it has to see what goes wrong in a page, or every other browser test is worth nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.watched import WatchedPages

HOST = "http://other.invalid/"


@pytest.fixture
def site(tmp_path: Path, site_server: Callable[[Path], str]) -> Callable[[str], str]:
    """Writes a page with this in its body and returns the page's address."""

    def write(body: str) -> str:
        head = (
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>'
            # Without one, Chromium asks the server for /favicon.ico, and complains that there is none.
            '<link rel="icon" href="data:,">'
        )
        page = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        return site_server(tmp_path)

    return write


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_clean_page_passes(site, open_page, viewport, scheme):
    page = open_page(site("<h1>Clean</h1>"), viewport=viewport, scheme=scheme)
    assert page.get_by_role("heading", name="Clean").is_visible()
    assert page.evaluate("innerWidth") == (390 if viewport == "phone" else 1280)
    assert page.evaluate("navigator.maxTouchPoints > 0") == (viewport == "phone")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>console.error('broken')</script>", "console error: broken"),
        ("<script>setTimeout(() => { throw new Error('late') }, 50)</script>", "uncaught error: late"),
        ("<script>Promise.reject(new Error('unheard'))</script>", "uncaught error: unheard"),
        ("<img src='missing.png' alt=''>", "answer 404: http://127.0.0.1"),
        (f"<img src='{HOST}x.png' alt=''>", f"request to another host: {HOST}x.png"),
        (f"<script>fetch('{HOST}').catch(() => 0)</script>", f"request to another host: {HOST}"),
        (f"<style>@import '{HOST}font.css';</style>", f"request to another host: {HOST}font.css"),
        (f"<iframe src='{HOST}'></iframe>", f"request to another host: {HOST}"),
        ("<img src='http://127.0.0.1:9/x.png' alt=''>", "request to another host: http://127.0.0.1:9/x.png"),
    ],
)
def test_what_goes_wrong_is_seen(site, browser: Browser, body, problem):
    with WatchedPages(browser) as pages:
        pages(site(body))
        with pytest.raises(AssertionError) as failure:
            pages.assert_clean()
    assert problem in str(failure.value)


def test_a_later_page_is_watched_too(site, browser: Browser, tmp_path: Path):
    (tmp_path / "next.html").write_text(
        "<script>console.error('on the next page')</script>", encoding="utf-8"
    )
    with WatchedPages(browser) as pages:
        pages(site("<a href='next.html'>Next</a>")).get_by_role("link", name="Next").click()
        with pytest.raises(AssertionError, match="on the next page"):
            pages.assert_clean()


def test_problems_of_one_page_stay_when_another_is_clean(site, browser: Browser):
    with WatchedPages(browser) as pages:
        pages(site("<script>console.error('first')</script>"))
        pages(site("<p>clean</p>"), viewport="phone")
        with pytest.raises(AssertionError, match="first"):
            pages.assert_clean()


def test_without_javascript_no_script_runs(site, open_page):
    page = open_page(site("<p>Text</p><script>console.error('ran')</script>"), javascript=False)
    assert page.get_by_text("Text").is_visible()


def test_a_failing_page_fails_its_test(pytester: pytest.Pytester, repository: Path, monkeypatch):
    """The check at the end of open_page, seen from outside: in a test run of its own."""
    pytester.makeconftest("pytest_plugins = ['tests.conftest', 'tests.browser.conftest']")
    pytester.makepyfile(
        """
        def test_page(tmp_path, site_server, open_page):
            (tmp_path / "index.html").write_text("<script>console.error('broken')</script>")
            open_page(site_server(tmp_path))
        """
    )
    monkeypatch.setenv("PYTHONPATH", str(repository))
    # Playwright's loop is running in this process already, so the run needs another.
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*console error: broken*"])


PALE = '<p style="color: #ccc; background: #fff">Pale</p>'


def test_what_keeps_readers_out_is_seen(site, open_page):
    page = open_page(site(f"<main><h1>A page</h1>{PALE}<img src='data:,'></main>"))
    assert {rule for rule, _ in violations(page)} == {"color-contrast", "image-alt"}
    assert [(rule, "Pale" in html) for rule, html in violations(page, "color-contrast")] == [
        ("color-contrast", True)
    ]
