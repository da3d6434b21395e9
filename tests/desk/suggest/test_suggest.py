"""Proposals before an editor: which are made, and what is taken goes into the file and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.content.load import load
from builder.content.problems import errors
from tests.desk.running import PRECIS, keys, run, with_precis, writer
from tests.factory import check, write_site

REPORT = """Harbour Post

Ferry line raises its count

4 March 2031

About 150 passengers were aboard the Marlo when it lost power on Monday, the line's spokeswoman said on Tuesday.

The coastguard said it had brought at least 62 passengers ashore by boat during the night.

"We are very sorry for a night that nobody will forget so soon," the line's spokeswoman said.
"""


ID = "harbour-post-ferry-line-raises-count"


@pytest.fixture
def root(tmp_path) -> Path:
    root = write_site(tmp_path)
    (root / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run(root, "add", str(root / "report.txt")).exit_code == 0
    return root


def article(root: Path) -> Path:
    return root / "content" / "articles" / f"{ID}.md"


def test_proposals_come_as_data_beside_what_others_say(root):
    result = run(root, "suggest", ID, "--format", "json")
    assert result.exit_code == 0, result.output
    aboard, stopped, ashore = json.loads(result.stdout)[:3]
    assert (aboard["printed"], aboard["modifier"], aboard["low"]) == ("About 150", "about", 150)
    assert (aboard["sources"], aboard["cue"], aboard["said_on"]) == (["ferry-line"], "said", "2031-03-04")
    assert aboard["questions"][0]["question"] == "passengers/aboard"
    assert {"outlet": "Sound Radio", "printed": "140"} in aboard["beside"]
    assert aboard["sentence"] == REPORT.split("\n")[6]
    assert aboard["at"] == [REPORT.index("About 150"), REPORT.index("About 150") + 9]
    assert (stopped["kind"], stopped["printed"], stopped["value"]) == ("date", "on Monday", "2031-03-03")
    assert (ashore["printed"], ashore["sources"]) == ("at least 62", ["coastguard"])


def test_no_difference_is_noted_where_the_question_counts_the_same_things(root):
    (root / "other.txt").write_text(
        "Sound Radio\n\nPassengers are tired\n\n5 March 2031\n\n" + "Some 130 passengers wait aboard. " * 12
    )
    assert run(root, "add", str(root / "other.txt"), "--slug", "other").exit_code == 0
    shown = run(root, "suggest", "other").output
    assert "printed: Some 130" in shown
    assert "# counts: passengers" not in shown


def test_written_proposals_are_comments_and_never_published(root):
    before = article(root).read_text()
    assert run(root, "suggest", ID, "--write").exit_code == 0
    text = article(root).read_text()
    assert "# SUGGESTED     printed: About 150" in text
    assert "when it lost power on Monday, the line" not in text
    site, problems = check(root)
    assert errors(problems) == []
    assert site.drafts[ID].claims == ()
    assert run(root, "suggest", ID, "--write").exit_code == 0
    assert article(root).read_text() == text
    assert "\n".join(line for line in text.split("\n") if not line.startswith("# SUGGESTED")) == before
    with_precis(article(root))
    assert run(root, "publish", ID).exit_code == 0
    assert "SUGGESTED" not in article(root).read_text()
    assert "About 150" not in b"".join(in_memory.make(root).data.values()).decode()


def test_one_key_each_takes_drops_and_publishes(root, tmp_path):
    shown = keys(root, "tsdy", ["suggest", ID], EDITOR=writer(tmp_path))
    assert "Write the precis (20 to 60 words of your own) and publish now?" in shown
    assert "[About 150](#claim-aboard)" in (tmp_path / "seen").read_text()
    assert "[[About 150]] passengers" in shown
    assert "Sound Radio: 140" in shown
    assert "Taken as aboard." in shown
    site, problems = check(root)
    assert errors(problems) == []
    [claim] = site.articles[ID].claims
    assert (claim.printed, claim.sources, claim.cue) == ("About 150", ("ferry-line",), "said")
    assert site.articles[ID].precis == PRECIS.strip()
    assert "GAP precis" not in article(root).read_text()
    assert f"Published {ID}" in shown
    left = [item["printed"] for item in json.loads(run(root, "suggest", ID, "--format", "json").stdout)]
    assert "at least 62" not in left
    assert "About 150" not in left


def block(root: Path) -> str:
    return "".join(
        line for line in article(root).read_text().splitlines(True) if line.startswith("# SUGGESTED")
    )


def test_an_earlier_block_of_comments_loses_what_was_decided_with_keys(root):
    assert run(root, "suggest", ID, "--write").exit_code == 0
    assert all(f"printed: {words}" in block(root) for words in ("About 150", "on Monday", "at least 62"))
    keys(root, "tdqn", ["suggest", ID])
    text = article(root).read_text()
    assert "    printed: About 150\n" in text
    assert all(f"printed: {words}" not in block(root) for words in ("About 150", "on Monday"))
    assert "printed: at least 62" in block(root)
    # What is still proposed can be moved as it stands: no name is given twice.
    assert "id: aboard\n" not in block(root)
    assert errors(check(root)[1]) == []


def test_a_block_of_which_all_is_decided_goes_away(root):
    assert run(root, "suggest", ID, "--write").exit_code == 0
    keys(root, "dddn", ["suggest", ID])
    assert block(root) == ""
    assert "SUGGESTED" not in article(root).read_text()


def test_looking_alone_leaves_the_block_as_it_is(root):
    assert run(root, "suggest", ID, "--write", "--all").exit_code == 0
    path = article(root)
    path.write_text(
        path.read_text().replace("# SUGGESTED     printed: on Monday", "# SUGGESTED     printed: Monday")
    )
    before = path.read_bytes()
    keys(root, "sqn", ["suggest", ID])
    assert path.read_bytes() == before


def test_a_second_question_is_offered_only_where_there_is_one(root):
    found = json.loads(run(root, "suggest", ID, "--format", "json").stdout)
    numbers = [len(item["questions"]) for item in found]
    assert 1 in numbers
    shown = keys(root, "s" * len(found) + "n", ["suggest", ID])
    assert shown.count("2 take for the second question") == sum(number > 1 for number in numbers)


def test_quitting_keeps_what_was_taken(root):
    keys(root, "tqn", ["suggest", ID])
    site, _ = check(root)
    assert len(site.drafts[ID].claims) == 1
    assert "draft: true" in article(root).read_text()


def test_a_proposal_can_be_edited_before_it_is_taken(root, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/printed: About 150/printed: about 150/" "$1"\n')
    editor.chmod(0o755)
    keys(root, "eqn", ["suggest", ID], EDITOR=str(editor))
    assert "printed: about 150" in article(root).read_text()


def test_a_draft_with_errors_is_not_published(root):
    path = with_precis(article(root))
    path.write_text(path.read_text().replace("outlet: harbour-post", "outlet: nobody"))
    before = path.read_bytes()
    result = run(root, "publish", ID)
    assert result.exit_code == 1
    # The line is that of the editor's file, and not of a file without the line "draft: true".
    assert f'{ID}.md:3: outlet: unknown outlet "nobody"' in result.output
    assert "V525 unfinished-draft" in result.output
    assert path.read_bytes() == before
    assert "V524 not-a-draft" in run(root, "publish", "sound-radio-fuse").output


@pytest.mark.parametrize("prose", ["", "\n", "\n...\n"])
def test_a_draft_without_a_precis_is_not_published(root, prose):
    path = article(root)
    path.write_text(path.read_text().rstrip() + "\n" + prose)
    before = path.read_bytes()
    result = run(root, "publish", ID)
    assert result.exit_code == 1
    assert "the article has no précis: write 20 to 60 words of your own" in result.output
    assert "[V526 no-precis]" in result.output
    assert "V307" not in result.output
    assert f"{ID}.md:{before.decode().splitlines().index('---', 1) + 2}: the article" in result.output
    assert path.read_bytes() == before
    # It stops no build of what is published already.
    path.write_text(path.read_text().replace("draft: true\n", ""))
    assert [problem.kind.name for problem in check(root)[1] if problem.path.endswith(f"{ID}.md")] == [
        "precis-length"
    ]


@pytest.mark.parametrize("editor", ["true", "no-such-editor"])
def test_an_editor_who_writes_no_precis_keeps_the_draft(root, editor):
    shown = keys(root, "tqy", ["suggest", ID], EDITOR=editor)
    assert "No precis was written; it stays a draft." in shown
    assert "draft: true" in article(root).read_text()
    assert ("Set EDITOR" in shown) == (editor != "true")


@pytest.mark.parametrize(
    ("name", "said"),
    [("nobody", "V520 no-such-article"), ("harbour-post-adrift", "V521 no-private-text"), ("harbour-post-adrfit", 'did you mean "harbour-post-adrift"')],
)  # fmt: skip
def test_what_cannot_be_suggested_is_told(root, name, said):
    result = run(root, "suggest", name)
    assert (result.exit_code, said in result.output) == (1, True)


def test_a_changed_text_is_told(root):
    text = next((root / "sources").glob("*.txt"))
    text.write_text(text.read_text() + "More.")
    assert "V522 other-text" in run(root, "suggest", ID).output


def test_nothing_of_the_desk_is_read_as_content(root):
    names_ = {document.id for document in load(root).articles}
    assert names_ == {"harbour-post-adrift", "sound-radio-fuse", ID}


def test_what_is_counted_in_other_words_has_a_way_out_that_the_message_names(root):
    keys(root, "tqn", ["suggest", ID])
    with_precis(article(root))
    topic = root / "content/topics/passengers.yml"
    topic.write_text(topic.read_text().replace("counts: aboard", "counts: stuck"))
    told = run(root, "publish", ID).output
    assert "V113 counts-not-printed" in told
    assert "add these to the question's printed_as" in told
    assert run(root, "words", "passengers/aboard", "aboard the Marlo").exit_code == 0
    result = run(root, "publish", ID)
    assert "V113" not in result.output
    assert f"Published {ID}" in result.output


def test_what_nobody_sees_in_a_text_never_comes_into_the_content(tmp_path):
    root = write_site(tmp_path)
    spoilt = REPORT
    for word, other in (
        ("Ferry line raises", "Ferry\u202e li\u00adne rai\u200bses"),
        ("150 passengers", "150\u200d pas\u200csengers"),
        ("Monday", "Mon\u2060day"),
        ("ashore by", "ash\u200core by"),
        ("We are very", "We\u206a are very"),
        ("spokeswoman said on", "spokes\u200cwoman sa\u00adid on"),
    ):
        assert spoilt.count(word) == 1
        spoilt = spoilt.replace(word, other)
    (root / "report.txt").write_text(spoilt, encoding="utf-8")
    added = run(root, "add", str(root / "report.txt"))
    assert added.exit_code == 0, added.output
    assert load(root).problems == []
    (path,) = [path for path in (root / "content" / "articles").iterdir() if "raises" in path.name]
    assert "headline: Ferry line raises its count\n" in path.read_text(encoding="utf-8")
    result = run(root, "suggest", path.stem, "--write", "--all")
    assert result.exit_code == 0, result.output
    assert "# SUGGESTED" in path.read_text(encoding="utf-8")
    assert load(root).problems == []
    # As if each had been taken.
    text = path.read_text(encoding="utf-8")
    lines = [
        line.removeprefix("# SUGGESTED ") for line in text.splitlines() if line.startswith("# SUGGESTED   ")
    ]
    front = text.replace(
        "claims: []", "\n".join(["claims:", *(line for line in lines if "question: ?" not in line)])
    )
    path.write_text(front, encoding="utf-8")
    assert [problem for problem in load(root).problems if problem.kind.code in ("V003", "V014")] == []
