"""Who does what is asked need not say it; a rate that is asked for, a level that was reached, and German verbs in two parts."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

FINE = {"unit": "EUR", "counts": "fined", "of": "the mill"}
OFFER = {"unit": "EUR", "counts": "offered", "of": "each family"}
PREMIUM = {"unit": "percent", "counts": "premium", "of": "share price"}
COMPLAINTS = {"unit": "complaints", "counts": "received", "of": "complaints"}
TURNOUT = {"unit": "percent", "counts": "turnout", "of": "voters"}


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks", "question"),
    [
        ("en", "The ministry fined the mill 310,000 euros.", "310,000 euros", "How much was the mill fined?", FINE),
        ("es", "El ministerio halló fallos y multó a la fábrica con 310.000 euros.", "310.000 euros", "How much was the mill fined?", FINE),
        ("es", "El ministerio ofrece 55.000 euros a cada familia.", "55.000 euros", "How much does the ministry offer to each family?", OFFER),
        ("de", "Das Ministerium bietet jeder Familie 55.000 Euro.", "55.000 Euro", "How much does the ministry offer to each family?", OFFER),
        ("fr", "Le ministère propose 55 000 euros à chaque famille.", "55 000 euros", "How much does the ministry offer to each family?", OFFER),
    ],
)  # fmt: skip
def test_who_acts_needs_no_cue(
    language: str, text: str, printed: str, asks: str, question: dict[str, Any]
) -> None:
    told = codes(
        text, printed, asks=asks, language=language, question_of=question, sources=["ministry"], attribution="stated"
    )  # fmt: skip
    assert "V123" not in told


def test_who_only_stands_there_still_does() -> None:
    text = "In front of the ministry 310 people stood on Friday."
    told = codes(
        text,
        "310",
        asks="How many people stood there?",
        question_of={"counts": "stood"},
        sources=["ministry"],
    )
    assert "V123" in told


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks", "question"),
    [
        ("en", "It offers 41 euros for each share, a premium of 34 percent.", "34 percent", "How large is the premium?", PREMIUM),
        ("fr", "L'offre est de 41,50 euros par action, soit une prime de 34 %.", "34 %", "How large is the premium?", PREMIUM),
        ("en", "The office received 214 complaints, 37 of which it called serious.", "214", "How many complaints did the office receive?", COMPLAINTS),
        ("es", "La oferta es de 41,50 euros por acción.", "41,50 euros", "How much does Harrow offer for each share?", {"unit": "EUR", "counts": "offers"}),
        ("de", "Harrow bietet 41,50 Euro je Aktie.", "41,50 Euro", "How much does Harrow offer for each share?", {"unit": "EUR", "counts": "offers"}),
        ("fr", "La participation a atteint 71,3 %.", "71,3 %", "How high was turnout?", TURNOUT),
        ("en", "Turnout reached 71.3 percent.", "71.3 percent", "How high was turnout?", TURNOUT),
        ("es", "La participación alcanzó el 71,3 por ciento.", "71,3 por ciento", "How high was turnout?", TURNOUT),
        ("de", "Die Wahlbeteiligung erreichte 71,3 Prozent.", "71,3 Prozent", "How high was turnout?", TURNOUT),
    ],
)  # fmt: skip
def test_it_is_what_the_text_says(
    language: str, text: str, printed: str, asks: str, question: dict[str, Any]
) -> None:
    assert codes(text, printed, asks=asks, language=language, question_of=question, attribution="none") <= {
        "V106"
    }


def test_no_more_than_the_verb_itself_is_left_out() -> None:
    told = codes(
        "Turnout reached at least 71.3 percent.",
        "71.3 percent",
        asks="How high was turnout?",
        question_of=TURNOUT,
    )
    assert "V111" in told


@pytest.mark.parametrize(
    ("text", "right", "wrong", "asks"),
    [
        ("Am 5. Mai rief die Gewerkschaft die Arbeiter auf, am 8. Mai sagte sie den Streik ab.", "8. Mai", "5. Mai", "On which day was the strike cancelled?"),
        ("Am 5. Mai nahm die Polizei den Fahrer fest, am 8. Mai ließ sie ihn frei.", "5. Mai", "8. Mai", "On which day was the driver arrested?"),
    ],
)  # fmt: skip
def test_a_german_verb_in_two_parts_is_the_deed_of_its_day(
    text: str, right: str, wrong: str, asks: str
) -> None:
    def told(printed: str) -> set[str]:
        value = f"2024-05-0{printed[0]}"
        return codes(text, printed, Answer.DATE, asks, language="de", value=value, attribution="none")

    assert "V122" not in told(right)
    assert told(wrong) - told(right)
