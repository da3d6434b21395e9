"""A topic on paper: printed by the browser, and what stands on the pages read back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from scripts.chromium import Scheme
from tests.browser.large import large_site
from tests.browser.watched import WatchedPages

# What a printer has on a sheet of A4 between the margins that the style sheet asks for, in CSS pixels.
SHEET = 210 / 25.4 * 96 - 2 * 14 / 25.4 * 96

# Boxes whose words stick out of them, or that stick out of the sheet.
CUT = """width => [...document.querySelectorAll(".md-content *")]
  .filter(e => !e.closest("svg, .vm-compare caption") && e.checkVisibility() && getComputedStyle(e).display !== "inline")
  .filter(e => e.getBoundingClientRect().right > width + 1 || (e.clientWidth && e.scrollWidth > e.clientWidth + 1))
  .map(e => e.outerHTML.slice(0, 100))"""


def on_paper(page: Page) -> None:
    page.set_viewport_size({"width": int(SHEET), "height": 1000})
    page.emulate_media(media="print")


def sheets(page: Page) -> list[str]:
    """Print the page, and return the words of each sheet."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize(
    "address", ["topics/casualties/", "topics/troop-numbers/", "pairs/financial-times--newsweek/"]
)
def test_nothing_is_cut_off(open_page: WatchedPages, site_url: str, address: str) -> None:
    page = open_page(f"{site_url}{address}")
    on_paper(page)
    assert page.evaluate(CUT, SHEET) == []


def test_all_columns_and_all_that_is_folded_are_printed(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    heads = page.locator(".vm-compare thead .vm-outlet").all_inner_texts()
    rows = page.locator(".vm-row-title").all_inner_texts()
    quotes = page.locator(".vm-quotes q").all_text_contents()
    printed = sheets(page)
    table = [sheet for sheet in printed if "Question" in sheet]
    assert len(heads) == 5
    assert len(table) > 1
    for sheet in table:
        assert all(head in sheet for head in heads), "every sheet of the table repeats its heads"
    # Lines and sheets break where they like, so words are compared without the spaces between them.
    whole = "".join("".join(printed).split())
    for words in (*rows, *quotes):
        assert "".join(words.split()) in whole, words


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
    assert "127.0.0.1" not in "".join(printed), "links within the site are of no use on paper"


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


def test_forty_outlets_stand_under_their_question(
    open_page: WatchedPages, site_server, tmp_path: Path
) -> None:
    page = open_page(f"{site_server(large_site(tmp_path))}topics/flood/?outlets=all")
    on_paper(page)
    assert page.evaluate(CUT, SHEET) == []
    printed = " ".join(sheets(page))
    assert "Paper 39" in printed
    assert "(40 / 40)" in printed
