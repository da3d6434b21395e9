"""Sites whose settings name other plugins too, and programs that call MkDocs in their own way."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from builder.adapters import plugin
from builder.adapters.serve import ToldAbort
from builder.build import workers
from builder.cache import system
from builder.cli import entry
from scripts.crawl import broken
from tests.adapters.test_plugin import built
from tests.printed import Read, site_with_config


def with_plugins(
    folder: Path, plugins: str, more: str = "", files: dict[str, str | bytes | None] | None = None
) -> Path:
    root = site_with_config(folder, files, more)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("plugins: [search, variorum]", f"plugins: [{plugins}]"), encoding="utf-8"
    )
    return root


def test_who_has_read_the_settings_keeps_no_build_from_running(tmp_path: Path) -> None:
    """As "mike deploy" does: it lets all plugins see the settings, builds in another process, and takes the site from where they say."""
    root = site_with_config(tmp_path)
    config = load_config(str(root / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Another build" not in done.stderr
    assert Path(config.site_dir) == root / "site"
    assert (root / "site/index.html").is_file()


@pytest.mark.parametrize("plugins", ["search, variorum, offline", "offline, search, variorum"])
def test_material_s_offline_plugin_makes_a_site_to_open_from_its_folder(plugins: str, tmp_path: Path) -> None:
    site = built(with_plugins(tmp_path, plugins), strict=True)
    assert broken(site) == []
    reads = {path: Read(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    folders = [
        link
        for read in reads.values()
        for link in read.links
        if "//" not in link and link.partition("#")[0].endswith(("/", ".."))
    ]
    assert folders == []
    assert not [
        value
        for read in reads.values()
        for _, key, value in read.attributes
        if key == "src" and "//" in str(value)
    ]
    script = (site / "search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("var __index = "))
    assert index == json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert "articles/harbour-post-adrift.html#claim-aboard" in {entry["location"] for entry in index["docs"]}


def test_an_offline_plugin_that_is_off_changes_nothing(tmp_path: Path) -> None:
    site = built(with_plugins(tmp_path, "search, variorum, {offline: {enabled: false}}"), strict=True)
    assert (site / "topics/cause/index.html").is_file()
    assert not (site / "search/search_index.js").exists()


BLOG: dict[str, str | bytes | None] = {
    "blog/index.md": "# Our blog\n",
    "blog/posts/one.md": "---\ndate: 2031-03-05\ncategories: [Ferries]\n---\n# A post\n\nSee [the cause](../../topics/cause.md).\n\n"
    "<!-- more -->\n\nMore of it.\n",
}


def test_a_blog(tmp_path: Path) -> None:
    site = built(with_plugins(tmp_path, "search, variorum, blog", files=BLOG), strict=True)
    assert broken(site) == []
    listed = (site / "blog/index.html").read_text(encoding="utf-8")
    assert "../topics/cause/" in Read(listed).links
    assert "More of it" not in listed
    assert "More of it" in (site / "blog/2031/03/05/a-post/index.html").read_text(encoding="utf-8")
    assert (site / "blog/category/ferries/index.html").is_file()
    assert "about 140" in (site / "articles/harbour-post-adrift/index.html").read_text(encoding="utf-8")


def test_nothing_hostile_runs_in_lists_of_posts_and_tags(tmp_path: Path) -> None:
    evil = '<img src="x" onerror="a()"><script>alert(1)</script>'
    named = json.dumps(f"B {evil}")
    front = f"---\ndate: 2031-03-05\ntitle: {named}\ndescription: {named}\ncategories: [{named}]\ntags: [{named}]\n---\n"
    files: dict[str, str | bytes | None] = {
        "blog/posts/two.md": f"{front}\n{evil} See.\n\n<!-- more -->\n\nMore.\n",
        "tags.md": "# Tags\n\n<!-- material/tags -->\n",
    }
    site = built(with_plugins(tmp_path, "search, variorum, tags, blog", files=BLOG | files), strict=False)
    pages = list(site.rglob("*.html"))
    assert len([page for page in pages if "blog" in page.parts]) > 3
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert not [key for _, key, _ in Read(page).attributes if key == "onerror"], path
        assert "<script>alert(1)" not in page, path
    assert "B &lt;img" in (site / "tags/index.html").read_text(encoding="utf-8")


def test_redirects_may_lead_to_every_page(tmp_path: Path) -> None:
    maps = (
        "{old.md: method.md, older.md: topics/cause.md, a/b.md: articles/harbour-post-adrift.md#claim-aboard}"
    )
    root = with_plugins(tmp_path, f"search, variorum, {{redirects: {{redirect_maps: {maps}}}}}")
    site = built(root, strict=True)
    assert broken(site) == []
    assert "../../articles/harbour-post-adrift/#claim-aboard" in (site / "a/b/index.html").read_text(
        encoding="utf-8"
    )
    assert "about 140" in (site / "articles/harbour-post-adrift/index.html").read_text(encoding="utf-8")


def test_a_plugin_may_ask_for_the_source_of_every_page(tmp_path: Path) -> None:
    """As those that write feeds do: they ask git when the file was changed."""
    root = site_with_config(tmp_path, more="hooks: [hook.py]\n")
    (root / "hook.py").write_text(
        "import os\n\ndef on_page_content(html, page, **_):\n"
        "    source = os.path.relpath(page.file.abs_src_path, os.environ['TOP'])\n"
        "    assert os.path.isfile(page.file.abs_src_path), source\n    return f'{html}<p>from {source}</p>'\n",
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOP", str(root))
        site = built(root, strict=True)
    for page, source in (
        ("articles/harbour-post-adrift", "content/articles/harbour-post-adrift.md"),
        ("topics/cause", "content/topics/cause.yml"),
        ("outlets/sound-radio", "content/outlets.yml"),
        ("sources", "content/sources.yml"),
        ("method", "content/method.md"),
    ):
        assert f"from {source}<" in (site / page / "index.html").read_text(encoding="utf-8")


def test_a_plugin_that_builds_in_a_build_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site_with_config(tmp_path)
    config = load_config(str(root / "mkdocs.yml"))
    other = type("I18n", (BasePlugin,), {"__module__": "mkdocs_static_i18n.plugin"})()
    config.plugins["i18n"] = other
    with pytest.raises(
        ToldAbort, match=r'^the plugin "i18n" builds a site anew .* Take it out of mkdocs.yml;'
    ):
        build(config)


def test_mike_deploys_a_version(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, more="site_url: https://ferries.example/\n")
    (root / ".gitignore").write_text(".variorum/\nsite/\n", encoding="utf-8")
    environment = {
        **os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "NO_MKDOCS_2_WARNING": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "A",
        "GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "a@a.example",
    }  # fmt: skip

    def run(*words: str) -> str:
        done = subprocess.run(
            words, cwd=root, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("git", "init", "-q")
    run("git", "add", "-A")
    run("git", "commit", "-qm", "Begin")
    run("mike", "deploy", "1.0", "latest")
    names = run("git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {
        "versions.json",
        "1.0/index.html",
        "1.0/articles/harbour-post-adrift/index.html",
        "1.0/data/claims.json",
    } <= set(names)
    page = run("git", "show", "gh-pages:1.0/topics/cause/index.html")
    assert '<link rel="canonical" href="https://ferries.example/1.0/topics/cause/">' in page


def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    first, second = (
        site_with_config(tmp_path / name, {"about.md": "# About\n\n[x](method.md)\n"}) for name in ("a", "b")
    )
    built(first, strict=True)
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=second, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pages = sorted(path.relative_to(first / "site") for path in (first / "site").rglob("*.html"))
    assert len(pages) > 12

    def article(root: Path, page: Path) -> str:
        found = re.search(
            r"<article.*</article>", (root / "site" / page).read_text(encoding="utf-8"), re.DOTALL
        )
        return found[0] if found else ""

    for page in pages:
        assert article(first, page) == article(second, page), page
    assert broken(second / "site") == []


def test_a_system_that_lacks_what_is_needed_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert system.refusal("posix") is None
    monkeypatch.setattr(entry, "refusal", lambda: system.refusal("nt"))
    with pytest.raises(SystemExit) as ended:
        entry.main()
    assert (ended.value.code, capsys.readouterr().err) == (1, f"Error: {system.REFUSED}\n")
    monkeypatch.setattr(plugin, "refusal", lambda: system.refusal("nt"))
    with pytest.raises(ToldAbort, match=r"^Variorum runs on Linux and macOS"):
        built(site_with_config(tmp_path))


def test_where_processes_cannot_be_forked_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 4)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert workers.many(10, 5)
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert not workers.many(10, 5)
