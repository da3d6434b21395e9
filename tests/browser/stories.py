"""A site of several stories: its home page lists them, and each has a page of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import generated
from tests.stories.sites import site_of

ARTICLES = 60
ROOT = Path(__file__).resolve().parent.parent.parent

STORIES = {
    "home": "",
    "story": "stories/story-00000/",
    "topics": "topics/",
    "topic": "topics/ferry-00000/",
    "articles": "articles/",
    "source": "sources/office-all-1/",
}
"""The addresses of the pages that differ from those of a site of one story, under its root."""


def site_of_stories(root: Path) -> Path:
    """Write and build the site with this repository's settings, and return its folder."""
    generated.write(root, ARTICLES)
    return _built(root)


def site_of_ten(root: Path) -> Path:
    """Write and build the site of one invented story of ten outlets in five languages, and return its folder."""
    shutil.copytree(site_of("toll") / "content", root / "content")
    return _built(root)


def _built(root: Path) -> Path:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = "custom_dir: templates/theme"
    assert theme in settings
    settings = settings.replace(theme, f"custom_dir: {(ROOT / 'templates' / 'theme').as_posix()}")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    build(config)
    return Path(config.site_dir)
