"""The heading over a topic: the weightiest finding in one line, and no more than was found."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.headings import LONGEST, topic_card, topic_heading
from builder.compare.topics import compare_topic
from builder.content.model import Article
from builder.content.vocabulary import Answer
from tests.factory import TOPIC, article, figure, library, named, question, wording, yes_no
from tests.stories.sites import story

COUNT = question(Answer.QUANTITY, short="Aboard")
SAID = {"sources": ("coastguard",)}


def heading(*articles: Article, short: str = "Aboard", covers: str | None = None) -> str:
    asked = [
        question(Answer.QUANTITY, short=short, covers=covers),
        question(Answer.YES_NO, short="A warning?"),
        question(Answer.WORDING, short="The cause"),
    ]
    found = library(*articles, questions=asked)
    return topic_heading(compare_topic(found, found.site.topics[TOPIC]), found.outlet_names)


def test_one_source_behind_all_figures() -> None:
    post, radio, wire = (
        article(id, figure(printed, **SAID))
        for id, printed in (("post", "140"), ("radio", "about 140"), ("wire", "140"))
    )
    assert heading(post, radio) == "One source behind both figures on “Aboard”: about 140 aboard"
    assert heading(post, radio, wire) == "One source behind every figure on “Aboard”: about 140 aboard"
    told = heading(post, radio, wire, covers="the evening of 3 March")
    assert told == "One source behind every figure for the evening of 3 March: about 140 aboard"
    long = heading(
        post, radio, wire, short="Passengers and crew aboard the ferry when it lost its power off the point"
    )
    assert long == "One source behind every figure: about 140 aboard"


def test_both_sides_of_a_contradiction() -> None:
    post, radio = article("post", figure("140")), article("radio", figure("180", sources=("coastguard",)))
    assert heading(post, radio) == "“140” or “180”: the accounts contradict each other on “Aboard”"
    said = yes_no(True, question=f"{TOPIC}/yes-no", sources=("line",))
    denied = yes_no(False, question=f"{TOPIC}/yes-no", sources=("coastguard",))
    told = heading(article("post", said), article("radio", denied))
    assert told == "A warning? Yes from the ferry line, no from the coastguard"
    unnamed = yes_no(False, question=f"{TOPIC}/yes-no", sources=())
    assert heading(article("post", said), article("radio", unnamed)).startswith("Yes or no: ")


def test_a_figure_is_quoted_for_several_outlets_only_if_all_print_it_so() -> None:
    day = {"as_of": "2031-03-04"}
    post, radio = article("post", figure("12", **day)), article("radio", figure("twelve", **day))
    other = article("wire", figure("30", sources=("coastguard",), **day))
    told = heading(post, radio, other)
    assert told == "Aboard: 12 (two outlets) against “30” (Wire)"
    assert heading(post, article("radio", figure("12", **day)), other).startswith(
        "Aboard: “12” (two outlets)"
    )


def test_whom_two_sides_name() -> None:
    asked = question(Answer.WHO, short="Who found it")
    post, radio = (
        article("post", named("Mayor")),
        article("radio", named("Coast guard", sources=("coastguard",))),
    )
    found = library(post, radio, questions=[asked])
    told = topic_heading(compare_topic(found, found.site.topics[TOPIC]), found.outlet_names)
    assert told == "Mayor or Coast guard: the accounts contradict each other on “Who found it”"


def card(*articles: Article) -> tuple[str, str]:
    asked = [
        question(Answer.QUANTITY, text="How many were aboard?", short="Aboard"),
        question(Answer.WORDING, text="What was the cause?", short="The cause"),
    ]
    found = library(*articles, questions=asked)
    return topic_card(compare_topic(found, found.site.topics[TOPIC]), found.outlet_names)


def test_a_card_says_of_what_its_figure_is_and_prints_it_once() -> None:
    post, radio = article("post", figure("140", **SAID)), article("radio", figure("about 140", **SAID))
    assert card(post, radio) == (
        "about 140",
        "Passengers aboard, on the word of the coastguard alone.",
    )
    unsure = article("radio", figure("about 140", status="could not verify", **SAID))
    assert card(post, unsure)[1].endswith("alone. One of two reports could not verify it.")
    other = article("radio", figure("180", sources=("coastguard",)))
    contradicted = "The accounts contradict each other. How many were aboard? Post and Radio."
    assert card(article("post", figure("140")), other) == ("“140” or “180”", contradicted)
    assert card(post) == ("“140”", "How many were aboard? Only Post, citing the coastguard.")
    assert card(article("post", wording("a fuse"))) == ("", "Only Post answers.")


def test_two_contradictions_are_counted_where_both_sides_have_no_room() -> None:
    post = article("post", figure("140"), yes_no(True, id="warned", sources=("line",)))
    radio = article(
        "radio", figure("180", sources=("coastguard",)), yes_no(False, id="warned", sources=("coastguard",))
    )
    assert heading(post, radio) == (
        "“140” or “180”: the accounts contradict each other on “Aboard”, and on one more question"
    )
    told = heading(post, radio, short="Passengers aboard when it stopped")
    assert told == "“140” or “180”: the accounts contradict each other on “Passengers aboard when it stopped”"
    told = heading(post, radio, short="Passengers " * 10)
    assert told == "The accounts contradict each other on two questions"


def test_nothing_but_what_was_found() -> None:
    post, radio = article("post", wording("a fuse")), article("radio", wording("a pump"))
    assert heading(post, radio) == "No contradiction found among two outlets"
    # Who answers other questions bears nothing out.
    wire = article("wire", figure("140"))
    assert heading(post, radio, wire) == "No contradiction found among two outlets; one more answers alone"
    assert heading(post, wire) == "No two outlets answer one question"
    assert heading(post) == "Only Post answers"
    assert heading() == "No text at hand answers"


def test_all_outlets_are_counted_that_answer_what_another_answers() -> None:
    post, radio = article("post", wording("a fuse")), article("radio", wording("a pump"))
    # Two share one question, one of them and a third another.
    also = article("radio", wording("a pump"), yes_no(True, sources=("line",)))
    third = article("wire", yes_no(True, sources=("coastguard",)))
    assert heading(post, also, third) == "No contradiction found among three outlets"
    # Who leaves it open does not answer.
    unsure = article("wire", replace(yes_no(True, "it is unclear"), value=None, undecided=True))
    assert heading(post, radio, unsure) == "No contradiction found among two outlets"
    assert heading(post, unsure) == "Only Post answers"
    assert heading(unsure) == "No text at hand answers"


@pytest.mark.parametrize("name", ["kursk", "toll", "bank"])
def test_no_heading_of_a_whole_story_is_long_or_a_sentence(name: str) -> None:
    told = story(name)
    for topic in told.topics:
        found = topic_heading(topic, told.library.outlet_names)
        assert 10 < len(found) <= LONGEST
        assert not found.endswith(".")
