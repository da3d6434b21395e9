"""Steps are taken back and done again, and what was changed since by others stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk import files
from builder.desk import journal as kept
from builder.desk.journal import FOLDER, Journal, journals, merged
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
    assert journal.last == ""


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


def took(root: Path, text: str, was: str = OLD, of: str = "") -> Path:
    """Have a step change a file of a site."""
    one = root / "one.md"
    if not one.exists():
        one.write_text(was)
    with Journal(root, of).step(f"make it {text.split()[1]}", [one]):
        save(one, one.read_text(), text)
    return one


def test_steps_are_taken_back_after_a_restart_and_by_whoever_comes(tmp_path: Path) -> None:
    one = took(tmp_path, "a\nb\nx\nd\n")
    took(tmp_path, "a\nb\nx\ny\n")
    assert Journal(tmp_path).last == "make it b"
    assert Journal(tmp_path).undo()
    assert one.read_text() == "a\nb\nx\nd\n"
    assert Journal(tmp_path).undo()
    assert one.read_text() == OLD
    assert Journal(tmp_path).undo() is None
    assert Journal(tmp_path).redo()
    assert one.read_text() == "a\nb\nx\nd\n"
    took(tmp_path, "a\nb\nx\nz\n")
    assert Journal(tmp_path).next == "", "what was undone before another step is not done again"


def test_a_record_that_is_damaged_ends_what_can_be_taken_back(tmp_path: Path) -> None:
    one = took(tmp_path, "a\nb\nx\nd\n")
    took(tmp_path, "a\nb\nx\ny\n")
    newest = max((tmp_path / FOLDER).glob("*/done/*.json"))
    newest.write_bytes(newest.read_bytes().replace(b"x", b"q"))
    assert Journal(tmp_path).last == ""
    assert Journal(tmp_path).undo() is None, "the step below it is not the last one"
    assert one.read_text() == "a\nb\nx\ny\n"
    took(tmp_path, "a\nb\nx\nz\n")
    assert Journal(tmp_path).undo()
    assert one.read_text() == "a\nb\nx\ny\n"


@pytest.mark.parametrize("place", ["../elsewhere.md", "/elsewhere.md", ".git/hooks/pre-commit"])
def test_a_record_that_came_with_a_foreign_site_leads_nowhere_else(place: str, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "site")
    (tmp_path / "site/.git/hooks").mkdir(parents=True)
    journal._undone.put("1", kept._Kept("anything", {place: (None, "foreign\n")}))
    assert journal.redo() is None
    assert not (tmp_path / "site" / place).exists()


def test_a_program_that_ended_before_it_noted_that_it_had_taken_a_step_back(tmp_path: Path) -> None:
    one = took(tmp_path, "a\nb\nx\nd\n")
    one.write_text(OLD)
    assert Journal(tmp_path).undo() == "make it b"
    assert one.read_text() == OLD


def test_so_many_steps_are_kept_and_of_so_many_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    monkeypatch.setattr(kept, "MOST_ARTICLES", 2)
    for number in range(5):
        took(tmp_path, f"a\nb\nc\n{number}\n")
    assert len(list((tmp_path / FOLDER).glob("*/done/*.json"))) == 3
    for name in ("one", "two", "three"):
        took(tmp_path, f"a\n{name}\nc\nd\n", of=name)
    assert {one.of for one in journals(tmp_path)} == {"two", "three"}
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
