"""Claims that only one article has, and the first print of a value."""

from __future__ import annotations

from builder.compare.rows import compare_question
from builder.compare.unique import first_appearance, only_here
from builder.content.vocabulary import Answer
from tests.factory import article, figure, library, question, wording


def test_only_here_has_the_questions_that_no_other_article_answers():
    lib = library(
        article("post", figure("140"), figure("60", id="other"), wording("a fuse", id="why")),
        article("radio", figure("9")),
    )
    assert [claim.id for claim in only_here(lib, lib.site.articles["post"])] == ["why"]
    assert only_here(lib, lib.site.articles["radio"]) == ()


def test_two_claims_of_one_article_are_still_only_here():
    lib = library(
        article("post", wording("a fuse", id="a"), wording("a thumb", id="b")), article("radio", figure("9"))
    )
    assert [claim.id for claim in only_here(lib, lib.site.articles["post"])] == ["a", "b"]


def test_a_value_first_appears_in_the_earliest_article_that_prints_it():
    lib = library(
        article("late", figure("140"), published="2031-03-09"),
        article("undated", figure("140"), published=None),
        article("early", figure("about 140"), published="2031-03-03"),
        article("middle", figure("140"), published="2031-03-04/2031-03-10"),
        article("also-middle", figure("140"), published="2031-03-04/2031-03-10"),
    )
    row = compare_question(lib, question(Answer.QUANTITY))
    first = {
        claim.article: first_appearance(lib, alike).article for alike in row.groups for claim in alike.claims
    }
    assert first == {
        "early": "early", "middle": "also-middle", "also-middle": "also-middle", "late": "also-middle",
        "undated": "also-middle",
    }  # fmt: skip
