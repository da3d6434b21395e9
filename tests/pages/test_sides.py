"""Whose side a source is on, in the editor's words; and the copy of an article that an archive keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import in_memory
from tests.factory import told, valid, write_site

SIDES = valid("sources.yml").replace(
    "  stake: own losses\n", "  stake: own losses\n  side: the line's side\n"
)
ARCHIVE = "https://web.archive.org/web/20310305/https://harbourpost.example/adrift"


def pages_of(tmp_path: Path, **files: str) -> dict[str, str]:
    named = {name.replace("__", "/").replace("_", "-"): text for name, text in files.items()}
    root = write_site(
        tmp_path, {f"{name}.{'md' if '/' in name else 'yml'}": text for name, text in named.items()}
    )
    return {page.address: f"{page.lead}{page.body}" for page in in_memory.make(root).pages}


def test_a_source_tells_its_side_where_the_registry_has_one_and_its_stake_where_not(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, sources=SIDES)
    line, guard = pages["sources/ferry-line/"], pages["sources/coastguard/"]
    assert "The line’s side.</span> It runs the ship and speaks of its own breakdown." in line
    assert "its own side" not in line
    assert "A third party.</span>" in guard
    assert "Stake:" not in line + guard


def test_a_side_without_a_note_leaves_the_stake_to_be_told(tmp_path: Path) -> None:
    without = SIDES.replace("  stake_note: It runs the ship and speaks of its own breakdown.\n", "")
    line = pages_of(tmp_path, sources=without)["sources/ferry-line/"]
    assert "The line’s side.</span>" in line
    assert "On the side whose losses are counted.</span>" in line


def test_the_index_of_sources_groups_them_by_side_before_stakes(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"sources.yml": SIDES})
    index = next(page for page in in_memory.make(root).pages if page.address == "sources/")
    titles = [section.title for section in index.sections]
    assert titles[:2] == ["The line’s side", "A third party"]


def test_home_cards_and_topics_tell_the_side(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, sources=SIDES)
    assert "from the ferry line · the line’s side" in pages[""]
    assert '<span class="vm-stake">the line’s side</span>' in pages["topics/passengers/"]


def test_a_side_is_short(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"sources.yml": SIDES.replace("the line's side", "x" * 41)})
    (told_of,) = told(root)
    assert told_of.startswith("content/sources.yml:7: ferry-line.side: ")


def test_an_article_leads_to_its_archived_copy(tmp_path: Path) -> None:
    article = valid("articles/harbour-post-adrift.md")
    with_copy = article.replace("outlet:", f"archived: {ARCHIVE}\noutlet:", 1)
    address = "articles/harbour-post-adrift/"
    page = pages_of(tmp_path, articles__harbour_post_adrift=with_copy)[address]
    assert f'<a href="{ARCHIVE}" rel="noopener nofollow">An archived copy</a>' in page
    assert f'<dt>Archived copy</dt><dd><a href="{ARCHIVE}"' in page


def test_without_an_archived_copy_nothing_is_said_of_one(tmp_path: Path) -> None:
    assert "rchived" not in pages_of(tmp_path)["articles/harbour-post-adrift/"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://archive.org/x", "web.archive.org/x", "//archive.org"]
)
def test_an_archived_copy_is_at_an_address_of_the_web(url: str, tmp_path: Path) -> None:
    article = valid("articles/harbour-post-adrift.md").replace("outlet:", f"archived: '{url}'\noutlet:", 1)
    root = write_site(tmp_path, {"articles/harbour-post-adrift.md": article})
    (told_of,) = told(root)
    assert told_of.startswith("content/articles/harbour-post-adrift.md:2: archived: ")


def test_what_else_to_know_of_a_source_stands_beside_its_side(tmp_path: Path) -> None:
    both = SIDES.replace("  side: the line's side\n", "  side: the line's side\n  about: owns the port\n")
    pages = pages_of(tmp_path, sources=both)
    assert "The line’s side, owns the port.</span>" in pages["sources/ferry-line/"]
    assert "from the ferry line · the line’s side, owns the port" in pages[""]


def test_it_stands_by_itself_where_no_side_is_told_and_makes_no_heading(tmp_path: Path) -> None:
    alone = SIDES.replace("  side: the line's side\n", "  about: owns the port\n")
    root = write_site(tmp_path, {"sources.yml": alone})
    made = {page.address: page for page in in_memory.make(root).pages}
    assert '<span class="vm-stake">owns the port</span>' in made["topics/passengers/"].body
    titles = [section.title for section in made["sources/"].sections]
    assert "Other sources" in titles
    assert "Owns the port" not in titles
