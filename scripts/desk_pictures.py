"""Take the pictures of the desk for docs/desk.md anew: ``python -m scripts.desk_pictures docs/images``."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from builder.desk.desk import Desk
from builder.desk.example import remove_example
from builder.desk.new import new
from scripts.chromium import launch
from tests.browser.desk import DRAFT, PAGE, PRECIS, served, site
from tests.browser.test_desk_names import TEXT

EDGE = 8
"""Pixels around a part."""
PLAIN = re.sub(r"&lt;.*?&gt; &#\d+; ", "", PAGE)


def settle(page: Page) -> None:
    """Wait until nothing is being looked for."""
    expect(page.locator("main[data-waiting]")).to_have_count(0, timeout=300_000)


class Pictures:
    """Takes pictures of one page of a desk."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder

    def take(self, name: str, *parts: str) -> None:
        """Take a picture of the window, or of what is shown of some parts of the page, one below the other."""
        settle(self.page)
        path = self.folder / f"desk-{name}.png"
        if not parts:
            self.page.screenshot(path=path)
            return
        if len(parts) == 1:
            self.page.locator(parts[0]).first.screenshot(path=path)
            return
        for part in parts:
            self.page.locator(part).first.scroll_into_view_if_needed()
        boxes = [box for part in parts if (box := self.page.locator(part).first.bounding_box())]
        left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
        right = max(box["x"] + box["width"] for box in boxes)
        bottom = max(box["y"] + box["height"] for box in boxes)
        clip = {
            "x": left - EDGE,
            "y": top - EDGE,
            "width": right - left + 2 * EDGE,
            "height": bottom - top + 2 * EDGE,
        }
        self.page.screenshot(path=path, clip=clip, full_page=True)  # type: ignore[arg-type]


def with_example(page: Page, address: str, root: Path, pictures: Pictures) -> None:
    """Go through the steps on the site with the example story and a draft."""
    take = pictures.take
    page.goto(address)
    take("queue")
    page.goto(f"{address}add")
    take("add")
    page.goto(f"{address}a/{DRAFT}/about")
    take("bibliography")
    page.goto(f"{address}a/{DRAFT}")
    settle(page)
    page.keyboard.press("t")
    expect(page.locator(".mark.claimed")).to_have_count(1)
    take("review")
    page.goto(f"{address}a/{DRAFT}?words=they+blame+the+detour")
    settle(page)
    page.locator("#f-question").select_option("closure/council-words")
    expect(page.locator(".asked")).to_be_visible()
    take("by-hand", ".card .walk", ".card form.claim .fields")
    page.goto(f"{address}a/{DRAFT}?show=claims")
    settle(page)
    page.locator("input[name=said_on]").fill("2031-05-02")
    page.get_by_role("button", name="Save s").click()
    expect(page.locator(".told.error")).to_have_count(1)
    take("mend")
    page.locator(".told button").first.click()
    expect(page.locator(".told.error")).to_have_count(0)
    page.locator("#precis-text").fill(PRECIS)
    page.get_by_role("button", name="Save the précis").click()
    settle(page)
    page.get_by_role("button", name="Looked for: Cracks known since").click()
    expect(page.locator(".tick[value=unsilence]")).to_have_count(1)
    take("silences", ".silences", ".precis")
    page.goto(f"{address}ask")
    take("question")
    page.goto(f"{address}names?what=questions+closure%2Fduration&do=fields")
    take("amend", "#fields")
    page.goto(f"{address}a/{DRAFT}/publish")
    both(page)
    page.screenshot(path=pictures.folder / "desk-publish.png", full_page=True)
    with page.expect_navigation(timeout=300_000):
        page.keyboard.press("y")
    expect(page.locator("h1")).to_contain_text("is published")
    take("published", "header.top", "main")
    page.goto(f"{address}names?what=questions+closure%2Fduration&new=weeks&do=rename")
    take("rename")
    page.goto(f"{address}names?what=articles+coast-radio-detour&do=remove&why=The+outlet+took+it+down.")
    both(page)
    page.locator("[name=page]").select_option("articles/coast-radio-detour/")
    page.get_by_role("button", name="Show", exact=True).click()
    both(page)
    take("gone", "[data-part=pages]")
    page.goto(f"{address}add")
    page.locator("textarea[name=text]").fill(
        re.sub(r"<[^>]+>", "\n", PLAIN).replace("42 bicycles", "48 bicycles")
    )
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/about")
    take("near")
    page.goto(f"{address}a/{next(iter(Desk(root).site.articles))}/revise")
    take("revise")


def from_nothing(page: Page, address: str, pictures: Pictures) -> None:
    """Give two texts in to a site that asks nothing yet."""
    for aboard, hurt in ((31, 4), (29, 5)):
        page.goto(f"{address}add")
        page.locator("textarea[name=text]").fill(TEXT.format(aboard=aboard, hurt=hurt))
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_url("**/about")
    page.goto(f"{address}ask")
    settle(page)
    pictures.take("common", "[data-part=shared]")


def both(page: Page) -> None:
    """Wait until the pages before and after are there: without it the picture may be taken while a frame is still white."""
    expect(page.locator("iframe")).to_have_count(2, timeout=300_000)
    for when in ("Before", "After"):
        expect(page.frame_locator(f"iframe[title={when}]").locator("h1").first).to_be_visible()
    settle(page)


def main() -> None:
    """Take one picture of each step."""
    folder = Path(sys.argv[1])
    os.environ.pop("VARIORUM_SOURCES", None)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        root, bare = Path(place) / "tarn-mouth", Path(place) / "marn"
        # What the tests have against hostile pages is nothing for a guide.
        site(root, PLAIN)
        new(bare, "Marn")
        remove_example(bare)
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        with served(root) as address:
            with_example(page, address, root, Pictures(page, folder))
        with served(bare) as address:
            from_nothing(page, address, Pictures(page, folder))
        browser.close()


if __name__ == "__main__":
    main()
