"""Hedges printed without their accents or umlauts, or with another accent: they bound a figure all the same, which is never exact then."""

from __future__ import annotations

import pytest

from builder.values.figures.search import find
from builder.values.quantity import Modifier, Quantity


@pytest.mark.parametrize(
    ("language", "text", "modifier", "low", "high"),
    [
        ("fr", "prés de 300 morts", Modifier.LESS_THAN, None, 300),
        ("fr", "pres de 300 morts", Modifier.LESS_THAN, None, 300),
        ("fr", "à peu prés 300 morts", Modifier.ABOUT, 300, 300),
        ("fr", "jusqu'a 300 morts", Modifier.UP_TO, None, 300),
        ("fr", "au dela de 300 morts", Modifier.MORE_THAN, 300, None),
        ("es", "mas de 300 muertos", Modifier.MORE_THAN, 300, None),
        ("de", "ueber 300 Tote", Modifier.MORE_THAN, 300, None),
        ("de", "hoechstens 300 Tote", Modifier.UP_TO, None, 300),
        ("de", "ungefaehr 300 Tote", Modifier.ABOUT, 300, 300),
    ],
)
def test_a_hedge_in_plain_letters_is_one(
    language: str, text: str, modifier: Modifier, low: int | None, high: int | None
) -> None:
    (found,) = find(f"{text}.", language)
    assert isinstance(found.reading, Quantity)
    assert (found.start, found.reading.modifier, found.reading.low, found.reading.high) == (
        0,
        modifier,
        low,
        high,
    )


def test_a_short_word_without_its_accent_is_another_one() -> None:
    """French "dès 300 euros" is a price from which on; "des 300 euros" is one of which all know."""
    (floor,), (plain,) = find("dès 300 euros.", "fr"), find("des 300 euros.", "fr")
    assert isinstance(floor.reading, Quantity)
    assert isinstance(plain.reading, Quantity)
    assert floor.reading.modifier is Modifier.AT_LEAST
    assert plain.reading.modifier is Modifier.EXACTLY
