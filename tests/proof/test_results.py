"""Results that are counted again and again: another party's, an expected one, the one before, another kind; and right ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from builder.proof.applied import CLAIM_RULES
from builder.proof.rules import figures
from builder.values.quantity import Modifier, Quantity
from tests.proof.test_asked import names, told

TABLE: dict[str, Any] = msgspec.yaml.decode((Path(__file__).parent / "results.yml").read_bytes())
QUESTIONS: dict[str, dict[str, Any]] = TABLE["questions"]
OTHERS = frozenset({"locator-missing", "whole-sentence", "speaker-differs"})
"""What is told of how a claim is written down, and of nothing that its figure is of."""


def found(language: str, sentence: str, printed: str, question: str, **entry: Any) -> list[str]:
    findings = told(sentence, printed, QUESTIONS[question], language, rules=CLAIM_RULES, **entry)
    return sorted({name for name in names(findings) if name not in OTHERS})


@pytest.mark.parametrize(("language", "sentence", "printed", "question", "kind"), TABLE["told"])
def test_a_result_that_is_no_answer(
    language: str, sentence: str, printed: str, question: str, kind: str
) -> None:
    # Of "12 percent more" it is told as well that "more" is left out.
    assert [
        name
        for name in found(language, sentence, printed, question)
        if name != "hedge-dropped" or name == kind
    ] == [kind]


@pytest.mark.parametrize(("language", "sentence", "printed", "question"), TABLE["right"])
def test_a_result_that_is_the_answer(language: str, sentence: str, printed: str, question: str) -> None:
    assert found(language, sentence, printed, question) == []


def test_what_a_claim_says_itself_is_not_told() -> None:
    sentence = "Analysts had expected revenue of $13 million."
    assert found("en", sentence, "$13 million", "revenue of Harrow") == ["not-happened"]
    assert found("en", sentence, "$13 million", "revenue of Harrow", scope="as analysts expected") == []
    assert found("en", sentence, "$13 million", "revenue of Harrow", cue="Analysts had expected") == []


@pytest.mark.parametrize(
    ("printed", "low", "unit", "firm"),
    [
        ("One in five", 300, "people", True),
        ("Half of the 600", 300, "people", True),
        ("Three times as many", 300, "people", True),
        ("Not 300", 300, "people", True),
        ("Barely 300", 300, "people", True),
        ("Far from 300", 300, "people", True),
        ("One in five", 20, "percent", None),
        ("30 a day", 30, "people", None),
    ],
)
def test_no_reason_makes_a_number_of_a_share_or_of_what_is_denied(
    printed: str, low: int, unit: str, firm: bool | None
) -> None:
    given = Quantity(printed, Modifier.EXACTLY, low, low, None)
    asks = {"counts": "killed", "unit": unit}
    sentence = f"{printed} were killed."
    findings = told(
        sentence, printed, asks, rules=(figures.overridden,), value=given, written={"modifier": "exactly"}
    )
    assert [finding.firm for finding in findings] == ([] if firm is None else [firm])
