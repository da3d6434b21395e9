"""A page with 40 outlets and 1,000 claims, and one with 13: picked from, scrolled, printed.

What is asserted is how often the browser lays out, not how long that takes, which depends on the machine:
benchmarks/scrolling.py measures times, and docs/benchmarks.md has them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, expect

from scripts.chromium import Viewport
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


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_above_six_outlets_answers_come_first(
    open_page: WatchedPages, large_url: str, viewport: Viewport
) -> None:
    for javascript in (True, False):
        page = open_page(large_url, viewport, javascript=javascript)
        expect(page.locator(".vm-heads")).to_be_hidden()
        row = page.locator("[id='question-0']")
        # Five answers, each once and large; of the eight outlets of each, four and a way to the rest.
        assert row.locator(".vm-words > q:visible").count() == 5
        assert row.locator(".vm-report:visible").count() == 5 * 4
        row.get_by_text("All 8 reports with this answer").first.click()
        assert row.locator(".vm-report:visible").count() == 5 * 4 + 4
        assert sideways(page) == 0


def test_a_picker_above_six_outlets_keeps_its_choice_in_the_address(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(large_url)
    expect(page.locator(".vm-picker")).to_be_hidden()
    page.get_by_label("by outlet").check()
    heads = page.locator(".vm-heads > li:visible")
    expect(heads).to_have_count(6)
    page.get_by_role("checkbox", name="Paper 39").focus()
    page.keyboard.press("Space")
    expect(heads).to_have_count(7)
    assert "outlets=" in page.url
    page.reload()
    expect(heads).to_have_count(7)
    expect(page.get_by_role("checkbox", name="Paper 39")).to_be_checked()
    page.get_by_role("button", name="Show all").click()
    expect(heads).to_have_count(LARGE_OUTLETS)
    page.get_by_role("button", name="Show those that answer most").click()
    expect(heads).to_have_count(6)
    assert "outlets=" not in page.url


def test_without_javascript_all_outlets_are_there(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(large_url, javascript=False)
    page.get_by_label("by outlet").check()
    expect(page.locator(".vm-heads > li:visible")).to_have_count(LARGE_OUTLETS)
    assert page.locator("[id='question-0'] .vm-report:visible").count() == LARGE_OUTLETS
    expect(page.locator(".vm-picker")).to_be_hidden()
    assert sideways(page) == 0


def test_heads_stay_in_sight_while_the_page_scrolls(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?view=outlet")
    page.locator("[id='question-20']").evaluate("row => row.scrollIntoView({block: 'center'})")
    expect(page.locator("[id='question-20']")).to_be_in_viewport()
    assert box_of(page, ".vm-heads")["top"] == pytest.approx(box_of(page, ".md-header")["bottom"], abs=2)


def test_heads_and_questions_stay_in_sight_where_the_table_scrolls_in_its_box(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(f"{large_url}?outlets=all")
    page.locator(".vm-scroll").evaluate("box => { box.scrollIntoView(); box.scrollTo(2000, 1500) }")
    edge = box_of(page, ".vm-scroll")
    assert edge["height"] <= page.evaluate("innerHeight")
    assert box_of(page, ".vm-heads")["top"] == pytest.approx(edge["top"], abs=1)
    assert box_of(page, "[id='question-12'] .vm-q-head")["left"] == pytest.approx(edge["left"], abs=1)
    assert sideways(page) == 0


def test_a_link_to_an_answer_shows_it_below_the_heads(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?view=outlet#question-18--paper-37")
    cell = page.locator("[id='question-18--paper-37']")
    expect(cell).to_be_in_viewport()
    expect(page.get_by_role("checkbox", name="Paper 37")).to_be_checked()
    assert box_of(page, "[id='question-18--paper-37']")["top"] >= box_of(page, ".vm-heads")["bottom"] - 1
    # By answer it is shown too, though it is not among the first of its answer.
    page = open_page(f"{large_url}#question-18--paper-37", javascript=False)
    expect(page.locator("[id='question-18--paper-37']")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_scrolling_all_outlets_lays_nothing_out(
    open_page: WatchedPages, large_url: str, viewport: Viewport
) -> None:
    page = open_page(f"{large_url}?outlets=all", viewport)
    session = watch(page)
    page.locator(".vm-scroll").evaluate("box => box.scrollIntoView()")
    scrolled = page.locator(".vm-scroll" if viewport == "desktop" else "html")
    before = layouts(session)
    scrolled.evaluate(SCROLL, STEPS)
    assert scrolled.evaluate("box => box.scrollTop") > STEPS * 60
    # The theme's own listeners may lay out now and then; forty steps must not be forty layouts.
    assert layouts(session) - before < STEPS / 4


def test_a_click_in_the_picker_lays_out_once(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?view=outlet")
    session = watch(page)
    # Fonts that come late lay out too, and are not what is counted.
    page.evaluate(
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
    before = layouts(session)
    clicks = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll(".vm-picker input")].slice(6, 16);
        for (const box of boxes) { box.click(); document.body.offsetHeight }
        return boxes.length }"""
    )
    assert layouts(session) - before <= 2 * clicks


def test_nothing_is_left_out_of_a_picture_of_the_whole_page(open_page: WatchedPages, large_url: str) -> None:
    """Pictures of whole pages, archives and printers see what no window has scrolled to."""
    page = open_page(large_url, "phone")
    left_out = page.locator("article *").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).contentVisibility !== 'visible' && !e.matches('details *')).length"
    )
    assert left_out == 0


def roles(page: Page) -> Counter[str]:
    """What is told to who hears the page, and how often."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


def test_who_hears_it_gets_questions_as_headings_and_answers_as_lists(
    open_page: WatchedPages, large_url: str
) -> None:
    page = open_page(large_url)
    told = page.locator(".vm-rows .vm-q")
    expect(told).to_have_count(QUESTIONS)
    expect(page.locator(".vm-rows").get_by_role("heading", level=3)).to_have_count(QUESTIONS)
    first = told.first
    assert first.get_by_role("listitem").filter(has_text="Answer:").count() == 5
    # By outlet each answer still says whose it is, though its column says so too.
    page.get_by_label("by outlet").check()
    roles_now = roles(page)
    assert roles_now["listitem"] >= 6 * QUESTIONS
    names = (
        first.locator(".vm-report")
        .get_by_role("link")
        .evaluate_all("all => all.map(link => link.textContent)")
    )
    assert all("Paper" in name for name in names)


def test_forty_outlets_stand_under_their_question_on_paper(open_page: WatchedPages, large_url: str) -> None:
    page = open_page(f"{large_url}?outlets=all")
    on_paper(page)
    assert page.evaluate(CUT, SHEET) == []
    printed = " ".join(sheets(page))
    assert printed.count("Paper 39") >= QUESTIONS


def test_above_twelve_outlets_two_picked_on_a_topic_are_the_pair(
    open_page: WatchedPages, site_server, tmp_path: Path
) -> None:
    site = large_site(tmp_path, 13)
    assert not (site / "pairs").exists()
    address = f"{site_server(site)}topics/flood/"
    page = open_page(f"{address}?outlets=paper-3,paper-12")
    heads = page.locator(".vm-heads > li:visible")
    expect(heads).to_have_count(2)
    for outlet in ("Paper 3", "Paper 12"):
        expect(heads.filter(has=page.get_by_role("link", name=outlet, exact=True))).to_have_count(1)
    expect(page.locator("[id='question-0'] .vm-report:not(.vm-report--off):visible")).to_have_count(2)
    expect(page.locator("[id='question-0--paper-12']")).to_contain_text("about 50")
    expect(page.locator(".vm-picker output")).to_have_text("(2 / 13)")
    # An address that names nobody shows what the page shows by itself.
    page.goto(f"{address}?outlets=nobody")
    expect(heads).to_have_count(6)
