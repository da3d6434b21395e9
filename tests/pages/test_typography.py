"""Curly marks on pages, with no other change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from builder.pages.typography import curly
from builder.values.text import normalise


@pytest.mark.parametrize(
    ("straight", "printed"),
    [
        ("The GUR's words", "The GUR’s words"),
        ("the soldiers' losses", "the soldiers’ losses"),
        ("rock 'n' roll, '90s", "rock ‘n’ roll, ’90s"),
        ('He said "yes".', "He said “yes”."),
        ('("yes")', "(“yes”)"),
        ('“had begun to use "a significant number" of them”', "“had begun to use ‘a significant number’ of them”"),
        ('"up to 11,000"', "“up to 11,000”"),
        ("'yes', she said", "‘yes’, she said"),
        ("at 51°12'30\" north", "at 51°12'30\" north"),
        ('a number" of', 'a number" of'),
        ("", ""),
    ],
)  # fmt: skip
def test_marks_are_curly(straight: str, printed: str) -> None:
    assert curly(straight) == printed


@given(st.text(alphabet="a1 '\"“”‘’(.-\n"))
def test_only_marks_change_and_only_once(text: str) -> None:
    printed = curly(text)
    assert isinstance(printed, str)
    assert len(printed) == len(text)
    pairs = {("'", "’"), ("'", "‘"), ('"', "“"), ('"', "”"), ('"', "‘"), ('"', "’")}
    assert all(a == b or (a, b) in pairs for a, b in zip(text, printed, strict=True))
    if '"' not in text:
        assert normalise(printed) == normalise(text)


@pytest.mark.parametrize("value", [None, 3, 0.5, True, Markup('<a href="#x">')])
def test_other_values_are_unchanged(value: object) -> None:
    assert curly(value) is value
