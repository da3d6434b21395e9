"""What all tests of the command share: no private folder but the site's own, so that none is written into."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_private_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
