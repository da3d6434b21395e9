"""Units as editors name them, and as figures are read in them."""

from __future__ import annotations

import pytest

from builder.values.units import as_read, same_unit, unit_in_words


@pytest.mark.parametrize(
    ("unit", "read"),
    [
        ("million euros", "EUR"),
        ("dollars", "USD"),
        ("billion barrels", "barrels"),
        ("metres", "m"),
        ("euros per share", "EUR per share"),
        ("people", "people"),
        ("percentage points", "percentage points"),
        ("square nautical miles", "square nautical miles"),
        (None, None),
    ],
)
def test_a_unit_in_words_is_that_of_the_figures(unit, read):
    assert as_read(unit, "en") == read


@pytest.mark.parametrize(
    ("one", "language", "other", "same"),
    [
        ("km", "en", "m", True),
        ("EUR per aktie", "de", "EUR per share", True),
        ("EUR per action", "fr", "EUR per share", True),
        ("EUR per acción", "es", "EUR per share", True),
        ("USD per aktie", "de", "EUR per share", False),
        ("EUR per share", "en", "EUR", False),
        ("EUR per mitarbeiter", "de", "EUR per share", False),
    ],
)
def test_units_are_the_same_in_whatever_language(one, language, other, same):
    assert same_unit(one, other, (language, "en")) is same


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("USD", "US dollars"),
        ("GBP", "British pounds"),
        ("EUR per share", "euros per share"),
        ("XQQ", "XQQ"),
        ("km", "km"),
        ("percent", "percent"),
    ],
)
def test_units_are_named_in_words(unit, words):
    assert unit_in_words(unit) == words


@pytest.mark.parametrize(
    ("unit", "printed", "words"),
    [
        ("USD", "$38bn", "dollars"),
        ("USD", "38 Milliarden Dollar", "dollars"),
        ("USD", "35.000 millones de dólares", "dollars"),
        ("GBP", "£138 billion", "pounds"),
        ("USD", "US$38bn", "US dollars"),
        ("USD", "USD 38bn", "US dollars"),
        ("USD", "38 Milliarden US-Dollar", "US dollars"),
        ("USD", "5 millones de dólares estadounidenses", "US dollars"),
        ("AUD", "5 million Australian dollars", "Australian dollars"),
        ("EUR per share", "5 euros", "euros per share"),
        # Nothing is printed of a unit that the editor has given.
        ("USD", "60", "US dollars"),
    ],
)
def test_whose_currency_it_is_stands_only_where_the_text_says_so(unit, printed, words):
    assert unit_in_words(unit, printed) == words
