"""New outlets, sources, questions, topics and stories stand at the end of their file, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import ANY

import pytest

from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.entering import ask, enter, print_as
from builder.desk.kinds import Refusal
from builder.desk.new import new
from tests.desk.running import files, run

QUESTION = {
    "text": "How much does the repair cost?",
    "short": "Cost",
    "answer": "quantity",
    "unit": "euros",
    "counts": "cost",
    "of": "the repair",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new(tmp_path / "site", "Tarn Mouth")
    return tmp_path / "site"


def added(root: Path, before: dict[str, bytes]) -> dict[str, str]:
    """What was added to each file, or stands in a new one; nothing else changed."""
    after = files(root)
    changed = {name: data for name, data in after.items() if before.get(name) != data}
    assert set(before) <= set(after)
    assert errors(Desk(root).problems) == []
    return {name: data.decode().replace(before.get(name, b"").decode(), "") for name, data in changed.items()}


def test_a_source_and_an_outlet(root: Path) -> None:
    before = files(root)
    source = {
        "name": "Ferry line",
        "aliases": "the line, Tarn Ferries",
        "kind": "company",
        "stake": "party",
        "side": "",
    }
    assert enter(Desk(root), "sources", source) == "ferry-line"
    assert (
        enter(Desk(root), "outlets", {"name": "Tarn Weekly", "kind": "newspaper", "hosts": "weekly.example"})
        == "tarn-weekly"
    )
    assert added(root, before) == {
        "content/sources.yml": "ferry-line:\n  name: Ferry line\n  aliases: [the line, Tarn Ferries]\n  kind: company\n  stake: party\n",
        "content/outlets.yml": "tarn-weekly:\n  name: Tarn Weekly\n  kind: newspaper\n  hosts: [weekly.example]\n",
    }


def test_a_question_in_a_topic_that_is_there(root: Path) -> None:
    before = files(root)
    assert ask(Desk(root), QUESTION, "closure") == "closure/cost"
    assert added(root, before) == {
        "content/topics/closure.yml": "  - id: cost\n    text: How much does the repair cost?\n    short: Cost\n"
        "    answer: quantity\n    unit: euros\n    counts: cost\n    of: the repair\n"
    }


def test_a_new_topic_of_a_story_and_a_new_story(root: Path) -> None:
    before = files(root)
    topic = {"title": "The repair", "lead": "What it costs: and who pays."}
    assert ask(Desk(root), QUESTION, new_topic=topic, story="bridge-closure") == "repair/cost"
    desk = Desk(root)
    assert "topics: [closure, repair]" in (root / "content/stories.yml").read_text()
    story = {"title": "The ferry", "summary": "A ferry stopped."}
    made = ask(
        desk,
        QUESTION | {"id": "aboard"},
        new_topic={"title": "Aboard", "lead": "Who was aboard."},
        new_story=story,
    )
    assert made == "aboard/aboard"
    assert set(added(root, {**before, "content/stories.yml": b""})) >= {
        "content/topics/repair.yml",
        "content/topics/aboard.yml",
    }


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"name": ""}, "a name"),
        ({"name": "Council", "kind": "government", "stake": "party", "short": "council"}, "already"),
        ({"name": "X", "kind": "sect", "stake": "party"}, "kind"),
        ({"name": "X", "kind": "company", "stake": "party", "speaks_for": "nobody"}, "nobody"),
    ],
)
def test_what_would_be_an_error_is_not_written(root: Path, values: dict[str, str], why: str) -> None:
    before = files(root)
    with pytest.raises(Refusal, match=why):
        enter(Desk(root), "sources", values)
    assert files(root) == before


def test_a_question_that_is_none_is_not_written(root: Path) -> None:
    before = files(root)
    for question, more in (
        (QUESTION | {"answer": "colour"}, {"topic": "closure"}),
        (QUESTION | {"short": "Weeks closed", "id": "duration"}, {"topic": "closure"}),
        (QUESTION, {"topic": "nowhere"}),
        (QUESTION, {"new_topic": {"title": "Only a title"}}),
        (QUESTION | {"when": "May"}, {"topic": "closure"}),
    ):
        with pytest.raises(Refusal):
            ask(Desk(root), question, **more)  # type: ignore[arg-type]
    assert files(root) == before


def test_an_empty_registry(root: Path) -> None:
    places = root / "content/places.yml"
    places.write_text("# Nothing yet.\n{}\n")
    assert enter(Desk(root), "places", {"name": "Tarn Mouth", "note": "No: it is not"}) == "tarn-mouth"
    assert places.read_text() == '# Nothing yet.\ntarn-mouth:\n  name: Tarn Mouth\n  note: "No: it is not"\n'


def test_the_commands(root: Path) -> None:
    before = files(root)
    assert (
        "Entered tarn-ferries"
        in run(root, "enter", "source", "name=Tarn Ferries", "kind=company", "stake=party").output
    )
    asked = (
        "text=What does it cost?",
        "short=Cost",
        "answer=quantity",
        "unit=euros",
        "counts=cost",
        "of=the repair",
    )
    assert "Asked: closure/cost" in run(root, "ask", "closure", *asked).output
    made = run(
        root,
        "ask",
        "--new-topic",
        "The repair",
        "--lead",
        "What it costs.",
        "--story",
        "bridge-closure",
        *asked,
    )
    assert "Asked: repair/cost" in made.output
    after = files(root)
    for words, why in (
        (("enter", "source", "colour=red"), "none of its keys"),
        (("enter", "outlet", "name"), "no KEY=VALUE"),
        (("ask", "nowhere", *asked), "no topic"),
        (("ask", *asked), "new topic"),
    ):
        failed = run(root, *words)
        assert failed.exit_code, words
        assert why in failed.output, failed.output
    assert files(root) == after != before


def test_words_that_papers_print_are_added_to_a_question(root: Path) -> None:
    path = ask(
        Desk(root), QUESTION, new_topic={"title": "Repair", "lead": "What it costs."}, story=story(root)
    )
    before = files(root)
    print_as(Desk(root), path, "set  us back")
    print_as(Desk(root), path, "the bill in all")
    assert added(root, before) == {f"content/topics/{path.partition('/')[0]}.yml": ANY}
    topic = Desk(root).site.topics[path.partition("/")[0]]
    assert topic.questions[0].printed_as == ("set us back", "the bill in all")


@pytest.mark.parametrize(
    ("path", "words"), [("no/such", "go"), ("{}", "  "), ("{}", "*"), ("{}", "go, gone"), ("", "go")]
)
def test_words_for_nothing_are_refused(root: Path, path: str, words: str) -> None:
    asked = ask(
        Desk(root), QUESTION, new_topic={"title": "Repair", "lead": "What it costs."}, story=story(root)
    )
    before = files(root)
    with pytest.raises(Refusal):
        print_as(Desk(root), path.format(asked), words)
    assert files(root) == before


def story(root: Path) -> str:
    """The id of the only story."""
    [id] = Desk(root).site.stories
    return id


def test_an_id_that_something_had_before_is_not_given_again(root: Path) -> None:
    """Its old address tells what became of it: the site would have an error (V222)."""
    (root / "content/moved.yml").write_text(
        "topics:\n  costs:\n    on: 2031-05-20\n    why: It stood in the wrong story.\n"
        "sources:\n  tarn-ferries:\n    on: 2031-05-20\n    why: Nobody quotes it.\n"
    )
    question = {"text": "What does it cost?", "short": "Cost", "answer": "wording"}
    story = next(iter(Desk(root).site.stories))
    made = ask(Desk(root), question, new_topic={"title": "Costs", "lead": "What it costs."}, story=story)
    assert made == "costs-2/cost"
    values = {"name": "Tarn Ferries", "kind": "company", "stake": "party"}
    assert enter(Desk(root), "sources", values) == "tarn-ferries-2"
    with pytest.raises(Refusal, match="in use"):
        enter(Desk(root), "sources", values, "tarn-ferries")
