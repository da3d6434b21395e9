"""The desk's keys and gestures, each once, on one desk: what a key does stands in its table of the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.desk.desk import Desk
from builder.desk.entering import ask
from tests.browser.axe import violations
from tests.browser.desk import DRAFT, PAGE, served, site
from tests.browser.test_desk import answered, claims, press, settled
from tests.browser.watched import WatchedPages

FEWER = "fewer guests"
SELECT = """words => {
    const p = [...document.querySelectorAll(".text p")].find(p => p.textContent.includes(words));
    const node = [...p.childNodes].find(n => n.textContent.includes(words)), at = node.textContent.indexOf(words);
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
}"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The draft of a site that all tests here share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("VARIORUM_SOURCES", raising=False)
        root = tmp_path_factory.mktemp("keys") / "site"
        article = site(root)
        second = {
            "text": "How many weeks more than announced is it closed?",
            "short": "Weeks more",
            "answer": "quantity",
        }
        ask(Desk(root), {**second, "unit": "weeks", "counts": "closed", "of": "the bridge"}, "closure")
        yield article


@pytest.fixture(scope="module")
def address(article: Path) -> Iterator[str]:
    with served(article.parents[2]) as found:
        yield found


@pytest.fixture(autouse=True)
def as_it_was(article: Path) -> Iterator[None]:
    """Give back what a test did to the draft."""
    before = article.read_bytes()
    yield
    article.write_bytes(before)


@pytest.fixture
def open_page(address: str, browser: Browser) -> Iterator[WatchedPages]:
    with WatchedPages(browser) as pages:
        yield pages
        pages.assert_clean()


@pytest.fixture
def page(open_page: WatchedPages, address: str) -> Page:
    return settled(open_page(f"{address}a/{DRAFT}"))


def test_the_next_and_the_one_before(page: Page) -> None:
    first = page.locator("#card-title q").inner_text()
    press(page, "j")
    second = page.locator("#card-title q").inner_text()
    assert second != first
    expect(page.locator(".walk")).to_contain_text("2 of 3")
    expect(page.locator(".mark.now")).to_have_text(second)
    press(page, "k")
    expect(page.locator("#card-title q")).to_have_text(first)
    expect(page.locator("[data-key=k]")).to_have_count(0)


def test_the_second_question(page: Page, article: Path) -> None:
    two = page.locator("[data-key='2']")
    for _ in range(3):
        if two.count():
            break
        press(page, "j")
    expect(two).to_have_count(1)
    second = two.get_attribute("value")
    press(page, "2")
    assert [claim["question"] for claim in claims(article)] == [second]
    press(page, "u")
    assert claims(article) == []


def test_fields_are_changed_saved_and_mended_and_the_claim_goes(page: Page, article: Path) -> None:
    press(page, "t")
    answered(page, lambda: page.locator("#f-show").select_option("claims"))
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.locator("#f-printed")).to_be_focused()
    page.locator("#f-said_on").focus()
    page.locator("#f-said_on").fill("2031-05-02")
    page.keyboard.press("Escape")
    expect(page.locator("#f-said_on")).to_have_value("2031-05-02")
    press(page, "s")
    assert str(claims(article)[0]["said_on"]) == "2031-05-02"
    expect(page.locator(".card .told.error")).not_to_have_count(0)
    press(page, "m")
    assert str(claims(article)[0].get("said_on")) != "2031-05-02"
    press(page, "x")
    assert claims(article) == []


def test_ticking_a_silence_keeps_what_is_typed_in_the_card(page: Page, article: Path) -> None:
    press(page, "t")
    cue = page.locator("#f-cue")
    typed = "had told"
    cue.fill(typed)
    page.locator("main").focus()
    page.keyboard.press("l")
    press(page, "Enter")
    assert "kind: not mentioned" in article.read_text()
    expect(cue).to_have_value(typed)
    page.locator("main").focus()
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("not saved")
    expect(cue).to_have_value(typed)
    page.keyboard.press("Escape")
    expect(cue).not_to_have_value(typed)
    press(page, "u")
    assert "kind: not mentioned" not in article.read_text()


def test_a_tap_on_the_button_claims_what_was_selected(
    open_page: WatchedPages, browser: Browser, address: str
) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768}) as tablet:
        page = tablet.new_page()
        page.goto(f"{address}a/{DRAFT}")
        settled(page)
        page.evaluate(SELECT, FEWER)
        # As tablets do: the tap ends the selection before the click comes.
        page.evaluate("addEventListener('pointerup', () => getSelection().removeAllRanges(), true)")
        answered(page, page.locator("[data-claim]").tap)
        expect(page.locator("#card-title q")).to_have_text(FEWER)
        assert page.evaluate("getSelection().isCollapsed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_quotations_are_told_apart_from_the_text(
    open_page: WatchedPages, address: str, article: Path, scheme: str
) -> None:
    page = settled(open_page(f"{address}a/{DRAFT}", "desktop", scheme))  # type: ignore[arg-type]
    press(page, "t")
    answered(page, lambda: page.locator("#f-show").select_option("claims"))
    page.locator("#f-quote").fill(
        "closed for at least 16 weeks, the council's engineer told this paper on Monday"
    )
    page.locator("main").focus()
    press(page, "s")
    expect(page.locator(".mark.quoted")).not_to_have_count(0)
    assert violations(page) == []


def test_keys_of_the_queue_and_of_adding(open_page: WatchedPages, address: str) -> None:
    page = settled(open_page(address))
    page.keyboard.press("q")
    page.wait_for_url("**/ask")
    page.go_back()
    settled(page)
    page.keyboard.press("a")
    page.wait_for_url("**/add")
    page.keyboard.press("f")
    expect(page.locator("input[type=file]")).to_be_focused()


def test_a_file_that_is_dropped_is_added(open_page: WatchedPages, address: str, article: Path) -> None:
    page = settled(open_page(f"{address}add"))
    dropped = page.evaluate_handle(
        """text => {
        const data = new DataTransfer();
        data.items.add(new File([text], "saved.html", {type: "text/html"}));
        return data;
        }""",
        PAGE.replace("Bridge repair drags on", "A ferry comes").replace("42 bicycles", "48 bicycles"),
    )
    page.dispatch_event("form.add", "dragover", {"dataTransfer": dropped})
    expect(page.locator(".drop")).to_have_class(re.compile("over"))
    page.dispatch_event("form.add", "drop", {"dataTransfer": dropped})
    expect(page.get_by_role("button", name="Add", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/about")
    expect(page.locator("#b-headline")).to_have_value("A ferry comes")
    made = page.url.split("/")[-2]
    assert (article.parent / f"{made}.md").is_file()
