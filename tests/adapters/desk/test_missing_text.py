"""A draft that came through git has no private text on this machine: the desk and the command ask for it, and take no other."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.restore import restore
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT, PAGE

ASKS = "is not on this machine"


@pytest.fixture
def stored(root: Path) -> bytes:
    """Take the private folder away, and return what the draft's text was."""
    [file] = [file for file in (root / "sources").glob("*.txt") if "repair" in file.name]
    data = file.read_bytes()
    shutil.rmtree(root / "sources")
    return data


@pytest.mark.parametrize("page", [f"/a/{DRAFT}", f"/a/{DRAFT}/about", f"/a/{DRAFT}?show=claims"])
def test_the_desk_asks_for_the_text_that_is_missing(stored: bytes, desk: Asked, page: str) -> None:
    shown = desk.get(page)
    assert ASKS in shown
    assert f'action="/a/{DRAFT}/text"' in shown
    assert f"/names?what=articles%20{DRAFT}" in shown
    assert "The bridge at Tarn Mouth" in desk.post(f"/a/{DRAFT}/text", text=stored.decode())
    assert ASKS not in desk.get(page)


def test_another_text_is_refused_and_nothing_is_written(root: Path, stored: bytes, desk: Asked) -> None:
    page = html.unescape(desk.post(f"/a/{DRAFT}/text", text=stored.decode().replace("16 weeks", "17 weeks")))
    assert "is not the text that" in page
    assert "17 weeks" in page, "what was typed is kept"
    assert not (root / "sources").exists()


def test_the_page_that_it_was_made_from_is_enough(root: Path, stored: bytes) -> None:
    page = root.parent / "saved.html"
    page.write_text(PAGE)
    path = restore(Desk(root), Desk(root).document(DRAFT), str(page))
    assert path.read_bytes() == stored
    assert (root / "sources/.gitignore").read_text() == "*\n"
    with pytest.raises(Refusal, match="already"):
        restore(Desk(root), Desk(root).document(DRAFT), str(page))
