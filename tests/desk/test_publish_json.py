"""Programs are told why a draft stays one, as "check --format json" tells it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.desk.running import PRECIS, run
from tests.factory import changed, write_site

ID = "sound-radio-fuse"
DRAFT = ("outlet: sound-radio", "draft: true\noutlet: sound-radio")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path, changed(f"articles/{ID}.md", *DRAFT))


def article(root: Path) -> Path:
    return root / "content" / "articles" / f"{ID}.md"


def test_what_stands_in_the_way_is_json(root: Path) -> None:
    path = article(root)
    path.write_text(path.read_text().replace("published: 2031-03-04/2031-03-05", "published: 2031-13"))
    before = path.read_text()
    result = run(root, "publish", ID, "--format", "json")
    assert result.exit_code == 1
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert (found["published"], found["errors"]) == (None, 1)
    [error] = [problem for problem in found["problems"] if problem["severity"] == "error"]
    assert (error["code"], error["name"], error["path"], error["line"], error["key"], error["message"]) == (
        "V301", "impossible-date", f"content/articles/{ID}.md", 4, "published", '"2031-13" is no date: there is no month 13',
    )  # fmt: skip
    assert found["warnings"] == len(found["problems"]) - 1
    assert path.read_text() == before
    # What check tells of the same file, once it is no draft.
    path.write_text(before.replace("draft: true\n", ""))
    told = json.loads(run(root, "check", "--format", "json").stdout)["problems"]
    assert [set(problem) for problem in told] == [set(error)] * len(told)
    assert error["message"] in [problem["message"] for problem in told]


def test_a_missing_precis_is_one_of_them(root: Path) -> None:
    path = article(root)
    path.write_text(path.read_text().partition("\n---\nSound Radio")[0] + "\n---\n")
    found = json.loads(run(root, "publish", ID, "--format", "json").stdout)
    assert "V526" in [problem["code"] for problem in found["problems"]]


@pytest.mark.parametrize(
    ("name", "code"), [("no-such", "V520"), ("harbour-post-adrift", "V524"), ("broken", "V005")]
)
def test_so_is_what_is_no_draft_to_publish(name: str, code: str, root: Path) -> None:
    (root / "content" / "articles" / "broken.md").write_text("x\n")
    result = run(root, "publish", name, "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert [problem["code"] for problem in found["problems"]] == [code]
    assert found["problems"][0]["mend"]


def test_published_is_told_with_the_same_records(root: Path) -> None:
    path = article(root)
    path.write_text(path.read_text().partition("\n---\nSound Radio")[0] + f"\n---\n{PRECIS[:40]}\n")
    result = run(root, "publish", ID, "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["published"] == ID
    assert {problem["name"] for problem in found["problems"]} >= {"precis-length"}


UNPROVED = "There is no private folder (sources/): none of its claims was checked against its text."


def test_that_there_are_no_texts_is_said_in_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    shutil.rmtree(root / "sources", ignore_errors=True)
    result = run(root, "publish", ID)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines().count(UNPROVED) == 1


@pytest.mark.parametrize("there", [True, False])
def test_programs_are_told_whether_there_are_texts(
    there: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    shutil.rmtree(root / "sources", ignore_errors=True)
    if there:
        (root / "sources").mkdir()
    result = run(root, "publish", ID, "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["texts_at_hand"] is there


def test_where_there_are_texts_nothing_is_said_of_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    (root / "sources").mkdir(exist_ok=True)
    assert "no private folder" not in run(root, "publish", ID).output


def test_what_was_left_open_is_told(root: Path) -> None:
    path = article(root)
    path.write_text(
        path.read_text().replace(
            "published:", "# GAP byline: not found. Does the text name its author?\npublished:", 1
        )
    )
    found = json.loads(run(root, "publish", ID, "--format", "json").stdout)
    assert found["gaps"] == ["byline: not found. Does the text name its author?"]


def test_a_claim_whose_speaker_nobody_knows_is_not_published(root: Path) -> None:
    path = article(root)
    text = path.read_text()
    assert "    sources:" in text
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("    sources:"))
    lines[at] = (
        "    # GAP sources: somebody says it whom sources.yml does not know; enter him, or write attribution: none"
    )
    path.write_text("\n".join(line for n, line in enumerate(lines) if n == at or "cue:" not in line))
    result = run(root, "publish", ID)
    assert result.exit_code == 1
    assert "no source is named" in result.output
    assert "draft: true" in path.read_text()
