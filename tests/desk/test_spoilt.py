"""Whatever stands in the files: every command ends as it says it does, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from builder.desk.new import new
from tests.desk.running import commit, run
from tests.spoilt import EDITS, Edit, spoilt

DRAFT = "coast-radio-again"
COMMANDS = (
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", "--fix-locators"),
    ("suggest", DRAFT, "--format", "json"),
    ("suggest", DRAFT, "--write"),
    ("diff", "--against", "HEAD"),
    ("publish", DRAFT),
    ("build",),
    ("diff",),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that somebody starts with, in git, with a draft of a third article."""
    root = tmp_path_factory.mktemp("spoilt") / "whole"
    new(root)
    article = (root / "content" / "articles" / "coast-radio-detour.md").read_text(encoding="utf-8")
    draft = root / "content" / "articles" / f"{DRAFT}.md"
    draft.write_text(article.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    commit(root, ".")
    return root


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_every_command_ends_in_words(edits: list[Edit], whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = spoilt(whole, edits, "content/**/*.md", "content/**/*.yml", "sources/*.txt", "mkdocs.yml")
    for command, *words in COMMANDS:
        # What ends a command otherwise than by its code is a mistake in it, and is raised here.
        result = run(root, command, *words)
        # In a folder whose mkdocs.yml has lost the plugin there is no site: wrong use.
        no_site = result.exit_code == 2 and "does not name the plugin" in result.output
        assert result.exit_code in (0, 1) or no_site, (command, result.output)
        assert result.exit_code == 0 or result.output.strip()
