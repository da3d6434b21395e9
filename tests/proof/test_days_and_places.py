"""A right day or place under the wrong question: of another deed, another week, a longer time, a way that something only took."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

DAYS = [
    # The article is of Thursday, 26 December 2024.
    (
        "en",
        "The storm arrived on 3 December, struck the coast on 5 December.",
        "on 3 December",
        "2024-12-03",
        "When did the storm strike the coast?",
        "V137|V132",
    ),
    (
        "en",
        "The storm arrived on 3 December, struck the coast on 5 December.",
        "on 5 December",
        "2024-12-05",
        "When did the storm strike the coast?",
        None,
    ),
    (
        "en",
        "The storm arrived on 3 December and struck the coast on 5 December.",
        "on 5 December",
        "2024-12-05",
        "When did the storm arrive?",
        "V137|V132",
    ),
    (
        "en",
        "The storm arrived on 3 December and struck the coast on 5 December.",
        "on 3 December",
        "2024-12-03",
        "When did the storm arrive?",
        None,
    ),
    (
        "en",
        "The fire broke out on Monday and was put out on Tuesday.",
        "on Tuesday",
        "2024-12-24",
        "When did the fire break out?",
        "V137|V132",
    ),
    (
        "en",
        "The fire broke out on Monday and was put out on Tuesday.",
        "on Monday",
        "2024-12-23",
        "When did the fire break out?",
        None,
    ),
    (
        "en",
        "It broke out on Monday and was put out on Tuesday.",
        "on Tuesday",
        "2024-12-24",
        "When was the fire put out?",
        None,
    ),
    (
        "en",
        "He was arrested on Monday and charged on Tuesday.",
        "on Tuesday",
        "2024-12-24",
        "When was the suspect arrested?",
        "V137|V132",
    ),
    (
        "en",
        "He was arrested on Monday and charged on Tuesday.",
        "on Monday",
        "2024-12-23",
        "When was the suspect arrested?",
        None,
    ),
    (
        "en",
        "He was detained on Monday and charged on Tuesday.",
        "on Monday",
        "2024-12-23",
        "When was the suspect arrested?",
        None,
    ),
    (
        "de",
        "Er wurde am Montag festgenommen und am Dienstag angeklagt.",
        "am Dienstag",
        "2024-12-24",
        "When was the suspect arrested?",
        "V137|V132",
    ),
    (
        "de",
        "Er wurde am Montag festgenommen und am Dienstag angeklagt.",
        "am Montag",
        "2024-12-23",
        "When was the suspect arrested?",
        None,
    ),
    (
        "fr",
        "Il a été arrêté lundi et inculpé mardi.",
        "mardi",
        "2024-12-24",
        "When was the suspect arrested?",
        "V137|V132",
    ),
    (
        "es",
        "Fue detenido el lunes y acusado el martes.",
        "el martes",
        "2024-12-24",
        "When was the suspect arrested?",
        "V137|V132",
    ),
    (
        "es",
        "Fue detenido el lunes y acusado el martes.",
        "el lunes",
        "2024-12-23",
        "When was the suspect arrested?",
        None,
    ),
    (
        "en",
        "Parliament votes next Tuesday on the law.",
        "next Tuesday",
        "2024-12-31",
        "When will parliament vote?",
        None,
    ),
    (
        "en",
        "Parliament votes next Tuesday on the law.",
        "next Tuesday",
        "2024-12-24",
        "When will parliament vote?",
        "V132",
    ),
    (
        "en",
        "Parliament will vote next Tuesday.",
        "next Tuesday",
        "2024-12-24",
        "When will parliament vote?",
        "V132",
    ),
    (
        "en",
        "Parliament will vote next Tuesday.",
        "next Tuesday",
        "2024-12-31",
        "When will parliament vote?",
        None,
    ),
    ("en", "Parliament voted last Tuesday.", "last Tuesday", "2024-12-24", "When did parliament vote?", None),
    (
        "en",
        "Parliament voted last Tuesday.",
        "last Tuesday",
        "2024-12-31",
        "When did parliament vote?",
        "V132",
    ),
    (
        "en",
        "Parliament voted last Tuesday.",
        "last Tuesday",
        "2024-12-23",
        "When did parliament vote?",
        "V132",
    ),
    (
        "de",
        "Das Parlament stimmt am nächsten Dienstag ab.",
        "am nächsten Dienstag",
        "2024-12-31",
        "When will parliament vote?",
        None,
    ),
    (
        "de",
        "Das Parlament stimmt am nächsten Dienstag ab.",
        "am nächsten Dienstag",
        "2024-12-24",
        "When will parliament vote?",
        "V132",
    ),
    (
        "fr",
        "Le Parlement vote mardi prochain.",
        "mardi prochain",
        "2024-12-24",
        "When will parliament vote?",
        "V132",
    ),
    (
        "fr",
        "Le Parlement vote mardi prochain.",
        "mardi prochain",
        "2024-12-31",
        "When will parliament vote?",
        None,
    ),
    (
        "es",
        "El Parlamento vota el próximo martes.",
        "el próximo martes",
        "2024-12-24",
        "When will parliament vote?",
        "V132",
    ),
    (
        "es",
        "El Parlamento vota el próximo martes.",
        "el próximo martes",
        "2024-12-31",
        "When will parliament vote?",
        None,
    ),
    ("en", "The strike begins on Monday.", "on Monday", "2024-12-30", "When does the strike begin?", None),
    (
        "en",
        "The court rules on Monday, lawyers say.",
        "on Monday",
        "2024-12-30",
        "When does the court rule?",
        None,
    ),
    (
        "en",
        "Nurses walk out on Monday at four clinics.",
        "on Monday",
        "2024-12-30",
        "When do the nurses walk out?",
        None,
    ),
    (
        "en",
        "Nurses walked out on Monday at four clinics.",
        "on Monday",
        "2024-12-30",
        "When did the nurses walk out?",
        "V132",
    ),
    (
        "en",
        "Nurses walk out on Monday at four clinics.",
        "on Monday",
        "2024-12-31",
        "When do the nurses walk out?",
        "V132",
    ),
    (
        "de",
        "Am Montag tritt das Gericht zusammen.",
        "Am Montag",
        "2024-12-30",
        "When does the court meet?",
        None,
    ),
    ("fr", "La grève commence lundi.", "lundi", "2024-12-30", "When does the strike begin?", None),
    ("es", "La huelga empieza el lunes.", "el lunes", "2024-12-30", "When does the strike begin?", None),
    (
        "en",
        "The bridge was closed in December.",
        "in December",
        "2024-12-05",
        "When was the bridge closed?",
        "V132",
    ),
    (
        "en",
        "The bridge was closed in December.",
        "in December",
        "2024-12",
        "When was the bridge closed?",
        None,
    ),
    (
        "en",
        "The bridge was closed this week.",
        "this week",
        "2024-12-24",
        "When was the bridge closed?",
        "V132",
    ),
    (
        "en",
        "The bridge was closed between 3 and 9 December.",
        "between 3 and 9 December",
        "2024-12-05",
        "When was the bridge closed?",
        "V132",
    ),
    (
        "en",
        "The port burned overnight on Monday.",
        "overnight on Monday",
        "2024-12-23",
        "When did the port burn?",
        None,
    ),
    (
        "en",
        "The port burned overnight on Monday.",
        "overnight on Monday",
        "2024-12-23/2024-12-24",
        "When did the port burn?",
        None,
    ),
    (
        "en",
        "The port burned overnight on Monday.",
        "on Monday",
        "2024-12-23",
        "When did the port burn?",
        None,
    ),
    (
        "en",
        "The port burned on Monday night.",
        "on Monday night",
        "2024-12-23",
        "When did the port burn?",
        None,
    ),
    (
        "en",
        "The port burned overnight into Tuesday.",
        "overnight into Tuesday",
        "2024-12-23/2024-12-24",
        "When did the port burn?",
        None,
    ),
]
PLACES = [
    (
        "en",
        "The train came from Elbing and burned.",
        "Elbing",
        "elbing",
        "Where did the train burn?",
        "V107|V146",
    ),
    ("en", "The fire spread to Elbing.", "Elbing", "elbing", "Where did the fire start?", "V107|V146"),
    ("en", "The fire started in Elbing.", "Elbing", "elbing", "Where did the fire start?", None),
    ("en", "The fire spread to Elbing.", "Elbing", "elbing", "Where did the fire spread to?", None),
    ("en", "It burned 12 km north of Elbing.", "Elbing", "elbing", "Where was the fire?", "V107"),
    ("en", "It burned 12 kilometres from Elbing.", "Elbing", "elbing", "Where was the fire?", "V107"),
    ("de", "Es brannte 12 Kilometer nördlich von Elbing.", "Elbing", "elbing", "Where was the fire?", "V107"),
    (
        "fr",
        "L'incendie s'est produit à 12 km au nord d'Elbing.",
        "Elbing",
        "elbing",
        "Where was the fire?",
        "V107",
    ),
    (
        "es",
        "El incendio fue a 12 kilómetros al norte de Elbing.",
        "Elbing",
        "elbing",
        "Where was the fire?",
        "V107",
    ),
    ("de", "Das Feuer griff auf Elbing über.", "Elbing", "elbing", "Where did the fire start?", "V107|V146"),
    ("fr", "Le feu s'est propagé à Elbing.", "Elbing", "elbing", "Where did the fire start?", "V107|V146"),
    ("es", "El fuego se extendió a Elbing.", "Elbing", "elbing", "Where did the fire start?", "V107|V146"),
    (
        "de",
        "Der Zug kam aus Elbing und brannte.",
        "Elbing",
        "elbing",
        "Where did the train burn?",
        "V107|V146",
    ),
    ("de", "Der Zug brannte in Elbing.", "Elbing", "elbing", "Where did the train burn?", None),
    ("en", "The ship came from Elbing.", "Elbing", "elbing", "Where did the ship come from?", None),
    ("en", "A bus from Elbing crashed in Osk.", "Osk", "osk", "Where did the bus crash?", None),
    ("en", "A bus from Elbing crashed in Osk.", "Elbing", "elbing", "Where did the bus crash?", "V107|V146"),
    (
        "de",
        "Ein Bus aus Elbing verunglückte in Osk.",
        "Elbing",
        "elbing",
        "Where did the bus crash?",
        "V107|V146",
    ),
]
FIGURES = [
    (
        "en",
        "Between 3 and 20 December, 12 people were killed.",
        "How many were killed?",
        "2024-12-14",
        "V137",
    ),
    ("en", "12 people were killed in December.", "How many were killed?", "2024-12-14", "V137"),
    ("en", "12 people were killed this week.", "How many were killed?", "2024-12-24", "V137"),
    ("en", "12 people were killed on Saturday.", "How many were killed?", "2024-12-21/2024-12-22", None),
    ("en", "12 people were killed over the weekend.", "How many were killed?", "2024-12-21", None),
    (
        "de",
        "In der vergangenen Woche wurden 12 Menschen getötet.",
        "How many were killed?",
        "2024-12-17",
        "V137",
    ),
    (
        "en",
        "The bus from Elbing crashed in Osk, killing 12.",
        "How many were killed in Elbing?",
        None,
        "V146",
    ),
]
KILLED = {"counts": "killed", "of": "people"}


@pytest.mark.parametrize(("language", "text", "printed", "value", "asks", "told"), DAYS)
def test_a_day_is_that_of_the_deed_that_is_asked_for(
    language: str, text: str, printed: str, value: str, asks: str, told: str | None
) -> None:
    found = codes(text, printed, Answer.DATE, asks, language=language, value=value)
    assert found & set(told.split("|")) if told else not found


@pytest.mark.parametrize(("language", "text", "printed", "value", "asks", "told"), PLACES)
def test_a_place_is_where_it_was(
    language: str, text: str, printed: str, value: str, asks: str, told: str | None
) -> None:
    found = codes(text, printed, Answer.PLACE, asks, language=language, value=value)
    assert found & set(told.split("|")) if told else not found


@pytest.mark.parametrize(("language", "text", "asks", "when", "told"), FIGURES)
def test_a_figure_of_a_longer_time_or_another_place(
    language: str, text: str, asks: str, when: str | None, told: str | None
) -> None:
    given = KILLED | ({"when": when} if when else {})
    found = codes(text, "12", Answer.QUANTITY, asks, language=language, question_of=given)
    assert found == ({told} if told else set())
