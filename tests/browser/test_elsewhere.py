"""What leads here from elsewhere: rows in the frames of other sites, and addresses that there were."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.pages.policy import embed_headers
from scripts.serving import serve
from tests.browser.watched import WatchedPages
from tests.build import ferries
from tests.factory import write_site

MOVED = """
articles:
  harbour-first:
    to: harbour-post-adrift
claims:
  harbour-post-adrift/passengers:
    to: harbour-post-adrift/aboard
questions:
  cause/when:
    to: cause/stopped
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_site(tmp_path_factory.mktemp("elsewhere"), {"moved.yml": MOVED})
    (root / "own").mkdir()  # what these settings name
    ferries.settle(root, {"extra_javascript": "[assets/javascripts/variorum.js]"})
    ferries.run(root)
    return root / "site"


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("passengers--aboard", ".vm-embed-answers", "about 140"),
        ("passengers", ".vm-branches >> nth=0", "about 140"),
        # The former address of a row: a frame of another site names it still.
        ("cause--when", ".vm-embed-answers", "on Monday evening"),
    ],
)
def test_a_row_or_a_picture_in_the_page_of_another_site(
    browser: Browser, site: Path, tmp_path: Path, name: str, part: str, words: str, javascript: bool
) -> None:
    with serve(site, embed_headers()) as here:
        (tmp_path / "index.html").write_text(
            f'<!doctype html><title>Another site</title><iframe src="{here}embed/{name}/" height="60"></iframe>'
            f'<script src="{here}assets/javascripts/embed.js" async></script>',
            encoding="utf-8",
        )
        with serve(tmp_path) as there:
            page = browser.new_context(java_script_enabled=javascript).new_page()
            page.goto(there)
            frame = page.frame_locator("iframe")
            expect(frame.locator(part)).to_contain_text(words)
            if javascript:
                page.wait_for_function("document.querySelector('iframe').clientHeight > 120")
            else:
                assert page.locator("iframe").evaluate("frame => frame.clientHeight") == 60
            page.context.close()


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("articles/harbour-first/", "articles/harbour-post-adrift/"),
        ("articles/harbour-first/#claim-aboard", "articles/harbour-post-adrift/#claim-aboard"),
        ("articles/harbour-post-adrift/#claim-passengers", "articles/harbour-post-adrift/#claim-aboard"),
        ("topics/cause/#when", "topics/cause/#stopped"),
        ("topics/cause/#when--harbour-post", "topics/cause/#stopped"),
    ],
)
def test_an_old_address_leads_on(open_page: WatchedPages, site: Path, old: str, now: str) -> None:
    with serve(site) as here:
        page = open_page(f"{here}{old}")
        page.wait_for_url(f"{here}{now}")
        page.close()


def test_without_a_script_there_is_a_link(open_page: WatchedPages, site: Path) -> None:
    with serve(site) as here:
        page = open_page(f"{here}articles/harbour-first/", javascript=False)
        expect(page.get_by_role("link", name="harbour-post-adrift")).to_be_visible()
        page.wait_for_url(f"{here}articles/harbour-post-adrift/")
        page.close()
