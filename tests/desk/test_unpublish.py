"""A publication is taken back as long as nothing else speaks of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.publish import publish
from builder.desk.unpublish import unpublish
from builder.proof.check import proofread
from tests.browser.desk import DRAFT, PRECIS, site
from tests.desk.running import files, run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    found = site(tmp_path / "site")
    lines = (
        "claims:\n  - id: duration\n    question: closure/duration\n    printed: at least 16 weeks\n"
        "    sources: [council]\n    cue: told"
    )
    found.write_text(found.read_text().replace("claims: []", lines) + PRECIS + "\n")
    return found


def test_there_and_back(article: Path) -> None:
    root = article.parents[2]
    desk = Desk(root)
    publish(desk, desk.document(DRAFT))
    desk = Desk(root)
    [gone] = unpublish(desk, desk.document(DRAFT))
    assert "changes" in gone.parts
    assert not gone.exists()
    assert article.read_text().startswith("---\ndraft: true\n")
    assert errors(proofread(root).problems) == []
    assert "is a draft again" not in run(root, "publish", DRAFT).output
    assert "is a draft again" in run(root, "publish", "--undo", DRAFT).output
    with pytest.raises(Refusal, match="draft already"):
        unpublish(Desk(root), Desk(root).document(DRAFT))


def test_what_others_speak_of_stays(article: Path) -> None:
    root = article.parents[2]
    desk = Desk(root)
    publish(desk, desk.document(DRAFT))
    other = article.parent / "coast-radio-detour.md"
    other.write_text(other.read_text().replace("\ncompleteness:", f"\ncopy_of: {DRAFT}\ncompleteness:", 1))
    before = files(root)
    desk = Desk(root)
    with pytest.raises(Refusal, match="is a draft"):
        unpublish(desk, desk.document(DRAFT))
    assert files(root) == before
