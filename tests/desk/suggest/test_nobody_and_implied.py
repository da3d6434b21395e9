"""Answers of none, units that a text leaves out, and nouns behind what befell those who are counted."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = {
    "dead": ("How many people were killed?", "people", "killed", "people"),
    "hurt": ("How many people were injured?", "people", "injured", "people"),
    "jobs": ("How many people lose their jobs?", "people", "laid off", "people"),
    "burned": ("How many hectares have burned?", "hectares", "burned", "land"),
    "price": ("How much does the buyer pay?", "euros", "paid", "the buyer"),
}


def _found(language: str, text: str) -> dict[str, tuple[str, str | None]]:
    """Return what is proposed: the printed words, with the question that comes first and the unit."""
    questions = [
        Question(id, "t", asked, asked, Answer.QUANTITY, unit=unit, counts=counts, of=of)
        for id, (asked, unit, counts, of) in ASKED.items()
    ]
    made = propose(
        text_of("x", text.encode()), [], questions, {}, parse_edtf("2033-05-11"), language=language
    )
    return {p.printed: (p.questions[0][0].id, p.unit) for p in made if p.questions and p.kind == "figure"}


@pytest.mark.parametrize(
    ("language", "text", "printed", "question"),
    [
        ("en", "Nobody was killed, the fire service said.", "Nobody was killed", "dead"),
        ("en", "There were no injuries.", "no injuries", "hurt"),
        ("fr", "Personne n'a été blessé.", "Personne n'a été blessé", "hurt"),
        ("es", "Nadie resultó herido.", "Nadie resultó herido", "hurt"),
        ("ru", "Погибших нет.", "Погибших нет", "dead"),
    ],
)
def test_nobody_answers_how_many(language: str, text: str, printed: str, question: str) -> None:
    assert _found(language, text) == {printed: (question, None)}


@pytest.mark.parametrize(
    "text",
    [
        "No firefighters were hurt.",
        "Was nobody killed?",
        "Nobody was killed at first. By noon 3 people had been killed.",
    ],
)
def test_nobody_answers_nothing_where_it_is_of_some_or_a_figure_stands_beside(text: str) -> None:
    assert not any("o" in printed.casefold() for printed in _found("en", text))


def test_a_sum_without_its_currency_is_in_that_of_all_questions() -> None:
    assert (
        _found("en", "The buyer pays 112 million, twice what it had paid for the mill.")["112 million"][0]
        == "price"
    )
    assert "112 visitors" not in _found("en", "The buyer met 112 visitors.")


@pytest.mark.parametrize(
    "behind", ["from the flood", "in the flood", "after the flood", "near the mill", "as the dam broke"]
)
def test_what_stands_behind_the_dead_is_no_noun_of_theirs(behind: str) -> None:
    assert _found("en", f"At least 51 dead {behind}.") == {"At least 51": ("dead", None)}


def test_dead_birds_are_no_people() -> None:
    assert not _found("en", "Rangers counted 600 dead birds.")
