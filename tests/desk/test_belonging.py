"""Which story an article belongs to: only its questions, speakers and places are proposed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.content.model import Place, Site, Source, Story, Topic
from builder.content.vocabulary import Answer, Stake
from builder.desk.belonging import Belonging
from builder.desk.desk import Desk
from builder.proof.text import text_of
from tests.desk.running import run
from tests.factory import article, figure, placed, question, site, write_site

MORE = "Nobody said how long the work would go on, what it would cost, or who would pay for it in the end."
BRIDGE = f"""Harbour Post

Bridge closed for repairs

By Ina Dahl
4 March 2031

Officials said that 12 cracks were found in the Tarn bridge.

The Tarn bridge inspectors counted the cracks on Monday.

{MORE}
"""
ID = "harbour-post-bridge-closed-for-repairs"
TOPIC = """title: The bridge
lead: What is wrong with the Tarn bridge.
questions:
  - id: cracks
    text: How many cracks did the inspectors of the Tarn bridge find?
    short: Cracks in the Tarn bridge
    answer: quantity
    unit: cracks
    counts: found
    of: the bridge
"""


def two_stories(folder: Path, text: str = BRIDGE) -> Path:
    """The ferry's site with a second story on a bridge, and an article in the folder that is not added yet."""
    root = write_site(folder)
    (root / "content/topics/bridge.yml").write_text(TOPIC)
    stories = root / "content/stories.yml"
    stories.write_text(
        f"{stories.read_text()}\nbridge:\n  title: Repairs of the Tarn bridge\n  summary: Cracks and inspectors.\n"
        "  topics: [bridge]\n"
    )
    (root / "report.txt").write_text(text, encoding="utf-8")
    return root


def suggested(root: Path) -> list[dict[str, object]]:
    found = run(root, "suggest", ID, "--format", "json")
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def test_only_the_storys_questions_and_speakers_are_proposed(tmp_path):
    root = two_stories(tmp_path, BRIDGE.replace("Officials", "The coastguard"))
    assert run(root, "add", str(root / "report.txt"), "--slug", ID).exit_code == 0
    (proposal,) = suggested(root)
    assert [one["question"] for one in proposal["questions"]] == ["bridge/cracks"]
    # The coastguard speaks in the ferry's story.
    assert proposal["sources"] == []


def test_a_text_that_may_be_of_several_is_asked_for_its_story(tmp_path):
    root = two_stories(
        tmp_path,
        f"Harbour Post\n\nTwelve lamps are out\n\nThe mayor said that 12 lamps were out on the way to the old school.\n\n{MORE}\n",
    )
    assert run(root, "add", str(root / "report.txt"), "--slug", ID).exit_code == 0
    told = run(root, "suggest", ID)
    assert told.exit_code == 1
    assert "V529 which-story" in told.output
    assert "bridge" in told.output
    file = root / f"content/articles/{ID}.md"
    assert "story: not clear which. Write story: one of ferry-breakdown, bridge" in file.read_text()
    file.write_text(file.read_text().replace("draft: true", "draft: true\nstory: bridge"))
    assert run(root, "suggest", ID).exit_code == 0


def test_a_draft_has_the_story_that_its_text_is_clearly_of(tmp_path):
    root = two_stories(tmp_path)
    added = run(root, "add", str(root / "report.txt"), "--slug", ID)
    assert "Gap:  story" not in added.output
    assert "\nstory: bridge\n" in (root / f"content/articles/{ID}.md").read_text()


def test_an_unknown_story_is_told_at_its_line(tmp_path):
    root = two_stories(tmp_path)
    assert run(root, "add", str(root / "report.txt"), "--slug", ID).exit_code == 0
    file = root / f"content/articles/{ID}.md"
    file.write_text(file.read_text().replace("story: bridge", "story: brigde"))
    line = 1 + file.read_text().splitlines().index("story: brigde")
    told = run(root, "check")
    assert (
        f'content/articles/{ID}.md:{line}: story: unknown story "brigde" (did you mean "bridge"?)'
        in told.output
    )


def test_a_speaker_or_place_of_one_story_is_none_of_another():
    one, other = question(Answer.QUANTITY), question(Answer.QUANTITY, topic="bridge")
    where = question(Answer.PLACE, topic="bridge", id="where")
    articles = (
        article("post", figure("140", sources=("line",))),
        article("radio", figure("12", question=other.path, sources=("inspectors",), via=("coastguard",))),
        article("wire", placed("tarn", question=where.path, sources=())),
    )
    told = site(articles, [one])
    told.topics["bridge"] = Topic("bridge", "Bridge", "", (other, where))
    told.stories["bridge"] = Story("bridge", "Bridge", "", ("bridge",))
    told.sources.clear()
    told.places.clear()
    for id in ("line", "inspectors", "coastguard", "mayor"):
        told.sources[id] = Source(id, id, id, "officials", Stake.NONE)
    for id in ("tarn", "sound"):
        told.places[id] = Place(id, id)
    known = Belonging(told)
    assert [source.id for source in known.sources("bridge")] == ["inspectors", "coastguard", "mayor"]
    assert [source.id for source in known.sources("breakdown")] == ["line", "mayor"]
    assert [place.id for place in known.places("breakdown")] == ["sound"]
    assert [place.id for place in known.places("bridge")] == ["tarn", "sound"]
    assert {question.topic for question in known.questions("bridge")} == {"bridge"}
    assert len(known.sources(None)) == 4
    assert len(known.questions(None)) == 3


@pytest.mark.parametrize("stated", ["ferry-breakdown", "bridge"])
def test_what_the_file_says_comes_first(tmp_path, stated):
    root = two_stories(tmp_path)
    assert run(root, "add", str(root / "report.txt"), "--slug", ID).exit_code == 0
    file = root / f"content/articles/{ID}.md"
    file.write_text(file.read_text().replace("story: bridge", f"story: {stated}"))
    desk = Desk(root)
    document = desk.document(ID)
    assert Belonging(desk.site).story_of(document, desk.text(document)) == stated


def test_a_text_in_another_language_is_of_the_story_whose_names_it_has():
    told = site((), [question(Answer.QUANTITY)])
    told.places.clear()
    told.places["osk"] = Place("osk", "Oskland", ("Oschland",))
    told.places["pell"] = Place("pell", "Pell", ("Pelle",))
    other = question(Answer.QUANTITY, topic="flood")
    told.topics["flood"] = Topic("flood", "Flood", "", (other,))
    told.stories["flood"] = Story("flood", "The flood of Oskland", "Water stood in Pell.", ("flood",))
    text = text_of(
        "a.txt", "In Oschland stand das Wasser, am höchsten in Pelle, und niemand wurde verletzt.".encode()
    )
    assert Belonging(told).by_words(text, "de") == "flood"
    assert Belonging(told).by_words(text_of("a.txt", b"In Oschland stand das Wasser."), "de") is None


def test_a_name_that_no_registry_has_tells_the_story_of_a_text_in_another_language() -> None:
    told = {
        "slide": (
            "The slide at Ärlo",
            "On 2 March 2031 a slope slid into the valley of Ärlo, below the Krohn dam.",
        ),
        "ferry": ("The ferry that stopped", "On 3 March 2031 the ferry lost power off Osk."),
    }
    stories = {id: Story(id, title, summary, ()) for id, (title, summary) in told.items()}
    of = Belonging(Site(stories=stories))
    text = text_of("x", "El martes cayó una ladera sobre Arlo, junto a la presa Krohn.".encode())
    assert of.by_words(text, "es") == "slide"
