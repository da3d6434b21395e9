"""Marks of a version control are told apart from the lines under headings."""

from __future__ import annotations

import pytest

from builder.content.conflicts import conflicts


def lines(text: str, *, lone: bool = True) -> list[int]:
    return [line for line, _ in conflicts(text, lone=lone)]


@pytest.mark.parametrize(
    "text",
    [
        "Sources\n=======\n\nThe line tells of a fuse.\n",
        "---\na: 1\n---\nSources\n=======\nThe line tells of a fuse.\n",
        "The line tells.\n\nSources\n=======\n\nOf a fuse.\n",
        "Name\n====\n\nOf a fuse.\n",
        "Name\n========\n",
        "x ======= y\n",
        "<<<<<<<< eight\n",
    ],
)
@pytest.mark.parametrize("lone", [True, False])
def test_a_line_under_a_heading_is_no_mark(text: str, lone: bool) -> None:
    assert lines(text, lone=lone) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The line tells of it.\nIt was\n=======\na fuse.\n", [3]),
        (f"{'The line tells of it. ' * 5}\n=======\na fuse.\n", [2]),
        ("=======\n", [1]),
        ("title: =======\n", [1]),
        ("title: <<<<<<< HEAD\n", [1]),
        ("title: '>>>>>>> theirs'\n", [1]),
        ("title: a >>>>>>> b\n", []),
        ('questions:\n  - id: a\n    short: "======="\n', [3]),
        ("a\n\n=======\nb\n", [3]),
        ("<<<<<<< HEAD\nA fuse\n=======\nA plug\n>>>>>>> theirs\n", [1, 3, 5]),
        ("<<<<<<< HEAD\n\nA fuse\n=======\nA plug\n>>>>>>> theirs\n", [1, 4, 6]),
        (
            "<<<<<<< a\nA fuse\n||||||| b\n\nA wire\n=======\nA plug\n>>>>>>> c\n\nSources\n=======\n",
            [1, 3, 6, 8],
        ),
    ],
)
def test_marks_are_told_at_their_lines(text: str, told: list[int]) -> None:
    assert lines(text) == told


def test_without_other_marks_a_single_one_is_told_where_it_is_looked_for_alone() -> None:
    assert lines("a\nb\n=======\nc\n", lone=False) == []
