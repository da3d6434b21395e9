"""Searching with the theme's own box: what a reader types, and where the first find leads."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect

from builder.pages.search_index import search_names
from builder.values.names import name_key
from tests.browser.watched import WatchedPages
from tests.factory import site

LINK = ".md-search-result__link"
SETTLED = """() => {
  const list = document.querySelector(".md-search-result__list").innerHTML, now = performance.now();
  if (list !== window.lastList) { window.lastList = list; window.lastChange = now; }
  return now - window.lastChange > 250;
}"""


@pytest.fixture(scope="module")
def searched(browser, site_url: str):
    """A page with the search open; each test types into it."""
    with WatchedPages(browser) as pages:
        page = pages(site_url)
        page.get_by_role("textbox", name="Search").click()
        yield page
        pages.assert_clean()


def search(page: Page, words: str) -> Locator:
    """Type words, and return the best find: what Enter leads to."""
    box = page.get_by_role("textbox", name="Search")
    box.fill("")
    expect(page.locator(LINK)).to_have_count(0)
    box.press_sequentially(words)
    # The index is fetched and built in a worker on first use.
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching", timeout=20_000)
    finds = page.locator(".md-search-result__item").first.locator(LINK)
    expect(finds.first).to_be_attached()
    # Each key is searched for: the list is that of the last one when it no longer changes.
    page.wait_for_function(SETTLED)
    scores = finds.evaluate_all("links => links.map(link => Number(link.firstElementChild.dataset.mdScore))")
    return finds.nth(scores.index(max(scores)))


def place(address: str) -> str:
    """The address without what is only marked there."""
    parts = urlsplit(address)
    return f"{parts.path.lstrip('/')}{'#' if parts.fragment else ''}{parts.fragment}"


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        # A figure, however its thousands are grouped.
        ("11000", "topics/troop-numbers/#deployed"),
        ("11,000", "topics/troop-numbers/#deployed"),
        ("11.000", "topics/troop-numbers/#deployed"),
        ("11 000", "topics/troop-numbers/#deployed"),
        ("3000", "topics/casualties/#since-deployment"),
        ("around 30", "topics/casualties/#killed-or-wounded-weekend"),
        # A person and an agency, in spellings that a text has and in others.
        ("Zelensky", "sources/zelensky/"),
        ("Zelenskyy", "sources/zelensky/"),
        ("Zelenskiy", "sources/zelensky/"),
        ("Selenskyj", "sources/zelensky/"),
        ("Selensk", "sources/zelensky/"),
        ("GUR", "sources/gur/"),
        ("HUR", "sources/gur/"),
        ("Institute for the Study of War", "sources/isw/"),
        # A village.
        ("Vorozhba", "articles/unknown-digest-significant-casualties/#claim-weekend-villages"),
        ("Vorobzha", "topics/kursk-villages/#weekend-villages"),
        ("Worozhba", "articles/unknown-digest-significant-casualties/#claim-weekend-villages"),
        ("Plechowo", "topics/kursk-villages/#weekend-villages"),
        ("Martynivka", "topics/kursk-villages/#weekend-villages"),
        # An outlet, by its short name and in another spelling.
        ("FT", "outlets/financial-times/"),
        ("Kiev Independent", "outlets/kyiv-independent/"),
        # The words of a question, of a topic, and with an apostrophe.
        ("bodies seen in the drone footage", "topics/casualties/#bodies-in-footage"),
        ("language barrier", "topics/language-barrier/"),
        ("Zelensky on their use", "topics/troop-numbers/#zelensky-saturday"),
    ],
)  # fmt: skip
def test_the_first_find_is_the_right_place(searched: Page, site_url: str, words: str, leads: str) -> None:
    found = search(searched, words)
    assert place(found.get_attribute("href") or "") == leads
    # Nobody is told that their spelling is missing from what was found.
    if " " not in words:
        expect(found.locator(".md-search-result__terms")).to_have_count(0)


@pytest.mark.parametrize("words", ["mine", "mines", "nobodyprintedthis", "Bakhmut", "2024"])
def test_words_that_are_no_name_stay_as_they_were_typed(searched: Page, words: str) -> None:
    asked = searched.evaluate("words => window.vmSearch({type: 2, data: words}).data", words)
    assert asked == words


def test_a_phrase_and_a_word_left_out_stay_so(searched: Page) -> None:
    search(searched, "Zelensky")
    asked = searched.evaluate("""() => ['"Selenskyj said"', 'losses -Martynivka', '+Kiev'].map(
        words => window.vmSearch({type: 2, data: words}).data)""")
    assert asked == ['"Zelensky said"', "losses -Martinovka", "+Kyiv"]


def test_enter_leads_to_the_question(open_page: WatchedPages, site_url: str) -> None:
    page = open_page(site_url)
    page.get_by_role("textbox", name="Search").click()
    search(page, "11000")
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/troop-numbers/*#deployed")
    expect(page.locator(":target")).to_have_class(re.compile("vm-q"))
    expect(page.locator("mark", has_text="11,000").first).to_be_attached()


def test_nothing_of_the_search_is_loaded_before_somebody_searches(
    open_page: WatchedPages, site_url: str
) -> None:
    page = open_page(site_url)
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /search/.test(name))"
    assert page.evaluate(loaded) == []
    page.get_by_role("textbox", name="Search").click()
    search(page, "HUR")
    assert [name.rpartition("/")[2] for name in page.evaluate(loaded)][:1] == ["search.js"]


def test_the_browser_and_the_program_agree_on_what_spellings_share(searched: Page) -> None:
    """Both fold a name by the same patterns; so they must come to the same key, but for s and z."""
    search(searched, "Kyiv")
    folds = search_names(site([]))["folds"]

    @given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäéіїł", min_size=3, max_size=14))
    def agree(word: str) -> None:
        mine = name_key(word)
        theirs = searched.evaluate(
            "([word, folds]) => vmSearch.key(word, folds.map(fold => [new RegExp(fold[0], 'g'), fold[1]]))",
            [word, json.loads(json.dumps(folds[:-1]))],
        )
        assert theirs == mine

    agree()
