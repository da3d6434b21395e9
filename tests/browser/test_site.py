"""A reader's way through the real site, in a real browser: home, a topic, an article, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import Scheme, Viewport
from tests.browser.watched import WatchedPages

BOTH: tuple[Viewport, ...] = ("desktop", "phone")
PAGES = (
    "",
    "topics/casualties/",
    "topics/kursk-villages/",
    "articles/",
    "articles/financial-times-first-combat/",
    "method/",
)


def overflow(page: Page) -> int:
    """Return by how many pixels the page scrolls sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


@pytest.mark.parametrize("viewport", BOTH)
def test_from_home_to_a_topic_to_an_article_and_back(
    open_page: WatchedPages, site_url: str, viewport: Viewport
) -> None:
    page = open_page(site_url, viewport)
    expect(page.get_by_role("heading", level=1)).to_have_text("North Korean troops in Kursk, December 2024")

    page.get_by_role("article").get_by_role("link", name="Casualties", exact=True).first.click()
    expect(page).to_have_url(f"{site_url}topics/casualties/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Casualties")

    cell = page.locator("[id='killed-or-wounded-weekend--financial-times']")
    expect(cell).to_contain_text("30")
    if viewport == "phone":
        expect(cell).to_contain_text("FT")  # a card names its outlet
    cell.locator("a[href*='articles/financial-times-first-combat/#claim-']").first.click()
    page.wait_for_url(f"{site_url}articles/financial-times-first-combat/#claim-*")
    expect(page.locator(":target")).to_contain_text("30")

    page.get_by_role("article").get_by_role("link", name="Casualties").first.click()
    page.wait_for_url(f"{site_url}topics/casualties/**")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site_url}topics/casualties/")


@pytest.mark.parametrize("viewport", BOTH)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways(
    open_page: WatchedPages, site_url: str, viewport: Viewport, scheme: Scheme
) -> None:
    for address in PAGES:
        page = open_page(f"{site_url}{address}", viewport, scheme)
        assert overflow(page) == 0, address
        if viewport == "phone":
            page.set_viewport_size({"width": 360, "height": 740})
            assert overflow(page) == 0, f"{address} at 360"
        page.context.close()


@pytest.mark.parametrize("outlets", [6, 8])
def test_a_table_that_fits_shares_the_room_among_more_outlets(
    open_page: WatchedPages, site_url: str, outlets: int
) -> None:
    page = open_page(f"{site_url}topics/casualties/", "desktop")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(
        """outlets => {
          const table = document.querySelector(".vm-compare--fits");
          for (const row of table.querySelectorAll("tr"))
            while (row.cells.length <= outlets) row.append(row.lastElementChild.cloneNode(true));
          table.style.setProperty("--vm-outlets", outlets);
        }""",
        outlets,
    )
    assert overflow(page) == 0


def test_on_a_phone_a_comparison_is_cards(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    cells = page.locator("[id^='killed-or-wounded-weekend--']")
    assert cells.count() == 5
    seen = [cell for cell in cells.all() if cell.is_visible()]
    boxes = [cell.bounding_box() for cell in seen]
    # One under the other, each as wide as the screen allows, each with its outlet's name.
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(set(tops))
    assert all(box and box["width"] > 300 for box in boxes)
    for cell, outlet in zip(seen, ("Newsweek", "Express & Star", "FT", "Unsigned"), strict=True):
        expect(cell).to_contain_text(outlet)
    # Who is silent stands in one line, with the reason.
    silent = page.locator("[id='killed-or-wounded-weekend']")
    expect(silent.get_by_text("Kyiv Independent").first).to_be_visible()
    expect(silent).to_contain_text("Not mentioned")


@pytest.mark.parametrize("viewport", BOTH)
def test_pages_work_without_javascript(open_page: WatchedPages, site_url: str, viewport: Viewport) -> None:
    page = open_page(f"{site_url}topics/casualties/", viewport, javascript=False)
    expect(page.get_by_text("goes back to one source").first).to_be_visible()
    page.locator("[id='killed-or-wounded-weekend--newsweek'] a[href*='claim-']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dozens of North Korean Soldiers Killed")
