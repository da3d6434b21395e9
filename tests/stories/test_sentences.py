"""The sentences of the invented stories: short, with what a reader came for, and none of the phrases that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from builder.compare.answer import story_sentences
from builder.compare.headings import topic_card
from builder.compare.sentences.compact import fits
from builder.content.vocabulary import Answer
from tests.stories.sites import ALL, HERE, story

SIGNED = yaml.safe_load((HERE / "sentences.yml").read_text("utf-8"))
EMPTY = re.compile(
    r"two answers|\d answers, from|for no day|are for [^,;]*, so it does|amounts? to (yes|no)|fit together|question as asked"
    r"|too few words|counts (killed|casualties)|from [\d,]{9,}|(\w+ and ){3}|\b(\w+) \2\b",
    re.IGNORECASE,
)
"""Phrases that say nothing, or are wrong: bare sums of money, chains, repeated words."""


def texts(name: str) -> Iterator[str]:
    told = story(name)
    for row in told.rows.values():
        yield row.summary
        yield from row.notes
        yield from (found.reason for found in row.judgements)
    for topic in told.topics:
        yield from topic.answer.sentences
        for line in (*topic.answer.parted, *topic.answer.tense, *topic.answer.counted):
            yield line.text


@pytest.mark.parametrize("name", ALL)
def test_rows_are_as_signed(name: str) -> None:
    found = {
        path: row.summary
        for path, row in story(name).rows.items()
        if row.question.answer is not Answer.WORDING
    }
    assert found == SIGNED[name]["rows"]


@pytest.mark.parametrize("name", ALL)
def test_notes_are_as_signed(name: str) -> None:
    found = {path: list(row.notes) for path, row in story(name).rows.items() if row.notes}
    assert found == SIGNED[name]["notes"]


@pytest.mark.parametrize("name", ALL)
def test_answers_are_as_signed(name: str) -> None:
    found = {topic.topic.id: list(topic.answer.sentences) for topic in story(name).topics}
    assert found == SIGNED[name]["answers"]


OPENINGS = {
    "toll": (
        "The Emergencies Ministry and the government’s count of people killed rose from",
        "In the Daily Comet, the headline prints “SABOTAGE”",
        "(the Ledgerman); likewise on “Company warned”.",
    ),
    "bank": (
        "In the Daily Whistle, the headline prints “SAVERS LOSE THE LOT”",
        "The Daily Whistle alone contradicts others on “Uninsured share” and “Closed by”.",
        "Uninsured share: 89 percent (five reports",
    ),
}


@pytest.mark.parametrize("name", OPENINGS)
def test_a_story_opens_with_what_an_editor_would_lead_with(name: str) -> None:
    told = story(name)
    (one,) = told.library.site.stories.values()
    topics_of = {topic.topic.id: topic for topic in told.topics}
    rows = [row for id in one.topics for row in topics_of[id].rows]
    found, topics = story_sentences(rows, told.library.outlet_names)
    assert len(found) == len(OPENINGS[name])
    for said, wanted in zip(found, OPENINGS[name], strict=True):
        assert wanted in said
    assert sorted(topics) == sorted(one.topics)


CARDS = {
    ("toll", "toll"): (
        "41",
        (
            "How many people were killed in the explosion at the Zhelvik grain terminal? "
            "The Meridian, citing the government, 12 September 2031; the count rose from at least 12."
        ),
    ),
    ("toll", "blast"): (
        "Yes or no",
        (
            "The accounts contradict each other. Had the company been warned about the dust filters? "
            "Yes from the union, no from Belmara Grain."
        ),
    ),
    ("bank", "closure"): (
        "The Banking Commissioner or the central bank",
        (
            "The accounts contradict each other. Which authority closed Tessmar Bank? "
            "Six outlets for the first, the Daily Whistle for the second."
        ),
    ),
}


@pytest.mark.parametrize(("name", "topic"), CARDS)
def test_a_card_is_read_by_itself(name: str, topic: str) -> None:
    told = story(name)
    (found,) = (found for found in told.topics if found.topic.id == topic)
    assert topic_card(found, told.library.outlet_names) == CARDS[name, topic]


@pytest.mark.parametrize("name", ALL)
def test_a_sentence_is_read_at_once(name: str) -> None:
    told = story(name)
    valued = [row.summary for row in told.rows.values() if row.question.answer is not Answer.WORDING]
    answers = [sentence for topic in told.topics for sentence in topic.answer.sentences]
    assert [text for text in (*valued, *answers) if not fits(text)] == []


@pytest.mark.parametrize("name", ALL)
def test_no_sentence_says_nothing(name: str) -> None:
    assert [text for text in texts(name) if EMPTY.search(text)] == []
