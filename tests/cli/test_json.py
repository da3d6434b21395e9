"""What programs are told is JSON, whether a command does what it was asked or not; the exit code says which."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from builder.content.problems import CATALOGUE
from tests.desk.running import run
from tests.factory import changed
from tests.printed import site_with_config

ID = "sound-radio-fuse"
ARTICLE = f"articles/{ID}.md"
DRAFT = changed(ARTICLE, "outlet: sound-radio", "draft: true\noutlet: sound-radio")
TEXT = "Sound Radio\n\nThe ferry Marlo took 140 aboard, the Marlo Ferry Line said.\n"
COMMANDS = {
    "check": ("check",),
    "suggest": ("suggest", ID),
    "publish": ("publish", ID),
    "diff": ("diff", "--against", "OTHER"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    site_with_config(tmp_path / "other")
    root = site_with_config(tmp_path / "own", DRAFT)
    (root / "sources").mkdir(exist_ok=True)
    (root / "sources" / "002_radio.txt").write_text(TEXT, encoding="utf-8")
    return root


def printed(root: Path, words: tuple[str, ...]) -> tuple[int, object]:
    """The exit code, and what is read from the output: JSON and nothing else."""
    given = [str(root.parent.parent / "other" / "site") if word == "OTHER" else word for word in words]
    result = run(root, *given, "--format", "json")
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_what_went_well_is_json(words: tuple[str, ...], root: Path) -> None:
    if words[0] in ("suggest", "publish"):
        path = root / "content" / ARTICLE
        path.write_text(
            path.read_text().replace("source_sha256: " + "2b" * 32, "source_sha256: " + sha(TEXT))
        )
    code, found = printed(root, words)
    if words[0] in ("check", "publish"):
        assert isinstance(found, dict)
        assert code == (1 if any(item["severity"] == "error" for item in found["problems"]) else 0)
    else:
        assert (code, type(found)) == (0, list)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SPOILT = {
    "not UTF-8": (ARTICLE, b"\xff\xfe", "V002"),
    "no front matter": (ARTICLE, b"x", "V005"),
    "a NUL": (ARTICLE, b"---\nx: \0\n---\n", "V003"),
}


@pytest.mark.parametrize(("name", "data", "code"), SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_what_stands_in_the_way_is_json(
    words: tuple[str, ...], name: str, data: bytes, code: str, root: Path
) -> None:
    (root / "content" / name).write_bytes(data)
    exit_code, found = printed(root, words)
    assert isinstance(found, dict)
    assert exit_code == 1
    assert code in [problem["code"] for problem in found["problems"]]
    for problem in found["problems"]:
        assert CATALOGUE[problem["name"]].code == problem["code"]
        assert problem["mend"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("diff",), "V530"),
        (("diff", "--against", "no-such"), "V530"),
        (("suggest", "no-such"), "V520"),
        (("publish", "no-such"), "V520"),
    ],
)
def test_what_cannot_be_done_is_json(words: tuple[str, ...], code: str, root: Path) -> None:
    exit_code, found = printed(root, words)
    assert isinstance(found, dict)
    assert (exit_code, found["errors"]) == (1, 1)
    assert [problem["code"] for problem in found["problems"]] == [code]


def test_a_missing_text_is_json(root: Path) -> None:
    (root / "sources" / "002_radio.txt").unlink()
    exit_code, found = printed(root, ("suggest", ID))
    assert isinstance(found, dict)
    assert (exit_code, [problem["code"] for problem in found["problems"]]) == (1, ["V521"])


def test_a_full_disk_is_json(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "x.md")

    monkeypatch.setattr("builder.desk.publish.problems_of", lambda *_: [])
    monkeypatch.setattr("builder.desk.publish.save", full)
    exit_code, found = printed(root, ("publish", ID))
    assert isinstance(found, dict)
    assert exit_code == 1
    [problem] = found["problems"]
    assert (problem["path"], problem["message"]) == (
        "x.md",
        "cannot be read or written: No space left on device",
    )
