"""A headline against its own text."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from builder.compare.judge import judge
from builder.compare.relation import Difference, Relation
from builder.compare.rows import compare_question
from builder.content.vocabulary import Answer, Completeness, Speech, Where
from tests.factory import NAMES, article, figure, library, question, wording, yes_no

COUNT = question(Answer.QUANTITY)


def head(printed, **more):
    return figure(printed, **({"id": "head", "where": Where.HEADLINE, "sources": ()} | more))


def row(*articles, asked=COUNT):
    return compare_question(library(*articles, questions=[asked]), asked)


def test_the_headline_of_a_running_count_is_of_the_day_of_its_own_text():
    asked = question(Answer.QUANTITY, running=True)
    own = article("post", head("31"), figure("at least 31", as_of="2031-03-03"), published="2031-03-04")
    later = article("radio", figure("36", as_of="2031-03-04"), published="2031-03-04")
    found = row(own, later, asked=asked)
    dated = {claim.id: claim.as_of for claim in found.claims if claim.outlet == "post"}
    assert dated["head"] == dated["claim"]
    assert [
        judgement.relation for judgement in found.judgements if "radio/claim" in (judgement.a, judgement.b)
    ] == [Relation.LATER_COUNT] * 2
    # A text that has the figure for two days dates no headline.
    twice = article(
        "post", head("31"), figure("31", as_of="2031-03-03"), figure("31", id="again", as_of="2031-03-04")
    )
    assert row(twice, later, asked=asked).claims[0].as_of is None


def test_the_headline_of_a_running_count_is_on_the_word_that_its_own_text_names():
    asked = question(Answer.QUANTITY, running=True)
    own = article("post", head("31"), figure("at least 31", said_on="2031-03-03"), published="2031-03-04")
    live = article("radio", figure("19", out_by=date(2031, 3, 3), out_from=date(2031, 3, 3)))
    found = row(own, live, asked=asked)
    (above, _), (early,) = (
        [claim for claim in found.claims if claim.outlet == outlet] for outlet in ("post", "radio")
    )
    told = found.between(early, above)
    assert (told.relation, told.reason) == (
        Relation.LATER_COUNT, "“31” is for 3 March 2031, for “19” no one day is given; which is the later count is not known."
    )  # fmt: skip
    late = article("wire", figure("36", as_of="2031-03-04"))
    found = row(own, late, asked=asked)
    (last,) = (claim for claim in found.claims if claim.outlet == "wire")
    assert found.between(found.claims[0], last).reason == (
        "“36” is of 4 March 2031, “31” is of 3 March 2031: a later count, not a contradiction."
    )
    # Of another source it is a count of its own, and of one day nothing is known of their order.
    other = replace(live, claims=tuple(replace(claim, sources=("coastguard",)) for claim in live.claims))
    found = row(own, other, asked=asked)
    (early,) = (claim for claim in found.claims if claim.outlet == "radio")
    assert found.between(early, found.claims[0]) is None


@pytest.mark.parametrize(
    ("above", "below", "reason", "differences"),
    [
        (
            head("dozens", counts="killed"), figure("about 30", counts="killed or hurt"),
            "The headline speaks of the killed (“dozens”), the text below it of the killed or hurt (“about 30”).", (Difference.COUNTED,),
        ),
        (
            head("over 30", sources=("line",)), figure("at least 30"),
            "The headline prints “over 30”, the text below it “at least 30”.", (Difference.HEDGED,),
        ),
        (
            head("200"), figure("140", sources=()),
            "The headline prints “200”, the text below it “140”.", (Difference.STATEMENT,),
        ),
        (
            head("200", scope="the island"), figure("140", sources=()),
            "The headline prints “200” (the island), the text below it “140”.", (Difference.SCOPE,),
        ),
    ],
)  # fmt: skip
def test_a_headline_that_says_it_otherwise_than_its_text(above, below, reason, differences):
    told = row(article("post", above, below))
    assert [(one.relation, one.reason, one.differences) for one in told.judgements] == [
        (Relation.HEADLINE, reason, differences)
    ]
    assert told.notes == (f"In Post, {reason[0].lower()}{reason[1:]}",)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        # The same, in whatever words; and vaguer words.
        (head("140"), figure("140")),
        (head("dozens"), figure("about 60")),
        (head("nearly 200"), figure("197")),
    ],
)
def test_a_headline_that_its_text_bears_out_is_no_finding(above, below):
    told = row(article("post", above, below))
    assert Relation.HEADLINE not in {one.relation for one in told.judgements}
    assert told.notes == ()


def test_a_headline_with_support_in_the_text_is_as_good_as_the_text():
    told = row(
        article("post", head("200"), figure("200", sources=("coastguard",)), figure("140", id="other"))
    )
    assert Relation.HEADLINE not in {one.relation for one in told.judgements}
    assert told.notes == ()


def test_what_stands_between_two_headlines_or_two_texts_is_no_such_finding():
    two = row(article("post", head("200"), head("140", id="again")))
    assert [one.relation for one in two.judgements] == [Relation.TENSION]
    others = row(article("post", head("200")), article("radio", figure("140", sources=())))
    assert [one.relation for one in others.judgements] == [Relation.CONFLICT]


def test_groups_with_other_articles_keep_their_relation():
    """What one outlet's headline does says nothing of another that prints the same figures."""
    told = row(
        article("post", head("dozens", counts="killed"), figure("30", sources=())),
        article("radio", figure("dozens", counts="killed", sources=())),
        article("wire", figure("30", sources=())),
    )
    found = {frozenset((one.a, one.b)): one.relation for one in told.judgements}
    assert found[frozenset(("post/head", "post/claim"))] is Relation.NOT_COMPARABLE
    assert list(found.values()).count(Relation.HEADLINE) == 0
    assert (
        told.between(*(claim for claim in told.claims if claim.article == "post")).relation
        is Relation.HEADLINE
    )


@pytest.mark.parametrize(
    ("completeness", "language", "notes"),
    [
        (Completeness.FULL_TEXT, "en", ("Post has “dozens” only in its headline, not in its text.",)),
        (
            Completeness.MIRROR, "en",
            ("Post has “dozens” only in its headline, not in its text at hand.",),
        ),
        (
            Completeness.EXCERPT, "en",
            ("Post has “dozens” only in its headline, not in the part of its text at hand.",),
        ),
        # Nobody has looked through a text in a language without rules.
        (Completeness.FULL_TEXT, "sl", ()),
    ],
)  # fmt: skip
def test_what_only_a_headline_has(completeness, language, notes):
    told = row(
        article("post", head("dozens"), completeness=completeness, language=language),
        article("radio", figure("about 60")),
    )
    assert told.notes == notes


def test_what_only_headlines_have_is_one_sentence():
    told = row(
        article("post", head("dozens")),
        article("radio", head("at least 40")),
        article("wire", head("about 60"), completeness=Completeness.MIRROR),
    )
    assert told.notes == (
        "Only in headlines, not in their texts: “dozens” (Post) and “at least 40” (Radio).",
        "Wire has “about 60” only in its headline, not in its text at hand.",
    )


def test_words_of_a_headline_are_its_own():
    asked = question(Answer.WORDING)
    told = row(
        article("post", wording("a night of fear", where=Where.HEADLINE, id="head"), wording("a fuse")),
        asked=asked,
    )
    assert (told.judgements, told.notes) == ((), ())


def test_two_claims_by_themselves_are_judged_without_regard_to_headlines():
    assert judge(COUNT, head("200"), figure("140", sources=()), NAMES).relation is Relation.TENSION


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("scores", ["at least 30"], ["In Post, the headline prints “scores”, the text below it “at least 30”."]),
        ("scores", ["over 30", "at least 30"], ["In Post, the headline prints “scores”, the text below it “over 30” and “at least 30”."]),
        ("hundreds", ["more than 140"], ["In Post, the headline prints “hundreds”, the text below it “more than 140”."]),
        ("scores", ["12", "45"], []),
        ("dozens", ["over 30"], []),
    ],
)  # fmt: skip
def test_vague_words_of_a_headline_against_the_figures_below(above, below, told):
    found = row(article("post", head(above), *(figure(text, id=f"t{at}") for at, text in enumerate(below))))
    assert list(found.notes) == told


def test_a_headline_is_told_against_its_text_whoever_else_says_the_same():
    found = row(
        article("gazette", figure("at least 140", id="a", sources=("coastguard",))),
        article("post", head("140"), figure("at least 140", id="b", sources=("coastguard",))),
        article("radio", figure("140", id="c")),
    )
    assert "In Post, the headline prints “140”, the text below it “at least 140”." in found.notes


def test_a_headline_does_not_speak_for_the_text_below_it():
    """The text says whose figure it is."""
    found = row(
        article("post", head("200", counts="killed"), figure("200", counts="killed", id="b")),
        article("radio", figure("200", counts="losses", id="c")),
    )
    assert found.summary == (
        "The accounts are in tension: “200” (Post) as killed beside “200” (Radio) as losses, both from the ferry line; it is one "
        "figure of one source, told as two things."
    )


def test_a_headline_that_leaves_open_what_it_means_leads_nothing() -> None:
    asked = question(Answer.WORDING)
    text = wording("fought off the assault", id="text", speech=Speech.REPORTED)
    head = replace(
        wording("the advance", id="head", where=Where.HEADLINE, speech=Speech.REPORTED), against=("text",)
    )
    told = compare_question(library(article("post", head, text), questions=[asked]), asked)
    assert told.belied == (
        "In Post, the headline prints “the advance”, the text below it “fought off the assault”.",
    )
    unclear = replace(head, leaves_open="whose advance it is")
    told = compare_question(library(article("post", unclear, text), questions=[asked]), asked)
    assert told.belied == ()
    assert told.headlines != ()


def test_a_yes_in_a_headline_alone_is_told_as_such_and_against_its_own_text():
    asked = question(Answer.YES_NO)
    above = yes_no(True, "storms to victory", id="head", where=Where.HEADLINE, sources=(), against=("text",))
    below = wording(
        "too early to call", id="text", undecided=True, leaves_open="who won", question=asked.path
    )
    other = yes_no(True, "has won", article="radio", outlet="radio", sources=())
    found = row(article("post", above, below), article("radio", other), asked=asked)
    assert "Post only in its headline" in found.summary
    relations = {frozenset((one.a, one.b)): one.relation for one in found.judgements}
    assert relations[frozenset(("post/head", "post/text"))] is Relation.HEADLINE
    # Where a text says it too, nothing is added.
    both = article("post", above, yes_no(True, "has won", id="text"))
    assert "only in" not in row(both, article("radio", other), asked=asked).summary
