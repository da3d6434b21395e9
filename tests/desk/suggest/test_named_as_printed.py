"""Figures of people whom only the editor's words name, of each day, and beside another figure's day."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.proof.one import problems


def asking(id: str, text: str, counts: str, of: str, *printed: str) -> Question:
    return Question(
        id, "dock", text, id.title(), Answer.QUANTITY, unit="people", counts=counts, of=of, printed_as=printed
    )


MEMBERS = asking(
    "members", "How many members does the guild have?", "members", "guild", "Mitglieder", "afiliados", "hands"
)
TRAVELLERS = asking(
    "travellers",
    "How many passengers a day does the lock-out hit?",
    "affected",
    "passengers",
    "Fahrgäste",
    "viajeros",
)
HIT = asking("hit", "How many passengers does the lock-out hit?", "affected", "passengers", "Fahrgäste")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "El gremio, que tiene 31.400 afiliados, no cede.", {"members": "31.400"}),
        ("es", "El gremio, que tiene 31.400 barcos, no cede.", {}),
        ("de", "Die Gilde hat rund 31.000 Mitglieder, vor zehn Jahren waren es 24.000.", {"members": "rund 31.000"}),
        ("de", "Vor zehn Jahren hatte die Gilde rund 31.000 Mitglieder.", {}),
        ("en", "The guild, with 900 hands, would not yield.", {"members": "900"}),
        ("de", "Betroffen sind täglich rund 4000 Fahrgäste.", {"travellers": "täglich rund 4000"}),
    ],
)  # fmt: skip
def test_words_that_the_editor_gives_name_who_is_counted(
    language: str, text: str, found: dict[str, str]
) -> None:
    asked = [MEMBERS, TRAVELLERS]
    given = propose(text_of("x", text.encode()), [], asked, {}, parse_edtf("2031-11-19"), language=language)
    assert {p.questions[0][0].id: p.printed for p in given if p.questions} == found


def test_a_figure_of_each_day_answers_only_a_question_that_asks_for_that() -> None:
    text = text_of("x", b"Betroffen sind t\xc3\xa4glich rund 4000 Fahrg\xc3\xa4ste.")
    assert not any(p.questions for p in propose(text, [], [HIT], {}, parse_edtf("2031-11-19"), language="de"))


def test_a_number_that_begins_a_word_is_no_part_of_another() -> None:
    asks = {"unit": "EUR", "counts": "one-off", "of": "payment"}
    text = "The line has offered 4.2 percent and a one-off payment of 1,500 euros."
    found = problems(text, "1,500 euros", asks="How much is offered as a one-off payment?", question_of=asks)
    assert "V114" not in [code for code, _ in found]
    seven = problems("Seven of 31 samples were contaminated.", "31", asks="How many samples were contaminated?", question_of={"unit": "samples", "counts": "contaminated"})  # fmt: skip
    assert "V114" in [code for code, _ in seven]


@pytest.mark.parametrize(
    ("text", "asks", "is_cut"),
    [
        ("She will not resign over Tuesday's outage.", "On which day was the outage?", False),
        ("The outage was not on Tuesday.", "On which day was the outage?", True),
        ("She did not come to Tuesday's meeting.", "On which day was the outage?", True),
    ],
)
def test_a_day_that_says_which_one_is_meant_is_not_denied(text: str, asks: str, is_cut: bool) -> None:
    found = problems(text, "Tuesday", Answer.DATE, asks, value="2024-12-24")
    assert ("V107" in [code for code, _ in found]) == is_cut


@pytest.mark.parametrize(
    ("language", "text", "asks", "is_forecast"),
    [
        ("en", "A poll by Canvas suggests that 46 percent of people support the toll.", "What share of the people support the toll?", False),
        ("de", "Laut einer Umfrage unterstützen 46 Prozent die Maut.", "What share of the people support the toll?", False),
        ("fr", "Selon un sondage, 46 % soutiennent le péage.", "What share of the people support the toll?", False),
        ("es", "Según una encuesta, el 46 % apoya el peaje.", "What share of the people support the toll?", False),
        ("en", "Analysts expected that 46 percent of people would support the toll.", "What share of the people support the toll?", True),
        ("en", "An exit poll had 46 percent for the toll.", "What share of the people support the toll?", True),
        ("en", "A poll by Canvas suggests that 46 percent voted for the toll.", "What share of the people voted for the toll?", True),
    ],
)  # fmt: skip
def test_what_people_think_is_known_from_polls(
    language: str, text: str, asks: str, is_forecast: bool
) -> None:
    printed = "46 %" if "46 %" in text else " ".join(text[text.index("46") :].split()[:2])
    of = {"unit": "percent", "counts": asks.split()[5], "of": "people"}
    found = problems(text, printed, asks=asks, question_of=of, language=language)
    assert ("V119" in [code for code, _ in found]) == is_forecast


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Streik der Fähren: Drei von vier Fernfähren liegen still", {}),
        ("en", "Three quarters of the ferries lay still on Tuesday.", {}),
        ("en", "One in three people support the strike.", {"support": "One in three"}),
        ("en", "Two thirds of the people support the strike.", {"support": "Two thirds"}),
    ],
)
def test_a_share_in_words_is_of_whom_it_names(language: str, text: str, found: dict[str, str]) -> None:
    support = Question(
        "support", "dock", "What share of the people support the strike?", "Support", Answer.QUANTITY,
        unit="percent", counts="support", of="people",
    )  # fmt: skip
    given = propose(
        text_of("x", text.encode()), [], [support], {}, parse_edtf("2031-11-19"), language=language
    )
    assert {p.questions[0][0].id: p.printed for p in given if p.questions} == found
