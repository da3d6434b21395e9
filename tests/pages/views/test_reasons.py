"""How the answers to a question stand to each other, under its row."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.library import index
from builder.compare.relation import Relation
from builder.compare.topics import compare_topic
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from builder.pages.views.reasons import reasons
from tests.factory import TOPIC, article, figure, question, site

COUNT = question(Answer.QUANTITY)


def told(asked, *articles):
    lib = index(site(list(articles), questions=(asked,)))
    [row] = compare_topic(lib, lib.site.topics[TOPIC]).rows
    return row, [found.reason for found in reasons(row, Teller(lib))]


def test_that_a_count_went_on_from_day_to_day_is_said_by_its_row_alone():
    running = replace(COUNT, running=True)
    row, found = told(
        running,
        article("post", figure("12", as_of="2031-03-02")),
        article("radio", figure("15", as_of="2031-03-03")),
        article("wire", figure("19", as_of="2031-03-04")),
    )
    assert {one.relation for one in row.judgements} == {Relation.LATER_COUNT}
    assert row.summary.startswith("The count is running: “12” (Post, 2 March 2031)")
    assert found == []


def test_two_counts_of_one_day_are_told_under_the_row():
    running = replace(COUNT, running=True)
    _, found = told(
        running,
        article("post", figure("12", as_of="2031-03-02")),
        article("radio", figure("15", as_of="2031-03-02")),
    )
    [reason] = found
    assert "without an hour: two counts of that day, or figures of two things" in reason


def test_figures_of_two_days_of_a_count_that_does_not_run_are_told():
    _, found = told(
        COUNT,
        article("post", figure("12", as_of="2031-03-02")),
        article("radio", figure("15", as_of="2031-03-03")),
    )
    assert len(found) == 1
