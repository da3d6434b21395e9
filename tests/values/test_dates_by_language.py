"""Dates in words, language by language, seen from Tuesday, 17 December 2024."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.dates import parse_edtf
from builder.values.language_parts import Dates
from builder.values.lexicon import language_file, languages, listed
from builder.values.relative import resolve

TUESDAY = parse_edtf("2024-12-17")
WRITTEN = [
    ("en", "on Friday last week", "2024-12-13"),
    ("en", "on Friday of last week", "2024-12-13"),
    ("en", "last week, on Monday", "2024-12-09"),
    ("en", "Monday this week", "2024-12-16"),
    ("de", "am Freitag vergangener Woche", "2024-12-13"),
    ("de", "am Freitag der vergangenen Woche", "2024-12-13"),
    ("de", "vergangene Woche am Montag", "2024-12-09"),
    ("fr", "vendredi de la semaine dernière", "2024-12-13"),
    ("es", "el viernes de la semana pasada", "2024-12-13"),
    ("es", "la semana pasada, el viernes", "2024-12-13"),
    ("de", "in der vergangenen Nacht", "2024-12-16/2024-12-17"),
    ("fr", "la nuit dernière", "2024-12-16/2024-12-17"),
    # Cases of short months are no abbreviations, and need no full stop.
    ("ru", "20 мая", "2024-05-20"),
    ("ru", "20 июня в Оске", "2024-06-20"),
    ("ru", "на 3 июля", "2024-07-03"),
    ("en", "by the end of October 12 people", "2024-10"),
    ("en", "the night of August 5-6", "2024-08-05/2024-08-06"),
    ("en", "overnight on August 5/6", "2024-08-05/2024-08-06"),
    ("en", "December 14 and 15", "2024-12-14/2024-12-15"),
    ("en", "on December 14 and 15, 2023", "2023-12-14/2023-12-15"),
    ("en", "14-15 December", "2024-12-14/2024-12-15"),
    ("en", "14–15 December 2023", "2023-12-14/2023-12-15"),
    ("en", "December 14, 15 and 16", "2024-12-14/2024-12-16"),
    ("en", "from 14 to 16 December", "2024-12-14/2024-12-16"),
    ("en", "between August 5 and 9", "2024-08-05/2024-08-09"),
    ("en", "from November 30 to December 2", "2024-11-30/2024-12-02"),
    ("en", "from December 30, 2023, to January 2, 2024", "2023-12-30/2024-01-02"),
    ("en", "14 december 2024", "2024-12-14"),
    ("en", "last December", "2023-12"),
    ("en", "the day before yesterday", "2024-12-15"),
    ("en", "last summer", "2024-06-01/2024-08-31"),
    ("en", "in the winter", "2024-12-01/2025-02-28"),
    ("en", "just over a year ago", "2023~"),
    ("en", "just over week ago", "2024-12-09/2024-12-11~"),
    ("en", "more than three days ago", "2024-12-14~"),
    ("en", "barely three weeks ago", "2024-11-25/2024-11-27~"),
    ("de", "am 14. Dezember", "2024-12-14"),
    ("de", "am 14. Dezember 2023", "2023-12-14"),
    ("de", "am 14. und 15. Dezember", "2024-12-14/2024-12-15"),
    ("de", "vom 14. bis 16. Dezember", "2024-12-14/2024-12-16"),
    ("de", "14.–15. Dezember", "2024-12-14/2024-12-15"),
    ("de", "vom 30. November bis zum 2. Dezember", "2024-11-30/2024-12-02"),
    ("de", "am 3. Jänner", "2024-01-03"),
    ("de", "im Oktober", "2024-10"),
    ("de", "letzte Woche", "2024-12-09/2024-12-15"),
    ("de", "in der vergangenen Woche", "2024-12-09/2024-12-15"),
    ("de", "im vergangenen Monat", "2024-11"),
    ("de", "in diesem Jahr", "2024"),
    ("de", "vor drei Tagen", "2024-12-14"),
    ("de", "vor einer Woche", "2024-12-09/2024-12-11~"),
    ("de", "vor etwa zwei Wochen", "2024-12-02/2024-12-04~"),
    ("de", "vor einem Jahr", "2023~"),
    ("de", "gestern", "2024-12-16"),
    ("de", "vorgestern", "2024-12-15"),
    ("de", "am Samstag", "2024-12-14"),
    ("de", "am Sonnabend", "2024-12-14"),
    ("de", "am Samstagabend", "2024-12-14"),
    ("de", "am Dienstag", "2024-12-17"),
    ("de", "vergangenen Dienstag", "2024-12-10"),
    ("de", "am Wochenende", "2024-12-14/2024-12-15"),
    ("de", "im Sommer", "2024-06-01/2024-08-31"),
    ("de", "im Jahr 2022", "2022"),
    ("fr", "le 14 décembre", "2024-12-14"),
    ("fr", "le 1er décembre", "2024-12-01"),
    ("fr", "le 14 décembre 2023", "2023-12-14"),
    ("fr", "les 14 et 15 décembre", "2024-12-14/2024-12-15"),
    ("fr", "du 14 au 16 décembre", "2024-12-14/2024-12-16"),
    ("fr", "entre le 14 et le 16 décembre", "2024-12-14/2024-12-16"),
    ("fr", "dans la nuit du 5 au 6 août", "2024-08-05/2024-08-06"),
    ("fr", "du 30 novembre au 2 décembre", "2024-11-30/2024-12-02"),
    ("fr", "en octobre", "2024-10"),
    ("fr", "samedi", "2024-12-14"),
    ("fr", "samedi dernier", "2024-12-14"),
    ("fr", "mardi", "2024-12-17"),
    ("fr", "mardi dernier", "2024-12-10"),
    ("fr", "il y a trois jours", "2024-12-14"),
    ("fr", "il y a une semaine", "2024-12-09/2024-12-11~"),
    ("fr", "il y a environ deux semaines", "2024-12-02/2024-12-04~"),
    ("fr", "il y a un an", "2023~"),
    ("fr", "hier", "2024-12-16"),
    ("fr", "avant-hier", "2024-12-15"),
    ("fr", "la semaine dernière", "2024-12-09/2024-12-15"),
    ("fr", "le mois dernier", "2024-11"),
    ("fr", "l’an dernier", "2023"),
    ("fr", "ce week-end", "2024-12-14/2024-12-15"),
    ("fr", "l'été dernier", "2024-06-01/2024-08-31"),
    ("fr", "en 2022", "2022"),
    ("es", "el 14 de diciembre", "2024-12-14"),
    ("es", "el 14 de diciembre de 2023", "2023-12-14"),
    ("es", "el 14 y el 15 de diciembre", "2024-12-14/2024-12-15"),
    ("es", "del 14 al 16 de diciembre", "2024-12-14/2024-12-16"),
    ("es", "entre el 14 y el 16 de diciembre", "2024-12-14/2024-12-16"),
    ("es", "en diciembre de 2023", "2023-12"),
    ("es", "en octubre", "2024-10"),
    ("es", "el sábado", "2024-12-14"),
    ("es", "el martes", "2024-12-17"),
    ("es", "el pasado martes", "2024-12-10"),
    ("es", "el martes pasado", "2024-12-10"),
    ("es", "hace tres días", "2024-12-14"),
    ("es", "tres días atrás", "2024-12-14"),
    ("es", "hace una semana", "2024-12-09/2024-12-11~"),
    ("es", "hace unas dos semanas", "2024-12-02/2024-12-04~"),
    ("es", "hace un año", "2023~"),
    ("es", "ayer", "2024-12-16"),
    ("es", "anteayer", "2024-12-15"),
    ("es", "la semana pasada", "2024-12-09/2024-12-15"),
    ("es", "el mes pasado", "2024-11"),
    ("es", "el fin de semana", "2024-12-14/2024-12-15"),
    ("es", "el verano pasado", "2024-06-01/2024-08-31"),
    ("uk", "14 грудня", "2024-12-14"),
    ("uk", "14 грудня 2023 року", "2023-12-14"),
    ("uk", "14–15 грудня", "2024-12-14/2024-12-15"),
    ("uk", "14 і 15 грудня", "2024-12-14/2024-12-15"),
    ("uk", "з 14 по 16 грудня", "2024-12-14/2024-12-16"),
    ("uk", "у січні 2024 року", "2024-01"),
    ("uk", "вчора", "2024-12-16"),
    ("uk", "у суботу", "2024-12-14"),
    ("uk", "минулого тижня", "2024-12-09/2024-12-15"),
    ("uk", "три дні тому", "2024-12-14"),
    ("uk", "тиждень тому", "2024-12-09/2024-12-11~"),
    ("ru", "14 декабря", "2024-12-14"),
    ("ru", "14 декабря 2023 года", "2023-12-14"),
    ("ru", "14 и 15 декабря", "2024-12-14/2024-12-15"),
    ("ru", "с 14 по 16 декабря", "2024-12-14/2024-12-16"),
    ("ru", "в январе 2024 года", "2024-01"),
    ("ru", "вчера", "2024-12-16"),
    ("ru", "в субботу", "2024-12-14"),
    ("ru", "на прошлой неделе", "2024-12-09/2024-12-15"),
    ("ru", "три дня назад", "2024-12-14"),
    ("ru", "неделю назад", "2024-12-09/2024-12-11~"),
    ("sl", "2024-12-14", "2024-12-14"),
]
NIGHTS = [
    ("en", "overnight", "2024-12-16/2024-12-17"),
    ("en", "overnight on Saturday", "2024-12-14"),
    ("en", "overnight into Sunday", "2024-12-14/2024-12-15"),
    ("en", "Saturday night into Sunday", "2024-12-14/2024-12-15"),
    ("en", "the night from Saturday to Sunday", "2024-12-14/2024-12-15"),
    ("en", "the night of November 30 to December 1", "2024-11-30/2024-12-01"),
    ("en", "Saturday night", "2024-12-14"),
    ("de", "in der Nacht zum Sonntag", "2024-12-14/2024-12-15"),
    ("de", "in der Nacht auf Sonntag", "2024-12-14/2024-12-15"),
    ("de", "in der Nacht von Samstag auf Sonntag", "2024-12-14/2024-12-15"),
    ("de", "in der Nacht zum 1. Dezember", "2024-11-30/2024-12-01"),
    ("de", "in der Nacht vom 14. auf den 15. Dezember", "2024-12-14/2024-12-15"),
    ("fr", "dans la nuit de samedi à dimanche", "2024-12-14/2024-12-15"),
    ("de", "vom 14. auf den 15. Dezember", "2024-12-15"),
    ("fr", "la nuit du samedi au dimanche", "2024-12-14/2024-12-15"),
    ("es", "la noche del sábado al domingo", "2024-12-14/2024-12-15"),
    ("es", "en la noche del 14 al 15 de diciembre", "2024-12-14/2024-12-15"),
    ("ru", "в ночь с субботы на воскресенье", "2024-12-14/2024-12-15"),
    ("uk", "у ніч із суботи на неділю", "2024-12-14/2024-12-15"),
    ("ru", "к вечеру среды", "2024-12-11"),
    ("uk", "до вечора середи", "2024-12-11"),
    ("uk", "у ніч на неділю", "2024-12-14/2024-12-15"),
    ("ru", "в ночь на 15 декабря", "2024-12-14/2024-12-15"),
    ("ru", "в ночь с 14 на 15 декабря", "2024-12-14/2024-12-15"),
    ("ru", "в ночь с 30 ноября на 1 декабря", "2024-11-30/2024-12-01"),
    ("uk", "у ніч із 14 на 15 грудня", "2024-12-14/2024-12-15"),
    ("uk", "у ніч з 30 листопада на 1 грудня", "2024-11-30/2024-12-01"),
    ("uk", "у ніч проти 15 грудня", "2024-12-14/2024-12-15"),
]
"""A night is of two days, and no more exact than that."""
UNSAID = [
    # The evening before, or the night up to it.
    ("en", "late last night"),
    ("es", "anoche"),
    # No night joins them: nothing is said of the days between.
    ("fr", "de samedi à dimanche"),
    ("de", "am Samstag auf Sonntag"),
    ("en", "Saturday into Sunday"),
    ("en", "several years ago"),
    ("en", "several hundred years ago"),
    ("en", "years ago"),
    ("en", "half a year ago"),
    ("en", "a couple of weeks ago"),
    ("en", "20 or 30 years ago"),
    ("en", "dozens of years ago"),
    ("en", "next Saturday"),
    ("en", "every Saturday"),
    ("en", "of the 14 may have died"),
    # One day or two, and one day or the other.
    ("en", "on December 14 and 15 people died"),
    ("en", "on November 3, and once more on December 4"),
    ("en", "December 14 and 16"),
    ("en", "Monday to Wednesday"),
    ("de", "vor mehreren Jahren"),
    ("de", "vor Jahren"),
    ("de", "vor einem halben Jahr"),
    ("de", "nächsten Samstag"),
    ("de", "jeden Samstag"),
    ("de", "samstags"),
    ("fr", "il y a plusieurs années"),
    ("fr", "il y a un an et demi"),
    ("fr", "samedi prochain"),
    ("fr", "chaque samedi"),
    ("es", "hace varios años"),
    ("es", "hace un año y medio"),
    ("es", "el próximo sábado"),
    ("es", "el sábado que viene"),
    ("es", "en alta mar"),
    ("uk", "лютий ворог"),
    ("uk", "кілька днів тому"),
    ("ru", "окружающая среда"),
    ("ru", "несколько дней назад"),
    # No file: nobody can tell what these words are.
    ("sl", "14. decembra"),
    ("sl", "v soboto"),
    ("sl", "pred tremi dnevi"),
    ("nl", "in december"),
]


@pytest.mark.parametrize(("language", "printed", "edtf"), [*WRITTEN, *NIGHTS])
def test_resolved(language: str, printed: str, edtf: str) -> None:
    found = resolve(printed, TUESDAY, language)
    expected = parse_edtf(edtf)
    assert found is not None
    assert (found.start, found.end, found.approximate) == (expected.start, expected.end, expected.approximate)


@pytest.mark.parametrize(("language", "printed"), UNSAID)
def test_not_resolved(language: str, printed: str) -> None:
    assert resolve(printed, TUESDAY, language) is None


@pytest.mark.parametrize("language", languages())
def test_every_form_of_every_month_is_read(language: str) -> None:
    file = language_file(language)
    assert file is not None
    months = {name: number for number, name in enumerate(listed(file.times.months), 1)}
    assert len(months) == 12
    for name, number in (months | file.times.more_months).items():
        of = f" {listed(file.dates.of)[0]} " if file.dates.of else " "
        dot = "." if "." in listed(file.dates.ordinal) else ""
        found = resolve(f"14{dot}{of}{name.title()} 2024", None, language)
        assert found == parse_edtf(f"2024-{number:02}-14"), name


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_months_have_all_their_cases(language: str) -> None:
    """Nominative, genitive and locative of each."""
    file = language_file(language)
    assert file is not None
    forms = [*range(1, 13), *file.times.more_months.values()]
    assert all(forms.count(number) >= 3 for number in range(1, 13))


@pytest.mark.parametrize("language", languages())
def test_every_weekday_is_the_latest_one(language: str) -> None:
    file = language_file(language)
    assert file is not None
    names = {name: number for number, name in enumerate(listed(file.times.weekdays))}
    assert len(names) == 7
    lead = listed(file.dates.weekday_behind)[0] + " " if file.dates.weekday_behind else ""
    for name, number in names.items():
        found = resolve(f"{lead}{name}", TUESDAY, language)
        assert found == parse_edtf((date(2024, 12, 17) - timedelta(days=(1 - number) % 7)).isoformat()), name


@pytest.mark.parametrize("language", languages())
def test_a_file_that_has_dates_has_all_of_them(language: str) -> None:
    file = language_file(language)
    assert file is not None
    dates = file.dates
    assert dates != Dates()
    assert set(dates.back) >= {0, 1}
    assert set(dates.previous) == set(dates.current) == {"week", "month", "year"}
    assert set(dates.seasons) == set(dates.last_seasons) == {"spring", "summer", "autumn", "winter"}
    assert dates.ago or dates.ago_before
    assert dates.coming
    assert all(1 <= number <= 7 for number in dates.more_weekdays.values())


def _words(language: str) -> st.SearchStrategy[str]:
    file = language_file(language)
    assert file is not None
    dates, times = file.dates, file.times
    lists = [
        times.months,
        times.weekdays,
        dates.ago,
        dates.ago_before,
        dates.last,
        dates.both,
        dates.to,
        dates.in_year,
        dates.weekend,
    ]
    lists += [
        file.units["days"],
        file.units["years"],
        *dates.previous.values(),
        *dates.back.values(),
        dates.otherwise,
    ]
    words = [
        *(word for found in lists for word in listed(found)),
        *map(str, range(32)),
        "-",
        ",",
        ".",
        "2024",
        "0",
        "9999",
        "99",
    ]
    return st.lists(st.sampled_from(words), max_size=8).map(" ".join)


@pytest.mark.parametrize("language", [*languages(), "sl"])
def test_no_language_raises(language: str) -> None:
    words = _words(language) if language_file(language) else st.nothing()

    @given(words | st.text(max_size=60), st.dates(date(1, 1, 1), date(9999, 12, 31)))
    def survived(printed: str, day: date) -> None:
        found = resolve(printed, parse_edtf(f"{day:%Y}".zfill(4) + f"-{day:%m-%d}"), language)
        assert found is None or found.start is not None
        resolve(printed, None, language)

    survived()
