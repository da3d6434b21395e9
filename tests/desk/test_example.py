"""The example of a new site goes whole, and only as long as nothing of it was changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import main
from builder.desk.desk import Desk
from builder.desk.entering import enter
from builder.desk.example import example, remove_example
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.remove import plan_remove
from builder.desk.new import new
from tests.desk.running import run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new(tmp_path / "site")
    return tmp_path / "site"


def test_nothing_of_it_is_left_and_nothing_is_wrong(root: Path) -> None:
    remove_example(root)
    desk = Desk(root)
    assert (desk.content.problems, desk.problems, desk.documents) == ([], [], {})
    assert [*desk.site.outlets, *desk.site.sources, *desk.site.stories, *desk.site.topics] == []
    assert "invented" not in (root / "content/index.md").read_text()
    assert not (root / "content/moved.yml").exists()
    assert example(root) == {}
    with pytest.raises(Refusal, match="V544"):
        remove_example(root)


def test_what_was_added_since_stays(root: Path) -> None:
    enter(Desk(root), "outlets", {"name": "Marn Post", "kind": "newspaper"})
    (root / "content/index.md").write_text("---\ntitle: Home\n---\nWho we are.\n")
    remove_example(root)
    assert list(Desk(root).site.outlets) == ["marn-post"]
    assert "Who we are." in (root / "content/index.md").read_text()
    enter(Desk(root), "sources", {"name": "Council of Marn", "kind": "government", "stake": "party"})
    assert list(Desk(root).site.sources) == ["council-marn"]


def test_what_was_made_of_it_is_not_taken(root: Path) -> None:
    article = root / "content/articles/coast-radio-detour.md"
    article.write_text(article.read_text() + "\nA word of ours.\n")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(Refusal, match="V544"):
        remove_example(root)
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_still_names_it_keeps_it(root: Path) -> None:
    article = root / "content/articles/coast-radio-detour.md"
    (root / "content/articles/another.md").write_text(article.read_text())
    with pytest.raises(Refusal, match="another"):
        remove_example(root)
    assert len(Desk(root).documents) == 3


def test_a_site_begins_without_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new", str(tmp_path / "bare"), "--bare"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert Desk(tmp_path / "bare").documents == {}
    assert not list((tmp_path / "bare/content/topics").glob("*"))


def test_a_command_takes_it_out_and_tells_programs_why_it_does_not(root: Path) -> None:
    done = run(root, "remove", "--example", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"removed": "example"})
    assert Desk(root).documents == {}
    again = run(root, "remove", "--example", "--format", "json")
    told = json.loads(again.stdout)
    assert (again.exit_code, told["removed"], told["problems"][0]["code"]) == (1, None, "V544")
    assert "V544" in run(root, "remove", "--example").output


@pytest.mark.parametrize(
    "words",
    [(), ("coast-radio-detour", "--example"), ("--example", "--dry-run"), ("--example", "--why", "It goes.")],
)
def test_the_command_takes_one_thing_at_a_time(words: tuple[str, ...], root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert run(root, "remove", *words).exit_code == 2
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_last_entry_of_a_registry_leaves_its_file(root: Path) -> None:
    remove_example(root)
    enter(Desk(root), "places", {"name": "Marn"})
    desk = Desk(root)
    together.write(root, plan_remove(desk, "marn", "2031-05-02", kind="places", why="It is no place."))
    assert (root / "content/places.yml").exists()
    assert [*Desk(root).content.problems, *Desk(root).problems] == []
