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
    expect(cell).to_contain_text("FT")  # a report names its outlet
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
    page = open_page(f"{site_url}pairs/financial-times--newsweek/", "desktop")
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


def test_on_a_phone_each_answer_stands_once_above_its_outlets(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    row = page.locator("[id='killed-or-wounded-weekend']")
    assert row.locator(".vm-words > q:visible").all_inner_texts() == [
        "around 30",
        "30",
        "approximately 30",
        "Dozens",
        "troops killed",
    ]
    reports = row.locator(".vm-report")
    outlets = ("Express & Star", "FT", "Unsigned digest", "Newsweek", "Express & Star")
    for report, outlet in zip(reports.all(), outlets, strict=True):
        expect(report).to_contain_text(outlet)
    # One under the other, each as wide as the screen allows.
    boxes = [box for report in reports.all() if (box := report.bounding_box())]
    tops = [box["y"] for box in boxes]
    assert tops == sorted(set(tops))
    assert all(box["width"] > 300 for box in boxes)
    # Who is silent stands in one line, with the reason.
    assert row.locator(".vm-gaps").inner_text() == "Not mentioned: Kyiv Independent"
    # By outlet, each prints its own words under its name, in the order of the outlets.
    page.get_by_label("by outlet").check()
    expect(row.locator(".vm-words").first).to_be_hidden()
    places = {report.locator(".vm-outlet").inner_text(): report.bounding_box() for report in reports.all()}
    ordered = sorted(places, key=lambda outlet: places[outlet]["y"] if places[outlet] else 0)
    assert ordered == ["Newsweek", "Express & Star", "FT", "Unsigned digest"]


def test_in_a_wide_window_each_outlet_has_its_column(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    expect(page.get_by_label("by outlet")).to_be_checked()
    heads = {
        head.get_attribute("data-outlet"): (head.bounding_box() or {})["x"]
        for head in page.locator(".vm-heads > li").all()
    }
    assert list(heads.values()) == sorted(heads.values())
    for cell in page.locator(".vm-rows :is(.vm-report, .vm-gap)").all():
        box = cell.bounding_box()
        assert box
        assert box["x"] == pytest.approx(heads[cell.get_attribute("data-outlet")], abs=1)
    for gap in page.locator(".vm-rows .vm-gap").all():
        assert (gap.bounding_box() or {})["height"] < 32, "one line"
    page.get_by_label("by answer").check()
    expect(page.locator(".vm-heads")).to_be_hidden()
    expect(page.locator("#missing .vm-words")).to_have_text("Answer: At least three")
    assert "view=answer" in page.url
    page.reload()
    expect(page.get_by_label("by answer")).to_be_checked()


@pytest.mark.parametrize("javascript", [True, False])
def test_questions_can_be_asked_for(open_page: WatchedPages, site_url: str, javascript: bool) -> None:
    page = open_page(f"{site_url}topics/arrival-and-first-combat/", javascript=javascript)
    titles = page.locator(".vm-q-title > span:first-child:visible")
    assert titles.count() == 7
    page.get_by_label("contradictions and tensions").check()
    assert titles.all_inner_texts() == ["First combat"]
    page.get_by_label("shared questions").check()
    assert titles.count() == 6
    expect(page.get_by_text("Answered by one outlet here")).to_be_hidden()
    page.get_by_label("all", exact=True).check()
    assert titles.count() == 7


def test_a_link_shows_a_question_that_was_not_asked_for(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/arrival-and-first-combat/")
    page.get_by_label("contradictions and tensions").check()
    expect(page.locator("#kim-pledge")).to_be_hidden()
    page.evaluate("location.hash = 'kim-pledge--newsweek'")
    expect(page.locator("#kim-pledge")).to_be_in_viewport()


def test_on_a_phone_the_days_of_a_timeline_have_their_numbers(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url, "phone")
    numbers = page.locator(".vm-event > .vm-narrow")
    assert numbers.count() > 3
    for number in numbers.all():
        expect(number).to_be_visible()


def test_topics_lead_to_those_beside_them(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    beside = page.get_by_role("navigation", name="Other topics of this story")
    expect(beside.get_by_role("link")).to_have_count(1)
    beside.get_by_role("link", name="Troop numbers").click()
    page.wait_for_url("**/topics/troop-numbers/")
    page.get_by_role("link", name="Topic before Casualties").click()
    page.wait_for_url("**/topics/casualties/")


@pytest.mark.parametrize("viewport", BOTH)
def test_who_said_it_is_a_picture_and_a_text(
    open_page: WatchedPages, site_url: str, viewport: Viewport
) -> None:
    page = open_page(f"{site_url}topics/casualties/", viewport, javascript=False)
    picture = page.get_by_role("region", name="Who said it")
    assert " ".join(picture.inner_text().split()) == (
        "Who said it Killed or wounded, 14–15 December · Embed : Who said it "
        "Ukraine’s military intelligence (GUR) Ukraine’s side "
        "around 30 Express & Star has claimed · says it could not be verified independently "
        "30 FT estimated · within 200 casualties · without “about” · says it could not be verified independently · "
        "the article leaves open which days it means "
        "approximately 30 Unsigned digest source only from the context "
        "Ukraine, without a body or person named Ukraine’s side "
        "troops killed Express & Star claims · in the headline · words, no figure · counts killed · "
        "says it could not be verified independently "
        "No source named Dozens Newsweek in the headline · words, no figure · counts killed · the article leaves open which days it means"
    )
    # The lines are there, and lead to each outlet.
    lines = (
        picture.locator(".vm-root")
        .first.locator(".vm-branch")
        .evaluate_all("all => all.map(branch => getComputedStyle(branch, '::before').borderBlockEndWidth)")
    )
    assert lines == ["2px"] * 3


def test_figures_stand_from_small_to_large_with_what_they_count(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    figures = page.locator(".vm-rung").evaluate_all(
        "all => all.map(rung => [...rung.querySelectorAll('.vm-rung-figure')].map(figure => figure.textContent))"
    )
    assert figures == [["at least 3"], ["5"], ["23"], ["about 30", "30"], ["200"], ["more than 3,000"]]
    assert page.locator("svg.vm-chart").count() == 0, "three answers of 30 need no axis"


@pytest.mark.parametrize("viewport", BOTH)
def test_pages_work_without_javascript(open_page: WatchedPages, site_url: str, viewport: Viewport) -> None:
    page = open_page(f"{site_url}topics/casualties/", viewport, javascript=False)
    expect(page.get_by_text("One source behind the figure of three reports").first).to_be_visible()
    page.locator("[id='killed-or-wounded-weekend--newsweek'] a[href*='claim-']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dozens of North Korean Soldiers Killed")
