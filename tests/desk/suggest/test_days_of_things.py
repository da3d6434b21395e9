"""A day that says which thing is meant has been; a day without a year is the nearest one, where the other is a year away."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

STRIKE = Question("strike", "port", "On which day was the strike?", "Day of the strike", Answer.DATE)
OPENS = Question("opens", "port", "On which day does the new terminal open?", "Opening", Answer.DATE)
OPENED = Question("opened", "port", "On which day did the new terminal open?", "Opening", Answer.DATE)


def days(text: str, question: Question, published: str, language: str = "en") -> list[str | None]:
    found = propose(text_of("x", text.encode()), [], [question], {}, parse_edtf(published), language=language)
    return [proposal.value for proposal in found if proposal.kind == "date" and proposal.questions]


@pytest.mark.parametrize(
    "text",
    [
        "The port was calm. The line will pay 12 euros to each passenger for Tuesday's strike.",
        "The port was calm. Nobody will be dismissed over Tuesday's strike.",
    ],
)
def test_the_day_of_a_thing_has_been_whatever_is_still_to_come(text: str) -> None:
    # 19 November 2031 is a Wednesday.
    assert days(text, STRIKE, "2031-11-19") == ["2031-11-18"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The new terminal opens on 4 November."),
        ("de", "Das neue Terminal öffnet am 4. November."),
    ],
)
def test_a_day_without_a_year_is_the_one_that_comes_soon(language: str, text: str) -> None:
    assert days(text, OPENS, "2031-10-13", language) == ["2031-11-04"]


def test_when_something_was_is_not_taken_from_a_day_that_may_be_to_come() -> None:
    assert days("The new terminal opened on 4 November.", OPENED, "2031-10-13") == []
    assert days("The new terminal opened on 4 November.", OPENED, "2031-11-20") == ["2031-11-04"]
