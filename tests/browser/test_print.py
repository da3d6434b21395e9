"""A topic on paper: printed by the browser, and what stands on the pages read back."""

from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import expect

from scripts.chromium import Scheme
from tests.browser.paper import CUT, SHEET, on_paper, sheets
from tests.browser.watched import WatchedPages


@pytest.mark.parametrize(
    "address", ["topics/casualties/", "topics/troop-numbers/", "pairs/financial-times--newsweek/"]
)
def test_nothing_is_cut_off(open_page: WatchedPages, site_url: str, address: str) -> None:
    page = open_page(f"{site_url}{address}")
    on_paper(page)
    assert page.evaluate(CUT, SHEET) == []


def test_all_answers_are_printed_and_of_what_is_folded_only_what_is_open(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    heads = page.locator(".vm-heads .vm-outlet").all_inner_texts()
    rows = page.locator(".vm-q-title > span").all_inner_texts()
    page.locator(".vm-q > .vm-details").first.evaluate("fold => fold.open = true")
    opened = page.locator(".vm-q > .vm-details[open] > p:not(:has(.vm-permalink))").all_text_contents()
    folded = page.locator(".vm-q > .vm-details:not([open])").count()
    reports = page.locator(".vm-report").evaluate_all(
        "all => all.map(report => report.querySelector('.vm-outlet').textContent)"
    )
    printed = sheets(page)
    assert len(heads) == 5
    assert len(rows) == 15
    on_paper(page)
    named = page.locator(".vm-report .vm-outlet:visible").all_inner_texts()
    assert named == reports, "every answer names its outlet"
    assert page.locator(".vm-q > .vm-details:visible").count() == 1 < folded
    assert opened
    # Lines and sheets break where they like, so words are compared without the spaces between them.
    # Nor does it matter whether a font draws two letters as one.
    whole = unicodedata.normalize("NFKC", "".join("".join(printed).split()))
    for words in (*rows, *opened, *heads):
        assert unicodedata.normalize("NFKC", "".join(words.split())) in whole, words


def test_a_sheet_says_where_it_comes_from_and_when(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    expect(page.locator(".vm-sheet")).to_be_hidden()
    today = page.evaluate("new Date().toLocaleDateString('en', {dateStyle: 'long'})")
    assert sheets(page)[0].startswith(f"Variorum {site_url}topics/casualties/ {today} Casualties")


def test_only_what_can_be_read_is_printed(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    on_paper(page)
    for chrome in (
        ".md-header",
        ".md-tabs",
        ".md-footer",
        ".md-sidebar",
        ".md-search",
        ".md-top",
        "button",
        "input",
    ):
        for found in page.locator(chrome).all():
            assert not found.is_visible(), chrome
    assert page.locator(".headerlink:visible, .vm-permalink:visible, .vm-cell-link:visible").count() == 0


def test_an_address_outside_the_site_is_printed(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    page.evaluate(
        "document.querySelector('.vm-lead').insertAdjacentHTML('beforeend', '<a href=\"https://example.org/report\">a report</a>')"
    )
    printed = sheets(page)
    assert "a report (https://example.org/report)" in printed[0]
    own = "".join(printed).replace(f"{site_url}topics/casualties/", "", 1)
    assert "127.0.0.1" not in own, "links within the site are of no use on paper"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_colour_is_needed(open_page: WatchedPages, site_url: str, scheme: Scheme) -> None:
    """In black on white, whatever the window's colours: a printer leaves out backgrounds, and may have no colours."""
    page = open_page(f"{site_url}topics/casualties/", "desktop", scheme)
    on_paper(page)
    inks = page.evaluate(
        """() => [...new Set([...document.querySelectorAll(".md-content *")].filter(e => e.checkVisibility())
        .map(e => getComputedStyle(e).color))]"""
    )
    for ink in inks:
        shades = {float(part) for part in ink[ink.index("(") + 1 : -1].split(",")[:3]}
        assert len(shades) == 1, f"{ink} is a colour"
        assert shades.pop() <= 0x55, f"{ink} is faint on white"
