"""The headers that docs/publishing.md gives: the site works under exactly these, and they are those of the site as it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pages import policy
from scripts.chromium import Viewport
from scripts.serving import serve
from tests.browser.kinds import KINDS
from tests.browser.large import large_site
from tests.browser.stories import STORIES, site_of_stories
from tests.browser.test_search import search
from tests.browser.watched import WatchedPages

NAME = "Content-Security-Policy"


@pytest.fixture(scope="module")
def documented(repository: Path) -> dict[str, str]:
    """The headers as the page of the docs has them."""
    text = (repository / "docs" / "publishing.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```http\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return dict(line.split(": ", 1) for line in block.splitlines())


@pytest.fixture(scope="module")
def headed_url(built_site: Path, documented: dict[str, str]) -> Iterator[str]:
    """The address of this repository's built site, from a server that sends these headers."""
    with serve(built_site, documented) as url:
        yield url


def test_the_documented_headers_are_those_of_the_built_site(
    built_site: Path, documented: dict[str, str]
) -> None:
    """After an update of the theme: print them anew with "variorum headers", and put them into docs/publishing.md."""
    pages = (path.read_bytes() for path in built_site.rglob("*.html"))
    assert documented == policy.headers(pages)
    rules = dict(rule.split(" ", 1) for rule in documented[NAME].split("; "))
    assert rules.pop("script-src").startswith("'self' 'sha256-")
    assert rules == {
        "default-src": "'none'", "style-src": "'self'", "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'",
        "worker-src": "'self'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
    }  # fmt: skip
    assert "unsafe" not in documented[NAME]


def scheme_of(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def settled(page: Page) -> None:
    """Wait until the theme's script is there: its buttons are labels before that, and nothing listens."""
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_a_page_of_every_kind_works(
    open_page: WatchedPages, headed_url: str, documented: dict[str, str], kind: str, viewport: Viewport
) -> None:
    page = open_page(
        f"{headed_url}{KINDS[kind]}", viewport
    )  # what is blocked is an error of the console, and fails the test
    answer = page.request.get(page.url)
    assert {name: answer.headers[name.lower()] for name in documented} == documented
    assert page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].some(font => font.status == 'loaded'))"
    )
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    # Icons stand in the style sheet itself.
    assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")


@pytest.mark.parametrize("kind", ["home", "topic", "none"])
@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_light_and_dark_are_chosen_and_kept(
    open_page: WatchedPages, headed_url: str, kind: str, viewport: Viewport
) -> None:
    page = open_page(f"{headed_url}{KINDS[kind]}", viewport)
    settled(page)
    assert scheme_of(page) == "default"
    for wanted in ("default", "slate", "default"):
        page.locator("[data-md-component=palette] label:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)
    page.locator("[data-md-component=palette] label:visible").click()
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    assert scheme_of(page) == "slate", "the choice is kept, and there before the theme's script"


@pytest.mark.parametrize("kind", ["home", "topic", "none"])
def test_a_search_finds_and_leads_there(open_page: WatchedPages, headed_url: str, kind: str) -> None:
    page = open_page(f"{headed_url}{KINDS[kind]}")
    page.get_by_role("textbox", name="Search").click()
    best = search(page, "Zelenskiy")
    expect(best).to_have_attribute("href", re.compile("sources/zelensky/"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/zelensky/**")
    expect(page.locator("mark[data-md-highlight]").first).to_be_visible()


def test_pictures_the_map_and_what_opens(open_page: WatchedPages, headed_url: str) -> None:
    page = open_page(headed_url)
    for address in ("#where", "topics/kursk-villages/"):
        page.goto(f"{headed_url}{address}")
        chart = page.locator("svg.vm-chart").last
        chart.scroll_into_view_if_needed()
        assert chart.evaluate("svg => svg.getBoundingClientRect().height > 50"), address
        assert chart.evaluate("svg => getComputedStyle(svg.querySelector('text')).fill != 'none'"), address
    page.goto(f"{headed_url}topics/troop-numbers/")
    page.get_by_text("The figures on a scale").click()
    scale = page.locator("svg.vm-scale")
    assert scale.locator("text").all_text_contents() == ["10,000", "11,000", "12,000"]
    assert scale.evaluate("svg => getComputedStyle(svg.querySelector('text')).fill != 'none'")
    page.goto(f"{headed_url}outlets/newsweek/")
    widths = page.locator(".vm-share rect").evaluate_all(
        "bars => bars.map(bar => bar.getBoundingClientRect().width)"
    )
    assert len(set(widths)) > 2
    assert all(width > 1 for width in widths)
    page.goto(f"{headed_url}topics/casualties/")
    for closed in page.locator("article details:not([open]) > summary:visible").all()[:3]:
        closed.click()
    page.emulate_media(media="print")


def test_the_picker_of_a_large_table(
    open_page: WatchedPages, documented: dict[str, str], tmp_path: Path
) -> None:
    with serve(large_site(tmp_path), documented) as url:
        page = open_page(f"{url}topics/flood/?view=outlet")
        heads = page.locator(".vm-heads > li:visible")
        expect(heads).to_have_count(6)
        page.get_by_role("button", name="Show all").click()
        expect(heads).to_have_count(40)
        # The columns and their widths need no style that a header would have to allow.
        width = "box => box.scrollWidth"
        assert page.locator(".vm-scroll").evaluate(width) > 7440
        page = open_page(f"{url}topics/flood/", javascript=False)
        page.get_by_label("by outlet").check()
        assert page.locator(".vm-scroll").evaluate(width) > 7440
        open_page.settle()


def test_a_site_of_several_stories(
    open_page: WatchedPages, documented: dict[str, str], tmp_path: Path
) -> None:
    with serve(site_of_stories(tmp_path / "stories"), documented) as url:
        for address in STORIES.values():
            settled(open_page(f"{url}{address}"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<script>document.title = 'run'</script>", "script"),
        ("<p onclick='x()' style='color: red'>x</p>", "style"),
        ("<style>p { color: red }</style>", "style"),
        ("<img src='http://other.invalid/x.png' alt=''>", "http://other.invalid/x.png"),
        ("<iframe src='/'></iframe>", "frame"),
        ("<script src='data:text/javascript,1'></script>", "data:"),
        ("<base href='/x/'>", "base-uri"),
    ],
)
def test_what_does_not_belong_there_is_blocked_and_seen(
    browser: Browser, documented: dict[str, str], tmp_path: Path, body: str, told: str
) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>Page</title><link rel="icon" href="data:,">{body}', encoding="utf-8"
    )
    with serve(tmp_path, documented) as url, WatchedPages(browser) as pages:
        page = pages(url)
        assert page.title() == "Page"
        pages.settle()
        assert [
            problem for problem in pages.problems if "Content Security Policy" in problem and told in problem
        ]
