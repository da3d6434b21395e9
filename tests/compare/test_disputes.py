"""The sides of a contradiction or tension: each of one thing and one scope, or the card would set a region's figure beside a country's."""

from __future__ import annotations

from builder.compare.disputes import disputes, rank
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.content.model import Claim, Place
from builder.content.vocabulary import Answer
from tests.compare.test_retold import FROM_WIRE
from tests.compare.test_retold import row as retold
from tests.factory import article, figure, library, question

ASKED = question(Answer.QUANTITY)
BAY = Place("bay", "the bay", within=("sea",))
SEA = Place("sea", "the sea")


def row(*claims: Claim) -> Comparison:
    told = [
        article(outlet, claim)
        for outlet, claim in zip(("post", "radio", "wire", "yard"), claims, strict=False)
    ]
    return compare_question(library(*told, questions=[ASKED]), ASKED)


def of(printed: str, where: Place, **more: object) -> Claim:
    return figure(printed, scope=where.name, scope_place=where, **more)


def test_figures_for_a_place_and_for_the_one_around_it_stand_on_no_side_together() -> None:
    found = row(
        of("up to 110", BAY, as_of="2031-02"),
        of("110", BAY, as_of="2031-01"),
        of("about 100", SEA, sources=("coastguard",)),
        of("about 130", BAY, sources=()),
    )
    (told,) = disputes([found])
    assert told.relation is Relation.TENSION
    assert [{claim.scope for claim in side} for side in told.sides] == [{"the bay"}, {"the sea"}, {"the bay"}]
    assert [[claim.printed for claim in side] for side in told.sides] == [
        ["up to 110", "110"],
        ["about 100"],
        ["about 130"],
    ]
    assert told.why == (
        "They need not be of the same day. “about 130” for the bay alone is more than “about 100” for the whole of the sea."
    )


def test_sides_of_one_source_say_so() -> None:
    (told,) = disputes([row(figure("94"), figure("89"))])
    assert told.why == "Both sides cite the ferry line; the texts do not say why they differ."
    (told,) = disputes([row(figure("94"), figure("89", sources=("coastguard",)))])
    assert told.why == "One side is from the ferry line, the other from the coastguard."


def test_where_a_side_names_nobody_the_outlets_differ_and_no_sources() -> None:
    for claims in (
        [figure("94"), figure("89", sources=())],
        [figure("94"), figure("89", sources=("coastguard",)), figure("94", sources=())],
        [figure("94", sources=()), figure("89", sources=())],
    ):
        found = row(*claims)
        (told,) = disputes([found])
        assert told.why == "The texts do not say why they differ."
        assert "sources differ" not in found.summary.casefold()


def test_who_only_passes_on_what_a_side_prints_is_on_neither() -> None:
    post = {"sources": ("post-as-source",)}
    found = retold(
        article("post", figure("94")),
        article("wire", figure("89")),
        article("radio", figure("94", id="a", **post), figure("89", id="b", **FROM_WIRE)),
    )
    (told,) = disputes([found])
    assert [[claim.outlet for claim in side] for side in told.sides] == [["post"], ["wire"]]


def test_a_detail_of_another_question_comes_after_its_equals() -> None:
    detail = question(Answer.DATE, id="announced", detail_of=ASKED.path)
    fight = question(Answer.DATE, id="fight")
    assert sorted([detail, fight, ASKED], key=rank) == [ASKED, fight, detail]
