"""What goes leaves no loose ends: nothing names it any more, readers are told, and its old address says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.vocabulary import News
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.plan import Plan
from builder.desk.moving.remove import plan_remove
from tests.desk.moving.test_rename import ADRIFT, RADIO, TODAY, site
from tests.desk.running import files, run
from tests.factory import check, told, valid

WHY = "It was the same text twice."


def removed(root: Path, what: str, **more: object) -> Plan:
    plan = plan_remove(Desk(root), what, TODAY, **{"why": WHY, **more})  # type: ignore[arg-type]
    together.write(root, plan)
    return plan


def sound(root: Path) -> bool:
    return not [line for line in told(root) if "V215" not in line and "V226" not in line]


def test_an_article_that_is_named_elsewhere_stays(tmp_path):
    root = site(tmp_path)
    before = files(root)
    with pytest.raises(Refusal) as refused:
        removed(root, ADRIFT)
    assert f'content/about.md:8: links to "{ADRIFT}"' in refused.value.message
    assert "2 places still name it" in refused.value.message
    with pytest.raises(Refusal, match=r'radio-again.md:4: copy_of: names "sound-radio-fuse"'):
        removed(root, RADIO)
    assert files(root) == before


def test_an_article_that_goes(tmp_path):
    root = site(tmp_path, {"about.md": None})
    headline = check(root)[0].articles[ADRIFT].headline
    plan = removed(root, ADRIFT)
    assert sound(root)
    assert plan.remarks == ["Its text, 001_harbour.txt, stays in the private folder."]
    found, _ = check(root)
    assert ADRIFT not in found.articles
    [tombstone] = found.moved
    assert (tombstone.kind, tombstone.id, tombstone.to, tombstone.why) == ("articles", ADRIFT, None, WHY)
    # The log that told of it names it in words, and a new file says that it went.
    changes = {publication.id: publication.changes for publication in found.log}
    [first] = changes.pop("first")
    assert (first.what, first.article, first.gone) == (
        News.NEW_ARTICLE,
        None,
        f"The Harbour Post: {headline}",
    )
    assert first.topic == "passengers"
    [(name, news)] = changes.items()
    assert name.endswith(ADRIFT)
    assert [(change.what, change.gone) for change in news] == [
        (News.REMOVED, f"The Harbour Post: {headline}")
    ]


def test_something_may_take_its_place(tmp_path):
    root = site(tmp_path, {"about.md": None})
    removed(root, ADRIFT, why=None, to=RADIO)
    assert [(one.id, one.to) for one in check(root)[0].moved] == [(ADRIFT, RADIO)]
    with pytest.raises(Refusal, match="V537"):
        removed(root, RADIO, to=RADIO)


def test_readers_are_told_why(tmp_path):
    root = site(tmp_path, {"about.md": None})
    for why in (None, "", "  "):
        with pytest.raises(Refusal, match="V541"):
            removed(root, ADRIFT, why=why)


def test_a_question_with_what_answers_it(tmp_path):
    root = site(tmp_path)
    with pytest.raises(Refusal, match='names "passengers/ashore"'):
        removed(root, "passengers/ashore")
    plan = removed(root, "passengers/ashore", with_claims=True)
    assert [one.id for one in plan.takes] == [f"{ADRIFT}/ashore"]
    assert sound(root)
    text = (root / f"content/articles/{ADRIFT}.md").read_text()
    assert "ashore" not in text.replace("fetched", "")
    # A stated silence on it has nothing to be silent on.
    assert "silences" not in (root / f"content/articles/{RADIO}.md").read_text()
    assert {(one.kind, one.id) for one in check(root)[0].moved} == {
        ("questions", "passengers/ashore"),
        ("claims", f"{ADRIFT}/ashore"),
    }


def test_a_topic_with_its_claims(tmp_path):
    root = site(tmp_path, {"about.md": None, "guide/first.md": None})
    link = (root / f"content/articles/{ADRIFT}.md").read_text()
    (root / f"content/articles/{ADRIFT}.md").write_text(
        link.replace("[the number](#claim-aboard)", "the number")
    )
    removed(root, "passengers", with_claims=True)
    assert sound(root)
    assert not (root / "content/topics/passengers.yml").exists()
    assert "passengers" not in (root / "content/stories.yml").read_text().split("topics:")[1]
    with pytest.raises(Refusal, match=r'stories.yml:\d+: .*topics\[0\]: names "cause"'):
        removed(root, "cause", with_claims=True)


def test_a_claim_that_others_name_stays(tmp_path):
    root = site(tmp_path)
    with pytest.raises(Refusal, match=r"claims\[1\].part_of: names"):
        removed(root, f"{ADRIFT}/aboard")
    removed(root, f"{ADRIFT}/ashore")
    assert sound(root)
    assert "- id: stopped" in (root / f"content/articles/{ADRIFT}.md").read_text()


def test_former_words_of_a_claim_go_with_it(tmp_path):
    former = "former:\n  - source_file: a.txt\n    source_sha256: " + "3c" * 32
    former += "\n    revised: 2031-03-06\n    claims:\n      - id: ashore\n        printed: fifty\n    added: [reason, ashore]\n"
    text = valid(f"articles/{ADRIFT}.md").replace("claims:\n", f"{former}claims:\n", 1)
    root = site(tmp_path, {f"articles/{ADRIFT}.md": text.replace(", ashore]", "]")})
    removed(root, f"{ADRIFT}/ashore")
    assert sound(root)
    [revision] = check(root)[0].articles[ADRIFT].former
    assert (revision.claims, revision.added) == ((), ("reason",))


@pytest.mark.parametrize(
    ("what", "where"),
    [
        ("harbour-post", f"articles/{ADRIFT}.md:2: outlet"),
        ("ferry-line", "spellings.ferry-line"),
        ("osk-sound", "spellings.osk-sound"),
    ],
)
def test_outlets_sources_and_places_in_use_stay(tmp_path, what, where):
    with pytest.raises(Refusal) as refused:
        removed(site(tmp_path), what)
    assert where in refused.value.message


def test_a_source_that_nothing_names(tmp_path):
    root = site(tmp_path)
    path = root / "content/sources.yml"
    before = path.read_text()
    path.write_text(f"{before}mayor:   # of Osk\n  name: the mayor\n  kind: officials\n  stake: none\n")
    removed(root, "mayor")
    assert path.read_text() == before


def test_news_of_what_goes_stand_in_words(tmp_path):
    log = f"""\
at: "2031-03-05T00:00:00Z"
changes:
  # A number.
  - what: new high
    question: passengers/aboard
    claims: [{ADRIFT}/aboard, {RADIO}/aboard]
    now: 140
  - what: relation turned
    claims: [{ADRIFT}/ashore, {RADIO}/reason]
    question: passengers/ashore
    was: same
    now: conflict
  - what: correction
    claims: [{ADRIFT}/ashore]
    text: These pages said 50.
"""
    root = site(tmp_path, {"changes/first.yml": log})
    removed(root, "passengers/ashore", with_claims=True)
    assert sound(root)
    assert (
        (root / "content/changes/first.yml").read_text()
        == f"""\
at: "2031-03-05T00:00:00Z"
changes:
  # A number.
  - what: new high
    question: passengers/aboard
    claims: [{ADRIFT}/aboard, {RADIO}/aboard]
    now: 140
  - what: relation turned
    was: same
    now: conflict
    gone: {check(site(tmp_path / "b"))[0].topics["passengers"].questions[1].short}
    topic: passengers
  - what: correction
    text: These pages said 50.
    gone: "The Harbour Post: “60”"
    topic: passengers
"""
    )


def test_a_draft_goes_without_a_word(tmp_path):
    root = site(tmp_path)
    removed(root, "radio-again", why=None)
    assert sound(root)
    assert not (root / "content/moved.yml").exists()
    assert sorted(path.name for path in (root / "content/changes").iterdir()) == ["first.yml"]


def test_what_led_to_a_part_of_it_says_why(tmp_path):
    root = site(tmp_path, {"about.md": None})
    moved = f"claims:\n  {RADIO}/crew:\n    to: {ADRIFT}/aboard\narticles:\n  night:\n    to: {ADRIFT}\n"
    (root / "content/moved.yml").write_text(moved)
    removed(root, ADRIFT)
    assert sound(root)
    found = {one.id: (one.to, one.why) for one in check(root)[0].moved}
    assert found == {f"{RADIO}/crew": (None, WHY), "night": (None, WHY), ADRIFT: (None, WHY)}


def test_on_the_command_line(tmp_path):
    root = site(tmp_path, {"about.md": None})
    before = files(root)
    shown = run(root, "remove", ADRIFT, "--why", WHY, "--dry-run")
    assert shown.exit_code == 0
    assert "+++ /dev/null" in shown.output
    assert files(root) == before
    refused = run(root, "remove", "harbour-post", "--why", WHY)
    assert refused.exit_code == 1
    assert "[V538 still-named]\n  Next: Change the places above first." in refused.output
    done = run(root, "remove", ADRIFT, "--why", WHY)
    assert done.exit_code == 0
    assert f"Removed: {ADRIFT}, with {ADRIFT}/aboard" in done.output
