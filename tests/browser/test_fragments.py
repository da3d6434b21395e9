"""Addresses whose fragment or query is no proper text: a reader may have cut a link in two, and no page may mind."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import KINDS
from tests.browser.large import LARGE_OUTLETS, large_site
from tests.browser.watched import WatchedPages

BROKEN = ("%", "%E0%A4%A", "%zz", "%C3", "a%", "%00", "%25%", '"]<img src=x>', ")(", "%F0%9F")


@pytest.fixture(scope="module")
def large_url(site_server, tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"{site_server(large_site(tmp_path_factory.mktemp('large')))}topics/flood/"


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_minds_a_broken_address(open_page: WatchedPages, site_url: str, kind: str) -> None:
    page = open_page(f"{site_url}{KINDS[kind]}#{BROKEN[0]}")
    for broken in BROKEN:
        page.evaluate("hash => { location.hash = hash }", broken)
    page.goto(f"{site_url}{KINDS[kind]}?h=%E0%A4%A&outlets=%#%E0%A4%A")
    expect(page.locator("h1").first).to_be_visible()


def test_the_picker_minds_none_either_and_still_reveals(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?outlets=%E0%A4%A#%")
    heads = page.locator(".vm-heads > li:visible")
    expect(heads).to_have_count(6)
    for broken in BROKEN:
        page.evaluate("hash => { location.hash = hash }", broken)
    expect(heads).to_have_count(6)
    # The same cell, spelled in percent signs.
    cell = page.locator(".vm-rows .vm-q [data-outlet]:not(:visible)[id]").first.get_attribute("id")
    assert cell
    page.evaluate("hash => { location.hash = hash }", cell.replace("-", "%2D"))
    expect(page.locator(f"[id='{cell}']")).to_be_visible()
    expect(heads).to_have_count(7)
    page.get_by_role("button", name="Show all").click()
    expect(heads).to_have_count(LARGE_OUTLETS)


def test_a_search_for_a_broken_address_finds_nothing_and_breaks_nothing(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(f"{site_url}?q=%E0%A4%A#%")
    expect(page.locator(".md-search-result__meta")).to_contain_text("No matching", timeout=20_000)
