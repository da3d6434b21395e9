"""Whatever an editor does to a line, with the full texts at hand: told are problems with a place, and nothing breaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.desk.new import new
from builder.problems import UNKNOWN_SOURCE, ContentError, Problem
from builder.proofread import proofread

VALUES = (
    "misspelt", "none", "30", "at least 30", "0", "-5", "1e999", "9" * 30, "true", "null", "~", '""', "'", "[]", "{}", "[a, b]",
    "[misspelt]", "{a: b}", "2024-12-40", "2031-03", "closure/length", "|", ">", "- a", "*x", "&x a", "!!python/object:x",
    '"\u202e"', "<b>", "\x00", "\x85", "x\u2028y", "\r",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that somebody starts with: two articles with their texts."""
    root = tmp_path_factory.mktemp("spoilt") / "whole"
    new(root)
    return root


def spoilt(lines: list[str], way: str, number: int, other: int, value: str) -> list[str]:
    """Return a file's lines with one of them gone, there twice, in another place, moved in, or with another value."""
    number, other = number % len(lines), other % len(lines)
    line = lines[number]
    key, colon, _ = line.partition(":")
    changed = {
        "gone": [],
        "twice": [line, line],
        "another": [lines[other]],
        "before": [lines[other], line],
        "moved in": [f"  {line}"],
        "moved out": [line.lstrip()],
        "value": [f"{key}{colon} {value}"],
        "key": [f"{value}{colon}{line.partition(':')[2]}"],
    }
    return [*lines[:number], *changed[way], *lines[number + 1 :]]


EDITS = st.tuples(
    st.integers(0, 10**6),
    st.sampled_from(["value"] * 4 + ["gone", "twice", "another", "before", "moved in", "moved out", "key"]),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(VALUES),
)


def read(root: Path) -> list[Problem]:
    try:
        return list(proofread(root, thorough=True).problems)
    except ContentError as error:
        return list(error.problems)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=3))
def test_every_problem_has_a_place(
    edits: list[tuple[int, str, int, int, str]], whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = whole.with_name("spoilt")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(whole, root)
    files = sorted(path for path in (root / "content").rglob("*") if path.suffix in (".md", ".yml"))
    for file, *edit in edits:
        path = files[file % len(files)]
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(spoilt(lines, *edit)), encoding="utf-8")
    for problem in read(root):
        lines = (root / problem.path).read_text(encoding="utf-8").split("\n")
        assert 1 <= problem.line <= len(lines), problem


def test_a_source_without_an_entry_is_told_and_nothing_that_follows_from_it(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = tmp_path / "misspelt"
    shutil.copytree(whole, root)
    assert read(root) == []
    article = root / "content" / "articles" / "coast-radio-detour.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("[hauliers]", "[haulers]"), encoding="utf-8"
    )
    assert {problem.kind for problem in read(root)} == {UNKNOWN_SOURCE}
