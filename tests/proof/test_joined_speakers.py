"""Two who say it together are both its sources, and a remark that nobody could check "the figures" covers those of all."""

from __future__ import annotations

import pytest

from tests.proof.test_voices import told

FERRY, GUARD = ("ferry-line",), ("coastguard",)


@pytest.mark.parametrize(
    "text",
    [
        "The coastguard and Marlo Ferry Line said 140 were aboard.",
        "140 were aboard, the coastguard and Marlo Ferry Line said.",
        "Marlo Ferry Line and the coastguard said 140 were aboard.",
    ],
)
def test_both_are_heard(text: str) -> None:
    assert told(text, "en", FERRY) == ["the coastguard is named for it as well"]
    assert told(text, "en", GUARD) == ["the ferry line is named for it as well"]
    assert told(text, "en", (*GUARD, *FERRY)) == []


def test_of_three_all_are_heard() -> None:
    text = "Ada Rood, the coastguard and Marlo Ferry Line said 140 were aboard."
    assert told(text, "en", (*GUARD, *FERRY)) == ["Ada Rood is named for it as well"]
    assert told(text, "en", ("rood", *GUARD, *FERRY)) == []


def test_who_is_told_something_says_nothing() -> None:
    text = "The coastguard told Ada Rood and Marlo Ferry Line said 140 were aboard."
    assert told(text, "en", FERRY) == []


def test_the_comma_behind_a_phrase_joins_nobody() -> None:
    text = "According to the coastguard, Marlo Ferry Line carried 140."
    assert told(text, "en", GUARD) == []
    listed = "According to the coastguard, Ada Rood and Marlo Ferry Line, 140 were aboard."
    assert told(listed, "en", (*GUARD, "rood")) == ["the ferry line is named for it as well"]


def test_nor_does_the_comma_before_an_article_in_another_language() -> None:
    text = "Selon la coastguard, la Marlo Ferry Line a transporté 140 personnes."
    assert told(text, "fr", GUARD) == []
    listed = "Selon la coastguard, la Marlo Ferry Line et Ada Rood, 140 personnes étaient à bord."
    assert set(told(listed, "fr", (*GUARD, "rood"))) == {"the ferry line is named for it as well"}


@pytest.mark.parametrize(
    "text",
    [
        '"140 were aboard," said Ada Rood, the coastguard\'s head.',
        "Ada Rood, the coastguard's head, said 140 were aboard.",
        "140 were aboard, said Ada Rood, the coastguard's chief of operations, on Monday.",
    ],
)
def test_whose_head_somebody_is_does_not_say_it_too(text: str) -> None:
    assert told(text, "en", ("rood",)) == []
