"""What a build says at its end of what is not as it was."""

from __future__ import annotations

import pytest

from builder.compare.changes import MOST, Change, told_changes


@pytest.mark.parametrize("number", [1, MOST, MOST + 1, 3 * MOST])
def test_the_closing_lines_end(number: int) -> None:
    found = [Change("new-high", f"ferry/{index}", 1, 2, f"Number {index}.") for index in range(number)]
    first, *lines = told_changes(found)
    assert first == "Since the last build:"
    assert lines[:MOST] == [f"  new-high: Number {index}." for index in range(min(number, MOST))]
    rest = [f"  ... and {number - MOST} more"]
    assert lines[MOST:] == (rest if number > MOST else [])


def test_no_build_before_and_nothing_changed_are_two_things() -> None:
    assert told_changes(None) == []
    assert told_changes([]) == ["Nothing changed since the last build."]
