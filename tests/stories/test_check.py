"""The invented stories hold against their own full texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.problems import errors
from builder.proof.check import proofread
from builder.proof.private_texts import VARIABLE
from tests.stories.sites import ALL, BASE, FIRST, HERE, site_of


@pytest.mark.parametrize("name", ALL)
def test_a_check_finds_no_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    found = proofread(site_of(name), thorough=True)
    assert errors(found.problems) == []
    assert found.texts is not None
    assert (
        len(found.texts)
        == len(found.site.articles)
        == len(list((HERE / name).glob("**/articles/*.md"))) + (10 if name in BASE else 0)
    )


@pytest.mark.parametrize("name", FIRST)
def test_a_check_finds_no_error_in_the_accounts_beside_the_first_story(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other texts of that story are not here, so nothing is held against them."""
    monkeypatch.delenv(VARIABLE, raising=False)
    found = proofread(site_of(name), thorough=True)
    own = {path.name for path in (HERE / name / "articles").glob("*.md")}
    assert [problem for problem in errors(found.problems) if Path(problem.path).name in own] == []
    assert found.texts is not None
    assert len(found.texts) == len(own) == 7
