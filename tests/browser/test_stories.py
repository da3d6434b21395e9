"""A site of several stories, page by page: access for all, nothing to scroll sideways, a keyboard that is enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.chromium import Scheme, Viewport
from tests.browser.stories import STORIES, site_of_stories
from tests.browser.test_keyboard import walk
from tests.browser.test_reading import assert_accessible
from tests.browser.watched import WatchedPages


@pytest.fixture(scope="module")
def stories_url(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[[Path], str]) -> str:
    return site_server(site_of_stories(tmp_path_factory.mktemp("stories")))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_page: WatchedPages, stories_url: str, scheme: Scheme
) -> None:
    for address in STORIES.values():
        page = open_page(f"{stories_url}{address}", "desktop", scheme)
        if scheme == "light":
            assert_accessible(page, (360, 1440))
        else:
            assert_accessible(page, (360,), "color-contrast")
        page.context.close()


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
@pytest.mark.parametrize("kind", ["home", "story", "topics", "articles", "source"])
def test_tab_reaches_everything(
    open_page: WatchedPages, stories_url: str, kind: str, viewport: Viewport
) -> None:
    there, stops = walk(open_page(f"{stories_url}{STORIES[kind]}", viewport))
    reached = {stop["stop"] for stop in stops}
    assert [html for number, html in enumerate(there) if number not in reached] == []
    assert [stop["html"] for stop in stops if not stop["inside"]] == [], "the focus is somewhere out of sight"
    assert [stop["html"] for stop in stops if not stop["shown"]] == [], "nothing shows where the focus is"


def test_from_home_to_a_story_to_its_topic_and_back(open_page: WatchedPages, stories_url: str) -> None:
    page = open_page(stories_url)
    first = page.locator("#story-story-00000")
    lines = [box["x"] for line in first.locator("p").all() if (box := line.bounding_box())]
    assert len(lines) == 6, "its summary, its findings, its two weightiest disputes, what it has"
    assert len(set(lines)) == 1, "all that is said of a story stands in one column"
    first.get_by_role("link", name="Ferry 0 stops").click()
    page.wait_for_url("**/stories/story-00000/")
    page.get_by_role("article").get_by_role("link", name="The ferry 0", exact=True).first.click()
    page.wait_for_url("**/topics/ferry-00000/")
    page.get_by_role("article").get_by_role("link", name="Ferry 0 stops").click()
    page.wait_for_url("**/stories/story-00000/")
    page.goto(f"{stories_url}topics/")
    page.get_by_role("link", name="The whole story: Ferry 1 stops").click()
    page.wait_for_url("**/stories/story-00001/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry 1 stops")
