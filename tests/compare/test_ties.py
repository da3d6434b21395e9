"""A stock phrase ties two quotations only where one statement alone of its speaker has it."""

from __future__ import annotations

from typing import Any

import pytest

from builder.compare.rows import Comparison, compare_question
from builder.content.vocabulary import Answer
from tests.factory import article, library, question, span, wording

ASKED = question(Answer.WORDING)
LONG, OTHER, SHORT = "stay calm and to support us", "Please stay calm", "stay calm"


def row(other: str, short: str = SHORT, **more: Any) -> Comparison:
    call = {"statement": "call"}
    told = library(
        article("post", wording(short, **call)),
        article("radio", wording(LONG, **call, said_on=span("2031-03-03"))),
        article("wire", wording(other, **more)),
        questions=[ASKED],
    )
    return compare_question(told, ASKED)


@pytest.mark.parametrize(
    "more",
    [{}, {"said_on": span("2031-03-03")}, {"statement": "another"}],
    ids=["no day", "one day", "another"],
)
def test_a_phrase_that_two_statements_have_is_a_cut_of_neither(more: dict[str, Any]) -> None:
    found = row(OTHER, **more)
    post, radio, _ = found.claims
    assert found.between(post, radio) is None
    assert "one statement" not in found.summary
    assert "at different length" not in found.summary


def test_a_phrase_that_one_statement_alone_has_is_a_cut_of_it() -> None:
    for found in (
        row("The pumps will hold"),
        row(OTHER, sources=("coastguard",)),
        row("keep calm and to support us please", short="calm and to support us"),
    ):
        post, radio, _ = found.claims
        verdict = found.between(post, radio)
        assert verdict is not None
        assert "quote one statement" in verdict.reason


def test_days_tell_two_statements_with_one_phrase_apart() -> None:
    told = library(
        article("post", wording(SHORT, statement="call", said_on=span("2031-03-03"))),
        article("radio", wording(LONG, statement="call")),
        article("wire", wording(OTHER, said_on=span("2031-03-04"))),
        questions=[ASKED],
    )
    found = compare_question(told, ASKED)
    verdict = found.between(found.claims[0], found.claims[1])
    assert verdict is not None
    assert "quote one statement" in verdict.reason
