"""Figures in other words than the question's, and figures of something else that share its words: the other side of a vote, one kind of
several, a time that passed, another event, a neighbour's.
"""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = {
    "strike": ("How many days did the strike last?", "Length of the strike", "days", "strike", "the pilots"),
    "office": ("For how many years was he in office?", "Years in office", "years", "in office", "the governor"),
    "bonus": ("How much is the one-off payment?", "One-off payment", "euros", "one-off payment", "each pilot"),
    "term": ("For how many months does the agreement run?", "Term", "months", "term", "the agreement"),
    "launched": ("How many drones were launched?", "Drones launched", "drones", "launched", "drones"),
    "downed": ("How many drones were shot down?", "Drones shot down", "drones", "shot down", "drones"),
    "dry": ("How many settlements have no water?", "Without water", "settlements", "without water", "settlements"),
    "loss": ("How much did the airport lose each day?", "Loss a day", "million euros", "lost", "the airport"),
    "yes": ("What share of the pilots voted for the deal?", "Votes for", "percent", "voted for", "pilots"),
    "boats": ("How many vehicles were trapped?", "Vehicles trapped", "vehicles", "trapped", "vehicles"),
    "dead": ("How many people were killed in the earthquake?", "Dead", "people", "killed", "people"),
    "pupils": ("How many of the dead were students?", "Students killed", "people", "killed", "students"),
    "aboard": ("How many people were on board?", "On board", "people", "aboard", "people"),
    "moved": ("How many people were evacuated?", "Evacuated", "people", "evacuated", "residents"),
}  # fmt: skip
SOURCES = [Source("union", "The pilots' union", "the union", "organisation", Stake.PARTY, aliases=("union", "Gewerkschaft"))]  # fmt: skip


def found(language: str, text: str) -> dict[str, str]:
    """Return what is proposed first: the printed words, and the question."""
    questions = [
        Question(id, "t", asked, short, Answer.QUANTITY, unit=unit, counts=counts, of=of)
        for id, (asked, short, unit, counts, of) in ASKED.items()
    ]
    made = propose(
        text_of("x", text.encode()), SOURCES, questions, {}, parse_edtf("2033-05-11"), language=language
    )
    return {p.printed: p.questions[0][0].id for p in made if p.questions}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The walkout was called off after 12 days.", {"12 days": "strike"}),
        ("de", "Der Ausstand ist nach zwölf Tagen beendet.", {"zwölf Tagen": "strike"}),
        ("uk", "Страйк тривав дванадцять днів.", {"дванадцять днів": "strike"}),
        ("en", "Lund had governed the province for nine years.", {"nine years": "office"}),
        ("de", "Neun Jahre lang hatte Lund die Provinz regiert.", {"Neun Jahre": "office"}),
        ("es", "Lund gobernó la provincia durante nueve años.", {"nueve años": "office"}),
        ("en", "All of them get a lump sum of 900 euros.", {"900 euros": "bonus"}),
        ("fr", "Une prime de 900 euros leur sera versée.", {"900 euros": "bonus"}),
        ("de", "Der Vertrag hat eine Laufzeit von 18 Monaten.", {"18 Monaten": "term"}),
        ("fr", "Onze drones ont été envoyés dans la nuit.", {"Onze": "launched"}),
        ("ru", "Выпущено одиннадцать дронов.", {"одиннадцать": "launched"}),
        ("es", "Siete drones fueron derribados.", {"Siete": "downed"}),
        ("ru", "Без воды остались девять населенных пунктов.", {"девять": "dry"}),
        ("fr", "Neuf villages sont privés d'eau.", {"Neuf": "dry"}),
        ("en", "The stoppage cost the airport 3 million euros a day.", {"3 million euros a day": "loss"}),
        ("en", "Trucks brought 400 people to safety.", {"400": "moved"}),
        ("ru", "Спасатели подняли из воды четырёх человек.", {}),
        ("ru", "На борту находились сорок человек.", {"сорок": "aboard"}),
        ("uk", "На борту перебували сорок людей.", {"сорок": "aboard"}),
        ("ru", "Число жертв землетрясения выросло до 40.", {"40": "dead"}),
        ("de", "Damit stieg die Zahl der Opfer des Bebens auf 40.", {"40": "dead"}),
        ("de", "Vier Schülerinnen und Schüler kamen ums Leben.", {"Vier": "pupils"}),
        ("en", "Among those who did not make it out were four pupils.", {"four": "pupils"}),
    ],
)  # fmt: skip
def test_a_figure_is_found_in_other_words(language, text, wanted):
    assert found(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The pilots accepted it by 61% to 39%.", "39%"),
        ("fr", "Les pilotes l'ont accepté par 61 % des voix contre 39 %.", "39 %"),
        ("es", "Los pilotos lo aprobaron con un 61 % de los votos frente a un 39 %.", "39 %"),
        ("en", "Forty cars and nine lorries were trapped.", "Forty"),
        ("en", "Forty cars and nine lorries were trapped.", "nine"),
        ("de", "Vierzig Autos und neun Lastwagen saßen fest.", "neun"),
        ("en", "The strike was announced on Monday. Two days later it began.", "Two days"),
        ("de", "Der Streik wurde angekündigt. Zwei Tage danach begann er.", "Zwei Tage"),
        ("fr", "La grève était annoncée. Deux jours plus tard, elle commençait.", "Deux jours"),
        ("en", "Ten people died. That quake killed 300.", "300"),
        ("de", "Zehn Menschen starben. Jenes Beben tötete 300 Menschen.", "300"),
        ("en", "In neighbouring Brack, seven people were killed by the earthquake.", "seven"),
        ("fr", "Dans la ville voisine de Brack, sept personnes ont été tuées par le séisme.", "sept"),
        ("uk", "У сусідньому Браку землетрус убив сімох людей.", "сімох"),
        ("en", "There were 80 people on board the tram, though its licence was for 60.", "60"),
        ("de", "An Bord der Bahn waren 80 Menschen, zugelassen war sie für 60.", "60"),
    ],
)  # fmt: skip
def test_a_figure_of_something_else_is_not_proposed(language, text, wanted):
    assert wanted not in found(language, text)


def test_a_time_that_passed_answers_where_it_is_asked_for():
    asked = Question("wait", "t", "How many days after the earthquake was the last child found?", "Time", Answer.QUANTITY, unit="days", counts="found", of="child")  # fmt: skip
    text = "The last child was found six days after the earthquake."
    made = propose(text_of("x", text.encode()), [], [asked], {}, parse_edtf("2033-05-11"))
    assert [(p.printed, p.questions[0][0].id) for p in made if p.questions] == [("six days", "wait")]
