"""Keys that an editor gives beside a figure are proved: its unit, of whom it is, and the day for which it holds."""

from __future__ import annotations

from typing import Any

import pytest

from builder.proof.rules import as_of, asked, given
from tests.proof.test_asked import KILLED, names, told

PROFIT = {"counts": "profit", "unit": "GBP", "text": "How high was the profit?"}
LENGTH = {"counts": "length", "unit": "km", "text": "How long is the bridge?"}
DAYS = {"counts": "sat", "unit": "days", "text": "How many days did the court sit?"}
CHEESES = {"counts": "recalled", "unit": "cheeses", "text": "How many cheeses were recalled?"}
ARRESTED = {"counts": "arrested", "text": "How many were arrested?"}
ON_STRIKE = {"counts": "on strike", "unit": "share", "text": "What share walked out?"}
POWER = {"counts": "power cut", "unit": "percent", "text": "What share was without power?"}


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "asks", "unit", "refused"),
    [
        ("en", "The bank made a profit of £30 million.", "£30 million", PROFIT, "EUR", True),
        ("en", "The bank made a profit of £30 million.", "£30 million", PROFIT, "GBP", False),
        ("en", "The bank made a profit of $30 million.", "$30 million", PROFIT, "EUR", True),
        ("de", "Die Bank machte 30 Millionen Franken Gewinn.", "30 Millionen Franken", PROFIT, "EUR", True),
        ("en", "The bridge is 12 km long.", "12 km", LENGTH, "miles", True),
        ("en", "The bridge is 12 km long.", "12 km", LENGTH, "km", False),
        ("fr", "Le pont fait 12 kilomètres de long.", "12 kilomètres", LENGTH, "miles", True),
        # What may be reckoned from a sum a day is not printed.
        ("en", "The bank makes a profit of £30 million a day.", "£30 million a day", PROFIT, "GBP per week", True),
        ("en", "The bank makes a profit of £30 million a day.", "£30 million a day", PROFIT, "GBP per day", False),
        ("ru", "Банк получает 30 тысяч евро в день.", "30 тысяч евро в день", PROFIT, "EUR per year", True),
        # Metres turn into km where figures are compared; the number that is printed is of metres.
        ("en", "The bridge is 790 metres long.", "790 metres", LENGTH, "km", True),
        ("en", "The bridge is 790 metres long.", "790 metres", LENGTH, "m", False),
        ("es", "El tribunal oyó testigos durante 61 días.", "61 días", DAYS, "hours", True),
        ("de", "Der Bohrer ist bei rund 790 Metern.", "rund 790 Metern", LENGTH, "km", True),
        # What stands behind the figure is what the question counts, and the claim counts something else.
        ("en", "The dairy recalled 74,000 cheeses.", "74,000 cheeses", CHEESES, "boxes", True),
        ("en", "The dairy recalled 74,000 boxes of cheeses.", "74,000 boxes", CHEESES, "boxes", False),
        ("en", "The dairy recalled 74,000.", "74,000", CHEESES, "boxes", False),
        # No unit stands at the figure: it counts something, or the text has that unit nowhere.
        ("en", "The march led to 12 arrests.", "12", ARRESTED, "percent", True),
        ("en", "The profit was 30 million, of which 2 million went on wages in £.", "30 million", PROFIT, "EUR", True),
        ("en", "The profit was 30 million. All sums are in euros.", "30 million", PROFIT, "EUR", False),
        ("es", "El beneficio fue de 30 millones. Las cifras son en euros.", "30 millones", PROFIT, "EUR", False),
    ],
)  # fmt: skip
def test_a_unit_is_the_one_printed(
    language: str, sentence: str, printed: str, asks: dict[str, Any], unit: str, refused: bool
) -> None:
    found = told(sentence, printed, asks, language, rules=(given.unit,), unit=unit)
    assert names(found) == (["figure-overridden"] if refused else [])


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "asks", "of", "refused"),
    [
        ("en", "12 people were killed in the blast.", "12", KILLED, "children", True),
        ("en", "12 children were killed in the blast.", "12", KILLED, "children", False),
        ("en", "30 people, 12 of them children, were killed in the blast.", "12", KILLED, "children", False),
        ("en", "30 people, 12 of them children, were killed in the blast.", "30", KILLED, "children", True),
        ("en", "12 people were killed in the blast.", "12", KILLED, "Ukrainians", False),  # the country is named below
        ("en", "12 people were killed in the blast.", "12", KILLED, "Norwegians", True),
        ("de", "12 Menschen starben bei der Explosion.", "12", KILLED, "children", True),
        ("de", "12 Kinder starben bei der Explosion.", "12", KILLED, "children", False),
        ("de", "12 Nordkoreaner starben bei der Explosion.", "12", KILLED, "North Koreans", False),
        ("fr", "12 personnes sont mortes dans l'explosion.", "12", KILLED, "firefighters", True),
        ("fr", "12 pompiers sont morts dans l'explosion.", "12", KILLED, "firefighters", False),
        ("es", "12 niños murieron en la explosión.", "12", KILLED, "children", False),
        ("en", "12 people were killed in the blast.", "12", KILLED, "beekeepers", True),
        ("en", "12 people were killed in the blast, most of them beekeepers.", "12", KILLED, "beekeepers", False),
        # A share is one of those who stand behind it.
        ("en", "A third of the drivers walked out.", "A third", ON_STRIKE, "the nurses", True),
        ("en", "A third of the nurses walked out.", "A third", ON_STRIKE, "the nurses", False),
        ("de", "Zehn Prozent der Schulen waren ohne Strom.", "Zehn Prozent", POWER, "homes", True),
        ("de", "Zehn Prozent der Haushalte waren ohne Strom.", "Zehn Prozent", POWER, "homes", False),
        ("es", "El diez por ciento de las escuelas quedó sin luz.", "diez por ciento", POWER, "homes", True),
    ],
)  # fmt: skip
def test_those_whom_a_claim_is_of_are_the_ones_counted(
    language: str, sentence: str, printed: str, asks: dict[str, Any], of: str, refused: bool
) -> None:
    found = told(sentence, printed, asks, language, rules=(given.of, asked.people), of=of)
    assert names(found) == (["of-others"] if refused else [])


@pytest.mark.parametrize(
    ("language", "sentence", "day", "refused"),
    [
        ("en", "The line said on Monday that 12 people had died by 3 October.", "2024-12-23", True),
        ("en", "The line said on Monday that 12 people had died by 3 October.", "2024-10-03", False),
        ("en", "The line said on Monday that 12 people had died.", "2024-12-23", False),
        ("en", "12 people have died since 3 October, the line said on Monday.", "2024-12-23", False),
        ("en", "A fire broke out on 1 December, and 12 people had died by 3 December.", "2024-12-01", True),
        ("en", "A fire broke out on 1 December, and 12 people had died by 3 December.", "2024-12-03", False),
        (
            "en",
            "By 3 December 12 people had died, and on 5 December the road was closed.",
            "2024-12-05",
            True,
        ),
        ("de", "12 Menschen starben bis zum 3. Oktober, sagte die Reederei am Montag.", "2024-12-23", True),
        ("de", "12 Menschen starben bis zum 3. Oktober, sagte die Reederei am Montag.", "2024-10-03", False),
        # The count of that day, as it stood when somebody said it.
        ("fr", "12 personnes sont mortes le 3 octobre, a dit la compagnie lundi.", "2024-12-23", False),
        ("en", "The fire on 3 October killed 12 people, the line said on Monday.", "2024-12-23", False),
        ("en", "The fire on 3 October killed 12 people, and another one on Monday six.", "2024-12-23", True),
        ("es", "12 personas murieron hasta el 3 de octubre, dijo la naviera el lunes.", "2024-12-23", True),
    ],
)
def test_a_day_is_that_of_the_figures_own_clause(
    language: str, sentence: str, day: str, refused: bool
) -> None:
    found = told(sentence, "12", KILLED, language, rules=(as_of.as_of,), as_of=day)
    assert names(found) == (["date-unsupported"] if refused else [])


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "of", "refused"),
    [
        # Whether a word that no list has means those who are asked of, nobody can tell.
        ("en", "12 teenagers were hurt when the bus crashed.", "12", "children", False),
        ("en", "Four constables were hurt.", "Four", "police officers", False),
        ("de", "Vier Beamte wurden verletzt.", "Vier", "police officers", False),
        ("fr", "Quatre agents ont été blessés.", "Quatre", "police officers", False),
        ("es", "Cuatro menores resultaron heridos.", "Cuatro", "children", False),
        ("en", "12 people were hurt when the bus crashed.", "12", "children", True),
        ("de", "Vier Menschen wurden verletzt.", "Vier", "children", True),
        ("fr", "Quatre personnes ont été blessées.", "Quatre", "children", True),
        ("es", "Cuatro personas resultaron heridas.", "Cuatro", "children", True),
    ],
)
def test_a_question_on_some_is_not_answered_by_people_of_whom_nothing_is_said(
    language: str, sentence: str, printed: str, of: str, refused: bool
) -> None:
    asks = {"counts": "injured", "of": of, "text": f"How many {of} were hurt?"}
    found = told(sentence, printed, asks, language, rules=(given.of,))
    assert names(found) == (["of-others"] if refused else [])
