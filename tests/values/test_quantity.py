"""Printed figures: what they mean, and that nothing is read into them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.values.figures import search
from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.quantity import (
    Kind,
    LowAboveHighError,
    Modifier,
    Quantity,
    build,
    caption,
    plain,
    precision,
    tolerance,
)

EXACTLY, ABOUT, UP_TO, AT_LEAST = Modifier.EXACTLY, Modifier.ABOUT, Modifier.UP_TO, Modifier.AT_LEAST
MORE_THAN, LESS_THAN, BETWEEN, VAGUE = (
    Modifier.MORE_THAN,
    Modifier.LESS_THAN,
    Modifier.BETWEEN,
    Modifier.VAGUE,
)

FIGURES = st.integers(0, 10**9) | st.integers(0, 10**9).map(lambda n: n / 100)
UNITS = st.sampled_from([None, "percent", "percentage points", "km", "m", "miles"])


@st.composite
def quantities(draw) -> Quantity:
    modifier = draw(st.sampled_from([m for m in Modifier if m is not VAGUE]))
    unit = draw(UNITS)
    if modifier is BETWEEN:
        low, high = sorted((draw(FIGURES), draw(FIGURES)))
        return Quantity("", BETWEEN, low, high, unit)
    return build("", modifier, draw(FIGURES), unit)


@pytest.mark.parametrize(
    ("printed", "modifier", "low", "high", "unit"),
    [
        ("30", EXACTLY, 30, 30, None),
        ("around 30", ABOUT, 30, 30, None),
        ("Around 30 soldiers", ABOUT, 30, 30, None),
        ("some 1,100", ABOUT, 1100, 1100, None),
        ("an estimated 30", ABOUT, 30, 30, None),
        ("perhaps 30", ABOUT, 30, 30, None),
        ("~30", ABOUT, 30, 30, None),
        ("30 or so", ABOUT, 30, 30, None),
        ("30-odd", ABOUT, 30, 30, None),
        ("thirty-odd", ABOUT, 30, 30, None),
        ("up to 11,000", UP_TO, None, 11_000, None),
        ("up to 11 000", UP_TO, None, 11_000, None),
        ("up to about 30", UP_TO, None, 30, None),
        ("up to an additional 1,000", UP_TO, None, 1000, None),
        ("as many as 30", UP_TO, None, 30, None),
        ("no more than 30", UP_TO, None, 30, None),
        ("30 at most", UP_TO, None, 30, None),
        ("30 or fewer", UP_TO, None, 30, None),
        ("at least three", AT_LEAST, 3, None, None),
        ("at least some 30", AT_LEAST, 30, None, None),
        ("at least another 30", AT_LEAST, 30, None, None),
        ("no fewer than 30", AT_LEAST, 30, None, None),
        ("30+", AT_LEAST, 30, None, None),
        ("30 or more", AT_LEAST, 30, None, None),
        ("30 at least", AT_LEAST, 30, None, None),
        ("more than 3,000", MORE_THAN, 3000, None, None),
        ("over 30", MORE_THAN, 30, None, None),
        ("well over 3,000", MORE_THAN, 3000, None, None),
        ("more than $5 million", MORE_THAN, 5_000_000, None, "USD"),
        ("less than 2km", LESS_THAN, None, 2, "km"),
        ("fewer than 30", LESS_THAN, None, 30, None),
        ("between 10,000 and 12,000", BETWEEN, 10_000, 12_000, None),
        ("10,000-12,000", BETWEEN, 10_000, 12_000, None),
        ("10,000–12,000", BETWEEN, 10_000, 12_000, None),
        ("from 3,000 to 4,000", BETWEEN, 3000, 4000, None),
        ("10-12 thousand", BETWEEN, 10_000, 12_000, None),
        ("three or four", BETWEEN, 3, 4, None),
        ("40 percent", EXACTLY, 40, 40, "percent"),
        ("about 40%", ABOUT, 40, 40, "percent"),
        ("forty per cent", EXACTLY, 40, 40, "percent"),
        ("2km", EXACTLY, 2, 2, "km"),
        ("30 metres", EXACTLY, 30, 30, "m"),
        ("twenty-one", EXACTLY, 21, 21, None),
        ("half a million", EXACTLY, 500_000, 500_000, None),
        ("1.5 million", EXACTLY, 1_500_000, 1_500_000, None),
        ("a 10,000-strong force", EXACTLY, 10_000, 10_000, None),
        ("30 of the 200", EXACTLY, 30, 30, None),
        ("two dozen", ABOUT, 24, 24, None),
        ("half a dozen", ABOUT, 6, 6, None),
        ("more than a dozen", MORE_THAN, 12, None, None),
    ],
)
def test_a_figure_is_read(printed, modifier, low, high, unit):
    found = read(printed)
    assert found == Quantity(printed, modifier, low, high, unit)


@pytest.mark.parametrize(
    "printed",
    [
        "dozens", "Dozens of passengers", "several hundred", "hundreds", "tens of thousands", "a few thousand", "scores",
        "a battalion", "a handful", "many", "a large number", "a couple", "several dozen",
    ],
)  # fmt: skip
def test_vague_words_have_no_bounds(printed):
    found = read(printed)
    assert isinstance(found, Quantity)
    assert (found.modifier, found.low, found.high, found.bounded) == (VAGUE, None, None, False)


@pytest.mark.parametrize(
    ("printed", "modifier", "low", "high"),
    [
        ("nearly 30", LESS_THAN, None, 30),
        ("just under 30", LESS_THAN, None, 30),
        ("just over 30", MORE_THAN, 30, None),
    ],
)
def test_a_figure_close_to_its_bound(printed, modifier, low, high):
    assert read(printed) == Quantity(printed, modifier, low, high, near=True)


@pytest.mark.parametrize(
    "printed", ["half", "a third", "two thirds", "one-third", "5 out of 10", "half of the 30"]
)
def test_a_share_is_no_count(printed):
    found = read(printed)
    assert isinstance(found, Quantity)
    assert (found.kind, found.bounded, found.words) == (Kind.SHARE, False, printed)


@pytest.mark.parametrize(
    "printed",
    [
        "", "nobody", "none", "no one", "hundred", "twenty thirty",  # no figure
        "1/3", "some of the 200",  # a fraction of one
        "30 and 40", "dozens of them, about 30 ashore",  # two figures
        "T-72", "F-16", "the 11th Corps", "the twenty-first", "30-year-old", "over-30s", "24/7",  # a name
        "12:30", "3.5.2031", "1,5 million", "1.000.000", "1e5", "1_000",  # other notations
        "-5", "−5", "no 30", "two battalions",
        "between 10 and 12,000", "12,000 to 10,000", "between 30",  # in doubt
        "9" * 400,
    ],
)  # fmt: skip
def test_what_cannot_be_read_safely_is_left_to_the_editor(printed):
    assert isinstance(read(printed), Refusal)


@given(quantities())
def test_the_caption_means_the_same(quantity):
    found = read(caption(quantity))
    assert isinstance(found, Quantity)
    assert found.same_as == quantity.same_as
    assert found.unit == quantity.unit


def test_the_caption_of_vague_words_is_those_words():
    found = read("Dozens  of passengers")
    assert isinstance(found, Quantity)
    assert caption(found) == "dozens"
    assert caption(Quantity("quite  a crowd", VAGUE)) == "quite a crowd"


WORDS = st.sampled_from(
    """about around up to at least more than between and or 30 40 1,100 3 three dozen dozens hundred thousand million
    half a several few of the some no not percent % km m - – — + , . : / $ ( ) over under mıllıon ſome 10 000""".split()
)
PRINTED = (
    st.text(max_size=60)
    | st.lists(WORDS, max_size=8).map(" ".join)
    | st.lists(WORDS, max_size=5).map("".join)
)


@given(PRINTED)
def test_no_text_breaks_it_and_no_bound_is_made_up(text):
    found = read(text)
    if isinstance(found, Refusal):
        return
    assert found.printed == text
    numbers = [value for _, _, value in search.numbers(text)]
    sizes = (1, 10, 12, 20, 100, 10**3, 10**6)
    made = {plain(Decimal(repr(n)) * size) for n in (*numbers, 1, 0.5) for size in sizes}
    sums = {a + b for a in made for b in made}
    assert {found.low, found.high} - {None} <= made | sums


HEDGES = """up to|as many as|no more than|a maximum of|at least|no fewer than|upwards of|more than|over|in excess of|less than|
fewer than|under|about|around|approximately|roughly|some|nearly|almost|an estimated|close to|perhaps|maybe|possibly|just over|
well over|slightly under|at least some|up to about""".replace("\n", "").split("|")


@given(
    st.sampled_from(HEDGES),
    st.sampled_from(["", "another ", "an additional ", "a further ", "the ", "$", "€"]),
    st.sampled_from(
        ["30", "1,100", "10 000", "three", "twenty-one", "half a million", "1.5 million", "40 percent", "2km"]
    ),
    st.sampled_from(["", " passengers", " or 40", " to 40", ", officials said"]),
)
def test_a_hedged_text_is_never_exact(hedge, filler, number, rest):
    for text in (f"{hedge} {filler}{number}{rest}", f"They spoke of {hedge.upper()} {filler}{number}{rest}"):
        found = read(text)
        assert isinstance(found, Refusal) or found.modifier is not EXACTLY


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [
        (EXACTLY, 30, None), (EXACTLY, 30, 31), (ABOUT, 30, 31), (ABOUT, None, 30), (UP_TO, 1, 30), (UP_TO, None, None),
        (AT_LEAST, None, 30), (AT_LEAST, 3, 30), (MORE_THAN, None, None), (LESS_THAN, 3, None), (BETWEEN, 3, None),
        (BETWEEN, None, 3), (VAGUE, 12, None), (VAGUE, None, 12),
    ],
)  # fmt: skip
def test_bounds_must_fit_the_modifier(modifier, low, high):
    with pytest.raises(ValueError, match="takes"):
        Quantity("", modifier, low, high)


def test_low_above_high_names_both():
    with pytest.raises(LowAboveHighError, match="low 1,200 is above high 1,100"):
        Quantity("", BETWEEN, 1200, 1100)


@pytest.mark.parametrize(
    ("figure", "slack"),
    [
        (12_000, 1200),
        (10_000, 1000),
        (30, 3),
        (200, 20),
        (1100, 110),
        (3, 0.3),
        (0, 0),
        (31, 3.1),
        (1.5, 0.15),
    ],
)
def test_about_reaches_a_tenth_whatever_the_digits(figure, slack):
    assert tolerance(figure) == pytest.approx(slack)


@given(FIGURES)
def test_about_never_reaches_further_than_a_tenth(figure):
    assert 0 <= tolerance(figure) <= figure / 10


@given(quantities())
def test_the_reach_holds_the_printed_bounds(quantity):
    assume(quantity.modifier is not LESS_THAN or quantity.high > 0)  # nothing is less than nothing
    low, high = quantity.reach
    assert low <= high
    for bound in (quantity.low, quantity.high):
        if bound is not None and quantity.modifier not in (MORE_THAN, LESS_THAN):
            assert low <= bound <= high
    if quantity.modifier is MORE_THAN:
        assert low > quantity.low
    if quantity.modifier is LESS_THAN:
        assert high < quantity.high


def test_vague_words_allow_everything_and_are_the_same_only_as_themselves():
    dozens, scores = read("dozens of people"), read("scores")
    assert dozens.reach == (0, float("inf"))
    assert dozens.same_as == read("Dozens").same_as
    assert dozens.same_as != scores.same_as


@pytest.mark.parametrize(
    ("figure", "slack"),
    [
        (175_000_000_000, 500_000_000),
        (30, 0.5),
        (200, 5),
        (2500, 50),
        (209, 0.5),
        (10_000, 500),
        (0.5, 0.05),
        (7, 0.5),
    ],
)
def test_rounding_reaches_half_a_step_of_the_last_printed_digit(figure, slack):
    assert precision(figure) == pytest.approx(slack)


@pytest.mark.parametrize(
    ("a", "b"), [("2 km", "2,000 m"), ("2 weeks", "14 days"), ("0.5 GW", "500 MW"), ("2 years", "24 months")]
)
def test_units_that_turn_into_each_other_without_rounding_are_the_same(a, b):
    assert read(a).same_as == read(b).same_as


@pytest.mark.parametrize(("a", "b"), [("2 miles", "2 km"), ("$2", "£2"), ("2 m", "2"), ("30 percent", "30")])
def test_units_that_do_not_are_not(a, b):
    assert read(a).same_as != read(b).same_as
