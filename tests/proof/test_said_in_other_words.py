"""What a claim counts is said in wider words too, those by which proposals find it: only beside its own figure, and only one way."""

from __future__ import annotations

from typing import Any

import pytest

from builder.proof import kinds
from builder.proof.rules import asked, figures, words
from tests.proof.test_asked import KILLED, told

RULES = (figures.counts_printed, asked.counted)
DEPLOYED = {"counts": "deployed", "of": "firefighters"}
FELL = {"counts": "fell", "of": "vehicles", "unit": "vehicles"}
HEIGHT = {"counts": "height", "of": "the bridge", "unit": "m"}
LENGTH = {"counts": "length", "of": "the section", "unit": "m"}
ALTITUDE = {"counts": "altitude requested", "of": "the plane", "unit": "feet"}
AGE = {"counts": "age", "of": "the banker", "unit": "years"}
OWED = {"counts": "owed", "of": "the dairy", "unit": "EUR"}
VISITORS = {"counts": "visitors", "of": "the tower"}
REPORTED = {"counts": "reported", "of": "cases", "unit": "cases"}
CONFIRMED = {"counts": "confirmed", "of": "cases", "unit": "cases"}
ABOARD = {"counts": "aboard", "of": "passengers and crew"}

SAID = [
    ("en", "Some 230 firefighters were battling the fire.", "Some 230", DEPLOYED),
    ("en", "As 230 firefighters used hoses to bring it under control, he left.", "230", DEPLOYED),
    ("de", "Rund 230 Feuerwehrleute kämpften gegen die Flammen.", "Rund 230", DEPLOYED),
    ("fr", "Ce sont 230 pompiers qui sont engagés dans ces recherches.", "230", DEPLOYED),
    ("es", "Unos 230 bomberos trabajaban en el lugar.", "Unos 230", DEPLOYED),
    ("en", "It gave way, throwing 14 vehicles into the void.", "14", FELL),
    ("de", "Der Einsturz riss 14 Fahrzeuge mit.", "14", FELL),
    ("fr", "Il a cédé, entraînant 14 véhicules.", "14", FELL),
    ("es", "Se hundió y 14 vehículos fueron arrastrados al vacío.", "14", FELL),
    ("en", "They hit the ground 40 metres below.", "40 metres", HEIGHT),
    ("en", "A 120-metre (390 feet) section gave way.", "120-metre", LENGTH),
    (
        "en",
        "It was at 32,000 feet (9,753 metres) and had asked to fly at 38,000 feet.",
        "38,000 feet",
        ALTITUDE,
    ),
    ("en", "The 55-year-old was seen in town.", "55-year-old", AGE),
    ("en", "Ada Brandt, a girl, 12, was seen in town.", "12", AGE),
    ("de", "Ein Mann, 55, wurde gesehen.", "55", AGE),
    ("fr", "Un homme de 55 ans a été vu en ville.", "55 ans", AGE),
    ("es", "Un hombre, 55, fue visto en la ciudad.", "55", AGE),
    ("en", "The dairy, whom they owe around 80 million euros, is silent.", "around 80 million euros", OWED),
    ("de", "Velt schuldet ihnen rund 80 Millionen Euro.", "rund 80 Millionen Euro", OWED),
    ("en", "The tower attracts 900,000 tourists.", "900,000", VISITORS),
    ("en", "Three cases have been diagnosed.", "Three", REPORTED),
    ("de", "Drei Fälle wurden bestätigt.", "Drei", REPORTED),
    ("en", "An airliner carrying 162 people is still sought.", "162", ABOARD),
    ("en", "A plane carrying 162 people pulled bodies from the sea.", "162", ABOARD),
]

UNSAID = [
    # Nothing says it.
    ("en", "Some 230 firefighters marched for higher pay.", "Some 230", DEPLOYED),
    ("de", "Rund 230 Feuerwehrleute streikten.", "Rund 230", DEPLOYED),
    ("en", "Some 14 vehicles were sold there.", "14", FELL),
    # A neighbour's words.
    ("en", "It is 45 metres high and 120 metres long.", "120 metres", HEIGHT),
    ("en", "It is 45 metres high and 120 metres long.", "45 metres", LENGTH),
    (
        "en",
        "It was at 32,000 feet (9,753 metres) and had asked to fly at 38,000 feet.",
        "32,000 feet",
        ALTITUDE,
    ),
    # A narrower word says the wider one, and never the other way.
    ("en", "Three cases have been diagnosed.", "Three", CONFIRMED),
    ("en", "Three cases have been registered.", "Three", CONFIRMED),
    # A figure that is no age.
    ("en", "The banker lent 55 friends his car.", "55", {**AGE, "unit": "people"}),
]


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), SAID)
def test_wider_words_beside_a_figure_say_what_it_counts(
    language: str, sentence: str, printed: str, asks: dict[str, Any]
) -> None:
    assert told(sentence, printed, asks, language, rules=RULES) == []


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), UNSAID)
def test_they_say_nothing_of_another_figure_nor_the_other_way(
    language: str, sentence: str, printed: str, asks: dict[str, Any]
) -> None:
    found = told(sentence, printed, asks, language, rules=RULES)
    assert [item.kind for item in found] == [kinds.COUNTS_NOT_PRINTED]


CUT = {"counts": "cut", "of": "jobs", "unit": "jobs", "printed_as": ("would go", "on the line", "fall* weg")}


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "kind"),
    [
        ("en", "Nearly 400 jobs would go at the bakery.", "Nearly 400", None),
        ("en", "Nearly 400 jobs are on the line at the bakery.", "Nearly 400", None),
        ("de", "Beim Bäcker, hieß es, fallen weg 400 Stellen.", "400", None),
        ("en", "Nearly 400 jobs lie along the river.", "Nearly 400", kinds.COUNTS_NOT_PRINTED),
    ],
)
def test_words_that_a_question_lists_say_what_it_counts(
    language: str, sentence: str, printed: str, kind: object
) -> None:
    found = told(sentence, printed, CUT, language, rules=RULES)
    assert [item.kind for item in found] == ([kind] if kind else [])


def test_a_figures_own_word_goes_before_what_a_question_lists() -> None:
    asks = {**KILLED, "printed_as": ("would go",)}
    found = told("Nearly 40 people were injured, and the rest would go.", "Nearly 40", asks, rules=RULES)
    assert [item.kind for item in found] == [kinds.COUNTS_ANOTHER]
    asks["printed_as"] = ("were injured",)
    assert told("Nearly 40 people were injured, and the rest would go.", "Nearly 40", asks, rules=RULES) == []


@pytest.mark.parametrize(
    ("language", "printed", "text", "fits"),
    [
        ("en", "€45 million a year", "How much would it save a year?", True),
        ("en", "€45 million a year", "How much would it save?", False),
        ("de", "45 Millionen Euro im Jahr", "How much would it save a year?", True),
        ("fr", "8,20 euros par action", "How much is paid for one share?", True),
    ],
)
def test_a_question_may_ask_for_so_much_a_year_or_a_share(
    language: str, printed: str, text: str, fits: bool
) -> None:
    asks = {"counts": "saved", "of": "the bakery", "unit": "EUR", "text": text, "printed_as": ("the bakery",)}
    found = told(f"{printed}, the bakery said.", printed, asks, language, rules=(figures.counts_printed,))
    assert [item.kind for item in found] == ([] if fits else [kinds.COUNTS_NOT_PRINTED])


@pytest.mark.parametrize(
    ("sentence", "printed", "asks"),
    [
        # Who battles a fire and is hurt is counted as hurt.
        ("Some 12 firefighters battling the fire were injured.", "Some 12", DEPLOYED),
        # Bodies that are counted are no people aboard.
        ("Searchers pulled 12 bodies from the sea.", "12", ABOARD),
    ],
)
def test_what_happened_to_them_goes_before_wider_words(
    sentence: str, printed: str, asks: dict[str, Any]
) -> None:
    found = told(sentence, printed, asks, rules=RULES)
    assert [item.kind for item in found] in ([kinds.COUNTS_ANOTHER], [kinds.COUNTS_NOT_PRINTED])


def test_a_part_that_opens_a_sentence_is_of_those_before() -> None:
    before = "In all 43 people were killed on the bridge."
    assert told(f"{before} They included four children.", "four", KILLED, rules=RULES) == []
    assert told(f"{before} The school had four children.", "four", KILLED, rules=RULES) != []


WITHOUT_POWER = {"counts": "without power", "of": "households", "unit": "households"}


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "asks", "lost"),
    [
        ("de", "Gestern waren 52.000 Haushalte ohne Strom.", "52.000", WITHOUT_POWER, []),
        ("de", "Noch immer sind 52.000 Haushalte ohne Strom.", "52.000", WITHOUT_POWER, []),
        ("de", "Etwa 12 Menschen werden noch gesucht.", "Etwa 12", {"counts": "missing", "of": "people"}, []),
        ("fr", "Quelque 9 000 foyers demeurent sans électricité.", "Quelque 9 000", WITHOUT_POWER, []),
        # What turns anything else still does.
        ("de", "Es waren nicht 12 Tote auf der Brücke.", "12", KILLED, ["nicht"]),
        ("de", "Weder die Stadt noch 12 Tote kamen vor.", "12", KILLED, ["noch"]),
        ("en", "Reportedly 12 people were killed.", "12", KILLED, ["Reportedly"]),
    ],
)
def test_words_that_say_what_is_counted_turn_nothing(
    language: str, sentence: str, printed: str, asks: dict[str, Any], lost: list[str]
) -> None:
    found = told(sentence, printed, asks, language, rules=(words.meaning_cut,))
    assert [item.message for item in found] == [f'the text has "{word}" beside these words' for word in lost]


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("en", "The banker faces six years in prison.", "six years"),
        ("de", "Sechs Jahre Haft für den Bankier von Osk.", "Sechs Jahre"),
        ("fr", "Le banquier risque six ans de prison.", "six ans"),
        ("es", "El juez dictó seis años de cárcel.", "seis años"),
    ],
)
def test_years_in_prison_are_a_sentence(language: str, sentence: str, printed: str) -> None:
    asks = {"counts": "sentenced to prison", "of": "the banker", "unit": "years"}
    assert told(sentence, printed, asks, language, rules=RULES) == []


@pytest.mark.parametrize(
    ("language", "sentence", "counts", "told_"),
    [
        ("en", "Twelve people were felled by the flu in a week.", "felled by the flu", []),
        (
            "en",
            "Twelve people were felled by the flu in a week.",
            "taken by the flu",
            ["counts-not-printed"],
        ),
        # A word that a list has says what that set says.
        ("en", "Twelve people were arrested in a week.", "arrested", ["counts-not-printed"]),
        ("de", "Zwölf Menschen hat es in einer Woche dahingerafft.", "dahingerafft", []),
    ],
)
def test_the_texts_own_words_may_be_given_as_what_is_counted(
    language: str, sentence: str, counts: str, told_: list[str]
) -> None:
    printed = sentence.split()[0]
    asks = {"counts": "killed", "of": "people", "text": "How many were killed?"}
    found = told(sentence, printed, asks, language, rules=(figures.counts_printed,), counts=counts)
    assert [finding.kind.name for finding in found] == told_
