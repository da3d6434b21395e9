"""Claims that only one article has, and questions that it leaves out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.rows import compare_question
from builder.compare.unique import left_out, only_here
from builder.content.vocabulary import Answer, Completeness, Where
from tests.factory import article, figure, library, question, span, wording


def test_only_here_has_the_questions_that_no_other_article_answers():
    lib = library(
        article("post", figure("140"), figure("60", id="other"), wording("a fuse", id="why")),
        article("radio", figure("9")),
    )
    assert [claim.id for claim in only_here(lib, lib.site.articles["post"])] == ["why"]
    assert only_here(lib, lib.site.articles["radio"]) == ()


def test_a_headline_beside_its_own_text_is_reported_by_nobody_alone():
    head = replace(wording("a fuse", id="head"), where=Where.HEADLINE, against=("text",))
    lib = library(article("post", head, wording("a thumb", id="text")), article("radio", figure("9")))
    assert only_here(lib, lib.site.articles["post"]) == ()
    (asked,) = {
        lib.questions[claim.question].path: lib.questions[claim.question] for claim in (head,)
    }.values()
    row = compare_question(lib, asked)
    assert row.summary == ""
    assert row.notes == ("In Post, the headline prints “a fuse”, the text below it “a thumb”.",)


def test_two_claims_of_one_article_are_still_only_here():
    lib = library(
        article("post", wording("a fuse", id="a"), wording("a thumb", id="b")), article("radio", figure("9"))
    )
    assert [claim.id for claim in only_here(lib, lib.site.articles["post"])] == ["a", "b"]


ASKED = [question(Answer.QUANTITY, id=f"q{number}", known_from=span("2031-03-02")) for number in range(8)]


def answering(outlet, numbers, **more):
    return article(
        outlet,
        *(figure("140", id=f"c{number}", question=ASKED[number].path) for number in numbers),
        **({"published": "2031-03-04"} | more),
    )


def omitted(*articles, **more):
    """Return the ids of the questions that the post leaves out, which answers the last."""
    lib = library(answering("post", [7], **more), *articles, questions=ASKED)
    rows = [compare_question(lib, asked) for asked in ASKED]
    return [row.question.id for row in left_out(lib, rows, lib.site.articles["post"])]


def test_what_two_other_texts_of_the_same_days_answer_is_left_out():
    radio, wire = answering("radio", [0, 1]), answering("wire", [1, 2])
    assert omitted(radio, wire) == ["q1"]
    assert omitted(radio, wire, answering("gazette", [0, 1])) == ["q1", "q0"]


def test_at_most_five_are_told():
    assert len(omitted(answering("radio", range(7)), answering("wire", range(7)))) == 5


@pytest.mark.parametrize(
    "more",
    [
        {"published": "2031-03-05"},
        {"published": None},
        {"published": "2031-03-01/2031-03-04"},
        {"language": "fi"},
        {"completeness": Completeness.MIRROR},
        {"completeness": Completeness.EXCERPT},
    ],
    ids=["other days", "no day", "perhaps before", "not looked for", "a copy", "an excerpt"],
)
def test_nobody_is_said_to_leave_out_what_it_may_have_or_could_not_know(more):
    assert omitted(answering("radio", [1]), answering("wire", [1])) == ["q1"]
    assert omitted(answering("radio", [1]), answering("wire", [1]), **more) == []


def test_copies_of_one_text_are_one_text():
    assert omitted(answering("radio", [1]), answering("wire", [1], copy_of="radio")) == []
    assert omitted(answering("radio", [1]), answering("wire", [1]), copy_of="radio") == []
