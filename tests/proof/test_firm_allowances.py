"""No reason makes a date or a yes or no of words that say another one; where only who reads can tell, a reason stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.proof.advised import CLAIM, Keys, Row, allow
from tests.proof.test_advice import _own_texts as _own_texts
from tests.proof.test_advice import located, told, written

REST = "Nobody else has spoken of it so far, and the harbour was shut."
DAY: Keys = {"question": "cause/stopped"}
ANSWER: Keys = {"question": "cause/weather"}


def codes(folder: Path, rule: str, keys: Keys, text: str) -> set[str]:
    """The codes that are told of a claim with an allowance for a rule, apart from those on its words and its speaker."""
    row = Row(rule, CLAIM | allow(rule) | keys, text=f"{text} {REST}")
    root = written(folder, row, right=False)
    located(root)
    return {found[1] for line in told(root) if (found := re.search(r"\[(V\d+) ", line))} & {rule, "V193"}


@pytest.mark.parametrize(
    ("printed", "value", "firm"),
    [
        ("on 3 March", "2031-02-17", True),
        ("on 3 March", "2030-03-03", False),  # the year is not printed
        ("on 3 March 2030", "2029-03-03", True),
        ("on Monday", "2031-02-24", False),  # the Monday before
        ("on Monday", "2031-02-25", True),
        ("in January", "2031-02", True),
        ("yesterday", "2031-02-17", False),  # who says it, and when, may be another
    ],
)
def test_a_date_that_the_words_do_not_name_stays_refused(
    printed: str, value: str, firm: bool, tmp_path: Path
) -> None:
    keys = DAY | {"printed": printed, "value": value}
    assert codes(tmp_path, "V132", keys, f"It stopped {printed}, the ferry line said.") == (
        {"V132", "V193"} if firm else set()
    )


@pytest.mark.parametrize(
    ("printed", "value", "firm"),
    [
        ("denied that it was bad", "yes", True),
        ("did not rule out that it was bad", "yes", True),
        ("was not bad", "yes", True),
        ("hardly bad", "yes", False),
        ("left no wish open", "yes", False),
    ],
)
def test_an_answer_that_the_words_deny_stays_refused(
    printed: str, value: str, firm: bool, tmp_path: Path
) -> None:
    keys = ANSWER | {"printed": printed, "value": value}
    assert codes(tmp_path, "V145", keys, f"The weather, the ferry line said, {printed}.") == (
        {"V145", "V193"} if firm else set()
    )


@pytest.mark.parametrize(
    ("printed", "value", "told"), [("on Wednesday", "2031-03-05", True), ("on Tuesday", "2031-03-04", False)]
)
def test_the_day_on_which_it_was_said_is_no_answer(
    printed: str, value: str, told: bool, tmp_path: Path
) -> None:
    keys = DAY | {"printed": printed, "value": value, "cue": "said"}
    text = "The ferry stopped on Tuesday, the ferry line said on Wednesday."
    assert ("V132" in codes(tmp_path, "V132", keys | {"allow": None}, text)) is told
