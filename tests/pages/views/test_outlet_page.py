"""An outlet's page begins with where it differs from others, what it alone has, and whom it relies on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.disputes import dispute_of
from builder.compare.topics import compare_topic
from builder.content.model import Place
from builder.content.vocabulary import Answer, Where
from builder.pages.page import Page
from builder.pages.views.claims import Teller
from builder.pages.views.differing import DifferingView, differing, over_own_text
from tests.factory import article, figure, library, named, question, wording
from tests.stories.sites import site_of

BAY, SEA = Place("bay", "the bay", within=("sea",)), Place("sea", "the sea")


def views(*articles: object) -> dict[str, list[DifferingView]]:
    told = library(
        *articles,  # type: ignore[arg-type]
        questions=[question(Answer.WHO), question(Answer.QUANTITY)],
    )
    rows = [row for topic in told.site.topics.values() for row in compare_topic(told, topic).rows]
    found: dict[str, list[DifferingView]] = {}
    for row in rows:
        for outlet, view in (
            differing(told, row, dispute, Teller(told)) if (dispute := dispute_of(row)) else ()
        ):
            found.setdefault(outlet, []).append(view)
    return found


def test_each_side_is_told_what_stands_against_it() -> None:
    found = views(
        article("argus", named("Harbour Master")),
        article("post", named("Mayor", sources=())),
        article("radio", named("Mayor", sources=())),
    )
    assert set(found) == {"argus", "post", "radio"}
    (argus,), (post,) = found["argus"], found["post"]
    assert [one.claim.printed for one in argus.own] == ["Harbour Master"]
    assert [(line.claim.printed, line.outlets) for line in argus.against] == [("Mayor", "Post and Radio")]
    assert [one.claim.printed for one in post.own] == ["Mayor"]
    assert [(line.claim.printed, line.whence) for line in post.against] == [
        ("Harbour Master", "from the ferry line")
    ]
    assert argus.badge.key == "contradiction"


def test_who_agrees_with_all_is_on_no_list() -> None:
    assert views(article("argus", figure("140")), article("post", figure("140"))) == {}


def test_an_outlet_that_contradicts_itself_alone_differs_from_nobody() -> None:
    own = article("argus", named("Mayor"), named("Harbour Master", id="again"))
    assert views(own) == {}


def test_only_what_stands_against_an_outlets_own_claims_is_told_on_its_page() -> None:
    of = {"scope_place": BAY, "scope": BAY.name}
    found = views(
        article("argus", figure("110", as_of="2031-01", **of)),
        article("post", figure("up to 110", as_of="2031-02", **of)),
        article("radio", figure("about 130", sources=(), **of)),
        article("wire", figure("about 100", sources=("coastguard",), scope_place=SEA, scope=SEA.name)),
    )
    # For the bay the first two can be right with what is said of the whole sea: only Radio is in tension with that.
    assert {
        outlet: [line.outlets for view in views_ for line in view.against] for outlet, views_ in found.items()
    } == {
        "argus": ["Radio"],
        "post": ["Radio"],
        "radio": ["Argus", "Post", "Wire"],
        "wire": ["Radio"],
    }


@pytest.fixture(scope="module")
def bank() -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(Path(site_of("bank"))).pages}


def test_contradictions_come_first_and_lead_to_their_rows(bank: dict[str, Page]) -> None:
    page = bank["outlets/daily-whistle/"]
    assert page.sections[0].id == "differing"
    badges = re.findall(r"vm-badge--(contradiction|tension)", page.sections[0].html)
    assert badges == sorted(badges)
    assert "contradiction" in badges
    assert 'href="../../topics/size/#uninsured' in page.sections[0].html
    assert "94 percent" in page.sections[0].html.partition("against")[0]


def test_the_source_that_an_outlet_cites_most_is_told(bank: dict[str, Page]) -> None:
    told = {
        address: re.findall(r"Of its (\w+) answers compared here, (\w+) go back to ([^,]+),", page.lead)
        for address, page in bank.items()
        if address.startswith("outlets/")
    }
    assert any(told.values())
    for address, found in told.items():
        assert len(found) <= 1, address
        assert all(number not in ("no", "one", total) for total, number, _ in found), address


def test_who_else_says_the_same_is_told_of_the_answer_and_not_of_the_reader(bank: dict[str, Page]) -> None:
    articles = {
        address: "".join(section.html for section in page.sections)
        for address, page in bank.items()
        if address.startswith("articles/")
    }
    # Right behind the outlet that the answer is from.
    told = {address: len(re.findall(r"<small>and others<", html)) for address, html in articles.items()}
    assert any(told.values())
    for address, html in articles.items():
        named = re.findall(r'<a href="[^"]*">[^<]+</a> <small>and others<', html)
        assert len(named) == told[address]
        assert ("Where “and others” stands" in html) == bool(named), address


def test_of_a_headline_that_leaves_open_what_it_means_nobody_says_that_it_differs() -> None:
    text = replace(wording("fought off the assault"), id="text")
    for more, badge in (
        ({}, "Headline and text"),
        ({"leaves_open": "whose advance it is"}, "Headline unclear"),
    ):
        head = wording("the advance", where=Where.HEADLINE, against=("text",), **more)
        told = library(article("post", replace(head, id="head"), text), questions=[question(Answer.WORDING)])
        (row,) = (row for topic in told.site.topics.values() for row in compare_topic(told, topic).rows)
        ((outlet, view),) = over_own_text(row, Teller(told))
        assert (outlet, view.badge.words) == ("post", badge)
