"""In the desk: a story from nothing, questions and sources where they are missed, and other names for what is there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.adapters.desk import workplace
from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.example import remove_example
from builder.desk.new import new
from tests.browser.axe import violations
from tests.browser.desk import DRAFT, served, site
from tests.browser.test_desk import claims, press, settled
from tests.browser.watched import WatchedPages

TEXT = (
    "Cable car stops over the Marn\n\nThe cable car over the Marn stopped on 3 May 2031 with {aboard} people aboard. "
    "{hurt} people were injured, the fire service said, and all of them were in hospital by the evening. The line stays closed "
    "until the cable was looked at from end to end, which takes some weeks.\n"
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    return tmp_path / "site"


@pytest.fixture
def desk(root: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[WatchedPages, str]]:
    """Pages of a desk; a site with a draft, or for ``param`` one with nothing in it."""
    if getattr(request, "param", None):
        new(root, "Marn")
        remove_example(root)
    else:
        site(root)
    with served(root) as address, WatchedPages(browser) as pages:
        yield pages, address
        pages.assert_clean()


def test_a_question_that_is_missed_is_made_beside_the_review(
    desk: tuple[WatchedPages, str], root: Path
) -> None:
    pages, address = desk
    page = settled(pages(f"{address}a/{DRAFT}?show=unused"))
    expect(page.locator("#card-title q")).to_have_text("42")
    page.keyboard.press("n")
    page.wait_for_url("**/ask?*")
    assert violations(page) == []
    form = page.locator("form", has=page.locator("input[name=text]"))
    form.locator("[name=text]").fill("How many bicycles does the ferry take?")
    form.locator("[name=short]").fill("Bicycles a crossing")
    form.locator("[name=unit]").fill("bicycles")
    form.locator("[name=counts]").fill("bicycles")
    form.get_by_role("button", name="Make the question").click()
    expect(page.get_by_role("alert")).to_contain_text("of whom or what")
    form.locator("[name=of]").fill("the ferry")
    form.get_by_role("button", name="Make the question").click()
    page.wait_for_url(f"**/a/{DRAFT}?*")
    settled(page)
    press(page, "t")
    article = root / f"content/articles/{DRAFT}.md"
    assert [claim["question"] for claim in claims(article)] == ["closure/bicycles-crossing"]


@pytest.mark.parametrize("desk", ["nothing"], indirect=True)
def test_a_story_from_nothing(desk: tuple[WatchedPages, str], root: Path) -> None:
    pages, address = desk
    page = settled(pages(address))
    for aboard, hurt, outlet in ((31, 4, "Marn Courier"), (29, 5, "Valley Radio")):
        page.goto(f"{address}add")
        page.locator("textarea[name=text]").fill(TEXT.format(aboard=aboard, hurt=hurt))
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_url("**/about")
        page.locator("#b-outlet").select_option("+")
        page.locator("input[name=outlet-name]").fill(outlet)
        page.locator("select[name=outlet-kind]").select_option("newspaper")
        page.locator("#b-published").fill("2031-05-04")
        page.get_by_role("button", name="Save, and go on").first.click()
        page.wait_for_url("**/a/cable-car*")
    page.goto(f"{address}ask")
    settled(page)
    assert violations(page) == []
    expect(page.locator("[data-part=shared]")).to_contain_text(
        "In which words does the fire service tell of it?"
    )
    page.locator("[data-part=shared] a", has_text="wounded").click()
    page.wait_for_load_state()
    form = page.locator("form", has=page.locator("input[name=text]"))
    expect(form.locator("[name=counts]")).to_have_value("wounded")
    form.locator("[name=topic-title]").fill("The injured")
    form.locator("[name=topic-lead]").fill("How many were hurt, and who says so.")
    form.locator("[name=story-title]").fill("The cable car over the Marn")
    form.locator("[name=story-summary]").fill("A cable car stopped on 3 May 2031.")
    form.get_by_role("button", name="Make the question").click()
    expect(page.get_by_role("status")).to_contain_text("Made: “")
    assert errors(Desk(root).problems) == []
    [story] = Desk(root).site.stories.values()
    assert story.topics == ("injured",)
    page.get_by_role("link", name="fire service: make it a source").click()
    form = page.locator("form", has=page.locator("[name=stake]"))
    expect(form.locator("[name=name]")).to_have_value("fire service")
    form.locator("[name=name]").fill("Marn fire service")
    form.locator("[name=aliases]").fill("fire service")
    form.locator("[name=kind]").select_option("organisation")
    form.get_by_role("button", name="Make the source").click()
    expect(page.get_by_role("status")).to_contain_text("Made: “Marn fire service”")
    page.goto(f"{address}a/cable-car-stops-marn")
    settled(page)
    press(page, "t")
    [claim] = claims(root / "content/articles/cable-car-stops-marn.md")
    assert claim["printed"].startswith("4")
    assert claim["sources"] == ["marn-fire-service"]


def test_another_name_is_seen_first_and_taken_back(desk: tuple[WatchedPages, str], root: Path) -> None:
    pages, address = desk
    page: Page = settled(pages(f"{address}names"))
    assert violations(page) == []
    topic = root / "content/topics/closure.yml"
    before = topic.read_text()
    page.locator("[name=what]").select_option("questions closure/duration")
    page.locator("[name=new]").fill("weeks")
    page.get_by_role("button", name="Show what renaming changes").click()
    told = page.locator("[data-part=effect]")
    expect(told).to_contain_text("In addresses, the question “Weeks closed” becomes closure/weeks")
    expect(told).to_contain_text("/topics/closure/#duration leads on to /topics/closure/#weeks.")
    expect(told).to_contain_text(
        "“Lorries face a long detour round Tarn Mouth” of Coast Radio: the claim “14 weeks”"
    )
    # The lines of the files are folded.
    expect(page.locator(".diff")).to_be_hidden()
    page.get_by_text("The lines of the files").click()
    expect(page.locator(".diff")).to_contain_text("closure/weeks")
    # The pages are built meanwhile: that takes its time.
    expect(page.locator("iframe[title=After]")).to_be_visible(timeout=180_000)
    assert "closure" in page.frame_locator("iframe[title=After]").locator("h1").first.inner_text().casefold()
    assert violations(page) == []
    page.set_viewport_size({"width": 768, "height": 1024})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert topic.read_text() == before
    page.keyboard.press("y")
    page.wait_for_url(address)
    assert "id: weeks" in topic.read_text()
    settled(page)
    page.keyboard.press("u")
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Redo: rename question “Weeks closed”")).to_be_visible()
    assert topic.read_text() == before


def removing(desk: tuple[WatchedPages, str], what: str, why: str) -> Page:
    """The page that says what it would change if something went."""
    pages, address = desk
    page: Page = settled(pages(f"{address}names"))
    page.locator("[name=what]").select_option(what)
    page.locator("[name=why]").fill(why)
    page.get_by_role("button", name="Show what removing changes").click()
    return page


def test_what_goes_is_told_with_its_reason_and_shown_as_gone(
    desk: tuple[WatchedPages, str], root: Path
) -> None:
    page = removing(desk, "articles coast-radio-detour", "The outlet took it down.")
    told = page.locator("[data-part=effect]")
    expect(told).to_contain_text(
        "/articles/coast-radio-detour/ says that it is gone, and why: “The outlet took it down.”"
    )
    expect(told).to_contain_text("“Weeks closed” has 1 answer where it had 2.")
    page.locator("[name=page]").wait_for(timeout=180_000)
    page.locator("[name=page]").select_option("articles/coast-radio-detour/")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.frame_locator("iframe[title=After]").get_by_text("This page is gone")).to_be_visible()
    expect(page.frame_locator("iframe[title=After]").get_by_text("The outlet took it down.")).to_be_visible()
    assert (root / "content/articles/coast-radio-detour.md").is_file()


def test_what_still_names_it_is_listed_with_a_way_there(desk: tuple[WatchedPages, str]) -> None:
    page = removing(desk, "outlets coast-radio", "It was the wrong one.")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("It cannot go as long as it is named.")
    expect(alert).not_to_contain_text("content/")
    alert.get_by_role("link", name="of Coast Radio: its outlet").click()
    page.wait_for_url("**/a/coast-radio-detour?*")


def test_what_is_typed_stays_while_the_drafts_are_looked_through(
    desk: tuple[WatchedPages, str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow:
        def submit(self, *_: object) -> Future[object]:
            return Future()

    monkeypatch.setattr(workplace, "BESIDE", Slow())
    # Whatever was found of the draft is no longer of now.
    sources = root / "content/sources.yml"
    sources.write_text(sources.read_text() + "jo-lind:\n  name: Jo Lind\n  kind: person\n  stake: none\n")
    pages, address = desk
    page = pages(f"{address}ask")
    expect(page.locator("main[data-waiting]")).to_have_count(1)
    page.locator("[name=text]").fill("How many were hurt?")
    page.evaluate("document.querySelector('[data-part=source] h2').dataset.old = 'yes'")
    # The next look has been shown where a part that has nothing typed in it is as it came.
    expect(page.locator("[data-old]")).to_have_count(0)
    expect(page.locator("[name=text]")).to_have_value("How many were hurt?")
