"""A desk reads an article again only if its file, or what it names, is another; what it has is what a fresh one would have."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.adapters.desk.reading import Reading
from builder.content.model import Site
from builder.content.problems import errors
from builder.content.validate import again
from builder.desk.desk import Desk
from tests.browser.desk import DRAFT


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Articles that were read from their files."""
    found: list[str] = []
    real = again.read_article

    def noted(checker, document, site, questions):  # type: ignore[no-untyped-def]
        found.append(document.id)
        return real(checker, document, site, questions)

    monkeypatch.setattr(again, "read_article", noted)
    return found


def said(desk: Desk) -> Site:
    """What a desk's site says, however its articles were read."""
    return replace(desk.site, read={})


def test_only_what_changed_is_read_again(root: Path, read: list[str]) -> None:
    here = Reading(root)
    assert said(here.desk()) == said(Desk(root))
    published = sorted(here.desk().site.articles)
    assert len(published) == 2
    read.clear()
    draft = root / f"content/articles/{DRAFT}.md"
    draft.write_text(draft.read_text() + "A word.\n")
    assert said(here.desk()) == said(Desk(root))
    # The fresh desk read both; the one that is served none.
    assert sorted(read) == published
    read.clear()
    first = root / f"content/articles/{published[0]}.md"
    first.write_text(first.read_text().replace("printed: ", "note: Ours.\n    printed: ", 1))
    here.desk()
    assert read == [published[0]]


def test_an_article_is_read_again_where_what_it_names_is_another(root: Path, read: list[str]) -> None:
    here = Reading(root)
    before = here.desk()
    topic = root / "content/topics/closure.yml"
    topic.write_text(topic.read_text().replace("id: duration", "id: how-long"))
    after = here.desk()
    assert not errors(before.problems)
    assert {one.kind.name for one in errors(after.problems)} == {"unknown-question"}
    assert after.problems == Desk(root).problems
    topic.write_text(topic.read_text().replace("id: how-long", "id: duration"))
    assert said(here.desk()) == said(Desk(root))
