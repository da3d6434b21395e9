"""A draft that is removed and added again is the same one: neither its name nor that of its text gets a number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from tests.adapters.desk.asked import Asked
from tests.browser.desk import site
from tests.desk.running import run

TEXT = (
    "Ferry to start on Monday\n\n"
    + "A ferry for cyclists starts on Monday, the council said. It takes 42 bicycles. " * 6
)
ID = "ferry-start-monday"
SAID = {
    "outlet": "tarn-weekly",
    "language": "en",
    "headline": "Ferry to start on Monday",
    "byline": "Ada Holm",
    "published": "2031-05-12",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    site(tmp_path / "site")
    return tmp_path / "site"


def given(desk: Asked) -> str:
    """Give the text in with its bibliography; return the page of its claims."""
    page = desk.post("/add", text=TEXT)
    seen = re.findall(r'name="seen" value="(\w+)"', page)[0]
    return desk.post(f"/a/{ID}/about", seen=seen, **SAID)


def test_at_the_desk(root: Path) -> None:
    desk = Asked(root)
    try:
        given(desk)
        texts = {path.name: path.read_bytes() for path in (root / "sources").glob("*.txt")}
        desk.post("/names", do="remove", what=f"articles {ID}")
        assert ID not in Desk(root).documents
        # What was found in the text with its head has no place in the one without.
        assert "Ferry to start on Monday" in given(desk)
    finally:
        desk.close()
    assert {path.name: path.read_bytes() for path in (root / "sources").glob("*.txt")} == texts
    assert Desk(root).documents[ID].data["source_file"] == f"{ID}.txt"


def test_as_commands(root: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT)
    for _ in range(2):
        assert run(root, "add", str(tmp_path / "page.txt"), "--no-input").exit_code == 0
        assert run(root, "about", ID, *(f"{key}={value}" for key, value in SAID.items())).exit_code == 0
        assert run(root, "remove", ID).exit_code == 0


def test_a_text_of_that_name_that_is_another_one_stays(root: Path, tmp_path: Path) -> None:
    (root / f"sources/{ID}.txt").write_text("An editor's own notes on a ferry.\n")
    desk = Asked(root)
    try:
        given(desk)
    finally:
        desk.close()
    assert (root / f"sources/{ID}.txt").read_text() == "An editor's own notes on a ferry.\n"
    assert Desk(root).documents[ID].data["source_file"] == f"{ID}-2.txt"
