"""The fingerprint of this program: what was made by another version of it is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import builder
from builder.cache import fingerprint as module

HOME = Path(builder.__file__).resolve().parent


def test_the_fingerprint_covers_every_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in any room shows in pages, not in that of the fingerprint alone."""
    asked: list[tuple[Path, str]] = []
    monkeypatch.setattr(module, "folder_digest", lambda *of: asked.append(of) or "")
    module.fingerprint.__wrapped__()
    assert asked == [(HOME, "*.py")]


def test_a_change_in_any_room_is_another_digest(tmp_path: Path) -> None:
    rooms = [path.name for path in HOME.iterdir() if (path / "__init__.py").is_file()]
    for room in rooms:
        (tmp_path / room).mkdir()
        (tmp_path / room / "module.py").write_text("", encoding="utf-8")
    before = module.folder_digest(tmp_path, "*.py")
    for room in rooms:
        file = tmp_path / room / "module.py"
        file.write_text("changed = True\n", encoding="utf-8")
        assert module.folder_digest(tmp_path, "*.py") != before, room
        file.write_text("", encoding="utf-8")
    assert module.folder_digest(tmp_path, "*.py") == before
