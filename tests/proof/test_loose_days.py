"""Days that words leave loose: last week of a day, a weekday of its week, last night, the end of a month."""

from __future__ import annotations

from typing import Any

import pytest

from builder.proof.when import expressions
from builder.values.dates import parse_edtf
from tests.proof.one import codes

# The article is of Thursday, 26 December 2024.
GRANT: dict[str, Any] = {"unit": "EUR", "counts": "awarded", "of": "Harrow", "printed_as": ("sprach",)}
AWARDED = [
    ("en", "The court awarded Harrow 4 million euros last week.", "4 million euros"),
    ("en", "The court awarded Harrow 4 million euros on Wednesday of last week.", "4 million euros"),
    ("de", "Das Gericht sprach Harrow vergangene Woche 4 Millionen Euro zu.", "4 Millionen Euro"),
    ("de", "Das Gericht sprach Harrow am Mittwoch vergangener Woche 4 Millionen Euro zu.", "4 Millionen Euro"),
    ("fr", "Le tribunal a accordé la semaine dernière 4 millions d'euros à Harrow.", "4 millions d'euros"),
    ("es", "El tribunal concedió a Harrow el miércoles de la semana pasada 4 millones de euros.", "4 millones de euros"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed"), AWARDED)
def test_what_is_done_once_in_a_week_may_be_of_its_day(language: str, text: str, printed: str) -> None:
    asks = "How much did the court award to Harrow?"
    for day, told in (("2024-12-18", False), ("2024-12-11", True)):
        found = codes(text, printed, asks=asks, language=language, question_of={**GRANT, "when": day})
        assert ("V137" in found) is told, day


def test_a_count_of_a_week_is_none_of_a_day() -> None:
    asks = {"counts": "killed", "of": "people", "when": "2024-12-18"}
    assert "V137" in codes("12 people were killed last week.", "12", question_of=asks)


SAID = [
    ("en", "The union last night spoke of 90 arrests.", "90", "spoke"),
    ("es", "El sindicato habló anoche de 90 detenidos.", "90", "habló"),
    ("de", "Die Gewerkschaft sprach in der vergangenen Nacht von 90 Festnahmen.", "90", "sprach"),
    ("fr", "Le syndicat a évoqué la nuit dernière 90 arrestations.", "90", "évoqué"),
]


@pytest.mark.parametrize(("language", "text", "printed", "cue"), SAID)
def test_last_night_is_of_the_night_up_to_the_article(
    language: str, text: str, printed: str, cue: str
) -> None:
    asks = {"unit": "arrests", "counts": "arrested"}
    for day, told in (("2024-12-25/2024-12-26", False), ("2024-12-24", True)):
        found = codes(
            text, printed, language=language, question_of=asks, sources=["union"], cue=cue, said_on=day
        )
        assert ("V131" in found) is told, day


ENDS = [
    ("en", "By the end of October 12 people had been killed.", "12 people"),
    ("de", "Bis Ende Oktober wurden 12 Menschen getötet.", "12 Menschen"),
    ("fr", "À la fin d'octobre, 12 personnes avaient été tuées.", "12 personnes"),
    ("fr", "Fin octobre, 12 personnes avaient été tuées.", "12 personnes"),
    ("es", "A finales de octubre habían muerto 12 personas.", "12 personas"),
]


@pytest.mark.parametrize(("language", "text", "printed"), ENDS)
def test_the_end_of_a_month_is_the_month_or_its_last_day(language: str, text: str, printed: str) -> None:
    asks = {"counts": "killed", "of": "people"}
    for day, told in (("2024-10", False), ("2024-10-31", False), ("2024-10-12", True), ("2024-10-01", True)):
        found = codes(text, printed, language=language, question_of=asks, as_of=day)
        assert ("V131" in found) is told, day


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        # The article is of Friday, 21 March: a Friday alone is that day, one before its date is the day of that.
        ("en", "by Friday, 14 March, they said", ["Friday, 14 March"]),
        ("en", "by Friday 14 March they said", ["Friday 14 March"]),
        ("de", "bis Freitag, den 14. März, sagte er", ["Freitag, den 14. März"]),
        ("fr", "vendredi 14 mars, a-t-il dit", ["vendredi 14 mars"]),
        ("en", "on Friday and 14 March", ["Friday", "14 March"]),
        ("en", "on Thursday, 14 March was named", ["Thursday", "14 March"]),
    ],
)
def test_a_weekday_before_its_date_is_that_day(language: str, text: str, read: list[str]) -> None:
    found = expressions(text, (0, len(text)), parse_edtf("2031-03-21"), language)
    assert [item.words for item in found] == read
    assert found[-1].means == (parse_edtf("2031-03-14"),)
