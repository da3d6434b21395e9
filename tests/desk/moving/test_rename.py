"""Other ids: all that names them follows, in the files as they are written, and old addresses lead on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from builder.content.load import load
from builder.content.problems import ContentError
from builder.content.vocabulary import KINDS_OF_IDS
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.names import all_named
from builder.desk.moving.plan import Plan
from builder.desk.moving.rename import plan_rename
from tests.desk.running import files, run
from tests.factory import changed, check, told, valid, write_site

TODAY = "2031-06-01"
ADRIFT, RADIO = "harbour-post-adrift", "sound-radio-fuse"
ABOUT = """\
---
title: About
---
See [the row](topics/passengers.md#aboard), [its cell](topics/passengers.md#aboard--harbour-post), [a claim][1],
[the line](sources/ferry-line.md) and [the paper](outlets/harbour-post.md), [data](data/topics/passengers.csv).
<a href="topics/passengers/">as it is</a>

[1]: articles/harbour-post-adrift.md#claim-aboard
"""


def site(tmp_path: Path, more: dict[str, str | bytes | None] | None = None) -> Path:
    """The valid site with pages, links, a draft, a log and everything else that may name something."""
    text = valid(f"articles/{ADRIFT}.md").replace(
        "It takes the number", "It takes [the number](#claim-aboard)"
    )
    text = text.replace(
        "inferred:\n", "spellings:\n  ferry-line: [Marlo Line]\n  osk-sound: [Osk Strait]\ninferred:\n"
    )
    given: dict[str, str | bytes | None] = {
        f"articles/{ADRIFT}.md": text,
        "articles/radio-again.md": valid(f"articles/{RADIO}.md").replace(
            "outlet: sound-radio\n", f"draft: true\noutlet: sound-radio\ncopy_of: {RADIO}   # the same\n"
        ),
        "about.md": ABOUT,
        "guide/first.md": "Back to [the topic](../topics/passengers.md).\n",
        "changes/first.yml": f'at: "2031-03-05T00:00:00Z"\nchanges:\n  - what: new article\n    article: {ADRIFT}\n',
    }
    given |= more or {}
    return write_site(tmp_path, {name: text for name, text in given.items() if text is not None})


def renamed(root: Path, what: str, new: str, kind: str | None = None) -> Plan:
    plan = plan_rename(Desk(root), what, new, TODAY, kind)
    together.write(root, plan)
    return plan


def test_the_site_of_these_tests_is_sound(tmp_path):
    assert [line for line in told(site(tmp_path)) if "V215" not in line and "V226" not in line] == []


@pytest.mark.parametrize("kind", KINDS_OF_IDS)
def test_everything_that_has_an_id_can_have_another(tmp_path, kind):
    root = site(tmp_path)
    before = told(root)
    for named in [one for one in all_named(load(root)) if one.kind == kind]:
        new = f"{named.part}-then"
        renamed(root, named.id, new, kind)
        owner = f"{named.owner}/" if "/" in named.id else ""
        now = {(one.kind, one.id) for one in all_named(load(root))}
        assert (kind, f"{owner}{new}") in now
        assert (kind, named.id) not in now
    assert len(told(root)) == len(before)


def test_a_renamed_article(tmp_path):
    root = site(tmp_path)
    before = files(root)
    plan = renamed(root, ADRIFT, "harbour-post-a-night")
    after = files(root)
    path = "content/articles/harbour-post-a-night.md"
    assert after[path] == before[f"content/articles/{ADRIFT}.md"]
    assert f"content/articles/{ADRIFT}.md" not in after
    assert "[1]: articles/harbour-post-a-night.md#claim-aboard" in after["content/about.md"].decode()
    assert after["content/moved.yml"].decode() == (
        f"articles:\n  {ADRIFT}:\n    to: harbour-post-a-night\n    on: {TODAY}\n"
    )
    # The log is not written anew: it is read with the names of today.
    assert after["content/changes/first.yml"] == before["content/changes/first.yml"]
    [publication] = check(root)[0].log
    assert [change.article for change in publication.changes] == ["harbour-post-a-night"]
    others = {one.path for one in plan.changes} - {path, f"content/articles/{ADRIFT}.md"}
    assert others == {"content/about.md", "content/moved.yml"}


def test_a_renamed_question_and_topic(tmp_path):
    root = site(tmp_path)
    before = files(root)
    renamed(root, "passengers/aboard", "on-board")
    now = files(root)
    for name in (f"articles/{ADRIFT}.md", f"articles/{RADIO}.md", "articles/radio-again.md"):
        was = before[f"content/{name}"].decode()
        assert was.count("question: passengers/aboard\n") == 1
        assert now[f"content/{name}"].decode() == was.replace("passengers/aboard\n", "passengers/on-board\n")
    about = now["content/about.md"].decode()
    assert "(topics/passengers.md#on-board), [its cell](topics/passengers.md#on-board--harbour-post)" in about
    renamed(root, "passengers", "people")
    now = files(root)
    assert "question: people/on-board\n" in now[f"content/articles/{RADIO}.md"].decode()
    assert "(../topics/people.md)" in now["content/guide/first.md"].decode()
    assert "(data/topics/people.csv)" in now["content/about.md"].decode()
    # What MkDocs leaves as it is, leads on by the old address.
    assert '<a href="topics/passengers/">' in now["content/about.md"].decode()
    moved = {(one.kind, one.id): one.to for one in check(root)[0].moved}
    assert moved == {
        ("questions", "passengers/aboard"): "people/on-board",
        ("topics", "passengers"): "people",
    }


def test_a_renamed_claim_is_named_within_its_article(tmp_path):
    root = site(tmp_path)
    renamed(root, f"{ADRIFT}/aboard", "on-board")
    text = (root / f"content/articles/{ADRIFT}.md").read_text()
    assert "- id: on-board\n    question: passengers/aboard" in text
    assert "part_of: on-board" in text
    assert "[the number](#claim-on-board)" in text
    assert f"[1]: articles/{ADRIFT}.md#claim-on-board" in (root / "content/about.md").read_text()
    assert "- id: aboard" in (root / f"content/articles/{RADIO}.md").read_text()


def test_former_words_keep_their_claim(tmp_path):
    former = "former:\n  - source_file: a.txt\n    source_sha256: " + "3c" * 32
    former += "\n    revised: 2031-03-06\n    claims:\n      - id: aboard\n        printed: hundreds\n    added: [reason]\n"
    text = valid(f"articles/{ADRIFT}.md").replace("claims:\n", f"{former}claims:\n", 1)
    root = site(tmp_path, {f"articles/{ADRIFT}.md": text})
    renamed(root, f"{ADRIFT}/aboard", "on-board")
    renamed(root, f"{ADRIFT}/reason", "why")
    assert check(root)[0].articles[ADRIFT].former[0].added == ("why",)
    assert check(root)[0].articles[ADRIFT].former[0].claims[0].id == "on-board"


def test_a_renamed_source_and_place(tmp_path):
    root = site(tmp_path)
    renamed(root, "ferry-line", "osk-line")
    renamed(root, "osk-sound", "osk-strait", "places")
    text = (root / f"content/articles/{ADRIFT}.md").read_text()
    assert "  osk-line: [Marlo Line]\n  osk-strait: [Osk Strait]\n" in text
    assert "value: [osk-strait]" in text
    assert "(sources/osk-line.md)" in (root / "content/about.md").read_text()


def test_a_name_may_be_had_again_by_what_had_it_and_by_nothing_else(tmp_path):
    root = site(tmp_path)
    renamed(root, ADRIFT, "a-night")
    with pytest.raises(Refusal, match="was the name of something else"):
        renamed(root, RADIO, ADRIFT)
    renamed(root, "a-night", ADRIFT)
    assert {(one.id, one.to) for one in check(root)[0].moved} == {("a-night", ADRIFT)}
    assert [line for line in told(root) if "V215" not in line] == []


def test_a_draft_leaves_no_word(tmp_path):
    root = site(tmp_path)
    assert renamed(root, "radio-again", "radio-later").moved == []
    assert not (root / "content/moved.yml").exists()
    renamed(root, RADIO, "radio-fuse")
    assert "copy_of: radio-fuse   # the same\n" in (root / "content/articles/radio-later.md").read_text()


def test_the_navigation_in_the_settings_follows(tmp_path):
    root = site(tmp_path)
    settings = "site_name: T\nplugins: [search, variorum]\nnav:\n  - Night: articles/harbour-post-adrift.md   # ours\n"
    (root / "mkdocs.yml").write_text(settings + "x: !ENV [HOME, a]\n")
    renamed(root, ADRIFT, "a-night")
    assert (root / "mkdocs.yml").read_text() == settings.replace(ADRIFT, "a-night") + "x: !ENV [HOME, a]\n"


def test_proposals_that_were_dropped_stay_dropped(tmp_path):
    root = site(tmp_path)
    (root / "sources").mkdir()
    (root / "sources/suggestions-dropped.json").write_text(json.dumps({ADRIFT: ["1-2 x"], RADIO: ["3-4 y"]}))
    renamed(root, ADRIFT, "a-night")
    assert json.loads((root / "sources/suggestions-dropped.json").read_text()) == {
        "a-night": ["1-2 x"],
        RADIO: ["3-4 y"],
    }


@pytest.mark.parametrize(
    "new",
    [
        "../x",
        "/etc/passwd",
        "A",
        "a b",
        "",
        "a--b",
        "index",
        "x" * 81,
        "a\n",
        "é",
        ".",
        "..",
        "a/b",
        RADIO,
        ADRIFT,
    ],
)
def test_hostile_and_taken_names_are_refused_and_nothing_changes(tmp_path, new):
    root = site(tmp_path)
    before = files(tmp_path)
    with pytest.raises(Refusal, match=r"V537|V539"):
        renamed(root, ADRIFT, new)
    assert files(tmp_path) == before


def test_a_claim_stays_in_its_article(tmp_path):
    with pytest.raises(Refusal, match="stays in its article"):
        renamed(site(tmp_path), f"{ADRIFT}/aboard", f"{RADIO}/other")


def test_what_is_not_there_and_what_is_two_things(tmp_path):
    root = site(tmp_path)
    with pytest.raises(Refusal, match=rf'no "{ADRIFT[:-1]}" \(did you mean "{ADRIFT}"'):
        renamed(root, ADRIFT[:-1], "x")
    shutil.copy(root / f"content/articles/{RADIO}.md", root / "content/articles/cause.md")
    with pytest.raises(Refusal, match="--kind articles, --kind topics"):
        renamed(root, "cause", "x")
    renamed(root, "cause", "x", "articles")


def test_content_with_errors_is_not_touched(tmp_path):
    """What cannot be read may name it."""
    root = site(tmp_path, changed("topics/cause.yml", "questions:", "questions: ["))
    with pytest.raises(ContentError):
        renamed(root, ADRIFT, "x")


def test_links_out_of_the_project_are_not_followed(tmp_path):
    root = site(tmp_path)
    outside = tmp_path / "outside.yml"
    outside.write_text(valid("topics/passengers.yml"))
    (root / "content/topics/passengers.yml").unlink()
    (root / "content/topics/passengers.yml").symlink_to("cause-passengers.yml")
    shutil.copy(outside, root / "content/topics/cause-passengers.yml")
    before = files(tmp_path)
    with pytest.raises((Refusal, ContentError)):
        renamed(root, "passengers/aboard", "x")
    assert files(tmp_path) == before


def test_on_the_command_line(tmp_path):
    root = site(tmp_path)
    before = files(root)
    shown = run(root, "rename", "passengers/aboard", "on-board", "--dry-run")
    assert shown.exit_code == 0
    assert "+    question: passengers/on-board" in shown.output.splitlines()
    assert "Would be renamed: passengers/aboard -> passengers/on-board" in shown.output
    assert files(root) == before
    told_json = json.loads(
        run(root, "rename", "passengers/aboard", "on-board", "--dry-run", "--format", "json").output
    )
    assert told_json["renamed"] == "passengers/aboard"
    assert told_json["dry_run"] is True
    assert told_json["to"] == "passengers/on-board"
    assert {"path": "content/moved.yml", "new": True, "removed": False} in told_json["files"]
    assert files(root) == before
    assert run(root, "rename", "passengers/aboard", "on-board").exit_code == 0
    assert (root / "content/moved.yml").exists()
    refused = run(root, "rename", "passengers/aboard", "x")
    assert refused.exit_code == 1
    assert "[V536 nothing-named]\n  Next: " in refused.output
    refused_json = json.loads(run(root, "rename", "nobody", "x", "--format", "json").output)
    assert refused_json["renamed"] is None
    assert [problem["code"] for problem in refused_json["problems"]] == ["V536"]


def test_a_renamed_thing_is_no_news(tmp_path):
    """What was only renamed neither came nor went."""
    root = site(tmp_path)
    before = shutil.copytree(root, tmp_path / "before")
    renamed(root, ADRIFT, "a-night")
    renamed(root, "passengers", "people")
    renamed(root, "ferry-line", "osk-line")
    assert run(root, "diff", "--against", str(before)).output == f"0 changes against {before}.\n"
    assert "Nothing to write" in run(root, "log", "--against", str(before)).output
