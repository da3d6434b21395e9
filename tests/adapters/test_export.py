"""The way out: what an export writes, and that others build the same site of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from html import unescape
from pathlib import Path

import markdown
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.adapters import export
from builder.adapters.carried import Carried, carried, written
from builder.build import in_memory, site_record
from builder.build.site_record import Purpose
from builder.content.problems import ContentError
from builder.pages.page import Page, Section
from scripts.crawl import broken
from tests.factory import SITES
from tests.printed import PAYLOAD, ROOT, Read, site_with_config

NAMED = Carried({"site_name": "Tiny", "site_description": "About."})
SETTINGS = f"""
site_url: https://names.example/a/path/
copyright: "Of <b>ours</b>, 2031"
repo_url: https://names.example/code
theme:
  name: material
  custom_dir: {json.dumps(str(ROOT / "templates" / "theme"))}
  language: de
  font: false
  logo: marks/our logo.png
  favicon: assets/images/favicon.svg
  palette: {{scheme: slate, primary: teal}}
extra: {{homepage: https://names.example/}}
extra_css: [own.css]
extra_javascript: [{{path: own.js, type: module}}, https://names.example/other.js]
"""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of a site with all that can be carried over."""
    files = {
        "marks/our logo.png": b"a logo", "own.css": "p {}", "own.js": "", "CNAME": "names.example",
        "index.md": "---\ntitle: Welcome\ndescription: A ferry.\n---\n\nSee [the logo](marks/our%20logo.png) and [how](method.md).\n",
    }  # fmt: skip
    folder = tmp_path_factory.mktemp("rich")
    root = site_with_config(folder / "root", files)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    kept = [line for line in settings.splitlines() if not line.startswith(("theme:", "extra_css:"))]
    (root / "mkdocs.yml").write_text("\n".join(kept) + SETTINGS, encoding="utf-8")
    found = carried(load_config(str(root / "mkdocs.yml")), root, "content")
    export.export(in_memory.make(root, language=found.language, about=found.about), folder / "out", found)
    return folder / "out"


def zensical(folder: Path, *, strict: bool = True) -> Path:
    run = subprocess.run(
        [str(Path(sys.executable).parent / "zensical"), "build", *["--strict"][:strict]],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


def mkdocs(folder: Path) -> Path:
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder / "site"


@pytest.fixture(scope="module")
def tiny() -> in_memory.BuiltSite:
    return in_memory.make(SITES / "valid")


def test_files(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    number = export.export(tiny, tmp_path / "out", NAMED)
    files = {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert len(files) == number + 1  # the list of what was written
    assert {
        "mkdocs.yml",
        "docs/index.md",
        "docs/topics/cause/index.md",
        "docs/articles/index.md",
        "docs/data/claims.json",
    } <= files


def test_a_foreign_folder_is_refused_and_untouched(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match=r"mine\.txt \[V017"):
        export.export(tiny, out, NAMED)
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    export.export(tiny, out, NAMED, replace=True)
    assert not (out / "mine.txt").exists()


def test_an_export_is_replaced_and_files_beside_it_stay(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export.export(tiny, out, NAMED)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    fewer = in_memory.BuiltSite(tiny.pages[:1], {}, tiny.navigation[:1], ())
    export.export(fewer, out, NAMED)
    assert not (out / "docs" / "topics" / "cause" / "index.md").exists()
    assert (out / "docs" / "index.md").exists()
    assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_site_is_no_export(tiny: in_memory.BuiltSite, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("a page", encoding="utf-8")
    site_record.write_record(out, ["index.html"], Purpose.SITE)
    with pytest.raises(ContentError, match=r"index\.html"):
        export.export(tiny, out, NAMED)
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
        export.export(tiny, folder, NAMED)
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
    export.export(tiny, tmp_path, NAMED)
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    for page in tiny.pages:
        document = (tmp_path / "site" / page.address / "index.html").read_text(encoding="utf-8")
        built, made = Read(document), Read(page.body)
        assert set(made.ids) <= set(built.ids), page.address
        # Permanent links look different there.
        bare = str.maketrans("", "", "¶#")
        assert " ".join(made.text.translate(bare).split()) in " ".join(built.text.translate(bare).split())
        assert set(made.links) <= set(built.links), page.address


@pytest.mark.parametrize("program", [mkdocs, zensical])
def test_every_link_and_anchor_of_a_built_export_leads_somewhere(
    program: Callable[[Path], Path], tiny: in_memory.BuiltSite, rich: Path, tmp_path: Path
) -> None:
    """At the root of a host and under a path."""
    export.export(tiny, tmp_path / "plain", NAMED)
    site = program(tmp_path / "plain")
    assert broken(site) == []
    for page in tiny.pages:
        read = Read((site / page.address / "index.html").read_text(encoding="utf-8"))
        assert set(Read(page.body).ids) <= set(read.ids), page.address
        # Wherever the site is put, all but the page for addresses that are none works there.
    assert [link for link in broken(site, "/some/where/") if not link.startswith("404.html: ")] == []
    shutil.copytree(rich, tmp_path / "rich")
    assert broken(program(tmp_path / "rich"), "/a/path/") == []


def test_zensical_builds_this_repository_s_site_under_a_path_with_every_link_right(
    repository: Path, tmp_path: Path
) -> None:
    found = carried(load_config(str(repository / "mkdocs.yml")), repository, "content")
    export.export(in_memory.make(repository), tmp_path, found)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        f"site_url: https://names.example/a/path/\n{settings.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    site = zensical(tmp_path)
    assert len(list(site.rglob("*.html"))) > 50
    assert broken(site, "/a/path/") == []


@pytest.mark.parametrize("program", [mkdocs, zensical])
def test_a_built_export_has_what_the_site_s_settings_say(
    program: Callable[[Path], Path], rich: Path, tmp_path: Path
) -> None:
    shutil.copytree(rich, tmp_path / "rich")
    site = program(tmp_path / "rich")
    page = (site / "topics/cause/index.html").read_text(encoding="utf-8")
    read = Read(page)
    assert '<html lang="de"' in page
    assert "Of <b>ours</b>, 2031" in page
    assert ("body", "data-md-color-scheme", "slate") in read.attributes
    assert ("body", "data-md-color-primary", "teal") in read.attributes
    assert [value for tag, _, value in read.attributes if tag == "img" and value and "our" in value]
    loads = {
        value for tag, key, value in read.attributes if (tag, key) in {("script", "src"), ("link", "href")}
    }
    assert {
        "../../own.css",
        "../../own.js",
        "https://names.example/other.js",
        "https://names.example/a/path/topics/cause/",
    } <= loads
    texts = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page))
    assert texts["og:title"] == "Cause and course"
    assert texts["og:url"] == "https://names.example/a/path/topics/cause/"
    assert texts["og:image"] == "https://names.example/a/path/cards/topics-cause.png"
    assert texts["twitter:card"] == "summary_large_image"
    # What programs that cite and index read stands in the head, as in the site.
    head = page.partition("</head>")[0]
    assert texts["DC.identifier"] == "https://names.example/a/path/topics/cause/"
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    kinds = [node["@type"] for node in json.loads(script)["@graph"]]
    assert kinds[0] == "Dataset"
    assert "Claim" in kinds or ["Claim", "Quotation"] in kinds
    assert (site / "cards/topics-cause.png").read_bytes().startswith(b"\x89PNG")
    assert (site / "CNAME").read_text(encoding="utf-8") == "names.example"
    assert (site / "assets/images/favicon.svg").is_file()


def test_an_export_has_the_site_s_navigation_and_leaves_out_what_the_site_does(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "notes/a.md": "# A\n", "notes/secret.md": "# S\n", "notes/draft.md": "# D\n", "notes/raw.csv": "1", "notes/p.png": b"p",
    }  # fmt: skip
    more = (
        "nav: [{Start: index.md}, {Notes: [notes/a.md, topics/cause.md]}]\ndraft_docs: draft.md\n"
        "extra: {a: 1}\n"
    )
    root = site_with_config(tmp_path / "root", files, more)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("exclude_docs: '*.yml'", "exclude_docs: |\n  *.yml\n  secret.md\n  *.csv")
    (root / "mkdocs.yml").write_text(
        text.replace("font: false", "font: false, features: [navigation.sections]"), encoding="utf-8"
    )
    export.export(
        in_memory.make(root),
        tmp_path / "out",
        carried(load_config(str(root / "mkdocs.yml")), root, "content"),
    )
    told = yaml.unsafe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert told["nav"] == [{"Start": "index.md"}, {"Notes": ["notes/a.md", "topics/cause/index.md"]}]
    assert told["theme"]["features"] == ["navigation.sections"]
    assert sorted(path.name for path in (tmp_path / "out/docs/notes").iterdir()) == ["a.md", "p.png"]
    assert broken(mkdocs(tmp_path / "out")) == []


def test_settings_are_written_as_they_are_read(tmp_path: Path) -> None:
    settings = {
        "a: b": ["- c", None, True, {"d": "e \"f\" 'g' # h"}],
        "function": carried,
        "again": {"g": 1.5, "h": "2031-03-04"},
    }
    text = written(settings)
    assert text.count("!!python/name:builder.adapters.carried.carried") == 1
    assert yaml.unsafe_load(text) == settings


def test_the_theme_does_not_crash_zensical(tmp_path: Path) -> None:
    """It knows no plugin of ours and makes no comparison, but whoever tries it on a site gets pages and no traceback."""
    root = site_with_config(tmp_path / "root")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    palette = '"palette": [{"scheme": "slate", "media": "(prefers-color-scheme: dark)", "primary": "custom", "accent": "custom"}]'
    settings.write_text(
        text.replace("strict: true\n", "").replace("font: false", f"font: false, {palette}"), encoding="utf-8"
    )
    assert (zensical(root, strict=False) / "method/index.html").is_file()
