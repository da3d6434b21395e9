"""What a text says by itself in a sentence in which somebody says something; and other right claims that were once refused."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

DEAD = {"asks": "How many people were killed?", "question_of": {"counts": "killed"}}
ARRESTED = "Was the captain arrested?"


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "At least 58 people are known to have been killed and the union admitted last night that the toll could rise.", "At least 58"),
        ("en", "At least 58 people were killed - and the union admitted that the toll could rise.", "At least 58"),
        ("en", "Twelve people were killed and 30 injured, and the union said that it feared more.", "Twelve"),
        ("fr", "Douze personnes ont été tuées et le syndicat a dit que la mine était fermée.", "Douze"),
        ("de", "Zwölf Menschen wurden getötet, und die Gewerkschaft sagte, dass die Grube schließt.", "Zwölf"),
        ("es", "Murieron doce personas y el sindicato dijo que la mina cerraba.", "doce"),
    ],
)  # fmt: skip
def test_what_stands_before_a_clause_of_its_own_is_nobodys(language: str, text: str, printed: str) -> None:
    assert "V123" not in codes(text, printed, language=language, **DEAD)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Twelve people were killed and 30 injured, the union said.", "Twelve"),
        ("en", "Twelve people were killed, the union said that evening.", "Twelve"),
        ("en", "Twelve people were killed and 30 injured, the union said, adding that it feared more.", "Twelve"),
        ("fr", "Douze personnes ont été tuées, a dit le syndicat.", "Douze"),
        ("de", "Zwölf Menschen wurden getötet, sagte die Gewerkschaft.", "Zwölf"),
        ("es", "Murieron doce personas, dijo el sindicato.", "doce"),
    ],
)  # fmt: skip
def test_what_stands_before_a_bare_verb_is_his(language: str, text: str, printed: str) -> None:
    assert "V123" in codes(text, printed, language=language, **DEAD)


@pytest.mark.parametrize(
    ("text", "printed", "is_told"),
    [
        ('Slapped in cuffs on Saturday, Kane told officers: "I have not slept since."', "Slapped in cuffs on Saturday", False),
        ("Kane, arrested last Wednesday, told this paper that he had known.", "arrested last Wednesday", False),
        ("Kane, arrested last Wednesday, the mayor said, told this paper that he had known.", "arrested last Wednesday", True),
        ("The captain was arrested on Saturday, Kane told officers.", "was arrested on Saturday", True),
    ],
)  # fmt: skip
def test_what_is_told_of_the_speaker_is_not_his(text: str, printed: str, is_told: bool) -> None:
    assert ("V123" in codes(text, printed, Answer.YES_NO, ARRESTED, value=True)) is is_told


def test_behind_a_semicolon_another_one_speaks() -> None:
    text = "El ministerio sostiene que ninguna muerte se debe a ella; el sindicato considera que una de ellas sí."
    asks = "Was it the cause of any death?"
    given = {"language": "es", "value": True, "cue": "considera"}
    assert codes(text, "una de ellas sí", Answer.YES_NO, asks, sources=["union"], **given) == set()


EACH = "How much does the line offer each bereaved family?"


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The line has offered families €20,000 each as an advance.", "€20,000"),
        ("fr", "La compagnie a offert aux familles 20 000 euros chacune.", "20 000 euros"),
        ("es", "La naviera ofreció a las familias 20.000 euros cada una.", "20.000 euros"),
    ],
)
def test_a_sum_of_each_answers_a_question_on_each_alone(language: str, text: str, printed: str) -> None:
    of = {"unit": "EUR", "counts": "offered", "of": "family"}
    assert "V111" not in codes(text, printed, asks=EACH, language=language, question_of=of)
    assert "V111" in codes(
        text, printed, asks="How much does the line offer?", language=language, question_of={**of, "of": None}
    )


@pytest.mark.parametrize(
    ("text", "printed", "is_told"),
    [
        ("Nine children are among the missing, who number 57.", "57", False),
        ("The missing number 88, the union says.", "88", False),
        ("The missing were on bus number 57.", "57", True),
    ],
)
def test_number_may_be_a_verb(text: str, printed: str, is_told: bool) -> None:
    found = codes(text, printed, asks="How many are missing?", question_of={"counts": "missing"})
    assert ("V116" in found) is is_told


def test_all_who_were_treated_are_asked_for_though_some_are_in_intensive_care() -> None:
    text = "The hospital treated 112 people, nine of whom were in intensive care."
    of = {"counts": "treated", "of": "people"}
    asks = "How many people were treated in the hospital of Osk?"
    assert codes(text, "112 people", asks=asks, question_of=of) == set()
    assert "V114" in codes(text, "nine", asks=asks, question_of=of)


def test_reached_so_many_dead_is_so_many() -> None:
    text = "The toll has now reached 2,946 dead."
    assert codes(text, "2,946", **DEAD) == set()
    exceeded = text.replace("reached", "exceeded")
    assert "V111" in codes(exceeded, "2,946", **DEAD)


def test_degrees_of_an_earthquake_are_its_magnitude() -> None:
    of = {"counts": "magnitude", "unit": "magnitude"}
    asks = "What was the magnitude of the earthquake?"
    text = "El terremoto de 7,2 grados en la escala de Richter sacudió Osk."
    assert "V113" not in codes(text, "7,2 grados", asks=asks, language="es", question_of=of)
    hot = "A 43 grados llegó el termómetro en Osk."
    assert "V113" in codes(hot, "43 grados", asks=asks, language="es", question_of=of)


def test_half_a_negation_is_no_lost_one_where_the_other_half_is_printed() -> None:
    text, asks = "L'essai ne reprendra pas avant le 1er mai 2025.", "When will the trial resume?"
    given = {"language": "fr", "value": "2025-05-01/.."}
    assert "V107" not in codes(text, "pas avant le 1er mai 2025", Answer.DATE, asks, **given)
    assert "V107" in codes(text, "avant le 1er mai 2025", Answer.DATE, asks, **given)


def test_the_place_of_the_whole_story_and_that_in_a_firms_name_set_nothing_apart() -> None:
    text = "The quake struck near Osk. The dead near Osk are 58, the union said; 57 people are missing."
    assert "V146" not in codes(text, "58", sources=["union"], cue="said", **DEAD)


@pytest.mark.parametrize("behind", [" as far as anybody can tell", ", probably", " (presumably)"])
def test_a_doubt_right_behind_an_answer_is_told(behind: str) -> None:
    asks = "Was the hatch open?"
    text = f"The hatch was closed{behind}, Kane said."
    given = {"value": False, "sources": ["kane"], "cue": "said"}
    assert {"V107", "V148"} & codes(text, "was closed", Answer.YES_NO, asks, **given)


SHUT = {"asks": "On which day was the lock closed?", "answer": Answer.DATE, "value": "2024-12-03"}


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The lock, closed since 3 December because of ice, will open again in March, the ministry said.", "since 3 December"),
        ("fr", "Fermée depuis le 3 décembre, l'écluse rouvrira en mars, annonce le ministère.", "depuis le 3 décembre"),
        ("fr", "L'écluse, fermée aux péniches depuis le 3 décembre, rouvrira en mars, a annoncé le ministère.", "depuis le 3 décembre"),
        ("es", "La esclusa, cerrada desde el 3 de diciembre, volverá a abrir en marzo, confirmó el martes el ministerio.", "desde el 3 de diciembre"),
    ],
)  # fmt: skip
def test_what_a_participle_tells_is_the_texts_own(language: str, text: str, printed: str) -> None:
    assert not {"V123", "V175"} & codes(text, printed, language=language, **SHUT, attribution="none")


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The lock was closed on 3 December, the ministry said.", "on 3 December"),
        ("fr", "L'écluse a fermé le 3 décembre, a annoncé le ministère.", "le 3 décembre"),
        ("es", "La esclusa cerró el 3 de diciembre, confirmó el ministerio.", "el 3 de diciembre"),
    ],
)  # fmt: skip
def test_what_a_main_clause_tells_is_his(language: str, text: str, printed: str) -> None:
    assert {"V123", "V175"} & codes(text, printed, language=language, **SHUT, attribution="none")


def test_the_day_on_which_somebody_said_it_is_the_texts_own() -> None:
    wrote = {"asks": "On which day did Ada Kane warn the mayor?", "answer": Answer.DATE, "value": "2024-12-03", "attribution": "none"}  # fmt: skip
    text = "Ada Kane told the mayor on 3 December that the gate leaked."
    assert "V123" not in codes(text, "on 3 December", **wrote)
    text = "Ada Kane told the mayor that the gate leaked on 3 December."
    assert "V123" in codes(text, "on 3 December", **{**wrote, "asks": "On which day did the gate leak?"})


def test_whom_a_source_tells_of_is_not_named_for_it_as_well() -> None:
    text = "According to the union, Kane had reported rust at the gate in a letter of 3 December."
    known = {"answer": Answer.DATE, "asks": "On which day did Ada Kane write?", "value": "2024-12-03"}
    said = {"cue": "According to", **known}
    assert "V123" not in codes(text, "3 December", sources=["union"], **said)
    joined = "According to the union and Kane, the letter was of 3 December."
    assert "V123" in codes(joined, "3 December", sources=["union"], **said)


def test_a_phrase_behind_a_colon_gives_the_figure_there() -> None:
    cost = {
        "asks": "How much does the flood cost the town?",
        "question_of": {"unit": "EUR", "counts": "cost", "of": "town"},
    }
    text = "The flood will cost the town 80 million euros, without the fines: 9 million euros, according to the union."
    assert "V123" not in codes(text, "80 million euros", attribution="none", **cost)
    assert "V123" in codes(text, "9 million euros", attribution="none", **cost)


def test_what_somebody_turned_away_may_be_all_that_is_asked() -> None:
    text = "Kane, who rejected calls for her resignation, said that the gate had been safe."
    left = {"answer": Answer.YES_NO, "asks": "Has Ada Kane resigned?", "value": False, "attribution": "none"}
    assert not {"V123", "V145"} & codes(text, "rejected calls for her resignation", **left)


def test_a_vote_is_of_those_for_it_and_of_those_against_it() -> None:
    text = "Mit 31 gegen 12 Stimmen hat der Rat den Deich beschlossen."
    ayes = {
        "asks": "How many members voted for the dyke?",
        "question_of": {"unit": "votes", "counts": "for", "of": "members"},
    }
    assert "V116" not in codes(text, "31", language="de", **ayes)
