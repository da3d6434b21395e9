"""Drafts: accepted by the checks, told as warnings, and left out of what is published."""

from __future__ import annotations

from builder.build import in_memory
from builder.content.problems import errors
from tests.factory import changed, check, write_site


def test_a_good_draft_is_read_and_not_published(tmp_path):
    root = write_site(
        tmp_path,
        changed(
            "articles/sound-radio-fuse.md", "outlet: sound-radio\n", "outlet: sound-radio\ndraft: true\n"
        ),
    )
    site, problems = check(root)
    assert problems == []
    assert list(site.articles) == ["harbour-post-adrift"]
    assert list(site.drafts) == ["sound-radio-fuse"]
    draft = site.drafts["sound-radio-fuse"]
    assert draft is not None
    assert len(draft.claims) == 3


def test_a_draft_with_errors_stops_nothing_and_prints_nothing(tmp_path):
    root = write_site(
        tmp_path, changed("articles/sound-radio-fuse.md", "outlet: sound-radio\n", "draft: true\n")
    )
    site, problems = check(root)
    assert errors(problems) == []
    assert [problem.kind.name for problem in problems] == ["draft-unfinished"]
    assert site.drafts == {"sound-radio-fuse": None}
    made = in_memory.make(root)
    everything = b"".join(made.data.values()).decode() + "".join(page.body for page in made.pages)
    assert "sound-radio-fuse" not in everything


def test_only_true_makes_a_draft(tmp_path):
    root = write_site(
        tmp_path,
        changed(
            "articles/sound-radio-fuse.md", "outlet: sound-radio\n", "outlet: sound-radio\ndraft: false\n"
        ),
    )
    assert list(check(root)[0].articles) == ["harbour-post-adrift", "sound-radio-fuse"]
