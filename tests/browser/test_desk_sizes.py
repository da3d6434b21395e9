"""The desk's pages on a tablet and a laptop: nothing is too wide, nothing too small to touch, axe finds nothing; and a removal with its tombstone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.content.problems import errors
from builder.desk.desk import Desk
from scripts.chromium import Scheme
from tests.browser.axe import violations
from tests.browser.desk import DRAFT, served, site
from tests.browser.test_desk import settled
from tests.browser.watched import WatchedPages

PAGES = (
    "",
    "add",
    "ask",
    "names",
    f"a/{DRAFT}",
    f"a/{DRAFT}?show=all",
    f"a/{DRAFT}/about",
    f"a/{DRAFT}/publish",
    "a/observer-bridge-closed/revise",
)
SMALL = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && (box.height < 24 || box.width < 24) && !e.closest("p") && !e.matches(".mark, .skip");
}).map(e => e.outerHTML.slice(0, 80))"""
"""What is too small to touch. Links within sentences, and words that are marked in a text, are as large as their line."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def desk(root: Path, browser: Browser) -> Iterator[tuple[WatchedPages, str]]:
    with served(root) as address, WatchedPages(browser) as pages:
        yield pages, address
        pages.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_a_tablet_and_passes_axe(
    desk: tuple[WatchedPages, str], root: Path, scheme: Scheme
) -> None:
    pages, address = desk
    published = next(iter(Desk(root).site.articles))
    page = settled(pages(address, "desktop", scheme))
    for path in PAGES:
        page.goto(address + path.replace("observer-bridge-closed", published))
        settled(page)
        for width, height in ((768, 1024), (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
            assert page.evaluate(SMALL) == [], (path, width)
        assert violations(page) == [], path


def test_a_removal_is_seen_first_and_leaves_a_tombstone(desk: tuple[WatchedPages, str], root: Path) -> None:
    pages, address = desk
    articles = list(Desk(root).site.articles)
    page: Page = settled(pages(f"{address}names"))
    page.locator("[name=what]").select_option(f"articles {articles[0]}")
    page.get_by_role("button", name="Show what removing changes").click()
    expect(page.get_by_role("alert")).to_contain_text("say why it goes")
    assert articles[0] in Desk(root).site.articles
    page.locator("[name=what]").select_option(f"articles {articles[0]}")
    page.locator("[name=why]").fill("Its outlet withdrew it.")
    page.get_by_role("button", name="Show what removing changes").click()
    expect(page.locator(".diff")).to_contain_text("Its outlet withdrew it.")
    assert articles[0] in Desk(root).site.articles, "nothing goes by looking"
    page.keyboard.press("y")
    page.wait_for_url(address)
    settled(page)
    now = Desk(root)
    assert errors(now.problems) == []
    assert articles[0] not in now.site.articles
    assert "Its outlet withdrew it." in (root / "content/moved.yml").read_text()
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Redo: remove")).to_be_visible()
    assert articles[0] in Desk(root).site.articles
