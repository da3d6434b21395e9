"""A text that names only a channel, brackets that would turn a quotation, and numbers of a text beside the date at its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof.locate import occurrences
from builder.proof.text import text_of
from tests.proof.advised import CLAIM, HEAD, PRECIS, Row
from tests.proof.test_advice import _own_texts as _own_texts
from tests.proof.test_advice import located, told, written

REST = "Nobody else has spoken of it so far, and the harbour was shut."


def found(folder: Path, row: Row) -> list[str]:
    root = written(folder, row, right=False)
    located(root)
    return told(root)


def test_a_text_that_names_only_a_channel_needs_no_allowance(tmp_path: Path) -> None:
    text = f"It had 140 passengers aboard, it said on the Harbour watchers' channel. {REST}"
    keys = {"sources": None, "cue": None, "attribution": "none", "via": ["harbour-channel"]}
    assert not [line for line in found(tmp_path, Row("V121", CLAIM | keys, text=text)) if "V121" in line]
    whose = {"sources": ["harbour-channel"], "via": None}
    lines = found(tmp_path / "first", Row("V121", CLAIM | whose, text=text))
    assert [line for line in lines if "write attribution: none, and the channel in via [V121 " in line]


@pytest.mark.parametrize(
    ("fragment", "stands"),
    [
        ("mill was [not] late", False),
        ("mill was late and [did not] left the hall", False),
        ("mill was [nearly] late", False),
        ("the mill [nicht] late", False),
        ("mill [12 days] late", False),
        ("the mill [in Varn] was late", True),
        ("mill was late and left [it]", False),
    ],
)
def test_brackets_explain_and_turn_nothing(fragment: str, stands: bool) -> None:
    text = text_of("a.txt", b"Ada Holm said the mill was late and left the hall.")
    assert bool(occurrences(fragment, text)) is stands


@pytest.mark.parametrize("precis", ["It counts twelve dead.", "It counts 12 dead."])
def test_a_number_below_the_date_of_the_head_is_printed(precis: str, tmp_path: Path) -> None:
    text = f"Twelve passengers were aboard, the ferry line said. {REST}"
    row = Row(
        "V155",
        CLAIM | {"printed": "Twelve"},
        text=text,
        precis=(f"{PRECIS} {precis}",) * 2,
        head=(HEAD, HEAD),
    )
    assert not [line for line in found(tmp_path, row) if "V155" in line]
