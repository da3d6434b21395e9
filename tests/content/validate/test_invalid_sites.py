"""Each folder of ``sites/invalid`` is laid over the valid site; ``expected.txt`` says what an editor is told."""

from __future__ import annotations

import re
import shutil

import pytest

from builder.content.problems import CATALOGUE
from tests.factory import SITES, check, told, write_site

CASES = sorted(folder.name for folder in (SITES / "invalid").iterdir())
LINE = re.compile(
    r"(?P<path>content/[^:]+):(?P<line>\d+): (?:(?P<key>\S+): )?.+ \[(?P<code>V\d{3}) (?P<name>[a-z0-9-]+)\]\Z"
)


def test_the_valid_site_is_valid(tmp_path):
    site, problems = check(write_site(tmp_path))
    assert problems == []
    assert list(site.articles) == ["harbour-post-adrift", "sound-radio-fuse"]
    assert sum(len(article.claims) for article in site.articles.values()) == 9
    assert set(site.pages) == {"index", "method"}


@pytest.mark.parametrize("case", CASES)
def test_all_problems_are_told_in_order(case, tmp_path):
    root = write_site(tmp_path)
    shutil.copytree(SITES / "invalid" / case / "content", root / "content", dirs_exist_ok=True)
    expected = (SITES / "invalid" / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    found = told(root)
    assert found == expected
    for line in found:
        parts = LINE.match(line)
        assert parts, line
        assert CATALOGUE[parts["name"]].code == parts["code"]


def test_every_kind_of_problem_has_a_site_or_a_test_of_its_own():
    told_by_sites = {
        LINE.match(line)["name"]
        for case in CASES
        for line in (SITES / "invalid" / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    }
    # What should not lie in a repository: links, folders, bytes that are no text, large files. See test_load.py.
    elsewhere = {
        "not-utf8",
        "unreadable-file",
        "file-too-large",
        "outside-content",
        "missing-file",
        "too-deep",
        # Of the folder that is written: see tests/build/test_nothing_lost.py and test_foreign_files_aside.py.
        "site-place",
        "foreign-files",
        "foreign-staging",
        "came-since",
        # No content: see tests/pages/test_templates.py and tests/content/test_settings_file.py.
        "bad-template",
        # No text of content: see tests/content/test_map_outline.py.
        "bad-outline",
        # What is copied or not read beside the content: see tests/content/test_collisions.py and tests/content/test_walk.py.
        "taken-file",
        "not-read",
        "astray-link",
        # What is told of the whole: see tests/proof/test_held_back.py.
        "held-back",
        "bad-settings",
    }
    # What is found by comparing with the texts (V1), or when an article is added (V5), is tested there.
    structure = {name for name, kind in CATALOGUE.items() if kind.code[:2] in ("V0", "V2", "V3")}
    untested = structure - told_by_sites - elsewhere
    assert not untested, f"add a folder to tests/sites/invalid that shows {sorted(untested)}"
    assert not elsewhere & told_by_sites
