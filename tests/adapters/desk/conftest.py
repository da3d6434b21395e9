"""What the tests of the desk's pages start from: a site, and its desk without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.desk.asked import Asked
from tests.browser.desk import site


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def desk(root: Path) -> Iterator[Asked]:
    desk = Asked(root)
    yield desk
    desk.close()
