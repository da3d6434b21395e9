"""Wrong claims that once passed: what is called untrue behind, refused before, up from a former figure, of another kind, a part in Ukrainian and Russian."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

ARRESTED = {"asks": "How many people were arrested?", "question_of": {"counts": "arrested"}}


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "That eleven people were arrested, as was said on Tuesday, is not true: there were nine.", "eleven people"),
        ("de", "Dass elf Menschen festgenommen worden seien, wie es hieß, stimmt nicht: Es waren neun.", "elf Menschen"),
        ("fr", "Que onze personnes aient été arrêtées, comme on l'a dit, est faux : elles étaient neuf.", "onze personnes"),
        ("es", "Que once personas fueran detenidas, como se dijo, es falso: eran nueve.", "once personas"),
        ("de", "Dass elf Menschen festgenommen worden seien, wies die Gewerkschaft zurück.", "elf Menschen"),
    ],
)  # fmt: skip
def test_a_clause_that_is_called_untrue_behind_it_is_told(language: str, text: str, printed: str) -> None:
    assert "V119" in codes(text, printed, language=language, **ARRESTED)


@pytest.mark.parametrize(
    "text",
    [
        "That eleven people were arrested, as was said on Tuesday, is true.",
        "That eleven people were arrested is good news; that they confessed is not true.",
        "Eleven people were arrested, and what was said of them is not true.",
    ],
)
def test_what_is_untrue_of_something_else_is_not(text: str) -> None:
    printed = "eleven people" if "eleven" in text else "Eleven people"
    assert "V119" not in codes(text, printed, **ARRESTED)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The court turned down a request to forbid the march.", "forbid the march"),
        ("fr", "La cour a refusé mardi d'interdire le défilé.", "interdire le défilé"),
        ("es", "El tribunal se negó ayer a prohibir la marcha.", "prohibir la marcha"),
        ("de", "Das Gericht lehnte es ab, den Umzug zu verbieten.", "den Umzug zu verbieten"),
        ("uk", "Компанія заперечує, що суд заборонив марш.", "суд заборонив марш"),
    ],
)
def test_a_yes_cut_off_from_its_refusal_is_told(language: str, text: str, printed: str) -> None:
    asks = "Did the court forbid the march?"
    assert {"V145", "V107"} & codes(text, printed, Answer.YES_NO, asks, language=language, value=True)


def test_a_yes_that_was_agreed_to_stands() -> None:
    text, asks = "The court agreed to forbid the march.", "Did the court forbid the march?"
    assert codes(text, "forbid the march", Answer.YES_NO, asks, value=True) == set()


def test_up_from_so_much_held_before_of_a_raise_too() -> None:
    of = {"counts": "offered", "unit": "percent", "of": "pay"}
    text, asks = "The line now offers 5.1 percent, up from 4.2.", "What raise does the line offer?"
    assert "V138" in codes(text, "4.2", asks=asks, question_of=of, unit="percent")
    assert "V138" not in codes(text, "5.1 percent", asks=asks, question_of=of)


def test_from_so_much_behind_a_long_figure_held_before() -> None:
    of = {"counts": "forecast", "unit": "EUR", "of": "sales"}
    text = "The bank cut its forecast of sales to between €300m and €350m a year, from €800m."
    assert "V138" in codes(text, "€800m", asks="What sales does the bank forecast?", question_of=of)


CANCELLED = {
    "asks": "What share of the trains was cancelled?",
    "question_of": {"counts": "cancelled", "unit": "percent", "of": "trains", "printed_as": ("fielen",)},
}


@pytest.mark.parametrize(
    ("language", "text", "printed", "of", "is_told"),
    [
        ("en", "71 percent of its long-distance trains were cancelled today.", "71 percent", "regional trains", True),
        ("en", "71 percent of its long-distance trains were cancelled today.", "71 percent", "long-distance trains", False),
        ("en", "71 percent of its trains were cancelled today.", "71 percent", "trains", False),
        ("de", "Landesweit fielen am Freitag 69 Prozent der Fernzüge aus.", "69 Prozent", "Güterzüge", True),
        ("de", "Landesweit fielen am Freitag 69 Prozent der Güterzüge aus.", "69 Prozent", "Güterzüge", False),
    ],
)  # fmt: skip
def test_a_claim_is_of_the_kind_that_its_figure_is_of(
    language: str, text: str, printed: str, of: str, is_told: bool
) -> None:
    assert ("V117" in codes(text, printed, language=language, of=of, **CANCELLED)) is is_told


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("uk", "Врятовано 226 осіб, серед них 19 членів екіпажу.", "19 членів екіпажу"),
        ("ru", "Спасены 226 человек, среди них 19 членов экипажа.", "19 членов экипажа"),
    ],
)
def test_a_part_is_told_in_ukrainian_and_russian(language: str, text: str, printed: str) -> None:
    found = codes(
        text,
        printed,
        language=language,
        asks="How many people were rescued?",
        question_of={"counts": "rescued"},
    )
    assert "V114" in found


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "As many as 30 to 40 people were arrested.", "30"),
        ("en", "Up to 30 or 40 people were arrested.", "40 people"),
        ("de", "Bis zu 30 bis 40 Menschen wurden festgenommen.", "30"),
        ("de", "Bis auf 12 wurden alle festgenommen.", "12"),
    ],
)
def test_one_end_of_a_range_that_is_not_read_is_told(language: str, text: str, printed: str) -> None:
    assert "V111" in codes(text, printed, language=language, **ARRESTED)


@pytest.mark.parametrize(
    ("language", "text", "printed", "is_told"),
    [
        ("en", "The strike cost the line 170 million euros in all.", "170 million euros", True),
        ("en", "So far the strike has cost the line 170 million euros.", "170 million euros", True),
        ("en", "The strike costs the line 28 million euros a day.", "28 million euros", False),
        ("de", "Der Streik hat die Bahn insgesamt 170 Millionen Euro gekostet.", "170 Millionen Euro", True),
        ("fr", "La grève a coûté 170 millions d'euros au total.", "170 millions d'euros", True),
        ("es", "La huelga costó 170 millones de euros en total.", "170 millones de euros", True),
    ],
)
def test_the_sum_of_all_days_is_not_that_of_one(
    language: str, text: str, printed: str, is_told: bool
) -> None:
    of = {"counts": "cost", "unit": "EUR", "of": "strike"}
    asks = "How much does the strike cost the line a day?"
    assert ("V118" in codes(text, printed, language=language, asks=asks, question_of=of)) is is_told


@pytest.mark.parametrize(
    ("printed", "source", "is_told"),
    [("Some 9,300", "union", False), ("Some 9,300", "tarnwick", True), ("6,400", "union", True), ("6,400", "tarnwick", False)],
)  # fmt: skip
def test_a_figure_is_his_whom_its_own_clause_names(printed: str, source: str, is_told: bool) -> None:
    text = "Some 9,300 drivers were arrested according to the union, and 6,400 according to Tarnwick."
    found = codes(text, printed, sources=[source], cue="according to", **ARRESTED)
    assert ("V123" in found) is is_told
