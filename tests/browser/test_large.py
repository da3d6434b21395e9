"""A page with 40 outlets and 1,000 claims, and one with 13: picked from, scrolled, printed.

What is asserted is how often the browser lays out, not how long that takes, which depends on the machine:
benchmarks/scrolling.py measures times, and docs/benchmarks.md has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, Playwright, expect

from scripts.chromium import Viewport, launch
from tests.browser.large import LARGE_OUTLETS, QUESTIONS, large_site
from tests.browser.paper import CUT, SHEET, on_paper, sheets
from tests.browser.watched import WatchedPages

STEPS = 40
SCROLL = """(box, steps) => new Promise(done => { let step = 0;
  function go() { box.scrollBy(0, 120); if (++step < steps) requestAnimationFrame(go); else done() }
  requestAnimationFrame(go) })"""


@pytest.fixture(scope="module")
def large_url(site_server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the topic with 40 outlets."""
    return f"{site_server(large_site(tmp_path_factory.mktemp('large')))}topics/flood/"


def layouts(session: CDPSession) -> int:
    """How often the browser has laid the page out so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(int(metric["value"]) for metric in metrics if metric["name"] == "LayoutCount")


def laid_out(page: Page) -> None:
    """Wait until the script has laid out the rows that were out of sight."""
    expect(page.locator(".vm-compare tbody tr:not(.vm-laid)")).to_have_count(0, timeout=60_000)


def watch(page: Page) -> CDPSession:
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    return session


def box_of(page: Page, selector: str) -> dict[str, float]:
    """Where the first such element stands in the window."""
    found: dict[str, float] = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().toJSON()")
    return found


def sideways(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def test_a_picker_above_five_outlets_keeps_its_choice_in_the_address(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(large_url)
    heads = page.locator(".vm-compare thead th:visible")
    expect(heads).to_have_count(6)
    page.get_by_role("checkbox", name="Paper 39").focus()
    page.keyboard.press("Space")
    expect(heads).to_have_count(7)
    assert "outlets=" in page.url
    page.reload()
    expect(heads).to_have_count(7)
    expect(page.get_by_role("checkbox", name="Paper 39")).to_be_checked()
    page.get_by_role("button", name="Show all").click()
    expect(heads).to_have_count(LARGE_OUTLETS + 1)
    page.get_by_role("button", name="Show those that answer most").click()
    expect(heads).to_have_count(6)
    assert "outlets=" not in page.url


def test_without_javascript_all_outlets_are_there(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(large_url, javascript=False)
    expect(page.locator(".vm-compare thead th")).to_have_count(LARGE_OUTLETS + 1)
    expect(page.locator(".vm-picker")).to_be_hidden()
    assert sideways(page) == 0


def test_heads_stay_in_sight_while_the_page_scrolls(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(large_url)
    page.locator("[id='question-20']").evaluate("row => row.scrollIntoView({block: 'center'})")
    expect(page.locator("[id='question-20']")).to_be_in_viewport()
    assert box_of(page, ".vm-compare thead")["top"] == pytest.approx(
        box_of(page, ".md-header")["bottom"], abs=2
    )


def test_heads_and_questions_stay_in_sight_where_the_table_scrolls_in_its_box(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(f"{large_url}?outlets=all")
    page.locator(".vm-scroll").evaluate("box => { box.scrollIntoView(); box.scrollTo(2000, 1500) }")
    edge = box_of(page, ".vm-scroll")
    assert edge["height"] <= page.evaluate("innerHeight")
    assert box_of(page, ".vm-compare thead")["top"] == pytest.approx(edge["top"], abs=1)
    assert box_of(page, ".vm-corner")["top"] == pytest.approx(edge["top"], abs=1)
    for first in (".vm-corner", "[id='question-12'] th"):
        assert box_of(page, first)["left"] == pytest.approx(edge["left"], abs=1)
    assert sideways(page) == 0


def test_a_link_to_a_cell_shows_it_below_the_heads(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}#question-18--paper-37")
    expect(page.locator("[id='question-18--paper-37']")).to_be_in_viewport()
    heads, cell = box_of(page, ".vm-compare thead"), box_of(page, "[id='question-18--paper-37']")
    assert cell["top"] >= heads["bottom"] - 1
    # It stays there while the rows above it get their heights.
    laid_out(page)
    expect(page.locator("[id='question-18--paper-37']")).to_be_in_viewport()
    assert box_of(page, "[id='question-18--paper-37']")["top"] == pytest.approx(cell["top"], abs=2)


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_scrolling_all_outlets_lays_nothing_out(
    open_page: WatchedPages, large_url: str, viewport: Viewport
) -> None:
    page = open_page(f"{large_url}?outlets=all", viewport)
    session = watch(page)
    page.locator(".vm-scroll").evaluate("box => box.scrollIntoView()")
    laid_out(page)
    scrolled = page.locator(".vm-scroll" if viewport == "desktop" else "html")
    before = layouts(session)
    scrolled.evaluate(SCROLL, STEPS)
    assert scrolled.evaluate("box => box.scrollTop") > STEPS * 60
    # The theme's own listeners may lay out now and then; forty steps must not be forty layouts.
    assert layouts(session) - before < STEPS / 4


def test_a_click_in_the_picker_lays_out_once(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(large_url)
    session = watch(page)
    # Fonts that come late lay out too, and are not what is counted.
    page.evaluate(
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
    before = layouts(session)
    clicks = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll(".vm-picker input")].slice(5, 15);
        for (const box of boxes) { box.click(); document.body.offsetHeight }
        return boxes.length }"""
    )
    assert layouts(session) - before <= 2 * clicks


def test_only_rows_near_the_window_are_laid_out_at_first(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    skipped = page.evaluate(
        """() => [...document.querySelectorAll(".vm-compare tbody tr")]
        .filter(row => !row.querySelector("th").checkVisibility({contentVisibilityAuto: true})).length"""
    )
    assert skipped >= 10


def test_a_click_lays_out_only_what_is_in_sight_and_the_rest_when_there_is_time(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(large_url)
    laid_out(page)
    skipped = page.evaluate(
        """() => { document.querySelector(".vm-picker button[value=all]").click(); document.body.offsetHeight;
        return [...document.querySelectorAll(".vm-compare tbody th")]
        .filter(head => !head.checkVisibility({contentVisibilityAuto: true})).length }"""
    )
    assert skipped >= 15
    laid_out(page)
    last = page.locator("[id='question-24--paper-39']")
    assert last.evaluate("cell => cell.checkVisibility({contentVisibilityAuto: true})")


def roles(page: Page) -> Counter[str]:
    """What is told to who hears the page, and how often."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


@pytest.fixture
def heard(browsers: Playwright) -> Iterator[WatchedPages]:
    """Opens pages as a browser does while a screen reader is on: rows not laid out are told by it too."""
    listening = launch(browsers, "--force-renderer-accessibility")
    with WatchedPages(listening) as pages:
        yield pages
        pages.assert_clean()
    listening.close()


@pytest.mark.parametrize("rest", ["not yet laid out", "laid out"])
def test_a_grid_is_still_a_table_for_who_hears_it(heard: WatchedPages, large_url: str, rest: str) -> None:
    page = heard(large_url)
    if rest == "laid out":
        laid_out(page)
    else:
        # As long as there is no time to lay out what is out of sight.
        page.add_init_script("window.requestIdleCallback = () => 1")
        page.reload()
    told = roles(page)
    assert told["table"] == 1
    assert told["columnheader"] == 6
    assert told["rowheader"] == QUESTIONS
    assert told["cell"] == 5 * QUESTIONS
    page.get_by_role("checkbox", name="Paper 39").check()
    told = roles(page)
    assert told["columnheader"] == 7
    assert told["cell"] == 6 * QUESTIONS


def test_rows_out_of_sight_are_told_to_who_hears_them(heard: WatchedPages, site_url: str) -> None:
    page = heard(f"{site_url}topics/casualties/")
    told = roles(page)
    rows = page.locator(".vm-compare tbody tr").count()
    assert told["rowheader"] == rows
    assert told["cell"] == 5 * rows


def test_forty_outlets_stand_under_their_question_on_paper(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?outlets=all")
    on_paper(page)
    assert page.evaluate(CUT, SHEET) == []
    printed = " ".join(sheets(page))
    assert "Paper 39" in printed
    assert "(40 / 40)" in printed


def test_above_twelve_outlets_two_picked_on_a_topic_are_the_pair(
    open_page: WatchedPages, site_server, tmp_path: Path
) -> None:
    site = large_site(tmp_path, 13)
    assert not (site / "pairs").exists()
    address = f"{site_server(site)}topics/flood/"
    page = open_page(f"{address}?outlets=paper-3,paper-12")
    heads = page.locator(".vm-compare thead th:visible")
    expect(heads).to_have_count(3)
    for outlet in ("Paper 3", "Paper 12"):
        expect(heads.filter(has=page.get_by_role("link", name=outlet, exact=True))).to_have_count(1)
    expect(page.locator("[id='question-0'] td:visible")).to_have_count(2)
    expect(page.locator("[id='question-0--paper-12']")).to_contain_text("about 50")
    expect(page.locator(".vm-picker output")).to_have_text("(2 / 13)")
    # An address that names nobody shows what the page shows by itself.
    page.goto(f"{address}?outlets=nobody")
    expect(heads).to_have_count(6)
