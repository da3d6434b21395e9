"""What a page counts is what its own lists have, and what other pages count of the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.pages.page import Page
from builder.pages.views.words import Words
from tests.printed import Read
from tests.stories.sites import site_of

NUMBERS = {Words("en").number(n): n for n in range(100)} | {str(n): n for n in range(100)} | {"no": 0}
LEFT_OPEN = "left open"


@pytest.fixture(scope="module", params=["kursk", "bank"])
def pages(request: pytest.FixtureRequest) -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(Path(site_of(request.param))).pages}


def counted(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return NUMBERS[found[1]] if found else 0


def questions(items: list[str]) -> set[str]:
    """The questions that some lines lead to, without those that are only left open there."""
    return {
        re.sub(r"--[^\"]*", "", found[1])
        for html in items
        if LEFT_OPEN not in Read(html).text.casefold() and (found := re.search(r'href="([^"]+#[^"]+)"', html))
    }


def answered(cell: str) -> bool:
    """Whether some claim in a cell answers, and does not only leave it open."""
    return any(
        LEFT_OPEN not in Read(claim).text.casefold() for claim in cell.split('<div class="vm-claim')[1:]
    )


def test_a_pair_counts_the_questions_that_its_lists_have(pages: dict[str, Page]) -> None:
    pairs = [page for address, page in pages.items() if re.fullmatch(r"pairs/[^/]+/", address)]
    told = 0
    for page in pairs:
        lead = Read(page.lead).text
        html = "".join(section.html for section in page.sections)
        rows = re.findall(r'<tr id="[^"]+">.*?</tr>', html, re.DOTALL)
        both = [
            row for row in rows if all(answered(cell) for cell in re.findall("<td>.*?</td>", row, re.DOTALL))
        ]
        assert counted(r"Both answer (\w+) question", lead) == len(both), page.address
        lists: dict[str, list[str]] = {}
        for title, items in re.findall(
            r'<p class="vm-alone-title">(.*?)</p>\s*<ul class="vm-alone-list">(.*?)</ul>', html, re.DOTALL
        ):
            outlet = re.sub(r"^(Only in|In) (the )?| \(.*", "", Read(title).text)
            lists.setdefault(outlet, []).extend(re.findall(r"<li>.*?</li>", items, re.DOTALL))
        for outlet, items in lists.items():
            number = len(questions(items))
            told += number
            said = counted(rf"{re.escape(outlet)}\)? alone answers (\w+)", lead)
            assert said == number, (page.address, outlet, lead)
    assert told


def test_an_outlet_has_as_many_claims_in_both_indexes(pages: dict[str, Page]) -> None:
    parts = re.split(r'<h2 id="outlet-([^"]+)">', pages["articles/"].body)[1:]
    told = {
        outlet: sum(NUMBERS[number] for number in re.findall(r"· (\w+) claims?\b", Read(html).text))
        for outlet, html in zip(parts[::2], parts[1::2], strict=True)
    }
    lines = re.findall(
        r'<a class="vm-line-title" href="([^"/]+)/">(.*?)</li>', pages["outlets/"].body, re.DOTALL
    )
    assert {outlet: counted(r"· (\w+) claims?\b", Read(line).text) for outlet, line in lines} == told
    assert told
    for outlet, number in told.items():
        # What it counts less, it says.
        text = Read(pages[f"outlets/{outlet}/"].body).text
        statements = counted(r"Of its (\w+) answers compared here", text)
        assert bool(re.search("(is|are) not counted here", text)) == (statements < number), outlet
