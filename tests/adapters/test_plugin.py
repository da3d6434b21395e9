"""The plugin in real builds through MkDocs."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from builder.adapters.plugin import UNPLACED
from builder.adapters.settings import content_place
from builder.adapters.theme import contents
from builder.pages.page import Section
from builder.pages.render import TEMPLATES
from builder.pages.tables import FILES, TABLES
from tests.factory import changed, valid
from tests.printed import PAYLOAD, ROOT, Read, site_with_config


def config(root: Path, **more: Any) -> Any:
    return load_config(str(root / "mkdocs.yml"), **more)


def built(root: Path, **more: Any) -> Path:
    build(config(root, **more))
    return root / "site"


def html(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(site_with_config(tmp_path_factory.mktemp("tiny")))


def test_pages_and_data_are_written_and_content_files_are_not(tiny: Path) -> None:
    files = {
        path.relative_to(tiny).as_posix()
        for path in tiny.rglob("*")
        if path.is_file() and path.parts[len(tiny.parts)] != "assets"
    }
    assert files - {"sitemap.xml", "sitemap.xml.gz", ".variorum-files"} == {
        "404.html", "index.html", "method/index.html", "search/search_index.json",
        "topics/passengers/index.html", "topics/cause/index.html",
        "articles/index.html", "articles/harbour-post-adrift/index.html", "articles/sound-radio-fuse/index.html",
        *FILES, "data/datapackage.json", "data/index.html",
        *(f"data/schemas/{table.name}.schema.json" for table in TABLES if table.json),
        *(
            f"embed/{question}/index.html"
            for question in ("passengers--aboard", "passengers--ashore", "cause--stopped", "cause--where", "cause--weather", "cause--reason")
        ),
        *(f"data/topics/{topic}.{ending}" for topic in ("passengers", "cause") for ending in ("csv", "json")),
        "cards/index.png", "cards/topics-cause.png", "cards/topics-passengers.png",
        "embed/passengers/index.html", "embed/cause/index.html",
        "outlets/index.html", "outlets/harbour-post/index.html", "outlets/sound-radio/index.html", "sources/index.html",
        "pairs/index.html", "pairs/harbour-post--sound-radio/index.html",
        *(f"sources/{path.parent.name}/index.html" for path in (tiny / "sources").glob("*/index.html")),
    }  # fmt: skip


def test_nothing_is_shipped_that_no_page_of_a_search_in_english_loads(tiny: Path) -> None:
    shipped = [path.relative_to(tiny).as_posix() for path in (tiny / "assets").rglob("*") if path.is_file()]
    assert not [name for name in shipped if name.endswith(".map") or "/lunr/" in name]
    assert [name for name in shipped if "/workers/search." in name]


def test_title_description_and_contents(tiny: Path) -> None:
    page = html(tiny, "topics/cause/index.html")
    assert "<title>Cause and course - Tiny</title>" in page
    assert '<meta name="description" content="When and where the ferry stopped, and why.' in page
    article = html(tiny, "articles/harbour-post-adrift/index.html")
    assert '<a href="#precis" class="md-nav__link">' in article
    assert "<title>Adrift for a night - Tiny</title>" in article


def test_the_search_index_has_the_comparison(tiny: Path) -> None:
    index = json.loads((tiny / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert "about 140" in entries["articles/harbour-post-adrift/#claim-aboard"]["title"]
    assert entries["topics/passengers/#aboard"]["text"]
    # The tables themselves are left out: what a search finds is a question or a claim, not the start of a table.
    assert not [
        entry
        for entry in entries.values()
        if "the text at hand has no word that it could not be checked" in entry["text"]
    ]
    assert entries["articles/harbour-post-adrift/"] == {
        "location": "articles/harbour-post-adrift/", "title": "Adrift for a night", "text": "The Harbour Post, 4 March 2031", "boost": 0.3,
    }  # fmt: skip
    # What somebody wrote by hand is found word by word.
    assert entries["method/#what-was-checked"]["text"]


def test_navigation_has_topics_and_no_article(tiny: Path) -> None:
    links = Read(html(tiny, "method/index.html")).links
    for address in ("..", "../topics/passengers/", "../topics/cause/", "../articles/", "./"):
        assert address in links
    assert not [link for link in links if "articles/harbour" in link]


def test_a_navigation_of_ones_own_stands(tmp_path: Path) -> None:
    more = "nav: [{Start: index.md}, {How: method.md}]\n"
    links = Read(html(built(site_with_config(tmp_path, more=more)), "method/index.html")).links
    assert "../topics/cause/" not in links


def test_without_directory_addresses(tmp_path: Path) -> None:
    site = built(site_with_config(tmp_path, more="use_directory_urls: false\n"))
    assert 'href="../articles/harbour-post-adrift.html#claim-aboard"' in html(site, "topics/passengers.html")


def test_errors_stop_the_build_and_leave_the_former_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path)
    site = built(root)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    outlets = root / "content" / "outlets.yml"
    outlets.write_text(
        outlets.read_text(encoding="utf-8").replace("kind: newspaper", "kind: spaceship"), encoding="utf-8"
    )
    cause = root / "content" / "topics" / "cause.yml"
    cause.write_text(
        cause.read_text(encoding="utf-8").replace("answer: date", "answer: guess"), encoding="utf-8"
    )
    with pytest.raises(Abort) as stopped:
        built(root)
    assert stopped.value.code == 1
    assert str(stopped.value).startswith("2 errors")
    told = capsys.readouterr().err
    assert "content/outlets.yml:4: harbour-post.kind:" in told
    assert "content/topics/cause.yml:" in told
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_warnings_are_told_and_do_not_fail_a_strict_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path, {"site.yml": "quote_limit: 15\nprecis_words: [120, 200]\n"})
    built(root, strict=True)
    assert "precis-length" in capsys.readouterr().err


def test_mkdocs_itself_ends_with_1_on_errors(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, {"stories.yml": None})
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "content/stories.yml:1: stories.yml is missing" in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert not (root / "site").exists()


def test_a_second_build_takes_nothing_from_the_first(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    built(root)
    (root / "content" / "method.md").unlink()
    article = root / "content" / "articles" / "harbour-post-adrift.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("headline: ", "headline: Anew, "), encoding="utf-8"
    )
    site = built(root)
    assert not (site / "method").exists()
    assert "Anew, " in html(site, "articles/index.html")


def test_hostile_titles_are_text_in_the_whole_document(tmp_path: Path) -> None:
    text = json.dumps(PAYLOAD)
    files = changed("articles/harbour-post-adrift.md", "headline: Adrift for a night", f"headline: {text}")
    files |= changed("topics/cause.yml", "title: Cause and course", f"title: {text}")
    files["method.md"] = f"---\ntitle: {text}\ndescription: {text}\n---\n{valid('method.md')}\n## {PAYLOAD}\n"
    site = built(site_with_config(tmp_path, files))
    for page in (
        "index.html",
        "topics/cause/index.html",
        "articles/harbour-post-adrift/index.html",
        "method/index.html",
    ):
        document = html(site, page)
        assert "<script>alert" not in document, page
        assert not [name for _, name, _ in Read(document).attributes if name == "onerror"], page
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert not [
        entry
        for entry in index["docs"]
        if "<script" in entry["title"] + entry["text"] or "<img" in entry["text"]
    ]


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    sites = [built(site_with_config(tmp_path / name)) for name in ("a", "b")]
    first, second = ({p.relative_to(s): p.read_bytes() for p in s.rglob("*.html")} for s in sites)
    assert first == second


def test_templates_themes_and_texts_are_watched_whether_or_not_they_are_there_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = config(site_with_config(tmp_path))
    root = Path(loaded.config_file_path).parent
    monkeypatch.setenv("VARIORUM_SOURCES", str(tmp_path / "texts"))
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(tmp_path))
    try:
        loaded.plugins["variorum"].on_serve(server, config=loaded, builder=None)
        own = {root / "templates", ROOT / "templates/theme", root / "sources", tmp_path / "texts"}
        assert set(map(Path, server._watched_paths)) == {TEMPLATES, *own}
    finally:
        server.server_close()


def test_a_mistake_in_an_own_template_is_told_and_the_former_site_stays(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path)
    before = {path: path.read_bytes() for path in built(root).rglob("*") if path.is_file()}
    own = root / "templates" / "pages" / "article.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>{{ view.headline }}</p>\n{{ view.weather }}\n", encoding="utf-8")
    with pytest.raises(Abort):
        built(root)
    told = capfd.readouterr().err
    assert "Error: templates/pages/article.html:2: 'ArticleView' object has no attribute 'weather'" in told
    assert "Traceback" not in told
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before


def test_content_place(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    assert content_place(config(root)) == (root.resolve(), "content")


def test_contents_are_nested() -> None:
    sections = tuple(
        Section(id, id.upper(), level, "") for id, level in (("a", 2), ("b", 3), ("c", 3), ("d", 2))
    )
    toc = contents(sections)
    assert [item.id for item in toc] == ["a", "d"]
    assert [item.id for item in toc[0].children] == ["b", "c"]


def test_a_site_that_does_not_know_its_address_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    site = built(site_with_config(tmp_path / "a"), strict=True)
    assert UNPLACED in [record.getMessage() for record in caplog.records]
    assert not (site / "robots.txt").exists()
    caplog.clear()
    built(site_with_config(tmp_path / "b", more="site_url: https://ferries.example/here/\n"), strict=True)
    built(site_with_config(tmp_path / "c", more="extra: {offline: true}\n"), strict=True)
    assert UNPLACED not in [record.getMessage() for record in caplog.records]


def test_the_site_map_has_every_page_and_robots_txt_leads_to_it(tmp_path: Path) -> None:
    more = "site_url: https://ferries.example/here/\n"
    site = built(site_with_config(tmp_path, {"guide/own page.md": "# Own"}, more), strict=True)
    listed = re.findall("<loc>(.*?)</loc>", html(site, "sitemap.xml"))
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    # Rows for the frames of other sites are no pages to find.
    pages = {
        name.removesuffix("index.html").replace(" ", "%20")
        for name in files
        if name != "404.html" and not name.startswith("embed/")
    }
    assert sorted(listed) == sorted(f"https://ferries.example/here/{page}" for page in pages)
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == html(site, "sitemap.xml")
    robots = html(site, "robots.txt")
    assert robots == "User-agent: *\nAllow: /\n\nSitemap: https://ferries.example/here/sitemap.xml\n"
    own = built(site_with_config(tmp_path / "own", {"robots.txt": "User-agent: *\n"}, more), strict=True)
    assert html(own, "robots.txt") == "User-agent: *\n"
