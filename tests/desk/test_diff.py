"""What changed: every kind of change is told, against builds, folders and revisions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.compare.changes import KINDS, changes
from builder.desk import diff
from builder.desk.kinds import Refusal
from builder.pages.data_files import FILES
from tests.desk.running import commit, run
from tests.factory import changed, valid, write_site

MKDOCS = (
    "site_name: Test\ndocs_dir: content\nexclude_docs: '*.yml'\ntheme: {name: mkdocs}\nplugins: [variorum]\n"
)


def kinds(
    tmp_path: Path, files: dict[str, str | bytes | None], base: dict[str, str | bytes | None] | None = None
) -> dict[str, list[str]]:
    """What is told when files are laid over the valid site (or over ``base``), by kind."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    before = diff.state_of_content(write_site(tmp_path / "a", base))
    after = diff.state_of_content(write_site(tmp_path / "b", {**(base or {}), **files}))
    told: dict[str, list[str]] = {}
    for change in changes(before, after):
        told.setdefault(change.kind, []).append(change.text)
    assert set(told) <= set(KINDS)
    return told


def test_nothing_is_told_of_the_same_content(tmp_path):
    assert kinds(tmp_path, {}) == {}


def test_a_new_high_and_the_relation_that_turned(tmp_path):
    told = kinds(tmp_path, changed("articles/sound-radio-fuse.md", 'printed: "140"', 'printed: "170"'))
    assert told["new-high"] == ["passengers/aboard has a new high, 170; it was 140."]
    [turned] = told["relation-turned"]
    assert "turned from compatible to conflict." in turned
    [claim] = told["claim-changed"]
    assert "printed: 140 -> 170" in claim
    assert "low: 140 -> 170" in claim


def test_what_changed_of_a_claim_is_told_for_people_and_for_programs(root):
    assert run(root, "build").exit_code == 0
    path = root / "content/articles/sound-radio-fuse.md"
    path.write_text(path.read_text().replace("sources: [ferry-line]", "sources: [ferry-line, coastguard]", 1))
    told = run(root, "diff").output
    assert "originators: ferry-line -> ferry-line, coastguard" in told
    assert "['" not in told
    records = json.loads(run(root, "diff", "--format", "json").output)
    [changed_] = [record for record in records if record["kind"] == "claim-changed"]
    assert changed_["before"]["originators"] == ["ferry-line"]
    assert changed_["after"]["originators"] == ["ferry-line", "coastguard"]


def test_of_two_articles_of_one_day_neither_was_first(tmp_path):
    same = changed(
        "articles/sound-radio-fuse.md", "published: 2031-03-04/2031-03-05", "published: 2031-03-04"
    )
    other = valid("articles/harbour-post-adrift.md")
    assert "published: 2031-03-04" in other
    # Its name stands before in the alphabet, which says nothing.
    told = kinds(tmp_path, {"articles/a-copy.md": other}, same)
    assert "first-appearance" not in told
    assert told["new-article"] == ["a-copy is new."]


def test_a_new_low(tmp_path):
    told = kinds(tmp_path, changed("articles/sound-radio-fuse.md", 'printed: "140"', 'printed: "90"'))
    assert told["new-low"] == ["passengers/aboard has a new low, 90; it was 140."]


def test_a_silence_filled_by_a_new_origin(tmp_path):
    text = valid("articles/sound-radio-fuse.md").replace(
        "silences:\n  - question: passengers/ashore\n    kind: text incomplete\n    note: The recording ends before the rescue.\n",
        "  - id: ashore\n    question: passengers/ashore\n    printed: about 60\n    sources: [harbour-channel]\n    attribution: stated\n",
    )
    told = kinds(tmp_path, {"articles/sound-radio-fuse.md": text})
    assert told["silence-filled"] == ["sound-radio-fuse now answers passengers/ashore; it was silent."]
    assert told["new-origin"] == ["passengers/ashore has a new origin, harbour-channel."]
    assert len(told["new-claim"]) == 1


def test_an_earlier_text_is_the_first_appearance(tmp_path):
    told = kinds(
        tmp_path,
        changed("articles/sound-radio-fuse.md", "published: 2031-03-04/2031-03-05", "published: 2031-03-03"),
    )
    assert (
        # Before, both may have been out on one day.
        "passengers/aboard was first answered by sound-radio-fuse, which was not certain before."
        in told["first-appearance"]
    )


def test_articles_come_and_go(tmp_path):
    told = kinds(tmp_path, {"articles/sound-radio-fuse.md": None})
    assert told["article-gone"] == ["sound-radio-fuse is gone."]
    assert len(told["claim-gone"]) == 3


def test_questions_come(tmp_path):
    more = (
        valid("topics/cause.yml")
        + "  - id: repaired\n    text: Who repaired it?\n    short: Repair\n    answer: wording\n"
    )
    assert kinds(tmp_path, {"topics/cause.yml": more}) == {
        "new-question": ["cause/repaired is asked now: Who repaired it?"]
    }


@pytest.fixture
def root(tmp_path) -> Path:
    root = write_site(tmp_path)
    (root / "mkdocs.yml").write_text(MKDOCS)
    return root


def test_a_build_ends_with_what_it_changed(root):
    assert "Since the last build" not in run(root, "build").output
    assert "Nothing changed since the last build." in run(root, "build").output
    path = root / "content/articles/sound-radio-fuse.md"
    path.write_text(path.read_text().replace('printed: "140"', 'printed: "170"'))
    asked = run(root, "diff")
    assert "new-high: passengers/aboard has a new high, 170; it was 140." in asked.output
    result = run(root, "build")
    assert "Since the last build:\n  new-high: passengers/aboard" in result.output
    assert "0 changes against the last build." in run(root, "diff").output
    data = json.loads(
        run(root, "diff", "--against", str(root / "site/data/claims.json"), "--format", "json").output
    )
    assert data == []


def test_drafts_are_told_at_the_end_of_a_build(root):
    path = root / "content/articles/sound-radio-fuse.md"
    path.write_text(path.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert "Left out 1 draft: sound-radio-fuse (variorum publish NAME)" in run(root, "build").output


def test_a_revision_of_git_can_be_the_reference(root):
    commit(root, "content")
    assert "0 changes against HEAD." in run(root, "diff", "--against", "HEAD").output
    (root / "content/articles/sound-radio-fuse.md").unlink()
    assert "article-gone: sound-radio-fuse is gone." in run(root, "diff", "--against", "HEAD").output
    for name in ("nothing", "--output=x", "HEAD:content"):
        result = run(root, "diff", f"--against={name}")
        assert (result.exit_code, "V530 no-reference" in result.output) == (1, True), result.output


def test_without_a_reference_the_next_step_is_told(root):
    result = run(root, "diff")
    assert result.exit_code == 1
    assert "Build once (variorum build)" in result.output


@pytest.mark.parametrize("data", ["", "[", "{}", "[1]", "null", "[" * 100_000])
def test_damaged_data_is_no_reference(root, data):
    (root / "site/data").mkdir(parents=True)
    for name in FILES:
        (root / f"site/data/{name}.json").write_text(data)
    with pytest.raises(Refusal):
        diff.reference(root, root / "site", None)


def test_content_with_errors_is_not_compared(root):
    assert run(root, "build").exit_code == 0
    stories = root / "content" / "stories.yml"
    stories.write_text(stories.read_text().replace("topics:\n", "topics:\n    - nothing\n"))
    told = run(root, "diff")
    assert (told.exit_code, "change" in told.output) == (1, False)
    assert "Error: content/stories.yml:" in told.output
    assert "[V211 unknown-topic]" in told.output
    assert told.output.endswith("1 error, 0 warnings\n")


def test_a_reference_with_errors_is_none(root, tmp_path):
    other = write_site(
        tmp_path / "other", {"stories.yml": "harbour: {title: Harbour, summary: Ferries., topics: []}\n"}
    )
    with pytest.raises(Refusal, match="has errors: content/") as refused:
        diff.reference(root, root / "site", str(other))
    assert refused.value.kind.code == "V531"
