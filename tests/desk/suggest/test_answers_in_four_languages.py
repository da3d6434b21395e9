"""Answers without figures in English, German, French and Spanish sentences of many kinds of news, and sentences that hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.desk.suggest.stated import reads
from builder.proof.opposites import opposite
from tests.desk.suggest.test_in_any_language import found

FOLDER = Path(__file__).parent
ANSWERS = [
    (item["kind"], language, item["asked"], *item[language])
    for item in yaml.safe_load((FOLDER / "answers.yml").read_text(encoding="utf-8"))
    for language in ("en", "de", "fr", "es", "uk", "ru")
    if language in item
]
NO_ANSWERS = [
    (item["kind"], language, item["asked"], text)
    for item in yaml.safe_load((FOLDER / "no_answers.yml").read_text(encoding="utf-8"))
    for language, text in item["texts"]
]


@pytest.mark.parametrize(("kind", "language", "asked", "text", "printed", "value"), ANSWERS)
def test_an_answer_is_found(kind, language, asked, text, printed, value):
    assert found(kind, text, language, asked) == [("0", printed, value)]
    if kind == "yes-no":
        # As ``check`` reads it, so that the claim can be published.
        assert reads(printed, language, denies=" deny " in asked, question=asked) is (value == '"yes"')


@pytest.mark.parametrize(("kind", "language", "asked", "text"), NO_ANSWERS)
def test_nothing_is_proposed_where_nothing_answers(kind, language, asked, text):
    assert found(kind, text, language, asked) == []


@pytest.mark.parametrize(
    ("language", "asked", "text", "printed"),
    [
        ("en", "Does the board support the offer?", "The board of the dairy rejected the offer.", "board of the dairy rejected the offer"),
        ("de", "Does the board support the offer?", "Der Aufsichtsrat lehnte das Angebot ab.", "Aufsichtsrat lehnte das Angebot ab"),
        ("es", "Does the board support the offer?", "El consejo rechazó la oferta.", "consejo rechazó la oferta"),
        ("en", "Has the regulator approved the merger?", "The regulator blocked the merger.", "regulator blocked the merger"),
    ],
)  # fmt: skip
def test_the_contrary_of_what_is_asked_is_a_no(language, asked, text, printed):
    assert found("yes-no", text, language, asked) == [("0", printed, '"no"')]
    # As ``check`` reads it.
    assert (
        opposite(printed, language, asked, "en") is not None
        or reads(printed, language, question=asked) is False
    )


@pytest.mark.parametrize(
    "text",
    [
        "The board rejected calls to vote on the offer.",
        "The board did not reject the offer.",
        "The board may reject the offer.",
        "The union rejected the offer, and the board met on Monday.",
    ],
)
def test_the_contrary_of_something_else_is_no_answer(text):
    assert found("yes-no", text, "en", "Does the board support the offer?") == []
