"""A figure of a relative clause beside a figure of the sentence itself that has what is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.proof.one import problems

SENTENCE: dict[str, Any] = {"unit": "years", "counts": "sentenced"}
ASIDE = [
    ("en", "Kane, who ran the town for twelve years, goes to prison for four.", "twelve years", SENTENCE),
    ("en", "Kane, who had led the bank for nine years, was jailed for three years.", "nine years", SENTENCE),
    ("de", "Kane, der die Stadt zwölf Jahre lang regierte, muss vier Jahre ins Gefängnis.", "zwölf Jahre", SENTENCE),
    ("fr", "Kane, qui a dirigé la ville pendant douze ans, ira quatre ans en prison.", "douze ans", SENTENCE),
    ("es", "Kane, que gobernó la ciudad durante doce años, fue condenado a cuatro años.", "doce años", SENTENCE),
]  # fmt: skip
ASKED = [
    ("en", "Kane, who ran the town for twelve years, goes to prison for four.", "four", SENTENCE),
    ("en", "Kane, who was jailed for four years, ran the town for twelve years.", "four years", SENTENCE),
    ("en", "Kane, who was jailed for four years, had been sentenced to six years before.", "four years", SENTENCE),
    ("en", "The sentence, which ran to four years, was cut from seven years.", "four years", SENTENCE),
    ("en", "The court, which jailed Kane for four years, sat for 12 days.", "four years", SENTENCE),
    ("de", "Kane, der vier Jahre ins Gefängnis muss, regierte die Stadt zwölf Jahre lang.", "vier Jahre", SENTENCE),
    ("fr", "Kane, qui ira quatre ans en prison, a dirigé la ville pendant douze ans.", "quatre ans", SENTENCE),
    ("es", "Kane, que fue condenado a cuatro años, gobernó la ciudad durante doce años.", "cuatro años", SENTENCE),
]  # fmt: skip


def told(language: str, text: str, printed: str, asked: dict[str, Any]) -> bool:
    found = problems(
        text,
        printed,
        asks="For how long?",
        language=language,
        question_of=asked,
        written={"attribution": "none"},
    )
    return any("of an aside" in message for _, message in found)


@pytest.mark.parametrize(("language", "text", "printed", "asked"), ASIDE)
def test_a_figure_of_an_aside_answers_no_question_of_the_sentence(language, text, printed, asked) -> None:
    assert told(language, text, printed, asked)


@pytest.mark.parametrize(("language", "text", "printed", "asked"), ASKED)
def test_a_figure_that_has_what_is_asked_for_does(language, text, printed, asked) -> None:
    assert not told(language, text, printed, asked)
