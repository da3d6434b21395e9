"""The indexes of a site."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.compare.library import index, publication_order
from builder.content.model import Story, Topic
from builder.content.vocabulary import Answer, Covers
from tests.factory import TOPIC, article, figure, library, question, site, wording

DATES = st.none() | st.sampled_from(
    "2031 2031-03 2031-03-03 2031-03-04 2031-03-03/2031-03-05 ../2031-03-03 2031-03-03/..".split()
)


def test_answers_come_in_the_order_of_publication():
    lib = library(
        article("c", figure("3"), published="2031-03-04"),
        article("d", figure("4"), published=None),
        article("b", figure("2"), published="2031-03-03/2031-03-09"),
        article("a", figure("1"), published="2031-03-03"),
    )
    assert [claim.article for claim in lib.answers[f"{TOPIC}/quantity"]] == ["a", "b", "c", "d"]
    assert [found.id for found in lib.articles_of_story["breakdown"]] == ["a", "b", "c", "d"]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), DATES), unique_by=lambda pair: pair[0]))
def test_publication_order_agrees_with_the_dates(dated):
    ordered = sorted((article(id, published=edtf) for id, edtf in dated), key=publication_order)
    unknown = [found.published is None for found in ordered]
    assert unknown == sorted(unknown)
    for early, late in pairwise(ordered):
        if early.published and late.published:
            assert not late.published.before(early.published)


def test_every_question_has_a_list_of_answers():
    lib = library(article("post", figure("140")))
    assert set(lib.answers) == set(lib.questions) == {f"{TOPIC}/{answer.value}" for answer in Answer}
    assert lib.answers[f"{TOPIC}/date"] == ()
    assert lib.claims["post/claim"].printed == "140"


def test_an_article_belongs_to_the_stories_of_its_claims():
    both = site(
        [article("post", figure("140")), article("radio", figure("9", question="port/crew")), article("mute")]
    )
    both.topics["port"] = Topic(
        "port", "The port", "x", (question(Answer.QUANTITY, id="crew", topic="port"),)
    )
    both.stories["other"] = Story("other", "Another", "x", ("port",))
    lib = index(both)
    members = {story: [found.id for found in told] for story, told in lib.articles_of_story.items()}
    assert members == {"breakdown": ["post"], "other": ["radio"]}
    assert lib.story("port").id == "other"
    assert [topic.id for topic in lib.topics(lib.story(TOPIC))] == [TOPIC]


def test_the_whole_of_a_part_is_in_the_same_article():
    lib = library(
        article("post", figure("140", id="all"), figure("60", id="some", part_of="all")),
        article("radio", figure("60", id="some")),
    )
    assert lib.part_whole(lib.claims["post/some"]) is lib.claims["post/all"]
    assert lib.part_whole(lib.claims["post/all"]) is None
    assert lib.part_whole(lib.claims["radio/some"]) is None


def test_cautious_articles_have_a_remark_on_verification():
    lib = library(
        article("post", figure("140"), wording("a fuse", id="why", status="nobody could check it")),
        article("radio", figure("140")),
    )
    assert lib.cautious == {"post"}


def test_a_remark_on_one_claim_is_no_word_on_the_others():
    film = wording("a film of it", id="film", status="nobody could check it", covers=Covers.CLAIM)
    assert library(article("post", figure("140"), film)).cautious == frozenset()
    assert library(article("post", replace(film, covers=Covers.EVERYTHING))).cautious == {"post"}


def test_an_article_that_prints_words_on_verification_as_an_answer_is_cautious():
    told = library(
        article("post", wording("could not be independently verified")),
        article("blatt", wording("konnte nicht überprüft werden"), language="de"),
        article("radio", wording("was verified by two officers")),
    )
    assert told.cautious == {"post", "blatt"}


def test_copies_are_mapped_to_their_original():
    assert library(article("post"), article("radio", copy_of="post")).originals == {"radio": "post"}
