"""The relation between two claims: the order of the checks, and symmetry."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from builder.compare.comparable import eased_turned
from builder.compare.groups import group
from builder.compare.judge import Judge, judge, speaker
from builder.compare.judged import judged
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import SHOWN, THROUGH, Names
from builder.content.model import Claim, Place
from builder.content.vocabulary import Answer
from builder.values.dates import parse_edtf
from builder.values.quantity import Modifier, Quantity, rest_of_hundred
from tests.compare.strategies import claims, pairs
from tests.compare.test_careful import summary
from tests.factory import NAMES, dated, figure, named, placed, question, read, span, wording, yes_no


def between(a: Claim, b: Claim):
    answer = next(answer for answer in Answer if question(answer).path == a.question)
    return judge(question(answer), a, b, NAMES)


def test_what_is_counted_is_compared_by_meaning():
    asked = question(Answer.QUANTITY, counts="killed or wounded")
    a = figure("30", counts="killed or wounded")
    b = figure("30", counts="killed or injured", article="radio", outlet="radio")
    assert judge(asked, a, b, NAMES).relation is Relation.SAME
    other = judge(asked, a, replace(b, counts="killed"), NAMES)
    assert other.relation is not Relation.SAME


@given(pairs(statement=None))
def test_relations_are_symmetric(pair):
    a, b = pair
    one, other = between(a, b), between(b, a)
    assert (one is None) == (other is None)
    if one is None:
        return
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
    found = between(a, b)
    if found is None:
        words = a.value is None or all(is_wordless(claim) for claim in pair)
        words |= a.counts != b.counts and any(is_wordless(claim) for claim in pair)
        assert words, (
            "only of two wordings, or of words without a figure for something else, there may be nothing to say"
        )
        return
    reason = found.reason
    assert reason[0] == reason[0].upper()
    assert reason.endswith((".", ".”"))
    assert "None" not in reason
    folded = reason.casefold()
    assert a.printed.casefold() in folded
    assert b.printed.casefold() in folded


def test_one_division_that_two_texts_give_the_other_way_round_is_a_tension():
    """89 percent uninsured in one text, 89 percent insured in the other: somebody has mistaken which part is which."""
    flat = figure("89 percent", unit="percent", counts="uninsured")
    turned = figure(
        "89 percent",
        value=rest_of_hundred(read("89 percent")),
        article="radio",
        unit="percent",
        counts="uninsured",
    )
    found = between(flat, turned)
    assert found.relation is Relation.TENSION
    assert Difference.RETOLD in found.differences
    assert found.reason == (
        "“89 percent” is said of the uninsured, “89 percent” is said of the insured: one figure of the ferry line, "
        "told as two things, which cannot both be right."
    )
    assert between(flat, replace(turned, sources=("coastguard",))).relation is Relation.CONFLICT
    # Turned back it fits "around 90 percent"; it still contradicts "94 percent", whichever part is meant.
    for printed, relation in (("around 90 percent", Relation.TENSION), ("94 percent", Relation.CONFLICT)):
        other = figure(printed, unit="percent", counts="uninsured", sources=("coastguard",))
        found = between(other, turned)
        assert found.relation is Relation.CONFLICT
        verdict = Verdict(found.relation, found.reason, found.differences)
        assert eased_turned(verdict, turned, other).relation is relation


def is_wordless(claim):
    return isinstance(claim.value, Quantity) and not (claim.value.bounded or claim.value.scale)


def test_words_without_a_figure_that_count_something_else_say_nothing_of_other_articles():
    head = figure(
        "troops killed", value=Quantity("troops killed", Modifier.VAGUE, None, None), counts="killed"
    )
    assert between(head, figure("about 30", article="radio", counts="killed or hurt")) is None
    assert between(head, figure("about 30", counts="killed or hurt")).relation is Relation.NOT_COMPARABLE


@given(pairs())
def test_same_has_no_difference_in_value_and_conflict_always_says_why(pair):
    found = between(*pair)
    if found is None:
        return
    if found.relation is Relation.CONFLICT:
        assert {Difference.SOURCE, Difference.UNEXPLAINED} & set(found.differences)
    if found.relation in (
        Relation.NOT_COMPARABLE,
        Relation.LATER_COUNT,
        Relation.COMPATIBLE,
        Relation.TENSION,
    ):
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
    # Out on that day or at an unknown time: they may be of one day, or of two.
    for day in (date(2031, 3, 5), None):
        assert between(replace(early, out_by=day), late).relation is Relation.TENSION
    # A late article may report on an early day, so its own date proves nothing.
    night = figure("140", out_by=date(2031, 3, 9))
    assert between(night, late).relation is Relation.TENSION
    assert between(night, figure("60", article="radio", out_by=date(2031, 3, 4))).relation is Relation.TENSION


def test_two_figures_for_no_day_contradict_each_other_in_articles_of_one_day_only():
    day, next_day = date(2031, 3, 3), date(2031, 3, 4)
    asked = replace(question(Answer.QUANTITY), when=None)
    one = figure("about 13,000", out_from=day, out_by=day)
    other = figure("11,000", article="radio", sources=("coastguard",), out_from=next_day, out_by=next_day)
    found = judge(asked, one, other, NAMES)
    assert found.relation is judge(asked, other, one, NAMES).relation is Relation.TENSION
    assert found.reason == (
        "“about 13,000” and “11,000”: no figure fits both, though this site lets “about” reach a tenth to either side; "
        "no day is given for which both count, so they need not be of one day."
    )
    same = replace(other, out_from=day, out_by=day)
    far = figure("60", article="radio", sources=("coastguard",), out_from=day, out_by=day)
    assert judge(asked, one, far, NAMES).relation is Relation.CONFLICT
    assert judge(asked, one, same, NAMES).relation is Relation.CONFLICT
    # What was said on that day is of that day, and what was said long before it is not.
    today, long_ago = ({"said_on": parse_edtf(said)} for said in ("2031-03-03", "2031-01"))
    assert judge(asked, one, replace(far, **today), NAMES).relation is Relation.CONFLICT
    assert judge(asked, one, replace(far, **long_ago), NAMES).relation is Relation.TENSION
    # Nothing is known of the day of an article without one.
    for undated in ({"out_from": None, "out_by": None}, {"out_from": day, "out_by": None}):
        unknown = replace(far, **undated)
        found = judge(asked, one, unknown, NAMES)
        assert (
            found.relation
            is judge(asked, replace(one, **undated), unknown, NAMES).relation
            is Relation.TENSION
        )
        assert found.reason.endswith("no day is given for which both count, so they need not be of one day.")
        said = {"said_on": parse_edtf("2031-03-02")}
        assert (
            judge(asked, replace(one, **said), replace(unknown, **said), NAMES).relation is Relation.CONFLICT
        )
    # Nor where the question is for one day.
    of_a_day = replace(asked, when=parse_edtf("2031-03-03"))
    late = replace(far, out_from=next_day, out_by=next_day)
    assert judge(of_a_day, one, late, NAMES).relation is Relation.CONFLICT
    assert judge(asked, one, late, NAMES).relation is Relation.TENSION
    # One judge, whatever it was asked before.
    known = Judge(asked, NAMES)
    for claim in (far, late):
        assert known(one, claim) == judge(asked, one, claim, NAMES)


def test_a_day_that_the_site_worked_out_is_no_contradiction():
    printed = dated("2031-03-03", "on 3 March 2031")
    found = between(printed, dated("2031-05-05~", "just over a week ago", article="radio"))
    assert (found.relation, found.differences) == (Relation.TENSION, (Difference.INFERRED,))
    assert "the day of “just over a week ago” is worked out, not printed" in found.reason
    assert (
        between(printed, dated("2031-05-05~", "about 5 May 2031", article="radio")).relation
        is Relation.CONFLICT
    )
    assert between(printed, dated("2031-05-05", "on Monday", article="radio")).relation is Relation.CONFLICT


def test_the_day_of_a_statement_allows_for_no_other_day():
    exact = dated("2031-02", "in February")
    said = dated("../2031-03-03", "on Monday", said_on="2031-03-03", sources=("coastguard",))
    asked = question(Answer.DATE)

    def told(other):
        return summary(exact, other, asked=asked)

    assert told(said).endswith("neither rules out the other.")
    assert "is the narrowest" in told(replace(said, said_on=None))


def test_that_it_had_happened_when_somebody_said_so_is_no_contradiction():
    said = dated("../2031-03-03", "on Monday", said_on="2031-03-03")
    found = between(said, dated("2031-05", "in May", article="radio"))
    assert (found.relation, found.differences) == (Relation.TENSION, (Difference.SAID,))
    assert "the day of “on Monday” is that of a statement" in found.reason
    assert (
        between(replace(said, said_on=None), dated("2031-05", "in May", article="radio")).relation
        is Relation.CONFLICT
    )


def test_a_wording_that_was_out_before_is_not_compared_with_a_later_one():
    early = wording("it was a broken fuse", out_by=date(2031, 3, 4))
    late = wording("it was not a broken fuse", article="radio", said_on="2031-03-05")
    assert between(early, late).relation is between(late, early).relation is Relation.LATER_COUNT
    one = [replace(told, statement="fuse") for told in (early, late)]
    assert between(*one).relation is Relation.COMPATIBLE
    # That somebody said other words on some day before is no later word on the same.
    assert between(wording("a fuse", out_by=date(2031, 3, 4)), late) is None


@pytest.mark.parametrize("other", ["2031-03", "2031-03-03/2031-03-04", "2031-03-01/..", None])
def test_days_that_may_be_the_same_make_no_later_count_and_no_contradiction(other):
    found = between(figure("140", as_of="2031-03-03"), figure("60", article="radio", as_of=other))
    assert found.relation is Relation.TENSION
    assert found.differences == (Difference.DAY,)
    assert "so they need not be of one day" in found.reason


def test_figures_of_one_day_can_contradict_each_other():
    found = between(figure("140", as_of="2031-03-03"), figure("60", article="radio", as_of="2031-03-03"))
    assert found.relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "difference"),
    [
        ({"said_on": "2031-03-03"}, {"said_on": "2031-03-05"}, Difference.TIME),
        ({"out_from": None, "out_by": date(2031, 3, 3)}, {"said_on": "2031-03-05"}, Difference.TIME),
        ({"statement": "morning"}, {"statement": "evening"}, Difference.STATEMENT),
    ],
)
def test_two_statements_are_at_most_in_tension(a, b, difference):
    made = (
        lambda more: figure("140", **more),
        lambda more: dated("2031-03-01", **more),
        lambda more: placed("osk-sound", **more),
    )
    others = (
        lambda more: figure("60", article="radio", **more),
        lambda more: dated("2031-03-02", article="radio", **more),
        lambda more: placed("pell-rock", article="radio", **more),
    )
    for first, second in zip(made, others, strict=True):
        found = between(first(a), second(b))
        assert (found.relation, found.differences) == (Relation.TENSION, (difference,))
        # On one day, and with one statement, they contradict each other.
        assert between(first({}), second({})).relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("yes", "no", "relation"),
    [
        ("it was dark", "it was not dark", Relation.CONFLICT),
        ("die Fähre war dunkel", "die Fähre war nicht dunkel", Relation.CONFLICT),
        ("Yes", "No", Relation.CONFLICT),
        ("it was night", "at noon", Relation.TENSION),
        ("the first reports of losses", "some of the heaviest losses so far", Relation.TENSION),
    ],
)
def test_two_readings_of_the_site_are_in_tension_unless_the_words_deny(yes, no, relation):
    found = between(yes_no(True, yes), yes_no(False, no, article="radio"))
    assert found.relation is relation
    assert (Difference.READING in found.differences) == (relation is Relation.TENSION)


HEDGES = [
    "30",
    "about 30",
    "at least 30",
    "more than 30",
    "up to 30",
    "less than 30",
    "nearly 30",
    "just over 30",
]


@pytest.mark.parametrize("hedges", list(combinations(HEDGES, 2)))
def test_one_figure_of_one_origin_is_one_statement_whatever_its_hedges(hedges):
    a, b = hedges
    found = between(figure(a), figure(b, article="radio"))
    assert found.relation is Relation.COMPATIBLE
    assert found.differences in ((Difference.HEDGE,), (Difference.HEDGED,))
    own = between(figure(a), figure(b))
    assert own.relation is Relation.COMPATIBLE
    assert own.reason == f"One text prints “{a}” and “{b}” for one figure: the change is the outlet's own."


def test_one_figure_of_two_origins_can_contradict_itself():
    apart = between(figure("more than 30"), figure("less than 30", article="radio", sources=("coastguard",)))
    assert apart.relation is Relation.CONFLICT


def test_a_thousand_and_more_than_a_thousand_of_one_speaker_are_one_statement():
    found = between(figure("a thousand"), figure("more than 1,000", article="radio"))
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.HEDGE,))


def test_two_answers_on_when_it_was_said_can_contradict_each_other():
    a = dated("2031-03", "last month", said_on="2031-03")
    b = dated("2031-02", "in February", said_on="2031-02", article="radio")
    other = replace(b, sources=("coastguard",))
    assert between(a, other).relation is Relation.CONFLICT
    # Of one source, they may be two statements, or one that is dated twice: as two first times are, they are not set against each other.
    found = between(a, b)
    assert (found.relation, found.differences) == (Relation.NOT_COMPARABLE, (Difference.TWICE,))
    assert found.reason == (
        "“last month” (March 2031) and “in February” (February 2031) are the dates of two statements, "
        "or of one that is dated twice; the texts do not say."
    )
    # What an editor has found to be one statement was not said in two months.
    one, again = replace(a, statement="closure"), replace(b, statement="closure")
    assert between(one, again).relation is Relation.CONFLICT
    assert (
        between(replace(a, statement="first"), replace(b, statement="second")).relation
        is Relation.NOT_COMPARABLE
    )


MINISTRY = Names(
    {"line": "the ferry line", "captain": "the captain", "film": "a film", "feed": "the feed"},
    above={"captain": "line"},
    manners={"film": SHOWN, "feed": THROUGH},
)


def test_who_speaks_for_another_is_one_origin_with_it():
    ours, theirs = figure("more than 30"), figure("less than 30", article="radio", sources=("captain",))
    found = judge(question(Answer.QUANTITY), ours, theirs, MINISTRY)
    assert found.relation is Relation.COMPATIBLE
    assert (
        found.reason == "“more than 30” and “less than 30” can be one figure of the ferry line in two hedges."
    )
    words = wording("a fuse no bigger than a thumb", article="radio", sources=("captain",))
    one = judge(question(Answer.WORDING), wording("a fuse the size of a thumb"), words, MINISTRY)
    assert one.relation is Relation.COMPATIBLE


def test_a_video_shows_and_a_channel_passes_on():
    shown, passed = (
        dated("2031-03-03", "on 3 March", sources=("film",)),
        dated("2031-05", "in May", article="radio", sources=()),
    )
    found = judge(question(Answer.DATE), shown, passed, MINISTRY)
    assert found.reason.endswith("“on 3 March” is shown in a film, for “in May” nobody is named.")
    found = judge(question(Answer.DATE), replace(shown, sources=("feed",)), passed, MINISTRY)
    assert found.reason.endswith("“on 3 March” is through the feed, for “in May” nobody is named.")


RUNNING = question(Answer.QUANTITY, running=True)


def toll(printed, outlet, out, **more):
    first, last = (out, out) if isinstance(out, date) else out
    return figure(printed, article=outlet, out_from=first, out_by=last, **more)


def test_a_later_answer_to_a_running_count_is_a_later_count():
    monday, tuesday = date(2031, 3, 3), date(2031, 3, 4)
    for more in ({}, {"sources": ()}):
        found = judge(RUNNING, toll("12", "post", monday), toll("15", "radio", tuesday, **more), NAMES)
        assert found.relation is Relation.LATER_COUNT
        assert (
            found.reason
            == "“15” is in an article of 4 March 2031, “12” is in an article of 3 March 2031: a later count, not a contradiction."
        )
    # The day on which it was said goes before that of the article.
    said = toll("15", "radio", tuesday, said_on="2031-03-02")
    assert judge(RUNNING, toll("12", "post", monday), said, NAMES).reason.startswith(
        "“12” is in an article of 3 March"
    )


@pytest.mark.parametrize("other", [date(2031, 3, 3), (date(2031, 3, 2), date(2031, 3, 5)), (None, None)])
def test_of_answers_to_a_running_count_without_an_order_nothing_is_said(other):
    assert judge(RUNNING, toll("12", "post", date(2031, 3, 3)), toll("15", "radio", other), NAMES) is None


def test_a_running_count_that_has_not_moved_is_told_with_both_days():
    a, b = (
        toll("12", "post", date(2031, 3, 3)),
        toll("12", "radio", date(2031, 3, 4), sources=("coastguard",)),
    )
    found = judge(RUNNING, a, b, NAMES)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.DAY,))


SOUND = Place("sound", "Osk Sound", within=("coast",))
COAST = Place("coast", "The Coast")


def placed_figure(printed, place, **more):
    return figure(printed, scope=place.name, scope_place=place, **more)


def test_a_part_that_exceeds_the_whole_is_a_tension_that_names_both():
    found = between(placed_figure("12,000", SOUND), placed_figure("about 10,000", COAST, article="radio"))
    assert (found.relation, found.differences) == (Relation.TENSION, (Difference.SCOPE,))
    assert found.reason == (
        "“12,000” for Osk Sound is more than “about 10,000” for The Coast, though Osk Sound lies within The Coast; "
        "this site reads “about 10,000” as 9,000 to 11,000."
    )
    # So is that one of the texts is the later, by the days between the last of one and the first of the other.
    late, early = {"out_from": date(2031, 3, 12), "out_by": None}, {"out_by": date(2031, 3, 10)}
    for part, whole, which in ((late, early, "12,000"), (early, late, "10,000")):
        told = between(
            placed_figure("12,000", SOUND, **part), placed_figure("10,000", COAST, article="radio", **whole)
        )
        clause = f"; by the dates given, the text with “{which}” is at least two days later."
        assert told.reason.endswith(clause)
    # Two reaches that meet are told with the rule that keeps them from adding up.
    both = between(
        placed_figure("about 12,000", SOUND), placed_figure("about 10,000", COAST, article="radio")
    )
    assert both.relation is Relation.TENSION
    assert both.reason.endswith(
        "; this site reads “about 12,000” as 10,800 to 13,200 and “about 10,000” as 9,000 to 11,000, "
        "and does not take two figures for one that meet only where each hedge is stretched towards the other."
    )


def test_by_how_many_days_a_text_is_the_later_is_told_of_each_pair():
    judge = Judge(question(Answer.QUANTITY), NAMES)
    late = placed_figure("12,000", SOUND, article="wire", out_from=date(2031, 3, 20), out_by=None)
    for day, apart in ((10, "ten"), (14, "six")):
        early = placed_figure("10,000", COAST, article=f"post-{day}", out_by=date(2031, 3, day))
        found = judge(late, early)
        assert found is not None
        assert found.reason.endswith(f"at least {apart} days later.")


@pytest.mark.parametrize("part", ["9,000", "30", "up to 500"])
def test_a_part_below_the_whole_is_counted_within(part):
    found = between(placed_figure(part, SOUND), placed_figure("about 10,000", COAST, article="radio"))
    assert found.relation is Relation.PART_OF
    assert "is counted within “about 10,000” for The Coast" in found.reason


@pytest.mark.parametrize("part", ["11,000", "up to 12,000", "at least 3"])
def test_a_part_that_may_be_as_large_as_the_whole_is_not_counted_within(part):
    found = between(placed_figure(part, SOUND), placed_figure("about 10,000", COAST, article="radio"))
    assert (found.relation, found.differences) == (
        Relation.COMPATIBLE,
        (Difference.SCOPE, Difference.ROUNDING),
    )
    # Larger than the whole as printed: the rule by which it can be a part is told.
    hedged = " (which this site reads as 9,000 to 11,000)" if part == "11,000" else ""
    assert found.reason == (
        f"“{part}” for Osk Sound may be a part of “about 10,000” for The Coast{hedged}: Osk Sound lies within The Coast."
    )


def test_two_names_of_one_place_are_one_scope_and_other_places_are_not_compared():
    one = placed_figure("140", SOUND)
    again = figure("140", article="radio", scope="the Sound", scope_place=SOUND)
    assert between(one, again).relation is Relation.SAME
    assert len(group([one, again])) == 1
    other = placed_figure("140", Place("rock", "Pell Rock"), article="radio")
    assert between(one, other).relation is Relation.NOT_COMPARABLE


def test_a_part_that_was_given_later_is_a_later_word_and_not_larger_than_the_whole():
    asked = question(Answer.QUANTITY, counts="killed or hurt", when=parse_edtf("2031-03-01"))
    whole = figure(
        "30",
        counts="killed or hurt",
        said_on="2031-03-02",
        out_from=date(2031, 3, 2),
        out_by=date(2031, 3, 4),
    )
    part = figure("50", article="radio", counts="killed", sources=("coastguard",))
    at_once = judge(asked, whole, replace(part, said_on=whole.said_on), NAMES)
    assert (at_once.relation, Difference.EXCEEDS in at_once.differences) == (Relation.TENSION, True)
    late = replace(part, said_on=parse_edtf("2031-03-09"))
    for a, b in ((whole, late), (late, whole)):
        found = judge(asked, a, b, NAMES)
        assert (found.relation, found.differences) == (Relation.LATER_COUNT, (Difference.DAY,))
    # An article that may have been out on that day may, but need not, be as late.
    open_end = replace(whole, said_on=None, out_by=date(2031, 3, 9))
    found = judge(asked, open_end, late, NAMES)
    assert (found.relation, found.differences) == (
        Relation.NOT_COMPARABLE,
        (Difference.COUNTED, Difference.TIME),
    )
    assert found.reason.endswith("; “50” may be a later word.")


def test_a_part_of_a_later_day_is_not_set_against_the_whole():
    late = placed_figure("12,000", SOUND, as_of="2031-03-05")
    found = between(late, placed_figure("about 10,000", COAST, article="radio", as_of="2031-03-03"))
    assert (found.relation, found.differences) == (
        Relation.NOT_COMPARABLE,
        (Difference.SCOPE, Difference.DAY),
    )


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
    # Nor is a figure of the same article that is said to be no part.
    apart = between(figure("60", id="some"), whole)
    assert (apart.relation, apart.differences) == (Relation.TENSION, (Difference.STATEMENT,))
    sides = between(figure("60", id="some", sources=("coastguard",)), whole)
    assert sides.relation is Relation.CONFLICT


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


def test_of_the_words_of_two_speakers_there_is_nothing_to_say():
    a, b = wording("a fuse"), wording("a fuse", article="radio", sources=("coastguard",))
    assert between(a, b) is between(b, a) is None
    later = replace(b, printed="a wire", said_on=parse_edtf("2031-05"))
    assert between(replace(a, said_on=parse_edtf("2031-03")), later) is None
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
        (named("The Pilots"), named("The Harbour Board")),
    ],
)
def test_every_kind_of_answer_can_conflict(a, b):
    assert between(a, replace(b, article="radio")).relation is Relation.CONFLICT


def test_speaker():
    assert speaker(wording("x", sources=()), NAMES) == "nobody named"
    assert speaker(wording("x"), NAMES) == "the ferry line"
    several = wording("x", sources=("line", "coastguard", "channel"))
    assert speaker(several, NAMES) == "the ferry line, the coastguard and the channel"


def test_one_figure_of_one_source_told_as_two_things_is_a_tension():
    lost = figure("200", counts="losses", of="both crews")
    killed = figure("200", counts="killed", of="both crews", article="radio")
    found = between(lost, killed)
    assert (found.relation, found.differences) == (
        Relation.TENSION,
        (Difference.COUNTED, Difference.RETOLD),
    )
    assert found.reason == (
        "“200” is a count of losses, “200” counts the killed: one figure of the ferry line, told as two things."
    )
    # Of another source, or another figure, they are simply two things.
    for other in (
        figure("200", counts="killed", of="both crews", article="radio", sources=("coastguard",)),
        figure("30", counts="killed", of="both crews", article="radio"),
        figure("200", counts="killed", of="both crews"),
    ):
        assert between(lost, other).relation is Relation.NOT_COMPARABLE


def test_two_hedges_of_one_figure_are_told_whoever_gives_it():
    found = between(figure("around 30"), figure("over 30", article="radio", sources=("coastguard",)))
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.HEDGED,))
    assert found.reason == "“around 30” and “over 30” can be one figure with different hedges."


@pytest.mark.parametrize("asked", [question(Answer.QUANTITY), question(Answer.QUANTITY, running=True)])
def test_two_hedges_are_one_statement_of_one_source_on_one_day_only(asked):
    tuesday, wednesday = {"as_of": span("2031-03-03")}, {"as_of": span("2031-03-04")}

    def told(first: dict[str, Any], second: dict[str, Any]) -> str:
        one, other = figure("at least 30", **first), figure("around 30", article="radio", **second)
        return judge(asked, one, other, NAMES).reason

    assert (
        told(tuesday, tuesday)
        == "“at least 30” and “around 30” can be one figure of the ferry line in two hedges."
    )
    assert "one figure of" not in told(tuesday, wednesday)


def test_what_no_count_rises_between_is_no_later_count():
    asked = question(Answer.QUANTITY, running=True)
    tuesday, wednesday = {"as_of": span("2031-03-03")}, {"as_of": span("2031-03-04"), "article": "radio"}
    for first, second in (("at least 31", "more than 30"), ("many", "14")):
        found = judge(asked, figure(first, **tuesday), figure(second, **wednesday), NAMES)
        assert found.relation is Relation.COMPATIBLE
    found = judge(asked, figure("at least 31", **tuesday), figure("at least 36", **wednesday), NAMES)
    assert found.relation is Relation.LATER_COUNT


def test_an_outlet_that_names_another_has_one_origin_with_it():
    names = Names({"line": "the ferry line", "paper": "the Radio"}, outlets={"paper": "radio"})
    retold = figure("around 30", sources=("paper",))
    own = figure("at least 30", article="radio", outlet="radio")
    assert names.one_origin(retold, own)
    assert names.one_origin(own, retold)
    assert not names.one_origin(retold, figure("at least 30", article="wire", outlet="wire"))


def test_a_hedge_is_lost_only_between_reports_of_one_source():
    hedged, plain = figure("about 140"), figure("140", article="radio", sources=("coastguard",))
    assert (
        between(hedged, plain).reason == "“about 140” and “140” give one figure, only the first with a hedge."
    )
    same = figure("140", article="radio")
    assert (
        between(hedged, same).reason
        == "“140” and “about 140” give one figure, the first without a hedge beside it."
    )
    # "More than" means another figure than the one that it prints.
    assert (
        between(figure("more than 140"), plain).reason
        == "“more than 140” means a figure above that of “140”, which may be rounded."
    )
    assert (
        between(figure("fewer than 140"), plain).reason
        == "“fewer than 140” means a figure below that of “140”, which may be rounded."
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("the crew", "“60” is said of the crew, “140” is not."),
        ("by noon", "“60” is the figure by noon, “140” is not."),
        ("the two decks, at night", "“60” is said of the two decks, at night, “140” is not."),
    ],
)
def test_a_scope_is_told_in_words_that_fit_it(scope, said):
    assert between(figure("60", scope=scope), figure("140", article="radio")).reason == said


def test_a_claim_that_says_less_of_what_it_is_about_is_told_without_the_question():
    dollars, bare = figure("60", unit="USD"), figure("140", unit=None, article="radio")
    assert between(dollars, bare).reason == "“60” is in US dollars, “140” names no unit."
    assert between(bare, dollars).reason == "“60” is in US dollars, “140” names no unit."


def test_a_day_that_only_one_claim_has_is_told_as_that():
    found = between(figure("140", as_of="2031-03-03"), figure("140", article="radio"))
    assert found.reason == "Both print “140”; “140” is for 3 March 2031, for “140” no one day is given."


def test_a_lead_rounds_only_what_its_hedge_allows():
    lead, text = figure("over 30", id="a", sources=()), figure("at least 30", id="b")
    found = between(lead, text)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.HEDGED,))
    assert between(lead, figure("less than 30", id="b")).relation is Relation.TENSION


def test_a_relay_between_two_sources_makes_them_no_one_origin():
    names = Names(
        {"line": "the line", "board": "the board", "paper": "the Radio"}, outlets={"paper": "radio"}
    )
    retold = figure("40", sources=("line",), via=("paper",))
    own = figure("40", article="radio", outlet="radio", sources=("board",))
    assert not names.one_origin(retold, own)


def test_what_an_outlet_says_itself_is_not_what_another_says_in_the_same_words():
    """A judge that judged one of two such claims has not judged the other: one of them is the source of the third."""
    names = Names({"line": "the ferry line", "paper": "the Radio"}, outlets={"paper": "radio"})
    asked = question(Answer.WORDING)
    retold = wording("the engine stopped at once and for good", outlet="post", sources=("paper",))
    first = wording("the engine stopped at once", article="radio", outlet="radio", sources=("line",))
    other = wording("the engine stopped at once", article="wave", outlet="wave", sources=("line",))
    known = Judge(asked, names)
    for claim in (first, other):
        assert known(retold, claim) == judge(asked, retold, claim, names)
    assert known(retold, first) != known(retold, other)


def test_a_verb_that_denies_belongs_to_what_an_answer_says():
    asked = question(Answer.YES_NO)
    yes = yes_no(True, "it did", article="post", sources=("line",))
    denied = yes_no(False, "it is wrong", article="radio", sources=("coastguard",), cue="denied")
    said = yes_no(False, "it is wrong", article="wave", sources=("coastguard",), cue="said")
    known = Judge(asked, NAMES)
    for claim in (said, denied):
        assert known(yes, claim) == judge(asked, yes, claim, NAMES)
    assert known(yes, said) != known(yes, denied)


def test_what_two_spokesmen_share_is_named_after_whom_they_speak_for():
    names = Names(
        {"line": "the ferry line", "captain": "the captain", "mate": "the mate"},
        above={"captain": "line", "mate": "line"},
    )
    one, other = (
        figure("about 140", sources=("captain",)),
        figure("more than 140", sources=("mate",), article="radio"),
    )
    found = judge(question(Answer.QUANTITY), one, other, names)
    assert (
        found.reason == "“about 140” and “more than 140” can be one figure of the ferry line in two hedges."
    )
    # What an editor has found to be one statement is one figure.
    one, other = replace(one, statement="evening"), replace(other, statement="evening")
    found = judge(question(Answer.QUANTITY), one, other, names)
    assert found.reason == "“about 140” and “more than 140” are one figure of the ferry line in two hedges."


def test_two_figures_that_go_back_to_one_source_through_other_papers_are_told_with_both_chains():
    names = Names(
        {"line": "the ferry line", "paper": "the Radio", "wire": "the Wire"},
        outlets={"paper": "radio", "wire": "wire"},
    )
    claims = [
        figure("140", article="radio", outlet="radio"),
        figure("150", article="wire", outlet="wire"),
        figure("140", article="post", outlet="post", sources=("paper",)),
        figure("150", article="yard", outlet="yard", sources=("wire",)),
        figure("170", article="herald", outlet="herald", sources=("wire",)),
    ]
    of_radio, _, first, second, other = claims
    told = judged(question(Answer.QUANTITY), claims, names).judge
    assert told(first, second).reason.endswith(
        "no figure fits both; both go back to the ferry line, the first by way of the Radio and the second by way of the Wire."
    )
    assert told(of_radio, second).reason.endswith(
        "; both go back to the ferry line, the second by way of the Wire."
    )
    # The Wire prints no such figure: where it has it from is not known.
    assert "go back" not in told(first, other).reason
