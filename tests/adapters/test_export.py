"""The way out: what an export writes, and that others build the same site of it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import nullcontext
from html import unescape
from pathlib import Path

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.adapters import export
from builder.build import in_memory, site_record
from builder.build.site_record import Purpose
from builder.content.problems import ContentError
from builder.pages.render import Page, Section
from tests.factory import SITES
from tests.printed import PAYLOAD, Read


@pytest.fixture(scope="module")
def tiny() -> in_memory.BuiltSite:
    return in_memory.make(SITES / "valid")


def test_files(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    number = export.export(tiny, tmp_path / "out", site_name="Tiny")
    files = {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert len(files) == number + 1  # the list of what was written
    assert {
        "mkdocs.yml",
        "docs/index.md",
        "docs/topics/cause.md",
        "docs/articles.md",
        "docs/data/claims.json",
    } <= files


def test_a_foreign_folder_is_refused_and_untouched(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match=r"mine\.txt \[V017"):
        export.export(tiny, out, site_name="Tiny")
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    export.export(tiny, out, site_name="Tiny", replace=True)
    assert not (out / "mine.txt").exists()


def test_an_export_is_replaced_and_files_beside_it_stay(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export.export(tiny, out, site_name="Tiny")
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    fewer = in_memory.BuiltSite(tiny.pages[:1], {}, tiny.navigation[:1], ())
    export.export(fewer, out, site_name="Tiny")
    assert not (out / "docs" / "topics" / "cause.md").exists()
    assert (out / "docs" / "index.md").exists()
    assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_site_is_no_export(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("a page", encoding="utf-8")
    site_record.write_record(out, ["index.html"], Purpose.SITE)
    with pytest.raises(ContentError, match=r"index\.html"):
        export.export(tiny, out, site_name="Tiny")
    assert (out / "index.html").read_text(encoding="utf-8") == "a page"


@pytest.mark.parametrize(
    "name", ["../outside.txt", "docs/../../outside.txt", "link/outside.txt", "/outside.txt"]
)
def test_a_forged_record_removes_nothing_outside(
    name: str, tiny: in_memory.BuiltSite, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    site_record.write_record(folder, [name, "docs/index.md"], Purpose.EXPORT)
    with pytest.raises(ContentError, match="link") if "link" not in name else nullcontext():
        export.export(tiny, folder, site_name="Tiny")
    assert outside.read_text(encoding="utf-8") == "mine"
    assert (folder / "link").is_symlink()


def test_markdown_prints_hostile_texts_as_text() -> None:
    section = Section("a-b", PAYLOAD, 2, "<p>{{ 7 * 7 }} *a* &lt;b&gt;</p>\n<p>&amp;amp;</p>")
    page = Page("a/", "a.md", "text", PAYLOAD, PAYLOAD, "<p>Lead</p>", (section,))
    text = export.markdown(page)
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    title = json.loads(front.splitlines()[0].removeprefix("title: "))
    assert "<" not in title
    assert '"' not in title
    assert unescape(title) == PAYLOAD
    read = Read(markdown.markdown(body, extensions=["attr_list", "toc"]))
    assert read.tags == ["h1", "div", "p", "h2", "div", "p", "p"]
    assert read.ids == ["page_title", "a-b"]
    assert read.text == f"{PAYLOAD} Lead {PAYLOAD} {{{{ 7 * 7 }}}} *a* <b> &amp;"


def test_mkdocs_without_us_builds_the_same_pages(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    export.export(tiny, tmp_path, site_name="Tiny", description="About.")
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    for page in tiny.pages:
        document = (tmp_path / "site" / page.address / "index.html").read_text(encoding="utf-8")
        built, made = Read(document), Read(page.body)
        assert set(made.ids) <= set(built.ids), page.address
        # Permanent links look different there.
        bare = str.maketrans("", "", "¶#")
        assert " ".join(made.text.translate(bare).split()) in " ".join(built.text.translate(bare).split())
        assert set(made.links) <= set(built.links), page.address


def test_zensical_builds_it(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    export.export(tiny, tmp_path, site_name="Tiny")
    run = subprocess.run(
        [str(Path(sys.executable).parent / "zensical"), "build"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    for page in tiny.pages:
        read = Read((tmp_path / "site" / page.address / "index.html").read_text(encoding="utf-8"))
        assert set(Read(page.body).ids) <= set(read.ids), page.address
