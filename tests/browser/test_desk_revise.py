"""In the desk: an outlet changed its article. The new text becomes a draft, its claims are mended, and readers see what it said first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.publish import publish
from builder.desk.suggest.session import Session
from tests.browser.axe import violations
from tests.browser.desk import DRAFT, PAGE, PRECIS, served, site
from tests.browser.test_desk import answered, click, settled
from tests.browser.watched import WatchedPages


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = tmp_path / "site"
    article = site(root)
    session = Session(desk := Desk(root), desk.document(DRAFT))
    for proposal in session.open():
        session.take(session.lines(proposal, proposal.question))
    article.write_text(f"{article.read_text().rstrip()}\n\n{PRECIS}\n")
    publish(desk := Desk(root), desk.document(DRAFT))
    return root


@pytest.fixture
def desk(root: Path, browser: Browser) -> Iterator[tuple[WatchedPages, str]]:
    with served(root) as address, WatchedPages(browser) as pages:
        yield pages, address
        pages.assert_clean()


def test_a_changed_text_is_mended_published_and_taken_back(
    desk: tuple[WatchedPages, str], root: Path, tmp_path: Path
) -> None:
    pages, address = desk
    article = root / f"content/articles/{DRAFT}.md"
    before = article.read_bytes()
    changed = tmp_path / "changed.html"
    changed.write_text(
        PAGE.replace("at least 16 weeks", "at least 18 weeks").replace("six more than", "eight more than")
    )
    page = settled(pages(f"{address}a/{DRAFT}?show=claims"))
    page.get_by_role("link", name="Its outlet changed it").click()
    page.wait_for_url("**/revise")
    assert violations(page) == []
    page.get_by_role("button", name="Take the changed text in").click()
    expect(page.get_by_role("alert")).to_contain_text("one file, the pasted text, or an address")
    page.locator("input[type=file]").set_input_files(changed)
    page.locator("[name=revised]").fill("2031-05-14")
    page.get_by_role("button", name="Take the changed text in").click()
    page.wait_for_url("**-revised?show=wrong")
    settled(page)
    assert article.read_bytes() == before
    expect(page.locator("#card-title q")).to_have_text("at least 16 weeks")
    expect(page.locator(".card .told.error")).to_have_count(1)
    expect(page.locator(".beside")).not_to_contain_text("Tarn Weekly")
    answered(page, page.get_by_role("button", name="it prints: at least 18 weeks").click)
    expect(page.locator(".counters")).to_contain_text("0 to mend")
    page.keyboard.press("g")
    page.wait_for_url("**/publish")
    expect(page.locator("iframe")).to_have_count(2, timeout=120_000)
    settled(page)
    expect(page.frame_locator("iframe[title=After]").locator("body")).to_contain_text("at least 18 weeks")
    assert article.read_bytes() == before, "nothing is published by looking"
    page.keyboard.press("y")
    expect(page.locator("h1")).to_contain_text("is published")
    found = Desk(root)
    assert errors(found.problems) == []
    assert found.site.articles[DRAFT].claims[0].printed == "at least 18 weeks"
    assert len(found.site.articles[DRAFT].former) == 1
    page.goto(address)
    settled(page)
    page.get_by_role("button", name="Undo: publish").click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Redo: publish")).to_be_visible()
    assert article.read_bytes() == before
    assert (article.parent / f"{DRAFT}-revised.md").is_file()
    page.get_by_role("button", name="Undo: a new text").click()
    expect(page.get_by_role("status")).to_contain_text("take back those after it first")
    assert (article.parent / f"{DRAFT}-revised.md").is_file(), "what was mended in it is not lost"
    page.goto(f"{address}a/{DRAFT}-revised")
    settled(page)
    click(page, "Undo u")
    page.goto(address)
    settled(page)
    page.get_by_role("button", name="Undo: a new text").click()
    expect(page.get_by_role("button", name="Redo: a new text")).to_be_visible()
    assert not (article.parent / f"{DRAFT}-revised.md").exists()


def test_a_bibliography_that_cannot_be_keeps_what_was_typed(
    desk: tuple[WatchedPages, str], root: Path
) -> None:
    pages, address = desk
    article = root / f"content/articles/{DRAFT}.md"
    before = article.read_bytes()
    page = settled(pages(f"{address}a/{DRAFT}/about"))
    page.locator("#b-published").fill("last Monday")
    page.locator("#b-byline").fill("Jo Lind, Per Holm")
    page.get_by_role("button", name="Save, and go on").first.click()
    expect(page.get_by_role("status")).to_contain_text("published:")
    expect(page.locator("#b-byline")).to_have_value("Jo Lind, Per Holm")
    assert article.read_bytes() == before
    page.locator("#b-published").fill("2031-05-12")
    page.get_by_role("button", name="Save, and go on").first.click()
    page.wait_for_url(f"**/a/{DRAFT}")
    settled(page)
    assert "byline: [Jo Lind, Per Holm]" in article.read_text()
    click(page, "Undo u")
    assert article.read_bytes() == before
