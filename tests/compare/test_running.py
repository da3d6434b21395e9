"""Running counts: which of two answers is a later count, which are one figure, and which contradict each other."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from builder.compare.judge import judge
from builder.compare.relation import Difference, Relation
from builder.content.vocabulary import Answer
from builder.pages.views.opening import main_answer
from builder.values.figures.reader import read
from tests.factory import NAMES, article, figure, library, question, topic_answer_of

ASKED = question(Answer.QUANTITY, running=True)
MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def toll(printed, outlet, out=MONDAY, **more):
    return figure(printed, article=outlet, outlet=outlet, out_from=out, out_by=out, **more)


def between(a, b):
    return judge(ASKED, a, b, NAMES)


def test_two_floors_of_one_text_are_two_counts():
    guard = toll("at least four", "post", id="a", sources=("coastguard",))
    found = between(guard, toll("at least 12", "post", id="b"))
    assert (found.relation, found.differences) == (Relation.LATER_COUNT, (Difference.ORDER,))
    assert (
        found.reason
        == "The count is running; which is the later count is not known of “at least four” and “at least 12”."
    )


def test_two_floors_of_two_origins_for_one_day_are_no_later_counts():
    line = toll("at least 14", "post", id="a", as_of="2031-03-03")
    others = toll("at least 27", "post", id="b", as_of="2031-03-03", sources=("coastguard",))
    assert between(line, others).relation is Relation.COMPATIBLE


def test_two_figures_of_one_origin_and_day_are_two_counts():
    found = between(toll("19", "post"), toll("at least 31", "radio", said_on="2031-03-03"))
    assert found.relation is Relation.LATER_COUNT


@pytest.mark.parametrize(("late", "relation"), [("31", Relation.COMPATIBLE), ("36", Relation.LATER_COUNT)])
def test_a_later_paper_may_tell_the_older_count_rounded(late, relation):
    early = toll(late, "post", said_on="2031-03-03")
    assert between(early, toll("around 30", "radio", TUESDAY)).relation is relation


def test_a_headline_of_the_next_day_with_the_same_figure_is_no_later_count():
    found = between(
        toll("at least 31", "post", said_on="2031-03-03"), toll("31", "radio", TUESDAY, sources=())
    )
    assert (found.relation, found.differences[0]) == (Relation.COMPATIBLE, Difference.HEDGE)
    # The day of its article is no day that the text gives.
    assert found.reason.endswith(
        "; “at least 31” is for 3 March 2031, “31” is in an article of 4 March 2031."
    )


def test_one_figure_of_one_origin_is_the_same_on_any_day():
    found = between(toll("22", "post", as_of="2031-03-03"), toll("22", "radio", TUESDAY, as_of="2031-03-04"))
    assert found.relation is Relation.SAME


def test_two_origins_contradict_each_other_for_one_day_that_both_give():
    line = toll("14", "post", TUESDAY, as_of="2031-03-03")
    others = toll("at least 27", "radio", TUESDAY, as_of="2031-03-03", sources=("coastguard",))
    assert between(line, others).relation is Relation.CONFLICT
    # Where one gives none, the order may explain it.
    assert (
        between(toll("14", "post"), toll("27", "radio", sources=("coastguard",), as_of="2031-03-03")) is None
    )


def test_the_count_of_another_source_is_no_later_count_of_the_first():
    others = toll("at least 27", "radio", TUESDAY, as_of="2031-03-04", sources=("coastguard",))
    found = between(toll("22", "post", as_of="2031-03-03"), others)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.DAY, Difference.SOURCE))
    assert found.reason == (
        "“at least 27” is of 4 March 2031, “22” is of 3 March 2031: two sources, two different days."
    )
    # Figures that may be one are told as such, and words without a figure neither confirm nor contradict.
    assert "allows for" in between(toll("at least 22", "post", as_of="2031-03-03"), others).reason
    assert "gives no figure" in between(toll("many more", "post", as_of="2031-03-03"), others).reason
    # What is passed on from another outlet without a day is no later than what is dated before its article.
    assert (
        between(
            toll("36", "post", as_of="2031-03-03"), toll("around 30", "radio", TUESDAY, sources=("wire",))
        )
        is None
    )


def row(*claims):
    told = {}
    for claim in claims:
        told.setdefault(claim.outlet, []).append(claim)
    found = [article(outlet, *own, published=None) for outlet, own in told.items()]
    return topic_answer_of(library(*found, questions=[ASKED]), ASKED)


def test_a_contradiction_in_a_running_count_is_told_before_its_range():
    claims = [
        toll("22", "post", as_of="2031-03-03"),
        toll("14", "radio", as_of="2031-03-04"),
        toll("at least 27", "wire", as_of="2031-03-04", sources=("coastguard",)),
        toll("9", "gazette", as_of="2031-03-05"),
    ]
    found, answer = row(*claims)
    told = (
        "he accounts contradict each other: “14” (Radio, citing the ferry line) against “at least 27” (Wire, citing the coastguard); "
        "the count of the ferry line fell from “22” (Post, 3 March 2031) to “9” (Gazette, 5 March 2031), three numbers in three reports."
    )
    assert found.summary == f"T{told}"
    assert answer.startswith(
        "The accounts contradict each other on “quantity”: “14” (Radio, citing the ferry line) against"
    )


def test_a_count_is_of_one_origin_and_others_are_told_beside_it():
    claims = [
        toll("about 40", "post", as_of="2031-03-03"),
        toll("40", "radio", as_of="2031-03-03"),
        toll("at least 42", "wire", as_of="2031-03-04", sources=("coastguard",)),
        toll("44", "gazette", as_of="2031-03-04"),
        toll("51", "herald", as_of="2031-03-05"),
        toll("60", "courier", as_of="2031-03-06", sources=()),
    ]
    found, _ = row(*claims)
    # Of whose count the figure without a source is, is not known.
    assert found.summary == (
        "The count of the ferry line rose from “about 40” (Post, 3 March 2031) to “51” (Herald, 5 March 2031), three numbers in four "
        "reports; “at least 42” (Wire, citing the coastguard) is not of that count."
    )


def test_a_short_list_of_a_running_count_names_the_source_of_each_if_they_are_several():
    found, _ = row(
        toll("12", "post", as_of="2031-03-03"),
        toll("15", "radio", as_of="2031-03-04", sources=("coastguard",)),
    )
    assert found.summary == (
        "The counts are running: “12” (Post, citing the ferry line, 3 March 2031) and "
        "“15” (Radio, citing the coastguard, 4 March 2031)."
    )


def test_an_unknown_order_is_no_tension_of_the_row():
    claims = [
        toll("12", "post"),
        toll("15", "radio", sources=("coastguard",)),
        toll("20", "wire", as_of="2031-03-05"),
    ]
    found, answer = row(*claims)
    assert all(one.relation is not Relation.TENSION for one in found.judgements)
    assert "tension" not in answer


def test_figures_of_other_scopes_are_told_as_such():
    claims = [
        toll("58", "post", scope="the first hospital", as_of="2031-03-04"),
        toll("58", "radio", scope="the first hospital", as_of="2031-03-04"),
        toll("85", "wire", scope="four hospitals", as_of="2031-03-04"),
    ]
    found, _ = row(*claims)
    assert found.summary == (
        "The answers are about different things, so neither contradicts the other: “58” (the first hospital; Post and Radio) and "
        "“85” (four hospitals; Wire)."
    )


def test_two_figures_of_one_source_and_one_day_without_an_hour_are_not_told_as_a_count_that_went_on():
    asked = question(Answer.QUANTITY, running=True)
    day = {"as_of": "2031-03-05", "said_on": "2031-03-05"}
    first, second = figure("38", **day), figure("39", article="radio", outlet="radio", **day)
    found = judge(asked, first, second, NAMES)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.ORDER,))
    assert found.reason == (
        "“38” and “39” are both of 5 March 2031, without an hour: two counts of that day, or figures of two things."
    )
    told, _ = row(replace(first, article="post", outlet="post"), second)
    assert "rose" not in told.summary
    # An hour of one, or a word of rising, makes a running count of them.
    timed = judge(asked, first, replace(second, hour="14:05"), NAMES)
    raised = judge(asked, first, replace(second, cue="raised"), NAMES)
    assert timed.relation is raised.relation is Relation.LATER_COUNT
    other = replace(second, sources=("coastguard",))
    assert judge(asked, first, other, NAMES).relation is Relation.CONFLICT
    # One figure with a hedge is one count.
    assert (
        judge(asked, first, replace(second, printed="about 38", value=read("about 38")), NAMES).relation
        is not Relation.LATER_COUNT
    )


@pytest.mark.parametrize("other", ["post", "radio"])
def test_counts_of_one_day_are_in_the_order_of_their_hours(other):
    early = toll("19", "post", id="a", hour="09:30", as_of="2031-03-03")
    late = toll("31", other, id="b", hour="14:05", as_of="2031-03-03")
    for found in (between(early, late), between(late, early)):
        assert (found.relation, found.differences) == (Relation.LATER_COUNT, (Difference.TIME,))
        assert found.reason == (
            "“31” is of 3 March 2031, 14:05, “19” of 09:30: a later count, not a contradiction."
        )


def test_an_hour_of_a_live_page_is_one_of_its_day():
    guard = toll("at least four", "post", id="a", sources=("coastguard",), hour="06:15")
    found = between(guard, toll("at least 12", "post", id="b", hour="09:30"))
    assert found.reason.startswith("“at least 12” is of 3 March 2031, 09:30, “at least four” of 06:15:")
    # Nothing is known of the hours of a page that was out on one of two days.
    unsure = [
        replace(claim, out_by=TUESDAY)
        for claim in (guard, toll("at least 12", "post", id="b", sources=("coastguard",), hour="09:30"))
    ]
    assert between(*unsure).reason.startswith("The count is running")


def test_a_count_without_an_hour_may_be_of_any_hour_of_its_day():
    asked = [toll("19", "post", hour="14:05", as_of="2031-03-03", sources=())]
    asked.append(toll("31", "radio", as_of="2031-03-03", sources=()))
    assert between(*asked) is None
    same = between(asked[0], replace(asked[1], hour="14:05"))
    assert same.relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("early", "late", "told"),
    [
        (
            "morning",
            "evening",
            "“31” is of 3 March 2031, evening, “19” of morning: a later count, not a contradiction.",
        ),
        (
            "14:05",
            "evening",
            "“31” is of 3 March 2031, evening, “19” of 14:05: a later count, not a contradiction.",
        ),
        (
            "afternoon",
            "22:30",
            "“31” is of 3 March 2031, 22:30, “19” of afternoon: a later count, not a contradiction.",
        ),
        # What one paper calls the afternoon is the evening to another.
        (
            "afternoon or evening",
            "evening",
            "“19” and “31” are both of 3 March 2031, afternoon or evening and evening; which is the later count is not known.",
        ),
        (
            "17:30",
            "evening",
            "“19” and “31” are both of 3 March 2031, 17:30 and evening; which is the later count is not known.",
        ),
        (
            "morning",
            "morning",
            "“19” and “31” are both of 3 March 2031, morning; which is the later count is not known.",
        ),
        (
            "09:30",
            None,
            "“19” and “31” are both of 3 March 2031, only “19” with an hour (09:30); which is the later count is not known.",
        ),
    ],
)
def test_parts_of_the_day_are_in_order_where_no_reading_of_them_overlaps(early, late, told):
    first = toll("19", "post", hour=early, as_of="2031-03-03")
    second = toll("31", "radio", hour=late, as_of="2031-03-03")
    found = between(first, second)
    assert (found.relation, found.reason) == (Relation.LATER_COUNT, told)
    assert found.differences == ((Difference.ORDER,) if "not known" in told else (Difference.TIME,))


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("about 140", "152", True),
        ("about 140", "160", False),  # beyond a tenth
        ("130", "152", False),
        ("at least 12", "about 140", False),  # a floor is no round number
    ],
)
def test_two_counts_without_an_order_may_be_one_in_round_numbers(first, second, one):
    day = {"as_of": "2031-03-03"}
    found = between(toll(first, "post", **day), toll(second, "radio", **day)).reason
    assert ("two counts, or one in round numbers" in found) is one
    assert ("two counts of that day, or figures of two things" in found) is not one
    # With an hour of one of them it is sure that there are two counts, or one.
    found = between(toll(first, "post", **day), toll(second, "radio", hour="14:05", **day)).reason
    assert "which is the later count is not known" in found
    assert ("nor whether both are one in round numbers" in found) is one


def test_two_hedges_in_one_text_are_no_one_figure_where_the_count_may_have_gone_on():
    found = between(toll("over 30", "post", sources=()), toll("at least 30", "post"))
    assert (
        found.reason
        == "One text prints “over 30” and “at least 30”: one figure in two hedges, or two counts."
    )


def test_a_night_goes_on_into_the_morning_of_its_second_day():
    night = toll("31", "post", TUESDAY, hour="night", as_of="2031-03-03/2031-03-04")
    assert between(toll("19", "radio", hour="14:05", as_of="2031-03-03"), night).reason == (
        "“31” is of 3–4 March 2031, night, “19” of 3 March 2031, 14:05: a later count, not a contradiction."
    )
    assert between(night, toll("36", "radio", TUESDAY, hour="evening", as_of="2031-03-04")).reason == (
        "“36” is of 4 March 2031, evening, “31” of 3–4 March 2031, night: a later count, not a contradiction."
    )
    assert between(night, toll("36", "radio", TUESDAY, hour="morning", as_of="2031-03-04")).reason == (
        "“31” is of 3–4 March 2031, night and “36” is of 4 March 2031, morning; which is the later count is not known."
    )


def test_a_text_that_says_that_the_count_was_raised_puts_two_in_order():
    night = toll("31", "post", TUESDAY, hour="night", as_of="2031-03-03/2031-03-04")
    raised = toll("36", "radio", TUESDAY, as_of="2031-03-04", cue="elevó")
    assert between(night, raised).reason == (
        "“36” is what the count was raised to (“elevó”, 4 March 2031), above “31”: a later count, not a contradiction."
    )
    assert between(night, raised).differences == between(raised, night).differences == (Difference.TIME,)
    # It says nothing of a higher one of that day, and nothing of that of somebody else.
    assert "two counts of that day" in between(toll("41", "post", TUESDAY, as_of="2031-03-04"), raised).reason
    other = between(replace(night, sources=("coastguard",)), raised)
    assert other is None or "raised" not in other.reason


def test_two_figures_of_one_source_for_one_day_are_told_in_the_row():
    claims = [
        toll("more than 60", "post", as_of="2031-03-03", hour="14:05"),
        toll("about 140", "radio", TUESDAY, as_of="2031-03-03", hour="evening"),
        toll("about 140", "herald", TUESDAY, as_of="2031-03-04"),
        toll("152", "wire", TUESDAY, as_of="2031-03-04"),
    ]
    found, _ = row(*claims)
    told = "“about 140” (Herald) and “152” (Wire) are both of 4 March 2031, without an hour: two counts, or one in round numbers"
    assert told in found.summary
    # Another text has the hour of one of them.
    timed, _ = row(*claims, toll("152", "gazette", TUESDAY, as_of="2031-03-04", hour="evening"))
    assert "without an hour" not in timed.summary
    # Figures of two sources go on from nobody's.
    others, _ = row(*claims[:3], replace(claims[3], sources=("coastguard",)))
    assert "without an hour" not in others.summary


def test_the_clock_of_another_text_puts_the_same_figure_in_order():
    clocks = [
        toll("12", "radio", id="a", as_of="2031-03-03", hour="09:30"),
        toll("31", "radio", id="b", as_of="2031-03-03", hour="21:15"),
        toll("40", "radio", id="c", as_of="2031-03-03", hour="23:40"),
    ]
    evening = toll("31", "post", as_of="2031-03-03", hour="evening")
    found, _ = row(*clocks, evening)
    assert found.between(evening, clocks[2]).reason == (
        "“40” is of 3 March 2031, 23:40, “31” of 21:15: a later count, not a contradiction; another text gives the hour of “31”."
    )
    # Not that of another source, nor one outside the part of the day.
    for other in (replace(evening, sources=("coastguard",)), replace(evening, hour="morning")):
        found, _ = row(*clocks, other)
        judged = found.between(other, clocks[2])
        assert judged is None or "another text" not in judged.reason
    # Nor one of several.
    again = toll("31", "wire", as_of="2031-03-03", hour="22:00")
    found, _ = row(*clocks, again, evening)
    assert "which is the later count is not known" in found.between(evening, clocks[2]).reason


def test_a_page_that_lists_its_latest_count_first_is_told_as_the_count_went():
    claims = [
        toll("40", "radio", id="c", as_of="2031-03-03", hour="23:40"),
        toll("31", "radio", id="b", as_of="2031-03-03", hour="21:15"),
        toll("12", "radio", id="a", as_of="2031-03-03", hour="20:30"),
        toll("36", "post", as_of="2031-03-03", hour="evening"),
    ]
    found, _ = row(*claims)
    assert found.summary == (
        "The count is running: “12” (Radio, 3 March 2031, 20:30), “31” (Radio, 3 March 2031, 21:15), "
        "“36” (Post, 3 March 2031, evening) and “40” (Radio, 3 March 2031, 23:40)."
    )
    # One that falls, too.
    fallen = [
        replace(claim, hour=hour)
        for claim, hour in zip(claims, ("20:30", "21:15", "23:40", "evening"), strict=True)
    ]
    found, _ = row(*fallen)
    assert found.summary.startswith("The count is running: “40” (Radio, 3 March 2031, 20:30), “36”")
    # What a card shows of the page is its latest.
    asked = [(found, claim) for claim in found.claims if claim.outlet == "radio"]
    assert main_answer(asked, found).printed == "12"
