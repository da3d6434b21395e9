"""How much of a text is published in sum, and how close its fragments stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import main
from builder.desk.new import new
from builder.proof.budget import LEAST, LIMIT, Budget, measure
from builder.proof.check import fix_locators, proofread
from builder.proof.text import Text, text_of

COAST, TARN = "coast-radio-detour", "tarn-observer-bridge-shut"
TEXT = (
    "The harbour office at Tarn counted forty boats on Monday.\n\n"
    "None of them had asked for a berth before the storm, it said."
)


def text(content: str = TEXT) -> Text:
    return text_of("a.txt", content.encode("utf-8"))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ([], 0),
        (["counted forty boats"], 0),  # three in a row are free
        (["Counted forty boats on"], 4),
        (["Counted forty", "boats on Monday"], 0),  # no run goes across two strings
        (["counted forty boats on", "forty boats on Monday"], 5),  # what both have counts once
        (["counted forty boats … asked for a berth"], 4),  # an ellipsis ends a run
        (["forty boats on Monday none of"], 6),  # a run across two lines of the text is read as one
        ([TEXT], 23),
    ],
)
def test_words_in_runs_of_four_are_counted_once(published: list[str], words: int) -> None:
    assert measure(text(), published) == Budget(words, 23)


def test_letters_of_scripts_without_spaces_count_by_their_share() -> None:
    # Two letters are a word: eight letters are the shortest run that counts.
    held = text("港務局月曜四十隻船数")
    assert measure(held, ["港務局月曜四十"]) == Budget(0, 5)
    assert measure(held, ["港務局月曜四十隻"]) == Budget(4, 5)


def test_a_share_is_rounded_up_and_a_short_text_may_be_quoted_at_all() -> None:
    assert Budget(1, 400).percent == 1
    assert Budget(0, 400).percent == Budget(0, 0).percent == 0
    assert (LEAST, LIMIT.numerator, LIMIT.denominator) == (3, 1, 4)
    assert not Budget(100, 400).exceeds(15)
    assert Budget(101, 400).exceeds(15)
    assert not Budget(45, 100).exceeds(15)
    assert Budget(46, 100).exceeds(15)


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter's site with its texts."""
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = tmp_path / "bridge"
    new(root)
    assert told(root) == []
    return root


def told(root: Path) -> list[tuple[str, str, str]]:
    found = proofread(root, thorough=True).problems
    return [(problem.kind.code, problem.key, problem.message) for problem in found]


def change(root: Path, name: str, old: str, now: str) -> None:
    path = root / "content" / "articles" / f"{name}.md"
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, now), encoding="utf-8")
    for file, data in fix_locators(proofread(root), "2031-05-09")[1].items():
        file.write_bytes(data)


def test_fragments_that_stand_side_by_side_are_told(bridge: Path) -> None:
    change(bridge, COAST, "quote: at least 5,000 vehicles", "quote: at least 5,000 vehicles use the bridge")
    assert told(bridge) == []
    change(bridge, COAST, "printed: 14 weeks", "printed: 14 weeks\n    quote: the work takes 14 weeks")
    message = 'only 5 words of the text lie between this fragment and that of "vehicles"'
    assert told(bridge) == [("V167", "claims[1].quote", message)]
    change(bridge, COAST, "vehicles use the bridge\n", "vehicles\n")
    assert told(bridge) == []  # eight words lie between


def test_fragments_of_three_words_may_stand_anywhere(bridge: Path) -> None:
    change(bridge, COAST, "quote: at least 5,000 vehicles", "quote: at least 5,000 vehicles use the bridge")
    change(bridge, COAST, "printed: 14 weeks", "printed: 14 weeks\n    quote: takes 14 weeks")
    assert told(bridge) == []


def test_short_fragments_that_stand_close_are_together_within_the_limit(bridge: Path) -> None:
    """Four claims of three words each may not put a passage together that one may not quote."""
    quote = "closed since Tuesday and will stay shut for up to ten weeks"
    change(bridge, TARN, "printed: up to ten weeks", f"printed: up to ten weeks\n    quote: {quote}")
    assert told(bridge) == []  # twelve words, and the three of the figure beside them
    change(bridge, TARN, f"quote: {quote}", f"quote: been {quote}")
    message = "with the fragments around it, fewer than 8 words apart, 16 words are published of one place"
    assert told(bridge) == [("V167", "claims[0].quote", message)]


def test_fragments_that_overlap_are_one_and_within_the_limit(bridge: Path) -> None:
    quote = "closed since Tuesday and will stay shut for up to"
    change(
        bridge, TARN, "printed: up to ten weeks", f"printed: up to ten weeks\n    quote: {quote} ten weeks"
    )
    assert told(bridge) == []
    status = "bridge at Tarn Mouth has been closed since Tuesday and"
    change(bridge, TARN, "    quote: About", f"    status: {status}\n    quote: About")
    message = "with the fragments around it, fewer than 8 words apart, 18 words are published of one place"
    assert ("V167", "claims[1].quote", message) in told(bridge)


def test_what_lies_behind_an_ellipsis_is_the_same_quotation(bridge: Path) -> None:
    quote = "closed since Tuesday and … shut for up to ten weeks"
    change(bridge, TARN, "printed: up to ten weeks", f"printed: up to ten weeks\n    quote: {quote}")
    assert told(bridge) == []


def test_a_text_given_away_in_pieces_is_told_with_its_share(bridge: Path) -> None:
    pieces = "has been closed since Tuesday and will … cross the bridge on a day … found cracks in two of its piers"
    note = f"reason in the council's own words. {pieces}. Nobody"
    change(bridge, TARN, "reason in the council's own words. Nobody", note)
    assert told(bridge) == [("V166", "", "28 % of the text's words are published (47 of 174)")]


def test_each_share_is_shown_to_people_and_to_programs(bridge: Path) -> None:
    shown = CliRunner().invoke(main, ["check", "-C", str(bridge)]).stdout
    assert "  coast-radio-detour          17 %  (18 of 109)\n" in shown
    assert "  tarn-observer-bridge-shut   19 %  (33 of 174)\n" in shown
    data = json.loads(CliRunner().invoke(main, ["check", "-C", str(bridge), "--format", "json"]).stdout)
    assert data["published"] == {
        COAST: {"percent": 17, "words": 18, "of": 109},
        TARN: {"percent": 19, "words": 33, "of": 174},
    }


def test_without_texts_nothing_is_measured(bridge: Path) -> None:
    for file in (bridge / "sources").iterdir():
        file.unlink()
    (bridge / "sources").rmdir()
    assert proofread(bridge).proof.budgets == {}
    assert "at most 25 %" not in CliRunner().invoke(main, ["check", "-C", str(bridge)]).stdout


def test_a_copy_takes_from_the_same_budget(bridge: Path) -> None:
    """What a copy is quoted with is quoted from the text that it repeats."""
    before = proofread(bridge).proof.budgets[TARN].words
    articles, sources = bridge / "content/articles", bridge / "sources"
    content = (articles / f"{TARN}.md").read_text(encoding="utf-8")
    content = content.replace(f"{TARN}.txt", "copy.txt").replace(
        "credit: Read", "outlet: Given.\n  credit: Read"
    )
    content = content.replace("published:", f"copy_of: {TARN}\npublished:", 1)
    more = "    printed: up to ten weeks\n    quote: closed since Tuesday and will stay shut for up to ten weeks\n"
    content = content.replace("    printed: up to ten weeks\n", more)
    (articles / "copy.md").write_text(content, encoding="utf-8")
    (sources / "copy.txt").write_bytes((sources / f"{TARN}.txt").read_bytes())
    assert proofread(bridge).proof.budgets[TARN].words > before


def test_of_a_short_text_more_percent_may_be_published() -> None:
    assert Budget(0, 1000).most(15) == 25
    assert Budget(0, 100).most(15) == 45
    assert not Budget(45, 100).exceeds(15)
    assert Budget(46, 100).exceeds(15)
