"""The fingerprint of this program: what was made by another version of it is made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import builder
from builder.cache import fingerprint as module

HOME = Path(builder.__file__).resolve().parent


def test_the_fingerprint_covers_every_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in any room shows in pages, not in that of the fingerprint alone."""
    asked: list[tuple[Path, str]] = []
    monkeypatch.setattr(module, "folder_digest", lambda *of: asked.append(of) or "")
    module.fingerprint.__wrapped__()
    assert asked == [(HOME, ".py", ".yml")]


def test_the_words_of_languages_are_part_of_the_program(tmp_path: Path) -> None:
    shutil.copytree(HOME / "values" / "languages", tmp_path / "languages")
    before = module.folder_digest(tmp_path, ".yml")
    for file in sorted((tmp_path / "languages").glob("*.yml")):
        words = file.read_bytes()
        file.write_bytes(words + b"\n# changed\n")
        assert module.folder_digest(tmp_path, ".yml") != before, file.name
        file.write_bytes(words)


def test_the_words_of_languages_are_packed() -> None:
    packed = {file.distribution_path for file in WheelBuilder(str(HOME.parent)).recurse_included_files()}
    names = [path.name for path in (HOME / "values" / "languages").glob("*.yml")]
    assert names
    assert {f"builder/values/languages/{name}" for name in names} <= packed


def test_a_change_in_any_room_is_another_digest(tmp_path: Path) -> None:
    rooms = [path.name for path in HOME.iterdir() if (path / "__init__.py").is_file()]
    for room in rooms:
        (tmp_path / room).mkdir()
        (tmp_path / room / "module.py").write_text("", encoding="utf-8")
    before = module.folder_digest(tmp_path, ".py")
    for room in rooms:
        file = tmp_path / room / "module.py"
        file.write_text("changed = True\n", encoding="utf-8")
        assert module.folder_digest(tmp_path, ".py") != before, room
        file.write_text("", encoding="utf-8")
    assert module.folder_digest(tmp_path, ".py") == before
