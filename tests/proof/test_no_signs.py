"""Words that look like signs against a figure and are none: a dateline, a word of the question, what was done, "without" of another noun, a total up to a day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.proof.one import problems

FIRED: dict[str, Any] = {"unit": "people", "counts": "dismissed", "of": "drivers"}
FOUND: dict[str, Any] = {"unit": "EUR", "counts": "found", "of": "cash"}
CANCELLED: dict[str, Any] = {"unit": "ferries", "counts": "cancelled", "of": "ferries"}
RIGHT = [
    ("en", "The company has dismissed 12 drivers who had blocked the gate.", "12", "How many drivers were dismissed?", FIRED),
    ("en", "Divers found 40 boxes without labels and 900 euros in cash.", "900 euros", "How much money was found in cash?", FOUND),
    ("de", "Taucher fanden 40 Kisten ohne Aufschrift und 900 Euro in bar.", "900 Euro", "How much money was found in cash?", FOUND | {"printed_as": ("bar",)}),
    ("en", "Since Tuesday 70 ferries have been cancelled.", "70", "How many ferries have been cancelled since the storm began?", CANCELLED),
    ("en", "As of Friday night, 70 ferries had been cancelled.", "70", "How many ferries have been cancelled since the storm began?", CANCELLED),
    ("de", "Bis Freitag wurden 70 Fähren gestrichen.", "70", "How many ferries have been cancelled since the storm began?", CANCELLED),
]  # fmt: skip
WRONG = [
    ("en", "The company has dismissed claims that 12 drivers were sacked.", "12", "How many drivers were dismissed?", FIRED),
    ("en", "Divers came back without 900 euros in cash.", "900 euros", "How much money was found in cash?", FOUND),
]  # fmt: skip


def told(language: str, text: str, printed: str, asks: str, asked: dict[str, Any]) -> set[str]:
    found = problems(
        text, printed, asks=asks, language=language, question_of=asked, written={"attribution": "none"}
    )
    return {code for code, _ in found if code.startswith("V")}


@pytest.mark.parametrize(("language", "text", "printed", "asks", "asked"), RIGHT)
def test_nothing_speaks_against_it(language, text, printed, asks, asked):
    assert told(language, text, printed, asks, asked) == set()


@pytest.mark.parametrize(("language", "text", "printed", "asks", "asked"), WRONG)
def test_something_does(language, text, printed, asks, asked):
    assert told(language, text, printed, asks, asked) != set()
