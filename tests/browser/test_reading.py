"""What a reader may expect of every kind of page: access for all, little to load, a keyboard that is enough."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from builder.build import in_memory
from scripts.chromium import Scheme, Viewport
from tests.browser.axe import violations
from tests.browser.kinds import KINDS
from tests.browser.watched import WatchedPages

BUDGET = 120_000
"""Bytes, compressed, that a topic's page may load at first, fonts included."""


def test_every_kind_of_page_is_tried(repository: Path) -> None:
    kinds = {page.kind for page in in_memory.make(repository).pages}
    assert kinds <= set(KINDS), kinds - set(KINDS)


def assert_accessible(page: Page, widths: tuple[int, ...], *rules: str) -> None:
    """Fail where axe finds a violation, of these rules if any is named, or the page scrolls sideways, in a window of any of the widths."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, f"{page.url} scrolls sideways at {width}"
        # Rows out of sight are not laid out; whoever checks has to see them.
        page.add_style_tag(content="* { content-visibility: visible !important }")
        assert violations(page, *rules) == [], (page.url, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_axe_finds_nothing(open_page: WatchedPages, site_url: str, kind: str, scheme: Scheme) -> None:
    page = open_page(f"{site_url}{KINDS[kind]}", "desktop", scheme)
    if scheme == "light":
        assert_accessible(page, (360, 768, 1440))
    else:
        # The same page in other colours.
        assert_accessible(page, (360, 1440), "color-contrast")


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
        if page.evaluate("document.activeElement.matches('.vm-q > .vm-details:not([open]) > summary')"):
            break
    assert any("#claim-" in place for place in seen), "claims"
    assert any("outlets/" in place for place in seen), "outlets"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Tab")
    row = page.evaluate("document.activeElement.closest('.vm-q').id")
    assert focused(page) == f"#{row}", "the permalink"


@pytest.mark.parametrize("topic", ["casualties", "troop-numbers", "kursk-villages"])
def test_the_keyboard_has_few_stops_and_none_at_a_mere_sign(
    open_page: WatchedPages, site_url: str, topic: str
) -> None:
    for viewport in ("desktop", "phone"):
        page = open_page(f"{site_url}topics/{topic}/", viewport)
        stops = page.locator(
            "a[href], button, input, select, textarea, summary, [tabindex='0']"
        ).evaluate_all(
            """all => all.filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true})
            && !(e.type === "radio" && !e.checked)).map(e => e.textContent.trim())"""
        )
        # Besides the answers themselves, of which each leads to its place in its article.
        assert len(stops) - page.locator(".vm-report-link:visible").count() <= 65
        # What stays are the signs of the page's few sections, which the theme's own pages have too.
        assert stops.count("#") <= 5


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_what_is_pressed_is_large_enough(open_page: WatchedPages, site_url: str, viewport: Viewport) -> None:
    """24 pixels, but for links within a sentence or a table, whose lines are as high as they are."""
    page = open_page(f"{site_url}topics/casualties/", viewport)
    small = (
        page.locator("article")
        .locator("a[href], button, label, summary")
        .evaluate_all(
            """all => all.filter(e => e.checkVisibility() && !e.closest("p.vm-more, td, .vm-small"))
        .filter(e => { const box = e.getBoundingClientRect(); return box.width && (box.height < 23.9 || box.width < 23.9) })
        .map(e => e.outerHTML.slice(0, 120))"""
        )
    )
    assert small == []


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
@pytest.mark.parametrize(
    "path",
    ["", "articles/newsweek-dozens-killed/", "outlets/newsweek/", "sources/gur/", "pairs/financial-times--newsweek/", "sources/", "about/"],
)  # fmt: skip
def test_what_is_pressed_is_high_enough_on_every_kind_of_page(
    open_page: WatchedPages, site_url: str, path: str, viewport: Viewport
) -> None:
    """24 pixels, links within sentences and tables too; but not the signs of a precis, which are the words over them."""
    page = open_page(f"{site_url}{path}", viewport)
    small = (
        page.locator("article")
        .locator("a[href], button:not(.vm-mention), summary")
        .evaluate_all(
            """all => all.filter(e => e.checkVisibility() && e.getClientRects().length)
        .filter(e => e.getBoundingClientRect().height < 23.9).map(e => e.outerHTML.slice(0, 120))"""
        )
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_of_a_heading_can_be_read(open_page: WatchedPages, site_url: str, scheme: Scheme) -> None:
    page = open_page(f"{site_url}topics/casualties/", "desktop", scheme)
    for selector in (".headerlink", ".vm-q-title > .vm-permalink"):
        contrast = page.locator(selector).first.evaluate(
            """sign => { const of = colour => { const [r, g, b] = colour.match(/[0-9.]+/g).map(Number)
                .map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
              return .2126 * r + .7152 * g + .0722 * b };
            const style = getComputedStyle(sign);
            if (style.opacity !== "1") return 0;
            const [low, high] = [of(style.color), of(getComputedStyle(document.body).backgroundColor)].sort((a, b) => a - b);
            return (high + .05) / (low + .05) }"""
        )
        assert contrast >= 4.5, selector


def test_a_permalink_copies_its_address_and_says_so(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign = page.locator("#missing .vm-q-title > .vm-permalink")
    sign.click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_url}topics/casualties/#missing"
    assert page.url.endswith("#missing")


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
        bottom = page.evaluate(
            "document.querySelector('.vm-verdict, .vm-known').getBoundingClientRect().bottom"
        )
        assert bottom <= page.evaluate("innerHeight"), topic
    page = open_page(f"{site_url}topics/casualties/", "phone")
    expect(page.locator(".vm-rung")).to_have_count(6)
    page.locator(".vm-ladder").get_by_role("link", name="Sanitary losses, 20 December").click()
    expect(page.locator("#sanitary-losses-20-december")).to_be_in_viewport()


def test_on_a_phone_a_topic_is_no_longer_than_needed(
    open_page: WatchedPages, site_url: str, repository: Path
) -> None:
    for topic in sorted(path.stem for path in (repository / "content" / "topics").glob("*.yml")):
        page = open_page(f"{site_url}topics/{topic}/", "phone")
        assert page.evaluate("document.documentElement.scrollHeight") <= 8000, topic
        page.context.close()


def test_on_a_phone_the_home_page_is_no_longer_than_needed(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url, "phone")
    assert page.evaluate("document.documentElement.scrollHeight") <= 8000
    # Whoever asks where the places lie finds it in a fold.
    fold = page.locator(".vm-map-list")
    expect(fold.get_by_role("table")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.get_by_role("table")).to_be_visible()


def test_on_a_phone_the_silent_stand_in_one_line(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(f"{site_url}topics/casualties/", "phone")
    gaps = page.locator("[id='combined-losses'] .vm-gaps")
    assert (
        gaps.inner_text()
        == "Not mentioned: Express & Star Kyiv Independent Not in the copy at hand: Unsigned digest"
    )
    commas = gaps.locator(".vm-gap").evaluate_all(
        """all => all.map(gap => [getComputedStyle(gap, '::before').content,
          getComputedStyle(gap.querySelector('.vm-gap-outlet'), '::after').content])"""
    )
    assert commas == [["none", '","'], ["none", "none"], ['" · "', "none"]]
    page.goto(f"{site_url}topics/casualties/#combined-losses--kyiv-independent")
    expect(page.locator("[id='combined-losses--kyiv-independent']")).to_be_in_viewport()


def test_the_system_s_dark_colours_are_there_before_the_theme_s_script(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(site_url, scheme="dark")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{site_url}topics/casualties/")
    page.wait_for_load_state("networkidle")
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
