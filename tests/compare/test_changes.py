"""The list of changes at the end of a build."""

from __future__ import annotations

import pytest

from builder.compare.changes import MOST, Change, change_lines


@pytest.mark.parametrize("number", [1, MOST, MOST + 1, 3 * MOST])
def test_the_list_of_changes_is_limited(number: int) -> None:
    found = [Change("new-high", f"ferry/{index}", 1, 2, f"Number {index}.") for index in range(number)]
    first, *lines = change_lines(found)
    assert first == "Since the last build:"
    assert lines[:MOST] == [f"  new-high: Number {index}." for index in range(min(number, MOST))]
    rest = [f"  ... and {number - MOST} more"]
    assert lines[MOST:] == (rest if number > MOST else [])


def test_no_former_build_and_no_changes_are_distinguished() -> None:
    assert change_lines(None) == []
    assert change_lines([]) == ["Nothing changed since the last build."]
