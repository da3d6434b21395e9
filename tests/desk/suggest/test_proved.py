"""What is offered is what ``publish`` accepts: every proposal of two whole stories, and what is done where the proof refuses."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.content.model import Source
from builder.content.vocabulary import Stake
from builder.desk.desk import Desk
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.proved import Proved
from builder.desk.suggest.referring import kind_of
from builder.desk.suggest.session import Session
from tests.factory import valid, write_site

STORIES = Path(__file__).parents[2] / "stories"
TOPIC = """\
title: The slide at Arlo
lead: What the slide cost.
questions:
  - {id: dead, text: How many people were killed?, short: Dead, answer: quantity, unit: people, counts: killed, of: people in the valley}
  - {id: regulator, text: Which regulator closed the dam?, short: Closed by, answer: who}
  - {id: words, text: In which words did the chief executive answer the residents?, short: Words, answer: wording}
  - {id: full, text: Will all depositors be paid in full?, short: Paid in full, answer: yes-no}
  - {id: worst, text: "Was it the second-largest failure of a bank in the country's history?", short: Rank, answer: yes-no}
  - {id: day, text: On which day was the dam closed?, short: Day, answer: date}
"""
SOURCES = """\
keeper: {name: "Dam Regulator of Velt", short: the regulator, aliases: [Dam Regulator], kind: officials, stake: none}
insiders: {name: "Two people close to the regulator", short: insiders, aliases: [two people close to the regulator], kind: officials, stake: none}
ministry: {name: "Velt Ministry", aliases: [ministère des Barrages, Velt Ministry], kind: government, stake: none}
holm: {name: "Ada Holm, chief executive of Arlo Power", short: Ada Holm, aliases: [Ada Holm, Holm], kind: company, stake: none}
"""
STORY = """\
ferry-breakdown: {title: The ferry that stopped, summary: On 3 March 2031 the ferry lost power., topics: [passengers, cause]}
arlo: {title: The slide at Arlo, summary: On 2 March 2031 a slope slid into the valley of Arlo., topics: [slide]}
"""


def session(folder: Path, text: str, language: str = "en") -> Session:
    """The proposals for a draft on the slide at Arlo with this text."""
    front = (
        f"---\ndraft: true\noutlet: harbour-post\npublished: 2031-03-04\nlanguage: {language}\ncompleteness: full text\nstory: arlo\n"
        f"source_file: slide.txt\nsource_sha256: {hashlib.sha256(text.encode()).hexdigest()}\nclaims: []\n---\n"
    )
    files = {
        "topics/slide.yml": TOPIC, "stories.yml": STORY, "articles/slide.md": front, "sources.yml": valid("sources.yml") + SOURCES,
    }  # fmt: skip
    root = write_site(folder, files)
    (root / "sources").mkdir()
    (root / "sources/slide.txt").write_text(text, encoding="utf-8")
    desk = Desk(root)
    return Session(desk, desk.document("slide"))


def answers(folder: Path, text: str, language: str = "en") -> dict[str, Proposal]:
    """Id of each question that is answered -> the proposal."""
    return {item.questions[0][0].id: item for item in session(folder, text, language).open()}


@pytest.mark.parametrize("story", ["bank", "toll"])
def test_no_proposal_of_a_whole_story_meets_an_error(story):
    desk = Desk(STORIES / story)
    refused: list[str] = []
    offered = 0
    for id, text in desk.texts.items():
        one = Session(desk, desk.document(id))
        proved = Proved(desk, desk.site, one.document, text, one.language, one.lines)
        for proposal in one.all:
            offered += bool(proposal.questions)
            refused += [
                f"{id}: {question.path} {proposal.printed!r} {codes}"
                for question, _ in proposal.questions
                if (codes := proved.refused(proposal, question))
            ]
    assert offered > 50
    assert refused == []


def test_a_figure_of_others_is_offered_for_no_question(tmp_path):
    text = "Harbour Post\n\nThe slide at Arlo hurt 12 people and no one was killed, the coastguard said.\n"
    assert "dead" not in answers(tmp_path, text)


def test_the_day_beside_the_verb_of_saying_comes_with_the_proposal(tmp_path):
    text = "Harbour Post\n\nThe slide at Arlo killed 12 people, the Dam Regulator said on Monday.\n"
    found = answers(tmp_path, text)["dead"]
    assert (found.sources, found.said_on) == (("keeper",), "2031-03-03")


def test_a_pronoun_means_a_spokesman_whose_entry_says_company(tmp_path):
    text = "Harbour Post\n\nAda Holm, the chief executive, met reporters on Monday. 12 people were killed, she said.\n"
    assert answers(tmp_path, text)["dead"].sources == ("holm",)


def test_who_is_close_to_the_regulator_is_no_regulator(tmp_path):
    text = (
        "Harbour Post\n\nThe Dam Regulator closed the dam of Arlo on Monday. 12 people were killed, according to two people close to "
        "the regulator.\n"
    )
    assert answers(tmp_path, text)["regulator"].value == "[keeper]"


def test_a_quotation_answers_in_which_words_its_speaker_put_it(tmp_path):
    text = (
        'Harbour Post\n\nThe chief executive of the dam, Ada Holm, told residents: "Nobody could have seen this coming." '
        'The coastguard said: "We are still looking for people in the valley."\n'
    )
    found = answers(tmp_path, text)["words"]
    assert (found.sources, found.printed) == (("holm",), "Nobody could have seen this coming.")


def test_the_day_in_a_line_of_its_own_answers_nothing(tmp_path):
    text = "Harbour Post\n\nDam of Arlo is closed\n\n4 March 2031\n\nThe dam of Arlo was closed on Monday, the coastguard said.\n"
    assert answers(tmp_path, text)["day"].value == "2031-03-03"


@pytest.mark.parametrize(
    ("name", "aliases", "kind"),
    [
        ("Anton Keel, spokesman of the ministry", ("Anton Keel", "Keel"), "person"),
        ("Government of Velt", ("the government", "Regierung", "El Gobierno", "Gobierno"), "officials"),
        ("Ministry of Fish of Velt", ("Fish Ministry", "the ministry"), "officials"),
    ],
)
def test_a_full_name_with_its_last_word_is_a_person(name, aliases, kind):
    assert kind_of(Source("one", name, name, "officials", Stake.NONE, aliases=aliases)) == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 people were killed, said on Monday a spokeswoman of the Velt Ministry, Ada Holm."),
        (
            "fr",
            "12 personnes ont été tuées, a déclaré lundi matin la porte-parole du ministère des Barrages, Ada Holm.",
        ),
        ("fr", "12 personnes ont été tuées, a indiqué lundi sa directrice, Ada Holm."),
    ],
)
def test_who_speaks_for_a_body_is_the_person_named_behind_it(tmp_path, language, text):
    assert answers(tmp_path, f"Harbour Post\n\n{text}\n", language)["dead"].sources == ("holm",)


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "It is the second-biggest bank failure the country has seen.", "worst"),
        ("de", "Es ist die zweitgrößte Bankenpleite in der Geschichte des Landes.", "worst"),
        ("es", "Es la segunda mayor quiebra bancaria en la historia del país.", "worst"),
        ("es", "Todos los depositantes cobrarán íntegramente.", "full"),
        ("fr", "Tous les déposants seront remboursés intégralement.", "full"),
    ],
)
def test_a_rank_and_a_payment_in_full_are_found_in_four_languages(tmp_path, language, text, question):
    assert answers(tmp_path, f"Harbour Post\n\n{text}\n", language)[question].value == '"yes"'
