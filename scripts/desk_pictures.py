"""Take the pictures of the desk for docs/desk.md anew: ``python -m scripts.desk_pictures docs/images``."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from builder.adapters.desk.server import desk_server
from builder.desk.desk import Desk
from scripts.chromium import launch
from tests.browser.desk import DRAFT, PAGE, PRECIS, site


def settle(page: Page) -> None:
    """Wait until nothing is being looked for."""
    expect(page.locator("main[data-waiting]")).to_have_count(0, timeout=300_000)


def main() -> None:
    """Take one picture of each step."""
    folder = Path(sys.argv[1])
    os.environ.pop("VARIORUM_SOURCES", None)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        root = Path(place) / "tarn-mouth"
        # What the tests have against hostile pages is nothing for a guide.
        site(root, re.sub(r"&lt;.*?&gt; &#\d+; ", "", PAGE))
        browser = launch(playwright)
        with desk_server(root) as (server, address):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            page = browser.new_page(viewport={"width": 1280, "height": 800})

            def take(name: str) -> None:
                settle(page)
                page.screenshot(path=folder / f"desk-{name}.png")

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
            page.goto(f"{address}ask")
            take("question")
            page.goto(f"{address}a/{DRAFT}/publish")
            expect(page.locator("iframe")).to_have_count(2, timeout=300_000)
            for when in ("Before", "After"):
                # Without it the picture may be taken while a frame is still white.
                expect(page.frame_locator(f"iframe[title={when}]").locator("h1")).to_be_visible()
            settle(page)
            page.screenshot(path=folder / "desk-publish.png", full_page=True)
            page.goto(f"{address}names?what=questions+closure%2Fduration&new=weeks&do=rename")
            take("rename")
            page.goto(f"{address}a/{next(iter(Desk(root).site.articles))}/revise")
            take("revise")
            server.shutdown()
        browser.close()


if __name__ == "__main__":
    main()
