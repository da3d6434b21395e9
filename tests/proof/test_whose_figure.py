"""A right figure that is no answer: a neighbour's, denied, to come, of an age, a part, a rate; and those that look so and are right."""

from __future__ import annotations

import time
from typing import Any

import pytest

from builder.proof.rules import asked, asked_where, figures, governed
from tests.proof.test_asked import KILLED, WOUNDED, names, told

RULES = (
    figures.counts_printed, asked.counted, asked.amount, asked.noun, asked.number, asked.unreal, governed.happened, asked.whole, asked.people,
    asked.day, asked_where.place, asked.share,
)  # fmt: skip
DAY = {"when": "2024-12-25"}
IN_KURSK = KILLED | {"text": "How many were killed in Kursk?"}
CHARGED, ARRESTED = {"counts": "charged"}, {"counts": "arrested"}
EVACUATED, HOMELESS = {"counts": "evacuated"}, {"counts": "displaced"}
PROFIT, REVENUE = {"counts": "profit", "unit": "USD"}, {"counts": "revenue", "unit": "USD"}

ANOTHERS = [
    # The word that is asked for is said of somebody without a figure.
    ("en", "The mayor was killed and 12 people were injured.", "12", KILLED),
    ("en", "No one was killed and 12 were wounded.", "12", KILLED),
    ("en", "A child was killed and 12 were wounded.", "12", KILLED),
    ("en", "One driver died, 12 passengers were hurt.", "12", KILLED),
    ("en", "Their captain drowned, and 12 sailors were rescued.", "12", KILLED),
    ("en", "The attack killed the mayor and injured 12 people.", "12", KILLED),
    ("en", "12 people were injured and the mayor was killed.", "12", KILLED),
    ("en", "12 people were injured and Ada Rood was killed.", "12", KILLED),
    ("en", "12 were hurt, no one was killed.", "12", KILLED),
    ("en", "12 were hurt and nobody died.", "12", KILLED),
    ("en", "The leader was charged and 12 protesters were arrested.", "12", CHARGED),
    ("en", "Police charged the leader and arrested 12 protesters.", "12", CHARGED),
    ("en", "Police arrested their leader and charged 12 people.", "12", ARRESTED),
    ("en", "The village was evacuated and 12 people were left homeless.", "12", EVACUATED),
    ("en", "The owner was left homeless and 12 people were evacuated.", "12", HOMELESS),
    ("en", "Costs fell and fares rose by 12 percent.", "12 percent", {"counts": "fell", "unit": "percent"}),
    ("en", "Fares rose, costs fell by 12 percent.", "12 percent", {"counts": "rose", "unit": "percent"}),
    ("en", "Profit rose to $12 million and revenue fell to $30 million.", "$12 million", REVENUE),
    ("en", "Profit rose to $12 million and revenue fell to $30 million.", "$30 million", PROFIT),
    ("en", "Profit fell and revenue was $12 million.", "$12 million", PROFIT),
    ("de", "Der Bürgermeister wurde getötet, 12 Menschen wurden verletzt.", "12", KILLED),
    ("de", "12 Menschen wurden verletzt, der Bürgermeister wurde getötet.", "12", KILLED),
    ("de", "12 Menschen wurden verletzt, niemand starb.", "12", KILLED),
    ("de", "Der Anführer wurde verhaftet und 12 Menschen wurden verletzt.", "12", ARRESTED),
    ("de", "Der Gewinn sank, der Umsatz stieg auf 12 Millionen Euro.", "12 Millionen Euro", {"counts": "profit", "unit": "EUR"}),
    ("fr", "Le maire a été tué et 12 personnes ont été blessées.", "12", KILLED),
    ("fr", "12 personnes ont été blessées et le maire a été tué.", "12", KILLED),
    ("fr", "12 personnes ont été blessées, personne n'est mort.", "12", KILLED),
    ("fr", "Le village a été évacué et 12 personnes ont été arrêtées.", "12", EVACUATED),
    ("es", "El alcalde murió y 12 personas resultaron heridas.", "12", KILLED),
    ("es", "12 personas resultaron heridas y el alcalde murió.", "12", KILLED),
    ("es", "12 personas resultaron heridas, nadie murió.", "12", KILLED),
    ("es", "El jefe fue detenido y 12 personas fueron evacuadas.", "12", ARRESTED),
    # What is counted is no person.
    ("en", "12 dogs were killed.", "12", KILLED),
    ("en", "Some 12 goats were killed in the fire.", "Some 12", KILLED),
    ("en", "12 families were evacuated.", "12", EVACUATED),
    ("en", "12 cars were hit and people killed.", "12", KILLED),
    ("en", "He was killed by 12 bullets.", "12", KILLED),
    ("en", "He was killed by one of 41 rockets.", "41", KILLED),
    ("de", "12 Hunde starben.", "12", KILLED),
    ("de", "12 Familien wurden evakuiert.", "12", EVACUATED),
    ("fr", "12 chèvres ont été tuées.", "12", KILLED),
    ("fr", "12 familles ont été évacuées.", "12", EVACUATED),
    ("es", "Murieron 12 perros.", "12", KILLED),
    ("es", "12 familias fueron evacuadas.", "12", EVACUATED),
    # An age, a time, a room.
    ("en", "A boy, 12, was killed.", "12", KILLED),
    ("en", "A boy aged 12 was killed.", "12", KILLED),
    ("en", "A girl (12) was killed.", "12", KILLED),
    ("en", "He was killed in room 41.", "41", KILLED),
    ("en", "He was killed at 12:30.", "12", KILLED),
    ("en", "He was killed at 12 p.m. on the road.", "12", KILLED),
    ("de", "Ein Junge, 12, wurde getötet.", "12", KILLED),
    ("fr", "Un garçon de 12 ans a été tué.", "12", KILLED),
    ("es", "Un niño, 12, murió.", "12", KILLED),
    ("es", "Murió a las 12:30.", "12", KILLED),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), ANOTHERS)
def test_a_figure_of_something_else(language: str, sentence: str, printed: str, asks: dict[str, Any]) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == ["counts-another"]


NOT_HAPPENED = [
    ("en", "12 people were not killed but hurt.", "12"),
    ("en", "12 people weren't killed in the raid.", "12"),
    ("en", "12 people could have been killed.", "12"),
    ("en", "12 people were nearly killed.", "12"),
    ("en", "The blast almost killed 12.", "12"),
    ("en", "The blast would have killed 12.", "12"),
    ("en", "It would have left 12 dead.", "12"),
    ("en", "He threatened to kill 12 people.", "12"),
    ("en", "There are fears that 12 might die.", "12"),
    ("en", "Doctors say 12 will die.", "12"),
    ("en", "Did it kill 12?", "12"),
    ("en", "It is a rumour. Were 12 people killed?", "12"),
    ("de", "12 Menschen wurden nicht getötet, sondern verletzt.", "12"),
    ("de", "12 Menschen hätten getötet werden können.", "12"),
    ("de", "Die Explosion hätte 12 Menschen töten können.", "12"),
    ("de", "12 Menschen wären fast gestorben.", "12"),
    ("de", "Man fürchtet, dass 12 Menschen sterben könnten.", "12"),
    ("de", "Wurden 12 Menschen getötet?", "12"),
    ("fr", "12 personnes n'ont pas été tuées mais blessées.", "12"),
    ("fr", "12 personnes auraient pu être tuées.", "12"),
    ("fr", "12 personnes ont failli mourir.", "12"),
    ("fr", "12 personnes pourraient mourir.", "12"),
    ("fr", "A-t-elle tué 12 personnes ?", "12"),
    ("es", "12 personas no murieron, sino que resultaron heridas.", "12"),
    ("es", "12 personas pudieron haber muerto.", "12"),
    ("es", "12 personas estuvieron a punto de morir.", "12"),
    ("es", "12 personas podrían morir.", "12"),
    ("es", "¿Murieron 12 personas?", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed"), NOT_HAPPENED)
def test_what_has_not_happened(language: str, sentence: str, printed: str) -> None:
    assert names(told(sentence, printed, KILLED, language, rules=RULES)) == ["not-happened"]


def test_a_question_may_ask_for_what_has_not_happened() -> None:
    asks = KILLED | {"text": "How many might die?"}
    assert told("Doctors fear that 12 might die.", "12", asks, rules=RULES) == []


OTHERWISE = [
    # Other days.
    ("en", "An earlier attack killed 12.", "12", KILLED | DAY, "another-day"),
    ("en", "A previous blast there killed 12 people.", "12", KILLED | DAY, "another-day"),
    ("en", "So far this year 12 people were killed.", "12", KILLED | DAY, "another-day"),
    ("en", "A week earlier 12 people were killed.", "12", KILLED | DAY, "another-day"),
    ("en", "A year earlier, 12 people were killed there.", "12", KILLED | DAY, "another-day"),
    ("en", "In a similar attack last year 12 were killed.", "12", KILLED | DAY, "another-day"),
    ("en", "Since Saturday 12 people were killed.", "12", KILLED | DAY, "another-day"),
    ("de", "Ein früherer Angriff tötete 12 Menschen.", "12", KILLED | DAY, "another-day"),
    ("de", "Eine Woche zuvor starben 12 Menschen.", "12", KILLED | DAY, "another-day"),
    ("fr", "Une précédente attaque a tué 12 personnes.", "12", KILLED | DAY, "another-day"),
    ("fr", "Une semaine plus tôt, 12 personnes ont été tuées.", "12", KILLED | DAY, "another-day"),
    ("es", "Un ataque anterior mató a 12 personas.", "12", KILLED | DAY, "another-day"),
    ("es", "Una semana antes murieron 12 personas.", "12", KILLED | DAY, "another-day"),
    # A whole country.
    ("en", "Nationwide 12 people were killed.", "12", IN_KURSK, "another-place"),
    ("en", "12 people were killed across the country.", "12", IN_KURSK, "another-place"),
    ("de", "Bundesweit starben 12 Menschen.", "12", IN_KURSK, "another-place"),
    ("fr", "Dans tout le pays, 12 personnes ont été tuées.", "12", IN_KURSK, "another-place"),
    ("es", "En todo el país murieron 12 personas.", "12", IN_KURSK, "another-place"),
    # A part, or some that come to the others.
    ("en", "30 people were killed, among them 5 children.", "5", KILLED, "part-unmarked"),
    ("en", "The blast killed 30, including 5 nurses.", "5", KILLED, "part-unmarked"),
    ("en", "30 people were killed, 12 of them children.", "12", KILLED, "part-unmarked"),
    ("de", "Getötet wurden 30 Menschen, darunter fünf Kinder.", "fünf", KILLED, "part-unmarked"),
    ("fr", "Trente personnes ont été tuées, dont cinq enfants.", "cinq", KILLED, "part-unmarked"),
    ("es", "Murieron 30 personas, entre ellas cinco niños.", "cinco", KILLED, "part-unmarked"),
    ("en", "30 were killed on Sunday and another 41 on Monday.", "41", KILLED, "part-unmarked"),
    ("en", "30 were killed. A further 41 were killed later.", "41", KILLED, "part-unmarked"),
    ("de", "Am Sonntag starben 30 Menschen, weitere 41 starben am Montag.", "41", KILLED, "part-unmarked"),
    ("fr", "Dimanche, 30 personnes ont été tuées, 41 autres ont été tuées lundi.", "41", KILLED, "part-unmarked"),
    ("es", "El domingo murieron 30 personas y otras 41 murieron el lunes.", "41", KILLED, "part-unmarked"),
    # Rates and differences.
    ("en", "12 in every hundred were killed.", "12", KILLED, "share-for-number"),
    ("en", "Every day 41 people were killed.", "41", KILLED, "share-for-number"),
    ("en", "41 people were killed every day.", "41", KILLED, "share-for-number"),
    ("en", "41 fewer people were killed.", "41", KILLED, "share-for-number"),
    ("en", "The number killed was 41 more than in May.", "41", KILLED, "share-for-number"),
    ("de", "Jeden Tag wurden 41 Menschen getötet.", "41", KILLED, "share-for-number"),
    ("de", "41 Menschen weniger wurden getötet.", "41", KILLED, "share-for-number"),
    ("fr", "Chaque jour, 41 personnes sont tuées.", "41", KILLED, "share-for-number"),
    ("es", "Cada día mueren 41 personas.", "41", KILLED, "share-for-number"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks", "name"), OTHERWISE)
def test_a_figure_of_other_days_places_and_parts(
    language: str, sentence: str, printed: str, asks: dict[str, Any], name: str
) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == [name]


RIGHT = [
    # One word for two figures, or two words for one.
    ("en", "12 people were injured and later died.", "12", KILLED),
    ("en", "Police arrested and later charged 12 people.", "12", ARRESTED),
    ("en", "Injured and trapped, 12 people were rescued.", "12", WOUNDED),
    ("en", "12 people were killed and the mayor was hurt.", "12", KILLED),
    ("en", "The mayor was hurt and 12 people were killed.", "12", KILLED),
    ("de", "Der Bürgermeister wurde verletzt, 12 Menschen wurden getötet.", "12", KILLED),
    ("de", "12 Menschen, die verletzt wurden, starben.", "12", KILLED),
    ("fr", "Le maire a été blessé et 12 personnes ont été tuées.", "12", KILLED),
    ("es", "El alcalde resultó herido y 12 personas murieron.", "12", KILLED),
    ("en", "Profit was $12 million on revenue of $30 million.", "$12 million", PROFIT),
    ("en", "Profit was $12 million on revenue of $30 million.", "$30 million", REVENUE),
    # Hedges, and questions that take it for granted.
    ("en", "12 were feared dead.", "12", KILLED),
    ("en", "12 may be dead.", "12", KILLED),
    ("en", "Why were 12 people killed?", "12", KILLED),
    ("en", "Nearly 12 people were killed.", "Nearly 12", KILLED),
    ("en", "12 were killed almost at once.", "12", KILLED),
    ("de", "12 Menschen könnten getötet worden sein.", "12", KILLED),
    ("de", "Fast 12 Menschen starben.", "Fast 12", KILLED),
    ("de", "12 Menschen werden vermisst.", "12", {"counts": "missing"}),
    ("de", "12 Menschen, hieß es, würden vermisst.", "12", {"counts": "missing"}),
    ("fr", "12 personnes auraient été tuées.", "12", KILLED),
    ("es", "12 personas habrían muerto.", "12", KILLED),
    ("en", "12 people died, could it have been avoided?", "12", KILLED),
    ("en", "It was not clear if the 12 killed were soldiers.", "12", KILLED),
    ("en", "The wounded, 12 soldiers, were evacuated.", "12", WOUNDED),
    ("en", "In a weekly briefing 12 people were called killed.", "12", KILLED),
    ("en", "30 were badly hurt and 12 less seriously hurt.", "12", WOUNDED),
    ("en", "12 people were killed in a nationwide storm.", "12", IN_KURSK),
    ("en", "12 people were killed in Kursk, with shock nationwide.", "12", IN_KURSK),
    # Days: counted back from one, to the day that is asked for; the day of a count.
    ("en", "A day earlier 12 people were killed.", "12", KILLED | DAY),
    ("en", "12 people were killed on Wednesday in a new attack.", "12", KILLED | DAY),
    ("en", "The death toll rose to 12 on Thursday.", "12", KILLED | {"when": "2024-12-22"}),
    ("de", "Die Zahl der Toten stieg am Donnerstag auf 12.", "12", KILLED | {"when": "2024-12-22"}),
    # A country is asked for.
    ("en", "Nationwide 12 people were killed.", "12", KILLED | {"text": "How many were killed in Ukraine?"}),
    ("en", "Nationwide 12 people were killed.", "12", KILLED),
    # The part that is asked for, and other states.
    ("en", "30 people were killed, among them 5 children.", "5", KILLED | {"of": "children"}),
    ("en", "30 people were killed, including 5 nurses.", "5", KILLED | {"text": "How many nurses were killed?"}),
    ("en", "There were 40 casualties, including 12 dead.", "12", KILLED),
    ("en", "The attack killed 12 and wounded another 41.", "41", WOUNDED),
    ("en", "There were 152 deaths, of which 12 were in Kursk.", "152", KILLED),
    ("de", "Der Angriff tötete 12 und verletzte weitere 41.", "41", WOUNDED),
    # Persons with the names of things.
    ("en", "12 school children were killed.", "12", KILLED),
    ("en", "12 car workers were killed.", "12", KILLED),
    ("de", "12 Familienmitglieder starben.", "12", KILLED),
    ("en", "A group of 12 was killed.", "12", KILLED),
    ("en", "This year 12 people were killed.", "12", KILLED),
    ("en", "12 people, most of them old, were killed.", "12", KILLED),
    # In other words.
    ("en", "The fire claimed 12 lives.", "12", KILLED),
    ("en", "The storm cost 12 lives.", "12", KILLED),
    ("en", "Twelve bodies were recovered.", "Twelve", KILLED),
    ("en", "30 were taken to hospital.", "30", WOUNDED),
    ("en", "30 people suffered burns.", "30", WOUNDED),
    ("en", "12 were murdered.", "12", KILLED),
    ("de", "Das Feuer forderte 12 Menschenleben.", "12", KILLED),
    ("de", "12 Leichen wurden geborgen.", "12", KILLED),
    ("de", "30 Menschen erlitten Verbrennungen.", "30", WOUNDED),
    ("de", "30 Menschen wurden ins Krankenhaus gebracht.", "30", WOUNDED),
    ("fr", "L'incendie a coûté la vie à 12 personnes.", "12", KILLED),
    ("fr", "30 personnes ont été hospitalisées.", "30", WOUNDED),
    ("es", "El incendio se cobró 12 vidas.", "12", KILLED),
    ("es", "30 personas fueron hospitalizadas.", "30", WOUNDED),
    ("en", "Many were killed. The toll rose to 12.", "12", KILLED),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), RIGHT)
def test_right_figures_pass(language: str, sentence: str, printed: str, asks: dict[str, Any]) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == []


def test_what_stands_for_another_state_does_so_only_where_nothing_else_does() -> None:
    sentence = "30 people were injured, 12 were taken to hospital."
    assert names(told(sentence, "12", WOUNDED, rules=RULES)) == ["counts-another"]
    assert told(sentence, "30", WOUNDED, rules=RULES) == []


def test_who_says_which_part_it_is_is_not_told_again() -> None:
    sentence = "30 people were killed, among them 5 children."
    assert told(sentence, "5", KILLED, rules=RULES, of="children") == []
    assert told(sentence, "5", KILLED, rules=RULES, scope="children") == []


@pytest.mark.parametrize(
    "words", ["would have killed, ", "another 12 ", "of them ", "a day earlier ", "every day ", "claimed 12 lives "]
)  # fmt: skip
def test_a_long_sentence_takes_linear_time(words: str) -> None:
    start = time.process_time()
    told(
        f"Some 30 people were killed {words * (10_000 // len(words))} here",
        "Some 30",
        KILLED | DAY,
        rules=RULES,
    )
    assert time.process_time() - start < 10


def test_whose_they_are_is_no_noun_of_a_figure() -> None:
    sentence = "She dismissed 64 of the club's 212 employees."
    asks = {
        "counts": "dismissed",
        "unit": "people",
        "of": "employees",
        "text": "How many employees were dismissed?",
    }
    assert told(sentence, "64", asks, "en", rules=(asked.people,)) == []
