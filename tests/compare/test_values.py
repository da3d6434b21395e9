"""Values of comparable claims: same, compatible, or in conflict."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec.structs import replace

from builder.compare import values
from builder.compare.judge import judge
from builder.compare.phrases import in_words
from builder.compare.places import compare_places
from builder.compare.relation import Difference, Relation
from builder.compare.values import compare_quantities, compare_yes_no
from builder.content.model import Party
from builder.content.vocabulary import Answer
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from builder.values.quantity import Modifier, Quantity, precision, rest_of_hundred
from tests.compare.strategies import figures
from tests.factory import NAMES, dated, figure, named, place, placed, question, wording, yes_no

QUESTION = question(Answer.QUANTITY)
SAME, COMPATIBLE, CONFLICT = Relation.SAME, Relation.COMPATIBLE, Relation.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("30", "30", SAME), ("30", "thirty", SAME), ("about 30", "around 30", SAME), ("10,000-12,000", "between 10,000 and 12,000", SAME),
        ("dozens", "Dozens of people", SAME), ("30+", "at least 30", SAME), ("more than 30", "over 30", SAME),
        ("about 30", "30", COMPATIBLE), ("up to 30", "30", COMPATIBLE), ("at least 30", "30", COMPATIBLE),
        ("up to 11,000", "about 12,000", COMPATIBLE), ("up to 10,000", "about 12,000", CONFLICT), ("about 10,000", "about 12,000", CONFLICT), ("up to 12,000", "about 12,000", COMPATIBLE), ("about 10,000", "up to 11,000", COMPATIBLE),
        ("more than 3,000", "4,000", COMPATIBLE), ("more than 3,000", "3,000", COMPATIBLE), ("more than 3,000", "at least 3,000", COMPATIBLE),
        ("less than 30", "30", COMPATIBLE), ("less than 30", "up to 30", COMPATIBLE), ("less than 30", "more than 30", CONFLICT),
        ("at least 30", "up to 30", COMPATIBLE), ("at least 31", "up to 30", CONFLICT), ("between 10 and 20", "15", COMPATIBLE),
        ("between 10 and 20", "21", CONFLICT), ("about 12,000", "about 14,000", CONFLICT), ("about 10,000", "11,000", COMPATIBLE),
        ("about 30", "33", COMPATIBLE), ("about 30", "34", CONFLICT), ("30", "31", CONFLICT), ("dozens", "30", COMPATIBLE),
        ("175.4 billion", "175 billion", COMPATIBLE), ("209.175 billion", "209 billion", COMPATIBLE), ("2,480", "2,500", COMPATIBLE),
        ("2,440", "2,500", CONFLICT), ("10,000", "11,000", CONFLICT), ("1.2 km", "1,230 m", COMPATIBLE), ("2 km", "2,000 m", SAME),
        ("1 km", "2,000 m", CONFLICT), ("nearly 200", "200", COMPATIBLE), ("nearly 200", "190", COMPATIBLE), ("nearly 200", "150", CONFLICT),
        ("nearly 200", "more than 200", CONFLICT), ("just over 200", "300", CONFLICT), ("thousands", "hundreds", COMPATIBLE),
        ("one in ten", "one in ten", SAME), ("30 a day", "40 a day", CONFLICT),
        ("dozens", "2", COMPATIBLE), ("dozens", "scores", None), ("hundreds", "up to 30", COMPATIBLE),
    ],
)  # fmt: skip
def test_figures(a, b, relation):
    left, right = read(a), read(b)
    for found in (values.compare_quantities(left, right), values.compare_quantities(right, left)):
        assert (found.relation if found else None) is relation


@given(figures(), figures())
def test_vague_words_never_contradict(a, b):
    if Modifier.VAGUE in (a.modifier, b.modifier):
        found = values.compare_quantities(a, b)
        # Of two that give no figure there is nothing to say.
        assert found is None or found.relation is not CONFLICT
        assert found or not (a.bounded or b.bounded)


@given(figures(), figures())
def test_two_exact_figures_are_the_same_or_in_conflict(a, b):
    if a.modifier is b.modifier is Modifier.EXACTLY:
        near = abs(a.low - b.low) <= max(precision(a.low), precision(b.low))
        wanted = SAME if a.low == b.low else COMPATIBLE if near else CONFLICT
        assert values.compare_quantities(a, b).relation is wanted


@given(figures(), figures())
def test_a_conflict_means_that_no_figure_fits_both(a, b):
    if (found := values.compare_quantities(a, b)) and found.relation is CONFLICT:
        # Of two that are both about something, each with the other at its word: the hedges do not add up.
        for (low, high), (least, most) in ((a.reach, b.at_its_word), (a.at_its_word, b.reach)):
            assert high < least or most < low


def test_a_dropped_hedge_is_the_difference():
    found = values.compare_quantities(read("about 140"), read("140"))
    assert found.differences == (Difference.HEDGE,)
    assert found.reason == "“140” and “about 140” give one figure, the first without a hedge beside it"


def test_a_figure_rounded_is_called_so():
    found = values.compare_quantities(read("175.4 billion"), read("175 billion"))
    assert found.differences == (Difference.ROUNDED,)
    assert found.reason == "“175 billion” is “175.4 billion” rounded"


@pytest.mark.parametrize(("share", "other"), [("one in ten", "30"), ("a third", "$30"), ("30 a day", "30")])
def test_a_share_is_never_set_against_a_number(share, other):
    found = judge(QUESTION, figure(share, id="a"), figure(other, id="b"), NAMES)
    assert found.relation is Relation.NOT_COMPARABLE
    assert found.reason == f"“{share}” is a share or a rate, “{other}” is not."


def test_a_share_in_words_is_not_said_to_be_what_a_percentage_is_not():
    found = judge(QUESTION, figure("one in ten", id="a"), figure("10 percent", id="b"), NAMES)
    assert found.relation is Relation.NOT_COMPARABLE
    assert (
        found.reason == "“one in ten” is a share in words, which this site does not set against “10 percent”."
    )


@pytest.mark.parametrize(
    ("a", "b"), [("£145bn", "$145bn"), ("30 percent", "30 percentage points"), ("2 miles", "2 km")]
)
def test_sums_and_measures_are_compared_within_one_unit(a, b):
    first, second = (figure(printed, id=id, unit=read(printed).unit) for printed, id in ((a, "a"), (b, "b")))
    assert judge(QUESTION, first, second, NAMES).relation is Relation.NOT_COMPARABLE


def test_a_range_is_no_hedge_of_its_bound():
    found = values.compare_quantities(Quantity("130 to 140", Modifier.BETWEEN, 130, 140), read("140"))
    assert found.differences == (Difference.ROUNDING,)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2031-03-03", "2031-03-03", SAME), ("2031-03", "2031-03-01/2031-03-31", SAME), ("2031-03-03", "2031-03", COMPATIBLE),
        ("2031-03-03", "2031-03-04", CONFLICT), ("2031-03-03", "2031-03-04~", COMPATIBLE), ("2031-03-03", "2031-03-06~", CONFLICT),
        ("2031-03", "2031-04", CONFLICT), ("2031-03/..", "2031-05", COMPATIBLE), ("2031-03/..", "2031-02", CONFLICT),
        ("../2031-03-03", "2031-03-04/..", CONFLICT), ("../2031-03-03", "2031-03-03/..", COMPATIBLE),
        ("2031-03-01/2031-03-05", "2031-03-04/2031-03-09", COMPATIBLE), ("2031-03-03", "2031-03-03~", COMPATIBLE),
    ],
)  # fmt: skip
def test_dates(a, b, relation):
    left, right = parse_edtf(a), parse_edtf(b)
    assert values.compare_dates("a", left, "b", right).relation is relation
    assert values.compare_dates("b", right, "a", left).relation is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        # Neither names a place, but "three villages" and "an unnamed part of it" are different words.
        ([], [], COMPATIBLE), (["pell"], ["pell"], SAME), (["pell", "osk"], ["osk", "pell"], SAME), ([], ["pell"], COMPATIBLE),
        (["pell", "osk"], ["osk"], COMPATIBLE), (["pell"], ["osk"], CONFLICT),
    ],
)  # fmt: skip
def test_places(a, b, relation):
    left, right = (tuple(place(id) for id in ids) for ids in (a, b))
    assert values.compare_places("a", left, "b", right).relation is relation
    assert values.compare_places("b", right, "a", left).relation is relation


def test_two_spellings_of_a_place_are_named():
    osk = place("osk-sound", "Osk Strait")
    found = values.compare_places("in Osk Strait", (osk,), "off Osk Sound", (osk,))
    assert found.relation is SAME
    assert "“Osk Strait” is “Osk Sound” in the other" in found.reason


@pytest.mark.parametrize(("a", "b"), [(True, True), (True, False), (False, True), (False, False)])
def test_yes_and_no(a, b):
    assert values.compare_yes_no("a", a, "b", b).relation is (SAME if a == b else CONFLICT)


def test_every_kind_of_answer_has_its_comparison():
    given_answers = {
        Answer.QUANTITY: figure("3"), Answer.DATE: dated("2031"), Answer.PLACE: placed("pell-rock"),
        Answer.YES_NO: yes_no(True), Answer.WORDING: wording("a fuse"), Answer.WHO: named("The Pilots"),
    }  # fmt: skip
    assert set(given_answers) == set(Answer)
    for answer, claim in given_answers.items():
        assert values.compare(answer, claim, claim, NAMES).relation is SAME


def test_a_share_of_the_rest_is_told_as_that():
    whole, left = read("89 percent"), rest_of_hundred(read("only 11 percent"))
    for found in (compare_quantities(whole, left), compare_quantities(left, whole)):
        assert (found.relation, found.reason) == (
            Relation.SAME, "“only 11 percent” counts the other part and leaves 89 percent, as “89 percent” says",
        )  # fmt: skip
    other = compare_quantities(read("94 percent"), left)
    assert other.relation is Relation.CONFLICT
    assert other.reason.endswith(
        "cannot both be right: “only 11 percent” counts the other part and leaves 89 percent"
    )


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("175,400,000,000 USD", "175.4 billion USD"),
        ("more than 170,000,000,000", "more than 170 billion"),
        ("4,000,000", "4 million"),
        ("1,234,567", "1,234,567"),
        ("1,850,000,000", "1.85 billion"),
        ("12,000", "12,000"),
    ],
)
def test_long_figures_are_told_in_words_and_never_rounded(figure, told):
    assert in_words(figure) == told


def test_the_same_words_are_told_once():
    assert compare_yes_no("it was", True, "it was", True).reason == "both print “it was”, which says yes"
    here = (place("osk-sound"),)
    assert compare_places("off Osk Sound", here, "off Osk Sound", here).reason == "both print “off Osk Sound”"


def test_what_a_party_is_called_is_no_spelling():
    board = (Party("board", "the Harbour Board", ("Harbour Board", "Hafenbehörde", "Harbour Bord")),)
    for one, other in (("the Harbour Board", "die Hafenbehörde"), ("Harbour Board", "Harbour Bord")):
        told = compare_places(one, board, other, board, ("nobody", "parties")).reason
        assert told == f"“{one}” and “{other}” name the same: the Harbour Board"


@pytest.mark.parametrize(
    ("whole", "left", "told"),
    [
        ("about 90 percent", "only 11 percent", "“about 90 percent” (which this site reads as 81 to 99) allows for the 89 percent that “only 11 percent” leaves"),
        ("91 percent", "about 10 percent", "the about 90 percent that “about 10 percent” leaves allows for “91 percent”"),
        ("90 percent", "about 10 percent", "“90 percent” and the about 90 percent that “about 10 percent” leaves give one figure, the first without a hedge beside it"),
    ],
)  # fmt: skip
def test_what_a_complement_leaves_is_told_not_its_own_number(whole, left, told):
    a, b = read(whole), rest_of_hundred(read(left))
    for found in (compare_quantities(a, b), compare_quantities(b, a)):
        assert (found.relation, found.reason) == (Relation.COMPATIBLE, told)


def test_two_complements_are_told_in_their_own_number():
    found = compare_quantities(
        *(rest_of_hundred(read(printed)) for printed in ("only 11 percent", "11 percent"))
    )
    assert found.reason == "“only 11 percent” and “11 percent” both mean 11 percent and leave 89 percent"


def test_dollars_are_those_of_a_country_only_where_both_texts_say_so():
    def told(*printed):
        return compare_quantities(*map(read, printed)).reason

    assert told("$38 billion", "38 billion dollars").endswith("both mean 38 billion dollars")
    assert told("US$38 billion", "38 billion dollars").endswith("both mean 38 billion dollars")
    assert told("US$38 billion", "38 billion US dollars").endswith("both mean 38 billion US dollars")


def test_two_currencies_with_one_sign_are_told_as_this_site_takes_them():
    here, there = (replace(figure("$60 million"), unit=unit) for unit in ("USD", "AUD"))
    told = judge(question(Answer.QUANTITY), here, replace(there, article="radio"), NAMES).reason
    assert told == ("This site takes “$60 million” as US dollars, “$60 million” as Australian dollars.")


@pytest.mark.parametrize(("a", "b"), [("4.35 km", "4,350 m"), ("1,1 km", "1.100 m"), ("0.3 km", "300 m")])
def test_figures_in_two_units_may_be_one(a, b):
    language = "de" if "," in a else "en"
    left, right = (claim_of(printed, language) for printed in (a, b))
    assert values.one_figure(left, right)
    assert values.rough_figure(left.value) == values.rough_figure(right.value)


@given(figures(), figures())
def test_figures_that_are_one_are_looked_at_together(a, b):
    left, right = (figure(value.printed, value=value) for value in (a, b))
    if a.bounded and b.bounded and values.one_figure(left, right):
        assert values.rough_figure(a) == values.rough_figure(b)


def claim_of(printed: str, language: str):
    value = read(printed, language)
    return figure(printed, value=value, unit=value.unit)
