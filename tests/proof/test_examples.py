"""The examples of the error catalogue are what they say: the wrong ones are found, and the right ones mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.catalogue import Example, examples
from builder.content.problems import CATALOGUE
from tests.proof.advised import Row
from tests.proof.test_advice import located, told, written

TRIED = {code: example for code, example in examples().items() if example.text}
REST = " Nobody else has spoken of it so far, and the harbour was shut."


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize("code", TRIED)
def test_an_example_is_found_and_its_right_one_mends_it(code: str, tmp_path: Path) -> None:
    example: Example = TRIED[code]
    assert isinstance(example.wrong, dict)
    assert isinstance(example.right, dict)
    row = Row(code, example.wrong, example.right, example.text + REST, claim=example.claim)
    before = written(tmp_path / "before", row, right=False)
    located(before)
    assert [line for line in told(before) if f"[{code} " in line], told(before)
    after = written(tmp_path / "after", row, right=True)
    located(after)
    assert told(after) == []


def test_every_kind_has_an_example() -> None:
    assert set(examples()) == {kind.code for kind in CATALOGUE.values()}


def test_an_example_is_told_in_words_or_has_both_sides() -> None:
    for code, example in examples().items():
        assert bool(example.say) != bool(example.wrong and example.right), code
