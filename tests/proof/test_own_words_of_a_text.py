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
