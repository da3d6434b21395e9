"""Figures whose words no rule knows: which of them find a question by what they have in common with one, and which find none."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.desk.suggest.soft import likeliest
from builder.desk.suggest.soft_words import loose_tokens
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from builder.values.units import as_read

ASKED = {
    "dock": (
        ("strikers", "How many dockers walked out?", "On strike", "people", "on strike", "dockers"),
        ("ships", "How many ships are waiting outside the harbour?", "Ships waiting", "ships", "waiting", "ships"),
        ("gates", "How many terminal gates were blocked?", "Gates blocked", "gates", "blocked", "terminal gates"),
        ("rise", "What pay rise does the union demand?", "Pay demand", "percent", "demanded", "pay rise"),
        ("offer", "What pay rise do the employers offer?", "Employers' offer", "percent", "offered", "pay rise"),
        ("turnout", "What share of the members voted to strike?", "Vote for the strike", "percent", "voted for", "union members"),
        ("loss", "How much does the strike cost each day?", "Daily cost", "million euros", "cost", "the strike"),
        ("length", "How many days is the strike to last?", "Length", "days", "planned length", "the strike"),
    ),
    "ferry": (
        ("aboard", "How many passengers were on board?", "Passengers", "people", "aboard", "passengers"),
        ("crew", "How many crew were on board?", "Crew", "people", "aboard", "crew"),
        ("lifeboats", "How many lifeboats were lowered?", "Lifeboats", "lifeboats", "lowered", "lifeboats"),
        ("hurt", "How many people were hurt?", "Hurt", "people", "injured", "people"),
        ("vehicles", "How many vehicles were on the car deck?", "Vehicles", "vehicles", "on board", "vehicles"),
        ("oil", "How much fuel leaked?", "Fuel leaked", "tonnes", "leaked", "fuel"),
        ("gash", "How long is the gash in the hull?", "Gash", "m", "length", "the gash"),
    ),
    "quake": (
        ("magnitude", "How strong was the earthquake?", "Magnitude", "magnitude", "magnitude", "the earthquake"),
        ("dead", "How many people were killed?", "Dead", "people", "killed", "people"),
        ("aftershocks", "How many aftershocks were felt?", "Aftershocks", "aftershocks", "felt", "aftershocks"),
        ("rescued", "How many people were pulled from the debris?", "Rescued", "people", "rescued", "people under the debris"),
        ("french", "How many French people were killed?", "French dead", "people", "killed", "French people"),
        ("aid", "How much emergency aid was released?", "Emergency aid", "million euros", "released", "emergency aid"),
    ),
    "firm": (
        ("staff", "How many people work for Velt?", "Staff", "people", "work", "Velt"),
        ("stake", "What share of Velt does Nordbau buy?", "Share bought", "percent", "bought", "Velt"),
        ("offer", "How much does Nordbau offer for Velt?", "Offer", "million euros", "offered", "Velt"),
        ("zone", "How far does the zone around Velt reach?", "Zone", "kilometres", "zone", "Velt"),
    ),
}  # fmt: skip
"""Story -> id, text, short text, unit, counts and of of its questions, which are in English."""


def proposed(story, language, text, printed=None):
    questions = [
        Question(id, story, asks, short, Answer.QUANTITY, unit=as_read(unit, "en"), counts=counts, of=of)
        for id, asks, short, unit, counts, of in ASKED[story]
    ]
    return propose(
        text_of("x", text.encode()),
        [],
        questions,
        {f"{story}/{id}": answers for id, answers in (printed or {}).items()},
        parse_edtf("2033-02-11"),
        language=language,
    )


def found_in(story, language, text, printed=None):
    found = proposed(story, language, text, printed)
    return {p.question.id: p.printed for p in found if p.kind == "figure" and p.question}


@pytest.mark.parametrize(
    ("story", "language", "text", "wanted"),
    [
        # By what is asked of them, where the words for them are none that are known.
        ("dock", "en", "Employers say that 4.5 percent is the most they can afford.", {"offer": "4.5 percent"}),
        # By what happened to whom, or by what they are called, in another language.
        ("dock", "de", "14 Frachter liegen auf Reede.", {"ships": "14"}),
        ("quake", "es", "El Gobierno liberó 15 millones de euros.", {"aid": "15 millones de euros"}),
        # Few things are measured in tonnes, or in metres.
        ("ferry", "en", "Divers say about 60 tonnes of diesel have escaped.", {"oil": "about 60 tonnes"}),
        ("ferry", "fr", "Environ 60 tonnes de mazout se sont échappées.", {"oil": "Environ 60 tonnes"}),
        # Time has to be that of the question, and in its unit.
        ("dock", "en", "The stoppage is due to run for five days.", {"length": "five days"}),
        # They are named beside the figure, whatever is taken for its noun.
        ("ferry", "en", "The whole crew of 38 had been tested for alcohol.", {"crew": "38"}),
        # Of a whole and a part, the whole is what is asked.
        ("firm", "ru", "Под сокращение попадут до 400 сотрудников из 1150.", {"staff": "1150"}),
        # What a magnitude is called in another language.
        ("quake", "es", "Un sismo de magnitud 6,1 sacudió la zona.", {"magnitude": "6,1"}),
    ],
)  # fmt: skip
def test_words_in_common_find_the_question(story, language, text, wanted):
    assert found_in(story, language, text) == wanted


@pytest.mark.parametrize(
    ("story", "language", "text"),
    [
        # Of two questions that nothing tells apart, neither.
        ("dock", "en", "The other side spoke of 7 percent."),
        # Three hours are no answer in days, and a span of time needs words in common.
        ("dock", "en", "Talks at the harbour took three hours."),
        ("dock", "en", "It is the second row in four years."),
        ("dock", "en", "Rain fell on 12 days."),
        # Another time.
        ("dock", "en", "The last strike here, in 2019, lasted 12 days."),
        ("ferry", "en", "The ship, built in 1998, is 140 metres long."),
        # Added to others, a part, an earlier figure, an age, somebody's own.
        ("ferry", "en", "Oil from 60 more tonnes was not seen."),
        ("ferry", "en", "The captain, 58, stayed with five of his officers."),
        # What has a fraction is no number of things.
        ("quake", "en", "The strongest of the aftershocks reached 4.4."),
        # Something else is counted, as far as the words are known.
        ("dock", "en", "Two crane drivers spoke at the blocked terminal."),
        ("quake", "en", "Two cranes stood beside the debris."),
        # People of one country are no people in general, and those of whom nothing is said are not those of one.
        ("quake", "en", "They were pulled from the debris: four from France, three from Chile."),
        ("quake", "en", "The debris hid 155 Indonesians."),
        # A share of something else, and a way that is no part of the matter.
        ("firm", "fr", "Le courtier évaluait la participation à 650 millions, soit une prime de 14 %."),
        ("firm", "fr", "La société a réalisé 412 millions d'euros de chiffre d'affaires."),
        ("firm", "de", "Meine Schwester wohnt zwölf Kilometer weit weg."),
        # A number of a service.
        ("quake", "en", "The director of the 112 emergency service spoke."),
    ],
)  # fmt: skip
def test_what_speaks_against_a_question_is_decisive(story, language, text):
    assert found_in(story, language, text) == {}


def test_each_question_is_answered_once_and_the_clearest_first():
    text = "Escaped diesel: 60 tonnes. Leaked fuel: 75 tonnes."
    assert found_in("ferry", "en", text) == {"oil": "75 tonnes"}


def test_what_others_print_speaks_for_a_question_or_against_it():
    text = "The other side spoke of 7 percent."
    assert found_in("dock", "en", text, {"offer": ["an offer of 7 percent"]}) == {"offer": "7 percent"}
    assert found_in("dock", "en", text, {"offer": ["an offer of 8 percent"]}) == {}
    text = "Divers say 60 tonnes of diesel have escaped."
    assert found_in("ferry", "en", text, {"oil": ["60 tonnes"]}) == {"oil": "60 tonnes"}
    assert found_in("ferry", "en", text, {"oil": ["it lost 40,000"]}) == {}


def test_of_two_that_are_nearly_as_likely_the_other_is_the_second():
    gates, strikers = (Question(id, "dock", "How many?", id, Answer.QUANTITY) for id in ("gates", "strikers"))
    assert likeliest([(gates, 0.47), (strikers, 0.41)]) == ((gates, 0.47), (strikers, 0.41))
    assert likeliest([(gates, 0.6), (strikers, 0.1)]) == ((gates, 0.6),)
    assert likeliest([(gates, 0.3), (strikers, 0.2)]) == ()


def test_whose_noun_is_named_behind_the_whole_is_no_person():
    text = "Streikposten versperrten drei der fünf Tore."
    [first] = [p for p in proposed("dock", "de", text) if p.question]
    assert (first.printed, [q.id for q, _ in first.questions]) == ("drei", ["gates"])


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("compensation", "en", "<compe"),
        ("Kompensation", "de", "<compe"),
        ("compensación", "es", "<compe"),
        ("épargnants", "fr", "<eparg"),
    ],
)
def test_words_that_begin_alike_are_one_in_all_languages(words, language, name):
    assert name in {token.name for token in loose_tokens(words, language, across=True)}


def test_words_that_say_nothing_are_left_out():
    assert not {t.name for t in loose_tokens("from the", "en")}
