"""Results are carried from build to build with those that they were made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.memo import Kept, Memo, records_of
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
    # What nothing was made of any more is gone: it was more than a share of all.
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


def test_what_little_was_made_since_is_written_alone(tmp_path: Path) -> None:
    words = [f"word {number}" for number in range(40)]
    memo = Memo()

    def made(memo: Memo | None = None) -> list[str]:
        kept, found = Kept(Store(tmp_path, "program"), "words", "ground", memo=memo), list[str]()
        for word in words:
            assert kept.text(lambda word=word: found.append(word) or word * 20, word) == word * 20
        kept.save()
        return found

    assert made() == words
    first, since = (tmp_path / f"{name}.json" for name in records_of("words"))
    before = first.read_bytes()
    words[7] = "another"
    assert made() == ["another"]
    assert first.read_bytes() == before
    assert made() == []
    # Either record may be gone: then what it had is made again.
    since.unlink()
    assert made(memo) == ["another"]
    # A process that has all in memory reads neither.
    since.unlink()
    first.unlink()
    assert made(memo) == []
    assert made() == words
    # More than a share of all is new: all are written, and what nobody asks for is gone.
    words[20:] = [f"new {number}" for number in range(20)]
    assert made() == words[20:]
    assert made() == []
    assert b"another" in first.read_bytes()
    assert b"word 30" not in first.read_bytes() + since.read_bytes()
