"""Steps are taken back and done again, and what was changed since by others stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk import files
from builder.desk.journal import Journal, merged
from builder.desk.kinds import Refusal
from builder.desk.suggest.write import save

OLD = "a\nb\nc\nd\n"


def test_a_change_goes_into_a_text_that_others_changed_elsewhere() -> None:
    assert merged("a\nb\nc\nd\nnew\n", OLD, "a\nb\nx\nd\n") == "a\nb\nx\nd\nnew\n"
    assert merged("first\na\nb\nc\nd\n", OLD, "a\nc\nd\n") == "first\na\nc\nd\n"
    assert merged("a\nb\nc\nother\nd\n", OLD, "a\nmore\nb\nc\nd\n") == "a\nmore\nb\nc\nother\nd\n"


def test_a_change_of_lines_that_others_changed_is_none() -> None:
    assert merged("a\nb\nchanged\nd\n", OLD, "a\nb\nx\nd\n") is None
    assert merged("a\nb\nd\n", OLD, "a\nb\nx\nd\n") is None


def test_steps_go_back_and_forth(tmp_path: Path) -> None:
    one, two, journal = tmp_path / "one.md", tmp_path / "two.yml", Journal(tmp_path)
    one.write_text(OLD)
    with journal.step("take", [one, two]):
        save(one, OLD, "a\nb\nx\nd\n")
        two.write_text("made: true\n")
    one.write_text("a\nb\nx\nd\nby hand\n")
    assert journal.undo() == "take"
    assert one.read_text() == "a\nb\nc\nd\nby hand\n"
    assert not two.exists()
    assert journal.undo() is None
    assert journal.redo() == "take"
    assert one.read_text() == "a\nb\nx\nd\nby hand\n"
    assert two.read_text() == "made: true\n"
    assert journal.redo() is None


def test_nothing_is_written_where_one_file_cannot_go_back(tmp_path: Path) -> None:
    one, two, journal = tmp_path / "one.md", tmp_path / "two.yml", Journal(tmp_path)
    one.write_text(OLD)
    with journal.step("take", [one, two]):
        save(one, OLD, "a\nb\nx\nd\n")
        two.write_text("made: true\n")
    two.write_text("made: by another\n")
    with pytest.raises(Refusal, match="changed since"):
        journal.undo()
    assert one.read_text() == "a\nb\nx\nd\n"
    assert two.read_text() == "made: by another\n"


def test_what_changes_nothing_is_no_step(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with journal.step("look", [tmp_path / "one.md"]):
        pass
    assert journal.undo() is None


def test_a_step_that_fails_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    one, made, journal = tmp_path / "one.md", tmp_path / "made.yml", Journal(tmp_path)
    one.write_text(OLD)

    def fail() -> None:
        with journal.step("take", [one, made], [tmp_path]):
            save(one, OLD, "other\n")
            made.write_text("made: true\n")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert one.read_text() == OLD
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["one.md"]
    assert journal.done == []


def test_what_an_editor_saves_during_a_step_is_no_part_of_it(tmp_path: Path) -> None:
    one, journal = tmp_path / "one.md", Journal(tmp_path)
    one.write_text(OLD)
    with journal.step("take", [one]):
        one.write_text(f"{OLD}by hand\n")
        save(one, f"{OLD}by hand\n", "a\nb\nx\nd\nby hand\n")
        one.write_text("first\na\nb\nx\nd\nby hand\n")
    assert journal.undo() == "take"
    assert one.read_text() == "first\na\nb\nc\nd\nby hand\n"


@pytest.mark.parametrize("wrote", [False, True])
def test_a_step_that_fails_takes_back_nothing_of_an_editors(wrote: bool, tmp_path: Path) -> None:
    one, journal = tmp_path / "one.md", Journal(tmp_path)
    one.write_text(OLD)

    def fail() -> None:
        with journal.step("take", [one]):
            if wrote:
                save(one, OLD, "a\nb\nx\nd\n")
            one.write_text(f"{one.read_text()}by hand\n")
            save(one, "what it was", "what it becomes")

    with pytest.raises(Refusal, match="changed meanwhile"):
        fail()
    assert one.read_text() == f"{OLD}by hand\n"


def test_several_files_that_cannot_all_be_written_leave_what_an_editor_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(OLD)
    two.write_text("by another\n")
    writing = files.Writing()
    writing.change(one, b"ours\n", OLD.encode())
    writing.change(two, b"ours\n", b"as it was\n")
    usual = files._put

    def put(temporary: Path, path: Path, data: bytes, was: bytes | None) -> bytes:
        if path == two:
            one.write_text("ours\nby hand\n")
        return usual(temporary, path, data, was)

    monkeypatch.setattr(files, "_put", put)
    with pytest.raises(Refusal, match="changed meanwhile"):
        writing.commit()
    assert one.read_text() == "ours\nby hand\n"
    assert two.read_text() == "by another\n"
    assert list(tmp_path.glob(".variorum-*")) == []
