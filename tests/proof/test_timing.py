"""Which dates of a sentence say when it was said, and which only when it happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, write_site
from tests.proof.one import codes


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("The ferry took 140 aboard on Tuesday, the line confirmed.", False),
        ("The ferry took 140 aboard, the ferry line confirmed on Tuesday.", True),
        ("The ferry line on Tuesday confirmed that 140 were aboard.", True),
        ("On Tuesday the ferry line confirmed that 140 were aboard.", True),
        ("The ferry line, on Tuesday, confirmed that 140 were aboard.", True),
        ("The ferry line confirmed on Tuesday that 140 were aboard.", True),
        # The day of what is told, in front of who tells it, or within it.
        ("The ferry took 140 aboard early on Tuesday morning, the line confirmed.", False),
        ("On Tuesday the ferry took 140 aboard, the ferry line confirmed.", False),
        ("The ferry line, which sold a boat in February, confirmed that 140 were aboard.", False),
        ("The ferry line confirmed that on Tuesday 140 were aboard.", False),
        ("The ferry line confirmed Tuesday's trip had 140 aboard.", False),
        ('The ferry line confirmed: "This morning 140 were aboard."', False),
        ("It had 140 aboard at the end of January, confirmed the ferry line.", False),
    ],
)
def test_a_date_before_the_speakers_clause_is_no_day_of_saying(
    sentence: str, dated: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = write_site(tmp_path)
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(sentence, encoding="utf-8")
    found = {problem.kind for problem in proofread(root).problems if "sound-radio" in problem.path}
    assert (kinds.DAY_LEFT_OUT in found) == dated


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("The ferry took 140 aboard, it said, and would lie in port until 30 June.", False),
        ("The ferry took 140 aboard, it said, and lay in port on 30 June.", True),
        # The article is of 4 or 5 March: without its year, a day in November is last year's.
        ("The ferry took 140 aboard, it said, and lay in port on 21 November.", False),
        ("The ferry took 140 aboard, it said, and lay in port on 21 November 2031.", True),
    ],
)
def test_a_day_still_to_come_makes_no_article_too_old(
    sentence: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = write_site(tmp_path)
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(sentence, encoding="utf-8")
    found = {problem.kind for problem in proofread(root).problems if "sound-radio" in problem.path}
    assert (kinds.PUBLISHED_UNFIT in found) == refused


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Published 7 March 2031"], ['the text says "Published 7 March 2031", which is not 4–5 March 2031']),
        (["March 3, 2031"], ['the text says "March 3, 2031", which is not 4–5 March 2031']),
        (["First published: Thursday, 4 March 2032, 10.15 GMT"], ['the text says "First published: Thursday, 4 March 2032, 10.15 GMT", which is not 4–5 March 2031']),
        (["Published 4 March 2031"], []),
        (["March 2031"], []),
        (["Published 4 March 2031", "Updated 9 March 2031"], []),
        (["Updated 9 March 2031"], []),
        (["The ferry was launched on 7 March 2001 in Osk."], []),
        ([], []),
    ],
)  # fmt: skip
def test_a_day_that_the_text_states_is_the_articles(
    lines: list[str], told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = write_site(tmp_path)
    (root / "sources").mkdir()
    text = "\n".join(["Sound Radio", *lines, "The ferry took 140 aboard, it said."])
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    found = [problem for problem in proofread(root).problems if problem.kind is kinds.PUBLISHED_UNFIT]
    assert [problem.message for problem in found] == told
    assert {problem.line for problem in found} <= {3}


@pytest.mark.parametrize(
    ("value", "refused"),
    [("2031-03-03/2031-03-04", False), ("2031-03-03", True), ("2031-03-04/2031-03-05", True)],
)
def test_a_night_between_two_days_is_both(
    value: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    old = "    printed: early in March\n    value: 2031-03-01/2031-03-10\n"
    claim = f"    printed: the night of March 3-4\n    value: {value}\n"
    root = write_site(tmp_path, changed("articles/sound-radio-fuse.md", old, claim))
    (root / "sources").mkdir()
    text = "Sound Radio. The ferry stopped on the night of March 3–4."
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    told = [p.message for p in proofread(root).problems if p.kind is kinds.VALUE_CONTRADICTED]
    assert told == (['"the night of March 3-4" means 3–4 March 2031'] if refused else [])


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Sound Radio. The ferry will lie in port from Saturday.", False),
        ("Sound Radio. The ferry has lain in port since Saturday.", True),
    ],
)
def test_a_weekday_still_to_come_is_the_next_one(
    text: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    old = "    printed: early in March\n    value: 2031-03-01/2031-03-10\n"
    root = write_site(
        tmp_path,
        changed("articles/sound-radio-fuse.md", old, "    printed: Saturday\n    value: 2031-03-08\n"),
    )
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    told = {p.kind for p in proofread(root).problems if p.kind is kinds.VALUE_CONTRADICTED}
    assert bool(told) == refused


@pytest.mark.parametrize(("running", "told"), [(True, "V136"), (False, "V140")])
def test_a_day_left_out_is_wrong_only_where_the_answer_changes_from_day_to_day(running, told):
    text = "The union said on Tuesday that 12 people were hurt."
    asked = {"counts": "wounded", "running": running}
    found = codes(text, "12", asks="How many were hurt?", question_of=asked, sources=["union"], cue="said")
    assert found & {"V136", "V140"} == {told}


@pytest.mark.parametrize(
    ("language", "text", "printed", "cue", "as_of", "kept"),
    [
        # The article is of Thursday, 26 December 2024.
        ("en", "The union's count on Tuesday was 12 hurt.", "12", "count", "2024-12-24", True),
        ("en", "The union's count on Tuesday was 12 hurt.", "12", "count", "2024-12-25", False),
        ("de", "Am Montag gab es 8 Verletzte, am Dienstag nach Angaben der Gewerkschaft 12.", "12", "nach Angaben", "2024-12-24", True),
    ],
)  # fmt: skip
def test_a_day_that_a_claim_has_as_that_of_its_figure_is_not_left_out(
    language, text, printed, cue, as_of, kept
):
    asked = {"counts": "wounded", "running": True}
    found = codes(
        text,
        printed,
        asks="How many were hurt?",
        language=language,
        question_of=asked,
        sources=["union"],
        cue=cue,
        as_of=as_of,
    )
    assert ("V136" not in found) == kept
