"""Problems are told to people, to programs and to GitHub, and the catalogue in the docs is up to date."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import catalogue, report
from builder.cli.main import main
from builder.content.problems import CATALOGUE, Problem
from builder.proof import kinds
from builder.proof.prove import Proof
from tests.factory import write_site

ROOT = Path(__file__).resolve().parents[2]
FOUND = [
    Problem(
        "content/articles/a,b.md",
        14,
        "claims[3].quote",
        kinds.QUOTE_NOT_FOUND,
        'the text does not have "50%"',
    ),
    Problem("content/topics/t.yml", 2, "", kinds.UNANSWERED_QUESTION, "nobody answers\nit"),
]


def test_people_are_told_what_why_and_how_to_mend_it_and_a_count() -> None:
    lines = report.people(FOUND).splitlines()
    assert lines[0].startswith("Error: content/articles/a,b.md:14: claims[3].quote: the text does not have")
    assert lines[0].endswith("[V101 quote-not-found]")
    assert lines[1].strip().startswith("why:")
    assert lines[2].strip().startswith("mend:")
    assert lines[3].startswith("content/topics/t.yml:2: nobody answers")
    assert lines[-1] == "1 error, 1 warning"
    assert report.people([]) == "No problems found."


def test_programs_get_json() -> None:
    data = json.loads(report.as_json(FOUND, Proof(), 7))
    assert data["errors"] == data["warnings"] == 1
    assert data["texts_at_hand"] is False
    assert data["claims"] == 7
    assert data["problems"][0] == {
        "code": "V101", "name": "quote-not-found", "severity": "error", "path": "content/articles/a,b.md", "line": 14,
        "key": "claims[3].quote", "message": 'the text does not have "50%"',
        "why": kinds.QUOTE_NOT_FOUND.meaning, "mend": kinds.QUOTE_NOT_FOUND.mend,
    }  # fmt: skip


def test_github_gets_annotations_with_its_escapes() -> None:
    error, warning = report.github(FOUND).splitlines()
    assert error.startswith(
        "::error file=content/articles/a%2Cb.md,line=14,title=V101 quote-not-found::claims[3].quote: "
    )
    assert '"50%25"%0A' in error
    assert warning.startswith(
        "::warning file=content/topics/t.yml,line=2,title=V161 unanswered-question::nobody answers%0Ait"
    )


def test_the_catalogue_in_the_docs_is_up_to_date() -> None:
    assert (ROOT / "docs/errors.md").read_text(encoding="utf-8") == catalogue.markdown()


def test_codes_are_unique_and_every_kind_says_how_to_mend_it() -> None:
    codes = [kind.code for kind in CATALOGUE.values()]
    assert len(codes) == len(set(codes))
    assert all(kind.meaning.endswith((".", ")")) and kind.mend.endswith(".") for kind in CATALOGUE.values())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    return write_site(tmp_path)


def test_exit_codes(site: Path) -> None:
    run = CliRunner().invoke
    good = run(main, ["check", "-C", str(site)])
    assert good.exit_code == 0, good.output
    assert "was re-checked" in good.output
    topic = site / "content/topics"
    broken = next(iter(topic.glob("*.yml")))
    broken.write_text(broken.read_text(encoding="utf-8") + "\nno_such_key: x\n", encoding="utf-8")
    bad = run(main, ["check", "-C", str(site), "--format", "json"])
    assert bad.exit_code == 1
    assert json.loads(bad.output)["errors"] >= 1
    assert run(main, ["check", "-C", str(site), "--format", "morse"]).exit_code == 2
    assert run(main, ["check", "-C", str(site), "--fix-locators"]).exit_code == 2


def test_a_check_needs_no_mkdocs() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom builder.cli.main import main\n"
        f"CliRunner().invoke(main, ['check', '-C', {str(ROOT)!r}])\n"
        "sys.exit(any(name.partition('.')[0] == 'mkdocs' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_docs_list_what_the_check_cannot_see() -> None:
    from tests.proof.damage import UNSEEN

    page = (ROOT / "docs/proof.md").read_text(encoding="utf-8")
    assert [
        f"| {kind} | {reason} |" for kind, reason in UNSEEN.items() if f"| {kind} | {reason} |" not in page
    ] == []
