"""What another name, another story or a removal changes is told in words, before it is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.moving.another_story import plan_move
from builder.desk.moving.effect import Effect, effect, named_by
from builder.desk.moving.names import all_named
from builder.desk.moving.remove import StillNamedError, plan_remove
from builder.desk.moving.rename import plan_rename
from tests.desk.moving.test_another_story import two_stories
from tests.desk.moving.test_rename import ADRIFT, RADIO, TODAY, site
from tests.desk.running import run

WHY = "It was the same text twice."


def renamed(root: Path, what: str, new: str) -> Effect:
    desk = Desk(root)
    return effect(desk, plan_rename(desk, what, new, TODAY))


def removed(root: Path, what: str, **more: object) -> Effect:
    desk = Desk(root)
    return effect(desk, plan_remove(desk, what, TODAY, **{"why": WHY, **more}))  # type: ignore[arg-type]


def part(told: Effect, heading: str) -> tuple[str, ...]:
    return next((one.lines for one in told.parts if one.heading == heading), ())


def test_a_question_that_is_renamed(tmp_path: Path) -> None:
    told = renamed(site(tmp_path), "passengers/aboard", "on-board")
    assert (
        told.what
        == "In addresses, the question “Passengers aboard” becomes passengers/on-board instead of passengers/aboard."
    )
    assert part(told, "Where addresses lead") == (
        "/topics/passengers/#aboard leads on to /topics/passengers/#on-board.",
    )
    assert part(told, "What follows") == (
        "“Adrift for a night” of The Harbour Post: the claim “about 140”",
        "radio-again: the claim “140”",
        "sound-radio-fuse: the claim “140”",
        "links in content/about.md",
    )


def test_what_is_in_it_follows_a_topic_and_an_article(tmp_path: Path) -> None:
    root = site(tmp_path)
    told = renamed(root, "passengers", "people")
    assert part(told, "Where addresses lead") == (
        "/topics/passengers/ leads on to /topics/people/.",
        "2 questions of it are at the new address, too.",
    )
    assert "the story “The ferry that stopped”" in part(told, "What follows")
    assert "radio-again: the claim “140”; that it does not mention it" in part(told, "What follows")
    told = renamed(root, ADRIFT, "harbour-post-night")
    assert part(told, "Where addresses lead")[1] == "6 claims of it are at the new address, too."


def test_a_claim_that_another_one_is_part_of(tmp_path: Path) -> None:
    told = renamed(site(tmp_path), f"{ADRIFT}/aboard", "heads")
    assert part(told, "Where addresses lead") == (
        f"/articles/{ADRIFT}/#claim-aboard leads on to /articles/{ADRIFT}/#claim-heads.",
    )
    assert part(told, "What follows")[:2] == (
        "“Adrift for a night” of The Harbour Post: the claim “60” (what it is part of)",
        "links in the précis of “Adrift for a night” of The Harbour Post",
    )


def test_a_draft_has_no_address_to_keep(tmp_path: Path) -> None:
    told = removed(site(tmp_path), "radio-again")
    assert part(told, "Where addresses lead") == ("Nobody has seen it yet, so no address of it is kept.",)
    assert part(told, "What goes with it")[0].startswith("3 claims: “140” of Sound Radio, ")
    assert part(told, "To know") == ("Its text, 002_radio.txt, stays in the private folder.",)


def test_a_question_goes_with_its_answers(tmp_path: Path) -> None:
    root = site(tmp_path)
    told = removed(root, "cause/stopped", with_claims=True)
    assert told.what == "The question “Day” goes."
    # The claim of a draft was at no address.
    assert part(told, "Where addresses lead") == (
        f"/topics/cause/#stopped says that it is gone, and why: “{WHY}”",
        f"/articles/{ADRIFT}/#claim-stopped says that it is gone, and why: “{WHY}”",
        f"/articles/{RADIO}/#claim-stopped says that it is gone, and why: “{WHY}”",
    )
    run(root, "remove", "cause/stopped", "--with-claims", "--why", WHY)
    moved = (root / "content/moved.yml").read_text()
    assert f"{RADIO}/stopped" in moved
    assert "radio-again/stopped" not in moved


def test_readers_are_shown_what_has_fewer_answers_and_what_the_log_says(tmp_path: Path) -> None:
    told = removed(site(tmp_path, {"about.md": None}), ADRIFT)
    assert "“Passengers aboard” has 1 answer where it had 2." in part(told, "What readers find on the pages")
    assert "“Bad weather” has no answers where it had 1." in part(told, "What readers find on the pages")
    [line] = part(told, "What the log of changes tells readers")
    assert line.startswith("Removed: ")
    assert "Adrift for a night" in line


def test_something_takes_its_place(tmp_path: Path) -> None:
    told = removed(site(tmp_path, {"about.md": None}), ADRIFT, why=None, to=RADIO)
    assert told.what == f"The article “Adrift for a night” of The Harbour Post goes; {RADIO} takes its place."
    assert part(told, "Where addresses lead") == (f"/articles/{ADRIFT}/ leads on to /articles/{RADIO}/.",)


def test_a_topic_that_moves(tmp_path: Path) -> None:
    root = two_stories(tmp_path)
    desk = Desk(root)
    told = effect(desk, plan_move(desk, "passengers", "second"))
    assert told.what.startswith("The topic “Passengers” moves to the story “")
    assert part(told, "Where addresses lead") == ("/topics/passengers/ stays as it is.",)
    assert [line for line in part(told, "What readers find on the pages") if "“Passengers”" in line]


def test_what_still_names_it_is_told_by_its_names(tmp_path: Path) -> None:
    desk = Desk(site(tmp_path))
    with pytest.raises(StillNamedError) as refused:
        plan_remove(desk, "sound-radio", TODAY, why=WHY)
    assert list(named_by(desk, refused.value.places, refused.value.linked)) == [
        ("radio-again: its outlet", "radio-again"),
        ("sound-radio-fuse: its outlet", RADIO),
    ]


def test_a_story_stays_as_long_as_its_topics_would_be_in_none(tmp_path: Path) -> None:
    desk = Desk(site(tmp_path))
    with pytest.raises(StillNamedError, match='"passengers" would be in no story') as refused:
        plan_remove(desk, "ferry-breakdown", TODAY, why=WHY, with_claims=True)
    assert {one.id for one in refused.value.homeless} == {"passengers", "cause"}


@pytest.mark.parametrize(
    "kind", ["articles", "claims", "topics", "questions", "stories", "outlets", "sources", "places"]
)
def test_a_new_name_of_anything_is_told_without_its_id_alone(tmp_path: Path, kind: str) -> None:
    desk = Desk(site(tmp_path))
    for named in all_named(desk.content):
        if named.kind == kind:
            told = effect(desk, plan_rename(desk, named.id, "another-name", TODAY, kind))
            assert told.what.startswith("In addresses, the ")
            assert told.parts


def test_the_command_says_it_before_the_lines_of_the_files(tmp_path: Path) -> None:
    root = site(tmp_path)
    shown = run(root, "rename", "passengers/aboard", "on-board", "--dry-run").output
    assert shown.startswith("In addresses, the question “Passengers aboard” becomes passengers/on-board")
    assert shown.index("Where addresses lead:") < shown.index("--- content/")
    data = json.loads(
        run(root, "rename", "passengers/aboard", "on-board", "--dry-run", "--format", "json").output
    )
    assert data["effect"][1:3] == [
        "Where addresses lead:",
        "  /topics/passengers/#aboard leads on to /topics/passengers/#on-board.",
    ]
