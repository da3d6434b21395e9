"""Which figure of a text answers which question: the same people or things, in the same state, in the unit that is asked for."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf


def asked(
    id: str,
    text: str,
    unit: str,
    counts: str,
    of: str,
    kind: Answer = Answer.QUANTITY,
    when: str | None = None,
) -> Question:
    return Question(
        id, "t", text, text, kind, unit=unit, counts=counts, of=of, when=parse_edtf(when) if when else None
    )


DEAD = asked("dead", "How many people were killed?", "people", "killed", "people in the mine")
HURT = asked("hurt", "How many people were injured?", "people", "injured", "people in the mine")
BADLY = asked(
    "badly", "How many people were seriously injured?", "people", "seriously injured", "people in the mine"
)
CHILDREN = asked("children", "How many children were killed?", "people", "killed", "children")
CREWS = asked("crews", "How many firefighters were deployed?", "people", "deployed", "firefighters")
CARS = asked("cars", "How many vehicles were buried?", "vehicles", "buried", "vehicles")
HEIGHT = asked("height", "How high is the tower?", "m", "height", "the tower")
LENGTH = asked("length", "How long is the bridge?", "m", "length", "the bridge")
DAMAGE = asked("damage", "How large is the damage?", "million euros", "damage", "the slide")
SHARE = asked("share", "Which share of the deposits was insured?", "percent", "insured", "deposits")
GERMANS = asked("germans", "How many German people were killed?", "people", "killed", "German people")
ALL = (DEAD, HURT, BADLY, CHILDREN, CREWS, CARS, HEIGHT, LENGTH, DAMAGE, SHARE)
POLICE = Source(
    "police", "police", "police", "organisation", Stake.NONE, aliases=("Polizei", "la police", "la policía")
)
MAYOR = Source("mayor", "Ida Krohn", "Krohn", "person", Stake.NONE)


def found(text: str, language: str = "en", questions: tuple[Question, ...] = ALL) -> list[Proposal]:
    return [
        proposal
        for proposal in propose(
            text_of("x", text.encode()),
            [POLICE, MAYOR],
            questions,
            {},
            parse_edtf("2033-05-11"),
            language=language,
        )
        if proposal.kind == "figure"
    ]


def answers(text: str, language: str = "en", questions: tuple[Question, ...] = ALL) -> dict[str, str]:
    """Return what is proposed first: the printed words -> the question."""
    return {p.printed: p.question.id for p in found(text, language, questions) if p.question}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "At least 12 people were killed in the mine and 30 injured.", {"At least 12": "dead", "30": "hurt"}),
        ("de", "Mindestens 12 Menschen kamen ums Leben, 30 wurden verletzt.", {"Mindestens 12": "dead", "30": "hurt"}),
        ("fr", "Le glissement a fait 12 morts et 30 blessés.", {"12": "dead", "30": "hurt"}),
        ("es", "Murieron 12 personas y 30 resultaron heridas.", {"12": "dead", "30": "hurt"}),
        ("en", "The slide killed 12 people, including two children.", {"12": "dead", "two": "children"}),
        ("fr", "Douze personnes sont mortes, dont deux enfants.", {"Douze": "dead", "deux": "children"}),
        ("en", "The slide left 30 injured, four of them seriously.", {"30": "hurt", "four": "badly"}),
        ("fr", "On compte 30 blessés, dont quatre graves.", {"30": "hurt", "quatre": "badly"}),
        ("es", "Hay 30 heridos, entre ellos cuatro graves.", {"30": "hurt", "cuatro": "badly"}),
    ],
)  # fmt: skip
def test_the_state_and_the_people_are_those_that_are_asked_of(
    language: str, text: str, wanted: dict[str, str]
) -> None:
    assert answers(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Some 200 firefighters fought the mud, and 14 pumps ran all night.", {"Some 200": "crews"}),
        ("de", "Rund 200 Feuerwehrleute kämpften gegen den Schlamm, 14 Pumpen liefen.", {"Rund 200": "crews"}),
        ("fr", "Quelque 200 pompiers luttaient contre la boue avec 14 pompes.", {"Quelque 200": "crews"}),
        ("es", "Unos 200 bomberos luchaban contra el barro con 14 bombas.", {"Unos 200": "crews"}),
        ("en", "Nine lorries were buried by the mud.", {"Nine": "cars"}),
        ("de", "Neun Fahrzeuge wurden vom Schlamm begraben.", {"Neun": "cars"}),
        ("es", "Nueve vehículos quedaron bajo el barro.", {"Nueve": "cars"}),
    ],
)  # fmt: skip
def test_things_and_persons_apart_are_found_by_their_noun_in_any_language(
    language: str, text: str, wanted: dict[str, str]
) -> None:
    assert answers(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The bridge is 90 metres long and the tower 40 metres high.", {"90 metres": "length", "40 metres": "height"}),
        ("de", "Die Brücke ist 90 Meter lang, der Turm 40 Meter hoch.", {"90 Meter": "length", "40 Meter": "height"}),
        ("fr", "Le pont, long de 90 mètres, touche une tour de 40 mètres de haut.", {"90 mètres": "length", "40 mètres": "height"}),
        ("en", "The walk to the tower takes two hours; the valley is 6 metres wide.", {}),
        ("en", "The damage is put at 30 million euros, or 33 million dollars.", {"30 million euros": "damage"}),
        ("de", "Der Sachschaden liegt bei 30 Millionen Euro.", {"30 Millionen Euro": "damage"}),
        ("es", "Los daños ascienden a 30 millones de euros.", {"30 millones de euros": "damage"}),
        ("en", "Of the deposits 60 percent were insured, down from 70 percent.", {"60 percent": "share"}),
        ("en", "The club sold 60 percent of its tickets.", {}),
        ("de", "Der Verein verkaufte 60 Prozent der Karten.", {}),
    ],
)  # fmt: skip
def test_what_is_measured_is_what_is_asked_for(language: str, text: str, wanted: dict[str, str]) -> None:
    printed = {words.removeprefix("de "): id for words, id in answers(text, language).items()}
    assert printed == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Between 2010 and 2015 nobody was killed in the mine."),
        ("de", "Zwischen 2010 und 2015 wurde im Bergwerk niemand getötet."),
        ("fr", "A 18 h 50, les secours parlaient encore de blessés."),
        ("en", "In March 2032 a fire killed 40 people in another valley."),
        ("en", "The 118 rescue service stands on the slope."),
        ("en", "Four countries sent help after people were killed."),
        ("de", "Vier Länder schickten Hilfe, nachdem Menschen getötet worden waren."),
    ],
)
def test_years_times_places_and_what_is_long_ago_answer_nothing(language: str, text: str) -> None:
    assert answers(text, language) == {}


def test_a_people_is_asked_for_by_its_name_or_its_country() -> None:
    questions = (DEAD, GERMANS)
    assert (
        answers("Three people from Germany and nine others were killed.", "en", questions)["Three"]
        == "germans"
    )
    assert answers("Trois Allemands sont morts.", "fr", questions) == {"Trois": "germans"}
    assert answers("Nine people were killed.", "en", questions) == {"Nine": "dead"}


def test_a_figure_is_proposed_once_and_a_vague_one_only_where_none_is_exact() -> None:
    text = "Twelve killed in mine\n\nTwelve people were killed in the mine, police said. Several people were killed on the road."
    assert [(p.printed, p.sources, bool(p.question)) for p in found(text)] == [
        ("Twelve", (), False), ("Twelve", ("police",), True), ("Several", (), False),
    ]  # fmt: skip
    assert answers("Dozens of people were killed in the mine.") == {"Dozens": "dead"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Bergwerk kamen 12 Menschen ums Leben. Das teilte die Polizei am Dienstag mit."),
        ("es", "En la mina murieron 12 personas. Así lo informó la policía el martes."),
        ("fr", "Douze personnes sont mortes, selon un bilan communiqué par la police."),
        ("en", "Twelve people were killed, according to a count released by police."),
    ],
)
def test_who_says_it_may_stand_in_the_next_sentence_or_behind_a_passive(language: str, text: str) -> None:
    assert [p.sources for p in found(text, language)] == [("police",)]


def test_a_sentence_without_a_subject_goes_on_with_who_spoke() -> None:
    text = "Ida Krohn habló el martes. Ida Krohn dijo que la mina está cerrada. Y agregó que murieron 12 personas."
    assert [p.sources for p in found(text, "es")] == [("mayor",)]
    text = "Ida Krohn dijo que la mina está cerrada. Agregó que murieron 12 personas."
    assert [p.sources for p in found(text, "es")] == [("mayor",)]


def test_a_name_behind_a_comma_is_no_second_source() -> None:
    text = "Selon la police, Ida Krohn a compté 12 morts dans la mine."
    assert "mayor" not in found(text, "fr")[0].sources
    assert found("According to police and Ida Krohn, 12 people were killed.")[0].sources == (
        "police",
        "mayor",
    )


def test_a_part_is_marked_as_one() -> None:
    assert [(p.printed, p.is_part) for p in found("The slide killed 12 people, including two children.")] == [
        ("12", False),
        ("two", True),
    ]


def test_a_quotation_answers_a_question_for_the_words_of_who_speaks() -> None:
    words = Question(
        "words", "t", "In which words does Ida Krohn speak of the mine?", "Her words", Answer.WORDING
    )
    text = '"The mine is a grave for this valley," {} said.'
    for speaker, wanted in (("Ida Krohn", ["words"]), ("police", [])):
        [proposal] = propose(text_of("x", text.format(speaker).encode()), [POLICE, MAYOR], [words], {}, None)
        assert [question.id for question, _ in proposal.questions] == wanted
