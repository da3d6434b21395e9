"""A figure is not of those whom a question names where its clause names those of another question of the same kind."""

from __future__ import annotations

import pytest

from tests.proof.one import codes

SEATS = "Unity has won 25 seats of 51, one more than was announced, and the Reform Alliance 20."


@pytest.mark.parametrize(
    ("text", "printed", "of", "other", "told"),
    [
        (SEATS, "25", "the Reform Alliance", "Unity", True),
        (SEATS, "20", "Unity", "the Reform Alliance", True),
        (SEATS, "25", "Unity", "the Reform Alliance", False),
        (SEATS, "20", "the Reform Alliance", "Unity", False),
        (SEATS, "51", "the Reform Alliance", "Unity", True),
        ("Unity has 24 seats.", "24", "the Reform Alliance", "Unity", True),
        ("Unity and the Reform Alliance have 24 seats each.", "24", "the Reform Alliance", "Unity", False),
        ("Unity and the Reform Alliance have 24 seats each.", "24", "Unity", "the Reform Alliance", False),
        ("It has 24 seats.", "24", "the Reform Alliance", "Unity", False),
    ],
)
def test_whose_figure_it_is(text: str, printed: str, of: str, other: str, told: bool) -> None:
    found = codes(
        f"The House was elected on Sunday. {text}",
        printed,
        asks=f"How many seats did {of} win?",
        question_of={"unit": "seats", "counts": "seats", "of": of},
        others=({"text": f"How many seats did {other} win?", "of": other},),
    )
    assert ("V117" in found) == told


@pytest.mark.parametrize(
    ("language", "text", "printed", "of", "told"),
    [
        ("en", "Sales fell 4 percent, Kane said.", "4 percent", "net profit", True),
        ("en", "Its net profit fell 4 percent, Kane said.", "4 percent", "net profit", False),
        ("en", "Earnings fell 4 percent on lower sales, Kane said.", "4 percent", "net profit", False),
        ("de", "Der Umsatz sank um 4 Prozent, sagte Kane.", "4 Prozent", "profit", True),
        ("de", "Der Gewinn sank um 4 Prozent, sagte Kane.", "4 Prozent", "profit", False),
        ("es", "Las ventas cayeron un 4 %, dijo Kane.", "4 %", "profit", True),
    ],
)
def test_what_fell_by_a_share_is_what_is_asked_of(
    language: str, text: str, printed: str, of: str, told: bool
) -> None:
    asked = {"unit": "percent", "counts": "fell", "of": of}
    cue = {"en": "said", "de": "sagte", "es": "dijo"}[language]
    found = codes(
        text, printed, asks=f"By how much did the {of} fall?", language=language, question_of=asked, sources=("kane",), cue=cue
    )  # fmt: skip
    assert ("V116" in found) is told


@pytest.mark.parametrize(
    ("text", "printed", "counts", "told"),
    [
        ("The chain will cut 900 jobs.", "900", "jobs cut", False),
        ("The chain will cut 900 trains.", "900", "jobs cut", True),
        ("The chain will cut 900 jobs.", "900", "killed", True),
    ],
)
def test_things_that_a_question_counts_itself_are_no_other_ones(
    text: str, printed: str, counts: str, told: bool
) -> None:
    asked = {"unit": "people", "counts": counts, "of": "jobs at Velt"}
    found = codes(text, printed, asks="How many jobs will be cut?", question_of=asked)
    assert ("V116" in found) is told
