"""Pressed sites are the same, byte for byte, as those that MkDocs builds page by page."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import generated
from builder.adapters.plugin import VariorumPlugin
from builder.pages.views import parts
from tests.conftest import ROOT

ARTICLES = 60
SETTINGS = """
site_name: Ferries
docs_dir: content
strict: true
exclude_docs: "*.yml"
theme: {name: material, font: false, custom_dir: own}
plugins: [search, variorum]
"""
MAIN = '{%% extends "base.html" %%}{%% block extrahead %%}{%% if page %%}<meta name="own" content="%s">{%% endif %%}{%% endblock %%}'


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ferry_site(tmp_path_factory.mktemp("ferries"), ARTICLES)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ferry_site(tmp_path_factory.mktemp("few"), 8)


def ferry_site(root: Path, articles: int) -> Path:
    generated.write(root, articles)
    # Marks that templates escape, strip and cut in different ways.
    path = root / "content" / "articles" / "article-000004.md"
    text = path.read_text(encoding="utf-8")
    headline = 'headline: "A <b>ferry</b> & its ‘fuse’ · \\"{{ x }}\\" &amp; {% raw %} vm5lot é"'
    lines = [headline if line.startswith("headline:") else line for line in text.split("\n")]
    path.write_text("\n".join([*lines, "## It & that <i>", "", "Words."]), encoding="utf-8")
    (root / "own").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return root


def written(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def both(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, **more: Any
) -> tuple[VariorumPlugin, dict[str, bytes]]:
    """Build a site in both ways; return the plugin that printed, and the site, which must be one and the same."""
    sites: dict[bool, dict[str, bytes]] = {}
    plugins: dict[bool, VariorumPlugin] = {}
    for from_forms in (False, True):
        monkeypatch.setattr(VariorumPlugin, "from_forms", from_forms)
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder / "site"), **more)
        build(config)
        plugin = config.plugins["variorum"]
        assert isinstance(plugin, VariorumPlugin)
        plugins[from_forms] = plugin
        sites[from_forms] = written(folder / "site")
        shutil.rmtree(folder / "site")
    assert plugins[False].build.result.pages == []
    assert list(sites[True]) == list(sites[False])
    differing = [
        name
        for name, content in sites[True].items()
        if content != sites[False][name] and not name.endswith(".gz")
    ]
    assert differing == []
    return plugins[True], sites[True]


def own(root: Path, folder: Path, main: str) -> Path:
    """Return a copy of a site with a template of its own for all pages."""
    copy = folder / "copy"
    shutil.copytree(root, copy)
    (copy / "own" / "main.html").write_text(main, encoding="utf-8")
    return copy


def md_paths(found: VariorumPlugin) -> set[str]:
    """The md_paths of the pages that were printed, not rendered by MkDocs."""
    return {md_path for md_path, _, _ in found.build.result.pages}


def printed(found: VariorumPlugin) -> set[str]:
    """The rooms of the pages that were printed from forms."""
    singly = {kind for kind, *_ in found.refused}
    return {md_path.partition("/")[0].rstrip("s") for md_path in md_paths(found)} - singly


def test_a_generated_site(ferries: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, site = both(ferries, tmp_path, monkeypatch)
    assert (found.refused, found.all_rendered) == ({}, None)
    assert printed(found) >= {"article", "topic", "outlet", "source"}
    assert len(md_paths(found)) > ARTICLES
    assert b"<title>A &lt;b&gt;ferry" in site["articles/article-000004/index.html"]
    index = json.loads(site["search/search_index.json"])
    places = [
        entry["location"]
        for entry in index["docs"]
        if entry["location"].startswith("articles/article-000004/")
    ]
    assert {"", "#claim-stopped"} <= {place.removeprefix("articles/article-000004/") for place in places}


def test_lists_that_are_too_long_for_one_page(
    ferries: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Further parts of the list of stories are pages of the home page's kind, and not at its address."""
    root = tmp_path / "many"
    shutil.copytree(ferries, root, ignore=shutil.ignore_patterns(".cache"))
    monkeypatch.setattr(parts, "PART", 100)
    found, site = both(root, tmp_path, monkeypatch)
    assert (found.refused, found.all_rendered) == ({}, None)
    assert {
        "lists/stories-2/index.html",
        "lists/outlets-2/index.html",
        "lists/sources-2/index.html",
    } <= site.keys()


def test_names_in_a_right_to_left_script(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "hebrew"
    shutil.copytree(few, root)
    name = "\u05d4\u05d0\u05e8\u05e5"
    for path in (root / "content").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\b(name|title|short): (?=\w)", rf"\1: {name} ", text), encoding="utf-8")
    for path in (root / "content" / "articles").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("headline: .*", f"headline: {name} 30", text), encoding="utf-8")
    found, site = both(root, tmp_path, monkeypatch)
    assert (found.refused, found.all_rendered) == ({}, None)
    page = site["articles/article-000004/index.html"].decode()
    assert f'<h1 id="page_title"><bdi>{name} 30</bdi></h1>' in page
    assert f"<title>\u2068{name} 30\u2069 - Ferries</title>" in page
    assert "\u2068" not in site["data/comparisons.json"].decode()


def test_this_repositorys_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    found, _ = both(ROOT, tmp_path, monkeypatch)
    assert (found.refused, found.all_rendered) == ({}, None)
    assert "article" in printed(found)


def test_addresses_without_folders_and_canonical_ones(
    ferries: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://ferries.example/one/"
    found, site = both(ferries, tmp_path, monkeypatch, use_directory_urls=False, site_url=address)
    assert (found.refused, found.all_rendered) == ({}, None)
    assert (
        f'rel="canonical" href="{address}articles/article-000007.html"'.encode()
        in site["articles/article-000007.html"]
    )
    assert f"<loc>{address}articles/article-000007.html</loc>".encode() in site["sitemap.xml"]


def test_a_theme_of_ones_own_is_printed_from_forms_too(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = MAIN % "{{ page.meta.title }} {{ page.meta.description }}"
    found, site = both(own(few, tmp_path, main), tmp_path, monkeypatch)
    assert (found.refused, found.all_rendered) == ({}, None)
    assert b'<meta name="own" content="A &lt;b&gt;ferry' in site["articles/article-000004/index.html"]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("{{ page.meta.title | upper }}", "changes"),
        ("{{ page.meta.description | truncate(30) }}", "changes"),
        ("{{ page.meta.title | striptags }}", "changes"),
        ("{{ page.url }}", "changes"),
        ("{{ page.content | length }}", "differs from what the theme renders"),
        ("{% if page.toc | length > 3 %}long{% endif %}", "differs from what the theme renders"),
    ],
)
def test_a_theme_that_asks_for_more_gets_its_pages_one_by_one(
    asked: str, why: str, few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = MAIN % asked
    found, _ = both(own(few, tmp_path, main), tmp_path, monkeypatch)
    assert "article" not in printed(found)
    assert any(kind == "article" and why in reason for (kind, *_), reason in found.refused.items())


@pytest.mark.parametrize(
    "asked",
    [
        "{% for file in pages %}{{ file.url }}{% endfor %}",
        "{{ pages | length }}",
        "{% if pages %}some{% endif %}",
        "{% if page.title == 'Outlet' or 'ferry' in page.title %}{{ pages | length }}{% endif %}",
    ],
)
def test_a_theme_that_looks_at_other_pages_gets_all_of_them(
    asked: str, few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, _ = both(own(few, tmp_path, MAIN % asked), tmp_path, monkeypatch)
    assert found.all_rendered is not None
    assert "other pages" in found.all_rendered
    assert md_paths(found) == set()


def test_a_home_page_that_lists_all_pages_lists_those_printed_from_forms(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "{% if page.is_homepage %}{% for file in pages %}{{ file.url }} {{ file.page.title }}{% endfor %}{% endif %}"
    found, site = both(own(few, tmp_path, MAIN % asked), tmp_path, monkeypatch)
    assert "article" in printed(found)
    assert b"articles/article-000007/ " in site["index.html"]


def test_a_hook_sees_every_page(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = own(few, tmp_path, '{% extends "base.html" %}')
    (copy / "hook.py").write_text(
        "def on_post_page(output, page, config):\n    return output + page.url\n", encoding="utf-8"
    )
    (copy / "mkdocs.yml").write_text(SETTINGS + "hooks: [hook.py]\n", encoding="utf-8")
    found, site = both(copy, tmp_path, monkeypatch)
    assert not md_paths(found)
    assert found.all_rendered is not None
    assert "wants to see every page" in found.all_rendered
    assert site["articles/article-000003/index.html"].endswith(b"articles/article-000003/")


def test_what_a_site_has_in_its_navigation_is_mkdocs_to_build(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nav = [{"Home": "index.md"}, {"Some": ["articles/article-000003.md", {"Other": "outlets/outlet-02.md"}]}]
    found, site = both(few, tmp_path, monkeypatch, nav=nav)
    assert not {"articles/article-000003.md", "outlets/outlet-02.md"} & md_paths(found)
    assert b"../article-000003/" in site["articles/article-000005/index.html"]
