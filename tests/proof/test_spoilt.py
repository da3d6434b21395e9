"""Whatever an editor does to a line, with the full texts at hand: told are problems with a place, and nothing breaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from builder.content.problems import UNKNOWN_SOURCE, ContentError, Problem
from builder.desk.new import new
from builder.proof.check import proofread
from tests.spoilt import EDITS, Edit, spoilt


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that somebody starts with: two articles with their texts."""
    root = tmp_path_factory.mktemp("spoilt") / "whole"
    new(root)
    return root


def read(root: Path) -> list[Problem]:
    try:
        return list(proofread(root, thorough=True).problems)
    except ContentError as error:
        return list(error.problems)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_every_problem_has_a_place(edits: list[Edit], whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = spoilt(whole, edits, "content/**/*.md", "content/**/*.yml")
    for problem in read(root):
        lines = (root / problem.path).read_text(encoding="utf-8", errors="replace").split("\n")
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
