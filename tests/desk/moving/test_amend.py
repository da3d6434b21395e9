"""What a question, a source or an outlet says is said otherwise: only the lines of that change, and what would be wrong is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.amend import plan_amend, said
from builder.desk.moving.effect import effect
from tests.adapters.desk.asked import Asked
from tests.desk.moving.test_rename import site
from tests.desk.running import files, run

QUESTION = "passengers/aboard"
SOURCE = "ferry-line"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = site(tmp_path)
    sources = root / "content/sources.yml"
    sources.write_text(sources.read_text().replace(f"{SOURCE}:\n", f"{SOURCE}:   # the line\n"))
    return root


def amend(root: Path, of: str, id: str, **given: str) -> list[str]:
    """Say otherwise, and return the files that changed."""
    desk, before = Desk(root), files(root)
    plan = plan_amend(desk, of, id, given)
    told = list(effect(desk, plan))
    together.write(root, plan)
    after = files(root)
    assert told[0].endswith("is said otherwise.")
    return [name for name in after if before.get(name) != after[name] and "/.variorum/" not in f"/{name}"]


def test_a_question_gets_other_words_and_keeps_its_id(root: Path) -> None:
    assert amend(root, "questions", QUESTION, text="How many were on the ferry?") == [
        "content/topics/passengers.yml"
    ]
    desk = Desk(root)
    assert desk.problems == []
    question = next(one for one in desk.site.topics["passengers"].questions if one.path == QUESTION)
    assert question.text == "How many were on the ferry?"
    assert said(desk, "questions", QUESTION)["text"] == "How many were on the ferry?"


def test_a_source_gets_another_side_and_more_names_and_its_remark_stays(root: Path) -> None:
    more = ", ".join([*Desk(root).site.sources[SOURCE].aliases, "the ferry people"])
    assert amend(root, "sources", SOURCE, side="the line's side", aliases=more) == ["content/sources.yml"]
    source = Desk(root).site.sources[SOURCE]
    assert (source.side, source.aliases) == ("the line's side", tuple(more.split(", ")))
    assert f"{SOURCE}:   # the line\n" in (root / "content/sources.yml").read_text()
    amend(root, "sources", SOURCE, side="")
    assert Desk(root).site.sources[SOURCE].side is None


def test_an_outlet_a_topic_and_a_story_are_said_otherwise(root: Path) -> None:
    desk = Desk(root)
    outlet, topic = next(iter(desk.site.outlets)), "passengers"
    amend(
        root, "outlets", outlet, kind="magazine" if desk.site.outlets[outlet].kind != "magazine" else "agency"
    )
    assert Desk(root).site.outlets[outlet].kind != desk.site.outlets[outlet].kind
    amend(root, "topics", topic, lead="Who was aboard, and who went ashore.")
    assert Desk(root).site.topics[topic].lead == "Who was aboard, and who went ashore."
    for story in Desk(root).site.stories:
        amend(root, "stories", story, title="The night of the ferry")
        assert Desk(root).site.stories[story].title == "The night of the ferry"


@pytest.mark.parametrize(
    ("kind", "id", "given", "why"),
    [
        ("questions", QUESTION, {"answer": "place"}, "errors"),
        ("questions", QUESTION, {"text": " "}, "cannot be left out"),
        ("sources", SOURCE, {"kind": "wizard"}, "errors"),
        ("sources", SOURCE, {}, "nothing is said otherwise"),
        ("sources", "nobody", {"name": "x"}, "nobody"),
    ],
)
def test_what_would_be_wrong_is_refused(
    root: Path, kind: str, id: str, given: dict[str, str], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        plan_amend(Desk(root), kind, id, given)


def test_the_command_lists_tries_and_is_taken_back(root: Path) -> None:
    before = {name: data for name, data in files(root).items() if name.startswith("content/")}
    listed = run(root, "amend", "source", SOURCE, "--format", "json")
    assert json.loads(listed.stdout)["name"]
    tried = run(root, "amend", "source", SOURCE, "side=the line's side", "--dry-run")
    assert "Whose side it is on: the line's side, instead of nothing" in tried.output
    assert {name: data for name, data in files(root).items() if name.startswith("content/")} == before
    assert run(root, "amend", "source", SOURCE, "side=the line's side").exit_code == 0
    assert run(root, "undo").output.startswith(f"Undone: {SOURCE}: amended")
    assert {name: data for name, data in files(root).items() if name.startswith("content/")} == before
    assert run(root, "redo", "--show").output.startswith("Would be redone")
    assert run(root, "redo").exit_code == 0
    assert run(root, "redo").exit_code == 1
    assert run(root, "amend", "source", SOURCE, "colour=red").exit_code == 2
    assert run(root, "amend", "source", "nobody").exit_code == 1


def test_the_desk_shows_what_is_said_and_what_would_change(root: Path) -> None:
    desk = Asked(root)
    try:
        assert "Change one that is there" in desk.get("/ask")
        page = desk.get(f"/names?what=questions+{QUESTION}&do=fields")
        assert 'name="say-text"' in page
        assert "Do it" not in page
        page = desk.get(f"/names?what=questions+{QUESTION}&do=amend&say-text=How+many+were+on+it%3F")
        assert "How many were on it?, instead of" in page
        assert "Do it" in page
        page = desk.get(f"/names?what=questions+{QUESTION}&do=amend&say-text=")
        assert "cannot be left out" in page
        assert 'name="say-text" value=""' in page, "what was typed stays"
        desk.post("/names", do="amend", what=f"questions {QUESTION}", **{"say-text": "How many were on it?"})
        assert said(Desk(root), "questions", QUESTION)["text"] == "How many were on it?"
        desk.post("/step", do="undo")
        assert said(Desk(root), "questions", QUESTION)["text"] != "How many were on it?"
    finally:
        desk.close()
