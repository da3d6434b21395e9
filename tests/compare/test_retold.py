"""What an outlet passes on from another outlet of the site."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.headings import topic_heading
from builder.compare.library import index
from builder.compare.relation import Relation
from builder.compare.rows import compare_question
from builder.compare.topics import compare_topic
from builder.content.model import Claim, Question, Source
from builder.content.vocabulary import Answer, Stake
from tests.factory import article, figure, library, question, site

POST = Source("post-as-source", "Post", "Post", "outlet", Stake.NONE)
FROM_POST = {"sources": ("post-as-source",)}
WIRE = Source("wire-as-source", "Wire", "Wire", "outlet", Stake.NONE)
FROM_WIRE = {"sources": ("wire-as-source",)}


def row(*articles, **more):
    asked = question(Answer.QUANTITY, **more)
    found = site(articles, [asked])
    return compare_question(
        index(replace(found, sources=found.sources | {POST.id: POST, WIRE.id: WIRE})), asked
    )


def test_one_figure_told_as_two_things_is_told_with_whose_they_are_and_raises_no_range():
    """A figure of the crew's and the passengers' losses that one outlet makes passengers killed, and one outlet hedges."""
    of = {"counts": "losses", "of": "crew and passengers"}
    asked = {"counts": "losses", "of": "crew and passengers"}
    told = row(
        article("post", figure("40", **of)),
        article("radio", figure("forty", counts="killed", of="passengers")),
        article("wire", figure("more than 300", counts="killed", of="passengers", sources=("coastguard",))),
        **asked,
    )
    claims = {claim.article: claim for claim in told.claims}
    found = told.between(claims["radio"], claims["post"])
    assert found is not None
    assert found.relation is Relation.TENSION
    assert found.reason == (
        "“forty” is told as passengers killed, “40” as losses of crew and passengers: "
        "one figure of the ferry line, told as two things."
    )
    assert (told.low, told.high) == (40, 40)


def test_another_hedge_than_the_outlet_has_is_told_with_what_it_has():
    post = article("post", figure("over 140", id="lead"), figure("at least 140"))
    told = row(post, article("radio", figure("around 140", **FROM_POST)))
    assert (
        "Radio gives the figure of Post as “around 140”; Post prints “over 140” and “at least 140”."
        in told.notes
    )


def test_a_figure_that_is_made_one_of_something_else_is_the_outlets_own_change():
    post = article("post", figure("60 percent", unit="percent", of="shares"))
    others = article("wire", figure("60.4 percent", unit="percent", of="shares"))
    told = row(
        post, others, article("radio", figure("60 percent", unit="percent", of="deposits", **FROM_POST))
    )
    assert [note for note in told.notes if "Radio" in note] == [
        "Radio gives the figure of Post as “60 percent” (deposits); Post prints “60 percent” (shares)."
    ]
    assert Relation.CONFLICT not in {found.relation for found in told.judgements}


def test_the_same_figure_or_another_one_is_no_change():
    post = article("post", figure("about 140"))
    assert row(post, article("radio", figure("some 140", **FROM_POST))).notes == ()
    assert not any(
        "gives the figure" in note for note in row(post, article("radio", figure("180", **FROM_POST))).notes
    )


def test_who_only_passes_a_figure_on_is_told_apart_from_who_gives_it():
    told = row(
        article("post", figure("94", sources=())),
        article("radio", figure("94", **FROM_POST)),
        *(article(id, figure("89")) for id in ("wire", "yard", "gazette", "tribune")),
    )
    assert "“94” (Post; Radio passes it on)" in told.summary


def test_a_retold_running_count_without_a_day_is_not_set_against_later_ones():
    post = article("post", figure("at least 140", as_of="2031-03-03"), published="2031-03-04")
    radio = article("radio", figure("around 140", **FROM_POST), published="2031-03-06")
    wire = article("wire", figure("190", sources=("coastguard",), as_of="2031-03-05"), published="2031-03-06")
    told = row(post, radio, wire, running=True)
    assert {found.relation for found in told.judgements}.isdisjoint({Relation.TENSION, Relation.CONFLICT})


def test_who_passes_on_both_sides_is_told_once_and_counts_for_neither():
    told = row(
        article("post", figure("94")),
        article("radio", figure("94", id="a", **FROM_POST), figure("89", id="b", **FROM_WIRE)),
        *(article(id, figure("89")) for id in ("wire", "yard", "gazette", "tribune")),
    )
    assert told.summary == (
        "The accounts contradict each other: “89” (four reports) against “94” (Post), all from the ferry line; "
        "Radio passes on both."
    )


HURT = question(Answer.QUANTITY, id="hurt", short="Hurt", counts="killed or wounded", of="passengers")
LOST = question(Answer.QUANTITY, id="lost", short="Lost", counts="losses", of="crew and passengers")


def lost(printed: str, asked: Question, **more: object) -> Claim:
    return figure(
        printed, **({"id": asked.id, "question": asked.path, "counts": asked.counts, "of": asked.of} | more)
    )


@pytest.mark.parametrize(
    ("printed", "more", "retold"),
    [
        ("two hundred", {}, "losses of crew and passengers"),
        ("two hundred", {"sources": ("coastguard",)}, None),  # a count of somebody else
        ("150", {}, None),
        ("20", {}, None),  # it fits its own question
    ],
)
def test_a_part_of_another_questions_figure_is_told_as_that_figure(printed, more, retold):
    killed = lost(printed, HURT, counts="killed", **more)
    found = library(
        article("post", lost("about 30", HURT)),
        article("radio", killed),
        article("wire", lost("200", LOST)),
        questions=[HURT, LOST],
    )
    row = compare_question(found, HURT)
    (claim,) = [claim for claim in row.claims if claim.article == "radio"]
    assert claim.retold == retold
    told = (
        f"Radio has “{printed}” as passengers killed; others have that figure of the same source as losses of crew and passengers: "
        "it is one figure of one source, told as two things."
    )
    assert (told in row.notes) is (retold is not None)
    assert not row.parted
    assert (row.low, row.high) == (30, 30)
    reasons = [one.reason for one in row.judgements if one.relation is Relation.TENSION]
    assert any("others tell" in reason for reason in reasons) is (retold is not None)


@pytest.mark.parametrize(
    ("of", "relation"), [("the mill and its suppliers", Relation.TENSION), ("the docks", Relation.CONFLICT)]
)
def test_a_figure_that_others_tell_of_more_contradicts_nothing_outright(of, relation):
    """Two outlets have the mill cut 3,000 of its own jobs and 5,000 with its suppliers; a third one makes the 5,000 the mill's own."""
    own = question(Answer.QUANTITY, id="own", unit="jobs", counts="cut", of="the mill")
    wide = question(Answer.QUANTITY, id="wide", unit="jobs", counts="cut", of=of)

    def jobs(printed, asked, **more):
        return figure(
            printed, id=asked.id, question=asked.path, unit="jobs", counts="cut", of=asked.of, **more
        )

    found = site(
        [
            article(
                "post",
                jobs("3,000", own, sources=("coastguard",)),
                jobs("5,000", wide, sources=("coastguard",)),
            ),
            article("radio", jobs("3,000", own, sources=("coastguard",))),
            article("wire", jobs("5,000", own, sources=("coastguard",))),
        ],
        [own, wide],
    )
    told = compare_question(index(found), own)
    claims = {claim.article: claim for claim in told.claims}
    between = told.between(claims["wire"], claims["post"])
    assert between is not None
    assert between.relation is relation
    assert ("others tell “5,000” of the same source as" in between.reason) is (relation is Relation.TENSION)


@pytest.mark.parametrize(
    ("own", "retold"),
    [
        ({"counts": "killed", "of": "passengers"}, "losses of crew and passengers"),
        ({}, None),  # its text tells it as both
    ],
)
def test_a_text_that_tells_the_figure_as_one_thing_on_both_questions_retells_it(own, retold):
    radio = article("radio", lost("two hundred", HURT, counts="killed"), lost("200", LOST, **own))
    found = library(
        article("post", lost("about 30", HURT)), radio, article("wire", lost("200", LOST)),
        questions=[HURT, LOST],
    )  # fmt: skip
    row = compare_question(found, HURT)
    assert {claim.retold for claim in row.claims if claim.article == "radio"} == {retold}


@pytest.mark.parametrize(
    ("open_", "relation"),
    [(None, Relation.TENSION), ("which days it means", Relation.NOT_COMPARABLE)],
)
def test_a_part_is_larger_than_its_whole_only_if_its_text_says_of_what_it_is(open_, relation):
    found = library(
        article("post", lost("about 30", HURT)),
        article("wire", lost("around 30", HURT)),
        article("radio", lost("200", HURT, counts="killed", leaves_open=open_)),
        questions=[HURT],
    )
    row = compare_question(found, HURT)
    claims = {claim.article: claim for claim in row.claims}
    judged = row.between(claims["radio"], claims["post"])
    assert judged is not None
    assert judged.relation is relation
    assert ("leaves open which days it means" in judged.reason) is (open_ is not None)
    # What is open leads no topic: the others still have one figure of one source.
    (topic,) = found.site.topics.values()
    heading = topic_heading(compare_topic(found, topic), found.outlet_names)
    assert heading.startswith("One source behind") is (open_ is not None)
