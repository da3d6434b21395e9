"""A topic moves to another story: every reference follows, nothing else changes, and it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.edit import without_item
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.another_story import plan_move
from tests.adapters.desk.asked import Asked
from tests.desk.moving.test_rename import ADRIFT, RADIO, site
from tests.desk.running import files, run
from tests.factory import check, told, valid

STORIES = """\
# ours
first:
  title: A ferry adrift
  summary: A ferry drifts.
  topics: [passengers, cause]   # in this order
second:
  title: Ferries of the Sound
  summary: Ferries break down.
  topics:
    - costs
"""


def two_stories(tmp_path: Path) -> Path:
    def topic(title: str) -> str:
        lines = valid("topics/passengers.yml").splitlines(keepends=True)
        return "".join(f"title: {title}\n" if line.startswith("title:") else line for line in lines)

    root = site(tmp_path, {"stories.yml": STORIES, "topics/costs.yml": topic("Costs")})
    for name in (ADRIFT, RADIO):
        path = root / f"content/articles/{name}.md"
        path.write_text(path.read_text().replace("outlet:", "story: first   # said so\noutlet:", 1))
    # Of the radio's claims only those on the passengers are left.
    for claim in Desk(root).documents[RADIO].data["claims"]:
        if not claim["question"].startswith("passengers/"):
            path.write_text(without_item(path.read_text(), "claims", "id", claim["id"]))
    return root


def test_a_topic_moves_with_the_articles_that_speak_of_nothing_else(tmp_path: Path) -> None:
    root = two_stories(tmp_path)
    before = told(root)
    plan = plan_move(Desk(root), "passengers", "second")
    together.write(root, plan)
    stories = (root / "content/stories.yml").read_text()
    assert "# ours\n" in stories
    assert "topics: [cause]   # in this order\n" in stories
    assert stories.endswith("    - costs\n    - passengers\n")
    found, _ = check(root)
    assert (found.stories["first"].topics, found.stories["second"].topics) == (
        ("cause",), ("costs", "passengers"),
    )  # fmt: skip
    assert "story: second   # said so\n" in (root / f"content/articles/{RADIO}.md").read_text()
    assert not found.moved, "its address stays"
    assert len(told(root)) == len(before)
    # And back again, to the end of the list.
    together.write(root, plan_move(Desk(root), "passengers", "first"))
    assert check(root)[0].stories["first"].topics == ("cause", "passengers")


def test_an_article_that_speaks_of_other_topics_stays_and_is_named(tmp_path: Path) -> None:
    plan = plan_move(Desk(two_stories(tmp_path)), "passengers", "second")
    assert plan.remarks == [f'{ADRIFT} has claims of other topics, too: its story stays "first".']
    assert [one.path for one in plan.changes] == [f"content/articles/{RADIO}.md", "content/stories.yml"]


def test_a_story_keeps_a_topic_and_a_topic_its_place(tmp_path: Path) -> None:
    root = two_stories(tmp_path)
    before = files(root)
    for topic, story, why in (
        ("costs", "first", "the only topic"),
        ("costs", "second", "is a topic of"),
        ("costs", "third", "has no"),
    ):
        with pytest.raises(Refusal, match=why):
            plan_move(Desk(root), topic, story)
    assert run(root, "move", "passengers", "second", "--dry-run").exit_code == 0
    assert files(root) == before


def test_the_desk_takes_a_move_back(tmp_path: Path) -> None:
    root = two_stories(tmp_path)

    def content() -> dict[str, bytes]:
        return {name: data for name, data in files(root).items() if name.startswith("content/")}

    before = content()
    desk = Asked(root)
    try:
        assert "passengers" in desk.get("/names?do=move&what=topics+passengers&story=second")
        assert content() == before
        assert "Done: move topic “Passengers”" in desk.post(
            "/names", do="move", what="topics passengers", story="second"
        )
        assert content() != before
        desk.post("/step", do="undo")
        assert content() == before
    finally:
        desk.close()
