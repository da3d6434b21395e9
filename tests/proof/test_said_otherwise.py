"""What a text says in another way than its question does: a seat, a deadline, "of them", a denial, weeks and months ago."""

from __future__ import annotations

import pytest

from tests.proof.one import codes, problems
from tests.proof.test_voices import told

UNION = {"sources": ("union",), "cue": "said"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The coastguard in Rood said 140 were aboard."),
        ("de", "Die coastguard in Rood sagte, 140 seien an Bord gewesen."),
        ("fr", "La coastguard à Rood a annoncé que 140 personnes étaient à bord."),
    ],
)
def test_the_place_where_a_body_has_its_seat_says_nothing(language: str, text: str) -> None:
    assert told(text, language, ("coastguard",)) == []
    assert told(text, language, ("rood",))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The line said that about 300 berths would go by the end of 2033.", False),
        # No day of a plan, and not after the text.
        ("The line said that about 300 berths went in 2023.", True),
        ("The line said that about 300 berths went in 2021, and that more would follow.", True),
    ],
)
def test_until_when_a_plan_is_to_be_done_is_no_day_of_its_announcement(text: str, refused: bool) -> None:
    asks = "How many berths did the line say on 4 December 2024 that it would cut?"
    found = codes(text, "about 300", asks=asks, question_of={"unit": "berths"})
    assert ("V137" in found) is refused


def test_until_when_is_the_day_of_a_question_that_asks_for_that() -> None:
    asks = "How many berths will the line cut in 2030?"
    text = "The line said that about 300 berths would go in 2033."
    assert "V137" in codes(text, "about 300", asks=asks, question_of={"unit": "berths"})


@pytest.mark.parametrize(
    ("text", "whole", "told"),
    [
        ("About 1,100 had been given notice. At least 100 of them are older than 55.", "About 1,100", False),
        ("About 1,100 had been given notice. Of them, at least 100 are older than 55.", "About 1,100", False),
        ("About 1,100 had been given notice. At least 100 live in Osk.", "About 1,100", True),
        # Whom "them" means is not the figure of which it is stated to be a part.
        (
            "About 1,100 work there. Some are ill. At least 100 of them are older than 55.",
            "About 1,100",
            True,
        ),
        ("About 1,100 had been given notice. At least 100 of them are older than 55.", None, True),
    ],
)
def test_of_them_goes_on_with_the_figure_before(text: str, whole: str | None, told: bool) -> None:
    printed = "at least 100" if "at least" in text else "At least 100"
    found = codes(text, printed, whole=whole, question_of={"counts": "given notice", "of": "crew"})
    assert ("V113" in found) is told


@pytest.mark.parametrize(
    ("language", "text", "day", "code"),
    [
        ("en", "At the beginning of the month the union said 140 were aboard.", "2024-12", None),
        ("de", "Anfang des Monats hat die Gewerkschaft gesagt, 140 seien an Bord gewesen.", "2024-12", None),
        ("fr", "Au début du mois, le syndicat a dit que 140 personnes étaient à bord.", "2024-12", None),
        ("es", "A principios de mes, el sindicato dijo que 140 personas iban a bordo.", "2024-12", None),
        ("en", "At the beginning of the month the union said 140 were aboard.", "2024-11", "V131"),
        ("en", "Two weeks ago the union said 140 were aboard.", "2024-12-12~", None),
        ("en", "Two weeks ago the union said 140 were aboard.", "2024-12-12", "V131"),
    ],
)
def test_a_day_counted_back_is_about_that_day(language: str, text: str, day: str, code: str | None) -> None:
    found = [
        one
        for one in problems(text, "140", language=language, said_on=day, sources=("union",))
        if one[0] == "V131"
    ]
    assert [one for one, _ in found] == ([code] if code else [])
    if day == "2024-12-12":
        assert "for about that day, write 2024-12-12~" in found[0][1]


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        ("None of this could be verified", None),
        ("Nothing of it could be checked", None),
        ("could be verified", "None of this could be verified"),
        ("could be checked", "Nothing of it could be checked"),
    ],
)
def test_what_denies_words_on_verification_is_offered_with_them(status: str, offered: str | None) -> None:
    text = "The union said 140 were aboard. None of this could be verified. Nothing of it could be checked."
    found = [message for code, message in problems(text, "140", status=status, **UNION) if code == "V128"]
    assert found == (
        [f'"{status}" does not say that it could not be verified: the text has "{offered}"']
        if offered
        else []
    )


@pytest.mark.parametrize(("counts", "refused"), [("not renewed", False), ("renewed", True)])
def test_what_is_not_done_is_counted_in_another_language(counts: str, refused: bool) -> None:
    text = "Au moins 120 contrats temporaires ne seront pas renouvelés."
    question = {"unit": "contracts", "counts": counts, "printed_as": ("renouvel*",)}
    found = codes(text, "Au moins 120", language="fr", question_of=question)
    assert ("V107" in found) is refused


@pytest.mark.parametrize(("open_", "refused"), [(None, True), ("which days it means", False)])
def test_what_a_text_leaves_open_of_which_days_it_is_may_be_said_before(
    open_: str | None, refused: bool
) -> None:
    question = {"known_from": "2024-12-15"}
    found = codes(
        "The union said on 14 December that 140 were aboard.",
        "140",
        question_of=question,
        said_on="2024-12-14",
        leaves_open=open_,
        **UNION,
    )
    assert ("V134" in found) is refused


@pytest.mark.parametrize(
    ("language", "text", "printed", "refused"),
    [
        ("en", "The yard sold goods for 610 million euros, and its net profit fell.", "610 million euros", True),
        ("en", "The yard took in 610 million euros, and its net profit fell.", "610 million euros", True),
        ("en", "It sold goods for 610 million euros and made a net profit of 12 million euros.", "12 million euros", False),
        ("de", "Die Werft hat Waren verkauft für 610 Millionen Euro, ihr Nettogewinn sank.", "610 Millionen Euro", True),
        ("fr", "Le chantier a vendu des produits pour 610 millions d'euros, et son bénéfice net a baissé.", "610 millions d'euros", True),
    ],
)  # fmt: skip
def test_what_was_sold_is_no_profit(language: str, text: str, printed: str, refused: bool) -> None:
    question = {"unit": "EUR", "counts": "net profit", "of": "the yard"}
    assert ("V116" in codes(text, printed, language=language, question_of=question)) is refused
