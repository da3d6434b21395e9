"""Problems: how they are told, sorted and numbered."""

from __future__ import annotations

import re

import pytest

from builder.content import problems
from builder.content.problems import CATALOGUE, ContentError, Problem, Severity, did_you_mean, errors


def problem(path="content/a.md", line=1, key="", kind=problems.BAD_VALUE, message="m") -> Problem:
    return Problem(path, line, key, kind, message)


def test_a_problem_is_told_on_one_line():
    assert (
        str(problem(line=14, key="claims[3].question"))
        == "content/a.md:14: claims[3].question: m [V204 bad-value]"
    )
    assert str(problem()) == "content/a.md:1: m [V204 bad-value]"


def test_problems_come_by_file_then_line_as_a_number_then_key():
    ordered = [
        problem("content/a.md", 2, "b"),
        problem("content/a.md", 10, "a"),
        problem("content/a.md", 10, "b"),
        problem("content/b.md", 1),
    ]
    error = ContentError(reversed(ordered))
    assert error.problems == ordered
    assert str(error).splitlines() == [str(p) for p in ordered]


def test_only_errors_stop_a_build():
    warning = problem(kind=problems.PRECIS_LENGTH)
    error = problem(kind=problems.IMPOSSIBLE_DATE)
    assert warning.kind.severity is Severity.WARNING
    assert errors([warning, error]) == [error]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("causalty", ' (did you mean "casualty"?)'), ("casualty", ' (did you mean "casualty"?)'), ("zzz", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_nearest_name_is_proposed_if_it_is_near(value, hint):
    assert did_you_mean(value, {"casualty", "cause", "where"}) == hint
    assert did_you_mean(value, []) == ""


def test_every_kind_has_a_code_and_words_of_its_own():
    kinds = list(CATALOGUE.values())
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert [name for name, kind in CATALOGUE.items() if kind.name != name] == []
    for kind in kinds:
        assert re.fullmatch(r"V\d{3}", kind.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.name)
        assert kind.meaning.endswith(".")
        assert kind.mend.endswith(".")
