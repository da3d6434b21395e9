"""Which day a proposal speaks of: that of its own statement, and none that is still to come."""

from __future__ import annotations

import pytest

from builder.content.model import Source
from builder.content.vocabulary import Stake
from builder.desk.suggest.dated import meant
from builder.desk.suggest.propose import propose
from builder.proof.coming import is_coming
from builder.proof.text import text_of
from builder.proof.when import expressions
from builder.values.dates import parse_edtf

PUBLISHED = parse_edtf("2033-04-18")  # a Monday
UNION = Source("union", "the union", "the union", "officials", Stake.NONE)


def proposed(sentence: str, kind: str = "figure") -> list[tuple[str, str | None, str | None]]:
    """What is proposed of a sentence: the words, the day they speak of, the day they were said."""
    found = propose(text_of("x", sentence.encode()), [UNION], [], {}, PUBLISHED)
    return [(p.printed, p.as_of, p.said_on) for p in found if p.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Forty drivers stayed away, and both sides will meet on Friday.", [None]),
        ("Some 40 drivers stayed away and both sides will meet on Friday.", [None]),
        ("Both sides will meet on Friday while 40 drivers stay away.", [None]),
        ("The stoppage of 48 hours is due to begin on 5 December.", [None]),
        ("About 40 drivers stayed away on Friday.", ["2033-04-15"]),
        ("On Friday, some 40 drivers stayed away and the depot closed.", ["2033-04-15"]),
        ("Turnout was 64 percent, down from 71 percent in 2027.", [None, "2027"]),
        ("The ballot, which closed on Friday, had 40 votes.", [None]),
        ("At least 40 drivers were hurt and 12 arrested when a march began on Friday.", ["2033-04-15"] * 2),
        ("A march began on Friday, leaving 40 drivers hurt, at least 12 of them badly.", ["2033-04-15"] * 2),
        ("They ran for 40 days in 2030, when 12 depots closed.", ["2030", "2030"]),
        ("Some 40 trams that left between 2 and 9 April were stopped.", [None]),
        ("Some 40 trams ran from 2 April to 9 April.", [None]),
        ("The depot with 40 trams opened on 5 December 2040.", [None]),
    ],
)
def test_a_figure_has_the_day_of_its_own_statement(sentence, days):
    assert [as_of for _, as_of, _ in proposed(sentence)] == days


def test_when_it_was_said_is_not_when_it_was_so():
    [said] = proposed(
        "Some 40 drivers stayed away, the union said on Sunday, and talks will begin on Friday."
    )
    assert said == ("Some 40", None, "2033-04-17")


def test_a_quotation_is_not_said_on_a_day_that_it_speaks_of():
    [said] = proposed('"We shall all be back at work on Friday," the union said.', "quote")
    assert said[2] is None
    [said] = proposed(
        'The union called it "a poor and late offer" and said talks may go on from Friday.', "quote"
    )
    assert said[2] is None
    [said] = proposed('"We shall all be back at work on Friday," the union said on Sunday.', "quote")
    assert said[2] == "2033-04-17"


def test_a_day_that_is_over_stays_over_beside_a_plan():
    sentence = "The stoppage began on Saturday and will go on from Wednesday."
    whole = (0, len(sentence))
    began, later = expressions(sentence, whole, PUBLISHED)
    assert (is_coming(sentence, whole, began.span), is_coming(sentence, whole, later.span)) == (False, True)
    assert meant(sentence, whole, began)[1] == "2033-04-16"
    assert meant(sentence, whole, later)[1] == "2033-04-20"


def test_a_long_chinese_quotation_is_cut_to_the_limit() -> None:
    text = text_of(
        "x", "港务局说：“渡轮晚点了，三十名乘客在码头等了一整夜，没有人知道为什么。”他走了。".encode()
    )
    [quote] = [
        found for found in propose(text, [UNION], [], {}, None, quote_limit=8) if found.kind == "quote"
    ]
    assert quote.printed == "渡轮晚点了，三十名乘客在码头等了一"
