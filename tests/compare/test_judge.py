"""The relation between two claims: the order of the checks, and symmetry."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from msgspec.structs import replace

from builder.compare.judge import Judge, judge, speaker
from builder.compare.relation import Difference, Relation
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from tests.compare.strategies import claims, pairs
from tests.factory import NAMES, dated, figure, placed, question, wording, yes_no


def between(a: Claim, b: Claim):
    answer = next(answer for answer in Answer if question(answer).path == a.question)
    return judge(question(answer), a, b, NAMES)


@given(pairs(statement=None))
def test_relations_are_symmetric(pair):
    a, b = pair
    one, other = between(a, b), between(b, a)
    assert one.relation is other.relation
    assert set(one.differences) == set(other.differences)
    assert (one.a, one.b) == (other.b, other.a) == (a.key, b.key)


@given(pairs(), pairs())
def test_a_judge_agrees_with_judging_each_pair(first, second):
    """One judge for a row gives the same results as judging every pair separately, in any order."""
    for answer in Answer:
        asked = question(answer)
        row = [claim for claim in (*first, *second) if claim.question == asked.path]
        row = [replace(claim, article=f"{claim.article}-{number}") for number, claim in enumerate(row)]
        row += [replace(claim, article=f"{claim.article}-again", out_by=date(2031, 3, 9)) for claim in row]
        one = Judge(asked, NAMES)
        for a in row:
            for b in row:
                assert one(a, b) == judge(asked, a, b, NAMES)


@given(claims())
def test_a_claim_is_the_same_as_itself(claim):
    assert between(claim, claim).relation is Relation.SAME


@given(pairs())
def test_every_reason_is_a_sentence_that_names_both_values(pair):
    a, b = pair
    reason = between(a, b).reason
    assert reason[0] == reason[0].upper()
    assert reason.endswith((".", ".”"))
    assert "None" not in reason
    folded = reason.casefold()
    assert a.printed.casefold() in folded
    assert b.printed.casefold() in folded


@given(pairs())
def test_same_has_no_difference_in_value_and_conflict_always_says_why(pair):
    found = between(*pair)
    if found.relation is Relation.CONFLICT:
        assert {Difference.SOURCE, Difference.UNEXPLAINED} & set(found.differences)
    if found.relation in (Relation.NOT_COMPARABLE, Relation.LATER_COUNT, Relation.COMPATIBLE):
        assert found.differences


@pytest.mark.parametrize(
    ("more", "difference"),
    [
        ({"unit": "crew places"}, Difference.UNIT),
        ({"counts": "brought ashore"}, Difference.COUNTED),
        ({"of": "crew"}, Difference.POPULATION),
        ({"scope": "the upper deck"}, Difference.SCOPE),
    ],
)
def test_comparability_is_checked_first(more, difference):
    # The claims also have another day, a part and the same value, but these are not checked.
    a = figure("140", id="all", as_of="2031-03-03")
    b = figure("140", part_of="all", as_of="2031-03-05", **more)
    for one, other in ((a, b), (b, a)):
        found = between(one, other)
        assert found.relation is Relation.NOT_COMPARABLE
        assert found.differences == (difference,)


def test_populations_are_compared_without_case():
    assert between(figure("140", of="Passengers"), figure("140")).relation is Relation.SAME


def test_later_counts_are_checked_second():
    whole = figure("140", id="all", as_of="2031-03-03")
    part = figure("60", part_of="all", as_of="2031-03-04")
    found = between(part, whole)
    assert found.relation is Relation.LATER_COUNT
    assert found.differences == (Difference.DAY,)
    assert found.reason == (
        "“60” is for 4 March 2031, “140” is for 3 March 2031: a later count, not a contradiction."
    )
    assert between(whole, part).relation is Relation.LATER_COUNT


def test_a_claim_that_was_out_before_a_day_is_of_an_earlier_day():
    early, late = figure("140", out_by=date(2031, 3, 4)), figure("60", article="radio", as_of="2031-03-05")
    found = between(early, late)
    assert found.relation is between(late, early).relation is Relation.LATER_COUNT
    assert found.reason == (
        "“60” is for 5 March 2031, “140” was out by 4 March 2031: a later count, not a contradiction."
    )
    # Out on that day or at an unknown time: both may be of one day.
    for day in (date(2031, 3, 5), None):
        assert between(replace(early, out_by=day), late).relation is Relation.CONFLICT
    # A late article may report on an early day, so its own date proves nothing.
    assert (
        between(figure("140", out_by=date(2031, 3, 9)), figure("60", as_of="2031-03-05")).relation
        is Relation.CONFLICT
    )
    assert (
        between(figure("140", out_by=date(2031, 3, 9)), figure("60", out_by=date(2031, 3, 4))).relation
        is Relation.CONFLICT
    )


def test_a_wording_that_was_out_before_is_not_compared_with_a_later_one():
    early = wording("a fuse", out_by=date(2031, 3, 4))
    late = wording("not a fuse", article="radio", said_on="2031-03-05")
    assert between(early, late).relation is between(late, early).relation is Relation.LATER_COUNT
    one = [replace(told, statement="fuse") for told in (early, late)]
    assert between(*one).relation is Relation.COMPATIBLE


@pytest.mark.parametrize("other", ["2031-03-03", "2031-03", "2031-03-03/2031-03-04", "2031-03-01/..", None])
def test_days_that_may_be_the_same_make_no_later_count(other):
    found = between(figure("140", as_of="2031-03-03"), figure("60", article="radio", as_of=other))
    assert found.relation is Relation.CONFLICT


def test_the_same_figure_of_one_source_is_no_later_count():
    a, b = figure("about 140", as_of="2031-03-03"), figure("140", article="radio", as_of="2031-03-05")
    assert between(a, b).relation is Relation.COMPATIBLE
    assert Difference.DAY in between(a, b).differences
    apart = figure("140", article="radio", as_of="2031-03-05", sources=("coastguard",))
    assert between(a, apart).relation is Relation.LATER_COUNT


def test_parts_are_checked_third():
    whole, part = figure("140", id="all"), figure("60", id="some", part_of="all")
    assert between(part, whole).relation is between(whole, part).relation is Relation.PART_OF
    assert between(part, whole).reason == "“60” is counted within “140”."
    # A claim of another article with the id of the whole is another claim.
    assert between(part, figure("140", id="all", article="radio")).relation is Relation.CONFLICT


def test_values_are_checked_last_and_a_conflict_names_the_sources():
    ours, theirs = figure("140"), figure("60", article="radio", sources=("coastguard",))
    found = between(ours, theirs)
    assert found.relation is Relation.CONFLICT
    assert Difference.SOURCE in found.differences
    assert "the ferry line" in found.reason
    assert "the coastguard" in found.reason

    found = between(ours, figure("60", article="radio"))
    assert Difference.UNEXPLAINED in found.differences
    assert "do not say why" in found.reason

    found = between(ours, figure("60", article="radio", sources=()))
    assert Difference.SOURCE in found.differences
    assert "nobody is named" in found.reason


def test_wordings_of_two_speakers_are_not_comparable():
    a, b = wording("a fuse"), wording("a fuse", article="radio", sources=("coastguard",))
    assert between(a, b).relation is Relation.NOT_COMPARABLE
    assert between(a, b).differences == (Difference.SOURCE,)
    # One has no source: the words are the same, the speakers may not be.
    bare = between(a, wording("a fuse", article="radio", sources=()))
    assert (bare.relation, bare.differences) == (Relation.COMPATIBLE, (Difference.SOURCE,))


def test_a_later_wording_is_a_later_count():
    early = wording("a fuse", said_on="2031-03-03")
    late = wording("not a fuse", article="radio", said_on="2031-03-05")
    assert between(early, late).relation is between(late, early).relation is Relation.LATER_COUNT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (yes_no(True), yes_no(False)),
        (dated("2031-03-03"), dated("2031-05")),
        (placed("osk-sound"), placed("pell-rock")),
    ],
)
def test_every_kind_of_answer_can_conflict(a, b):
    assert between(a, b).relation is Relation.CONFLICT


def test_speaker():
    assert speaker(wording("x", sources=()), NAMES) == "nobody named"
    assert speaker(wording("x"), NAMES) == "the ferry line"
    several = wording("x", sources=("line", "coastguard", "channel"))
    assert speaker(several, NAMES) == "the ferry line, the coastguard and the channel"
