"""A whole small story made at the desk alone, from a new site to two published articles, with no file touched by hand."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.example import remove_example
from builder.desk.new import new
from builder.proof.check import proofread
from tests.adapters.desk.asked import Asked

FIRST = """Marn Courier

Cable car stops over the Marn, 31 people rescued

By Ada Holm
4 May 2031

The cable car over the Marn stopped in the wind on Saturday. Rescuers brought 31 people down, the fire service said on
Sunday, and 6 people were injured.

The operator said that the cable had been looked at in April and that nothing had been found. The line stays closed until
further notice.
"""
SECOND = """Marn Radio

Nine hurt as cable car stops

5 May 2031

Nine people were injured when the cable car over the Marn stopped on Saturday, the fire service said on Monday. It corrected
its first count after three more guests had gone to a doctor.

Rescuers brought 33 people down with ropes. The operator did not answer questions of this station.
"""
GERMAN = """Talbote

Seilbahn über die Marn steht still

Von Lena Roth
6. Mai 2031

Die Seilbahn über die Marn ist am Samstag stehen geblieben. Die Feuerwehr hat 33 Menschen gerettet, wie sie am Montag
mitteilte. Neun Menschen wurden dabei verletzt, und der Betreiber hat sich dazu nicht geäußert.
"""
PRECIS = (
    "The outlet tells how the cable car stopped and how its guests came down. It has the injured from the fire service, which it "
    "names, and says of the operator what it told or did not tell. It leaves open why the cable stopped and when the line is "
    "to open again."
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    new(tmp_path / "site", "Marn")
    return tmp_path / "site"


def fields(page: str) -> dict[str, str]:
    """Return what the form of a bibliography holds."""
    form = page[page.index('class="about"') :]
    found = {
        name: html.unescape(value)
        for name, value in re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form)
    }
    found |= dict(re.findall(r'name="(seen)" value="([^"]+)"', form))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        found[name] = (chosen[1] if chosen[1] is not None else chosen[2]) if chosen else ""
    return found


def added(root: Path, desk: Asked, text: str, **changed: str) -> str:
    """Paste a text, save the bibliography as it is proposed but for some fields, and return the article's id."""
    before = set(Desk(root).documents)
    page = desk.post("/add", text=text)
    [id] = set(Desk(root).documents) - before
    desk.post(f"/a/{id}/about", **{**fields(page), **changed})
    return id


def took(desk: Asked, id: str) -> int:
    """Take all that is proposed, and return how many there were."""
    for number in range(20):
        page = desk.get(f"/a/{id}")
        at = re.search(r'name="at" value="(p[^"]+)"', page)
        if at is None:
            return number
        desk.post(f"/a/{id}", do="take", at=at[1], show="open")
    raise AssertionError("proposals come again")


def test_a_story_from_nothing(root: Path, desk: Asked) -> None:
    assert "Take the example out" in desk.get("/")
    assert "The example is out" in desk.post("/step", do="example")
    assert Desk(root).documents == {}
    assert "Take the example out" not in desk.get("/")

    page = desk.post("/add", text=FIRST)
    # The name above the headline is proposed; what kind of outlet it is, nobody has said.
    assert fields(page)["outlet"] == "+"
    assert fields(page)["outlet-name"] == "Marn Courier"
    assert fields(page)["outlet-kind"] == ""
    [refused] = Desk(root).documents
    assert "choose what kind of outlet" in desk.post(f"/a/{refused}/about", **fields(page))
    assert not Desk(root).site.outlets, "nobody says of an outlet that its texts name none"
    desk.post("/step", do="undo")
    first = added(root, desk, FIRST, **{"outlet-kind": "newspaper"})
    second = added(root, desk, SECOND, **{"outlet-kind": "broadcaster"})
    german = added(root, desk, GERMAN, **{"outlet-kind": "newspaper"})
    site = Desk(root).site
    assert list(site.outlets) == ["marn-courier", "marn-radio", "talbote"]
    assert site.drafts[german].language == "de"
    # Of an empty byline the page has the reason, which the editor sees and may change.
    assert "byline" in Desk(root).document(second).data["inferred"]

    page = desk.get("/ask")
    assert re.search("How many people were (injured|wounded)[?]", page)
    asked = {"unit": "people", "counts": "injured", "of": "people", "running": "true", "answer": "quantity"}
    story = {
        "story": "+",
        "story-title": "The cable car",
        "story-summary": "A cable car stopped over the Marn.",
    }
    topic = {"topic": "+", "topic-title": "The rescue", "topic-lead": "How many were rescued and hurt."}
    page = desk.post(
        "/ask", text="How many people were injured?", short="Injured", **{**asked, "of": ""}, **topic, **story
    )
    assert "of whom or what" in page
    assert not Desk(root).site.topics
    desk.post("/ask", text="How many people were injured?", short="Injured", **asked, **topic, **story)
    desk.post(
        "/ask",
        text="How many people were rescued?",
        short="Rescued",
        topic="rescue",
        **{**asked, "counts": "rescued"},
    )
    fire = {"name": "Fire service of Marn", "aliases": "fire service, Feuerwehr", "stake": "none"}
    assert "choose one" in desk.get("/ask")
    desk.post("/ask", **{"kind-of": "sources", "kind": "organisation", **fire})
    assert [one.path for one in Desk(root).site.topics["rescue"].questions] == [
        "rescue/injured",
        "rescue/rescued",
    ]

    for id in (first, second, german):
        assert took(desk, id) > 0, id
        desk.post(f"/a/{id}", do="precis", precis=PRECIS, seen=precis_seen(desk, id), show="open")
        assert "is published" in desk.post(f"/a/{id}/publish", do="publish")
    read = proofread(root)
    assert errors(read.problems) == []
    printed = {claim.printed for article in read.site.articles.values() for claim in article.claims}
    assert {"6", "Nine", "Neun"} <= printed


def precis_seen(desk: Asked, id: str) -> str:
    """Return by what the desk knows the précis that is shown."""
    page = desk.get(f"/a/{id}")
    found = re.findall(r'name="seen" value="([^"]+)"', page[page.index('id="precis"') :])
    return str(found[0])


def test_drafts_of_a_second_story_are_given_to_it(root: Path, desk: Asked) -> None:
    id = added(root, desk, FIRST, **{"outlet-kind": "newspaper"})
    story = {
        "story": "+",
        "story-title": "The cable car",
        "story-summary": "A cable car stopped over the Marn.",
    }
    topic = {"topic": "+", "topic-title": "The rescue", "topic-lead": "How many were rescued and hurt."}
    asked = {"unit": "people", "counts": "injured", "of": "people", "answer": "quantity"}
    desk.post(
        "/ask",
        text="How many people were injured?",
        short="Injured",
        **asked,
        **topic,
        **story,
        **{f"about-{id}": "yes"},
    )
    assert Desk(root).document(id).data["story"] == "cable-car"
    # A second topic of much the same name gets another id.
    again = {**topic, "topic-title": "After the rescue", "story": "cable-car"}
    desk.post(
        "/ask",
        text="How many people were rescued?",
        short="Rescued",
        **{**asked, "counts": "rescued"},
        **again,
    )
    assert list(Desk(root).site.topics)[-1:] != ["closure"]
    assert len(Desk(root).site.topics) == 3


def test_a_new_topic_of_several_stories_goes_into_none_that_nobody_chose(root: Path, desk: Asked) -> None:
    first = next(iter(Desk(root).site.stories))
    asked = {"text": "Who pays?", "short": "Who pays", "answer": "who", "topic": "+", "topic-title": "Money"}
    asked["topic-lead"] = "Who pays for it."
    story = {"story": "+", "story-title": "The cable car", "story-summary": "A cable car stopped."}
    # Of one story only, it is that one's.
    assert f'<option value="{first}" selected>' in desk.get("/ask")
    desk.post("/ask", **{**asked, **story})
    assert ">choose one</option>" in desk.get("/ask").partition('name="story"')[2].partition("</select>")[0]
    assert "choose the story" in desk.post("/ask", **{**asked, "topic-title": "Sums", "story": ""})
    # The topic before says which it is.
    assert '<option value="cable-car" selected>' in desk.get("/ask?topic=money")


def test_a_draft_that_answers_what_is_asked_is_not_given_to_another_story(root: Path, desk: Asked) -> None:
    remove_example(root)
    id = added(root, desk, FIRST, **{"outlet-kind": "newspaper"})
    other = added(root, desk, GERMAN, **{"outlet-kind": "newspaper"})
    asked = {"unit": "people", "counts": "injured", "of": "people", "answer": "quantity"}
    topic = {"topic": "+", "topic-title": "The rescue", "topic-lead": "How many were hurt.", "story": "+"}
    story = {"story-title": "The cable car", "story-summary": "A cable car stopped over the Marn."}
    desk.post("/ask", text="How many people were injured?", short="Injured", **asked, **topic, **story)
    page = desk.get("/ask")
    for name in (id, other):
        assert f'name="about-{name}" value="yes">' in page
    third = added(
        root,
        desk,
        "Osk Post\n\nMill burns\n\n7 May 2031\n\nA mill in Osk burnt down on Monday. The miller said that nobody had slept in it, and that he would build it again. The baker of Osk buys his flour elsewhere until then, and the town has asked for money for a new wheel.\n",
        **{"outlet-kind": "newspaper"},
    )
    assert f'name="about-{third}" value="yes" checked>' in desk.get("/ask")
