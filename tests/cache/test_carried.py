"""Results are carried from build to build with those that they were made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.memo import Kept
from builder.cache.records import Store


def build(folder: Path, words: dict[str, str], made: list[str]) -> str:
    """Return a text that is made of the words of two others, each carried by its words."""
    kept = Kept(Store(folder, "program"), "kept", "ground")

    def text(name: str, make: str, *key: str) -> str:
        def anew() -> str:
            made.append(name)
            return make

        return kept.text(anew, name, *key)

    def whole() -> str:
        made.append("whole")
        return " ".join(text(name, word.upper(), word) for name, word in words.items())

    found = kept.text(whole, "whole", *words.values())
    kept.save()
    return found


def test_what_a_carried_result_was_made_of_is_carried_too(tmp_path: Path) -> None:
    made: list[str] = []
    assert build(tmp_path, {"a": "one", "b": "two"}, made) == "ONE TWO"
    assert made == ["whole", "a", "b"]
    # Two builds in which nothing is asked for but the whole.
    for _ in range(2):
        made.clear()
        assert build(tmp_path, {"a": "one", "b": "two"}, made) == "ONE TWO"
        assert made == []
    assert build(tmp_path, {"a": "one", "b": "three"}, made) == "ONE THREE"
    assert made == ["whole", "b"]
    made.clear()
    # What nothing was made of any more is gone.
    assert build(tmp_path, {"a": "one", "b": "two"}, made) == "ONE TWO"
    assert made == ["whole", "b"]


def test_what_could_not_be_made_is_not_carried(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ValueError

    kept = Kept(Store(tmp_path, "program"), "kept", "ground")
    with pytest.raises(ValueError):
        kept(fail, "a")
    assert kept(lambda: b"made", "a") == b"made"


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    value = {"a": [("one", 1)], "b": []}
    for make in (lambda: value, dict):
        kept = Kept(Store(tmp_path, "program"), "kept", "ground")
        assert kept.value(dict[str, list[tuple[str, int]]], make, "value") == value
        kept.save()
