"""The invented stories hold against their own full texts."""

from __future__ import annotations

import pytest

from builder.content.problems import errors
from builder.proof.check import proofread
from builder.proof.private_texts import VARIABLE
from tests.stories.sites import ALL, site_of


@pytest.mark.parametrize("name", ALL)
def test_a_check_finds_no_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    found = proofread(site_of(name), thorough=True)
    assert errors(found.problems) == []
    assert found.texts is not None
    assert len(found.texts) == len(found.site.articles) == (17 if name == "accounts" else 10)
