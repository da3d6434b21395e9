"""Links in a site's own templates lead to something else in the site, or are told and not followed."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from builder.build.in_memory import make
from builder.content.problems import ContentError
from builder.content.walk import walk
from builder.proof.check import proofread
from tests.adapters.test_plugin import built
from tests.content.test_load import at_most
from tests.printed import ROOT, site_with_config

WHY = "1: this link leads to nothing else in the site's folder; it is not followed [V033 astray-link]"
SECRET = "<p>what stands outside of the site</p>"


@pytest.fixture(autouse=True)
def _no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "text.html").write_text(SECRET, encoding="utf-8")
    root = site_with_config(tmp_path)
    (root / "templates" / "pages").mkdir(parents=True)
    return root


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("templates/pages/text.html", "{outside}/text.html"),
        ("templates/pages/text.html", "../../../outside/text.html"),
        ("templates/parts", "{outside}"),
        ("templates/words", "nothing"),
        ("templates/loop", "."),
        ("templates/pages/loop", "loop"),
        ("templates/pages/above", "../.."),
        ("templates/pages/one", "/dev/zero"),
    ],
)
def test_a_link_that_leads_out_of_the_site_or_in_a_circle_is_told_and_not_followed(
    link: str, target: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / link).symlink_to(target.format(outside=tmp_path / "outside"))
    with at_most(60):
        assert [str(problem) for problem in proofread(root).problems] == [f"{link}:{WHY}"]
        with pytest.raises(Abort, match="1 error in the content"):
            built(root)
        with pytest.raises(ContentError):
            make(root)
    assert f"Error: {link}:{WHY}" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_templates_that_are_a_link_themselves_are_told(root: Path, tmp_path: Path) -> None:
    (root / "templates" / "pages").rmdir()
    (root / "templates").rmdir()
    (root / "templates").symlink_to(ROOT / "templates")
    assert [str(problem) for problem in proofread(root).problems] == [f"templates:{WHY}"]


def test_it_is_told_with_all_else_that_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "templates" / "pages" / "text.html").symlink_to(root.parent / "outside" / "text.html")
    (root / "content" / "outlets.yml").write_text("{", encoding="utf-8")
    with pytest.raises(Abort, match="2 errors and 1 warning in the content"):
        built(root)
    assert "content/outlets.yml:2: " in capsys.readouterr().err


def test_what_the_theme_would_ask_first_is_not_read_before(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The search plugin asks the theme for a word before the content is opened."""
    settings = root / "mkdocs.yml"
    theme = ROOT / "templates" / "theme"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(f'"{theme}"', "templates/theme"), encoding="utf-8"
    )
    partials = root / "templates" / "theme" / "partials"
    partials.mkdir(parents=True)
    (partials / "language.html").symlink_to("/dev/zero")
    with at_most(60), pytest.raises(Abort, match="1 error in the content"):
        built(root)
    assert f"Error: templates/theme/partials/language.html:{WHY}" in capsys.readouterr().err


def test_links_within_the_site_are_followed(root: Path) -> None:
    ours = (ROOT / "templates" / "pages" / "text.html").read_text(encoding="utf-8")
    (root / "own").mkdir()
    (root / "own" / "text.html").write_text(f"{ours}\n<p>From elsewhere in the site.</p>\n", encoding="utf-8")
    (root / "templates" / "pages" / "text.html").symlink_to("../../own/text.html")
    assert proofread(root).problems == ()
    assert "From elsewhere in the site." in (built(root) / "method" / "index.html").read_text(
        encoding="utf-8"
    )


def test_folders_that_lead_to_each_other_come_to_an_end(tmp_path: Path) -> None:
    """Each has two links to the next one: of such paths there are more than can be walked."""
    for number in range(40):
        folder = tmp_path / f"folder-{number:02}"
        folder.mkdir()
        (folder / "file").touch()
        for name in ("one", "other"):
            (folder / name).symlink_to(f"../folder-{(number + 1) % 40:02}")
    astray: list[Path] = []
    with at_most(60):
        found = [f"{under}{name}" for under, names in walk(tmp_path, tmp_path, astray) for name in names]
    assert len(found) == 120
    assert found[:3] == ["folder-00/file", "folder-00/one/file", "folder-00/other/file"]
    assert len(astray) == 160
