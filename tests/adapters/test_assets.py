"""Pictures and other files of the content folder are copied as they are; links lead to nothing outside of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.build import ferries


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = ferries.write(tmp_path / "site", 1, joint=False)
    for name in (
        "pictures/one.svg",
        "articles/beside.svg",
        "topics/notes.txt",
        "assets/stylesheets/own.css",
        ".hidden/x",
    ):
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return root


def copied(root: Path) -> dict[str, bytes]:
    site = ferries.written(root / "site")
    return {name: data for name, data in site.items() if data.decode("utf-8", "replace") in ("outside", name)}


ALL = {"pictures/one.svg", "articles/beside.svg", "topics/notes.txt", "assets/stylesheets/own.css"}


def test_all_but_what_is_read_and_what_is_hidden_is_copied(root: Path) -> None:
    ferries.run(root)
    assert copied(root).keys() == ALL
    assert not list((root / "site").rglob("*.yml"))


def test_a_file_of_the_content_stands_before_the_themes_of_that_name(root: Path) -> None:
    own = root / "content" / "assets" / "images" / "favicon.png"
    own.parent.mkdir()
    own.write_text("assets/images/favicon.png", encoding="utf-8")
    ferries.run(root)
    assert copied(root).keys() == ALL | {"assets/images/favicon.png"}


def test_links_within_the_content_are_followed(root: Path) -> None:
    (root / "content" / "also").symlink_to("pictures")
    (root / "content" / "again.svg").symlink_to("pictures/one.svg")
    ferries.run(root)
    site = root / "site"
    assert (site / "also" / "one.svg").read_text(encoding="utf-8") == "pictures/one.svg"
    assert (site / "again.svg").read_text(encoding="utf-8") == "pictures/one.svg"


@pytest.mark.parametrize("target", ["{outside}", "{outside}/file", ".", "..", "loop", "nothing"])
def test_links_that_lead_elsewhere_are_not_and_a_strict_build_fails(
    target: str, root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("outside", encoding="utf-8")
    (root / "content" / "pictures" / "loop").symlink_to(target.format(outside=outside))
    with pytest.raises(Abort):
        ferries.run(root)
    assert "content/pictures/loop is a link to nothing else" in caplog.text
    ferries.settle(root, {"strict": "false"})
    ferries.run(root)
    assert copied(root).keys() == ALL
