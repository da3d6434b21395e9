"""What an editor states of words that are not read is accepted where it fits their numbers, and only there."""

from __future__ import annotations

import pytest

from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import numbers
from builder.values.figures.stated import agrees
from tests.values.figures.test_read import PRINTED

REFUSED = [
    (language, printed)
    for language, printed, meaning in PRINTED
    if meaning.startswith("refuse") and numbers(printed, language)
]


@pytest.mark.parametrize(("language", "printed"), REFUSED)
def test_whatever_is_refused_can_be_stated(language, printed):
    assert isinstance(read(printed, language), Refusal)
    values = [value for _, _, value in numbers(printed, language)]
    for value in values:
        assert agrees(printed, value, value, language)
        assert agrees(printed, value, None, language)
        assert agrees(printed, None, value, language)
    low, high = min(values), max(values)
    assert agrees(printed, low, high, language)
    # A range that has all its numbers in it.
    assert agrees(printed, low - low / 10, high + high / 10, language)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("mid-70s", 73, 77),
        ("mid-70s", 74, 76),
        ("closer to 90", 85, 95),
        ("barely 100", None, 100),
        ("200 at best", None, 200),
        ("1,00,000", 100_000, 100_000),
        ("10.000", 10_000, 10_000),
        ("10.000", 10, 10),
        ("five or six thousand, not more", 5000, 6000),
        ("barely a dozen", 11, 13),
        ("12 of 40", 12, 12),
        ("the 200 mark", 200, None),
    ],
)
def test_what_fits_the_words_is_accepted(printed, low, high):
    assert agrees(printed, low, high, "en")


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("mid-70s", 173, 177),
        ("mid-70s", 60, 69),
        ("closer to 90", 40, 50),
        ("barely 100", 300, 300),
        ("barely anybody", 1, 1),
        ("the whole village", 500, 500),
        ("barely a dozen", 40, 50),
        # One bound alone is a number that somebody printed.
        ("barely 100", None, 150),
        ("the 200 mark", 150, None),
        ("closer to 90", 80, None),
    ],
)
def test_what_is_not_in_the_words_is_not(printed, low, high):
    assert not agrees(printed, low, high, "en")
