"""What a reader may expect of every kind of page: access for all, little to load, a keyboard that is enough."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from builder.build import in_memory
from scripts.chromium import Scheme, Viewport
from tests.browser.kinds import KINDS
from tests.browser.watched import WatchedPages

BUDGET = 120_000
"""Bytes, compressed, that a topic's page may load at first, fonts included."""


def test_every_kind_of_page_is_tried(repository: Path) -> None:
    kinds = {page.kind for page in in_memory.make(repository).pages}
    assert kinds <= set(KINDS), kinds - set(KINDS)


def assert_accessible(page: Page, widths: tuple[int, ...]) -> None:
    """Fail where axe finds a violation, or the page scrolls sideways, in a window of any of the widths."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, f"{page.url} scrolls sideways at {width}"
        # Rows out of sight are not laid out; whoever checks has to see them.
        page.add_style_tag(content="* { content-visibility: visible !important }")
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], (
            page.url,
            width,
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_axe_finds_nothing(open_page: WatchedPages, site_url: str, kind: str, scheme: Scheme) -> None:
    page = open_page(f"{site_url}{KINDS[kind]}", "desktop", scheme)
    assert_accessible(page, (360, 1440) if scheme == "dark" else (360, 768, 1440))


def test_a_topic_loads_little_at_first(open_page: WatchedPages, site_url: str) -> None:
    page = open_page("about:blank", "phone")
    loaded: dict[str, int] = {}

    def note(response: Response) -> None:
        body = response.body()
        packed = response.url.endswith((".woff2", ".png"))
        loaded[response.url.removeprefix(site_url)] = len(body if packed else gzip.compress(body, 9))

    page.on("response", note)
    page.goto(f"{site_url}topics/casualties/")
    page.wait_for_load_state("networkidle")
    open_page.problems.clear()  # the watch began on a page without a host
    assert any(name.endswith(".woff2") for name in loaded)
    assert not any("search" in name for name in loaded), "the search index waits until someone searches"
    assert sum(loaded.values()) <= BUDGET, loaded


def focused(page: Page) -> str:
    text: str = page.evaluate(
        "(document.activeElement.getAttribute('href') || document.activeElement.tagName)"
    )
    return text


def test_the_keyboard_reaches_the_comparison_and_opens_what_is_folded(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(f"{site_url}topics/troop-numbers/")
    seen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        if page.evaluate("document.activeElement.matches('.vm-details:not([open]) > summary')"):
            break
    assert any("#claim-" in place for place in seen), "claims"
    assert any("outlets/" in place for place in seen), "outlets"
    assert any(place.startswith("#") and "--" in place for place in seen), "permalinks of cells"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def test_what_others_say_opens_without_leaving_the_page_and_without_javascript(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(f"{site_url}articles/financial-times-first-combat/", javascript=False)
    mark = page.locator(".vm-mention").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(note).to_be_visible()
    expect(note.locator(".vm-others").first).not_to_be_empty()
    assert page.url.endswith("articles/financial-times-first-combat/")


def test_on_a_phone_the_answer_stands_whole_on_the_first_screen(
    open_page: WatchedPages, site_url: str, repository: Path
) -> None:
    for topic in sorted(path.stem for path in (repository / "content" / "topics").glob("*.yml")):
        page = open_page(f"{site_url}topics/{topic}/", "phone")
        bottom = page.evaluate("document.querySelector('.vm-verdict').getBoundingClientRect().bottom")
        assert bottom <= page.evaluate("innerHeight"), topic
    page = open_page(f"{site_url}topics/casualties/", "phone")
    expect(page.locator(".vm-more li")).to_have_count(3)
    page.get_by_role("link", name="Sanitary losses, 20 December").first.click()
    expect(page.locator("#sanitary-losses-20-december")).to_be_in_viewport()


def test_on_a_phone_the_silent_stand_in_one_line(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    card = page.locator("[id='combined-losses']")
    expect(card.locator(".vm-silent-line")).to_contain_text("Not mentioned: ")
    expect(page.locator("[id='combined-losses--kyiv-independent']")).to_be_hidden()
    page.goto(f"{site_url}topics/casualties/#combined-losses--kyiv-independent")
    page.reload()
    expect(page.locator("[id='combined-losses--kyiv-independent']")).to_be_visible()


def test_the_system_s_dark_colours_are_there_before_the_theme_s_script(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page("about:blank", scheme="dark")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{site_url}topics/casualties/")
    page.wait_for_load_state("networkidle")
    open_page.problems.clear()  # the watch began on a page without a host
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
@pytest.mark.parametrize("place", ["#where", "topics/casualties/#the_sources", "topics/casualties/#verified"])
def test_a_link_into_a_page_lands_where_it_says(
    open_page: WatchedPages, site_url: str, viewport: Viewport, place: str
) -> None:
    """Rows that were not laid out when the browser jumped must not push the place away afterwards."""
    page = open_page(f"{site_url}{place}", viewport)
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"[id='{place.partition('#')[2]}']")).to_be_in_viewport()


def test_a_wide_window_needs_no_buttons_for_menu_and_search(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url)
    for name in ("Navigation", "Search"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
