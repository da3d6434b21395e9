"""What the desk decides, as commands: bibliography, a claim by hand, another value, silences, the précis."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builder.adapters.desk.card import LABELS, MORE
from builder.cli.main import main
from builder.content.load import load
from builder.desk.deciding import KEYS, typed
from tests.browser.desk import DRAFT, PRECIS, site
from tests.desk.running import files, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site(tmp_path / "site")
    return tmp_path / "site"


def data(root: Path) -> dict[str, Any]:
    content = load(root)
    assert content.problems == []
    return next(one.data for one in content.articles if one.id == DRAFT)


def as_json(root: Path, *words: str) -> Any:
    result = run(root, *words, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_the_bibliography_is_shown_with_its_lines_and_filled_in(root: Path) -> None:
    told = {one["key"]: one for one in as_json(root, "about", DRAFT)}
    assert told["headline"]["value"] == "Bridge repair drags on"
    assert told["headline"]["line"] is not None
    assert told["credit"]["asked"].startswith("not found")
    result = run(root, "about", DRAFT, "byline=Jo Lind, Per Holm", "inferred-credit=The page credits nobody.")
    assert result.exit_code == 0
    assert data(root)["byline"] == ["Jo Lind", "Per Holm"]
    assert "GAP credit" not in (root / f"content/articles/{DRAFT}.md").read_text()
    assert "# as far as we know" in (root / f"content/articles/{DRAFT}.md").read_text()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("published=last Monday", "published"),
        ("outlet=tarn-weakly", 'did you mean "tarn-weekly"'),
        ("copy_of=nobody", 'there is no "nobody"'),
        ("completeness=most of it", "is none of"),
    ],
)
def test_a_value_that_a_key_cannot_have_is_refused(root: Path, given: str, why: str) -> None:
    before = files(root)
    result = run(root, "about", DRAFT, given)
    assert result.exit_code == 1
    assert why.casefold() in result.output.casefold()
    assert files(root) == before
    assert run(root, "about", DRAFT, "colour=blue").exit_code == 2


def test_words_are_claimed_changed_and_removed(root: Path) -> None:
    told = as_json(root, "claim", DRAFT, "closure/duration", "at least 16 weeks")
    assert told["claim"] == f"{DRAFT}/duration"
    assert told["problems"] == []
    assert told["keys"]["sources"] == ["council"], "what the rules know of the words is filled in"
    claims = data(root)["claims"]
    assert [one["printed"] for one in claims] == ["at least 16 weeks"]
    result = run(root, "change", f"{DRAFT}/duration", "said_on=2031-05-02")
    assert result.exit_code == 1, "the proof refuses the day"
    assert "mend:" in result.output
    assert as_json(root, "change", f"{DRAFT}/duration", "said_on=")["problems"] == []
    assert "said_on" not in data(root)["claims"][0]
    assert run(root, "remove", f"{DRAFT}/duration").exit_code == 0
    assert not data(root).get("claims")


def test_what_cannot_be_claimed_is_told(root: Path) -> None:
    before = files(root)
    for words, why in (
        (("claim", DRAFT, "closure/duration", "17 weeks"), "does not have"),
        (("claim", DRAFT, "closure/nothing", "at least 16 weeks"), "no question"),
        (("claim", DRAFT, "closure/duration", "at least 16 weeks", "--place", "2"), "1 places"),
        (("change", f"{DRAFT}/duration", "cue=said"), "has no claim"),
    ):
        result = run(root, *words)
        assert result.exit_code == 1
        assert why in result.output
    assert run(root, "change", DRAFT, "cue=said").exit_code == 2
    assert files(root) == before


def test_silences_are_listed_with_their_lines_and_noted(root: Path) -> None:
    as_json(root, "claim", DRAFT, "closure/vehicles", "about 6,000")
    told = as_json(root, "silence", DRAFT)
    by_question = {one["question"]: one["line"] for one in told["says_nothing_on"]}
    assert by_question["closure/duration"] is not None
    assert by_question["closure/known-since"] is None
    told = as_json(root, "silence", DRAFT, "closure/known-since")
    assert told["looked_for"] == ["closure/known-since"]
    assert as_json(root, "silence", DRAFT, "closure/known-since") == told, "twice is once"
    assert data(root)["silences"] == [{"question": "closure/known-since", "kind": "not mentioned"}]
    assert as_json(root, "silence", DRAFT, "closure/known-since", "--undo")["looked_for"] == []
    assert "not yet:" in run(root, "silence", DRAFT).output
    assert run(root, "silence", DRAFT, "closure/nothing").exit_code == 1


def test_the_precis_is_written_and_counted(root: Path, tmp_path: Path) -> None:
    assert as_json(root, "precis", DRAFT)["words"] == 0
    text = tmp_path / "precis.txt"
    text.write_text(PRECIS)
    told = as_json(root, "precis", DRAFT, str(text))
    assert told["precis"] == PRECIS
    assert told["words"] == len(PRECIS.split())
    words = ["precis", "-C", str(root), DRAFT, "-"]
    assert "2 words" in CliRunner().invoke(main, words, input="Another one.\n").output


def test_an_article_from_nothing_to_published_without_a_terminal(root: Path, tmp_path: Path) -> None:
    """All that the desk does, by commands that ask nothing."""
    text = tmp_path / "precis.txt"
    text.write_text(PRECIS)
    for words in (
        ("about", DRAFT, "inferred-credit=The page credits nobody."),
        ("claim", DRAFT, "closure/duration", "at least 16 weeks"),
        ("claim", DRAFT, "closure/vehicles", "about 6,000"),
        ("silence", DRAFT, "closure/known-since"),
        ("precis", DRAFT, str(text)),
        ("publish", DRAFT),
    ):
        result = run(root, *words)
        assert result.exit_code == 0, (words, result.output)
    assert "draft" not in data(root)
    asked = as_json(root, "ask", "closure", "text=What does it cost?", "short=Cost", "answer=quantity",
                    "unit=euros", "counts=cost", "of=the repair")  # fmt: skip
    assert asked == {"asked": "closure/cost"}
    assert as_json(root, "enter", "source", "name=Mayor of Tarn", "kind=person", "stake=party") == {
        "entered": "mayor-tarn",
        "kind": "source",
    }


def test_every_key_that_the_desk_shows_of_a_claim_can_be_typed() -> None:
    assert {*LABELS, *MORE} == set(KEYS)


def test_an_hour_that_is_typed_stays_text() -> None:
    assert typed({}, {"hour": "14:05", "verified": ""}) == {"hour": '"14:05"'}
    entry = {"hour": "13:00", "verified": "has heard"}
    assert typed(entry, {"hour": "14:05", "verified": ""}) == {"hour": '"14:05"', "verified": None}


def test_a_part_is_taken_without_a_whole_that_is_not_claimed_yet(root: Path) -> None:
    result = run(root, "claim", DRAFT, "closure/vehicles", "about 6,000 vehicles", "part_of=all")
    assert result.exit_code == 0, result.output
    assert 'has no claim "all" yet, so this one is taken without part_of' in result.output
    assert f"variorum change {DRAFT}/vehicles part_of=ID" in result.output
    assert "part_of" not in data(root)["claims"][0]
    before = files(root)
    refused = run(root, "change", f"{DRAFT}/vehicles", "part_of=all")
    assert refused.exit_code == 1
    assert 'has no claim "all"; its claims: vehicles' in refused.output
    assert files(root) == before
    # The proof may say of it what it will: here the editor names a claim that is there.
    told = run(root, "claim", DRAFT, "closure/duration", "at least 16 weeks", "part_of=vehicles").output
    assert "taken without" not in told
    assert data(root)["claims"][1]["part_of"] == "vehicles"
    assert "unknown claim" not in told


def test_the_same_words_are_claimed_once_for_a_question(root: Path) -> None:
    assert run(root, "claim", DRAFT, "closure/vehicles", "about 6,000 vehicles").exit_code == 0
    before = files(root)
    again = run(root, "claim", DRAFT, "closure/vehicles", "about 6,000 vehicles")
    assert again.exit_code == 1
    assert "is claimed for this question already: vehicles" in again.output
    assert files(root) == before
    # For another question they may be.
    assert len(data(root)["claims"]) == 1
    run(root, "claim", DRAFT, "closure/council-words", "about 6,000 vehicles")
    assert len(data(root)["claims"]) == 2
