"""What a server has at hand of its last build is what it would make anew."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from builder.cache.memo import Memo, encoded
from builder.pages.page import Page
from builder.pages.render import Printer
from tests.build import ferries
from tests.conftest import ROOT


def test_what_was_asked_for_last_is_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.cache.memo.MOST", 2)
    memo, made = Memo(), []

    def asked(key: str) -> None:
        assert memo(lambda: made.append(key) or key.upper(), "key", key) == key.upper()

    for key in "aabaabcacb":
        asked(key)
    assert "".join(made) == "abcab"
    assert memo(lambda: "", "nothing") == memo(lambda: "something", "nothing") == ""


def test_html_says_another_thing_than_the_same_text() -> None:
    assert (
        len(
            {
                encoded("<b>"),
                encoded(Markup("<b>")),
                encoded(["<b>"]),
                encoded(30),
                encoded(30.0),
                encoded(True),
                encoded(1),
            }
        )
        == 7
    )
    assert encoded((Page("a/", "a.md", "text", "A", "", "", ()), "x")) == encoded(
        (Page("a/", "a.md", "text", "A", "", "", ()), "x")
    )
    with pytest.raises(TypeError):
        encoded(object())


def test_a_server_prints_the_pages_that_an_edit_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferries.settle_time(monkeypatch)
    # Other tests may have printed the same site.
    monkeypatch.setattr("builder.build.run._MEMO", Memo())
    root = ferries.write(tmp_path / "site")
    printed: list[str] = []
    page = Printer._page

    def noted(printer: Printer, view: object) -> Page:
        made = page(printer, view)
        printed.append(made.address)
        return made

    monkeypatch.setattr(Printer, "_page", noted)

    def served() -> list[str]:
        printed.clear()
        ferries.run(root, site_dir=str(tmp_path / "served"))
        return sorted(printed)

    assert len(served()) > 20
    assert served() == []
    article = root / "content" / "articles" / "article-000009.md"
    article.write_text(
        article.read_text(encoding="utf-8").rstrip() + " Nobody knows more.\n", encoding="utf-8"
    )
    # The article's own page alone shows its précis; that of the data has the version of the content.
    assert served() == ["articles/article-000009/", "data/"]
    ferries.settle(root, {"copyright": "Nobody"})
    assert served() == []
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "pages" / "note.txt").write_text("of a template", encoding="utf-8")
    assert len(served()) > 20


EDITS = [
    ("stories.yml", r"  title: ", "  title: Again "),
    *((name, r"(?m)^  name: (?=\w)", "  name: Again ") for name in ("outlets.yml", "places.yml", "sources.yml")),
    *((f"topics/{path.name}", r"    short: (?=\w)", "    short: Again ") for path in sorted(ROOT.glob("content/topics/*"))),
    # The last claim goes, and a sentence comes.
    *((f"articles/{path.name}", r"(?s)\n  - id: (?!.*\n  - id: ).*?(?=\n\S)", "") for path in sorted(ROOT.glob("content/articles/*"))),
    *((f"articles/{path.name}", r"\s*\Z", " So far it goes.\n") for path in sorted(ROOT.glob("content/articles/*"))),
]  # fmt: skip


def test_a_server_shows_of_this_content_what_a_fresh_build_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With maps, timelines and wordings, which no ferry has."""
    ferries.settle_time(monkeypatch)
    monkeypatch.setattr("builder.build.run._MEMO", Memo())
    root, served, copy = tmp_path / "site", tmp_path / "served", tmp_path / "fresh"
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    good = 0
    for name, old, new in EDITS:
        path = root / "content" / name
        text = path.read_text(encoding="utf-8")
        edited = re.sub(old, new, text, count=1)
        assert edited != text
        path.write_text(edited, encoding="utf-8")
        told, plugin = ferries.tried(root, site_dir=str(served))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("builder.build.run._MEMO", Memo())
            assert ferries.tried(ferries.fresh(root, copy))[0] == told
        if plugin is None:
            # Something else points to the claim that is gone.
            path.write_text(text, encoding="utf-8")
        else:
            good += 1
            assert ferries.differing(ferries.written(served), ferries.written(copy / "site")) == [], name
        shutil.rmtree(copy)
    assert good > len(EDITS) // 2
