"""Figures that are right and answer something else: of some of those, of before, of another day or place, of who did it; and their likes."""

from __future__ import annotations

import time
from typing import Any

import pytest

from builder.content.vocabulary import Answer
from builder.proof import asked as asked_of
from builder.proof.names import Names
from builder.proof.rules import asked, asked_where, figures, governed, words
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from tests.factory import question
from tests.proof.test_asked import KILLED, WOUNDED, names, told

RULES = (
    figures.counts_printed, words.meaning_cut, asked.counted, asked.amount, asked.noun, asked.number, asked.unreal, governed.happened, asked.feared,
    asked.deeds, asked.now, asked.converted, asked.whole, asked.people, asked.day, asked_where.place, asked.share,
)  # fmt: skip
ARRESTED, MISSING, RESCUED = {"counts": "arrested"}, {"counts": "missing"}, {"counts": "rescued"}
DISPLACED, EVACUATED = {"counts": "displaced"}, {"counts": "evacuated"}
CHILDREN = {"counts": "killed", "of": "children"}
REVENUE = {"counts": "revenue", "unit": "USD"}
SUNDAY, SATURDAY = KILLED | {"when": "2024-12-22"}, KILLED | {"when": "2024-12-21"}
WEEKEND = KILLED | {"when": "2024-12-21/2024-12-22"}
UNSAID = ["counts-not-printed"]
PART, FORMER, OTHER, DAY = ["part-unmarked"], ["former-figure"], ["counts-another"], ["another-day"]

TOLD = [
    # Some of those who are asked for.
    ("en", "Of the 61 miners killed, 14 came from one village.", "14", KILLED, PART),
    ("en", "Fourteen of the 61 miners killed came from one village.", "Fourteen", KILLED, PART),
    ("en", "Nine of those arrested were minors.", "Nine", ARRESTED, PART),
    ("en", "Of those wounded in the raid, 14 remain in hospital.", "14", WOUNDED, [*OTHER, *PART]),
    ("en", "Among the 61 dead were 14 nurses.", "14", KILLED, PART),
    ("en", "Six students were among the dead.", "Six", KILLED, PART),
    ("en", "Of the 61 people who died, 14 were nurses.", "14", KILLED, PART),
    ("en", "The flood killed 61 people; 14 were firefighters.", "14", KILLED, PART),
    ("en", "On one bridge alone, 14 people died.", "14", KILLED, PART),
    ("de", "Von den 61 Todesopfern waren 14 Schüler.", "14", KILLED, PART),
    ("de", "14 der 61 Getöteten stammten aus einem Dorf.", "14", KILLED, PART),
    ("de", "Sieben der Verletzten liegen noch im Krankenhaus.", "Sieben", WOUNDED, PART),
    ("de", "Von den 61 Menschen, die starben, waren 14 Kinder.", "14", KILLED, PART),
    ("de", "Allein in der Altstadt starben 14 Menschen.", "14", KILLED, PART),
    ("fr", "Sur les 61 personnes tuées, 14 étaient des élèves.", "14", KILLED, PART),
    ("fr", "Quatorze des 61 victimes étaient des élèves.", "Quatorze", KILLED, [*UNSAID, *PART]),
    ("fr", "Sept des blessés sont toujours à l'hôpital.", "Sept", WOUNDED, PART),
    ("fr", "Parmi les 61 morts, 14 venaient du même village.", "14", KILLED, PART),
    ("es", "De los 61 fallecidos, 14 eran alumnos.", "14", KILLED, PART),
    ("es", "Catorce de las 61 víctimas eran alumnos.", "Catorce", KILLED, [*UNSAID, *PART]),
    ("es", "Siete de los detenidos eran menores.", "Siete", ARRESTED, PART),
    ("en", "Of the 61 people killed, 14 were children.", "61", CHILDREN, ["of-others"]),
    ("de", "61 Menschen starben, darunter 14 Kinder.", "61", CHILDREN, ["of-others"]),
    # What it was before, and by how much it changed.
    ("en", "The death toll climbed from 17 to 24.", "17", KILLED, FORMER),
    ("en", "The death toll climbed to 24 from 17 on Monday.", "17", KILLED, FORMER),
    ("en", "The death toll is 24, up from 17.", "17", KILLED, FORMER),
    ("en", "The death toll climbed by seven overnight.", "seven", KILLED, FORMER),
    ("en", "There were 40 more people killed than the year before.", "40", KILLED, FORMER),
    ("en", "The toll of dead was corrected from 24 to 17.", "24", KILLED, FORMER),
    ("en", "Revenue rose to $9 million from $7 million.", "$7 million", REVENUE, FORMER),
    ("de", "Die Zahl der Toten erhöhte sich von 17 auf 24.", "17", KILLED, FORMER),
    ("de", "Die Zahl der Todesopfer wuchs um sieben auf 24.", "sieben", KILLED, FORMER),
    ("fr", "Le nombre de morts est passé de 17 à 24.", "17", KILLED, FORMER),
    ("fr", "Le nombre de morts a grimpé de 17 à 24.", "17", KILLED, FORMER),
    ("es", "El número de muertos pasó de 17 a 24.", "17", KILLED, FORMER),
    ("es", "La cifra de fallecidos creció en siete.", "siete", KILLED, FORMER),
    ("en", "Damage cost €5m ($5.6m).", "$5.6m", {"counts": "cost", "unit": "USD"}, ["converted-figure"]),
    # Another day or place of the same sentence.
    ("en", "On Saturday nine people died and on Sunday 14.", "nine", SUNDAY, DAY),
    ("en", "Nine people died on Saturday, and 14 on Sunday.", "14", SATURDAY, DAY),
    ("de", "Am Samstag starben neun Menschen, am Sonntag starben 14.", "neun", SUNDAY, DAY),
    ("fr", "Samedi neuf personnes sont mortes et dimanche 14.", "neuf", SUNDAY, DAY),
    ("es", "El sábado murieron nueve personas y el domingo 14.", "nueve", SUNDAY, DAY),
    ("en", "Over the last three months 900 people have been killed.", "900", WEEKEND, DAY),
    ("en", "Since November, 900 people have been killed.", "900", WEEKEND, DAY),
    ("de", "In den vergangenen drei Monaten wurden 900 Menschen getötet.", "900", WEEKEND, DAY),
    ("fr", "Au cours des trois derniers mois, 900 personnes ont été tuées.", "900", WEEKEND, DAY),
    ("es", "En los últimos tres meses murieron 900 personas.", "900", WEEKEND, DAY),
    ("en", "Nine people died in Kursk and 14 in Pokrovsk.", "Nine", KILLED | {"text": "How many died in Pokrovsk?"}, ["another-place"]),
    ("de", "In Kursk starben neun Menschen, in Pokrovsk 14.", "neun", KILLED | {"text": "How many died in Pokrovsk?"}, ["another-place"]),
    # Not, not yet, or not for sure.
    ("en", "The army will deploy 900 soldiers in spring.", "900", {"counts": "deployed", "of": "troops"}, ["not-happened"]),
    ("en", "The mill plans to lay off 90 workers.", "90", {"counts": "laid off", "of": "workers"}, ["not-happened"]),
    ("fr", "La mairie prévoit d'évacuer 900 personnes.", "900", EVACUATED, ["not-happened"]),
    ("es", "La fábrica quiere despedir a 90 empleados.", "90", {"counts": "laid off", "of": "workers"}, ["not-happened"]),
    ("de", "Es trifft nicht zu, dass 14 Menschen getötet wurden.", "14", KILLED, ["not-happened"]),
    ("en", "Some 14 people may have been killed.", "Some 14", KILLED, ["meaning-cut"]),
    ("en", "Fourteen miners are feared dead.", "Fourteen", KILLED, ["meaning-cut"]),
    ("de", "14 Menschen könnten getötet worden sein.", "14", KILLED, ["meaning-cut"]),
    ("fr", "Quatorze personnes auraient été tuées.", "Quatorze", KILLED, ["meaning-cut"]),
    ("es", "Catorce personas habrían muerto.", "Catorce", KILLED, ["meaning-cut"]),
    ("de", "Vierzehn Bergleute dürften gestorben sein.", "Vierzehn", KILLED, ["meaning-cut"]),
    # Others than those whom it befell.
    ("en", "Fourteen gunmen killed a driver.", "Fourteen", KILLED, OTHER),
    ("fr", "Quatorze hommes armés ont tué un chauffeur.", "Quatorze", KILLED, OTHER),
    ("es", "Catorce hombres armados mataron a un chófer.", "Catorce", KILLED, OTHER),
    ("en", "Peter Holm, 57, was killed in the yard.", "57", KILLED, OTHER),
    ("de", "Das Feuer kostete neun Menschen das Leben, 14 gelten als vermisst.", "14", KILLED, OTHER),
    ("en", "Fourteen people survived; the others were killed.", "Fourteen", KILLED, OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks", "kinds"), TOLD)
def test_a_right_figure_that_answers_something_else_is_told(
    language: str, sentence: str, printed: str, asks: dict[str, Any], kinds: list[str]
) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == kinds


RIGHT = [
    ("en", "Of the 61 people killed, 14 were children.", "61", KILLED),
    ("en", "Of the 61 people killed, 14 were children.", "14", CHILDREN),
    ("en", "Of the 300 people injured, 14 died.", "14", KILLED),
    ("en", "Three of the 40 miners died.", "Three", KILLED),
    ("en", "Three of the 40 passengers were killed.", "Three", KILLED),
    ("de", "Drei der 40 Bergleute kamen ums Leben.", "Drei", KILLED),
    ("de", "Von den 40 Fahrgästen wurden drei getötet.", "drei", KILLED),
    ("fr", "Trois des 40 mineurs sont morts.", "Trois", KILLED),
    ("fr", "Sur les 40 passagers, trois ont été tués.", "trois", KILLED),
    ("es", "Tres de los 40 mineros murieron.", "Tres", KILLED),
    ("en", "The death toll climbed from 17 to 24.", "24", KILLED),
    ("de", "Die Zahl der Toten stieg von 17 auf 24.", "24", KILLED),
    ("fr", "La perte de 14 soldats a été confirmée.", "14", {"counts": "losses", "of": "troops"}),
    ("en", "On Saturday nine people died and on Sunday 14.", "nine", SATURDAY),
    ("en", "Nine people died in Kursk and 14 in Pokrovsk.", "Nine", KILLED | {"text": "How many died in Kursk?"}),
    ("en", "Fourteen people killed the day before were buried.", "Fourteen", KILLED),
    ("en", "14 or fewer people were killed.", "14 or fewer", KILLED),
    ("en", "The flood drove 900 people from their homes.", "900", DISPLACED),
    ("en", "Fourteen people succumbed to their burns.", "Fourteen", KILLED),
    ("de", "Die Polizei nahm am Morgen 14 Menschen vorläufig fest.", "14", ARRESTED),
    ("de", "14 Menschen sitzen in Untersuchungshaft.", "14", ARRESTED),
    ("de", "Bei dem Absturz kamen 14 Menschen um.", "14", KILLED),
    ("de", "Von 14 Menschen fehlt jede Spur.", "14", MISSING),
    ("de", "Helfer brachten 14 Menschen in Sicherheit.", "14", RESCUED),
    ("de", "14 Haushalte waren ohne Strom.", "14", {"counts": "without power", "unit": "households"}),
    ("fr", "Quatorze personnes ont été placées en garde à vue.", "Quatorze", ARRESTED),
    ("fr", "Quatorze suspects ont été écroués.", "Quatorze", ARRESTED),
    ("es", "El alcalde evacuó a 900 personas.", "900", EVACUATED),
    ("es", "La policía capturó a 14 sospechosos.", "14", ARRESTED),
    ("es", "Catorce personas huyeron de sus casas.", "Catorce", DISPLACED),
    ("en", "The attack left 14 of the soldiers dead.", "14", KILLED),
    ("en", "Two of the passengers were killed when the bus left the road.", "Two", KILLED),
    ("en", "At least 14 people were killed, among them the mayor.", "At least 14", KILLED),
    ("en", "Revenue was $40 million, compared with $52 million a year earlier.", "$40 million", REVENUE),
    ("en", "On Saturday, Sunday and Monday 14 people were killed.", "14", SUNDAY),
    ("en", "Police said they had arrested 14 men for killing a guard.", "14", ARRESTED),
    ("de", "In der Stadt starben von Freitag auf Samstag 14 Menschen.", "14", KILLED),
    ("fr", "Un total de 14 morts et de 40 blessés a été annoncé.", "14", KILLED),
    ("es", "La policía detuvo a 14 hombres por haber matado a un guardia.", "14", ARRESTED),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), RIGHT)
def test_its_likes_pass(language: str, sentence: str, printed: str, asks: dict[str, Any]) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == []


@pytest.mark.parametrize(
    ("sentence", "printed", "asks", "other"),
    [
        ("At least 30 were killed or wounded on Saturday and Sunday.", "30", "How many were killed or wounded in all?", True),
        ("More than 3,000 have been killed or wounded in all.", "3,000", "How many were killed or wounded in all?", False),
        ("Of the 17 people killed, five were teenagers.", "five", "How many people were killed?", True),
        ("Of the 17 people killed, five were teenagers.", "17", "How many people were killed?", False),
        ("The toll of dead rose to 24 from 17.", "17", "How many people were killed?", True),
    ],
)  # fmt: skip
def test_such_a_question_is_not_proposed_first(sentence: str, printed: str, asks: str, other: bool) -> None:
    at = sentence.index(printed)
    day = parse_edtf("2024-12-16")
    passage = asked_of.Passage(sentence, (0, len(sentence)), (at, at + len(printed)), "en", day)
    wanted = question(
        Answer.QUANTITY,
        text=asks,
        unit="people",
        counts="killed or wounded" if "or" in asks else "killed",
        of=None,
    )
    names_ = Names({})
    assert asked_of.answers_other(passage, read(printed, "en"), wanted, names_, "en") is other


def test_a_doubt_that_the_cue_has_is_not_lost() -> None:
    found = told(
        "Some 14 people may have been killed.", "Some 14", KILLED, rules=(asked.feared,), written={"cue": "may have"}, cue="may have"
    )  # fmt: skip
    assert names(found) == []
    # The key that is there for it carries it as well.
    sentence = "14 people are believed to have been killed."
    for doubt, wanted in (("believed to have been", []), (None, ["meaning-cut"])):
        assert names(told(sentence, "14", KILLED, rules=(asked.feared,), doubt=doubt)) == wanted


def test_a_former_figure_passes_with_its_day() -> None:
    sentence = "The death toll climbed from 17 on Saturday to 24."
    assert names(told(sentence, "17", KILLED, rules=(asked.now,), as_of="2024-12-21")) == []


@pytest.mark.parametrize(
    "again", ["12 of the 30 killed ", "on Sunday 12 and ", "from 12 to 30, ", "may have been killed "]
)
def test_a_row_of_them_takes_its_length(again: str) -> None:
    """A hang limit only."""
    sentence = "There 12 people were killed, " + (again * 400)[:8_000]
    begun = time.monotonic()
    told(sentence, "There 12", SUNDAY, rules=RULES)
    assert time.monotonic() - begun < 30
