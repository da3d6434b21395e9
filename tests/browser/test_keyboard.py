"""The keyboard alone reaches everything on every kind of page, sees where it is, and works it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import Viewport
from tests.browser.kinds import KINDS
from tests.browser.watched import WatchedPages

# Everything that a pointer could use, numbered; of a group of radio buttons the keyboard stops at one.
MARK = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && !(e.type === "radio" && !e.checked));
  all.forEach((e, n) => e.dataset.stop = n);
  window.stops = [];
  // The browser scrolls to what has the focus after it has told of it, on a busy machine some frames later.
  const settled = async element => {
    for (let frame = 0; frame < 120; frame++) {
      const box = element.getBoundingClientRect();
      if (box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth) return true;
      await new Promise(requestAnimationFrame);
    }
    return false;
  };
  addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target), next = target.nextElementSibling && getComputedStyle(target.nextElementSibling);
    const stop = {
      stop: +(target.dataset.stop ?? -1),
      html: target.outerHTML.slice(0, 120),
      shown: [style, next].some(s => s && s.outlineStyle !== "none") || target.matches("input, .md-search__scrollwrap"),
    };
    window.stops.push(stop);
    window.looking = settled(target.type === "radio" ? target.nextElementSibling : target).then(inside => stop.inside = inside);
  });
  return all.map(e => e.outerHTML.slice(0, 120));
}"""


def walk(page: Page) -> tuple[list[str], list[dict[str, Any]]]:
    """Press Tab until the focus is through, and return what there is to use and what was stopped at."""
    there: list[str] = page.evaluate(MARK)
    for _ in range(len(there) + 3):
        page.keyboard.press("Tab")
        page.evaluate("window.looking")
    stops: list[dict[str, Any]] = page.evaluate("stops")
    return there, stops


@pytest.mark.parametrize("kind", list(KINDS))
def test_tab_reaches_everything_in_sight(open_page: WatchedPages, site_url: str, kind: str) -> None:
    there, stops = walk(open_page(f"{site_url}{KINDS[kind]}"))
    reached = {stop["stop"] for stop in stops}
    assert [html for number, html in enumerate(there) if number not in reached] == []
    assert [stop["html"] for stop in stops if not stop["inside"]] == [], "the focus is somewhere out of sight"
    assert [stop["html"] for stop in stops if not stop["shown"]] == [], "nothing shows where the focus is"


@pytest.mark.parametrize("kind", ["home", "topic", "article"])
def test_tab_reaches_everything_on_a_phone(open_page: WatchedPages, site_url: str, kind: str) -> None:
    there, stops = walk(open_page(f"{site_url}{KINDS[kind]}", "phone"))
    reached = {stop["stop"] for stop in stops}
    assert [html for number, html in enumerate(there) if number not in reached] == []
    assert [stop["html"] for stop in stops if not stop["inside"]] == [], "the focus is somewhere out of sight"


@pytest.mark.parametrize("kind", ["home", "topic", "article"])
def test_what_is_folded_opens_and_closes(open_page: WatchedPages, site_url: str, kind: str) -> None:
    page = open_page(f"{site_url}{KINDS[kind]}")
    fold = page.locator(".md-content details:not([open]) > summary:visible").first.element_handle()
    assert fold is not None
    fold.focus()
    for key, state in (("Enter", True), ("Space", False)):
        page.keyboard.press(key)
        assert fold.evaluate("e => e.parentElement.open") is state


def test_the_skip_link_leads_past_the_menus(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_a_popover_closes_by_escape_and_gives_the_focus_back(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}articles/financial-times-first-combat/")
    mark = page.locator(".vm-mention").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    assert note.evaluate("note => note.contains(document.activeElement)"), "the next stop is in the box"
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_a_popover_covers_not_the_words_it_is_about_and_a_click_beside_it_closes_it(
    open_page: WatchedPages, site_url: str, viewport: Viewport
) -> None:
    page = open_page(f"{site_url}articles/financial-times-first-combat/", viewport)
    for mark in page.locator(".vm-mention").all()[:4]:
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        mark.focus()
        page.keyboard.press("Enter")
        note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
        expect(note).to_be_visible()
        covered = note.evaluate(
            """(note, id) => { const box = note.getBoundingClientRect();
            const words = document.querySelector(`[popovertarget="${id}"]`).closest(".vm-mentioned");
            return box.height < 30 || [...words.getClientRects()].some(line => line.bottom > box.top && line.top < box.bottom
              && line.right > box.left && line.left < box.right) }""",
            mark.get_attribute("popovertarget"),
        )
        assert not covered
        page.mouse.click(3, 3)
        expect(note).to_be_hidden()


def test_the_colours_change(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url)
    page.locator("[name=__palette]").first.focus()
    seen = set()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate("document.body.dataset.mdColorScheme"))
    assert seen == {"default", "slate"}


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_a_search_goes_all_the_way(open_page: WatchedPages, site_url: str, viewport: Viewport) -> None:
    page = open_page(site_url, viewport)
    if viewport == "desktop":
        page.keyboard.press("/")
    else:
        page.get_by_role("button", name="Search").focus()
        page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("around 30", delay=20)
    expect(page.locator(".md-search-result__link[href*='#claim-']").first).to_be_attached(timeout=20_000)
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if "#claim-" in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/*#claim-*")
    expect(page.locator(":target")).to_have_class("vm-said-card")


def test_the_menu_of_a_narrow_window_opens_and_closes(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url, "phone")
    menu = page.get_by_role("button", name="Navigation")
    link = page.locator(".md-nav--primary .md-nav__link[href*='casualties']").first
    expect(link).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/casualties/")
