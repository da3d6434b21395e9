"""Two invented stories of ten outlets each, and further accounts of the first, as complete sites with their full texts.

Each has a ``golden.yml``: what a careful reader signs, written from the texts by somebody who had not seen the rules.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml
from msgspec import Struct

from builder.compare.library import Library, index
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison, compare_topic
from builder.content.load import load
from builder.content.problems import errors
from builder.content.validate import validate

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STORIES = ("toll", "bank")
ALL = (*STORIES, "accounts", "toll_accounts", "bank_accounts", "bank_more", "bank_third")
FIRST = ("kursk", "kursk_more", "kursk_third")
"""Further accounts of the site's first story, whose own texts are not here."""
BASE = {
    "accounts": "toll",
    "toll_accounts": "toll",
    "bank_accounts": "bank",
    "bank_more": "bank",
    "bank_third": "bank",
}
"""Further accounts -> the story that they are laid beside."""


class Story(Struct, frozen=True):
    """A story as compared, with its labels."""

    golden: dict[str, Any]
    library: Library
    topics: tuple[TopicComparison, ...]
    rows: dict[str, Comparison]


def with_accounts(folder: Path, of: Path, more: Path) -> Path:
    """Write a site with further accounts into a folder, as an editor would add them, and return it.

    Of the full texts only those that are invented are there.
    """
    shutil.copytree(of / "content", folder / "content", dirs_exist_ok=True)
    if of != ROOT:
        shutil.copytree(of / "sources", folder / "sources", dirs_exist_ok=True)
    shutil.copytree(more / "articles", folder / "content/articles", dirs_exist_ok=True)
    shutil.copytree(more / "sources", folder / "sources", dirs_exist_ok=True)
    outlets = folder / "content/outlets.yml"
    outlets.write_text(outlets.read_text("utf-8") + (more / "outlets.yml").read_text("utf-8"), "utf-8")
    for name, added in _yaml(more / "aliases.yml").items():
        path = folder / f"content/{name}.yml"
        registry = _yaml(path)
        for id, aliases in added.items():
            registry[id].setdefault("aliases", []).extend(aliases)
        path.write_text(yaml.safe_dump(registry, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


@cache
def site_of(name: str) -> Path:
    """Return the folder of a story's site."""
    of = HERE / BASE[name] if name in BASE else ROOT if name in FIRST else None
    return with_accounts(Path(mkdtemp()), of, HERE / name) if of else HERE / name


@cache
def story(name: str) -> Story:
    """Return a story compared, once for all tests."""
    site, problems = validate(load(site_of(name)))
    assert errors(problems) == []
    library = index(site)
    topics = tuple(compare_topic(library, topic) for topic in site.topics.values())
    rows = {row.question.path: row for topic in topics for row in topic.rows}
    return Story(_yaml(HERE / name / "golden.yml"), library, topics, rows)


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))
