"""Numbers as papers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.numbers import parse_number, print_number

NUMBERS = st.integers(0, 10**15) | st.floats(0, 10**12, allow_subnormal=False)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", 0), ("zero", 0), ("007", 7), ("3", 3), ("three", 3), ("Three", 3), ("10,000", 10_000),
        ("10 000", 10_000), ("10\u00a0000", 10_000), ("1 234 567", 1_234_567), ("1,234,567.5", 1_234_567.5),
        ("1.5", 1.5), ("1.5 million", 1_500_000), ("1.50", 1.5), ("30.0", 30), ("2 hundred", 200), ("3m", 3_000_000),
        ("3mn", 3_000_000), ("3bn", 3_000_000_000), ("2 trillion", 2 * 10**12), ("twenty-one", 21), ("twenty one", 21),
        ("nineteen", 19), ("ninety-nine", 99), ("a hundred", 100), ("one hundred and one", 101),
        ("two hundred and fifty", 250), ("nineteen hundred", 1900), ("a thousand", 1000), ("eleven thousand", 11_000),
        ("two hundred thousand", 200_000), ("one million two hundred thousand and three", 1_200_003),
        ("half a million", 500_000), ("half a thousand", 500), ("5 mıllıon", 5_000_000),
    ],
)  # fmt: skip
def test_a_number_is_read(printed, value):
    found = parse_number(printed)
    assert found == value
    assert isinstance(found, int) == isinstance(value, int)


@pytest.mark.parametrize(
    "printed",
    [
        "", " ", "dozens", "hundred", "thousand", "million", "twenty thirty", "one one", "thirty-ten", "twenty-zero",
        "thousand million", "two thousand million", "two hundred hundred", "1,00", "1,0000", "12,34", "1.2.3", "-5", "1e5",
        "1_000", "0x10", "٣٠", "three-ish", "half a", "and three", "3 m", "30k", "nan", "inf", "½",
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(printed):
    assert parse_number(printed) is None


@given(NUMBERS)
def test_what_is_printed_is_read_back(value):
    assert parse_number(print_number(value)) == value


@given(st.text(max_size=40) | st.text("0123456789,. mbntrio-halfd", max_size=40))
def test_no_text_breaks_it(text):
    found = parse_number(text)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (999, "999"),
        (11_000, "11,000"),
        (30.0, "30"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1234.5, "1,234.5"),
    ],
)
def test_a_number_is_printed_with_commas_and_no_exponent(value, printed):
    assert print_number(value) == printed
