"""What was not found is written as not found, and asked: that there is none, only who reads the text can say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.desk.intake.test_add import ID, RECORD, saved
from tests.desk.pages import TEXT, page
from tests.desk.running import run, with_precis
from tests.factory import check, write_site
from tests.printed import site_with_config


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def test_nothing_is_said_of_an_agency_or_a_cut_that_was_not_found(root: Path) -> None:
    result = run(
        root, "add", str(saved(root, TEXT, "report.txt")), "--outlet", "sound-radio", "--slug", "report"
    )
    assert result.exit_code == 0, result.output
    text = (root / "content/articles/report.md").read_text()
    for claim in (
        "credits no agency",
        "marks it as cut",
        "names no author",
        "states no day",
        "has none that",
    ):
        assert claim not in text
    draft = check(root)[0].drafts["report"]
    assert draft is not None
    assert draft.inferred["credit"] == "Not found: an agency that the text credits."
    assert draft.inferred["completeness"] == "Not found: a mark that the text is cut."
    for key in ("headline", "byline", "published", "credit"):
        assert f"# GAP {key}: not found. " in text
    assert "# GAP completeness: a mark that the text is cut was not found. Is it whole? " in text
    for key in ("byline", "completeness", "credit"):
        assert f"Gap:  {key}\n" in result.output


def test_what_is_known_is_no_gap(root: Path) -> None:
    result = run(root, "add", str(saved(root)), "--completeness", "mirror")
    text = (root / f"content/articles/{ID}.md").read_text()
    assert "credit: Reuters\n" in text
    assert "GAP credit" not in text
    assert "GAP completeness" not in text
    assert "Not found" not in text
    assert "Gap:  c" not in result.output


def test_a_page_does_not_say_that_there_is_none(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    nobody = page(record={**RECORD, "author": [{"@type": "Person", "name": "Ina Dahl"}]})
    assert run(root, "add", str(saved(root, nobody)), "--slug", "report").exit_code == 0
    path = with_precis(root / "content/articles/report.md")
    claim = 'claims:\n  - id: a\n    question: cause/weather\n    printed: calm\n    value: "no"\n    attribution: none\n'
    path.write_text(path.read_text().replace("claims: []\n", claim).replace("draft: true\n", ""))
    shutil.rmtree(root / "sources")
    result = run(root, "build")
    assert result.exit_code == 0, result.output
    html = (root / "site/articles/report/index.html").read_text()
    assert "<dt>Credit</dt><dd>not found" in html


GERMAN = (
    "Rund 450 Straßenbahnfahrer legten am Dienstag die Arbeit nieder, wie die Gewerkschaft mitteilte. "
    "Die meisten Züge fuhren den ganzen Tag nicht, und niemand weiß, wann wieder verhandelt wird. "
) * 3


@pytest.mark.parametrize(
    ("text", "name", "line", "asked"),
    [
        (GERMAN, "report.txt", "# GAP language: not found: ", True),
        (f"<html><body><article><h1>Streik</h1><p>{GERMAN}</p></article></body></html>", "report.html", "# GAP language: not found: ", True),
        (f"<html lang='de'><body><article><h1>Streik</h1><p>{GERMAN}</p></article></body></html>", "report.html", "language: de\n", False),
        (TEXT, "report.txt", "completeness: ", False),
    ],
)  # fmt: skip
def test_a_language_that_nothing_states_is_asked(
    root: Path, text: str, name: str, line: str, asked: bool
) -> None:
    result = run(root, "add", str(saved(root, text, name)), "--outlet", "sound-radio", "--slug", "report")
    assert result.exit_code == 0, result.output
    draft = (root / "content/articles/report.md").read_text()
    assert line in draft
    assert ("GAP language" in draft) == asked
    assert ("Gap:  language\n" in result.output) == asked
