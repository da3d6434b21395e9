"""What a topic's page has no room for leads on to a page of the question, in parts of a bounded size."""

from __future__ import annotations

import gzip
import re

import pytest

from builder.compare.library import Library
from builder.compare.topics import compare_topic
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages.compose import compose
from builder.pages.leaf import all_pages
from builder.pages.page import Page
from builder.pages.render import Printer
from builder.pages.search_index import entry_lines
from builder.pages.views import questions, room
from builder.pages.views.claims import Teller
from builder.pages.views.room import Limits, has_room, limits
from builder.pages.views.topic import topic_view
from tests.factory import TOPIC, article, figure, library, question

FIFTY = [f"paper-{n:02}" for n in range(50)]


def fifty(*more: Claim) -> Library:
    """Fifty outlets: 15 print 100, the others a figure each."""
    return library(
        *(article(id, figure(str(100 + max(0, n - 14))), *more) for n, id in enumerate(FIFTY)),
        questions=[question(Answer.QUANTITY)],
    )


def pages_of(told: Library) -> dict[str, Page]:
    leaves, contribution = compose(told, Printer(), single=True, indexed=False)
    return {page.address: page for page in all_pages(leaves, contribution)}


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SIZE", 1000)
    monkeypatch.setattr(questions, "PART", 400)


def test_where_all_reports_fit_no_question_has_a_page() -> None:
    told = fifty()
    assert has_room(told, TOPIC)
    assert [address for address in pages_of(told) if address.startswith("questions/")] == []


@pytest.mark.usefixtures("narrow")
def test_a_topic_leads_on_to_all_answers_of_a_question() -> None:
    told = fifty()
    comparison = compare_topic(told, told.site.topics[TOPIC])
    (row,) = topic_view(told, comparison, Teller(told), single=True).questions
    assert [len(answer.reports) for answer in row.answers] == [4, 1, 1, 1, 1, 1, 1, 1]
    assert (row.answers[0].more, row.more) == (11, 28)
    assert row.whole is not None
    assert row.whole[0] == "50 reports"
    assert row.whole[1].address == "questions/ferry--quantity/"
    pages = pages_of(told)
    assert (
        'href="../../questions/ferry--quantity/">All 50 reports on this question'
        in pages["topics/ferry/"].body
    )


@pytest.mark.usefixtures("narrow")
def test_its_parts_have_every_report_once_each_at_a_place_of_its_own_and_lead_on() -> None:
    parts = [page for address, page in pages_of(fifty()).items() if address.startswith("questions/")]
    assert len(parts) > 2
    reports = [re.findall(r'id="quantity--(paper-\d\d)"', page.body) for page in parts]
    assert sorted(id for ids in reports for id in ids) == FIFTY
    assert max(map(len, reports)) - min(map(len, reports[:-1])) <= 2
    for n, page in enumerate(parts, 1):
        assert page.title == f"quantity (Part {n} of {len(parts)})"
        assert ('rel="prev"' in page.body) == (n > 1)
        assert ('rel="next"' in page.body) == (n < len(parts))
        assert 'href="../../topics/ferry/#quantity"' in page.body
    # The answer of fifteen reports is too long for one part, and is named on the second one again.
    answers = [re.findall(r"Answer: </span><q>(\d+)</q>", page.body) for page in parts]
    assert answers[0] == ["100"]
    assert answers[1][0] == "100"
    assert "100" not in {one for found in answers[2:] for one in found}


@pytest.mark.usefixtures("narrow")
def test_a_search_finds_the_page_behind_the_question() -> None:
    pages = pages_of(fifty())
    topic = b"".join(entry_lines(pages["topics/ferry/"], True))
    behind = b"".join(entry_lines(pages["questions/ferry--quantity/"], True))
    assert b'"topics/ferry/#quantity"' in topic
    assert b'"location":"questions/ferry--quantity/"' in behind
    assert b'"boost":0.4' in behind


def test_the_more_questions_the_less_of_each_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SIZE", 0)
    asked = {}
    for number in (1, 20, 21, 80, 81, 100, 1000):
        told = library(
            article("post", figure("140")),
            questions=[question(Answer.QUANTITY, id=f"q{n}") for n in range(number - 1)]
            + [question(Answer.QUANTITY)],
        )
        asked[number] = None if has_room(told, TOPIC) else limits(told.site.topics[TOPIC])
    assert asked == {
        1: Limits(8, 4), 20: Limits(8, 4), 21: Limits(4, 2), 80: Limits(4, 2), 81: Limits(2, 1), 100: Limits(2, 1), 1000: Limits(2, 1),
    }  # fmt: skip


def test_no_page_grows_with_its_story() -> None:
    """A hundred outlets, each with an answer of its own to each of ten questions."""
    asked = [question(Answer.QUANTITY, id=f"q{n}", short=f"Question {n}") for n in range(10)]
    told = library(
        *(
            article(
                f"paper-{n:03}",
                *(
                    figure(str(1000 + 7 * n + m), id=f"c{m}", question=one.path)
                    for m, one in enumerate(asked)
                ),
            )
            for n in range(100)
        ),
        questions=asked,
    )
    sizes = {address: len(gzip.compress(page.body.encode())) for address, page in pages_of(told).items()}
    assert sum(address.startswith("questions/") for address in sizes) >= 10
    assert {address: size for address, size in sizes.items() if size > 55_000} == {}
