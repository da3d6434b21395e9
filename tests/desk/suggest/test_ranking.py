"""Which question a proposal answers first, where a sentence has words of several; and whose words it is."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.desk.suggest.write import claim_lines
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

QUESTIONS = (
    Question("objects", "theft", "How many objects were stolen?", "Objects stolen", Answer.QUANTITY, unit="objects", counts="stolen", of="objects"),
    Question("thieves", "theft", "How many thieves broke into the museum?", "Thieves", Answer.QUANTITY, unit="people", counts="broke in", of="thieves"),
    Question("worth", "theft", "What are the stolen objects worth?", "Worth", Answer.QUANTITY, unit="euros", counts="worth", of="the stolen objects"),
    Question("alarm", "theft", "Did the alarm sound during the theft?", "Alarm", Answer.YES_NO),
    Question("words", "theft", "In which words does the museum speak of the theft?", "The museum's words", Answer.WORDING),
)  # fmt: skip
SOURCES = (
    Source("police", "Orrin police", "Orrin police", "organisation", Stake.THIRD_PARTY, aliases=("police",)),
    Source(
        "museum",
        "Halden Museum",
        "Halden Museum",
        "organisation",
        Stake.PARTY,
        aliases=("the museum", "Vera Aldous"),
    ),
)


def proposals(text: str) -> list[Proposal]:
    """Return what is proposed of a text."""
    return propose(text_of("x", text.encode()), SOURCES, QUESTIONS, {}, parse_edtf("2033-02-11"))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Thieves stole 37 objects from the Halden Museum on Thursday, police said.", "theft/objects"),
        ("Four thieves broke in and took objects out of two rooms, police said.", "theft/thieves"),
        ('Vera Aldous described the theft as "a raid to order from far away".', "theft/words"),
        ('"The theft was a wound to this town, alarm or none," Vera Aldous said.', "theft/words"),
    ],
)
def test_what_is_counted_and_what_is_quoted_come_first(text: str, question: str) -> None:
    assert proposals(text)[0].questions[0][0].path == question


@pytest.mark.parametrize(
    "text",
    [
        "The objects are worth more than 3 million euros, according to the dealer Piers Holt.",
        'The alarm did not sound, police said. Somebody else, Aldous, was angry.\n\nAldous called the theft "a wound to the town".',
    ],
)
def test_somebody_whom_nobody_knows_is_neither_the_paper_nor_who_spoke_before(text: str) -> None:
    last = proposals(text)[-1]
    assert (last.sources, last.speaker_unknown) == ((), True)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Thieves empty two cases at the museum.", "cases"),
        ("The ministry counts 19 confirmed cases in the town.", "infected"),
    ],
)
def test_cases_are_those_of_an_illness_only_where_the_sentence_says_so(text: str, counts: str) -> None:
    [found] = [proposal for proposal in proposals(text) if proposal.kind == "figure"]
    assert found.counts == counts


def test_a_dateline_is_no_part_of_the_quotation() -> None:
    for line in (
        "ORRIN - ",
        "ORRIN, Feb 10 2033 (Harbour News Agency) - ",
        "ORRIN, Northland, 10 February 2033 - ",
    ):
        text = f"{line}37 objects were stolen from the museum, police said. Room 37 objects to nothing."
        assert proposals(text)[0].quote == "37 objects were"


def test_a_date_that_stands_there_twice_is_proposed_with_words_that_tell_which() -> None:
    asked = Question("when", "theft", "When was the theft discovered?", "Discovered", Answer.DATE)
    once = "The museum is shut, police said.\n\nThe theft was discovered on Thursday by a guard of the house."
    twice = once.replace("police said", "police said on Thursday")
    for text, quote in ((once, None), (twice, "The theft was discovered on Thursday")):
        found = propose(text_of("x", text.encode()), SOURCES, [asked], {}, parse_edtf("2033-02-11"))
        assert [(p.printed, p.quote) for p in found] == [("on Thursday", quote)]


WAR = (
    Question("weekend", "losses", "How many soldiers were killed or wounded at the weekend?", "Weekend", Answer.QUANTITY, unit="people", counts="killed or wounded", of="Northland soldiers", when=parse_edtf("2033-02-05/2033-02-06")),
    Question("all", "losses", "How many soldiers were killed or wounded in all?", "In all", Answer.QUANTITY, unit="people", counts="killed or wounded", of="Northland soldiers", when=parse_edtf("2033-02-11")),
    Question("killed", "losses", "How many soldiers were killed?", "Killed", Answer.QUANTITY, unit="people", counts="killed", of="Northland soldiers"),
    Question("hurt", "losses", "How many soldiers were wounded?", "Wounded", Answer.QUANTITY, unit="people", counts="wounded", of="Northland soldiers"),
)  # fmt: skip


def ranked(text: str, *asked: Question, language: str = "en") -> list[list[str]]:
    found = propose(
        text_of("x", text.encode()), SOURCES, asked, {}, parse_edtf("2033-02-11"), language=language
    )
    return [[question.id for question, _ in p.questions] for p in found if p.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("So far more than 3,000 Northland soldiers have been killed or wounded, police said.", ["all"]),
        ("More than 3,000 Northland soldiers have been killed or wounded since their arrival.", ["all"]),
        ("Some 30 Northland soldiers were killed or wounded at the weekend, police said.", ["weekend"]),
    ],
)
def test_a_figure_of_all_days_is_not_proposed_for_some(text: str, first: list[str]) -> None:
    assert [found[:1] for found in ranked(text, *WAR[:2])] == [first]
    # Nor where it is the only question: then none is proposed.
    other = [question for question in WAR[:2] if question.id not in first]
    if first == ["all"]:
        assert ranked(text, *other) == [[]]


def test_what_stands_at_a_neighbour_is_not_proposed() -> None:
    assert [
        found[0] for found in ranked("30 soldiers were killed and 200 wounded, police said.", *WAR[2:])
    ] == ["killed", "hurt"]
    assert [found[0] for found in ranked("Es gab 30 Tote und 200 Verletzte.", *WAR[2:], language="de")] == [
        "killed",
        "hurt",
    ]
    assert [found[0] for found in ranked("On compte 30 morts et 200 blessés.", *WAR[2:], language="fr")] == [
        "killed",
        "hurt",
    ]


def test_a_part_of_what_is_asked_is_proposed_with_what_it_counts() -> None:
    [found] = propose(
        text_of("x", b"Dozens of soldiers were killed on Thursday, police said."),
        SOURCES,
        WAR[:1],
        {},
        parse_edtf("2033-02-08"),
    )[:1]
    assert found.counts == "killed"
    lines = claim_lines(found, "weekend", WAR[0])
    assert "  counts: killed" in lines
    assert "  as_of: 2033-02-03" in lines
