"""A précis has no name at a sentence's start, no rough number, no share and no day that neither text nor claims have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factory import changed
from tests.proof.test_precis import PRECIS, RADIO, found

TEXT = "Sound Radio\n\nThe ferry Marlo took 140 aboard, the line confirmed on Wednesday. Of 80 boats 40 lay in port, 5 percent of them new."


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    ("precis", "told"),
    [
        ("Halvorsen said that boats were old.", 'neither the text nor a claim has the name "Halvorsen"'),
        ("It is so. Brenner told of boats.", 'neither the text nor a claim has the name "Brenner"'),
        ("It tells of thousands at sea.", 'neither the text nor a claim has a number for "thousands"'),
        ("It tells of several thousand at sea.", 'neither the text nor a claim has a number for "several thousand"'),
        ("It says that a third of the boats were new.", 'neither the text nor a claim has a share such as "third of"'),
    ],
)  # fmt: skip
def test_what_neither_has_is_told(precis: str, told: str, tmp_path: Path) -> None:
    assert [message for _, message in found(tmp_path, precis, TEXT)] == [told]


@pytest.mark.parametrize(
    "precis",
    [
        "Officials said that boats were old.",
        "Marlo said nothing of it.",
        "Nobody said so.",
        "It tells of dozens at sea.",
        "It tells of hundreds at sea.",
        "It says that half of the boats lay in port.",
        "Several boats lay in port.",
        "On Wednesday the line spoke.",
    ],
)
def test_what_one_of_them_has_is_not_told(precis: str, tmp_path: Path) -> None:
    assert found(tmp_path, precis, TEXT) == []


@pytest.mark.parametrize(
    ("precis", "told"),
    [
        ("The repair cost 3.4 million dollars.", ['the text has this sum in EUR, and the precis has "3.4 million dollars"']),
        ("The repair cost 3.4 million euros.", []),
        ("The repair cost €3.4 million, and 3.4 million people heard.", []),
    ],
)  # fmt: skip
def test_a_sum_is_told_in_its_own_currency(precis: str, told: list[str], tmp_path: Path) -> None:
    text = f"{TEXT} The repair cost 3.4 million euros."
    assert [message for _, message in found(tmp_path, precis, text)] == told


@pytest.mark.parametrize(
    ("precis", "told"),
    [
        ("The line spoke yesterday.", ['neither the text nor a claim has the date "yesterday"']),
        ("The line spoke on Sunday.", ['neither the text nor a claim has the date "Sunday"']),
        ("The line spoke on Wednesday.", []),
        ("The line spoke today.", []),
    ],
)
def test_a_day_from_the_articles_own(precis: str, told: list[str], tmp_path: Path) -> None:
    # 6 March 2031 is a Thursday.
    text = TEXT.replace("on Wednesday", "on Tuesday") if "yesterday" in precis else TEXT
    dated = changed(RADIO, PRECIS, precis)
    dated[RADIO] = dated[RADIO].replace("published: 2031-03-04/2031-03-05", "published: 2031-03-06")
    assert [message for _, message in found(tmp_path, precis, text, **dated)] == told
