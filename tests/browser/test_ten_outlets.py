"""The topics of a story of ten outlets in five languages, with running counts: more than stand side by side."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from scripts.chromium import Viewport
from tests.browser.stories import site_of_ten
from tests.browser.test_reading import assert_accessible
from tests.browser.watched import WatchedPages

TOPICS = ("toll", "blast")


@pytest.fixture(scope="module")
def ten_url(site_server, tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"{site_server(site_of_ten(tmp_path_factory.mktemp('ten') / 'site'))}topics/"


def test_a_sentence_speaks_of_no_outlet_that_is_out_of_sight(open_page: WatchedPages, ten_url: str) -> None:
    page = open_page(f"{ten_url}toll/?view=outlet")
    outlets = page.locator(".vm-heads .vm-outlet").all_text_contents()
    assert len(outlets) == 10
    expect(page.locator(".vm-heads > li:visible")).to_have_count(6)
    named = page.locator(".vm-rows .vm-q").evaluate_all(
        """(rows, outlets) => rows.flatMap(row => outlets
          .filter(name => (row.querySelector(".vm-q-summary")?.textContent ?? "").includes(name))
          .map(name => [name, [...row.querySelectorAll(".vm-report")]
            .some(report => report.checkVisibility() && report.querySelector(".vm-outlet").textContent === name)]))""",
        outlets,
    )
    assert len(named) >= 9
    assert [name for name, seen in named if not seen] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_on_a_phone_ten_outlets_are_no_longer_than_needed(
    open_page: WatchedPages, ten_url: str, topic: str
) -> None:
    page = open_page(f"{ten_url}{topic}/", "phone")
    assert page.evaluate("document.documentElement.scrollHeight") <= 8000
    bottom = page.evaluate("document.querySelector('.vm-finding').getBoundingClientRect().bottom")
    assert bottom <= page.evaluate("innerHeight") / 2


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("view", ["answer", "outlet"])
def test_axe_finds_nothing_in_either_view(
    open_page: WatchedPages, ten_url: str, topic: str, view: str
) -> None:
    assert_accessible(open_page(f"{ten_url}{topic}/?view={view}"), (360, 1440))


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_a_contradiction_comes_first_and_says_so_at_its_answers(
    open_page: WatchedPages, ten_url: str, viewport: Viewport
) -> None:
    page = open_page(f"{ten_url}toll/", viewport)
    rows = page.locator(".vm-rows .vm-q")
    expect(rows.first.locator(".vm-q-title")).to_contain_text("Missing")
    assert rows.first.locator(".vm-badges").inner_text().split() == ["Contradiction", "Later", "count"]
    opposed = rows.first.locator(".vm-words:has(.vm-badge) > q").all_text_contents()
    assert opposed == ["al menos 27", "Fourteen"]
    expect(rows.nth(1).locator(".vm-badge").first).to_have_text("Tension")


def test_forced_colours_keep_badges_gaps_and_lines(open_page: WatchedPages, ten_url: str) -> None:
    page = open_page(f"{ten_url}toll/?view=outlet")
    page.emulate_media(forced_colors="active")
    style = "(e, [pseudo, name]) => getComputedStyle(e, pseudo)[name]"
    assert page.locator(".vm-badge--contradiction").first.evaluate(style, [None, "borderStyle"]) == "double"
    # Who is silent stands in a line of words, with no bar before each.
    assert page.locator(".vm-gap").first.evaluate(style, [None, "borderInlineStartStyle"]) == "none"
    branch = page.locator(".vm-branch").first
    assert branch.evaluate(style, ["::before", "borderBlockEndStyle"]) == "solid"
