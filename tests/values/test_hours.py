"""Times of day, as texts print them."""

from __future__ import annotations

import pytest

from builder.values.hours import parse_hour, printed_hours


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("en", "14:05 The line said that 19 were aboard.", [{"14:05"}]),
        ("en", "As of 6 pm, 31 had landed.", [{"18:00"}]),
        ("en", "by 6.15 a.m. on Tuesday", [{"06:15"}]),
        ("en", "at 12 p.m. and at 12 am", [{"12:00"}, {"00:00"}]),
        ("en", "at 5.40 on Tuesday", [{"05:40", "17:40"}]),
        ("de", "Gegen 18 Uhr waren es 31.", [{"18:00"}]),
        ("de", "um 18.05 Uhr", [{"18:05"}]),
        ("fr", "À 21 h 05, ils étaient 31.", [{"21:05"}]),
        ("es", "a las 18:30 horas", [{"18:30"}]),
        ("en", "4.25 million, 31 aboard, 25:10, a fall of 1.5 percent", []),
    ],
)
def test_a_time_of_day_is_read(language, text, means):
    assert [set(found) for _, _, found in printed_hours(text, language)] == means


@pytest.mark.parametrize("text", ["6:15", "24:00", "18", "18:60", "6 pm", ""])
def test_an_hour_is_kept_in_four_digits(text):
    assert parse_hour("06:15") == "06:15"
    with pytest.raises(ValueError, match="no time of day"):
        parse_hour(text)
