"""Sites whose settings name other plugins too, and programs that call MkDocs in their own way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.adapters.test_plugin import built
from tests.crawl import broken
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
