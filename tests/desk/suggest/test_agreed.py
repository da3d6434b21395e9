"""A proposal has what check wants of its claim: who says it, through whom, in which words, and what could not be checked."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from builder.content import strict_yaml
from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.suggest.session import Session
from builder.desk.suggest.write import load, undrafted, with_precis
from builder.proof.check import proofread
from tests.factory import valid, write_site

TOPIC = """\
title: The slide at Arlo
lead: What the slide cost.
questions:
  - {id: hurt, text: How many people were injured?, short: Injured, answer: quantity, unit: people, counts: injured, of: people in the valley}
  - {id: years, text: How many years will the works take?, short: Years, answer: quantity, unit: years, counts: works, of: the road}
"""
STORIES = """\
ferry-breakdown: {title: The ferry that stopped, summary: On 3 March 2031 the ferry lost power., topics: [passengers, cause]}
arlo: {title: The slide at Arlo, summary: On 2 March 2031 a slope slid into the valley of Arlo., topics: [slide]}
"""
SOURCES = """\
ministry: {name: Velt Ministry, aliases: [ministère de Velt], kind: government, stake: none}
agency: {name: Velt News, kind: outlet, stake: none}
holm: {name: Ada Holm, aliases: [Holm], kind: officials, stake: none}
"""


def taken(tmp_path: Any, text: str, language: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The claims that are proposed of a text for figures, as they stand in the file, and the codes of what is wrong with them."""
    text = f"Harbour Post\n\n{text}\n"
    front = (
        "---\ndraft: true\noutlet: harbour-post\npublished: 2031-03-03\n"
        f"language: {language}\ncompleteness: full text\nstory: arlo\nsource_file: slide.txt\n"
        f"source_sha256: '{hashlib.sha256(text.encode()).hexdigest()}'\nclaims: []\n---\n"
    )
    files = {
        "topics/slide.yml": TOPIC, "stories.yml": STORIES, "articles/slide.md": front,
        "sources.yml": valid("sources.yml") + SOURCES,
    }  # fmt: skip
    root = write_site(tmp_path, files)
    (root / "sources").mkdir()
    (root / "sources/slide.txt").write_text(text, encoding="utf-8")
    desk = Desk(root)
    session = Session(desk, desk.document("slide"))
    claims = []
    for proposal in session.open():
        if proposal.kind == "figure" and proposal.question:
            lines = session.lines(proposal, proposal.question)
            session.take(lines)
            claims += strict_yaml.read_yaml("\n".join(lines)).value
    path = root / "content/articles/slide.md"
    path.write_text(undrafted(with_precis(load(path), "A slope slid into a valley. " * 6)), encoding="utf-8")
    problems = proofread(root, desk.content_dir).problems
    assert [str(p) for p in problems if p.path.endswith("sources.yml")] == []
    wrong = [p for p in errors(problems) if p.path.endswith("articles/slide.md") and "claims[" in str(p)]
    return claims, [p.kind.code for p in wrong]


@pytest.mark.parametrize(
    ("language", "text", "has"),
    [
        # A relative clause on who is cited goes on citing.
        (
            "fr",
            "Le village est coupé du monde, selon le bilan donné par le ministère de Velt qui évoque aussi 15 blessés.",
            {"sources": ["ministry"], "cue": "évoque"},
        ),
        # Who passes it on is named in the sentence.
        (
            "en",
            "Velt News reported that a statement of the Velt Ministry said 15 people were injured in the valley.",
            {"sources": ["ministry"], "via": ["agency"], "cue": "said"},
        ),
        # A word that leaves it open goes into the cue.
        (
            "en",
            "Ada Holm added that it may take at least ten years for the works on the road to end.",
            {"sources": ["holm"], "cue": "added that it may"},
        ),
        # What could not be checked says so.
        (
            "en",
            "The Velt Ministry said 15 people were injured in the valley.\n\nThe figures could not be independently verified.",
            {"sources": ["ministry"], "cue": "said", "status": "could not be independently verified"},
        ),
        # Who is only set against it says nothing of it.
        (
            "en",
            "Some 15 people were injured in the valley, though the Velt Ministry said that the worst was over.",
            {"attribution": "none"},
        ),
    ],
)
def test_a_proposal_has_what_check_wants_of_its_claim(
    tmp_path: Any, language: str, text: str, has: dict[str, Any]
) -> None:
    claims, wrong = taken(tmp_path, text, language)
    assert wrong == []
    [claim] = claims
    asked = ("sources", "via", "cue", "status", "attribution")
    assert {key: claim[key] for key in asked if key in claim} == has


HOURS = [
    ("en", "14:05 - Some 30 people were injured.", "14:05"),
    ("en", "2.05pm\n\nSome 30 people were injured.", "14:05"),
    ("en", "As of 6 pm, 30 people had been injured, the Velt Ministry said.", "18:00"),
    ("en", "The Velt Ministry said at 6 pm that 30 people were injured.", "18:00"),
    ("de", "18.30 Uhr: 30 Menschen wurden verletzt.", "18:30"),
    ("fr", "14h05 - Trente personnes ont été blessées.", "14:05"),
    ("es", "18:30 h. - Treinta personas resultaron heridas.", "18:30"),
    ("en", "The Velt Ministry said on Tuesday evening that 30 people were injured.", "evening"),
    ("fr", "Trente personnes ont été blessées, a déclaré mardi matin le Velt Ministry.", "morning"),
    # A part of the day of something else, one that goes on into the next day, and one that may be two.
    ("en", "The slide of Tuesday evening left 30 people injured, the Velt Ministry said.", None),
    ("en", "The Velt Ministry said on Tuesday night that 30 people were injured.", None),
    ("en", "The Velt Ministry said late on Tuesday that 30 people were injured.", None),
    # An hour of something else, and one that may be of the morning or of the evening.
    ("en", "The slide of 6 pm left 30 people injured.", None),
    ("en", "6.15: Some 30 people were injured.", None),
    ("de", "Beim Erdrutsch um 18 Uhr wurden 30 Menschen verletzt.", None),
]


@pytest.mark.parametrize(("language", "text", "hour"), HOURS)
def test_the_hour_of_a_running_count(tmp_path, monkeypatch, language, text, hour):
    monkeypatch.setattr(
        "tests.desk.suggest.test_agreed.TOPIC",
        TOPIC.replace("short: Injured,", "short: Injured, running: true,"),
    )
    claims, wrong = taken(tmp_path, text, language)
    assert [claim.get("hour") for claim in claims] == [hour]
    assert wrong == []


def test_only_a_running_count_has_an_hour(tmp_path):
    claims, _ = taken(tmp_path, HOURS[0][1], "en")
    assert [claim.get("hour") for claim in claims] == [None]


VERIFIED = [
    (
        "In a film seen by the Harbour Post, the Velt Ministry said that 30 people were injured.",
        "seen by the Harbour Post",
    ),
    (
        "A list that the Harbour Post has seen names 30 people who were injured, the Velt Ministry said.",
        "Harbour Post has seen",
    ),
    ("The Harbour Post has not seen the list of 30 people who were injured, the Velt Ministry said.", None),
    ("A list seen by the Velt Ministry names 30 people who were injured, the Velt Ministry said.", None),
]


@pytest.mark.parametrize(("text", "verified"), VERIFIED)
def test_what_the_outlet_has_checked_itself(tmp_path, text, verified):
    claims, wrong = taken(tmp_path, text, "en")
    assert [claim.get("verified") for claim in claims] == [verified]
    assert wrong == []
