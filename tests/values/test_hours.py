"""Times of day, as texts print them."""

from __future__ import annotations

import pytest

from builder.values.hours import PARTS, certainly_before, parse_hour, printed_hours, printed_parts


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
        ("es", "16.45 Hay 12 heridos. 15.20 «Ya está», dice.", [{"16:45"}, {"15:20"}]),
        ("de", "16.45 Die Linie meldet 12 Verletzte.", [{"16:45"}]),
        ("en", "16.45 percent, 12.30 million. 3.45 Million", []),
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


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("en", "On Wednesday evening, and late on Monday", [{"evening"}, {"evening", "night"}]),
        (
            "en",
            "in the small hours; at dawn; by midday; an evening paper",
            [{"small hours"}, {"morning"}, {"midday"}, {"evening"}],
        ),
        (
            "de",
            "Am Mittwochabend und in der Nacht zum Sonnabend, nachmittags",
            [{"evening"}, {"night"}, {"afternoon"}],
        ),
        (
            "fr",
            "mercredi matin, dans la nuit, mardi après-midi, à midi",
            [{"morning"}, {"night"}, {"afternoon"}, {"midday"}],
        ),
        ("es", "la madrugada del martes, por la tarde", [{"small hours"}, {"afternoon or evening"}]),
        ("es", "anoche eran 12", [{"evening", "night"}]),
        ("ru", "в среду вечером", [{"evening"}]),
        ("uk", "у середу вранці", [{"morning"}]),
        ("en", "Eveningside, Nightingale Lane, fortnight", []),
    ],
)
def test_a_part_of_the_day_is_read(language, text, means):
    found = list(printed_parts(text, language))
    assert [set(parts) for _, _, parts in found] == means
    assert all(parts <= set(PARTS) for _, _, parts in found)


@pytest.mark.parametrize(
    ("first", "second", "days", "nights", "before"),
    [
        ("09:30", "14:05", 0, (0, 0), True),
        ("14:05", "14:05", 0, (0, 0), False),
        ("morning", "afternoon", 0, (0, 0), True),
        ("afternoon", "morning", 0, (0, 0), False),
        ("small hours", "morning", 0, (0, 0), False),
        ("evening", "night", 0, (0, 0), False),
        ("16:00", "evening", 0, (0, 0), True),
        ("16:30", "evening", 0, (0, 0), False),
        ("afternoon", "17:30", 0, (0, 0), False),
        ("night", "morning", 1, (0, 0), True),
        ("night", "morning", 1, (1, 0), False),
        ("night", "08:00", 1, (1, 0), True),
    ],
)
def test_one_time_of_day_is_before_another_only_on_every_reading(first, second, days, nights, before):
    assert certainly_before(first, second, days, nights) is before
    assert not (before and certainly_before(second, first, -days, nights[::-1]))
